"""The heading of a table: one row or two, repeated over pages, with what each column means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.hosts.importing.heading_words import NOTHING, known_meanings, meanings, squeezed
from ita_site.hosts.importing.tables.cell_tables import column_letters
from ita_site.hosts.importing.understood_cells import ImportKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import Ledger, Wishes

_LOOKED_AT = 15
"""Rows above a heading: titles and names of offices."""
_LONG = 150
_ASK = "{place} หัวคอลัมน์ “{heading}” อาจหมายถึง {several} ให้เลือกโดยพิมพ์ --column {column}={first}"
_UNKNOWN = "ไม่รู้จักหัวคอลัมน์นี้ ถ้าต้องการ ให้พิมพ์ --column {column}=ความหมาย ({known})"
_TWICE = "{place} มีสองคอลัมน์ที่หมายถึง {meaning} ให้เลือกคอลัมน์เดียว อีกคอลัมน์พิมพ์ --column {column}=-"
_NO_MEANING = "--column {column}={meaning} ไม่ใช่ความหมายที่รู้จัก ให้ใช้ {known}"
_SEVERAL = frozenset({"name", "score", "targets", "target", NOTHING, "evidence"})
"""What may stand in several columns."""


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The rows of a table below its heading, with the columns by their places."""

    columns: dict[int, str]
    titles: dict[int, str]
    rows: tuple[tuple[TableCell, ...], ...]

    def has(self, *wanted: str) -> bool:
        """Tell whether one of the columns means one of these."""
        return any(each in self.columns.values() for each in wanted)

    def cells(self, row: Sequence[TableCell], meaning: str) -> list[TableCell]:
        """Return the cells of a row in the columns of a meaning."""
        return [row[column] for column, each in self.columns.items() if each == meaning and column < len(row)]

    def cell(self, row: Sequence[TableCell], meaning: str) -> TableCell | None:
        """Return the first cell of a row in a column of a meaning; None where there is none."""
        return next(iter(self.cells(row, meaning)), None)


_KEYS: dict[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.RESULT: (("name", "number", "item"), ("score", "weighted", "instrument_score")),
    ImportKind.MEASURES: (("title",), ("steps", "owners", "period", "monitoring", "budget")),
    ImportKind.REPORT: (("title",), ("output", "outcome", "status", "done", "percent", "method", "suggestions")),
    ImportKind.DISCLOSURE: (("item", "title"), ("evidence", "reply")),
}
"""What a table of a kind has at least."""


def headed(table: CellTable, kind: ImportKind, wishes: Wishes, before: HeadedTable | None = None) -> HeadedTable | None:
    """Return a table below its heading, or below that of the table before it where it goes on; None for another one."""
    found = _find(table, kind, wishes)
    if found is None:
        width = len(table.rows[0]) if table.rows else 0
        if before is None or width != max(before.columns, default=-1) + 1:
            return None
        return HeadedTable(before.columns, before.titles, table.rows)
    return HeadedTable(found.columns, found.titles, table.rows[found.end :])


def note_headings(
    table: CellTable, found: HeadedTable, kind: ImportKind, wishes: Wishes, ledger: Ledger
) -> HeadedTable:
    """Note the cells of the heading and what stands above it, ask what is not certain, and leave repeats out."""
    start = len(table.rows) - len(found.rows)
    for row in table.rows[:start]:
        for index, cell in enumerate(row):
            if not cell.is_blank:
                ledger.heading(cell, found.columns.get(index, ""))
    _ask(table.rows[:start], found, kind, wishes, ledger)
    heads = [[squeezed(cell.text) for cell in row] for row in table.rows[:start]]
    titles = {squeezed(each) for each in found.titles.values()} | {text for row in heads for text in row}
    rows = []
    for row in found.rows:
        if _is_repeated(row, found, titles, kind):
            for cell in row:
                if cell.text:
                    ledger.heading(cell)
        else:
            rows.append(row)
    return HeadedTable(found.columns, found.titles, tuple(rows))


def _is_repeated(row: Sequence[TableCell], found: HeadedTable, titles: set[str], kind: ImportKind) -> bool:
    """Tell whether a row is the heading again, as pages begin with it: in its words, or in others for the same."""
    filled = [(index, cell.text) for index, cell in enumerate(row) if cell.text]
    if len(filled) < 2 or any(len(text) > _LONG for _, text in filled):
        return False
    return all(
        squeezed(text) in titles or meanings(text, kind) == (found.columns.get(index, NOTHING),)
        for index, text in filled
    )


