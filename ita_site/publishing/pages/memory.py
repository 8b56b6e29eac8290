"""Pages made before, each with the files it was made from: one is made anew only when one of these has changed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.ground import reading_log
from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.cache.value_cache import ValueCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.ground.cache.file_cache import FileCache
    from ita_site.ground.website import Website
    from ita_site.publishing.pages.page import Page
    from ita_site.saying.view.lookup import Lookup

_LIBRARIES = ("jinja2", "MarkupSafe", "pydantic", "pydantic-core", "pyyaml")


@dataclass(frozen=True, slots=True)
class _Made:
    """A page, None where there is nothing to say, and what it was made from: files by name, each with its digest."""

    page: Page | None
    offered: str
    files: Mapping[str, str]


class PageMemory:
    """Pages of one site, from build to build."""

    def __init__(self, cache: FileCache) -> None:
        """Keep pages in a folder of files, too."""
        self._kept: ValueCache[_Made] = ValueCache(cache)
        self._files: Mapping[str, str] = {}

    def begin(self, lookup: Lookup, website: Website) -> None:
        """Begin a build of data."""
        self._files = _digests(lookup)
        self._kept.begin(_base(lookup, website, self._files))

    def page(self, address: str, offered: str, make: Callable[[], Page | None]) -> Page | None:
        """Return the page of an address; `offered` is what it is to offer beside what it says."""
        made = self._kept.known(address)
        is_new = made is None or made.offered != offered or not self._is_current(made)
        if made is None or is_new:
            with reading_log.recording() as read:
                page = make()
            made = _Made(page, offered, {name: self._files[name] for name in sorted(read)})
        self._kept.keep(address, made, is_new=is_new)
        return made.page

    def end(self) -> None:
        """Keep what was made in this build, and nothing else."""
        self._kept.end()

    def _is_current(self, made: _Made) -> bool:
        return all(self._files.get(name) == digest for name, digest in made.files.items())


def _digests(lookup: Lookup) -> dict[str, str]:
    """Return the digest of each data file by its name, and of what Git knows of it."""
    days, commits = lookup.history.days, lookup.history.commits
    return {
        name: key_of(data, repr(days.get(name)), commits.get(name, "")) for name, data in lookup.dataset.sources.items()
    }


def _base(lookup: Lookup, website: Website, files: Mapping[str, str]) -> str:
    """Return the key of all that any page depends on, but for what single data files say."""
    dataset = lookup.dataset
    of_all = (name for name in files if dataset.inside(name).startswith("frameworks/") or name == lookup.agency_file)
    attached = [
        replace(file, cleaned=None) for year in dataset.years.values() for _, file in sorted(year.files.items())
    ]
    return key_of(
        program_key(("",), _LIBRARIES),
        sys.version,
        repr(website),
        repr(lookup.shape),
        repr(sorted(files)),
        repr([(name, files[name]) for name in of_all]),
        repr(attached),
    )
