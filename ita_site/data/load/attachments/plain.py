"""Plain text and comma-separated values: UTF-8, without invisible characters, and without what a program would run."""

from __future__ import annotations

import csv
import io
import re

from ita_site.data.load.attachments.file_content import AttachmentKind, Content, FileFault
from ita_site.data.source.text import forbidden

_WEB_PAGE = re.compile(r"\s*<(?:!|\?|[a-z])", re.IGNORECASE)
_FORMULA = re.compile(r"\s*(?:[=@]|[+-](?![\d\s.,()+-]*$))")
"""What a table program computes when it opens a CSV; a number with its sign, or a telephone number, is none."""


def inspect(data: bytes, kind: AttachmentKind) -> Content:
    """Read a text whole and return what must not be published of it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "ไฟล์ไม่ได้บันทึกเป็น UTF-8 ให้เปิดแล้วบันทึกใหม่ โดยเลือกรหัสอักขระ UTF-8 (ใน Excel: CSV UTF-8)"
        return Content(kind, (FileFault("file-encoding", message),))
    if character := forbidden(text):
        return Content(kind, (FileFault("file-encoding", f"พบอักขระ {character} ที่มองไม่เห็น ไฟล์นี้ไม่ใช่ข้อความล้วน ให้ลบออก"),))
    if _WEB_PAGE.match(text):
        message = "ข้างในเป็นหน้าเว็บ (HTML หรือ XML) ให้บันทึกเป็น PDF"
        return Content(kind, (FileFault("file-kind", message),))
    if kind is AttachmentKind.CSV and (formula := _formula(text)):
        return Content(kind, (FileFault("file-with-code", f"{formula} เป็นสูตรที่ Excel จะสั่งทำ ให้บันทึกเป็นค่า ไม่ใช่สูตร"),))
    return Content(kind)


def _formula(text: str) -> str | None:
    """Return where the first formula of a table stands, in words."""
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
            for column, cell in enumerate(row, start=1):
                if _FORMULA.match(cell):
                    return f"แถวที่ {number} ช่องที่ {column}"
    except csv.Error:  # a cell of more than 128 kB
        return "ช่องที่ยาวผิดปกติ"
    return None
