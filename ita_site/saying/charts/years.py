"""One figure through the years: a bar a year, a gap where there is none, a mark where the framework changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import ItemChange, kind_of
from ita_site.saying.charts.scale import percent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ita_site.data.model import Framework
    from ita_site.saying.charts.scale import Number

_NONE: Mapping[int, Framework] = {}


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """How many OIT items the framework of a year has, and that of the year before."""

    before: int
    now: int


@dataclass(frozen=True, slots=True)
class FrameworkChange:
    """What is known to differ between the framework of a year and that of the year before.

    `item_counts` are there where they differ. `known` is false where some items of the year have no known past: then
    no difference on record does not mean that nothing changed.
    """

    item_counts: ItemCounts | None
    items: bool
    levels: bool
    weights: bool
    known: bool

    @property
    def changed(self) -> bool:
        """Tell whether anything differs for certain."""
        return self.item_counts is not None or self.items or self.levels or self.weights


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year, its figure and the length of its bar in percent of the width; `change` stands before it."""

    year: int
    value: Number | None
    length: Decimal | None
    change: FrameworkChange | None


def history(values: Mapping[int, Number | None], frameworks: Mapping[int, Framework] = _NONE) -> tuple[YearBar, ...]:
    """Return every year from the first to the last, those without a figure too; nothing when fewer than two have one.

    Changes stand between the first and the last figure only: where there is nothing to compare, none is asked for.
    """
    known = [year for year, value in values.items() if value is not None]
    if len(known) < 2:
        return ()
    return tuple(
        YearBar(
            year=year,
            value=(value := values.get(year)),
            length=None if value is None else percent(value),
            change=_change(year, frameworks) if frameworks and min(known) < year <= max(known) else None,
        )
        for year in range(min(values), max(values) + 1)
    )


def _change(year: int, frameworks: Mapping[int, Framework]) -> FrameworkChange | None:
    """Return what differs between the frameworks of two neighbouring years; None when all is known to be the same."""
    now, before = frameworks.get(year), frameworks.get(year - 1)
    if now is None or before is None:
        return FrameworkChange(item_counts=None, items=False, levels=False, weights=False, known=False)
    crosswalk = now.crosswalk_from(year - 1)
    entries = [each for each in (crosswalk.entries if crosswalk else ()) if kind_of(each.id) == "item"]
    had, has = before.item_count, now.item_count
    weights = [tuple(each.weight for each in framework.instruments) for framework in (before, now)]
    change = FrameworkChange(
        item_counts=ItemCounts(had, has) if had is not None and has is not None and had != has else None,
        items=any(each.change is not ItemChange.SAME for each in entries) or bool(crosswalk and crosswalk.dropped),
        levels=_scale(before) != _scale(now) and bool(_scale(before) and _scale(now)),
        weights=weights[0] != weights[1] and None not in (*weights[0], *weights[1]),
        known=has is not None and len(entries) >= has,
    )
    return change if change.changed or not change.known else None


def _scale(framework: Framework) -> tuple[str, ...]:
    return tuple(level.name for level in framework.levels.scale) if framework.levels else ()
