"""Personal data and secrets in the data files, which are published byte for byte, and in attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.judging import privacy
from ita_site.judging.checks import exposure_in_files
from ita_site.judging.privacy import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.ground.problems import Problem
    from ita_site.judging.privacy import Known


def check(dataset: Dataset, known: Known) -> Iterator[Problem]:
    """Yield what the data files, the attachments and their names give away."""
    for name, data in dataset.sources.items():
        # What cannot be read is not published, and is told where it is read.
        yield from privacy.in_file(name, data.decode("utf-8", "replace"), Language.YAML, known)
        yield from privacy.in_name(name, known)
    for number, year in dataset.years.items():
        for name in year.files:
            yield from privacy.in_name(f"{dataset.folder}/{number}/files/{name}", known)
    yield from exposure_in_files.check(dataset, known)
