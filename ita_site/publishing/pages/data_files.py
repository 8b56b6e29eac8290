"""The page that offers the data files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.open_data.shown_tables import shown
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.data_files import data_files
from ita_site.saying.words.data_files import TITLE, description

if TYPE_CHECKING:
    from ita_site.publishing.open_data import OpenData
    from ita_site.publishing.open_data.shown_tables import ShownOpenData
    from ita_site.saying.view.data_files import DataFilesView
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class OfferedData:
    """What the page offers: the open data as tables, and the files that all of the site is made from."""

    opened: ShownOpenData
    sources: DataFilesView


def spec(lookup: Lookup, opened: OpenData) -> PageSpec:
    """Return the page that offers the open data and the data files."""
    return PageSpec(
        subject=Subject(Kind.DATA),
        template="data",
        title=TITLE,
        description=description(lookup.agency.name),
        sources=(lookup.agency_file,),
        view=OfferedData(shown(opened), data_files(lookup)),
        nav=(words.section(Kind.DATA),),
    )
