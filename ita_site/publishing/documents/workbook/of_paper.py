"""A paper → the sheets of a workbook: a table each, with figures and days that Excel can count with, and the notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.publishing.documents.paper import BodyText, Facts, ItemList, SectionHeading, Table, Words
from ita_site.publishing.documents.workbook.cells import PlannedSheet, SheetCell, SheetRow
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.publishing.documents.paper import Cell, ListItem, Paper

_ACROSS = 150
"""Digits of the font that fill A4 on its side."""
_NARROWEST = 7
_LONGEST_NAME = 31
"""Letters that Excel lets the name of a sheet have."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_WORDS = 30
"""Letters beside a figure up to which it is still a figure."""


def sheets_of(paper: Paper) -> Iterator[PlannedSheet]:
    """Yield a sheet for each table of a paper or, of a book, of its papers; one with its lines where it has none."""
    tables = [(each, table) for each in (paper, *paper.parts) for table in each.blocks if isinstance(table, Table)]
    names = _SheetNames()
    for each, table in tables:
        yield _sheet(table, names.given(table.caption or each.title), each)
    if not tables:
        rows = tuple(SheetRow((SheetCell(line),)) for each in (paper, *paper.parts) for line in _lines(each))
        yield PlannedSheet(names.given(paper.title), (paper.title,), (_ACROSS,), rows, paper.title)


def notes_of(paper: Paper) -> Iterator[PlannedSheet]:
    """Yield a sheet of what is noted of the words in the tables, with what each is about; none where nothing is."""
    found = [
        SheetRow((SheetCell(caption), SheetCell(said), SheetCell(note)))
        for each in (paper, *paper.parts)
        for table in each.blocks
        if isinstance(table, Table)
        for caption, said, note in _noted(table)
    ]
    if found:
        heads = (words.NOTED_IN, words.NOTED_ROW, words.NOTES)
        yield PlannedSheet(words.NOTES, heads, (35, 35, 80), tuple(dict.fromkeys(found)), paper.title)


class _SheetNames:
    """The names of sheets: each once, without what Excel refuses."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter({words.NOTES.casefold(): 1, "history": 1})

    def given(self, wanted: str) -> str:
        """Return the name that a sheet gets, cut to what Excel takes and numbered where it is there already."""
        plain = _NOT_IN_NAMES.sub(" ", wanted).strip(" '") or words.TABLE
        name, number = plain[:_LONGEST_NAME].strip(" '"), 1
        while self._used[name.casefold()]:
            number += 1
            name = f"{plain[: _LONGEST_NAME - 5].strip()} ({number})"
        self._used[name.casefold()] += 1
        return name


def _sheet(table: Table, name: str, paper: Paper) -> PlannedSheet:
    whole = sum(column.width for column in table.columns) or 1
    groups = dict(table.groups)
    rows: list[SheetRow] = []
    for number, cells in enumerate(table.rows):
        if number in groups:
            rows.append(SheetRow((SheetCell(_text(groups[number].words)),), heading=True))
        rows.append(
            SheetRow(
                tuple(_cell(each, figures=column.of_figures) for each, column in zip(cells, table.columns, strict=True))
            )
        )
    return PlannedSheet(
        name,
        tuple(column.title for column in table.columns),
        tuple(max(_NARROWEST, round(column.width / whole * _ACROSS, 1)) for column in table.columns),
        tuple(rows),
        f"{paper.title} · {table.caption}" if table.caption else paper.title,
        thai_digits=paper.thai_digits,
    )


def _cell(cell: Cell, *, figures: bool) -> SheetCell:
    """Return what a cell is to Excel: a day or a figure only where that is what its words write, whole."""
    text = "\n".join(_texts(cell.blocks)).strip("\n")
    plain = thai.arabic(text).strip().replace("\u2212", "-")
    if not isinstance(cell.value, Decimal):
        try:
            day = thai.read_date(plain)
        except thai.BadDate:
            day = None
        if (
            day is not None
            and cell.value in {None, day}
            and plain in {thai.write_date(day), thai.write_short_date(day)}
        ):
            return SheetCell(text, day)
    value = cell.value if isinstance(cell.value, Decimal) else thai.number(plain) if figures else None
    written = None if value is None else _written(value, plain)
    if value is None or written is None:
        return SheetCell(text)
    before, after = plain.split(written, 1)
    return SheetCell(text, Decimal(written.replace(",", "")), before, after)


def _written(value: Decimal, text: str) -> str | None:
    """Return how a text writes a figure, None where it says much else or another figure beside it."""
    found = re.findall(r"[+-]?\d[\d,]*(?:\.\d+)?", text, re.ASCII)
    if len(found) != 1 or len(text) - len(found[0]) > _LONGEST_WORDS or "\n" in text:
        return None
    return found[0] if Decimal(found[0].replace(",", "")) == value else None


def _texts(blocks: Iterable[BodyText | ItemList]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, BodyText):
            yield _text(block.words)
        else:
            yield from _item_lines(block.items)


def _item_lines(items: Iterable[ListItem], level: int = 0) -> Iterator[str]:
    for each in items:
        yield "   " * level + f"{each.number} {_text(each.words)}".strip()
        yield from _item_lines(each.items, level + 1)


def _text(those: Iterable[Words]) -> str:
    return "".join(each.text for each in those)


def _lines(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        match block:
            case BodyText() | SectionHeading():
                yield _text(block.words)
            case ItemList():
                yield from _item_lines(block.items)
            case Facts():
                yield from (f"{label}: {_text(said.words)}" for label, said in block.rows)


def _noted(table: Table) -> Iterator[tuple[str, str, str]]:
    """Yield each note of a table with the table and the words that begin its row."""
    for _, heading in table.groups:
        yield from ((table.caption, _text(heading.words), note) for note in _notes(heading))
    for row in table.rows:
        first = "\n".join(_texts(row[0].blocks)).split("\n")[0] if row else ""
        yield from ((table.caption, first, note) for note in _notes(row))


def _notes(part: object) -> Iterator[str]:
    if isinstance(part, Words):
        yield from part.notes
    elif isinstance(part, tuple):
        for each in part:
            yield from _notes(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _notes(getattr(part, each.name))
