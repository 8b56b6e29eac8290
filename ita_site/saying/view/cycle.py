"""The cycle from a result to the next one, as links: each page of it leads to those before and after."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import cycle as sentences

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup


class CyclePart(StrEnum):
    """A part of the cycle that the measures of a year stand in."""

    RESULT_BEFORE = "result-before"
    """The result of the year before, with its analysis the cause of the measures."""
    ANALYSIS_BEFORE = "analysis-before"
    MEASURES = "measures"
    REPORTS = "reports"
    RESULT = "result"


def cycle(lookup: Lookup, year: int, here: CyclePart | None = None) -> tuple[Link, ...]:
    """Return the cycle of a year's measures, from the result before to that of the year; `here` is where one is."""
    earlier, this = lookup.years.get(year - 1), lookup.years.get(year)

    def link(part: CyclePart, text: str, address: str, there: object) -> Link:
        return Link(text, address if there else None, part is here)

    return (
        link(
            CyclePart.RESULT_BEFORE,
            sentences.result(year - 1),
            addresses.year(year - 1),
            earlier and earlier.result,
        ),
        link(
            CyclePart.ANALYSIS_BEFORE,
            sentences.analysis(year - 1),
            addresses.analysis(year - 1),
            earlier and earlier.analysis,
        ),
        link(CyclePart.MEASURES, sentences.measures(year), addresses.measures(year), this and this.measures),
        link(CyclePart.REPORTS, sentences.reports(year), addresses.reports(year), this and this.reports),
        link(CyclePart.RESULT, sentences.result(year), addresses.year(year), this and this.result),
    )
