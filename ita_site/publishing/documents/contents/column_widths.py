"""How the columns of a table share the width of a sheet: by what they have to say, and none too narrow for a word."""

from __future__ import annotations

from math import cbrt
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.publishing.documents.paper import BodyText, ItemList, Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.publishing.documents.paper import Cell, ListItem, Words

MOST_UPRIGHT = 5
"""A table of more columns needs a sheet across."""
_LETTERS_UPRIGHT, _LETTERS_ACROSS = 76, 116
"""About how many letters of Sarabun at 14 points a line of A4 has between margins of 3 and 2 cm, marks not counted."""
_SHORTEST, _DAY, _LATIN_WORD = 6, 11, 16
"""How many letters a column has room for at least: any, one with days or Thai words, one with words in Latin letters.

Thai is split between words that no space parts, Latin is not split.
"""


_BOLD = "oo"
"""What a title takes more than a text of as many letters."""


def needs_sheet_across(tables: Iterable[Table]) -> bool:
    """Tell whether any of the tables has too many columns for an upright sheet."""
    return any(len(each.columns) > MOST_UPRIGHT for each in tables)


def table(
    caption: str,
    titles: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    groups: Sequence[tuple[int, BodyText]] = (),
    *,
    of_figures: frozenset[str] = frozenset(),
) -> Table:
    """Return a table whose columns are as wide as what they hold asks for; `of_figures` names those of figures.

    Each stands below a heading that says what its caption says.
    """
    columns = [[f"{title}{_BOLD}", *(text(row[index]) for row in rows)] for index, title in enumerate(titles)]
    shares = _shares(columns)
    return Table(
        caption,
        tuple(
            TableColumn(title, share, of_figures=title in of_figures)
            for title, share in zip(titles, shares, strict=True)
        ),
        tuple(rows),
        tuple(groups),
        caption_shown=False,
    )


def text(cell: Cell) -> str:
    """Return all words of a cell, a space between its lines."""
    return " ".join(part for block in cell.blocks for part in _lines(block))


def _lines(block: BodyText | ItemList) -> Iterator[str]:
    if isinstance(block, ItemList):
        for item in block.items:
            yield from _of_item(item)
    else:
        yield _joined(block.words)


def _of_item(item: ListItem) -> Iterator[str]:
    yield f"{item.number} {_joined(item.words)}".strip()
    for each in item.items:
        yield from _of_item(each)


def _joined(pieces: Iterable[Words]) -> str:
    return "".join(each.text for each in pieces)


def _shares(columns: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths in parts of 100: each has room for its longest word, the rest goes by the length of texts.

    Without that limit a column is as wide as the cube root of the sum of the squares of its texts: so the sum of the
    squares of the heights that its cells would have alone is the least.
    """
    letters = _LETTERS_ACROSS if len(columns) > MOST_UPRIGHT else _LETTERS_UPRIGHT
    least = [100 / letters * _narrowest(each) for each in columns]
    if sum(least) > 100:
        return _rounded([100 * each / sum(least) for each in least])
    wants = [cbrt(sum(thai.columns(text) ** 2 for text in each)) for each in columns]
    fixed: set[int] = set()
    while True:
        room = 100 - sum(least[index] for index in fixed)
        wanted = sum(want for index, want in enumerate(wants) if index not in fixed)
        shares = [
            least[index] if index in fixed else room * want / wanted if wanted else 0
            for index, want in enumerate(wants)
        ]
        narrow = {index for index, share in enumerate(shares) if index not in fixed and share < least[index]}
        if not narrow:
            return _rounded(shares)
        fixed |= narrow


def _narrowest(texts: Sequence[str]) -> int:
    """Return how many letters a column has room for at least: those of a word, and of half a short text, as a day."""
    words = [word for text in texts for word in text.split()]
    latin = max((len(word) for word in words if word.isascii()), default=0)
    longest = max((thai.columns(word) for word in words if not word.isascii()), default=0)
    halved = max((thai.columns(text) + 1) // 2 for text in texts)
    return max(_SHORTEST, min(_DAY, max(longest, halved)), min(_LATIN_WORD, latin))


def _rounded(shares: Sequence[float]) -> list[float]:
    """Return shares with one decimal that make up 100."""
    rounded = [round(each, 1) for each in shares]
    widest = max(range(len(rounded)), key=lambda index: rounded[index])
    rounded[widest] = round(rounded[widest] + 100 - sum(rounded), 1)
    return rounded
