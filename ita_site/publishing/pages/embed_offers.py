"""The page that offers what other websites may show of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.embed_offers import embed_offers
from ita_site.saying.words.embeds import TITLE, description

if TYPE_CHECKING:
    from ita_site.ground.website import Website
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup, website: Website) -> PageSpec | None:
    """Return the page, None where there is nothing to show."""
    offers = embed_offers(lookup, website)
    if offers is None:
        return None
    return PageSpec(
        subject=Subject(Kind.EMBEDS),
        template="embeds",
        title=TITLE,
        description=description(lookup.agency.name),
        sources=(lookup.agency_file,),
        view=offers,
    )
