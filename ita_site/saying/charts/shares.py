"""One bar in parts: how many of all have each state."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.saying.charts.scale import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

State = TypeVar("State")
_ROOM = 14
"""How much of the width a segment must have for its count to be written in it, in percent."""


@dataclass(frozen=True, slots=True)
class Segment(Generic[State]):
    """A state, how many have it, and where its part of the bar begins and how long it is, in percent of the width."""

    state: State
    count: int
    left: Decimal
    length: Decimal

    @property
    def middle(self) -> Decimal:
        """Where its count is written, in percent."""
        return percent(self.left + self.length / 2)

    @property
    def roomy(self) -> bool:
        """Tell whether its count fits into it, on a narrow screen too."""
        return self.length >= _ROOM


def shares(counts: Sequence[tuple[State, int]]) -> tuple[Segment[State], ...]:
    """Return the parts of the bar in the order of the counts; they touch, and together they are the whole width."""
    whole = sum(count for _, count in counts)
    ends = accumulate((count for _, count in counts), initial=0)
    edges = [percent(Fraction(end, whole) * 100) for end in ends] if whole else []
    return tuple(
        Segment(state, count, left, right - left)
        for (state, count), left, right in zip(counts, edges, edges[1:], strict=False)
    )
