"""The whole pipeline in one function: a data folder into the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import load
from ita_site.data.model import Colour, Digits
from ita_site.ground import addresses, git_dates, markup, thai
from ita_site.ground.addresses import Website
from ita_site.ground.problems import InvalidData, Problem, blocking
from ita_site.judging import checks, scores
from ita_site.publishing import address_list, content, defaults, package_files, pages, search, sharing
from ita_site.publishing.package_files import Folder
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ita_site.data.load import Dataset
    from ita_site.data.model import Agency
    from ita_site.judging.scores import Scores
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.nav import Nav
    from ita_site.publishing.pages import Page
    from ita_site.publishing.sharing import Shared


_PRIMARY = {
    Colour.INDIGO: "indigo",
    Colour.PURPLE: "purple",
    Colour.DEEP_PURPLE: "deep purple",
    Colour.BROWN: "brown",
    Colour.GREY: "grey",
    Colour.BLUE_GREY: "blue grey",
}
"""Material's names of the colours."""


@dataclass(frozen=True)
class Branding:
    """What the theme shows of the municipality on every page: its name (as HTML), its colour, its emblem's address.

    `notice` is what stands above all of every page, as HTML; None for most sites.
    """

    name: str
    primary: str
    logo: str | None
    notice: str | None


@dataclass(frozen=True)
class Site:
    """What is published: pages as Markdown, files by their address, and what editors should know.

    `files` are copied as they are; `made` are files whose bytes are made here; `written` are the facts that the
    front matter of pages written by hand gets, by their path. `packaged` are the default pages that no page written
    by hand replaces, and `navigation` is that of both, for a project whose `mkdocs.yml` has none. `addresses` are those
    of all pages, from the root of the site.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, Path]
    made: Mapping[str, bytes]
    written: Mapping[str, Mapping[str, str]]
    packaged: Mapping[str, Path]
    addresses: frozenset[str]
    navigation: Nav
    look: Branding
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a site will stand, and the pages written by hand that stand in it: what `mkdocs.yml` says."""

    url: str = ""
    """The address of the home page, with a slash at its end; empty where it is not known."""
    content: Path | None = None
    """The folder of the pages written by hand."""
    directory_urls: bool = True


@dataclass(frozen=True)
class Checked:
    """A dataset with its scores and every problem found, whatever their severity."""

    dataset: Dataset
    scores: Scores
    problems: tuple[Problem, ...]


def check(data: Path) -> Checked:
    """Read a data folder, compute its scores and gather all problems of all files, sorted."""
    dataset = load(data)
    computed = scores.compute_all(dataset)
    problems = (*dataset.problems, *checks.check(dataset, computed))
    return Checked(dataset, computed, tuple(sorted(problems)))


def build(data: Path, place: Place | None = None) -> Site:
    """Return the site of a data folder.

    Raises:
        InvalidData: there is an error anywhere, or a page that was published is gone; nothing is written, so no page
            is ever half right.

    """
    checked = check(data)
    if blocking(checked.problems) or checked.dataset.agency is None:
        raise InvalidData(checked.problems)
    place = place or Place()
    website = Website(place.url, place.directory_urls)
    agency, logo = checked.dataset.agency.record, checked.dataset.logo
    beside = [
        *([logo] if logo else []),
        *(file for year in checked.dataset.years.values() for file in year.files.values()),
    ]
    content_pages = content.read_with_defaults(place.content)
    lookup = Lookup(checked.dataset, checked.scores)
    shared = sharing.share(
        lookup,
        pages.write(lookup, website),
        content_pages,
        website=website,
        committed=git_dates.committed(data.resolve().parent, [data, *([place.content] if place.content else [])]),
    )
    made = {
        **{each.address: each.cleaned for each in beside if each.cleaned is not None},
        **shared.made,
        search.ADDRESS: search.index(shared.pages, content_pages, website),
    }
    if place.content and (place.content / sharing.ROBOTS).exists():
        made.pop(sharing.ROBOTS, None)  # what was written by hand is meant
    published = _published(shared, content_pages, website)
    problems = tuple(sorted([*checked.problems, *shared.problems, *address_list.lost(data, published)]))
    if blocking(problems):
        raise InvalidData(problems)
    return Site(
        pages=shared.pages,
        files={
            **_offered(checked.dataset),
            **{each.address: each.source for each in beside if each.cleaned is None},
        },
        made=made,
        written=shared.written,
        packaged={
            page.path: package_files.folder(Folder.CONTENT) / page.path for page in content_pages if page.packaged
        },
        navigation=defaults.navigation(content_pages),
        look=_branding(agency, logo.address if logo else None),
        addresses=published,
        problems=problems,
    )


def _branding(agency: Agency, logo: str | None) -> Branding:
    """Return what the theme shows of an agency, whose emblem has this address."""
    notice = agency.notice
    if notice and agency.digits is Digits.THAI:
        notice = thai.digits(notice)
    return Branding(markup.html(agency.name), _PRIMARY[agency.colour], logo, markup.html(notice) if notice else None)


def _published(shared: Shared, content_pages: Iterable[ContentPage], website: Website) -> frozenset[str]:
    """Return the address of every page from the root of the site, old ones that lead on among them."""
    redirects = (name.removesuffix(addresses.file("")) for name in shared.made if name.endswith(addresses.file("")))
    generated = (website.path(each) for each in (*(page.address for page in shared.pages), *redirects))
    return frozenset(f"/{each}" for each in (*generated, *(website.of_markdown(page.path) for page in content_pages)))


def _offered(dataset: Dataset) -> dict[str, Path]:
    """Return the data files by the address they are offered at."""
    return {addresses.data_file(dataset.inside(name)): path for name, path in dataset.sources.items()}
