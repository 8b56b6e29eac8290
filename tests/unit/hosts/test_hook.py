"""The hook of Git that README installs: what should not be public is told before Git remembers it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers import ROOT
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable

RESULT = "data/2568/result.yml"
AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"


@pytest.fixture
def hooked(project: Callable[..., Path]) -> Path:
    """Return a repository that has the hook, with nothing committed yet."""
    root = project({"data/agency.yml": AGENCY, RESULT: "total: 96.79\n"})
    shutil.copytree(ROOT / ".githooks", root / ".githooks")
    git(root, "init", "-q")
    git(root, "config", "core.hooksPath", ".githooks")
    git(root, "add", "-A")
    return root


def commit(root: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "ก"]
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_what_is_staged_is_checked_and_not_what_lies_in_the_folder(hooked: Path) -> None:
    assert commit(hooked).returncode == 0

    (hooked / RESULT).write_text("# โทร 081-234-5678\ntotal: 96.79\n", encoding="utf-8")
    git(hooked, "add", "-A")
    (hooked / RESULT).write_text("total: 96.79\n", encoding="utf-8")
    refused = commit(hooked)
    assert refused.returncode == 1
    assert f"{RESULT}:1:7: คำเตือน: พบหมายเลขโทรศัพท์" in refused.stdout + refused.stderr
    assert git(hooked, "rev-list", "--count", "HEAD").strip() == "1"

    (hooked / "data/2568/gaps.yml").write_text("measures: ยังไม่มี\n", encoding="utf-8")
    git(hooked, "add", "-A")
    (hooked / RESULT).write_text("# โทร 081-234-5678\ntotal: 96.79\n", encoding="utf-8")
    assert commit(hooked).returncode == 0


def test_other_warnings_do_not_stop_a_commit(project: Callable[..., Path]) -> None:
    root = project({"data/agency.yml": AGENCY, RESULT: "total: 96.79\nlevel: ผ่านดีเยี่ยมมาก\n"})
    done = CliRunner().invoke(main, ["check", "--before-commit", "--data", str(root / "data")])
    assert done.exit_code == 0, done.stdout
    assert "คำเตือน" not in done.stdout


def test_what_is_no_data_is_committed_with_it_and_looked_at(project: Callable[..., Path]) -> None:
    root = project(
        {
            "data/agency.yml": AGENCY,
            RESULT: "total: 96.79\n",
            "data/2568/~$notes.txt": "โทร 081-234-5678\n",
            "data/2568/.draft/names.csv": "นางสมมติ ตัวอย่าง\n",
        }
    )
    done = CliRunner().invoke(main, ["check", "--before-commit", "--data", str(root / "data")])
    assert done.exit_code == 1
    assert "data/2568/~$notes.txt:1:5: คำเตือน: พบหมายเลขโทรศัพท์" in done.stdout
    assert "data/2568/.draft/names.csv:1:1: คำเตือน: พบชื่อบุคคล" in done.stdout
    assert "234" not in done.stdout


def test_the_hook_for_pre_commit_runs_a_command_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    assert program == "ita-site"
    assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0
    assert os.access(ROOT / ".githooks/pre-commit", os.X_OK)
