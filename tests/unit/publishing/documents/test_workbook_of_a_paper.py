"""A paper's tables as Excel workbook: whole, readable, printable, to count with, and nothing of it a formula."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

from ita_site.ground import thai
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.paper import Cell, Paper, Table, TableColumn
from ita_site.publishing.documents.workbook import as_xlsx
from tests.helpers import attacks, papers, sites
from tests.helpers.paper_samples import SENTENCE, paper, table, text

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def opened(of: Paper) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(of)))


def of_cells(*cells: Cell, title: str = "เรื่อง", caption: str = "ตาราง", figures: bool = False) -> Paper:
    """Return a paper with a table of one column."""
    column = TableColumn(title, 100, of_figures=figures)
    return replace(paper(), blocks=(Table(caption, (column,), tuple((cell,) for cell in cells)),), thai_digits=False)


def first(of: Paper) -> Worksheet:
    return opened(of).worksheets[0]


@pytest.mark.parametrize("agency", sorted(sites.AGENCIES))
def test_every_text_of_a_table_stands_in_its_workbook(agency: str) -> None:
    for each in papers.of(agency):
        tables = [block for one in (each, *each.parts) for block in one.blocks if isinstance(block, Table)]
        if not tables:
            continue
        written = [cell for sheet in opened(each).worksheets for row in sheet.iter_rows() for cell in row]
        shown = "\n".join(papers.plain(_shown(cell)) for cell in written if cell.value is not None)
        said = [text for one in tables for part in (one.columns, one.rows, one.groups) for text in papers.texts(part)]
        assert [one for one in said for line in one.split("\n") if papers.plain(line) not in shown] == []


def _shown(cell: object) -> str:
    """Return what a reader sees of a cell: a figure and a day as their formats write them."""
    value, form = cell.value, cell.number_format  # type: ignore[attr-defined]
    if isinstance(value, datetime):
        return f"{thai.write_short_date(value.date())} {thai.write_date(value.date())}"
    if isinstance(value, int | float):
        pattern = form.removeprefix("[$-D00041E]").split(";")[0]
        before, places, after = _literal(pattern)
        figure = f"{value:+,.{places}f}" if pattern.startswith("+") else f"{value:,.{places}f}"
        return f"{before}{figure if ',' in pattern else figure.replace(',', '')}{after}"
    return str(value)


def _literal(pattern: str) -> tuple[str, int, str]:
    parts = pattern.split('"')
    digits = next(part for part in parts[::2] if "0" in part)
    before = parts[1] if len(parts) > 1 and parts[0] == "" else ""
    after = parts[-2] if len(parts) > 1 and parts[-1] == "" else ""
    return before, len(digits.partition(".")[2]), after if len(parts) > 3 or not before else ""


def test_the_same_paper_makes_the_same_bytes_of_its_day() -> None:
    assert as_xlsx(paper()) == as_xlsx(paper())
    told = opened(paper()).properties
    assert told.created is not None
    assert (told.created.date(), told.title, told.creator) == (date(2026, 3, 15), paper().title, paper().agency)
    bare = opened(replace(paper(), day=None)).properties
    assert bare.created is not None
    assert bare.created.year == 2000


def test_figures_and_days_can_be_counted_with() -> None:
    sheet = first(paper())
    row = next(each for each in sheet.iter_rows(min_row=2) if each[0].value == 1)
    assert row[6].value == datetime(2025, 10, 1)  # noqa: DTZ001 - as Excel has it
    assert row[6].number_format == "[$-D07041E]d mmm yyyy"
    assert (row[7].value, row[7].number_format) == (97.1, "[$-D00041E]0.00")


@pytest.mark.parametrize(
    ("said", "value", "shown"),
    [
        ("97.10", Decimal("97.10"), (97.1, "0.00")),
        ("1,250", Decimal(1250), (1250, "#,##0")),
        ("+2.79", Decimal("2.79"), (2.79, "+0.00;-0.00;0.00")),
        ("−2.79", Decimal("-2.79"), (-2.79, "0.00")),
        ("97.10 คะแนน", Decimal("97.10"), (97.1, '0.00" คะแนน"')),
        ("๙๗.๑๐", Decimal("97.10"), (97.1, "0.00")),
        ("12", None, (12, "0")),
        ("97.10 ตามรายงาน (คำนวณ 97.11)", Decimal("97.10"), None),
        ("ไม่ได้ระบุ", None, None),
        ("97.11", Decimal("97.10"), None),
        ("2567-2568", None, None),
        ("O25", None, None),
    ],
)
def test_a_figure_is_one_only_where_its_words_say_nothing_else(
    said: str, value: Decimal | None, shown: tuple[float, str] | None
) -> None:
    cell = first(of_cells(Cell((text(said),), value), figures=True))["A2"]
    assert (cell.value, cell.number_format) == (shown or (said, "General"))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1 ตุลาคม 2568", date(2025, 10, 1)),
        ("๑ ต.ค. ๒๕๖๘", date(2025, 10, 1)),
        ("1 ต.ค. 2568 – 30 ก.ย. 2569", None),
        ("ภายใน 1 ตุลาคม 2568", None),
        ("ต.ค. 2568", None),
        ("1 ต.ค. 68", None),
    ],
)
def test_a_day_is_one_only_where_it_is_written_whole(said: str, day: date | None) -> None:
    cell = first(of_cells(Cell((text(said),), day)))["A2"]
    assert (cell.value.date() if day else cell.value) == (day or said)


FORMULAS = ("=1+1", "+1", "-1", "@x", " =1", "＝1+1", "\t=1", "{=1}")
HOSTILE = (*(each.payload for each in attacks.load(*attacks.TYPED)), *FORMULAS)


def test_no_text_is_a_formula_a_link_or_a_command() -> None:
    """In a cell, a head, a caption, a group and a title."""
    for figures in (False, True):
        book = opened(of_cells(*(Cell((text(each),)) for each in HOSTILE), figures=figures))
        cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not [cell for cell in cells if cell.hyperlink]
        assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")
    for hostile in FORMULAS:
        rows = ((Cell((text("ก"),)),),)
        block = Table(hostile, (TableColumn(hostile, 100),), rows, ((0, text(hostile)),))
        sheet = first(replace(paper(hostile), agency=hostile, blocks=(block,)))
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_it_prints_whole_on_a4_with_its_head_on_every_page() -> None:
    for sheet in opened(paper()).worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
        assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "A2")
        for row in sheet.iter_rows():
            height = sheet.row_dimensions[row[0].row].height
            assert height is not None
            assert height <= 409
            assert all(cell.alignment.wrap_text for cell in row if not isinstance(cell, MergedCell))


def test_a_row_is_as_high_as_its_lines_and_goes_on_in_the_next() -> None:
    """A letter of TH SarabunPSK is 0.386 of its size wide, a line 1.1 high; a width of Excel is 7 of 96 dots."""
    sheet = first(paper())
    widths = {at: each.width for each in sheet.column_dimensions.values() for at in range(each.min, each.max + 1)}
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if not isinstance(cell.value, str) or cell.coordinate in sheet.merged_cells:
                continue
            room = widths[cell.column] * 7 * 0.75
            lines = sum(-(-thai.columns(line) * 0.386 * 14 // room) or 1 for line in cell.value.split("\n"))
            assert sheet.row_dimensions[cell.row].height >= lines * 1.1 * 14
    long = [row[1].value for row in sheet.iter_rows(min_row=2) if str(row[0].value or "").endswith("(ต่อ)")]
    assert long
    whole = "".join(str(row[1].value or "") for row in sheet.iter_rows(min_row=2))
    assert (SENTENCE * 12).replace(" ", "") in whole.replace(" ", "").replace("\n", "")


def test_a_group_stands_across_and_hides_nothing() -> None:
    sheet = first(paper())
    assert "A2:H2" in {str(each) for each in sheet.merged_cells.ranges}
    assert sheet["A2"].value == "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"


@pytest.mark.parametrize("caption", ["ก" * 60, "a/b:c*d?e[f]g\\h", "'คำ'", "History", "หมายเหตุ", "", "===", "\x00\x0b"])
def test_sheets_have_names_that_excel_takes(caption: str) -> None:
    one = replace(table(5), caption=caption)
    book = opened(replace(paper(), blocks=(one, one, one)))
    names = [each.casefold() for each in book.sheetnames]
    assert len(set(names)) == 4
    assert names[-1] == "หมายเหตุ"
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert not [name for name in names if name.startswith("'") or name.endswith("'") or name == "history"]


def test_notes_stand_in_a_sheet_of_their_own_with_what_they_are_about() -> None:
    sheet = opened(paper())["หมายเหตุ"]
    assert [cell.value for cell in sheet[2]] == ["ผลรายมาตรการ", "4", "แก้คำผิด “เผยแพร่”"]
    assert "หมายเหตุ" not in opened(of_cells(Cell((text("ก"),)))).sheetnames


def test_a_paper_without_a_table_has_its_lines() -> None:
    bare = replace(paper(), blocks=(text("บรรทัดหนึ่ง"), *paper().blocks[:2]))
    values = [row[0].value for row in first(bare).iter_rows()]
    assert values[:3] == [paper().title, "บรรทัดหนึ่ง", "รายงานของ: ปีงบประมาณ พ.ศ. ๒๕๖๙"]


def test_a_book_has_the_tables_of_all_its_papers() -> None:
    book = replace(paper(), blocks=(), parts=(paper(), replace(paper(), title="อีกฉบับ")))
    assert opened(book).sheetnames == ["ผลรายมาตรการ", "ผลรายมาตรการ (2)", "หมายเหตุ"]


def test_without_the_extra_it_says_which_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra) as told:
        as_xlsx(paper())
    assert (told.value.extra, told.value.library) == ("documents", "xlsxwriter")
