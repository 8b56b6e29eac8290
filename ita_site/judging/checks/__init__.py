"""What one file cannot know of itself: references, sums, claims, periods, texts, and gaps in the year's chain.

Each module yields `Problem`s of one kind. A wrong reference is an error. A figure or a claim that contradicts
another is a warning: what is published stands, and is shown with the contradiction. A gap is a notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks import (
    carried_over,
    claims,
    contact,
    dates,
    edits,
    evidence,
    evidence_text,
    findings,
    gaps,
    instruments,
    issuer,
    outside_links,
    place_words,
    plans,
    redirects,
    references,
    sums,
    texts,
)

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.judging.checks.check_memory import CheckMemory
    from ita_site.judging.scores import Scores

__all__ = ["check"]


def check(dataset: Dataset, scores: Scores, memory: CheckMemory) -> list[Problem]:
    """Return the problems between the files of a dataset, sorted; the memory has what was told of them before.

    Of a file that was damaged in reading only errors are told: what it seems to lack may have been lost.
    """
    problems = [
        *references.check(dataset),
        *redirects.check(dataset),
        *contact.check(dataset),
        *place_words.check(dataset),
        *dates.check(dataset),
        *findings.check(dataset),
        *edits.check(dataset),
        *issuer.check(dataset),
        *sums.check(dataset, scores),
        *instruments.check(dataset),
        *claims.check(dataset, scores),
        *evidence.check(dataset),
        *outside_links.check(dataset),
        *evidence_text.check(dataset),
        *plans.check(dataset),
        *carried_over.check(dataset),
        *texts.check(dataset, scores, memory),
        *gaps.check(dataset),
    ]
    return sorted(
        problem
        for problem in set(problems)
        if problem.severity is Severity.ERROR or problem.position.path not in dataset.damaged
    )
