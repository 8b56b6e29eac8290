"""What an item of a year's OIT list was in the years before: which item it continues, its points, what was faulted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


FULL = 100
"""The points of an item that lacks nothing."""


@dataclass(frozen=True, slots=True)
class ItemYear:
    """What an item was in an earlier year: its points, if the office has them, and what its analysis found faulty."""

    year: int
    code: str
    item: Link
    published: Decimal | None
    marks: tuple[EditMark, ...]
    faulted: tuple[Link, ...]

    @property
    def lost(self) -> bool:
        """Whether it got fewer points than it could."""
        return self.published is not None and self.published < FULL


def earlier_years(lookup: Lookup, year: int, code: str) -> Iterator[ItemYear]:
    """Yield what an item continues, year by year back, as far as frameworks say it."""
    codes: tuple[str, ...] = (code,)
    while (crosswalk := lookup.crosswalk(year - 1, year)) is not None:
        codes = tuple(each for entry in crosswalk.entries if entry.id in codes for each in entry.was)
        year -= 1
        framework = lookup.framework(year)
        if not codes or framework is None:
            return
        for each in codes:
            item = framework.item(each)
            if item is not None:
                there = year in lookup.years
                link = Link(f"{each} {item.title}", lookup.oit_item_url(year, each))
                row = lookup.row(year, each)
                found = (row.published, row.marks, tuple(_faulted(lookup, year, each))) if there else (None, (), ())
                yield ItemYear(year, each, link, *found)


def _faulted(lookup: Lookup, year: int, code: str) -> Iterator[Link]:
    analysis = lookup.years[year].analysis
    if analysis is None:
        return
    for point in analysis.record.weak_points:
        if point.about == code:
            anchor = addresses.weak_point(year, point.id) if point.id else addresses.analysis(year)
            yield Link(point.finding or point.topic or words.WEAK, anchor)
    for each in analysis.record.improvements:
        if code in {*each.items, *(question.id for question in each.questions)}:
            yield Link(words.TO_IMPROVE, f"{addresses.analysis(year)}#improvements")
