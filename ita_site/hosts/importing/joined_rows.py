"""Rows of a table of measures, put together again where a page or a merged cell has parted them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.headings import headed, note_headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.hosts.importing.headings import HeadedTable
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import ImportKind, Ledger, Setting

_GOES_ON = re.compile(r"\s*[(\[]?\s*(?<!\S)\(?ต่อ\)\s*$")
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]+")
_TOTAL = re.compile(r"รวม(?:ทั้งสิ้น|ทั้งหมด|งบประมาณ)?|รวมเป็นเงิน(?:ทั้งสิ้น)?")
_TOTAL_ROW = "แถวผลรวม ไม่ใช่มาตรการ"
_OUTSIDE = "ช่องนี้อยู่นอกคอลัมน์ที่รู้จัก"
_NOTHING = "ขีด แปลว่าเอกสารไม่ได้ระบุ"
_SHARED = "ช่องที่ผสานกัน ใช้กับทุกแถวที่ครอบ"
_DASHES = frozenset("-–—")
JOINED = "ต่อจากแถวก่อน"


@dataclass
class JoinedRow:
    """A measure's row: the cells of each column that hold something, in their order.

    `goes_on` are the places of those of later rows, `shared` of those that are merged with the row above.
    """

    cells: dict[str, list[TableCell]]
    goes_on: set[str]
    shared: set[str]

    def join(self, here: dict[str, list[TableCell]], ledger: Ledger) -> None:
        """Take in the cells of a row that goes on."""
        for cell in here.pop("title", []):
            ledger.heading(cell, JOINED)
        for meaning, cells in here.items():
            self.cells.setdefault(meaning, []).extend(cells)
            self.goes_on |= {cell.place for cell in cells}

    def leave_out(self, why: str, ledger: Ledger) -> None:
        """Note of all cells why they go nowhere."""
        for cells in self.cells.values():
            for cell in cells:
                ledger.unclear(cell, why)

    def text(self, meaning: str) -> str:
        """Return the text of a column, with a line for each paragraph."""
        return "\n".join(cell.text for cell in self.cells.get(meaning, ()) if cell.text)

    def remark(self, cell: TableCell) -> str:
        """Return what is said of a cell that stands in another row."""
        if cell.place in self.shared:
            return _SHARED
        return JOINED if cell.place in self.goes_on else ""


def joined_rows(
    tables: Sequence[CellTable], kind: ImportKind, setting: Setting, ledger: Ledger
) -> Iterator[tuple[HeadedTable, JoinedRow]]:
    """Yield a row for each measure of the tables of a kind, each with the table it stands in."""
    before: HeadedTable | None = None
    last: tuple[HeadedTable, JoinedRow] | None = None
    for table in tables:
        found = headed(table, kind, setting.wishes, before)
        if found is None:
            before = None
            continue
        before = note_headings(table, found, kind, setting.wishes, ledger)
        merged: dict[int, TableCell] = {}
        for row in before.rows:
            here = _by_meaning(before, row, ledger)
            over = _from_above(before, row, merged)
            if not here or _is_total(here, ledger):
                continue
            title = "\n".join(cell.text for cell in here.get("title", ()))
            if last is not None and (not title or _is_same(title, last[1].text("title"))):
                last[1].join(here, ledger)
            else:
                if last is not None:
                    yield last
                last = before, JoinedRow({**over, **here}, set(), {each[0].place for each in over.values()})
    if last is not None:
        yield last


def _by_meaning(found: HeadedTable, row: Sequence[TableCell], ledger: Ledger) -> dict[str, list[TableCell]]:
    here: dict[str, list[TableCell]] = {}
    for column, cell in enumerate(row):
        if cell.is_blank:
            continue
        meaning = found.columns.get(column, "-")
        if cell.fault:
            ledger.unclear(cell, cell.fault)
        elif meaning == "-":
            ledger.unclear(cell, _OUTSIDE)
        elif cell.text in _DASHES:
            ledger.left_out(cell, _NOTHING)
        else:
            here.setdefault(meaning, []).append(cell)
    return here


def _from_above(
    found: HeadedTable, row: Sequence[TableCell], merged: dict[int, TableCell]
) -> dict[str, list[TableCell]]:
    """Return the cells that reach into a row from above; `merged` are the last ones of each column."""
    over: dict[str, list[TableCell]] = {}
    for column, cell in enumerate(row):
        if not cell.covered:
            merged[column] = cell
        elif cell.from_above and column in merged and not merged[column].is_blank:
            meaning = found.columns.get(column, "-")
            if meaning not in {"-", "title"} and not merged[column].fault:
                over.setdefault(meaning, []).append(merged[column])
    return over


def _is_total(here: dict[str, list[TableCell]], ledger: Ledger) -> bool:
    first = next(iter(here.values()))[0]
    if not _TOTAL.fullmatch(squeezed(first.text)):
        return False
    for cells in here.values():
        for cell in cells:
            ledger.left_out(cell, _TOTAL_ROW)
    return True


def _is_same(title: str, before: str) -> bool:
    """Tell whether a title is that of the row before with a word that it goes on."""
    shown = _GOES_ON.sub("", title)
    if shown == title:
        return False
    plain, known = (_NUMBER.sub("", squeezed(each)) for each in (shown, before))
    return plain == known or known.startswith(plain) or plain.startswith(known)
