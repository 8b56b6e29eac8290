"""What of a year's cycle is complete, and what is missing, with the reason where one is recorded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.chain import Requirement
from ita_site.saying import words
from ita_site.saying.view.counts import verdict_counts
from ita_site.saying.view.cycle import cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import completeness as sentences

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ita_site.data.load import Year
    from ita_site.judging.chain import Gap
    from ita_site.judging.scores import Verdict
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup

_OFTEN = 3
"""A reason that so many measures share is said once for them all."""


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Something that should be there, and why it is not, where that is recorded."""

    name: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class CompletenessLine:
    """One thing that should be there: what of it is there, in words, and what is missing.

    It may not be due: then it is still `to_come`, or its year is over and nothing of it is in the data.
    """

    link: Link
    present: str
    missing: tuple[MissingPart, ...]
    complete: bool = True
    due: bool = True
    to_come: bool = False


@dataclass(frozen=True, slots=True)
class SharedReason:
    """Something that several measures lack for one reason, which is said once."""

    part: MissingPart
    count: int


@dataclass(frozen=True, slots=True)
class CompletenessView:
    """What the page about what a year has and lacks says; gaps are counted by whether a reason is recorded."""

    unexplained_count: int
    explained_count: int
    scores_complete: bool
    cycle: tuple[CompletenessLine, ...]
    weak_points: tuple[CompletenessLine, ...]
    measures: tuple[CompletenessLine, ...]
    shared: tuple[SharedReason, ...]
    verdicts: tuple[Count[Verdict], ...]
    chain: tuple[Link, ...]


def completeness(lookup: Lookup, year: Year) -> CompletenessView:
    """Return what a year has and lacks."""
    gaps = [gap for gap in lookup.gaps if gap.year == year.year]
    tree = lookup.scores.trees.get(year.year)
    lacks = Counter(
        (gap.requirement, gap.reason) for gap in gaps if gap.requirement in sentences.MEASURE_LACKS and gap.reason
    )
    shared = {each: count for each, count in lacks.items() if count >= _OFTEN}
    return CompletenessView(
        unexplained_count=sum(gap.reason is None for gap in gaps),
        explained_count=sum(gap.reason is not None for gap in gaps),
        scores_complete=_missing_scores(lookup, year) == 0,
        cycle=tuple(_cycle(lookup, year, gaps)),
        weak_points=tuple(_weak_points(lookup, year, gaps)),
        measures=tuple(_measure(year, measure_id, gaps, shared) for measure_id in year.measures),
        shared=tuple(
            SharedReason(MissingPart(sentences.MEASURE_LACKS[requirement], reason), count)
            for (requirement, reason), count in shared.items()
        ),
        verdicts=verdict_counts(tree) if tree else (),
        chain=cycle(lookup, year.year),
    )


def _missing_scores(lookup: Lookup, year: Year) -> int:
    """Return how many of the scores of instruments and indicators the result of a year does not tell."""
    references = (*words.INSTRUMENTS, *lookup.indicator_ids(year.year))
    return sum(lookup.row(year.year, each).value is None for each in references) if year.result else 0


def _scores(lookup: Lookup, year: Year) -> str:
    """Say what of its scores the result of a year has."""
    if year.result is None:
        return ""
    result = year.result.record

    def known(references: Iterable[str]) -> int:
        return sum(lookup.row(year.year, each).value is not None for each in references)

    items = {*(each.id for each in result.items), *result.zero_items}
    return sentences.scores(known(words.INSTRUMENTS), known(lookup.indicator_ids(year.year)), len(items))


def _cycle(lookup: Lookup, year: Year, gaps: Sequence[Gap]) -> Iterator[CompletenessLine]:
    missing = {gap.requirement: gap.reason for gap in gaps}
    number = year.year
    present = {
        Requirement.RESULT: _scores(lookup, year),
        Requirement.ANALYSIS: sentences.PRESENT if year.analysis else "",
        Requirement.MEASURES: sentences.measure_count(len(year.measures)),
        Requirement.REPORTS: sentences.report_count(len(year.reports)),
    }
    urls = {
        Requirement.RESULT: addresses.year(number),
        Requirement.ANALYSIS: addresses.analysis(number),
        Requirement.MEASURES: addresses.measures(number),
        Requirement.REPORTS: addresses.reports(number),
    }
    for part, there in present.items():
        yield CompletenessLine(
            link=Link(sentences.part(part, number), urls[part] if there else None),
            present=there,
            missing=(MissingPart(sentences.ABSENT, missing[part]),) if part in missing else (),
            complete=part is not Requirement.RESULT or _missing_scores(lookup, year) == 0,
            due=bool(there) or part in missing,
            to_come=number >= max(lookup.years),
        )


def _measure(
    year: Year, measure_id: str, gaps: Sequence[Gap], shared: Container[tuple[Requirement, str | None]]
) -> CompletenessLine:
    """Return what a measure lacks but for the reasons that many share, which are said once."""
    lacks = [gap for gap in gaps if gap.subject == measure_id and gap.requirement in sentences.MEASURE_LACKS]
    missing = tuple(
        MissingPart(sentences.MEASURE_LACKS[gap.requirement], gap.reason)
        for gap in lacks
        if (gap.requirement, gap.reason) not in shared
    )
    link = Link(year.measures[measure_id].record.title, addresses.measure(year.year, measure_id))
    return CompletenessLine(link, "" if lacks else sentences.COMPLETE, missing)


def _weak_points(lookup: Lookup, year: Year, gaps: Sequence[Gap]) -> Iterator[CompletenessLine]:
    points = year.analysis.record.weak_points if year.analysis else ()
    unanswered = {gap.subject: gap.reason for gap in gaps if gap.requirement is Requirement.ANSWERED}
    for subject, point in {each.id or each.about: each for each in points}.items():
        present = sentences.answering(len(lookup.answers.covering(year.year, point)))
        is_missing = subject in unanswered
        yield CompletenessLine(
            link=lookup.answer(year.year, subject),
            present=present,
            missing=(MissingPart(sentences.UNANSWERED, unanswered[subject]),) if is_missing else (),
            due=bool(present) or is_missing,
            to_come=year.year >= max(lookup.years),
        )
