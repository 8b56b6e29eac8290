"""Papers have Thai digits, but in what a reader types, or looks up as it stands."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from ita_site.publishing.documents.paper import BodyText, Cell, Paper, PaperKind, Table, TableColumn, Words
from ita_site.publishing.documents.paper_digits import thai_digits, with_thai_digits
from tests.helpers import papers, sites


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ปี 2568 ได้ 99.37 คะแนน", "ปี ๒๕๖๘ ได้ ๙๙.๓๗ คะแนน"),
        ("ข้อ2.1(3)", "ข้อ๒.๑(๓)"),
        ("1,234 บาท ร้อยละ 80% 6/10/2568 -1.50", "๑,๒๓๔ บาท ร้อยละ ๘๐% ๖/๑๐/๒๕๖๘ -๑.๕๐"),
        ("โทร. 0-5421-0000 ต่อ 12", "โทร. ๐-๕๔๒๑-๐๐๐๐ ต่อ ๑๒"),
        ("รายการ O25 และ O1-O43 (2568)", "รายการ O25 และ O1-O43 (๒๕๖๘)"),
        ("ข้อ2(O25)ของปี2568", "ข้อ๒(O25)ของปี๒๕๖๘"),
        ("รหัส SHA-256 คือ 12ab34cd", "รหัส SHA-256 คือ 12ab34cd"),
        ("ดูที่ https://x.go.th/a/2568?(1)=2 ข้อ 3", "ดูที่ https://x.go.th/a/2568?(1)=2 ข้อ ๓"),
        ("ที่ www.x.go.th/2568 และ www.x.go.th", "ที่ www.x.go.th/2568 และ www.x.go.th"),
        ("ส่ง saraban_06520101@dla.go.th ภายใน 7 วัน", "ส่ง saraban_06520101@dla.go.th ภายใน ๗ วัน"),
        ("ดู https://x.go.th/แผน2568/2 ปี 2569", "ดู https://x.go.th/แผน2568/2 ปี ๒๕๖๙"),
        ("ดู https://x.go.th/2568ข้อ2", "ดู https://x.go.th/2568ข้อ๒"),
        ("ดู x.go.th/a(1),2 ข้อ 3", "ดู x.go.th/a(1),2 ข้อ ๓"),
        ("แบบ_2568.pdf และ แผน2568.docx หน้า 3", "แบบ_2568.pdf และ แผน2568.docx หน้า ๓"),
        ("โรคโควิด COVID-19 พบ 19 ราย เวลา 10:30 น.", "โรคโควิด COVID-19 พบ ๑๙ ราย เวลา ๑๐:๓๐ น."),
        ("ไฟล์ data/2568/files/plan-1.pdf", "ไฟล์ data/2568/files/plan-1.pdf"),
        ("๑. แล้วก็ 2.", "๑. แล้วก็ ๒."),
        ("ไม่มีเลข", "ไม่มีเลข"),
    ],
)
def test_figures_are_turned_and_codes_are_not(text: str, written: str) -> None:
    assert thai_digits(text) == written


def test_values_and_addresses_of_a_paper_stay_as_they_are() -> None:
    address = "data/2568/files/1-2.pdf"
    cell = Cell((BodyText((Words("6 ต.ค. 2568 "), Words("99.37", notes=("แก้ปี 2563",)))),), Decimal("99.37"))
    paper = Paper(
        kind=PaperKind.PLAN,
        year=2568,
        name="2568-plan",
        title="แผนปี 2568",
        agency="เทศบาลตำบลตัวอย่าง",
        address="2568/plan/",
        day=date(2025, 10, 6),
        memorandum=None,
        blocks=(
            Table("ตารางที่ 1", (TableColumn("ปี 2568", 100),), ((cell,),)),
            BodyText((Words(address, url=address), Words("1/2", url="https://x.go.th/1"), Words("หน้า 3"))),
        ),
    )
    turned = with_thai_digits(paper)
    assert (turned.kind, turned.year, turned.name, turned.address) == (PaperKind.PLAN, 2568, "2568-plan", "2568/plan/")
    assert turned.title == "แผนปี ๒๕๖๘"
    table, text = turned.blocks
    assert isinstance(table, Table)
    assert table.caption == "ตารางที่ ๑"
    assert table.rows[0][0].value == Decimal("99.37")
    assert "".join(papers.texts(table.rows[0][0].blocks)) == "๖ ต.ค. ๒๕๖๘ ๙๙.๓๗แก้ปี ๒๕๖๓"
    assert isinstance(text, BodyText)
    assert text.words[0] == Words(address, url=address)
    assert text.words[2].text == "หน้า ๓"


@pytest.mark.parametrize("agency", sorted(sites.AGENCIES))
def test_no_figure_of_a_paper_is_left_in_arabic_digits(agency: str) -> None:
    for each in papers.of(agency):
        read = " ".join(papers.texts((each.title, each.memorandum, each.blocks)))
        words = re.findall(r"[!-~]*[0-9][!-~]*", read)
        assert [word for word in words if not re.search("[A-Za-z]", word)] == []


@pytest.mark.parametrize("piece", ["a-", "a.", "_", "1@", "www.", "a@a.", "http://a/ก", "ก1"])
def test_a_long_word_does_not_take_long(piece: str) -> None:
    """Each of these took minutes when it was looked for at every letter."""
    text = piece * 40_000
    assert len(thai_digits(text)) == len(text)
