"""The OIT list on the command line: what its form takes, and a new year's list from last year's."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด]\n"
ANSWERED = """items:
  - item: O2
    owner: สำนักปลัด
    evidence:
      - title: ผู้บริหาร
        url: https://www.sommut.go.th/people
        way: [ข้อมูลพื้นฐาน, ผู้บริหาร]
        elements: [1, 2, 3]
  - item: O4
    owner: สำนักปลัด
    evidence:
      - title: =ข่าว
        url: https://www.sommut.go.th/news
  - item: O20
    reply: ไม่มี
    why: ไม่มีข้อมูลนี้
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project whose list of 2568 is answered in part, and stand in its folder."""
    (tmp_path / "data/2568").mkdir(parents=True)
    (tmp_path / "data/agency.yml").write_text(AGENCY, encoding="utf-8")
    (tmp_path / "data/2568/disclosure.yml").write_text(ANSWERED, encoding="utf-8")
    settings = "site_name: ก\nsite_url: https://www.sommut.go.th/ita/\ndocs_dir: data\nplugins: [ita-site]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_form_that_lacks_something_is_not_printed_but_on_request(project: Path) -> None:
    refused = run("oit", "2568")
    assert refused.exit_code == 1
    assert "O1 โครงสร้างและอำนาจหน้าที่: ยังไม่ระบุ" in refused.output
    assert "O2 " not in refused.output

    told = run("oit", "2568", "--unfinished")
    assert told.exit_code == 0
    assert "https://www.sommut.go.th/ita/2568/disclosure/o2/\n  https://www.sommut.go.th/people" in told.output
    assert "หน้าแรก › ข้อมูลพื้นฐาน › ผู้บริหาร › ผู้บริหาร" in told.output
    assert [line for line in told.output.splitlines() if line.startswith("O")] == [
        line for line in sorted(told.output.splitlines(), key=_number) if line.startswith("O")
    ]
    (project / "mkdocs.yml").write_text("site_name: ก\ndocs_dir: data\nplugins: [ita-site]\n", encoding="utf-8")
    assert "site_url:" in run("oit", "2568").output


def _number(line: str) -> int:
    code = line.split(" ", 1)[0][1:]
    return int(code) if line.startswith("O") and code.isdecimal() else 0


def test_the_form_opens_in_a_spreadsheet_which_takes_nothing_for_a_formula(project: Path) -> None:
    assert run("oit", "2568", "--unfinished", "--csv", "form.csv").exit_code == 0
    data = (project / "form.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = {row[0]: row for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))}
    assert rows["O2"][2:4] == [
        "มี",
        "https://www.sommut.go.th/ita/2568/disclosure/o2/\nhttps://www.sommut.go.th/people",
    ]
    assert rows["O20"][2] == "ไม่มี"
    assert not any(cell.startswith("=") for row in rows.values() for cell in row)


def test_a_new_years_list_keeps_what_continues_as_still_to_be_renewed(project: Path) -> None:
    assert run("new-oit", "2569").exit_code == 0
    written = (project / "data/2569/disclosure.yml").read_text(encoding="utf-8")
    assert "- item: O4\n    owner: สำนักปลัด\n    reply: รอปรับจากปีก่อน\n" in written
    assert "url: https://www.sommut.go.th/news\n      about_year: 2568" in written
    assert written.count("- item: ") == 22
    # O2 has no name in the framework of 2569, and O20 was answered with “none”: neither is carried over.
    assert written.count("    reply:") == 1
    checked = run("check", "--strict")
    assert "evidence-to-renew" not in checked.output
    assert checked.exit_code == 0, checked.output

    again = run("new-oit", "2569")
    assert again.exit_code == 1
    assert "ไม่เขียนทับ" in again.output
    assert (project / "data/2569/disclosure.yml").read_text(encoding="utf-8") == written


def test_a_year_without_a_framework_has_no_list(project: Path) -> None:
    assert run("new-oit", "2599").exit_code == 1
    assert not (project / "data/2599").exists()
