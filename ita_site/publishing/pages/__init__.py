"""A dataset and its scores into the Markdown pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.open_data import open_data_of
from ita_site.publishing.pages import (
    analysis,
    comparison,
    completeness,
    computation,
    contact,
    data_files,
    embed_offers,
    home,
    indicators,
    proof,
    year,
)
from ita_site.publishing.pages.page import Page, PageSpec
from ita_site.publishing.pages.rendering import standalone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.ground.website import Website
    from ita_site.publishing.open_data import OpenData
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.printed import PrintedPaper

__all__ = ["Page", "PageSpec", "specs", "standalone", "write"]


def specs(lookup: Lookup, website: Website, opened: OpenData | None = None) -> Iterator[PageSpec]:
    """Yield the specs of every generated page, in a fixed order; one of them writes full addresses of the website.

    The open data are those always offered where none are given.
    """
    yield home.spec(lookup)
    yield from indicators.specs(lookup)
    yield data_files.spec(lookup, opened or open_data_of(lookup))
    if (offers := embed_offers.spec(lookup, website)) is not None:
        yield offers
    yield contact.spec(lookup)
    yield from comparison.specs(lookup)
    for each in reversed(list(lookup.years.values())):
        yield from year.specs(lookup, each, website)
        if (analysed := analysis.spec(lookup, each)) is not None:
            yield analysed
        if (scores := computation.spec(lookup, each)) is not None:
            yield scores
        if (proven := proof.spec(lookup, each)) is not None:
            yield proven
        yield completeness.spec(lookup, each)


def write(
    lookup: Lookup,
    website: Website,
    papers: Mapping[str, Sequence[PrintedPaper]] | None = None,
    opened: OpenData | None = None,
) -> tuple[Page, ...]:
    """Return every generated page, in a fixed order; `papers` are those that a page offers, by its address."""
    offered = papers or {}
    return tuple(
        spec.page(lookup.agency.digits, website, offered.get(spec.subject.address, ()))
        for spec in specs(lookup, website, opened)
    )