def letters_of(cell: TableCell, index: int) -> str:
    """Return the letters of the column of a cell: the spreadsheet's own, else those of its place in the row."""
    return cell.column or column_letters(index)


@dataclass(frozen=True, slots=True)
class _Heading:
    """The row below a heading, what its columns mean by their places, and the text over each."""

    end: int
    columns: dict[int, str]
    titles: dict[int, str]

    @property
    def meanings(self) -> int:
        """How many different things the columns mean."""
        return len(set(self.columns.values()))


def _find(table: CellTable, kind: ImportKind, wishes: Wishes) -> _Heading | None:
    best: _Heading | None = None
    for start, row in enumerate(table.rows[:_LOOKED_AT]):
        if any(len(cell.text) > _LONG for cell in row):
            continue
        for height in (1, 2):
            rows = table.rows[start : start + height]
            if len(rows) < height or any(len(cell.text) > _LONG for each in rows for cell in each):
                continue
            titles = _titles(rows)
            found = _Heading(start + height, _columns(rows, titles, kind, wishes), titles)
            if not all(any(each in found.columns.values() for each in key) for key in _KEYS[kind]):
                continue
            if height == 2 and not _is_second(rows[1], kind):
                continue
            if best is None or found.meanings > best.meanings:
                best = found
        if best is not None:
            return best
    return best


def _is_second(row: Sequence[TableCell], kind: ImportKind) -> bool:
    """Tell whether a row is the second of a heading: all in it is known."""
    below = [cell.text for cell in row if cell.text]
    return bool(below) and all(meanings(each, kind) for each in below)


def _titles(rows: Sequence[Sequence[TableCell]]) -> dict[int, str]:
    """Return the text over each column: that of the lowest row, with what is above it where it says more."""
    titles: dict[int, str] = {}
    for row in rows:
        spread = ""
        for index, cell in enumerate(row):
            spread = cell.text or (spread if cell.covered and not cell.from_above else "")
            if spread:
                titles[index] = spread if len(rows) == 1 or index not in titles else f"{titles[index]}\n{spread}"
    return titles


def _columns(
    rows: Sequence[Sequence[TableCell]], titles: dict[int, str], kind: ImportKind, wishes: Wishes
) -> dict[int, str]:
    columns: dict[int, str] = {}
    for index, cell in enumerate(rows[0]):
        letters = letters_of(cell, index)
        if letters in wishes.columns:
            columns[index] = wishes.columns[letters]
            continue
        lowest = titles.get(index, "").split("\n")[-1] if len(rows) > 1 else titles.get(index, "")
        several = meanings(lowest, kind) or meanings(titles.get(index, ""), kind)
        columns[index] = several[0] if len(several) == 1 else NOTHING
    return columns


def _ask(
    rows: Sequence[Sequence[TableCell]], found: HeadedTable, kind: ImportKind, wishes: Wishes, ledger: Ledger
) -> None:
    """Ask for what a heading means where its words mean several things or nothing that is known."""
    known = " ".join(known_meanings(kind))
    for letters, meaning in wishes.columns.items():
        if meaning not in known_meanings(kind):
            ledger.asked.append(_NO_MEANING.format(column=letters, meaning=meaning, known=known))
    seen: set[str] = set()
    for index, cell in enumerate(rows[0] if rows else ()):
        letters = letters_of(cell, index)
        meaning, title = found.columns.get(index, NOTHING), found.titles.get(index, "")
        where = next((row[index] for row in reversed(rows) if row[index].text), cell)
        if letters not in wishes.columns and title:
            several = meanings(title.split("\n")[-1], kind) or meanings(title, kind)
            if len(several) > 1:
                said = {"place": where.place, "heading": " ".join(title.split()), "several": " หรือ ".join(several)}
                ledger.asked.append(_ASK.format(**said, column=letters, first=several[0]))
            elif not several:
                ledger.unclear(where, _UNKNOWN.format(column=letters, known=known))
        if meaning in seen and meaning not in _SEVERAL:
            ledger.asked.append(_TWICE.format(place=where.place, meaning=meaning, column=letters))
        seen.add(meaning)
