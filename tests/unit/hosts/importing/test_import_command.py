"""`ita-site import`: nothing is written unasked, nothing is written over, and everything is said in Thai."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest
from click.testing import CliRunner, Result

from ita_site.data.edit import values
from ita_site.hosts.cli import main
from tests.helpers import office_tables
from tests.helpers.printed_tables import AGENCIES, as_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_site.data.source import Value


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of an office in which one year is still to be filled in."""
    folder = tmp_path / "data"
    shutil.copytree(AGENCIES / "mueang-pan", folder)
    shutil.rmtree(folder / "2567")
    return folder


def run(data: Path, file: Path | str, *options: str, pasted: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--data", str(data), *options], input=pasted)


def saved(data: Path, content: bytes, name: str) -> Path:
    path = data.parent / name
    path.write_bytes(content)
    return path


RESULT = ("--year", "๒๕๖๗", "--as", "result", "--set", "total=96.33", "--set", "level=ผ่านดี")


def test_it_is_shown_first_and_written_when_asked(data: Path) -> None:
    file = saved(data, as_word("mueang-pan"), "รายงาน.docx")
    before = sorted(data.rglob("*"))
    told = run(data, file, *RESULT)
    assert (told.exit_code, sorted(data.rglob("*"))) == (0, before)
    assert "ตารางที่ 3 แถวที่ 8 ช่องที่ 3 “92.26” → indicators.7 › score: 92.26" in told.output
    assert "data/2567/result.yml (ไฟล์ใหม่)" in told.output
    assert "ยังไม่ได้เขียนไฟล์ใด" in told.output
    assert run(data, file, *RESULT, "--write").exit_code == 0
    made = values((data / "2567" / "result.yml").read_bytes())
    known = values((AGENCIES / "mueang-pan" / "2567" / "result.yml").read_bytes())
    assert isinstance(made, dict)
    assert isinstance(known, dict)
    assert {name: made[name] for name in ("total", "level", "indicators")} == {
        name: known[name] for name in ("total", "level", "indicators")
    }
    again = run(data, file, *RESULT, "--write")
    assert (again.exit_code, "ไม่มีอะไรต้องเขียน" in again.output) == (0, True)


def test_gaps_are_filled_and_other_values_stay(data: Path) -> None:
    result = data / "2568" / "result.yml"
    typed = result.read_text(encoding="utf-8")
    kept = typed.replace("    name: การใช้งบประมาณ\n", "").replace("total: 99.37", "total: 99.37 # ตามประกาศ")
    result.write_text(kept, encoding="utf-8")
    rows = [["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"], ["2", "การใช้งบประมาณ", "50.00"]]
    told = run(data, saved(data, office_tables.workbook(rows), "ผล.xlsx"), "--year", "2568", "--write")
    assert told.exit_code == 0, told.output
    assert "indicators.2.score: ในไฟล์ “100.00” ในตาราง “50.00” คงตามไฟล์" in told.output
    assert result.read_text(encoding="utf-8").replace(" # ตามประกาศ", "") == typed


def test_measures_and_then_the_report_on_them(data: Path) -> None:
    rows = [
        ["ลำดับ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "ผลลัพธ์"],
        ["1", "ประชุมชี้แจง", "1. เตรียม\n2. ประชุม", "สำนักปลัด", "ตลอดปีงบประมาณ", "ประชุมแล้ว 2 ครั้ง", "เข้าใจตรงกัน"],
        ["", "รวม", "", "", "", "", ""],
    ]
    file = saved(data, office_tables.workbook(rows), "แผน.xlsx")
    (data / "2569" / "gaps.yml").unlink()
    early = run(data, file, "--year", "2569", "--as", "report", "--report", "six-month")
    assert (early.exit_code, "ให้นำเข้ามาตรการก่อน" in early.output) == (1, True)
    told = run(data, file, "--year", "2569", "--as", "measures", "--write")
    assert told.exit_code == 0, told.output
    measure = values((data / "2569" / "measures" / "measure-1.yml").read_bytes())
    assert measure == {
        "title": "ประชุมชี้แจง",
        "number": "1",
        "steps": ["เตรียม", "ประชุม"],
        "owners": ["สำนักปลัด"],
        "period": "ตลอดปีงบประมาณ",
    }
    assert "--report six-month" in run(data, file, "--year", "2569", "--as", "report").output
    told = run(data, file, "--year", "2569", "--as", "report", "--report", "six-month", "--write")
    assert told.exit_code == 0, told.output
    report = values((data / "2569" / "reports" / "six-month.yml").read_bytes())
    assert isinstance(report, dict)
    (entry,) = cast("list[dict[str, Value]]", report["measures"])
    assert (entry["measure"], entry["output"]) == ("measure-1", ["ประชุมแล้ว 2 ครั้ง"])


def test_what_a_check_would_refuse_is_not_written(data: Path) -> None:
    rows = [["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"], ["ประชุมชี้แจง", "1. เตรียม", "กองที่ไม่มีอยู่"]]
    before = sorted(data.rglob("*"))
    told = run(data, saved(data, office_tables.workbook(rows), "แผน.xlsx"), "--year", "2568", "--write")
    assert (told.exit_code, sorted(data.rglob("*"))) == (1, before)
    assert "ไม่มีส่วนราชการ “กองที่ไม่มีอยู่”" in told.output


def test_an_ambiguous_heading_is_asked_and_answered(data: Path) -> None:
    rows = [["มาตรการ", "ขั้นตอนและผู้รับผิดชอบ", "ระยะเวลา"], ["ประชุมชี้แจง", "เตรียม", "ตลอดปีงบประมาณ"]]
    file = saved(data, office_tables.workbook(rows), "แผน.xlsx")
    told = run(data, file, "--year", "2568", "--write")
    assert (told.exit_code, "--column B=steps" in told.output) == (1, True)
    assert not list((data / "2568" / "measures").glob("measure-*"))
    assert run(data, file, "--year", "2568", "--column", "b=steps", "--write").exit_code == 0
    assert run(data, file, "--year", "2568", "--column", "B=xx").exit_code == 1


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--year", "2568", "--column", "B"], "B=owners"),
        (["--year", "2568", "--set", "=1"], "total=96.79"),
        (["--year", "2099"], "2099"),
        (["--year", "2568", "--table", "9"], "ไม่มีตารางที่ 9"),
        (["--year", "2568", "--report", "../x"], "ชื่อไฟล์รายงานไม่ได้"),
    ],
)
def test_what_is_typed_wrongly_is_said(data: Path, options: Sequence[str], word: str) -> None:
    told = run(data, saved(data, b"\xe0\xb8\x81\t1\n", "ก.txt"), *options)
    assert told.exit_code in {1, 2}
    assert word in told.output


def test_pasted_cells_and_old_excel(data: Path) -> None:
    told = run(data, "-", "--year", "2568", "--as", "result", pasted="คะแนนรวม\t๙๙.๓๗\n".encode())
    assert "→ total: 99.37" in told.output
    old = run(data, saved(data, b"\xd0\xcf\x11\xe0" + bytes(600), "ผล.xls"), "--year", "2568")
    assert (old.exit_code, "บันทึกเป็น .xlsx" in old.output) == (1, True)
