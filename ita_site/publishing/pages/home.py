"""The home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.home import home
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.home import description

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup) -> PageSpec:
    """Return the home page, which bears the name of the agency."""
    year = lookup.latest
    return PageSpec(
        subject=Subject(Kind.HOME),
        template="home",
        title=lookup.agency.name,
        description=description(lookup.agency.name),
        sources=(lookup.agency_file, *sources_of(year.result, *year.reports.values())),
        view=home(lookup),
        year=year.year,
        nav=(words.section(Kind.HOME),),
    )
