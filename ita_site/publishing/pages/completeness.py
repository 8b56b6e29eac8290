"""The page about what a year has and lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.completeness import completeness
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.completeness import description, title

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, year: Year) -> PageSpec:
    """Return the page about what a year has and lacks."""
    return PageSpec(
        subject=Subject(Kind.STATUS, year.year),
        template="status",
        title=title(year.year),
        description=description(year.year, lookup.agency.name),
        sources=sources_of(
            year.result, year.analysis, *year.measures.values(), *year.reports.values(), year.disclosure, year.gaps
        ),
        view=completeness(lookup, year),
        year=year.year,
    )
