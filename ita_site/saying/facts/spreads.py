"""How the scores of many municipalities lie between 0 and 100: a dot each, and the quartiles. Nothing is ranked."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles
from typing import TYPE_CHECKING

from ita_site.saying.charts.scale import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.saying.facts.records import MunicipalityFacts

_FEWEST = 4
"""Fewer scores have no quartiles worth the name."""
_HIGHEST = 24
"""How many dots stand above one another at most; of more, each dot is several municipalities."""
_HIGHEST_SMALL = 5
_STEP, _EDGE, _SMALL_HEIGHT = 3, 5, 30
"""Of a small strip, in pixels: how far the dots of neighbouring points lie apart, what is beside them, its height."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class StripDot:
    """A dot: how far to the right in percent of the width, and how many stand below it."""

    place: Decimal
    below: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Scores in points: how many, the least, the quartiles where there are enough, the most, and the dots of all."""

    count: int
    least: Decimal
    quartiles: tuple[Decimal, ...]
    most: Decimal
    dots: tuple[StripDot, ...]
    each: int
    """How many municipalities one dot is."""

    @property
    def columns(self) -> tuple[int, ...]:
        """The whole points at which there are dots."""
        return tuple(int(each.place) for each in self.dots if not each.below)

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """Where the quartiles stand, in percent of the width."""
        return tuple(percent(each) for each in self.quartiles)

    @property
    def height(self) -> int:
        """How many dots stand above one another at most."""
        return max((each.below for each in self.dots), default=0) + 1


def spread_of(scores: Sequence[Decimal]) -> Spread | None:
    """Return how scores lie, None where there are none. Quartiles are those of the scores themselves (inclusive)."""
    if not scores:
        return None
    stacks = Counter(Decimal(math.floor(each)) for each in scores)
    one = max(1, math.ceil(max(stacks.values()) / _HIGHEST))
    dots = (
        StripDot(percent(place), below)
        for place, count in sorted(stacks.items())
        for below in range(math.ceil(count / one))
    )
    parts = quantiles(scores, n=4, method="inclusive") if len(scores) >= _FEWEST else []
    rounded = tuple(each.quantize(_CENT) for each in parts)
    return Spread(len(scores), min(scores), rounded, max(scores), tuple(dots), one)


@dataclass(frozen=True, slots=True)
class SmallStrip:
    """The same dots, few above one another, for a row of a table: an SVG path, of lines that have no length.

    All is in pixels: `ticks` are where the quartiles stand.
    """

    path: str
    each: int
    ticks: tuple[Decimal, ...]
    width: int = 100 * _STEP + 2 * _EDGE
    height: int = _SMALL_HEIGHT

    @staticmethod
    def place(score: Decimal) -> Decimal:
        """Return where a score in points stands."""
        return _STEP * score + _EDGE


def small_strip(scores: Sequence[Decimal], quartiles: Sequence[Decimal]) -> SmallStrip:
    """Return scores as a small strip."""
    stacks = Counter(math.floor(each) for each in scores)
    one = max(1, math.ceil(max(stacks.values()) / _HIGHEST_SMALL))
    drawn = (
        f"M{_STEP * points + _EDGE} {_SMALL_HEIGHT - 4 - 4 * below}h0"
        for points, count in sorted(stacks.items())
        for below in range(math.ceil(count / one))
    )
    return SmallStrip("".join(drawn), one, tuple(SmallStrip.place(each) for each in quartiles))


@dataclass(frozen=True, slots=True)
class Strip:
    """The scores of an indicator by one name of it in a year: one framework's, or several that call it the same."""

    id: str
    name: str
    spread: Spread
    small: SmallStrip
    scores: tuple[tuple[str, Decimal], ...]
    """The municipalities by id, each with its score, in their order."""
    place: int
    """Which of the names of the indicator it is, from 1."""


def strips(facts: Sequence[MunicipalityFacts], year: int) -> tuple[Strip, ...]:
    """Return the indicators of a year with all scores of each; one that frameworks name otherwise is another."""
    found: dict[tuple[str, str], list[tuple[str, Decimal]]] = {}
    for municipality in facts:
        for of in municipality.years:
            for each in of.indicators if of.year == year else ():
                if each.score is not None:
                    found.setdefault((each.id, each.name), []).append((municipality.id, each.score))
    made: list[Strip] = []
    names: Counter[str] = Counter()
    for (identity, name), scores in sorted(found.items(), key=lambda item: (int(item[0][0]), item[0][1])):
        points = [score for _, score in scores]
        spread = spread_of(points)
        if spread is not None:
            names[identity] += 1
            small = small_strip(points, spread.quartiles)
            made.append(Strip(identity, name, spread, small, tuple(scores), names[identity]))
    return tuple(made)
