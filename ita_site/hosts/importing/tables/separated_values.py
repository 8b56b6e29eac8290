"""Tables of plain text: CSV as Excel saves it, tabs as a spreadsheet puts them on the clipboard."""

from __future__ import annotations

import csv
import io
import re

from ita_site.hosts.importing.tables.cell_tables import (
    CannotReadTables,
    CellTable,
    OfficeTables,
    TableCell,
    column_letters,
    tidied,
)

_NAME = "ข้อความ"
_BINARY = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
"""What no text has, however it was made."""
_MAX_CELLS = 100_000
_NOT_TEXT = "ไฟล์นี้ไม่ใช่ข้อความ ให้บันทึกจาก Excel เป็น .xlsx หรือ CSV UTF-8"
_TOO_MANY = f"ตารางมีเกิน {_MAX_CELLS:,} ช่อง ให้คัดลอกเฉพาะตารางที่ต้องการ"
_BROKEN = "อ่านข้อความเป็นตารางไม่ได้ เครื่องหมายคำพูดอาจไม่ครบคู่ ให้บันทึกเป็น .xlsx"
_WINDOWS_874 = "ไฟล์บันทึกด้วยรหัสภาษาไทยเดิมของ Windows (874) ให้ดูว่าตัวอักษรไม่เพี้ยน"


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and what is told of its encoding.

    Raises:
        CannotReadTables: it is no text.

    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    told: tuple[str, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text, told = data.decode("cp874"), (_WINDOWS_874,)
        except UnicodeDecodeError:
            raise CannotReadTables(_NOT_TEXT) from None
    if _BINARY.search(text):
        raise CannotReadTables(_NOT_TEXT)
    return text, told


def read(text_and_told: tuple[str, tuple[str, ...]]) -> OfficeTables:
    """Return the table of a text; blank lines part tables.

    Raises:
        CannotReadTables: quotation marks do not pair, or there are too many cells.

    """
    text, told = text_and_told
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False))
    except csv.Error:
        raise CannotReadTables(_BROKEN) from None
    if sum(map(len, rows)) > _MAX_CELLS:
        raise CannotReadTables(_TOO_MANY)
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MAX_CELLS:
        raise CannotReadTables(_TOO_MANY)
    made = tuple(
        tuple(
            TableCell(tidied(row[column]) if column < len(row) else "", f"บรรทัดที่ {line} คอลัมน์ {column_letters(column)}")
            for column in range(width)
        )
        for line, row in enumerate(rows, start=1)
    )
    return OfficeTables((CellTable(_NAME, made),), told)


def _delimiter(text: str) -> str:
    """Return what parts the cells: a tab where there is one, else what stands in more lines."""
    if "\t" in text:
        return "\t"
    lines = text.splitlines()[:50]
    return max(",;", key=lambda each: sum(each in line for line in lines))
