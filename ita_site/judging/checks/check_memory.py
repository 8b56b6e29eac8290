"""What the build before told of single files: of one that says the same it is told again without being read."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, TypeAlias

from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.cache.sourced_cache import SourcedCache

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.ground.cache.file_cache import FileCache
    from ita_site.ground.problems import Position, Problem
    from ita_site.judging.checks.sentences import Law
    from ita_site.judging.privacy import Known

TextFindings: TypeAlias = "tuple[tuple[Problem, ...], tuple[tuple[Law, Position], ...]]"
"""What is wrong in the texts of a file, and the laws they name."""
_OF_A_YEAR = re.compile(r"\d+/")


class CheckMemory:
    """The memories of those checks that read every letter; each is by the path of a file below the data folder."""

    def __init__(self, cache: FileCache) -> None:
        """Keep what is told in a folder of files, too."""
        self.texts: SourcedCache[TextFindings] = SourcedCache(cache, "texts")
        self.exposures: KeyedCache[tuple[Problem, ...]] = KeyedCache(cache)

    def begin_texts(self, dataset: Dataset) -> None:
        """Begin what texts say; that depends on frameworks and the office as well, and on which years have a result."""
        digests = dataset.digests
        of_no_year = [
            (name, digests[name]) for name in sorted(dataset.sources) if not _OF_A_YEAR.match(dataset.inside(name))
        ]
        results = [number for number, year in dataset.years.items() if year.result is not None]
        there = repr((dataset.folder, of_no_year, list(dataset.years), list(dataset.frameworks), results))
        self.texts.begin(key_of(*_program(), there), digests)

    def begin_exposures(self, dataset: Dataset, known: Known) -> None:
        """Begin what files give away; that depends on what the office itself makes public."""
        public = (repr(sorted(each)) for each in (known.numbers, known.accounts, known.names))
        self.exposures.begin(key_of("exposures", *_program(), dataset.folder, *public))


def _program() -> tuple[str, ...]:
    return program_key(("",), ("pydantic", "pydantic-core", "pyyaml")), sys.version
