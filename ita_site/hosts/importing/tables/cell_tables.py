"""Cells of office files with their places, whatever the kind of file they were read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_site.ground import thai

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""How lines end in a cell: also as word processors end one without a paragraph."""
STRUCK = "ข้อความในช่องนี้ถูกขีดฆ่า จึงไม่อ่าน ถ้าใช้จริง ให้เลิกขีดฆ่า ถ้าไม่ใช้ ให้ลบ"
"""The fault of a cell that its maker has struck out, or a part of it."""


class CannotReadTables(Exception):
    """A file gives no tables; the message says why, in Thai, and what to do instead."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as it is seen, with a line for each of its paragraphs.

    Attributes:
        text: what is seen in it.
        place: where it stands, in words.
        covered: it is part of a merged area that begins in another cell.
        from_above: the area begins in a row above.
        links: the addresses that it leads to.
        remark: what was done to read it, in a sentence.
        fault: why it cannot be used.
        column: the letters of its column in a spreadsheet.

    """

    text: str
    place: str
    covered: bool = False
    from_above: bool = False
    links: tuple[str, ...] = ()
    remark: str = ""
    fault: str = ""
    column: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether there is nothing in it."""
        return not self.text and not self.fault


@dataclass(frozen=True, slots=True)
class CellTable:
    """Rows of cells, all of one width; `captions` are the texts that stand before them."""

    name: str
    rows: tuple[tuple[TableCell, ...], ...]
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTables:
    """The tables of a file, and what is told of the file as a whole."""

    tables: tuple[CellTable, ...]
    told: tuple[str, ...] = ()


def column_letters(index: int) -> str:
    """Return the letters by which spreadsheets call a column, counted from nought: A, B, …, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def tidied(text: str) -> str:
    """Return the text of a cell in its one spelling, with single spaces, without blank paragraphs."""
    lines = (" ".join(line.split()) for line in _LINE_ENDS.sub("\n", thai.normalise(text)).split("\n"))
    return "\n".join(line for line in lines if line)
