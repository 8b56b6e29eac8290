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
class Strip:
    """The scores of an indicator by one name of it in a year: one framework's, or several that call it the same."""

    id: str
    name: str
    spread: Spread
    scores: tuple[tuple[str, Decimal], ...]
    """The municipalities by id, each with its score, in their order."""


def strips(facts: Sequence[MunicipalityFacts], year: int) -> tuple[Strip, ...]:
    """Return the indicators of a year with all scores of each; one that frameworks name otherwise is another."""
    found: dict[tuple[str, str], list[tuple[str, Decimal]]] = {}
    for municipality in facts:
        for of in municipality.years:
            for each in of.indicators if of.year == year else ():
                if each.score is not None:
                    found.setdefault((each.id, each.name), []).append((municipality.id, each.score))
    made = []
    for (identity, name), scores in sorted(found.items(), key=lambda item: (int(item[0][0]), item[0][1])):
        spread = spread_of([score for _, score in scores])
        if spread is not None:
            made.append(Strip(identity, name, spread, tuple(scores)))
    return tuple(made)
