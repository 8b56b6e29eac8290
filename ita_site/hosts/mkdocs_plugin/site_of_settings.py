"""The site that settings ask for: of one municipality, as nearly always, or about many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.hosts.targets.published_results import published_results
from ita_site.publishing import site

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.publishing.build_memory import BuildMemory
    from ita_site.publishing.settings import Settings


def build(known: Settings, memory: BuildMemory | None) -> site.Site:
    """Return the site of the data folder of settings.

    Args:
        known: the settings.
        memory: what is remembered of the build before; without it, what is kept for this user.

    Raises:
        InvalidData: the data have errors; nothing is written.
        OSError: the disk does not answer.

    """
    if known.of_many:
        from ita_site.hosts.many import overview_build  # noqa: PLC0415 - a municipality does without it

        return overview_build.site_of(known.data, known)
    return site.build(known.data, known, memory, published_results(known.data, known))


def as_mkdocs_sets(known: Settings, pages: Path, url: str, *, directory_urls: bool) -> Settings:
    """Return settings with what the command line of MkDocs sets; `pages` is the folder of those written by hand."""
    content = None if pages.resolve() == known.data.resolve() else pages
    return replace(known, url=url, content=content, directory_urls=directory_urls)
