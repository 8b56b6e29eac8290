"""The facts of many municipalities into a site: pages, open data, and a search index that no phone minds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.data.model import Colour, Digits
from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.problems import InvalidData, Position, Problem
from ita_site.ground.website import Website
from ita_site.publishing import fingerprints, search, synonyms
from ita_site.publishing.aggregate import gathered_tables, name_index
from ita_site.publishing.aggregate.overview_facts import Overview
from ita_site.publishing.aggregate.overview_pages import page_spec, specs
from ita_site.publishing.aggregate.overview_views import FilesOfTable, FilesView
from ita_site.publishing.branding import PAINTS, Branding
from ita_site.publishing.search import SearchMemory
from ita_site.publishing.settings import NAME
from ita_site.publishing.site import Site
from ita_site.saying import words as figures
from ita_site.saying.facts import directory
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import aggregate_columns, overview

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ita_site.publishing.open_data.columns import FilledTable
    from ita_site.publishing.pages import Page, PageSpec
    from ita_site.publishing.settings import Settings
    from ita_site.saying.facts.records import MunicipalityFacts

MOST_INDEXED = 200_000
"""Bytes of the search index, and of each file of names beside it: what a reader who searches waits for."""


def build(
    facts: Iterable[MunicipalityFacts], beside: Collection[str], settings: Settings, most: int = MOST_INDEXED
) -> Site:
    """Return the site about many municipalities.

    Args:
        facts: those of all.
        beside: the ids of those whose sites stand in the folder that this one stands in.
        settings: those of the project.
        most: bytes that the search index, and each file of names beside it, may have.

    Raises:
        InvalidData: Parquet was asked for, and its writer is not installed.

    """
    website = Website(settings.url, settings.directory_urls)
    of = Overview(directory.ordered(facts), beside)
    tables, opened = _opened(of, parquet="parquet" in settings.open_data)
    pages = _rendered((*specs(of), data_page(tables, opened)), website)
    apart: Mapping[str, bytes] = {}
    if len(search.index(pages, (), website)) > most:
        apart = name_index.files(of.facts, website, most)
        pages = tuple(replace(each, for_editors=each.subject.kind is Kind.MUNICIPALITY) for each in pages)
    return Site(
        pages=pages,
        offered={},
        copied={},
        generated={**{addresses.open_data(path): content for path, content in opened.items()}, **apart},
        content_pages=(),
        content_front_matter={},
        navigation=[],
        addresses=frozenset(f"/{website.path(each.address)}" for each in pages),
        branding=Branding("", PAINTS[Colour.INDIGO].primary, None),
        website=website,
        fingerprints=fingerprints.published_names(settings),
        words=synonyms.packaged(),
        searched=SearchMemory(FileCache(None)),
        problems=(),
        further=tuple(apart),
    )


def _opened(of: Overview, *, parquet: bool) -> tuple[tuple[FilledTable, ...], Mapping[str, bytes]]:
    tables = gathered_tables.filled(of.facts, of.succession.successors)
    try:
        return tables, gathered_tables.files(tables, parquet=parquet)
    except ImportError as missing:
        problem = Problem(
            Position(NAME),
            "no-writer",
            "open_data: ขอ parquet ซึ่งต้องมีส่วนเสริม data ให้พิมพ์ python3 -m pip install pyarrow",
        )
        raise InvalidData((problem,)) from missing


def data_page(tables: Sequence[FilledTable], opened: Collection[str]) -> PageSpec:
    """Return the spec of the page of the open data; `opened` are their files."""

    def links(start: str) -> tuple[Link, ...]:
        return tuple(Link(path, addresses.open_data(path)) for path in opened if path.startswith(start))

    view = FilesView(
        files=tuple(
            FilesOfTable(
                each.table.title,
                each.table.description,
                (*links(f"{each.table.name}.csv"), *links(f"{each.table.name}-"), *links(f"parquet/{each.table.name}")),
            )
            for each in tables
        ),
        whole=(*links(gathered_tables.DATABASE), *links(gathered_tables.PACKAGE)),
        about=aggregate_columns.DESCRIPTION,
    )
    nav = (figures.section(Kind.DATA),)
    subject = Subject(Kind.DATA)
    return page_spec(subject, (overview.DATA_TITLE, aggregate_columns.DESCRIPTION), view, nav)


def _rendered(made: Iterable[PageSpec], website: Website) -> tuple[Page, ...]:
    return tuple(each.page(Digits.ARABIC, website) for each in made)
