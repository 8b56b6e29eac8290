"""The page about how to reach the agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.contact import contact
from ita_site.saying.words.contact import TITLE, description

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup) -> PageSpec:
    """Return the page about how to reach the agency."""
    return PageSpec(
        subject=Subject(Kind.CONTACT),
        template="contact",
        title=TITLE,
        description=description(lookup.agency.name),
        sources=(lookup.agency_file,),
        view=contact(lookup),
        nav=(words.section(Kind.CONTACT),),
    )
