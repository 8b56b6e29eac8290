"""The OIT list on the command line: what its form takes, and a new year's list from last year's."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from ita_site.ground import thai
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


def test_the_refusal_says_which_division_owes_what_and_what_is_late_on_a_day(project: Path) -> None:
    answered = ANSWERED.replace(
        "items:\n", "closes: 30 เม.ย. 2568\nitems:\n  - item: O5\n    owner: สำนักปลัด\n    due: 1 มี.ค. 2568\n"
    )
    (project / "data/2568/disclosure.yml").write_text(answered, encoding="utf-8")
    lines = run("oit", "2568").output.splitlines()
    assert lines[0] == "กรอกแบบ OIT ปี 2568 ได้ถึง 30 เมษายน 2568"
    assert lines[lines.index("สำนักปลัด 1 ข้อ") + 1].startswith("  O5 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน: ยังไม่ระบุ")
    assert lines[lines.index("สำนักปลัด 1 ข้อ") + 1].endswith(" ภายใน 1 มี.ค. 2568")
    assert "ยังไม่ได้ระบุเจ้าของข้อมูล 24 ข้อ" in lines

    late = run("oit", "2568", "--day", "๒ มี.ค. ๒๕๖๘").output
    assert late.count("เลยกำหนดแล้ว") == 1
    assert run("oit", "2568", "--day", "2568-05-01").output.startswith("แบบ OIT ปี 2568 ปิดรับแล้วเมื่อ 30 เมษายน 2568")
    for bad in ("2025-05-01", "พรุ่งนี้", "31 ก.พ. 2568"):
        wrong = run("oit", "2568", "--day", bad)
        assert (wrong.exit_code, "--day" in wrong.output) == (2, True)


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


NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_sheet(data: bytes) -> tuple[list[list[str]], ET.Element]:
    """Return the texts of the rows of a workbook's only sheet, and the sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = ["".join(each.itertext()) for each in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314 - our own
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    cells = [[cell.find(f"{NAME}v") for cell in row] for row in sheet.iter(f"{NAME}row")]
    return [["" if each is None else shared[int(each.text or "")] for each in row] for row in cells], sheet


def test_the_workbook_has_the_same_rows_as_texts_and_prints_on_a4(project: Path) -> None:
    assert run("oit", "2568", "--xlsx", "form.xlsx").exit_code == 1
    assert not (project / "form.xlsx").exists()

    assert run("oit", "2568", "--unfinished", "--csv", "form.csv", "--xlsx", "form.xlsx").exit_code == 0
    first = (project / "form.xlsx").read_bytes()
    rows, sheet = read_sheet(first)
    read = list(csv.reader(io.StringIO((project / "form.csv").read_text(encoding="utf-8-sig"))))
    assert rows == [[cell.removeprefix("'") for cell in row] for row in read]
    assert "=ข่าว" in next(row for row in rows if row[0] == "O4")[4]
    assert sheet.find(f".//{NAME}f") is None
    assert sheet.find(f".//{NAME}hyperlink") is None
    for row, line in zip(sheet.iter(f"{NAME}row"), rows, strict=True):
        most = max(cell.count("\n") + 1 for cell in line)
        assert float(row.attrib["ht"]) >= 20 * most, "LibreOffice shows one line of a row without a height"
    pane, page = sheet.find(f".//{NAME}pane"), sheet.find(f"{NAME}pageSetup")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert page is not None
    assert (page.get("paperSize"), page.get("orientation"), page.get("fitToHeight")) == ("9", "landscape", "0")
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert b"_xlnm.Print_Titles" in book.read("xl/workbook.xml")

    assert run("oit", "2568", "--unfinished", "--xlsx", "form.xlsx").exit_code == 0
    assert (project / "form.xlsx").read_bytes() == first


