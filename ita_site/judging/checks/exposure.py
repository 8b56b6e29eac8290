"""Personal data and secrets in the data files, which are published byte for byte, and in attachments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import key_of
from ita_site.judging import privacy
from ita_site.judging.checks import exposure_in_files
from ita_site.judging.privacy import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.ground.problems import Problem
    from ita_site.judging.checks.check_memory import CheckMemory
    from ita_site.judging.privacy import Known


def check(dataset: Dataset, known: Known, memory: CheckMemory) -> Iterator[Problem]:
    """Yield what the data files, the attachments and their names give away; the memory has what was told before."""
    memory.begin_exposures(dataset, known)
    for name, data in dataset.sources.items():
        yield from memory.exposures.value(dataset.inside(name), key_of(data), partial(_in_file, name, data, known))
    memory.exposures.end()
    for number, year in dataset.years.items():
        for name in year.files:
            yield from privacy.in_name(f"{dataset.folder}/{number}/files/{name}", known)
    yield from exposure_in_files.check(dataset, known)


def _in_file(name: str, data: bytes, known: Known) -> tuple[Problem, ...]:
    # What cannot be read is not published, and is told where it is read.
    text = data.decode("utf-8", "replace")
    return (*privacy.in_file(name, text, Language.YAML, known), *privacy.in_name(name, known))
