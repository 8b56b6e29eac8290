"""The page of a year's plan as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.plan import plan, plan_title
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.plan import description

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, year: Year) -> PageSpec | None:
    """Return the page of a year's plan, None where the year has neither one nor measures."""
    if not year.plan and not year.measures:
        return None
    title = plan_title(year)
    return PageSpec(
        subject=Subject(Kind.PLAN, year.year),
        template="plan",
        title=title,
        description=description(title, len(year.measures), lookup.agency.name),
        sources=sources_of(year.plan, *year.measures.values()),
        view=plan(lookup, year),
        year=year.year,
    )
