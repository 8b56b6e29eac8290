"""What was made of data before, pages and what stands beside them: made anew when a file it was made from changes."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.cache.sourced_cache import SourcedCache

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.ground.cache.file_cache import FileCache
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.tables import YearRows
    from ita_site.publishing.pages import Page
    from ita_site.saying.view.lookup import Lookup

_OF_MANY = re.compile(r"\d+/(?:measures|reports)/.*")
"""Files of which a year may have many; who asks for them by their list has read it."""
_LIBRARIES = ("jinja2", "MarkupSafe", "pydantic", "pydantic-core", "pyyaml", "pillow")


class DataMemory:
    """What was made of the data of one site, from build to build.

    Attributes:
        pages: the pages by their address, None where there is nothing to say.
        tables: the rows of all tables of the open data by their year.
        proofs: the proof of each year's figures for programs, None where there are none.

    """

    def __init__(self, cache: FileCache) -> None:
        """Keep it in a folder of files, too."""
        self.pages: SourcedCache[Page | None] = SourcedCache(cache, "pages", is_packed=True)
        self.tables: SourcedCache[tuple[YearRows, ...]] = SourcedCache(cache, "tables")
        self.proofs: SourcedCache[bytes | None] = SourcedCache(cache, "proofs")

    def begin(self, lookup: Lookup, website: Website) -> None:
        """Begin a build of data."""
        files = _digests(lookup)
        base = _base(lookup, website, files)
        self.pages.begin(base, files)
        self.tables.begin(base, files)
        self.proofs.begin(base, files)

    def end(self) -> None:
        """Keep what was asked for in this build, and nothing else."""
        self.pages.end()
        self.tables.end()
        self.proofs.end()


def _digests(lookup: Lookup) -> dict[str, str]:
    """Return the digest of each data file and of what Git knows of it, and of all else that is read by a name."""
    days, commits, uncertain = lookup.history.days, lookup.history.commits, lookup.history.uncertain
    files = {
        name: key_of(digest, repr((days.get(name), name in uncertain)), commits.get(name, ""))
        for name, digest in lookup.dataset.digests.items()
    }
    return {**files, **{name: key_of(repr(each)) for name, each in lookup.derived.items()}}


def _base(lookup: Lookup, website: Website, files: Mapping[str, str]) -> str:
    """Return the key of all that anything depends on, but for what is read by a name."""
    dataset = lookup.dataset
    alone = sorted(name for name in dataset.sources if not _OF_MANY.fullmatch(dataset.inside(name)))
    of_all = (name for name in alone if dataset.inside(name).startswith("frameworks/") or name == lookup.agency_file)
    attached = [
        replace(file, cleaned=None) for year in dataset.years.values() for _, file in sorted(year.files.items())
    ]
    years = [(number, bool(year.measures), bool(year.reports)) for number, year in dataset.years.items()]
    return key_of(
        program_key(("",), _LIBRARIES),
        sys.version,
        repr(website),
        repr(lookup.schedule.as_of),
        repr((years, sorted(dataset.damaged), alone)),
        repr([(name, files[name]) for name in of_all]),
        repr(attached),
    )
