"""What the build before told of single files: of one that says the same it is told again without being read."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, TypeAlias

from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.ground.cache.program_key import program_key

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.ground.cache.file_cache import FileCache
    from ita_site.ground.problems import Position, Problem
    from ita_site.judging.checks.sentences import Law
    from ita_site.judging.privacy import Known

TextFindings: TypeAlias = "tuple[tuple[Problem, ...], tuple[tuple[Law, Position], ...]]"
"""What is wrong in the texts of a file, and the laws they name."""
_READ_BY_NONE = re.compile(r"\d+/(?:measures|reports)/.*")
"""Files against which no text of another one is read."""


class CheckMemory:
    """The memories of those checks that read every letter; each is by the path of a file below the data folder."""

    def __init__(self, cache: FileCache) -> None:
        """Keep what is told in a folder of files, too."""
        self.texts: KeyedCache[TextFindings] = KeyedCache(cache)
        self.exposures: KeyedCache[tuple[Problem, ...]] = KeyedCache(cache)

    def begin_texts(self, dataset: Dataset) -> None:
        """Begin what texts say; that depends on scores, frameworks and the office as well."""
        names = (name for name in sorted(dataset.sources) if not _READ_BY_NONE.fullmatch(dataset.inside(name)))
        others = (part for name in names for part in (name, dataset.sources[name]))
        self.texts.begin(key_of("texts", *_program(), dataset.folder, *others))

    def begin_exposures(self, dataset: Dataset, known: Known) -> None:
        """Begin what files give away; that depends on what the office itself makes public."""
        public = (repr(sorted(each)) for each in (known.numbers, known.accounts, known.names))
        self.exposures.begin(key_of("exposures", *_program(), dataset.folder, *public))


def _program() -> tuple[str, ...]:
    return program_key(("",), ("pydantic", "pydantic-core", "pyyaml")), sys.version
