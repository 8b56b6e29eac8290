"""A dataset and its scores into the Markdown pages of the site.

Addresses are ASCII and made of years and ids that never change. Every page is `…/index.md`, so that the
same relative links hold on a web server and, with `index.html` written out, from a USB stick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.pages import compare, overview, status, working, year
from ita_site.publishing.pages.page import Page

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup

__all__ = ["Page", "write"]


def write(lookup: Lookup, *, directory_urls: bool = True) -> tuple[Page, ...]:
    """Return every generated page, in a fixed order."""
    specs = [*overview.specs(lookup), *compare.specs(lookup)]
    for each in reversed(list(lookup.years.values())):
        specs += year.specs(lookup, each)
        specs += [spec for spec in (working.spec(lookup, each), status.spec(lookup, each)) if spec is not None]
    return tuple(spec.page(lookup.agency.digits, directory_urls=directory_urls) for spec in specs)
