"""The screen that publishes: what has changed, by its name; where it goes, asked once; and the way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.desk import Desk, seen
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = ("--name", "เทศบาลตำบลสมมุติ", "--kind", "เทศบาลตำบล", "--district", "สมมุติ", "--province", "ลำปาง")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Begin a project and return its folder."""
    project = tmp_path / "office"
    made = CliRunner().invoke(main, ["new", str(project), *OFFICE, "--divisions", "กองคลัง", "--year", "2568"])
    assert made.exit_code == 0, made.output
    return project


def test_a_folder_is_named_once_and_published_to_and_taken_back(office: Path, tmp_path: Path) -> None:
    www, desk = tmp_path / "www/ita", Desk(office / "data")
    first = seen(desk.get("/publish"))
    assert "เผยแพร่ไปที่ใด" in first
    assert "ตรวจ: ผ่าน" in first
    assert "ให้เลือกว่าจะเผยแพร่ไปที่ใด" in seen(desk.post("/publish", to="folder"))
    assert desk.post("/publish", to="folder", place=str(www)) == "/publish"
    told = seen(desk.get("/publish"))
    assert f"เผยแพร่ที่ {www} แล้ว (ครั้งแรก)" in told
    assert "เผยแพร่ไปที่ใด" not in told

    replace(office / "data/agency.yml", "province: ลำปาง", "province: ลำพูน")
    assert "จังหวัด: ลำปาง → ลำพูน" in seen(desk.get("/publish"))
    assert desk.post("/publish") == "/publish"
    assert "ลำพูน" in (www / "data/agency.yml").read_text(encoding="utf-8")
    assert desk.post("/publish/rollback") == "/publish"
    assert "ลำปาง" in (www / "data/agency.yml").read_text(encoding="utf-8")
    assert "ไม่มีเว็บไซต์ชุดก่อน" in seen(desk.post("/publish/rollback"))


def test_warnings_are_to_be_accepted_and_what_was_typed_stays(office: Path, tmp_path: Path) -> None:
    desk = Desk(office / "data")
    replace(office / "data/agency.yml", "province: ลำปาง", "province: จังหวัดลำปาง")
    told = desk.post("/publish", to="zip", place="ita.zip")
    assert "ยังมีคำเตือน 1 เรื่อง" in seen(told)
    assert '<a href="/files/agency.yml">หน่วยงาน</a>' in told
    assert "ให้พิมพ์ “จังหวัด” ลำปาง" in seen(told)
    assert "^" not in seen(told), "the box is for a person, not a terminal's report"
    assert 'value="zip" checked' in told
    assert 'name="place" value="ita.zip"' in told
    assert not (office / "publish.yml").exists()

    assert (
        desk.post("/publish", **{"to": "folder", "place": str(tmp_path / "www"), "with-warnings": "on"}) == "/publish"
    )
    assert (tmp_path / "www/index.html").is_file()


def test_what_stands_in_the_way_is_shown_and_nothing_is_published(office: Path, tmp_path: Path) -> None:
    desk = Desk(office / "data")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/a.docx").write_text("x", encoding="utf-8")
    assert "มีไฟล์อื่นอยู่ (a.docx)" in seen(desk.post("/publish", to="folder", place=str(tmp_path / "letters")))
    replace(office / "data/agency.yml", "province: ลำปาง", "province: ลำปาง\nprovnce: x")
    shown = desk.get("/publish")
    assert "ยังเผยแพร่ไม่ได้ ต้องแก้ 1 เรื่อง" in seen(shown)
    assert 'action="/publish"' not in shown
    (office / "publish.yml").write_text("target: ftp\n", encoding="utf-8")
    assert "ต้องเป็น “folder”" in seen(desk.get("/publish"))


def test_git_is_told_once_who_publishes(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "office.git")
    git(office, "init", "-q", "-b", "main")
    git(office, "remote", "add", "origin", "../office.git")
    desk = Desk(office / "data")
    assert "ให้พิมพ์ชื่อหรือตำแหน่ง" in seen(desk.post("/publish", to="git"))
    assert desk.post("/publish", to="git", author="กองคลัง", email="a@example.go.th", message="ฉบับแรก") == "/publish"
    assert git(office, "log", "--format=%an|%s", "origin/main") == "กองคลัง|ฉบับแรก\n"
    assert "ชื่อหรือตำแหน่งของท่าน" not in desk.get("/publish")


def test_the_first_screen_says_nothing_of_commands_and_the_place_can_be_another(office: Path) -> None:
    desk = Desk(office / "data")
    assert not re.search(r"--(?!k)[a-z]", seen(desk.get("/publish")))

    (office / "publish.yml").write_text("target: folder\nfolder: wrong\n", encoding="utf-8")
    shown = desk.get("/publish")
    assert "เปลี่ยนปลายทาง" in seen(shown)
    assert 'name="place"' in shown


@pytest.mark.parametrize("settings", ["", "# site_url: https://ita.example/\n", "site_url: ''\n"])
def test_the_address_of_the_site_is_asked_and_kept(office: Path, settings: str) -> None:
    file = office / "mkdocs.yml"
    file.write_text(f"site_name: ความโปร่งใส # ชื่อ\n{settings}docs_dir: data\nplugins: [ita-site]\n", encoding="utf-8")
    desk = Desk(office / "data")
    assert 'action="/publish/address"' in desk.get("/publish")

    assert desk.post("/publish/address", address=" https://www.ชุมแสง.go.th/ita ") == "/publish"

    shown = desk.get("/publish")
    assert "จดที่อยู่ของเว็บไซต์แล้ว: https://www.ชุมแสง.go.th/ita/" in seen(shown)
    assert 'action="/publish/address"' not in shown
    text = file.read_text(encoding="utf-8")
    assert "site_url: https://www.ชุมแสง.go.th/ita" in text.replace("'", "")
    assert "site_name: ความโปร่งใส # ชื่อ\n" in text


@pytest.mark.parametrize(
    "address", ["", "www.x.go.th", "ftp://x/", "javascript:alert(1)", "https://[::1", "https://x/?a=1"]
)
def test_what_is_no_address_of_a_site_is_not_kept(office: Path, address: str) -> None:
    before = (office / "mkdocs.yml").read_bytes()

    assert "ยังทำไม่ได้" in seen(Desk(office / "data").post("/publish/address", address=address))

    assert (office / "mkdocs.yml").read_bytes() == before


def test_a_damaged_file_of_the_place_stops_a_publication_with_its_fault(office: Path) -> None:
    (office / "publish.yml").write_text("target: [x\n", encoding="utf-8")

    assert "publish.yml:1" in seen(Desk(office / "data").post("/publish"))
