"""The page of the analysis of a year's result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.analysis import analysis
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.analysis import description, title

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, year: Year) -> PageSpec | None:
    """Return the page of the analysis of a year's result, None where there is no analysis."""
    if year.analysis is None:
        return None
    return PageSpec(
        subject=Subject(Kind.ANALYSIS, year.year),
        template="analysis",
        title=title(year.year, year.analysis.record.title),
        description=description(year.year, lookup.agency.name),
        sources=sources_of(year.analysis),
        view=analysis(lookup, year, year.analysis),
        year=year.year,
    )
