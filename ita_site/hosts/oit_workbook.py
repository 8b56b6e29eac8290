"""The rows of the OIT form → an Excel workbook that reads and prints whole; the extra `documents` writes it."""

from __future__ import annotations

import io
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.hosts import oit_form_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.saying.view.oit_form import FormRow

_WIDTHS = (8, 30, 9, 54, 54, 16)
"""The widths of the columns, in digits of the font: together they fill A4 across at four fifths of the size."""
_LINES = 20
"""Lines of a cell beyond which an item goes on in the next row: no spreadsheet has a row over 409 points high."""
_A4 = 9
_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - a day that never changes, in a field without a zone
"""When the file says that it was made, so that the same data make the same bytes."""


class NoWriter(Exception):
    """The library that writes Excel files is not installed."""


def as_workbook(rows: Iterable[FormRow], year: int) -> bytes:
    """Return the form of a fiscal year, B.E., as XLSX: one row an item, every cell a text, none a formula or a link.

    Raises:
        NoWriter: the extra `documents` is not installed.

    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoWriter from error
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": f"OIT {year}", "created": _LONG_AGO})
        sheet = book.add_worksheet(f"OIT {year}")
        cell: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1, "quote_prefix": True}
        head, body = book.add_format({**cell, "bold": True, "bg_color": "#E8EAF0"}), book.add_format(cell)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        lines = [oit_form_report.HEADS, *(each for row in rows for each in _in_parts(oit_form_report.cells(row)))]
        for number, line in enumerate(lines):
            for column, text in enumerate(line):
                sheet.write_string(number, column, text, body if number else head)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&Lแบบ OIT ปี {year}&R&P / &N")
    return out.getvalue()


def _in_parts(cells: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the cells of an item as rows of a height that a spreadsheet can show; those after the first say so."""
    columns = [_parts(text, width) for text, width in zip(cells, _WIDTHS, strict=True)]
    for number, parts in enumerate(zip_longest(*columns, fillvalue="")):
        yield parts if number == 0 else (f"{cells[0]} (ต่อ)", *parts[1:])


def _parts(text: str, width: int) -> list[str]:
    """Return a text cut between lines or, where a line is too long by itself, between words."""
    parts, height = [""], 0
    for line in text.split("\n"):
        for piece in _pieces(line, width * _LINES):
            tall = -(-thai.columns(piece) // width) or 1
            if height and height + tall > _LINES:
                parts.append(piece)
                height = tall
            else:
                parts[-1] += f"\n{piece}" if height else piece
                height += tall
    return parts


def _pieces(line: str, most: int) -> Iterator[str]:
    while thai.columns(line) > most:
        cut = line.rfind(" ", 1, most)
        cut = cut if cut > 0 else most
        yield line[:cut]
        line = line[cut:].lstrip(" ")
    yield line
