"""Tables of web pages, also those that call themselves .xls, in UTF-8 or the Thai encoding of older Windows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ita_site.hosts.importing.tables.cell_tables import CannotReadTables, CellTable, OfficeTables, TableCell, tidied
from ita_site.hosts.importing.tables.separated_values import decoded

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|head|meta|body|table|div|style)", re.IGNORECASE)
_THAI_CHARSET = re.compile(
    rb"charset\s*=\s*[\"']?\s*(?:windows-874|tis-620|cp874|x-windows-874|iso-8859-11)", re.IGNORECASE
)
_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol"})
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_MAX_CELLS = 100_000
_MAX_SPAN = 1_000
_MAX_DEPTH = 20
_DISGUISED = "ไฟล์นี้เป็นหน้าเว็บ (HTML) แม้นามสกุลจะเป็นอย่างอื่น อ่านตารางได้ตามปกติ"
_XML_OF_EXCEL = "เป็น XML ไม่ใช่หน้าเว็บ ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx"
_TOO_MANY = f"หน้าเว็บนี้มีตารางเกิน {_MAX_CELLS:,} ช่อง ให้คัดลอกเฉพาะตารางที่ต้องการไปไว้ใน Excel"


def is_web_page(data: bytes) -> bool:
    """Tell whether a file begins as web pages do."""
    return _BEGINNING.match(data) is not None


def read(data: bytes) -> OfficeTables:
    """Return the tables of a web page.

    Raises:
        CannotReadTables: it is no web page, or too large.

    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"<?xml") and b"<html" not in data[:2000].lower():
        raise CannotReadTables(_XML_OF_EXCEL)
    text, told = (data.decode("cp874", "replace"), ()) if _THAI_CHARSET.search(data[:5000]) else decoded(data)
    parser = _PageTables()
    parser.feed(text)
    parser.close()
    parser.end_all()
    return OfficeTables(tuple(parser.found), (_DISGUISED, *told))


@dataclass
class _OpenCell:
    columns: int
    rows: int
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass
class _OpenTable:
    captions: tuple[str, ...]
    rows: list[list[_OpenCell]] = field(default_factory=list)
    cell: _OpenCell | None = None


class _PageTables(HTMLParser):
    """Gathers cells; nothing is fetched, and what no reader sees is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[CellTable] = []
        self._open: list[_OpenTable] = []
        self._unseen = 0
        self._beside: list[str] = []
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table" and len(self._open) < _MAX_DEPTH:
            self._open.append(_OpenTable(tuple(tidied("".join(self._beside)).split("\n")[-5:])))
            self._beside = []
        elif self._open and tag == "tr":
            self._open[-1].rows.append([])
            self._open[-1].cell = None
        elif self._open and tag in {"td", "th"}:
            self._start_cell(dict(attrs))
        elif tag in _BLOCKS:
            self.handle_data("\n")
        elif tag == "a" and self._open and (cell := self._open[-1].cell) is not None:
            href = dict(attrs).get("href")
            if href:
                cell.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and self._open:
            self._end()
        elif tag in {"td", "th", "tr"} and self._open:
            self._open[-1].cell = None
        elif tag in _BLOCKS:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        # In the source of a page a new line is a space; blocks begin lines.
        text = data if data == "\n" else re.sub(r"\s+", " ", data)
        if not self._open:
            self._beside.append(text)
        elif (cell := self._open[-1].cell) is not None:
            cell.texts.append(text)

    def end_all(self) -> None:
        while self._open:
            self._end()

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        table = self._open[-1]
        if not table.rows:
            table.rows.append([])
        cell = _OpenCell(_span(attributes.get("colspan")), _span(attributes.get("rowspan")))
        self._cells += cell.columns * cell.rows
        if self._cells > _MAX_CELLS:
            raise CannotReadTables(_TOO_MANY)
        table.rows[-1].append(cell)
        table.cell = cell

    def _end(self) -> None:
        table = self._open.pop()
        name = f"ตารางที่ {len(self.found) + 1}"
        made = _laid_out(table.rows, name)
        if any(not cell.is_blank for row in made for cell in row):
            self.found.append(CellTable(name, made, tuple(each for each in table.captions if each)))


def _span(typed: str | None) -> int:
    return min(max(int(typed), 1), _MAX_SPAN) if typed and typed.strip().isdecimal() else 1


def _laid_out(rows: list[list[_OpenCell]], name: str) -> tuple[tuple[TableCell, ...], ...]:
    """Return rows of one width, with a cell for each place that a wide or a high one covers."""
    grid: dict[tuple[int, int], TableCell] = {}
    width = 0
    for row, cells in enumerate(rows):
        column = 0
        for each in cells:
            while (row, column) in grid:
                column += 1
            text = tidied("".join(each.texts))
            for down in range(min(each.rows, len(rows) - row)):
                for right in range(each.columns):
                    place = f"{name} แถวที่ {row + down + 1} ช่องที่ {column + right + 1}"
                    first = not down and not right
                    grid[row + down, column + right] = (
                        TableCell(text, place, links=tuple(each.links))
                        if first
                        else TableCell("", place, covered=True, from_above=bool(down))
                    )
            column += each.columns
            width = max(width, column)
    if width * len(rows) > _MAX_CELLS:
        raise CannotReadTables(_TOO_MANY)
    return tuple(
        tuple(
            grid.get((row, column)) or TableCell("", f"{name} แถวที่ {row + 1} ช่องที่ {column + 1}")
            for column in range(width)
        )
        for row in range(len(rows))
    )
