"""Pages of two years side by side, and the one that lists them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying.view.comparison import compared_years, comparison, comparisons
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words import comparison as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup) -> Iterator[PageDraft]:
    """Yield a page for each two neighbouring years that have results, and one that lists them."""
    pairs = compared_years(lookup)
    if pairs:
        yield PageDraft(Subject(Kind.COMPARISONS), partial(_list, lookup))
    for before, after in pairs:
        yield PageDraft(Subject(Kind.COMPARISON, after, before=before), partial(_comparison, lookup, before, after))


def _list(lookup: Lookup) -> PageSpec:
    agency = lookup.agency.name
    return PageSpec(
        subject=Subject(Kind.COMPARISONS),
        template="compares",
        title=sentences.LIST_TITLE,
        description=sentences.list_description(agency),
        sources=sources_of(*(each.result for each in lookup.years.values())),
        view=comparisons(lookup),
    )


def _comparison(lookup: Lookup, before: int, after: int) -> PageSpec:
    return PageSpec(
        subject=Subject(Kind.COMPARISON, after, before=before),
        template="compare",
        title=sentences.title(before, after),
        description=sentences.description(before, after, lookup.agency.name),
        sources=sources_of(lookup.years[before].result, lookup.years[after].result),
        view=comparison(lookup, before, after),
    )
