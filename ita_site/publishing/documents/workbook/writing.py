"""Planned sheets → XLSX by xlsxwriter: widths, heights that clip no Thai mark, frozen heads, print on A4."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from ita_site.publishing.documents import form
from ita_site.publishing.documents.workbook.cells import MOST_LINES, SheetCell, in_parts, lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ita_site.publishing.documents.workbook.cells import PlannedSheet, SheetRow

_A4 = 9
_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - a day that never changes, in a field without a zone
"""When a file without a day says that it was made, so that the same data make the same bytes."""
_LINE = 1.3
"""A line's height as a share of its letters': Thai has marks above and below."""
_PAPER_LINE = 6.0
"""Points of a row beside its lines."""
_TALLEST = 409.0
_LONGEST = 32_767
"""Letters of a cell that Excel takes."""
_DAYS = {True: "[$-D07041E]d mmm yyyy", False: "[$-107041E]d mmm yyyy"}
"""B.E. days, in Thai or Arabic digits: a Thai calendar (07) and language (041E); Excel and LibreOffice know both."""
_THAI_FIGURES = "[$-D00041E]"
_CUT = "…"
_QUOTE = '"'


def written(sheets: Sequence[PlannedSheet], title: str, day: date | None, author: str) -> bytes:
    """Return sheets as XLSX, the same bytes each time: every text is a text, none a formula or a link."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        made = datetime.combine(day, time()) if day else _LONG_AGO
        book.set_properties({"title": title[:255], "author": author[:255], "created": made})
        formats = _Formats(book)
        for planned in sheets:
            _write(book.add_worksheet(planned.name), planned, formats)
    return out.getvalue()


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **more: object) -> Format:
        """Return the format of a cell with something more."""
        looks: Mapping[str, Any] = {
            "font_name": form.FONTS[0],
            "font_size": form.TABLE_SIZE,
            "text_wrap": True,
            "valign": "top",
            "border": 1,
            **more,
        }
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(looks))
        return self._made[key]

    def of_cell(self, cell: SheetCell, *, thai_digits: bool) -> Format:
        """Return the format of a cell: a text that stays one though it is edited, a figure as printed, a day B.E."""
        if isinstance(cell.value, Decimal):
            return self.of(num_format=_figure(cell, thai_digits=thai_digits))
        if isinstance(cell.value, date):
            return self.of(num_format=_DAYS[thai_digits], align="left")
        return self.of(quote_prefix=True)


def _figure(cell: SheetCell, *, thai_digits: bool) -> str:
    """Return the number format that shows a figure with the places that its words have, and what stands around."""
    exponent = cell.value.as_tuple().exponent if isinstance(cell.value, Decimal) else 0
    places = "." + "0" * -exponent if isinstance(exponent, int) and exponent < 0 else ""
    digits = ("#,##0" if "," in cell.text else "0") + places
    signed = f"+{digits};-{digits};{digits}" if "+" in cell.text else digits
    before, after = (f'"{part.replace(_QUOTE, "")}"' if part else "" for part in (cell.before, cell.after))
    one = ";".join(f"{before}{each}{after}" for each in signed.split(";"))
    return f"{_THAI_FIGURES}{one}" if thai_digits else one


def _write(sheet: Worksheet, planned: PlannedSheet, formats: _Formats) -> None:
    head = formats.of(bold=True, bg_color="#E8EAF0", align="center", quote_prefix=True)
    for column, width in enumerate(planned.widths):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, planned.heads[column], head)
    sheet.set_row(0, _height(max(map(lines_of, planned.heads, planned.widths))))
    rows = [part for row in planned.rows for part in in_parts(row, planned.widths)]
    for number, row in enumerate(rows, 1):
        if row.heading:
            _write_heading(sheet, number, row, planned, formats)
            continue
        for column, cell in enumerate(row.cells):
            _write_cell(sheet, (number, column), cell, formats.of_cell(cell, thai_digits=planned.thai_digits))
        texts = (cell.text for cell in row.cells)
        sheet.set_row(number, _height(max(map(lines_of, texts, planned.widths), default=1)))
    sheet.freeze_panes(1, planned.frozen)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{_in_foot(planned.foot)}&R&P / &N")


def _write_heading(sheet: Worksheet, number: int, row: SheetRow, planned: PlannedSheet, formats: _Formats) -> None:
    text = row.cells[0].text
    look = formats.of(bold=True, bg_color="#F2F2F2", quote_prefix=True)
    for column in range(len(planned.widths)):
        sheet.write_blank(number, column, None, look)
    if len(planned.widths) > 1:
        sheet.merge_range(number, 0, number, len(planned.widths) - 1, "", look)
    sheet.write_string(number, 0, text[:_LONGEST], look)
    sheet.set_row(number, _height(lines_of(text, sum(planned.widths))))


def _write_cell(sheet: Worksheet, place: tuple[int, int], cell: SheetCell, look: Format) -> None:
    match cell.value:
        case Decimal():
            sheet.write_number(*place, float(cell.value), look)
        case date():
            sheet.write_datetime(*place, datetime.combine(cell.value, time()), look)
        case _:
            kept = cell.text if len(cell.text) <= _LONGEST else cell.text[: _LONGEST - 1] + _CUT
            sheet.write_string(*place, kept, look)


def _height(lines: int) -> float:
    return min(_TALLEST, min(lines, MOST_LINES) * form.TABLE_SIZE * _LINE + _PAPER_LINE)


def _in_foot(text: str) -> str:
    """Return a text for the foot of a page, where & begins a command and 255 letters are all."""
    return text.replace("&", "&&")[:200]
