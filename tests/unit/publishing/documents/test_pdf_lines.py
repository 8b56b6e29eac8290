"""Where lines, rows and sheets end: not within a word, a day or a name, and not below what heads something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.paper import BodyText, Cell, Facts, ItemList, ListItem, PaperKind, Words
from ita_site.publishing.documents.pdf import as_pdf
from tests.helpers import papers, pdf_readers
from tests.helpers.made_papers import PAPER, text

BARE = replace(PAPER, memorandum=None)


@pytest.mark.parametrize(
    "said",
    [
        "ปีงบประมาณ",
        "ตัวชี้วัด",
        "สารสนเทศ",
        "กระบวนการ",
        "ข้อเสนอแนะ",
        "ประพฤติมิชอบ",
        "พ.ศ. ๒๕๖๘",
        "พ.ศ. 2568",
        "๓ มีนาคม",
        "๓๐ ก.ย.",
        "ต่าง ๆ",
        "ตำบลชุมแสง",
    ],
)
def test_a_line_ends_in_no_word_day_year_or_name(said: str) -> None:
    blocks = tuple(text("ดี " * before + said) for before in range(25, 45))
    pages = pdf_readers.by_poppler(as_pdf(replace(BARE, agency="องค์การบริหารส่วนตำบลชุมแสง", blocks=blocks)))
    assert sum(page.replace("\u00a0", " ").count(said) for page in pages) >= len(blocks)


def test_the_longest_thai_word_does_not_run_out_of_a_narrow_column() -> None:
    words = ("มาตรการตามแนวทางของประมวลจริยธรรม", *("ขั้นตอนการดำเนินงานตามแผนปฏิบัติการ " * 20,) * 5)
    made = table("", [f"ช่อง {index}" for index in range(6)], [tuple(Cell((text(each),)) for each in words)])
    boxes = pdf_readers.boxes(as_pdf(replace(BARE, blocks=(made,))), 1)
    first = 30 + 160 * made.columns[0].width / 100
    (begins,) = [box for box in boxes if "ประมวล" in box.word]
    (ends,) = [box for box in boxes if box.word.endswith("ธรรม")]
    assert max(begins.right, ends.right) <= first


def test_a_row_that_is_short_on_a_sheet_on_its_side_is_not_broken_there() -> None:
    (plan,) = papers.of_kind("chum-saeng", PaperKind.PLAN)
    assert plan.landscape
    (page,) = [page for page in pdf_readers.by_poppler(as_pdf(plan)) if "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สิน" in page]
    assert "ให้ตรวจสอบได้" in page.partition("ตัวชี้วัดที่ ๔")[2].partition("ตัวชี้วัดที่ ๕")[0]


@pytest.mark.parametrize("lines", range(24, 36))
def test_a_line_that_heads_others_does_not_end_a_sheet(lines: int) -> None:
    before = text("\n".join(["ก"] * lines))
    below = (ListItem("", (Words("ข้อค้นพบ " * 20),)),)
    of_list = ItemList((ListItem("๑.", (Words("จุดที่ต้องพัฒนา"),), below),))
    cell = Cell((BodyText((Words("จุดที่ต้องพัฒนา", bold=True),)), text("ข้อค้นพบ " * 300)))
    for block in (of_list, table("", ["ช่อง"], [(cell,)])):
        pages = pdf_readers.by_poppler(as_pdf(replace(BARE, blocks=(before, block))))
        (page,) = [page for page in pages if "จุดที่ต้องพัฒนา" in page]
        assert "ข้อค้นพบ" in page


@pytest.mark.parametrize("lines", range(30, 42))
def test_a_few_facts_stand_on_one_sheet_and_many_go_on_on_the_next(lines: int) -> None:
    before = text("\n".join(["ก"] * lines))
    few = Facts((("คะแนนรวม", text("๕๗.๓๑")), ("ระดับ", text("D")), ("อันดับ", text("ที่ ๖๘"))))
    pages = pdf_readers.by_poppler(as_pdf(replace(BARE, blocks=(before, few))))
    (page,) = [page for page in pages if "คะแนนรวม" in page]
    assert "อันดับ" in page
    many = Facts(tuple((f"เรื่องที่ {number}", text("ข้อความ")) for number in range(80)))
    pages = pdf_readers.by_poppler(as_pdf(replace(BARE, blocks=(before, many))))
    assert all(any(f"เรื่องที่ {number}" in page for page in pages) for number in range(80))
