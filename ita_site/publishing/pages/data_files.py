"""The page that offers the data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.data_files import data_files
from ita_site.saying.words.data_files import TITLE, description

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup


def spec(lookup: Lookup) -> PageSpec:
    """Return the page that offers the data files."""
    return PageSpec(
        subject=Subject(Kind.DATA),
        template="data",
        title=TITLE,
        description=description(lookup.agency.name),
        sources=(lookup.agency_file,),
        view=data_files(lookup),
        nav=(words.section(Kind.DATA),),
    )
