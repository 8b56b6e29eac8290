"""Tables → one Excel workbook: a sheet a table, typed cells, no formula; the extra `documents` writes it."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.publishing.open_data.columns import CellType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.publishing.open_data.columns import Cell, FilledTable, OpenColumn

_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - a day that never changes, in a field without a zone
_MOST_OF_A_CELL = 32_767
"""Letters that a cell of Excel holds."""
_WIDEST = 48
_NARROWEST = 10
CUT = "…"
_FORMATS = {CellType.NUMBER: "0.00", CellType.DATE: "yyyy-mm-dd", CellType.INTEGER: "0"}


def as_tables_workbook(tables: Sequence[FilledTable], title: str) -> bytes:
    """Return all tables as XLSX, what the columns mean in the last sheet; no text is a formula or a link.

    Raises:
        ImportError: the extra `documents` is not installed.

    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:  # absent, or installed by halves
        raise ImportError(str(error), name="xlsxwriter") from error

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": _LONG_AGO})
        head = book.add_format({"bold": True, "bg_color": "#E8EAF0", "border": 1, "valign": "top"})
        plain = book.add_format({"valign": "top", "quote_prefix": True})
        typed = {each: book.add_format({"valign": "top", "num_format": form}) for each, form in _FORMATS.items()}
        for filled in tables:
            sheet = book.add_worksheet(filled.table.name)
            for place, column in enumerate(filled.table.columns):
                width = _width(column, [row[place] for row in filled.rows])
                sheet.set_column(place, place, width)
                sheet.write_string(0, place, column.name, head)
                form = typed.get(column.type, plain)
                for number, row in enumerate(filled.rows, 1):
                    _write(sheet, (number, place), row[place], form)
            sheet.freeze_panes(1, 1)
            sheet.repeat_rows(0)
            sheet.set_landscape()
            sheet.autofilter(0, 0, max(1, len(filled.rows)), len(filled.table.columns) - 1)
        _notes(book.add_worksheet("columns"), tables, head, plain)
    return out.getvalue()


def _width(column: OpenColumn, values: Sequence[Cell]) -> int:
    longest = max((thai.columns(str(each)) for each in values if each is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(column.name)) + 2))


def _write(sheet: Any, place: tuple[int, int], value: Cell, form: object) -> None:  # noqa: ANN401 - of an extra
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(*place, value)
        case int() | Decimal():
            sheet.write_number(*place, float(value), form)
        case date():
            sheet.write_datetime(*place, value, form)
        case str():
            kept = value if len(value) <= _MOST_OF_A_CELL else value[: _MOST_OF_A_CELL - 1] + CUT
            sheet.write_string(*place, kept, form)


def _notes(sheet: Any, tables: Sequence[FilledTable], head: object, plain: object) -> None:  # noqa: ANN401 - likewise
    names = ("table", "column", "title", "description", "type", "unit", "example")
    rows = [
        (filled.table.name, each.name, each.title, each.description, each.type.value, each.unit, each.example)
        for filled in tables
        for each in filled.table.columns
    ]
    for place, (name, width) in enumerate(zip(names, (14, 28, 28, 80, 10, 10, 40), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, plain)
    sheet.freeze_panes(1, 2)
