"""A sheet before it is written: its columns, its rows, and what each cell is to Excel."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

MOST_LINES = 20
"""Lines of a cell beyond which a row goes on in the next: no spreadsheet has a row over 409 points high."""
_FILLED = 0.9
"""How much of a line is filled before a word goes to the next, and bold letters are wider: estimated, never less."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its text, and where that is all it says the figure or the day, with what stands around the figure."""

    text: str
    value: Decimal | date | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row, or a heading across all columns, which has one cell."""

    cells: tuple[SheetCell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet: `heads` and `widths` of its columns, these in digits of the font; `foot` is printed on each page.

    `frozen` is how many columns stay in view beside the head; `thai_digits` is how figures and days are shown.
    """

    name: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[SheetRow, ...]
    foot: str
    frozen: int = 0
    thai_digits: bool = False


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, rather one more than one less."""
    letters = max(1, int(width * _FILLED))
    return sum(-(-thai.columns(line) // letters) or 1 for line in text.split("\n"))


def in_parts(row: SheetRow, widths: Sequence[float]) -> Iterator[SheetRow]:
    """Yield a row as rows of a height that a spreadsheet can show; those after the first say so."""
    if row.heading or all(
        lines_of(cell.text, width) <= MOST_LINES for cell, width in zip(row.cells, widths, strict=True)
    ):
        yield row
        return
    columns = [_parts(cell.text, width) for cell, width in zip(row.cells, widths, strict=True)]
    for number, parts in enumerate(zip_longest(*columns, fillvalue="")):
        if number == 0:
            kept = zip(row.cells, columns, parts, strict=True)
            yield SheetRow(tuple(cell if len(of_cell) == 1 else SheetCell(part) for cell, of_cell, part in kept))
        else:
            first = parts[0] or f"{columns[0][0]} {words.TABLE_GOES_ON}"
            yield SheetRow((SheetCell(first), *map(SheetCell, parts[1:])))


def _parts(text: str, width: float) -> list[str]:
    """Return a text cut between lines or, where a line is too long by itself, between words."""
    parts, height = [""], 0
    for line in text.split("\n"):
        for piece in _pieces(line, int(width * _FILLED) * MOST_LINES):
            tall = lines_of(piece, width)
            if height and height + tall > MOST_LINES:
                parts.append(piece)
                height = tall
            else:
                parts[-1] += f"\n{piece}" if height else piece
                height += tall
    return parts


def _pieces(line: str, most: int) -> Iterator[str]:
    while thai.columns(line) > most:
        cut = line.rfind(" ", 1, most)
        cut = cut if cut > 0 else most
        yield line[:cut]
        line = line[cut:].lstrip(" ")
    yield line
