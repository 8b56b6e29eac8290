"""What a year's OIT list asks to be disclosed, and where this site answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Part, reference_name
from ita_site.ground import addresses
from ita_site.saying.view.lookup import Link

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.model import Framework, Item, MeasureItem
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class OitItemRow:
    """An item of the OIT list with the indicator it belongs to, where that is known, and its published points.

    The link leads nowhere where the year has no page of that indicator.
    """

    item: Item
    indicator: Link | None
    published: Decimal | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class MeasureItemAnswer:
    """An item about measures or reports; `link` leads to the page that answers it once there is something on it."""

    item: MeasureItem
    link: Link


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """The OIT list of a year; `unnamed` is how many of its items nobody has found a name of."""

    framework: Framework
    answers: tuple[MeasureItemAnswer, ...]
    rows: tuple[OitItemRow, ...]
    scored: bool
    unnamed: int


def disclosure(lookup: Lookup, framework: Framework) -> DisclosureView:
    """Return what the OIT list of a framework asks for."""
    year = framework.year
    rows = tuple(
        OitItemRow(
            each, _indicator(lookup, year, each.id), lookup.row(year, each.id).published, lookup.marks(year, each.id)
        )
        for each in framework.items
        if each.id.startswith("O")
    )
    return DisclosureView(
        framework=framework,
        answers=tuple(_answer(lookup, year, each) for each in framework.measure_items),
        rows=rows,
        scored=any(row.published is not None for row in rows),
        unnamed=max(0, (framework.item_count or 0) - len(rows)),
    )


def _indicator(lookup: Lookup, year: int, item: str) -> Link | None:
    indicator = lookup.indicator_of(year, item)
    return None if indicator is None else Link(reference_name(indicator), lookup.indicator_url(year, indicator))


def _answer(lookup: Lookup, year: int, item: MeasureItem) -> MeasureItemAnswer:
    of_year = item.of_year or year
    answering = lookup.years.get(of_year)
    if item.answered_by is Part.MEASURES:
        there, url = answering is not None and bool(answering.measures), addresses.plan(of_year)
    else:
        there, url = answering is not None and bool(answering.reports), addresses.reports(of_year)
    return MeasureItemAnswer(item, Link(lookup.label(year, item.item), url if there else None))