@pytest.mark.parametrize("long", ["คำอธิบาย " * 220, "ก" * 1990], ids=["words", "one word"])
def test_a_row_that_no_spreadsheet_shows_whole_goes_on_in_the_next(project: Path, long: str) -> None:
    link = "      - title: {}\n        url: https://www.sommut.go.th/{}\n"
    many = "".join(link.format(f"หน้า {number}", number) for number in range(45)) + link.format(long, "long")
    (project / "data/2568/disclosure.yml").write_text(f"items:\n  - item: O4\n    evidence:\n{many}", encoding="utf-8")

    assert run("oit", "2568", "--unfinished", "--xlsx", "form.xlsx").exit_code == 0
    rows, _ = read_sheet((project / "form.xlsx").read_bytes())
    of_item = [row for row in rows if row[0].split(" ")[0] == "O4"]
    assert {row[0] for row in of_item[1:]} == {"O4 (ต่อ)"}
    addresses = "\n".join(row[3] for row in of_item).split()
    assert addresses[1:] == [f"https://www.sommut.go.th/{each}" for each in (*range(45), "long")]
    assert long.replace(" ", "") in "".join(row[4] for row in of_item).replace(" ", "").replace("\n", "")
    assert max(row[3].count("\n") for row in of_item) < 20
    assert max(thai.columns(row[4]) for row in of_item) <= 20 * 54


def test_without_the_extra_it_says_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    told = run("oit", "2568", "--unfinished", "--xlsx", "form.xlsx")
    assert told.exit_code == 1
    assert "--extra documents" in told.output
    assert 'pip install "ita-site[documents]"' in told.output
    assert not (project / "form.xlsx").exists()


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x", " =1+1", "＝1+1"])
def test_no_title_is_a_formula_in_the_table(project: Path, title: str) -> None:
    answered = f"items:\n  - item: O40\n    title: '{title}'\n    reply: ไม่มี\n    why: '{title}'\n"
    (project / "data/2567").mkdir()
    (project / "data/2567/disclosure.yml").write_text(answered.replace("O40", "O33"), encoding="utf-8")
    assert run("oit", "2567", "--unfinished", "--csv", "form.csv").exit_code == 0
    rows = {row[0]: row for row in csv.reader(io.StringIO((project / "form.csv").read_text(encoding="utf-8-sig")))}
    assert rows["O33"][1].startswith("'")
    assert rows["O33"][4].startswith("'")


def test_a_new_years_list_keeps_what_continues_as_still_to_be_renewed(project: Path) -> None:
    assert run("new-oit", "2569").exit_code == 0
    written = (project / "data/2569/disclosure.yml").read_text(encoding="utf-8")
    assert "- item: O4\n    owner: สำนักปลัด\n    reply: รอปรับจากปีก่อน\n" in written
    assert "url: https://www.sommut.go.th/news\n      about_year: 2568" in written
    assert written.count("- item: ") == 23
    # O20 was answered with “none”, which is said anew each year.
    assert written.count("    reply:") == 2
    checked = run("check", "--strict")
    assert "evidence-to-renew" not in checked.output
    assert checked.exit_code == 0, checked.output

    again = run("new-oit", "2569")
    assert again.exit_code == 1
    assert "ไม่เขียนทับ" in again.output
    assert (project / "data/2569/disclosure.yml").read_text(encoding="utf-8") == written


def test_a_report_that_is_carried_over_is_about_the_year_that_its_item_asked_for(project: Path) -> None:
    report = "  - item: O13\n    evidence:\n      - title: รายงาน\n        url: https://www.sommut.go.th/report\n"
    (project / "data/2568/disclosure.yml").write_text(ANSWERED + report, encoding="utf-8")
    assert run("new-oit", "2569").exit_code == 0
    written = (project / "data/2569/disclosure.yml").read_text(encoding="utf-8")
    assert "url: https://www.sommut.go.th/report\n      about_year: 2567" in written


def test_a_year_without_a_framework_has_no_list(project: Path) -> None:
    assert run("new-oit", "2599").exit_code == 1
    assert not (project / "data/2599").exists()
