"""A dataset and its scores into the Markdown pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.pages import compare, completeness, computation, contact, data_files, home, indicators, year
from ita_site.publishing.pages.page import Page
from ita_site.publishing.pages.rendering import standalone

if TYPE_CHECKING:
    from ita_site.ground.addresses import Website
    from ita_site.saying.view.lookup import Lookup

__all__ = ["Page", "standalone", "write"]


def write(lookup: Lookup, website: Website) -> tuple[Page, ...]:
    """Return every generated page, in a fixed order."""
    specs = [home.spec(lookup), *indicators.specs(lookup), data_files.spec(lookup), contact.spec(lookup)]
    specs += compare.specs(lookup)
    for each in reversed(list(lookup.years.values())):
        specs += year.specs(lookup, each)
        specs += [
            spec for spec in (computation.spec(lookup, each), completeness.spec(lookup, each)) if spec is not None
        ]
    return tuple(spec.page(lookup.agency.digits, website) for spec in specs)
