"""The pages of indicators over all years: one of them all, and one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.indicators import indicator_history, indicators, numbers
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.indicators import TITLE, description, history_description, history_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.saying.view.lookup import Lookup


def specs(lookup: Lookup) -> Iterator[PageSpec]:
    """Yield the page of all indicators, then that of each."""
    agency = lookup.agency.name
    sources = sources_of(*(each.result for each in lookup.years.values())) or (lookup.agency_file,)
    yield PageSpec(
        subject=Subject(Kind.INDICATORS),
        template="indicators",
        title=TITLE,
        description=description(agency),
        sources=sources,
        view=indicators(lookup),
        nav=(words.section(Kind.INDICATORS),),
    )
    for number in numbers(lookup):
        view = indicator_history(lookup, number)
        yield PageSpec(
            subject=Subject(Kind.INDICATOR_HISTORY, id=number),
            template="indicator-years",
            title=history_title(number, view.name),
            description=history_description(number, view.name, agency),
            sources=sources,
            view=view,
        )
