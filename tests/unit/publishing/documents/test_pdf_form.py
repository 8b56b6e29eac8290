"""Where things stand on a sheet, in mm and points, against the sources that `form.py` names."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PIL import Image
from pypdf import PdfReader

from ita_site.publishing.documents.paper import (
    BodyText,
    Cell,
    Endorsement,
    Facts,
    ItemList,
    ListItem,
    Memorandum,
    PageBreak,
    PaperKind,
    SectionHeading,
    Signature,
    Words,
)
from ita_site.publishing.documents.pdf import as_pdf
from tests.helpers import made_files, pdf_readers
from tests.helpers.made_papers import MARK, MEMORANDUM, PAPER, TABLE, text

if TYPE_CHECKING:
    from pathlib import Path

MM = 72 / 25.4
SHEET = (210 * MM, 297 * MM)
LABELS = ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง")


class Run(NamedTuple):
    """Letters of one size: mm from the left edge, and from the upper edge to the line they stand on."""

    text: str
    left: float
    base: float
    size: float
    font: str


def page_of(pdf: bytes, number: int = 1) -> Any:  # noqa: ANN401 - pypdf's page
    return PdfReader(io.BytesIO(pdf)).pages[number - 1]


def runs(pdf: bytes, number: int = 1) -> list[Run]:
    """Return the runs of letters of a page."""
    found: list[Run] = []
    page = page_of(pdf, number)
    height = float(page.mediabox.height)

    def see(said: str, matrix: list[float], _: list[float], font: dict[str, str] | None, size: float) -> None:
        if said.strip() and font:
            left, base = matrix[4] / MM, (height - matrix[5]) / MM
            found.append(Run(said.strip(), left, base, round(size, 2), font["/BaseFont"].partition("+")[2]))

    page.extract_text(visitor_text=see)
    return found


def one(found: list[Run], said: str) -> Run:
    """Return the run that is a text, or the first that begins with it."""
    return next((run for run in found if run.text == said), None) or next(r for r in found if r.text.startswith(said))


def operations(pdf: bytes, wanted: bytes) -> list[tuple[list[Any], list[float]]]:
    """Return what one operator of the first page draws, with the matrix it is drawn by."""
    found: list[tuple[list[Any], list[float]]] = []

    def see(operator: bytes, operands: list[Any], matrix: list[float], _: list[float]) -> None:
        if operator == wanted:
            found.append((operands, list(matrix)))

    page_of(pdf).extract_text(visitor_operand_before=see)
    return found


MEMO = as_pdf(PAPER)
HEAD = runs(MEMO)


def test_a_sheet_is_a4_upright_and_on_its_side() -> None:
    upright, flat = page_of(MEMO), page_of(as_pdf(replace(PAPER, memorandum=None, landscape=True)))
    assert (upright.mediabox.width, upright.mediabox.height) == pytest.approx(SHEET, abs=0.5)
    assert (flat.mediabox.width, flat.mediabox.height) == pytest.approx(SHEET[::-1], abs=0.5)


def test_text_keeps_3_cm_at_the_left_and_2_cm_at_the_right_on_every_page() -> None:
    for page in range(1, len(pdf_readers.by_poppler(MEMO)) + 1):
        boxes = pdf_readers.boxes(MEMO, page)
        assert min(box.left for box in boxes) >= 30 - 0.1
        assert max(box.right for box in boxes) <= 190 + 0.1
    assert one(HEAD, "ส่วนราชการ").left == pytest.approx(30, abs=0.1)


def test_a_sheet_on_its_side_keeps_3_cm_at_the_top_and_2_cm_at_its_other_edges() -> None:
    pdf = as_pdf(replace(PAPER, memorandum=None, landscape=True))
    for page in range(1, len(pdf_readers.by_poppler(pdf)) + 1):
        said = [box for box in pdf_readers.boxes(pdf, page) if box.top > 20]
        assert min(box.top for box in said) >= 30 - 1
        assert min(box.left for box in said) >= 20 - 0.1
        assert max(box.right for box in said) <= 277 + 0.1
        assert max(box.bottom for box in said) <= 190 + 1


def test_the_title_is_bold_29_points_on_a_line_of_35_points() -> None:
    title, division = one(HEAD, "บันทึกข้อความ"), one(HEAD, "ส่วนราชการ")
    assert (title.size, title.font) == (29, "Sarabun-Bold")
    box = next(each for each in pdf_readers.boxes(MEMO, 1) if each.word == "บันทึกข้อความ")
    assert (box.left + box.right) / 2 == pytest.approx(110, abs=0.5), "in the middle between the margins"
    line = 35 / MM
    assert title.base == pytest.approx(20 + 0.8 * line, abs=0.1)
    ascender_of_20_points = 0.837 * 20 / MM
    assert division.base - ascender_of_20_points == pytest.approx(20 + line, abs=0.1)


@pytest.mark.parametrize("label", LABELS)
def test_labels_are_bold_20_points_and_what_is_typed_16(label: str) -> None:
    said = one(HEAD, label)
    assert (said.size, said.font) == (20, "Sarabun-Bold")
    typed = min((run for run in HEAD if run.base == said.base and run.left > said.left), key=lambda run: run.left)
    assert (typed.size, typed.font) == (16, "Sarabun-Regular")


def test_the_text_has_16_points_on_single_lines() -> None:
    """Single: the line of TH Sarabun New, 1.271 of its size."""
    lines = [run for run in HEAD if "เทศบาลตำบลตัวอย่างได้จัดทำแผน" in run.text or "หนังสือที่อ้างถึง" in run.text]
    assert len({run.base for run in lines}) > 2
    assert {(run.size, run.font) for run in lines} == {(16, "Sarabun-Regular")}
    for first, second in pairwise(sorted({run.base for run in lines})):
        assert (second - first) * MM == pytest.approx(16 * 1.271, abs=0.1)


def test_a_paragraph_begins_2_and_a_half_cm_from_the_margin() -> None:
    assert one(HEAD, "จึงเรียนมาเพื่อโปรดพิจารณา").left == pytest.approx(55, abs=0.1)


def test_dotted_lines_follow_the_four_labels_to_the_margin_and_no_rule_parts_head_from_text() -> None:
    dashes = operations(MEMO, b"d")
    lines = {round((SHEET[1] - matrix[5]) / MM, 1) for (pattern, _), matrix in dashes if len(pattern) == 2}
    for label in LABELS:
        base = one(HEAD, label).base
        assert any(base < line < base + 2 for line in lines), label
    assert all(len(pattern) == 2 for (pattern, _), _ in dashes), "every line of a memorandum is dotted"


def test_the_emblem_is_15_mm_high_and_stands_15_mm_from_the_edge() -> None:
    pdf = as_pdf(replace(PAPER, emblem=made_files.picture("png", (80, 100))))
    (_, matrix), *_ = operations(pdf, b"Do")
    width, height, left, bottom = matrix[0] / MM, matrix[3] / MM, matrix[4] / MM, (SHEET[1] - matrix[5]) / MM
    assert (width, height) == pytest.approx((12, 15), abs=0.1)
    assert (left, bottom) == pytest.approx((30, 30), abs=0.1)


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "PNG"), ("P", "PNG"), ("I;16", "PNG"), ("RGB", "WEBP")]
)
def test_an_emblem_may_be_of_any_colours_and_of_any_size(mode: str, kind: str) -> None:
    picture = io.BytesIO()
    Image.new(mode, (3000, 1500)).save(picture, kind)
    pdf = as_pdf(replace(PAPER, emblem=picture.getvalue()))
    (_, matrix), *_ = operations(pdf, b"Do")
    assert (matrix[0] / MM, matrix[3] / MM) == pytest.approx((30, 15), abs=0.1)
    assert len(pdf) < len(MEMO) + 50_000


def test_a_wide_emblem_does_not_run_into_the_title() -> None:
    pdf = as_pdf(replace(PAPER, emblem=made_files.picture("png", (1000, 100))))
    (_, matrix), *_ = operations(pdf, b"Do")
    title = next(box for box in pdf_readers.boxes(pdf, 1) if box.word == "บันทึกข้อความ")
    assert (matrix[4] + matrix[0]) / MM < title.left


def test_an_emblem_from_a_camera_stands_upright() -> None:
    pdf = as_pdf(replace(PAPER, emblem=made_files.picture("jpeg", (100, 80), orientation=6)))
    (_, matrix), *_ = operations(pdf, b"Do")
    assert (matrix[0] / MM, matrix[3] / MM) == pytest.approx((12, 15), abs=0.1)


def test_a_file_that_is_no_picture_leaves_the_place_blank() -> None:
    assert as_pdf(replace(PAPER, emblem=b"\x89PNG\r\n\x1a\n123")) == MEMO


def test_without_an_emblem_its_place_stays_blank() -> None:
    assert operations(MEMO, b"Do") == []
    assert min(box.top for box in pdf_readers.boxes(MEMO, 1) if box.left < 60) > 30


def test_pages_are_numbered_in_the_middle_from_the_second_on_and_each_document_by_itself() -> None:
    short = replace(PAPER, memorandum=replace(MEMORANDUM, endorsements=()))
    first_lines = [page.split("\n")[0] for page in pdf_readers.by_poppler(as_pdf(short))]
    assert first_lines[:3] == ["บันทึกข้อความ", PAPER.title, "- ๒ -"]
    assert [f"- {number} -" in said for number, said in zip("๒๓๔", first_lines[2:], strict=False)] == [True] * 3
    number = next(box for box in pdf_readers.boxes(as_pdf(short), 3) if box.word == "๒")
    assert (number.left + number.right) / 2 == pytest.approx(110, abs=0.5)
    assert number.top == pytest.approx(10, abs=0.6)


def test_page_numbers_and_notes_have_the_digits_of_the_paper() -> None:
    said = "".join(pdf_readers.by_poppler(as_pdf(replace(PAPER, thai_digits=False))))
    assert "- 2 -" in said
    assert "(1)" in said
    assert "- ๒ -" not in said


def test_the_foot_stays_below_the_text() -> None:
    pdf = as_pdf(PAPER, mark=MARK)
    for page in (2, 3):
        foot = [box for box in pdf_readers.boxes(pdf, page) if box.top > 277]
        assert any(box.word == MARK.url for box in foot)
        assert max(box.bottom for box in foot) < 297 - 5


def test_the_header_row_stands_on_each_sheet_of_a_table_and_no_short_row_is_broken() -> None:
    pages = pdf_readers.by_poppler(as_pdf(replace(PAPER, memorandum=None, landscape=True)))
    with_rows = [page for page in pages if "[" in page]
    assert len(with_rows) > 3
    assert all("ผลที่คาดว่าจะได้รับ" in page for page in with_rows)
    for number in range(1, len(TABLE.rows) + 1):
        (page,) = [page for page in with_rows if f"[{number}]" in page]
        row = page.partition(f"[{number}]")[2].partition("[")[0]
        assert "สะดวก" in row, "its last cell is on the same sheet"


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_neither_a_heading_nor_the_line_before_a_table_ends_a_sheet(lines: int) -> None:
    before = text("\n".join(["ก"] * lines))
    about = (SectionHeading(1, (Words("หัวข้อ"),)), text("วิธีคำนวณ"), TABLE)
    pages = pdf_readers.by_poppler(as_pdf(replace(PAPER, memorandum=None, blocks=(before, *about))))
    (page,) = [page for page in pages if "หัวข้อ" in page]
    assert page.index("หัวข้อ") < page.index("วิธีคำนวณ") < page.index("ตารางที่ ๑") < page.index("[1]")


def test_a_row_longer_than_a_sheet_goes_on_on_the_next() -> None:
    cells = (*TABLE.rows[0][:-1], replace(TABLE.rows[0][-1], blocks=(text("ผู้รับบริการพึงพอใจ " * 300 + "จบ"),)))
    pages = pdf_readers.by_poppler(as_pdf(replace(PAPER, memorandum=None, blocks=(replace(TABLE, rows=(cells,)),))))
    assert len(pages) > 1
    assert "จบ" in pages[-1]


def test_a_checksum_or_an_address_does_not_run_out_of_its_column(tmp_path: Path) -> None:
    long = ("0123456789abcdef" * 4, f"https://www.example.go.th/{'folder/' * 12}{'x' * 60}.pdf")
    cells = (*TABLE.rows[0][:2], *(Cell((text(said),)) for said in long), *TABLE.rows[0][4:])
    pdf = as_pdf(replace(PAPER, memorandum=None, blocks=(replace(TABLE, rows=(cells,)),)))
    for said in (pdf_readers.by_poppler(pdf), pdf_readers.by_pypdf(pdf), *pdf_readers.by_pdf_js([pdf], tmp_path)):
        assert [each for each in long if each not in pdf_readers.letters("".join(said))] == []
    parts = sum(column.width for column in TABLE.columns)
    middle = 30 + 160 * sum(column.width for column in TABLE.columns[:3]) / parts
    hashed = [box for box in pdf_readers.boxes(pdf, 1) if re.fullmatch("[0-9a-f]{10,}", box.word)]
    assert hashed
    assert all(box.right <= middle + 1 for box in hashed)
    assert max(box.right for box in pdf_readers.boxes(pdf, 1)) <= 190 + 0.1


def test_what_is_empty_takes_no_room_and_breaks_nothing() -> None:
    bare = (Words(""), Words(" "))
    nothing = (
        SectionHeading(2, ()),
        SectionHeading(1, bare),
        BodyText(()),
        BodyText(bare, indented=True),
        ItemList(()),
        ItemList((ListItem("", (), (ListItem("", bare),)),)),
        Facts(()),
        Facts((("", BodyText(())),)),
        replace(TABLE, caption="", rows=(), groups=()),
        replace(TABLE, rows=(tuple(Cell(()) for _ in TABLE.columns),), groups=((0, BodyText(())),)),
        PageBreak(),
        PageBreak(),
        Signature("", ""),
    )
    memo = Memorandum("", "", "", "", "", (("", ()), ("", (BodyText(()),))), (), None, (Endorsement("", None, None),))
    assert as_pdf(replace(PAPER, memorandum=memo, blocks=nothing))
    assert as_pdf(replace(PAPER, memorandum=None, blocks=()))
    assert as_pdf(replace(PAPER, kind=PaperKind.YEARBOOK, memorandum=None, blocks=(), parts=()))


def test_the_heading_of_a_group_stands_before_its_first_row_and_again_on_each_sheet() -> None:
    pages = [page for page in pdf_readers.by_poppler(as_pdf(replace(PAPER, memorandum=None))) if "[" in page]
    first, second = ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ")
    assert all(first in page or second in page for page in pages)
    (begins,) = [page for page in pages if "[31]" in page]
    assert begins.index(second) < begins.index("[31]")
    assert all(first not in page for page in pages[pages.index(begins) + 1 :])


def test_figures_stay_on_one_line_however_narrow_their_column_is() -> None:
    pages = pdf_readers.by_poppler(as_pdf(replace(PAPER, memorandum=None, blocks=(TABLE,))))
    assert sum(page.count("๑,๒๓๔,๕๖๗.๐๐") for page in pages) == len(TABLE.rows)
