"""A folder from a repository elsewhere: what cannot be had is told, and nobody is asked for a password."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.git import git_checkouts, git_dates
from ita_site.ground.git.git_checkouts import CannotFetchError
from tests.helpers import repository

if TYPE_CHECKING:
    from pathlib import Path


class Asking(BaseHTTPRequestHandler):
    """A server that wants a password."""

    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_repository_that_asks_for_a_password_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    asking = tmp_path / "ask.sh"
    asking.write_text(f"#!/bin/sh\ntouch {asked}\n", encoding="utf-8")
    asking.chmod(0o755)
    monkeypatch.setenv("GIT_ASKPASS", str(asking))
    monkeypatch.setenv("SSH_ASKPASS", str(asking))
    with HTTPServer(("127.0.0.1", 0), Asking) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(CannotFetchError, match="ขอชื่อผู้ใช้กับรหัสผ่าน"):
            git_checkouts.update(f"http://127.0.0.1:{server.server_port}/x.git", "", tmp_path / "x")
        server.shutdown()
    assert not asked.exists()


def test_a_branch_that_is_not_there_is_told(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    repository.git(origin, "init", "--quiet")
    with pytest.raises(CannotFetchError, match="ไม่มีกิ่ง"):
        git_checkouts.update(f"file://{origin}", "nowhere", tmp_path / "x")


def test_a_repository_whose_settings_name_a_program_to_fetch_with_runs_none(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    repository.git(origin, "init", "--quiet")
    (origin / "a.yml").write_text("x", encoding="utf-8")
    repository.git(origin, "add", ".")
    repository.git(origin, "commit", "--quiet", "-m", "x")
    tree = repository.git(origin, "rev-parse", "HEAD^{tree}").strip()
    run = tmp_path / "run"
    for name, value in {
        "remote.x.url": str(origin),
        "remote.x.promisor": "true",
        "remote.x.uploadpack": f"touch {run};",
        "protocol.file.allow": "always",
        "core.repositoryformatversion": "1",
        "extensions.partialclone": "x",
    }.items():
        repository.git(origin, "config", name, value)
    (origin / ".git/objects" / tree[:2] / tree[2:]).unlink()  # Git would fetch it
    git_dates.read({"data": origin})
    assert not run.exists()
