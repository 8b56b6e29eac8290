"""Horizontal bars from zero, one below another, each beside a thinner one for the year before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying.charts.scale import FULL, percent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.saying.charts.scale import Number


@dataclass(frozen=True, slots=True)
class BarEntry:
    """What one bar shows; figures that are not known are None."""

    label: str
    value: Number | None
    before: Number | None = None
    change: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry with the length of its bar and of the one for the year before, in percent of the width."""

    entry: BarEntry
    length: Decimal | None
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars. `goal` is where a line crosses them all, in percent; `whole` is what the full width means."""

    rows: tuple[Bar, ...]
    whole: Number
    goal: Decimal | None

    @classmethod
    def of(cls, entries: Iterable[BarEntry], *, whole: Number = FULL, goal: Number | None = None) -> Bars:
        """Return the bars of entries in their order, where the full width means `whole`."""
        rows = tuple(Bar(each, _length(each.value, whole), _length(each.before, whole)) for each in entries)
        return cls(rows, whole, _length(goal, whole))

    @property
    def compared(self) -> bool:
        """Tell whether any bar has one for the year before beside it."""
        return any(bar.before is not None for bar in self.rows)


def _length(value: Number | None, whole: Number) -> Decimal | None:
    return None if value is None else percent(value, whole)
