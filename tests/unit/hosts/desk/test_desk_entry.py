"""Who is let in to the desk, and what it opens with."""

from __future__ import annotations

import gc
import socket
import sys
from typing import TYPE_CHECKING

import pytest
import uvicorn
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


def test_the_address_that_is_given_out_opens_the_desk_once(desk: Desk) -> None:
    assert "เทศบาลตำบลเมืองปาน" in desk.get("/")
    assert desk.stranger().get("/").status_code == 403
    assert "k=" in desk.access.link
    again = desk.stranger().get(f"/?k={desk.access.link.partition('=')[2]}")
    assert again.status_code == 403


def test_a_page_that_is_not_there_is_told_in_thai(desk: Desk) -> None:
    answer = desk.client.get("/nowhere")
    assert answer.status_code == 404
    assert "ไม่มีหน้านี้" in seen(answer.text)


def test_a_change_of_a_file_is_seen(desk: Desk) -> None:
    before = desk.workspace.checked()
    assert desk.workspace.checked() is before
    agency = desk.workspace.path_of("agency.yml")
    assert agency is not None
    agency.write_text(agency.read_text(encoding="utf-8").replace("เมืองปาน", "เมืองใหม่"), encoding="utf-8")
    assert "เมืองใหม่" in desk.get("/")


@pytest.mark.parametrize(
    "name", ["../mkdocs.yml", "2568/../agency.yml", "/etc/passwd", "agency.yml\0", "2568/files/x.pdf", "urls.txt", ""]
)
def test_only_known_files_are_edited(desk: Desk, name: str) -> None:
    assert desk.workspace.path_of(name) is None


def test_a_file_behind_a_link_is_not_edited(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (desk.workspace.data / "2568" / "measures").rename(outside)
    (desk.workspace.data / "2568" / "measures").symlink_to(outside)
    name = next(outside.glob("*.yml")).name
    assert desk.workspace.path_of(f"2568/measures/{name}") is None
    assert desk.workspace.path_of("2568/result.yml") is not None


def test_without_the_extra_the_command_says_what_installs_it(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "ita_site.hosts.desk.serving", raising=False)
    told = CliRunner().invoke(main, ["edit", "--no-browser", "--data", str(mueang_pan / "data")])
    assert told.exit_code == 1
    assert 'pip install "ita-site[edit]"' in told.stderr


def test_a_desk_that_is_open_all_day_lets_garbage_go(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[bool] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: looks.append(gc.isenabled()))
    told = CliRunner().invoke(main, ["edit", "--no-browser", "--data", str(mueang_pan / "data")])
    assert (told.exit_code, looks) == (0, [True]), told.output


def test_a_port_that_is_taken_and_a_folder_that_is_not_there_are_told(mueang_pan: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(main, ["edit", "--no-browser", "--port", port, "--data", str(mueang_pan / "data")])
    assert (told.exit_code, told.stderr) == (1, f"ช่อง {port} มีโปรแกรมอื่นใช้อยู่ ให้ใช้หมายเลขอื่น หรือไม่ต้องพิมพ์ --port\n")
    told = CliRunner().invoke(main, ["edit", "--data", str(mueang_pan / "none")])
    assert told.exit_code == 1
    assert "ไม่พบโฟลเดอร์ข้อมูล" in told.stderr
