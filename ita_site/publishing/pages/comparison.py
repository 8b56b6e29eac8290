"""Pages of two years side by side, and the one that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.comparison import compared_years, comparison, comparisons
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words import comparison as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.saying.view.lookup import Lookup


def specs(lookup: Lookup) -> Iterator[PageSpec]:
    """Yield a page for each two neighbouring years that have results, and one that lists them."""
    pairs = compared_years(lookup)
    if not pairs:
        return
    agency = lookup.agency.name
    yield PageSpec(
        subject=Subject(Kind.COMPARISONS),
        template="compares",
        title=sentences.LIST_TITLE,
        description=sentences.list_description(agency),
        sources=sources_of(*(each.result for each in lookup.years.values())),
        view=comparisons(lookup),
    )
    for before, after in pairs:
        yield PageSpec(
            subject=Subject(Kind.COMPARISON, after, before=before),
            template="compare",
            title=sentences.title(before, after),
            description=sentences.description(before, after, agency),
            sources=sources_of(lookup.years[before].result, lookup.years[after].result),
            view=comparison(lookup, before, after),
        )
