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

_LENGTH, _MIN_STEP, _EDGE, _RISE = 72, 12, 3, 18
"""The whole line, between two years at least, from the edge to a dot, from the start of the axis to its top; pixels."""
HEIGHT = _RISE + 2 * _EDGE


@dataclass(frozen=True, slots=True)
class Dot:
    """The figure of a year, in pixels from the left and from the top."""

    x: int
    y: Decimal


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line in a box of so many pixels: its dots, and its path, empty where no two neighbouring years are known."""

    width: int
    path: str
    dots: tuple[Dot, ...]
    height: int = HEIGHT


def axis_start(values: Iterable[Number]) -> int:
    """Return where the axis of lines begins: the ten at or below the lowest figure, ten below 100 at most."""
    return min(90, math.floor(Fraction(min(values)) / 10) * 10)


def sparkline(values: Sequence[Number | None], low: int) -> Sparkline:
    """Return the line of the figures of years that follow one another, on an axis from `low` to 100 points."""
    step = max(_MIN_STEP, _LENGTH // max(1, len(values) - 1))
    dots = [
        None if value is None else Dot(_EDGE + step * index, _down(value, low)) for index, value in enumerate(values)
    ]
    path = "".join(f"M{a.x} {a.y}L{b.x} {b.y}" for a, b in pairwise(dots) if a is not None and b is not None)
    return Sparkline(2 * _EDGE + step * (len(values) - 1), path, tuple(dot for dot in dots if dot is not None))


def _down(value: Number, low: int) -> Decimal:
    return tenths(_EDGE + _RISE * (100 - Fraction(value)) / (100 - low))
