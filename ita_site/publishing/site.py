"""The whole pipeline in one function: a data folder into the pages and files of a site."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.garbage import uncollected
from ita_site.ground.problems import InvalidData, Position, Problem, blocking
from ita_site.ground.website import Website
from ita_site.judging import privacy
from ita_site.publishing import (
    address_list,
    branding,
    build_memory,
    content,
    documents,
    embeds,
    fingerprints,
    machine_proof,
    nav,
    open_data,
    pages,
    quoting,
    search,
    sharing,
    synonyms,
)
from ita_site.publishing.content import faults
from ita_site.publishing.data_check import check
from ita_site.publishing.settings import NAME, Settings
from ita_site.publishing.sharing import redirect_pages
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ita_site.data.load import Dataset, PublishedFile
    from ita_site.publishing.branding import Branding
    from ita_site.publishing.build_memory import BuildMemory
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.nav import Nav
    from ita_site.publishing.open_data import OpenData
    from ita_site.publishing.pages import Page
    from ita_site.publishing.search import SearchMemory


@dataclass(frozen=True)
class Site:
    """What is published: pages as Markdown, files by their address, and what editors should know.

    `offered` are the data files as they were read; `copied` are attachments that are published as they are; `generated`
    are files whose bytes are made here;
    `content_front_matter` is what the front matter of pages written by hand gets, by their path. `navigation` is that
    of the pages written by hand.
    `addresses` are those of all pages, from the root of the site. `fingerprints` are the published names of style
    sheets and scripts, by their own. `words` are groups of words of one meaning, for the search, which
    knows by `searched` what it found on pages before; `further` are files with more for it to find.
    """

    pages: tuple[Page, ...]
    offered: Mapping[str, bytes]
    copied: Mapping[str, PublishedFile]
    generated: Mapping[str, bytes]
    content_pages: tuple[ContentPage, ...]
    content_front_matter: Mapping[str, Mapping[str, str]]
    navigation: Nav
    addresses: frozenset[str]
    branding: Branding
    website: Website
    fingerprints: Mapping[str, str]
    words: Sequence[Sequence[str]]
    searched: SearchMemory
    problems: tuple[Problem, ...]
    further: tuple[str, ...] = ()

    def search_index(self, html: Mapping[str, str]) -> bytes:
        """Return the search index.

        It is made last, since only who turns the pages written by hand into HTML knows their anchors.

        Args:
            html: the HTML of those pages that are published, by their path.

        """
        published = [(page, html[page.path]) for page in self.content_pages if page.path in html]
        made = search.index(self.pages, published, self.website, self.words, self.searched)
        return search.with_further(made, self.further) if self.further else made


# What is made stays until the site is written, and has no cycles to speak of: looking for them is a sixth of the time.
@uncollected()
def build(
    data: Path,
    settings: Settings | None = None,
    memory: BuildMemory | None = None,
    published_results: Mapping[str, Sequence[bytes]] | None = None,
) -> Site:
    """Return the site of a data folder, without its search index.

    Args:
        data: the folder.
        settings: those of the project.
        memory: what is remembered of the build before; without it, what is kept for this user.
        published_results: those of before, as a check asks for them; None is what Git knows.

    Raises:
        InvalidData: there is an error anywhere, or a page that was published is gone; nothing is written, so no page
            is ever half right.

    """
    settings = settings or Settings()
    memory = memory or build_memory.of_user()
    checked = check(data, settings, memory.files, memory.told, published_results)
    if blocking(checked.problems) or checked.dataset.agency is None:
        raise InvalidData(checked.problems)
    website = Website(settings.url, settings.directory_urls)
    agency, logo = checked.dataset.agency.record, checked.dataset.logo
    beside = [
        *([logo] if logo else []),
        *(file for year in checked.dataset.years.values() for file in year.files.values()),
    ]
    content_pages = content.read_with_defaults(settings.content, settings.root)
    lookup = Lookup(checked.dataset, checked.scores, checked.history)
    offer = documents.offer(lookup, website, checked.history, settings)
    memory.made.begin(lookup, website)
    opened = open_data.open_data_of(lookup, settings.open_data, memory.made.tables)
    names = fingerprints.published_names(settings)
    sharer = sharing.Sharing(lookup, website=website, history=checked.history, opened=opened)
    making = pages.PageMaking(
        memory.made.pages, lambda page: quoting.with_quote(sharer.page(page), lookup, website), sharer.beside
    )
    made_of_data = pages.write(lookup, website, offer.by_page, opened, making)
    proofs = dict(machine_proof.files(lookup, memory.made.proofs))
    memory.made.end()
    shared = sharer.share(made_of_data, content_pages)
    cleaned = {each.address: each.cleaned for each in beside if each.cleaned is not None}
    old = dict(redirect_pages.pages(lookup, website, names[redirect_pages.SCRIPT]))
    embedded = dict(embeds.files(lookup, website, names[embeds.STYLE], memory.embeds))
    tables = _opened(opened, website)
    generated = {**cleaned, **shared.generated, **offer.files, **tables, **old, **embedded, **proofs}
    if settings.content and (settings.content / sharing.ROBOTS).exists():
        generated.pop(sharing.ROBOTS, None)  # what was written by hand is meant
    attached = {f"/{file.address}" for year in checked.dataset.years.values() for file in year.files.values()}
    apart = [*old, *(each for each in embedded if each.endswith(addresses.file("")))]
    published = _published(made_of_data, apart, content_pages, website) | attached
    lost = address_list.lost(data, checked.dataset.folder, published)
    made = {*(addresses.file(page.address) for page in made_of_data), *generated}
    sources = {page.path for page in made_of_data}  # of a page with the very same name the hosts know
    own = [each for each in content_pages if not each.packaged and each.path not in sources]
    taken = faults.taken(own, settings, website, made)
    known = privacy.public_by_office(checked.dataset)
    told = (privacy.masked(each, known) for each in (*shared.problems, *lost, *taken))
    problems = tuple(sorted([*checked.problems, *told]))
    if blocking(problems):
        raise InvalidData(problems)
    return Site(
        pages=made_of_data,
        offered=_offered(checked.dataset),
        copied={each.address: each for each in beside if each.cleaned is None},
        generated=generated,
        content_pages=content_pages,
        content_front_matter=shared.content_front_matter,
        navigation=nav.of_content(content_pages) if settings.nav is None else list(settings.nav),
        addresses=published,
        branding=branding.of_agency(agency, logo.address if logo else None),
        website=website,
        fingerprints=names,
        words=synonyms.groups(agency),
        searched=memory.search,
        problems=problems,
    )


def _opened(opened: OpenData, website: Website) -> dict[str, bytes]:
    """Return the files of the open data.

    Raises:
        InvalidData: a format was asked for whose writer is not installed.

    """
    try:
        return open_data.files(opened, website)
    except ImportError as missing:
        extra = open_data.EXTRAS.get(missing.name or "")
        if extra is None:
            raise
        problem = Problem(
            Position(NAME),
            "no-writer",
            f"open_data: ขอรูปแบบที่ต้องมีส่วนเสริม {extra} ซึ่งยังไม่ได้ติดตั้ง ให้พิมพ์"
            f" python3 -m uv run --extra {extra} mkdocs build ในโฟลเดอร์ของโปรแกรมนี้"
            f" หรือ python3 -m pip install {missing.name} เมื่อติดตั้งโปรแกรมนี้ด้วย pip",
        )
        raise InvalidData((problem,)) from missing


def _published(
    pages: Iterable[Page], apart: Iterable[str], content_pages: Iterable[ContentPage], website: Website
) -> frozenset[str]:
    """Return the address of every page from the root of the site, old ones that lead on and embeds among them."""
    others = (name.removesuffix(addresses.file("")) for name in apart)
    generated = (website.path(each) for each in (*(page.address for page in pages), *others))
    return frozenset(f"/{each}" for each in (*generated, *(website.of_markdown(page.path) for page in content_pages)))


def _offered(dataset: Dataset) -> dict[str, bytes]:
    """Return the data files by the address they are offered at, byte for byte, and a copy of each to look at.

    Many servers do not say that a file is UTF-8, or do not know the ending; the mark before the copy says it to every
    browser.
    """
    offered = {}
    for name, data in dataset.sources.items():
        path = dataset.inside(name)
        offered[addresses.data_file(path)] = data
        offered[addresses.readable_data_file(path)] = codecs.BOM_UTF8 + data.removeprefix(codecs.BOM_UTF8)
    return offered
