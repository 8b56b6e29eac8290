"""How the columns of a table share the width of a sheet: by what they have to say, and none too narrow for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.paper import BodyText, ItemList, Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.publishing.documents.paper import Cell, ListItem, Words

MOST_UPRIGHT = 5
"""A table of more columns needs a sheet across."""
_LETTERS_UPRIGHT, _LETTERS_ACROSS = 84, 130
"""About how many letters of Sarabun at 16 points a line has on A4 with margins of 3 and 2 cm; vowel marks count."""
_LONGEST_WORD, _SHORTEST = 16, 6
"""Between how many letters a column has at least: Thai words are split between syllables where they are longer."""
_POWER = 0.7
"""Below 1, since a column that has twice as much to say need not be twice as wide: its rows are as high as others."""


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
    """Return a table whose columns are as wide as what they hold asks for; `of_figures` names those of figures."""
    columns = [[title, *(text(row[index]) for row in rows)] for index, title in enumerate(titles)]
    shares = _shares(columns)
    return Table(
        caption,
        tuple(
            TableColumn(title, share, of_figures=title in of_figures)
            for title, share in zip(titles, shares, strict=True)
        ),
        tuple(rows),
        tuple(groups),
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
    """Return the widths in parts of 100: each has room for its longest word, the rest goes by the length of texts."""
    letters = _LETTERS_ACROSS if len(columns) > MOST_UPRIGHT else _LETTERS_UPRIGHT
    least = [100 / letters * min(_LONGEST_WORD, max(_SHORTEST, _longest(each))) for each in columns]
    if sum(least) > 100:
        return _rounded([100 * each / sum(least) for each in least])
    wants = [max(map(len, each)) ** _POWER for each in columns]
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


def _longest(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _rounded(shares: Sequence[float]) -> list[float]:
    """Return shares with one decimal that make up 100."""
    rounded = [round(each, 1) for each in shares]
    widest = max(range(len(rounded)), key=lambda index: rounded[index])
    rounded[widest] = round(rounded[widest] + 100 - sum(rounded), 1)
    return rounded
