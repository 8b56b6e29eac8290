"""A dataset and its scores into the Markdown pages of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.open_data import open_data_of
from ita_site.publishing.pages import comparison, contact, data_files, embed_offers, home, indicators, year
from ita_site.publishing.pages.page import Page, PageDraft, PageSpec
from ita_site.publishing.pages.rendering import standalone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ita_site.ground.cache.sourced_cache import SourcedCache
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data import OpenData
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.printed import PrintedPaper

__all__ = ["Page", "PageDraft", "PageMaking", "PageSpec", "drafts", "specs", "standalone", "write"]


def drafts(lookup: Lookup, website: Website, opened: OpenData | None = None) -> Iterator[PageDraft]:
    """Yield every generated page before it is made, in a fixed order.

    The open data are those always offered where none are given.
    """
    yield PageDraft(Subject(Kind.HOME), partial(home.spec, lookup))
    yield from indicators.drafts(lookup)
    of_data = partial(data_files.spec, lookup, opened or open_data_of(lookup))
    yield PageDraft(Subject(Kind.DATA), of_data, is_of_data_alone=False)
    yield PageDraft(Subject(Kind.EMBEDS), partial(embed_offers.spec, lookup, website))
    yield PageDraft(Subject(Kind.CONTACT), partial(contact.spec, lookup))
    yield from comparison.drafts(lookup)
    for each in reversed(list(lookup.years.values())):
        yield from year.drafts(lookup, each, website)


def specs(lookup: Lookup, website: Website, opened: OpenData | None = None) -> Iterator[PageSpec]:
    """Yield the specs of every generated page; one of them writes full addresses of the website."""
    made = (draft.spec() for draft in drafts(lookup, website, opened))
    yield from (each for each in made if each is not None)


@dataclass(frozen=True, slots=True)
class PageMaking:
    """How pages are made.

    Attributes:
        memory: pages made before; without it, none is remembered.
        finish: what is done to each page that is made.
        beside: what that depends on, and neither the page nor a data file says.

    """

    memory: SourcedCache[Page | None] | None = None
    finish: Callable[[Page], Page] = lambda page: page
    beside: str = ""


def write(
    lookup: Lookup,
    website: Website,
    papers: Mapping[str, Sequence[PrintedPaper]] | None = None,
    opened: OpenData | None = None,
    making: PageMaking | None = None,
) -> tuple[Page, ...]:
    """Return every generated page, in a fixed order.

    Args:
        lookup: the data.
        website: where the pages will stand.
        papers: those that a page offers, by its address.
        opened: the open data, which one page offers.
        making: how they are made; without it, each anew and without what is said of all.

    """
    offered, making = papers or {}, making or PageMaking()

    def made(draft: PageDraft) -> Page | None:
        printed = tuple(offered.get(draft.subject.address, ()))

        def make() -> Page | None:
            spec = draft.spec()
            return making.finish(spec.page(lookup.agency.digits, website, printed)).finished() if spec else None

        if making.memory is None or not draft.is_of_data_alone:
            return make()
        return making.memory.value(draft.subject.address, make, f"{printed!r} {making.beside}")

    pages = (made(each) for each in drafts(lookup, website, opened))
    return tuple(each for each in pages if each is not None)
