"""Small lines without text, for a cell of a table: a dot a year, joined where two neighbouring years are known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.charts.scale import tenths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ita_site.charts.scale import Number

_STEP, _EDGE, _RISE = 12, 3, 14
"""Between two years, from the edge to the first dot, and from the foot of the axis to its top, in pixels."""
HEIGHT = _RISE + 2 * _EDGE


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a box of `width` by `height` pixels: its path, empty where no two neighbours are known, and its dots."""

    width: int
    path: str
    dots: tuple[tuple[Decimal, Decimal], ...]
    height: int = HEIGHT


def foot(values: Iterable[Number]) -> int:
    """Return where the axis of lines begins: the ten at or below the lowest figure, ten below 100 at most."""
    return min(90, math.floor(Fraction(min(values)) / 10) * 10)


def line(values: Sequence[Number | None], low: int) -> Line:
    """Return the line of the figures of years that follow one another, on an axis from `low` to 100 points."""
    places = [
        None if value is None else (tenths(Fraction(_EDGE + _STEP * place)), _down(value, low))
        for place, value in enumerate(values)
    ]
    joined = [f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in pairwise(places) if a is not None and b is not None]
    dots = tuple(place for place in places if place is not None)
    return Line(2 * _EDGE + _STEP * (len(values) - 1), "".join(joined), dots)


def _down(value: Number, low: int) -> Decimal:
    return tenths(_EDGE + _RISE * (100 - Fraction(value)) / (100 - low))
