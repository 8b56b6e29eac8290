"""Tables brought to the desk: what was understood of each cell is seen before anything is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.data.edit import values
from tests.helpers import made_files, office_tables
from tests.helpers.desk import ORIGIN, Desk, seen

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    *("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต"),
    *("คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต"),
)
ROWS = [["ตัวชี้วัดที่", "ชื่อ", "ได้"], *([str(number), name, "๙๙.๕๐"] for number, name in enumerate(NAMES, start=1))]


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


def sent(desk: Desk, data: bytes, name: str = "ผล.xlsx", **fields: str) -> str:
    """Send a file; return where it leads, or the page that says why it is not read."""
    answer = desk.client.post(
        "/import",
        data={"form_token": desk.access.form_token, "year": "2569", **fields},
        files={"file": (name, data)},
        headers={"Origin": ORIGIN},
    )
    assert answer.status_code in {303, 422}, answer.text[:300]
    return str(answer.headers.get("location", answer.text))


def page_of(where: str) -> str:
    """Return the address at which the file is read as a person has explained it."""
    return f"{where}&column.B=name&column.C=score&set.total=99.50&set.level=ผ่านดีเยี่ยม"


def hidden(page: str) -> dict[str, str]:
    """Return the fields of the form that writes."""
    form = page.rpartition('<form method="post"')[2]
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))


def test_a_file_is_read_explained_and_written(desk: Desk) -> None:
    data = desk.workspace.data
    there = sorted(data.rglob("*.yml"))
    where = sent(desk, office_tables.workbook(ROWS), kind="result")
    page = desk.get(where)
    assert "column.C" in page
    assert "ไม่เข้าใจ" in seen(page)
    assert "เขียนไม่ได้" in seen(page)
    page = desk.get(page_of(where))
    assert "ตัวชี้วัดที่ 5 › คะแนน" in seen(page)
    assert "ไฟล์ใหม่" in seen(page)
    assert sorted(data.rglob("*.yml")) == there
    (data / "2569" / "gaps.yml").unlink()
    leads = desk.post(where.partition("?")[0], **hidden(desk.get(page_of(where))))
    assert leads == "/?year=2569", seen(leads)
    made = values((data / "2569" / "result.yml").read_bytes())
    assert isinstance(made, dict)
    assert (made["total"], len(made["indicators"] or ())) == ("99.50", 10)
    assert "เขียน 2569/result.yml แล้ว" in seen(desk.get("/"))


def test_pasted_cells_are_read_and_what_is_there_is_not_written_over(desk: Desk) -> None:
    result = desk.workspace.data / "2568" / "result.yml"
    before = result.read_bytes()
    pasted = "ตัวชี้วัด\tคะแนน\nตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน\t๑๒.๓๔\n"
    where = desk.post("/import", year="2568", kind="result", pasted=pasted)
    page = desk.get(where)
    assert "ต่างจากที่มีอยู่ 1 แห่ง" in seen(page)
    assert "คะแนนรายตัวชี้วัด › รายการที่ 6 › คะแนน: ในไฟล์ “98.57”" in seen(page)
    assert "ตัวชี้วัดที่ 6 › คะแนน " in seen(page), "not what a measure calls its score"
    assert "98.57" in seen(page)
    desk.post(where.partition("?")[0], **hidden(page))
    assert result.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "ว่าง"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xlsx"),
        (made_files.xlsx({"xl/vbaProject.bin": b"x"}), "แมโคร"),
        (b"%PDF-1.7", ".xlsx"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(desk: Desk, data: bytes, word: str) -> None:
    assert word in seen(sent(desk, data, "../../ผล.xlsx"))


def test_nothing_chosen_an_odd_year_and_a_forgotten_file(desk: Desk) -> None:
    assert "ยังไม่ได้เลือก" in seen(desk.post("/import", year="2568", pasted=" "))
    assert "2099" in seen(desk.post("/import", year="2099", pasted="ก\tข"))
    assert desk.client.get(f"/import/{'0' * 64}?year=2568").headers["location"] == "/import"
    where = desk.post("/import", year="2568", pasted="ก\tข")
    for wrong in ("year=x", "year=2568&kind=x", "year=2568&report=../x"):
        assert desk.client.get(f"{where.partition('?')[0]}?{wrong}").status_code == 404


def test_what_stands_in_cells_is_text_on_the_page(desk: Desk) -> None:
    where = desk.post("/import", year="2568", kind="result", pasted="ตัวชี้วัด\tคะแนน\n<script>x</script>\t<b>1</b>\n")
    page = desk.get(where)
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page
