"""A file of the office into tables: known by its bytes, refused where it could do harm, and told what to do instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import opening
from ita_site.data.load.attachments.file_content import AttachmentKind
from ita_site.data.load.attachments.limits import MAX_FILE
from ita_site.data.source.text import forbidden
from ita_site.ground.problems import Severity
from ita_site.hosts.importing.tables import separated_values, web_page_tables
from ita_site.hosts.importing.tables.cell_tables import CannotReadTables

if TYPE_CHECKING:
    from ita_site.hosts.importing.tables.cell_tables import OfficeTables, TableCell

LIBRARIES = "openpyxl python-docx"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ARCHIVE = b"PK\x03\x04"
_READ = {AttachmentKind.XLSX, AttachmentKind.DOCX}
_EMPTY = "ไฟล์ว่างเปล่า ให้เลือกไฟล์อื่น"
_TOO_BIG = "ไฟล์ใหญ่เกิน 20 เมกะไบต์ ให้คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่"
_OLD = "เป็นไฟล์ Office แบบเก่า (.xls .doc) หรือไฟล์ที่ตั้งรหัสผ่าน ให้เปิดด้วย Excel หรือ Word แล้วบันทึกเป็น .xlsx หรือ .docx ไม่มีรหัสผ่าน"
_HIDDEN = "มีอักขระ {character} ที่มองไม่เห็นหรือกลับทิศข้อความ ให้พิมพ์ข้อความในช่องนี้ใหม่"
_NOT_TABLES = (
    "อ่านตารางจากไฟล์ชนิดนี้ไม่ได้ รับ .xlsx .docx .csv .txt และตารางที่บันทึกเป็นหน้าเว็บ ให้คัดลอกตารางไปวางใน Excel แล้วบันทึกเป็น .xlsx"
)


def read(name: str, data: bytes) -> OfficeTables:
    """Return the tables of a file; a cell with a character that may not be published says so.

    Raises:
        CannotReadTables: it is of another kind, damaged, too large, or has macros or links to other files.
        ModuleNotFoundError: the library for such files is not installed.

    """
    found = _read(name, data)
    tables = tuple(replace(each, rows=tuple(tuple(map(_doubted, row)) for row in each.rows)) for each in found.tables)
    return replace(found, tables=tables)


def _doubted(cell: TableCell) -> TableCell:
    character = forbidden(cell.text)
    return cell if character is None else replace(cell, fault=cell.fault or _HIDDEN.format(character=character))


def _read(name: str, data: bytes) -> OfficeTables:
    if not data.strip():
        raise CannotReadTables(_EMPTY)
    if len(data) > MAX_FILE:
        raise CannotReadTables(_TOO_BIG)
    if data.startswith(_OLD_OFFICE):
        raise CannotReadTables(_OLD)
    if data.startswith(_ARCHIVE):
        return _of_archive(name, data)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotReadTables(_NOT_TABLES)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"%PDF", b"{\\rtf")):
        raise CannotReadTables(_NOT_TABLES)
    if web_page_tables.is_web_page(data):
        return web_page_tables.read(data)
    return separated_values.read(separated_values.decoded(data))


def _of_archive(name: str, data: bytes) -> OfficeTables:
    content = opening.inspect(name, data)
    faults = [
        each.message for each in content.faults if each.severity is Severity.ERROR and each.code != "other-ending"
    ]
    if faults:
        raise CannotReadTables("\n".join(faults))
    if content.kind not in _READ:
        raise CannotReadTables(_NOT_TABLES)
    # Either reader brings a library that only this command needs.
    if content.kind is AttachmentKind.XLSX:
        from ita_site.hosts.importing.tables import workbook_cells  # noqa: PLC0415

        return workbook_cells.read(data)
    from ita_site.hosts.importing.tables import word_cells  # noqa: PLC0415

    return word_cells.read(data)
