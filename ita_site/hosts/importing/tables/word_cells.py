"""Tables of a Word file, with merged cells, tables in cells, and the numbers that Word gives to paragraphs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from ita_site.hosts.importing.tables.cell_tables import (
    STRUCK,
    CannotReadTables,
    CellTable,
    OfficeTables,
    TableCell,
    tidied,
)
from ita_site.hosts.importing.tables.package_limits import refuse_too_large
from ita_site.hosts.importing.tables.word_numbers import ParagraphNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = "เปิดเอกสาร Word นี้ไม่ได้ ไฟล์เสีย ให้เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx"
_TOO_MANY = "เอกสารนี้มีตารางใหญ่เกินกว่าจะอ่านได้ ให้คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่"
_MAX_SPAN = 63
"""Columns of a table of Word."""
_MAX_CELLS = 100_000
_CAPTIONS = 5
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _FALLBACK}
"""What is not seen where it stands: deleted and moved text, boxes that float."""


def read(data: bytes) -> OfficeTables:
    """Return the tables of a document in their order, those in cells after the one they stand in.

    Raises:
        CannotReadTables: the file is damaged, or its tables are larger than any of an assessment.

    """
    try:
        refuse_too_large(data)
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        reader = _WordTables(ParagraphNumbers(document))
        reader.read(body)
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
        RecursionError,
    ):
        raise CannotReadTables(_BROKEN) from None
    reader.links_of(document)
    return OfficeTables(tuple(reader.finished()))


@dataclass
class _WordCell:
    text: str
    span: int
    continues: bool
    links: list[str] = field(default_factory=list)
    is_struck: bool = False


@dataclass
class _WordTable:
    captions: tuple[str, ...]
    rows: list[list[_WordCell]] = field(default_factory=list)


class _WordTables:
    def __init__(self, numbers: ParagraphNumbers) -> None:
        self._numbers = numbers
        self._tables: list[_WordTable] = []
        self._beside: list[str] = []
        self._cells = 0
        self._targets: dict[str, str] = {}

    def read(self, block: Any) -> None:  # noqa: ANN401 - elements of lxml
        """Read the paragraphs and tables of a body or of what wraps a part of it."""
        for each in block:
            if each.tag == qn("w:p"):
                if text := tidied(_text(each)):
                    self._beside.append(text)
            elif each.tag == qn("w:tbl"):
                self._table(each, tuple(self._beside[-_CAPTIONS:]))
                self._beside.clear()
            elif each.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}:
                self.read(each)

    def links_of(self, document: Any) -> None:  # noqa: ANN401
        """Learn where the links of the document lead."""
        self._targets = {
            key: each.target_ref for key, each in document.part.rels.items() if each.reltype.endswith("/hyperlink")
        }

    def finished(self) -> Iterator[CellTable]:
        """Yield the tables, with a cell for each place that a wide or a high one covers."""
        for number, table in enumerate(self._tables, start=1):
            name = f"ตารางที่ {number}"
            width = max((sum(cell.span for cell in row) for row in table.rows), default=0)
            rows = tuple(self._row(row, f"{name} แถวที่ {index}", width) for index, row in enumerate(table.rows, start=1))
            if any(not cell.is_blank for row in rows for cell in row):
                yield CellTable(name, rows, table.captions)

    def _row(self, cells: list[_WordCell], place: str, width: int) -> tuple[TableCell, ...]:
        made: list[TableCell] = []
        for cell in cells:
            for right in range(cell.span):
                here = f"{place} ช่องที่ {len(made) + 1}"
                if right or cell.continues:
                    made.append(TableCell("", here, covered=True, from_above=cell.continues))
                else:
                    links = tuple(self._targets[each] for each in cell.links if each in self._targets)
                    made.append(TableCell(cell.text, here, links=links, fault=STRUCK if cell.is_struck else ""))
        return (*made, *(TableCell("", f"{place} ช่องที่ {column + 1}") for column in range(len(made), width)))

    def _table(self, table: Any, captions: tuple[str, ...]) -> None:  # noqa: ANN401
        made = _WordTable(captions)
        self._tables.append(made)
        for row in _children(table, "w:tr"):
            before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
            skipped = min(int(before.get(qn("w:val"), "0")), _MAX_SPAN) if before is not None else 0
            cells = [_WordCell("", 1, continues=False) for _ in range(skipped)]
            cells += [self._cell(each) for each in _children(row, "w:tc")]
            self._cells += sum(each.span for each in cells)
            if self._cells > _MAX_CELLS:
                raise CannotReadTables(_TOO_MANY)
            made.rows.append(cells)

    def _cell(self, cell: Any) -> _WordCell:  # noqa: ANN401
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        columns = min(max(int(span.get(qn("w:val"), "1")), 1), _MAX_SPAN) if span is not None else 1
        lines, links, is_struck = [], [], False
        for each in _blocks(cell):
            if each.tag == qn("w:tbl"):
                self._table(each, ())
                continue
            text = tidied(_text(each)).replace("\n", " \n")
            lines.append(self._numbers.of(each) + text)
            is_struck = is_struck or any(map(_is_struck, each.iter(qn("w:r"))))
            links += [found.get(qn("r:id"), "") for found in each.iter(qn("w:hyperlink"))]
        continues = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
        return _WordCell(tidied("\n".join(lines)), columns, continues, links, is_struck)


def _children(parent: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for each in parent:
        if each.tag == qn(name):
            yield each
        elif each.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")}:
            yield from _children(each, name)


def _blocks(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    for each in parent:
        if each.tag in {qn("w:p"), qn("w:tbl")}:
            yield each
        elif each.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")}:
            yield from _blocks(each)


def _is_struck(run: Any) -> bool:  # noqa: ANN401
    marks = (run.find(f"{qn('w:rPr')}/{qn(name)}") for name in ("w:strike", "w:dstrike"))
    is_on = any(mark is not None and mark.get(qn("w:val"), "1") not in {"0", "false", "off"} for mark in marks)
    return is_on and bool(_text(run).strip())


def _text(element: Any) -> str:  # noqa: ANN401
    parts = []
    for each in element:
        if each.tag in _SKIPPED:
            continue
        if each.tag == qn("w:t"):
            parts.append(each.text or "")
        elif each.tag in {qn("w:tab"), qn("w:noBreakHyphen")}:
            parts.append(" " if each.tag == qn("w:tab") else "-")
        elif each.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n")
        else:
            parts.append(_text(each))
    return "".join(parts)
