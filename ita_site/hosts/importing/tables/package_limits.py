"""What an office file would cost to open, told from its XML before a reader unfolds it.

A merged area or a link may name every cell of a sheet in a dozen letters; readers make an object for each. A document
type, with which all attacks on XML parsers begin, is refused in every part.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from ita_site.data.load.attachments import xml_elements
from ita_site.hosts.importing.tables.cell_tables import CannotReadTables

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHEET = re.compile(r"/?xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_MAX_CELLS = 200_000
_MAX_ROW = 20_000
_MAX_COLUMN = 500
_MAX_XML = 60_000_000
_CHUNK = 1 << 16
_TOO_MANY = f"ไฟล์นี้มีเกิน {_MAX_CELLS:,} ช่อง หรือมีช่องไกลเกินแถวที่ {_MAX_ROW:,} ให้คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่"
_BROKEN = "เปิดไฟล์นี้ไม่ได้ ไฟล์เสียหรือมีส่วนที่ไม่ใช่ของ Word และ Excel ให้เปิดด้วยโปรแกรมนั้น แล้วบันทึกใหม่"


def has_formulas(data: bytes) -> bool:
    """Tell whether a cell of an office file of bearable size is computed.

    Raises:
        CannotReadTables: there are more cells than any table of an assessment has, or the file is damaged.

    """
    computed = False
    cells = 0
    try:
        for name, elements in _parts(data):
            sheet = _SHEET.fullmatch(name)
            for each in elements:
                cells += _cost(each) if sheet else each.name == "tc"
                if cells > _MAX_CELLS:
                    raise CannotReadTables(_TOO_MANY)
                computed = computed or (sheet is not None and each.name == "f")
    except (zipfile.BadZipFile, expat.ExpatError, xml_elements.Forbidden, EOFError, ValueError, KeyError):
        raise CannotReadTables(_BROKEN) from None
    return computed


def _parts(data: bytes) -> Iterator[tuple[str, Iterator[xml_elements.Element]]]:
    """Yield the XML parts of a file, with the elements of each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [each for each in archive.infolist() if each.filename.lower().endswith((".xml", ".rels"))]
        if sum(each.file_size for each in parts) > _MAX_XML:
            raise CannotReadTables(_TOO_MANY)
        for part in parts:
            with archive.open(part) as opened:
                yield part.filename, xml_elements.starts(iter(lambda: opened.read(_CHUNK), b""))


def _cost(element: xml_elements.Element) -> int:
    """Return how many cells a cell, a merged area or a link of a sheet is made of."""
    if element.name in {"mergeCell", "hyperlink"}:
        return _area(element.attributes.get("ref", ""))
    if element.name == "row" and "r" in element.attributes:
        return _area(f"A{element.attributes['r']}")
    if element.name == "c":
        return _area(element.attributes["r"]) if "r" in element.attributes else 1
    return 0


def _area(reference: str) -> int:
    match = _AREA.fullmatch(reference)
    if match is None:
        raise CannotReadTables(_BROKEN)
    left, top, right, bottom = match[1], int(match[2]), match[3] or match[1], int(match[4] or match[2])
    if max(top, bottom) > _MAX_ROW or max(_number(left), _number(right)) > _MAX_COLUMN:
        raise CannotReadTables(_TOO_MANY)
    return (abs(bottom - top) + 1) * (abs(_number(right) - _number(left)) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def refuse_too_large(data: bytes) -> None:
    """Refuse a file that would cost too much to open.

    Raises:
        CannotReadTables: it would, or it is damaged.

    """
    has_formulas(data)
