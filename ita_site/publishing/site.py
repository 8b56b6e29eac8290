"""The whole pipeline in one function: a data folder into the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import load
from ita_site.ground import addresses, git_dates
from ita_site.ground.addresses import Website
from ita_site.ground.problems import InvalidData, Problem, blocking
from ita_site.judging import checks, scores
from ita_site.publishing import content, pages, search, sharing, theme
from ita_site.publishing.settings import Settings
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.data.load import Dataset
    from ita_site.judging.scores import Scores
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.pages import Page
    from ita_site.publishing.theme import Branding


@dataclass(frozen=True)
class Site:
    """What is published: pages as Markdown, files by their address, and what editors should know.

    `files` are copied as they are; `made` are files whose bytes are made here; `written` are the facts that the
    front matter of pages written by hand gets, by their path.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, Path]
    made: Mapping[str, bytes]
    content_pages: tuple[ContentPage, ...]
    written: Mapping[str, Mapping[str, str]]
    branding: Branding
    website: Website
    problems: tuple[Problem, ...]

    def search_index(self, html: Mapping[str, str]) -> bytes:
        """Return the search index.

        It is made last, since only who turns the pages written by hand into HTML knows their anchors.

        Args:
            html: the HTML of those pages that are published, by their path.

        """
        published = [(page, html[page.path]) for page in self.content_pages if page.path in html]
        return search.index(self.pages, published, self.website)


@dataclass(frozen=True)
class Checked:
    """A dataset with its scores and every problem found, whatever their severity."""

    dataset: Dataset
    scores: Scores
    problems: tuple[Problem, ...]


def check(data: Path, settings: Settings | None = None) -> Checked:
    """Read a data folder, compute its scores and gather all problems of all files, sorted; of the settings too."""
    settings = settings or Settings()
    dataset = load(data, settings.root)
    computed = scores.compute_all(dataset)
    problems = (*settings.problems, *dataset.problems, *checks.check(dataset, computed))
    return Checked(dataset, computed, tuple(sorted(problems)))


def build(data: Path, settings: Settings | None = None) -> Site:
    """Return the site of a data folder, without its search index.

    Raises:
        InvalidData: there is an error anywhere; nothing is written, so no page is ever half right.

    """
    settings = settings or Settings()
    checked = check(data, settings)
    if blocking(checked.problems) or checked.dataset.agency is None:
        raise InvalidData(checked.problems)
    website = Website(settings.url, settings.directory_urls)
    agency, logo = checked.dataset.agency.record, checked.dataset.logo
    emblem = {f"assets/{logo.name}": logo} if logo else {}
    root = (settings.root or data.resolve().parent).resolve()
    folders = [data, *([settings.content] if settings.content else [])]
    content_pages = content.read(settings.content, settings.root) if settings.content else ()
    lookup = Lookup(checked.dataset, checked.scores)
    shared = sharing.share(
        lookup,
        pages.write(lookup, website),
        content_pages,
        website=website,
        committed=git_dates.committed(root, folders),
    )
    made = dict(shared.made)
    if settings.content and (settings.content / sharing.ROBOTS).exists():
        made.pop(sharing.ROBOTS, None)  # what was written by hand is meant
    return Site(
        pages=shared.pages,
        files={**_offered(checked.dataset), **emblem},
        made=made,
        content_pages=content_pages,
        written=shared.written,
        branding=theme.branding(agency, next(iter(emblem), None)),
        website=website,
        problems=tuple(sorted([*checked.problems, *shared.problems])),
    )


def _offered(dataset: Dataset) -> dict[str, Path]:
    """Return the data files by the address they are offered at."""
    return {addresses.data_file(dataset.inside(name)): path for name, path in dataset.sources.items()}
