"""A score of a year with the parts it is made of, and what these parts prove of it.

Parts are published rounded to two decimals, so they give not one figure but all those between two bounds. A
published figure that no value between the bounds rounds to is wrong, or one of its parts is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.data.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.data.model import Method, Rule

TOTAL = "total"
"""The reference of the root of a tree."""
_MOST = Fraction(100)
_HALF_A_CENT = Fraction(1, 200)


class Verdict(StrEnum):
    """What the parts of a published figure say of it."""

    PROVEN = "proven"
    """The parts as published give this figure, rounded to two decimals."""
    CONSISTENT = "consistent"
    """They give another second decimal, and the rounding of the parts explains it."""
    CONTRADICTED = "contradicted"
    """No values that round to the parts give a value that rounds to this figure."""
    UNCHECKED = "unchecked"
    """A part is not published, or the rule is not known."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """All the values a score can have, in points: from `low` to `high`, both included.

    A half is rounded up or to even, nobody has said which, so both ends count as possible.
    """

    low: Fraction
    high: Fraction

    @classmethod
    def printed(cls, points: Decimal) -> Bounds:
        """Return the values that are printed as these points, rounded to two decimals."""
        exact = Fraction(points)
        return cls(max(Fraction(0), exact - _HALF_A_CENT), min(_MOST, exact + _HALF_A_CENT))

    @classmethod
    def exactly(cls, points: Fraction | Decimal) -> Bounds:
        """Return the bounds of a score that was never rounded, such as an item that earns 0, 50 or 100."""
        return cls(Fraction(points), Fraction(points))

    def meet(self, other: Bounds) -> bool:
        """Tell whether there is a value within both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Score:
    """One score of a year, in points from 0 to 100, and the parts it is made of.

    `computed` is what the parts as published give; None when a part is missing or the rule is not known.
    `bounds` is what they can give at least and at most, their rounding undone. `weight` is the share of this
    score in its parent, in the parent's own points (of 100), where the rule weighs. A score that is not printed
    but follows from a list of all that earned nothing is `implied`. `among` are the items that a sub-indicator
    is known to lie within when its own are not known.
    """

    id: str
    published: Decimal | None
    computed: Fraction | None
    rule: Rule | None = None
    parts: tuple[Score, ...] = ()
    weight: Decimal | None = None
    bounds: Bounds | None = None
    exact: bool = False
    implied: bool = False
    among: tuple[str, ...] = ()

    @property
    def method(self) -> Method | None:
        """How the score follows from its parts, None where that is not known."""
        return self.rule.method if self.rule else None

    @property
    def sure(self) -> bool:
        """Tell whether a document or the arithmetic confirms the rule."""
        return self.rule is not None and self.rule.provenance.certainty is not Certainty.UNCONFIRMED

    @property
    def value(self) -> Fraction | None:
        """The figure that counts: the published one where there is one."""
        return self.computed if self.published is None else Fraction(self.published)

    @property
    def possible(self) -> Bounds | None:
        """All values this score can have, as a part of another: those printed so, else those its parts give."""
        if self.published is None:
            return self.bounds
        return Bounds.exactly(self.published) if self.exact else Bounds.printed(self.published)

    @property
    def verdict(self) -> Verdict | None:
        """What the parts say of the published figure; None when none was published."""
        if self.published is None:
            return None
        if self.bounds is None:
            return Verdict.UNCHECKED
        if self.computed is not None and rounded(self.computed) == self.published:
            return Verdict.PROVEN
        if not self.bounds.meet(Bounds.printed(self.published)):
            return Verdict.CONTRADICTED
        return Verdict.UNCHECKED if self.computed is None else Verdict.CONSISTENT

    def walk(self) -> Iterator[Score]:
        """Yield this score and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@lru_cache(maxsize=4_096)
def rounded(value: Fraction | Decimal) -> Decimal:
    """Round half up to two decimals, as the published figures are; for showing, once, at the end."""
    cents = math.floor(abs(Fraction(value)) * 100 + Fraction(1, 2))
    return Decimal(cents if value >= 0 else -cents).scaleb(-2)


def mean(parts: Sequence[Score]) -> tuple[Fraction | None, Bounds | None]:
    """Return the mean of the parts as published, and its bounds; None where a part is missing."""
    return _combine(parts, [Fraction(1, len(parts))] * len(parts)) if parts else (None, None)


def weighted(parts: Sequence[Score]) -> tuple[Fraction | None, Bounds | None]:
    """Return the sum of the parts by their weights, and its bounds; None where a part or a weight is missing."""
    weights = [Fraction(part.weight) / 100 for part in parts if part.weight is not None]
    return _combine(parts, weights) if parts and len(weights) == len(parts) else (None, None)


def one_of(items: Sequence[Score]) -> tuple[Fraction | None, Bounds | None]:
    """Return what is known of the mean of some of these items, nobody knows which: it lies between them.

    Where all have earned the same, it is that.
    """
    values = {item.value for item in items}
    possible = [item.possible for item in items if item.possible is not None]
    if not items or len(possible) < len(items):
        return None, None
    bounds = Bounds(min(each.low for each in possible), max(each.high for each in possible))
    return (values.pop() if len(values) == 1 else None), bounds


def combined(parts: Sequence[Bounds], shares: Sequence[Fraction]) -> Bounds:
    """Return the bounds of the sum of parts, each by its share in the whole."""
    low = sum((each.low * share for each, share in zip(parts, shares, strict=True)), Fraction(0))
    high = sum((each.high * share for each, share in zip(parts, shares, strict=True)), Fraction(0))
    return Bounds(low, high)


def _combine(parts: Sequence[Score], shares: Sequence[Fraction]) -> tuple[Fraction | None, Bounds | None]:
    values = [part.value for part in parts if part.value is not None]
    possible = [part.possible for part in parts if part.possible is not None]
    exact, bounds = None, None
    if len(values) == len(parts):
        exact = sum((value * share for value, share in zip(values, shares, strict=True)), Fraction(0))
    if len(possible) == len(parts):
        bounds = combined(possible, shares)
    return exact, bounds
