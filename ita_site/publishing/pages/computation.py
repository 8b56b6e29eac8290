"""The page about how a year's scores are computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.computation import computation
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.computation import description, title

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, year: Year) -> PageSpec | None:
    """Return the page of a year that has a result, else None."""
    if year.result is None:
        return None
    return PageSpec(
        subject=Subject(Kind.SCORES, year.year),
        template="computation",
        title=title(year.year),
        description=description(year.year, lookup.agency.name),
        sources=sources_of(year.result),
        view=computation(lookup, year.year, year.result.record),
        year=year.year,
    )
