"""Which columns of a table need room: those with far more to say than the others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 2
_SHARE = 0.45
"""How long the longest cell of a wide column is at least, as a share of the longest cell of the table."""


def wide_columns(cells: Iterable[tuple[str, int]]) -> frozenset[str]:
    """Return the columns that need room, two at most; each cell is given as its column and how many letters it has."""
    longest: dict[str, int] = defaultdict(int)
    for column, letters in cells:
        longest[column] = max(longest[column], letters)
    ranked = sorted(longest, key=lambda each: longest[each], reverse=True)[:_MOST]
    return frozenset(each for each in ranked if longest[each] >= _SHARE * longest[ranked[0]] > 0)
