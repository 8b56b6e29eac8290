"""What the files that answer an OIT item say themselves: of which year, kind, subject and authority they are.

Evidence of another year, or filed as what it is not, scores 0 in the assessment, and an objection cannot change what
was filed. A file may be right although it reads otherwise: a note of the list that names it says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.ground.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what speaks against the files that answer the OIT lists of all years."""
    for year in dataset.years.values():
        framework = dataset.frameworks.get(year.year)
        if framework is not None and year.disclosure is not None and year.files:
            # Most projects attach nothing, and to make ready what the texts are compared with takes a while.
            from ita_site.judging.checks.evidence_text import item_evidence  # noqa: PLC0415

            yield from item_evidence.problems_of(dataset, year, year.disclosure, framework)
