"""Pages made before, each with the files it was made from: one is made anew only when one of these has changed."""

from __future__ import annotations

import pickle
import sys
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_site.ground import reading_log
from ita_site.publishing.file_cache import key_of
from ita_site.publishing.program_key import program_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.ground.website import Website
    from ita_site.publishing.file_cache import FileCache
    from ita_site.publishing.pages.page import Page
    from ita_site.saying.view.lookup import Lookup

_LIBRARIES = ("jinja2", "MarkupSafe", "pydantic", "pydantic-core", "pyyaml")
_FASTEST = 1
"""The compression of pages, which repeat much."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A page, None where there is nothing to say, and what it was made from: files by name, each with its digest."""

    page: Page | None
    offered: str
    files: Mapping[str, str]


@dataclass(slots=True)
class _Part:
    """The pages below one folder of the site, which are kept as one file."""

    known: Mapping[str, _Made]
    now: dict[str, _Made] = field(default_factory=dict)
    is_new: bool = False


class PageMemory:
    """Pages of one site, from build to build."""

    def __init__(self, cache: FileCache) -> None:
        """Keep pages in a folder of files, too."""
        self._cache = cache
        self._base = ""
        self._files: Mapping[str, str] = {}
        self._parts: dict[str, _Part] = {}

    def begin(self, lookup: Lookup, website: Website) -> None:
        """Begin a build of data."""
        files = _digests(lookup)
        base = _base(lookup, website, files)
        if base == self._base:
            self._parts = {name: _Part(part.now) for name, part in self._parts.items()}
        else:
            self._parts = {}
        self._base, self._files = base, files

    def page(self, address: str, offered: str, make: Callable[[], Page | None]) -> Page | None:
        """Return the page of an address; `offered` is what it is to offer beside what it says."""
        part = self._part(address)
        made = part.known.get(address)
        if made is None or made.offered != offered or not self._is_current(made):
            with reading_log.recording() as read:
                page = make()
            made = _Made(page, offered, {name: self._files[name] for name in sorted(read)})
            part.is_new = True
        part.now[address] = made
        return made.page

    def end(self) -> None:
        """Keep what was made in this build, and nothing else."""
        for name, part in self._parts.items():
            if part.is_new or part.known.keys() != part.now.keys():
                self._cache.keep(self._key(name), zlib.compress(pickle.dumps(part.now), _FASTEST))

    def _is_current(self, made: _Made) -> bool:
        return all(self._files.get(name) == digest for name, digest in made.files.items())

    def _part(self, address: str) -> _Part:
        name = address.partition("/")[0]
        if name not in self._parts:
            kept = self._cache.kept(self._key(name))
            # What is kept is whole, and was written by this very program: its key says so.
            self._parts[name] = _Part(pickle.loads(zlib.decompress(kept)) if kept else {})  # noqa: S301
        return self._parts[name]

    def _key(self, part: str) -> str:
        return key_of("pages", self._base, part)


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
