"""Small lines without text, for a cell of a table: a dot a year, joined where two neighbouring years are known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.saying.charts.scale import tenths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ita_site.saying.charts.scale import Number

_LONG, _LEAST, _EDGE, _RISE = 72, 12, 3, 18
"""The whole line, between two years at least, from the edge to a dot, from the foot of the axis to its top; pixels."""
HEIGHT = _RISE + 2 * _EDGE


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a box of so many pixels: its dots, and its path, empty where no two neighbouring years are known."""

    width: int
    path: str
    dots: tuple[tuple[int, Decimal], ...]
    height: int = HEIGHT


def foot(values: Iterable[Number]) -> int:
    """Return where the axis of lines begins: the ten at or below the lowest figure, ten below 100 at most."""
    return min(90, math.floor(Fraction(min(values)) / 10) * 10)


def line(values: Sequence[Number | None], low: int) -> Line:
    """Return the line of the figures of years that follow one another, on an axis from `low` to 100 points."""
    step = max(_LEAST, _LONG // max(1, len(values) - 1))
    places = [
        None if value is None else (_EDGE + step * place, _down(value, low)) for place, value in enumerate(values)
    ]
    joined = [f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in pairwise(places) if a is not None and b is not None]
    dots = tuple(place for place in places if place is not None)
    return Line(2 * _EDGE + step * (len(values) - 1), "".join(joined), dots)


def _down(value: Number, low: int) -> Decimal:
    return tenths(_EDGE + _RISE * (100 - Fraction(value)) / (100 - low))
