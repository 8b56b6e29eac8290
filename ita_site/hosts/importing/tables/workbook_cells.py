"""Cells of an Excel file as they are seen: numbers by their format, values of formulas, merged areas, links."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ita_site.ground import thai
from ita_site.hosts.importing.tables import number_formats
from ita_site.hosts.importing.tables.cell_tables import (
    STRUCK,
    CannotReadTables,
    CellTable,
    OfficeTables,
    TableCell,
    column_letters,
    tidied,
)
from ita_site.hosts.importing.tables.package_limits import has_formulas

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = "เปิดสมุดงานนี้ไม่ได้ ไฟล์เสีย ให้เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx"
_HIDDEN_SHEET = "แผ่นงาน “{name}” ซ่อนอยู่ จึงไม่อ่าน ถ้าต้องการ ให้เลิกซ่อนใน Excel แล้วบันทึก"
_HIDDEN_ROWS = "แผ่นงาน “{name}” มีแถวที่ซ่อน ({rows}) จึงไม่อ่านแถวเหล่านั้น ถ้าต้องการ ให้เลิกซ่อนใน Excel แล้วบันทึก"
_HIDDEN_COLUMNS = "แผ่นงาน “{name}” มีคอลัมน์ที่ซ่อน ({columns}) จึงไม่อ่านคอลัมน์เหล่านั้น ถ้าต้องการ ให้เลิกซ่อนใน Excel แล้วบันทึก"
_FORMULA = "เป็นสูตร ใช้ค่าที่ Excel เก็บไว้ล่าสุด"
_NO_VALUE = "เป็นสูตรที่ไม่มีค่าเก็บไว้ ให้เปิดด้วย Excel แล้วบันทึกใหม่"
_ERROR = "ช่องนี้แสดงข้อผิดพลาดของ Excel ให้แก้สูตรแล้วบันทึกใหม่"
_AS_SEEN = "ในช่องคือ {raw} ใช้ตามที่ Excel แสดง"
_UNSEEN = "ช่องนี้มี {raw} แต่รูปแบบตัวเลขของ Excel ไม่แสดง ให้เปลี่ยนรูปแบบ หรือลบ"
_SHOWN = 5
_FIRST_ERA = 2400
"""The last year of our era that is not one of the Buddhist one."""


def read(data: bytes) -> OfficeTables:
    """Return a table for each sheet that is seen.

    Raises:
        CannotReadTables: the file is damaged, or larger than any table of an assessment.

    """
    computed = has_formulas(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        typed = openpyxl.load_workbook(io.BytesIO(data)) if computed else None
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError):
        raise CannotReadTables(_BROKEN) from None
    tables, told = [], []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            told.append(_HIDDEN_SHEET.format(name=sheet.title))
            continue
        read_sheet = _SeenSheet(sheet, _formulas(typed[sheet.title]) if typed else frozenset())
        told += read_sheet.told()
        if rows := read_sheet.rows():
            tables.append(CellTable(sheet.title, rows, (sheet.title,)))
    return OfficeTables(tuple(tables), tuple(told))


def _formulas(sheet: Any) -> frozenset[str]:  # noqa: ANN401 - not annotated there
    return frozenset(cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


class _SeenSheet:
    def __init__(self, sheet: Any, formulas: frozenset[str]) -> None:  # noqa: ANN401 - not annotated there
        self._sheet = sheet
        self._formulas = formulas
        self._hidden_rows = sorted(row for row, each in sheet.row_dimensions.items() if each.hidden or each.height == 0)
        self._hidden_columns = sorted(
            index
            for each in sheet.column_dimensions.values()
            if each.hidden or each.width == 0
            for index in range(each.min or 1, min(each.max or 1, sheet.max_column) + 1)
        )
        self._covered = {
            (row, column): row > area.min_row
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
            if (row, column) != (area.min_row, area.min_col)
        }

    def told(self) -> Iterator[str]:
        used = [row for row in self._hidden_rows if row <= self._sheet.max_row]
        if used:
            yield _HIDDEN_ROWS.format(name=self._sheet.title, rows=_listed(map(str, used)))
        if self._hidden_columns:
            letters = (column_letters(each - 1) for each in self._hidden_columns)
            yield _HIDDEN_COLUMNS.format(name=self._sheet.title, columns=_listed(letters))

    def rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """Return the rows that are seen, as far as anything stands in them."""
        hidden = set(self._hidden_rows)
        rows = [
            tuple(self._cell(each) for each in row if each.column not in self._hidden_columns)
            for number, row in enumerate(self._sheet.iter_rows(), start=1)
            if number not in hidden
        ]
        while rows and all(each.is_blank for each in rows[-1]):
            rows.pop()
        return tuple(rows)

    def _cell(self, cell: Any) -> TableCell:  # noqa: ANN401
        place = f"แผ่นงาน “{self._sheet.title}” ช่อง {cell.coordinate}"
        letters = column_letters(cell.column - 1)
        if (above := self._covered.get((cell.row, cell.column))) is not None:
            return TableCell("", place, covered=True, from_above=above, column=letters)
        if cell.value is None and cell.coordinate in self._formulas:
            return TableCell("", place, fault=_NO_VALUE, column=letters)
        if cell.data_type == "e":
            return TableCell(str(cell.value), place, fault=_ERROR, column=letters)
        if cell.value is not None and cell.has_style and cell.font.strike:
            return TableCell(tidied(str(cell.value)), place, fault=STRUCK, column=letters)
        text, remark = _seen(cell.value, cell.number_format or "General")
        if not text and isinstance(cell.value, int | float):
            return TableCell("", place, fault=_UNSEEN.format(raw=cell.value), column=letters)
        if cell.coordinate in self._formulas and text:
            remark = " ".join(filter(None, [_FORMULA, remark]))
        link = cell.hyperlink.target if cell.hyperlink is not None else None
        return TableCell(text, place, links=(link,) if link else (), remark=remark, column=letters)


def _seen(value: object, number_format: str) -> tuple[str, str]:
    """Return a value as Excel shows it, and what was done to it, if anything was."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return ("จริง" if value else "เท็จ"), ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _day(value), ""
    if isinstance(value, (int, float)):
        text = number_formats.shown(value, number_format)
        raw = number_formats.plain(value)
        return text, _AS_SEEN.format(raw=raw) if number_formats.is_other(value, text) else ""
    return tidied(str(value).replace("_x000D_", "\n")), ""


def _day(day: date) -> str:
    """Return a day B.E.; one typed with a year B.E. is in the workbook as a year of our era."""
    if day.year <= _FIRST_ERA:
        return thai.write_short_date(day)
    try:
        return thai.write_short_date(day.replace(year=day.year - thai.ERA))
    except ValueError:
        return f"{day.day}/{day.month}/{day.year}"  # which the calendar lacks: 29 February 2568


def _listed(names: Iterator[str] | map[str]) -> str:
    every = list(names)
    return ", ".join(every[:_SHOWN]) + (f" และอีก {len(every) - _SHOWN}" if len(every) > _SHOWN else "")
