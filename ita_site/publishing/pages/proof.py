"""The page that proves the figures of a year: each with the file and the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.proof import proof
from ita_site.saying.view.sources import files_of
from ita_site.saying.words.proof import description, title

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, year: Year) -> PageSpec | None:
    """Return the page of a year that has any figure; it repeats others for who checks them, and no search finds it."""
    proven = proof(lookup, year)
    if proven is None:
        return None
    return PageSpec(
        subject=Subject(Kind.PROOF, year.year),
        template="proof",
        title=title(year.year),
        description=description(year.year, lookup.agency.name),
        sources=files_of(year) or (lookup.agency_file,),
        view=proven,
        year=year.year,
        for_editors=True,
    )
