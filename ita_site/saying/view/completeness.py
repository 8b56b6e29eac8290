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
from ita_site.saying.view.disclosure import disclosure_progress
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.owed import still_owed
from ita_site.saying.view.proof import proof
from ita_site.saying.words import completeness as sentences

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from ita_site.data.load import Year
    from ita_site.judging.chain import Gap
    from ita_site.judging.scores import Verdict
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.disclosure import DisclosureProgress
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.owed import OwedView

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

    It may not be due: then it is still `to_come`, or its time has passed and nothing of it is in the data.
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
    """What the page about what a year has and lacks says; gaps are counted by whether a reason is recorded.

    `weak_points` and `improvements` are what the analysis of the year found, with the measures that answer it.
    """

    unexplained_count: int
    explained_count: int
    scores_complete: bool
    summary: tuple[str, ...]
    cycle: tuple[CompletenessLine, ...]
    weak_points: tuple[CompletenessLine, ...]
    improvements: tuple[CompletenessLine, ...]
    measures: tuple[CompletenessLine, ...]
    shared: tuple[SharedReason, ...]
    verdicts: tuple[Count[Verdict], ...]
    disclosed: DisclosureProgress | None
    owed: OwedView | None
    """What of the OIT list must still be filed."""
    is_proven: bool
    """Whether the year has a page with the source of each figure."""
    chain: tuple[Link, ...]


def completeness(lookup: Lookup, year: Year) -> CompletenessView:
    """Return what a year has and lacks."""
    gaps = lookup.gaps(year)
    tree = lookup.scores.trees.get(year.year)
    lacks = Counter(
        (gap.requirement, gap.reason) for gap in gaps if gap.requirement in sentences.MEASURE_LACKS and gap.reason
    )
    shared = {each: count for each, count in lacks.items() if count >= _OFTEN}
    lines, points, improvements = (tuple(each(lookup, year, gaps)) for each in (_cycle, _weak_points, _improvements))
    unexplained, explained = (sum((gap.reason is None) is without for gap in gaps) for without in (True, False))
    has_all_scores = _missing_scores(lookup, year) == 0
    after = sentences.part(Requirement.MEASURES, year.year + 1)
    not_due = {
        to_come: dict.fromkeys(
            [
                *(each.link.text for each in lines if not each.due and each.to_come is to_come),
                *(after for each in (*points, *improvements) if not each.due and each.to_come is to_come),
            ]
        )
        for to_come in (True, False)
    }
    return CompletenessView(
        unexplained_count=unexplained,
        explained_count=explained,
        scores_complete=has_all_scores,
        summary=sentences.summary(
            unexplained, explained, absent=not_due[False], to_come=not_due[True], scores_complete=has_all_scores
        ),
        cycle=lines,
        weak_points=points,
        improvements=improvements,
        measures=tuple(_measure(year, measure_id, gaps, shared) for measure_id in year.measures),
        shared=tuple(
            SharedReason(MissingPart(sentences.MEASURE_LACKS[requirement], reason), count)
            for (requirement, reason), count in shared.items()
        ),
        verdicts=verdict_counts(tree) if tree else (),
        disclosed=disclosure_progress(lookup, year),
        owed=still_owed(lookup, year),
        is_proven=proof(lookup, year) is not None,
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
            to_come=lookup.schedule.to_come(part, number),
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
        count = len(lookup.answers.covering(year.year, point))
        link = lookup.answer(year.year, subject)
        yield _followed_up(
            link,
            count,
            _unanswered(unanswered, subject),
            to_come=lookup.schedule.to_come(Requirement.MEASURES, year.year + 1),
        )


def _improvements(lookup: Lookup, year: Year, gaps: Sequence[Gap]) -> Iterator[CompletenessLine]:
    if year.analysis is None:
        return
    record = year.analysis.record
    told = {each.id or each.about: each.about for each in record.weak_points}
    unanswered = {
        told.get(gap.subject, gap.subject): gap.reason
        for gap in gaps
        if gap.requirement in {Requirement.ANSWERED, Requirement.IMPROVED}
    }
    for each in record.improvements:
        count = len(lookup.answers.improving(year.year, each))
        link = lookup.link(year.year, each.about)
        yield _followed_up(
            link,
            count,
            _unanswered(unanswered, each.about),
            to_come=lookup.schedule.to_come(Requirement.MEASURES, year.year + 1),
        )


def _unanswered(reasons: Mapping[str, str | None], subject: str) -> tuple[MissingPart, ...]:
    return (MissingPart(sentences.UNANSWERED, reasons[subject]),) if subject in reasons else ()


def _followed_up(link: Link, count: int, missing: tuple[MissingPart, ...], *, to_come: bool) -> CompletenessLine:
    """Return something that a year found to improve, with how many measures of the next year answer it."""
    return CompletenessLine(
        link=link, present=sentences.answering(count), missing=missing, due=bool(count or missing), to_come=to_come
    )
