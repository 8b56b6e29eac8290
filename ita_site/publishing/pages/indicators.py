"""The pages of indicators over all years: one of them all, and one of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying import words
from ita_site.saying.view.indicators import indicator_history, indicators, numbers
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.indicators import TITLE, description, history_description, history_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup) -> Iterator[PageDraft]:
    """Yield the page of all indicators, then that of each."""
    yield PageDraft(Subject(Kind.INDICATORS), partial(_list, lookup))
    for number in numbers(lookup):
        yield PageDraft(Subject(Kind.INDICATOR_HISTORY, id=number), partial(_history, lookup, number))


def _list(lookup: Lookup) -> PageSpec:
    return PageSpec(
        subject=Subject(Kind.INDICATORS),
        template="indicators",
        title=TITLE,
        description=description(lookup.agency.name),
        sources=_sources(lookup),
        view=indicators(lookup),
        nav=(words.section(Kind.INDICATORS),),
    )


def _history(lookup: Lookup, number: str) -> PageSpec:
    view = indicator_history(lookup, number)
    return PageSpec(
        subject=Subject(Kind.INDICATOR_HISTORY, id=number),
        template="indicator-years",
        title=history_title(number, view.name),
        description=history_description(number, view.name, lookup.agency.name),
        sources=_sources(lookup),
        view=view,
    )


def _sources(lookup: Lookup) -> tuple[str, ...]:
    return sources_of(*(each.result for each in lookup.years.values())) or (lookup.agency_file,)
