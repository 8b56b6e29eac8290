"""What of a year's cycle is complete, and what is missing, with the reason where one is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.chain import Requirement
from ita_site.saying.view.counts import verdict_counts
from ita_site.saying.view.cycle import cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import completeness as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.data.load import Year
    from ita_site.judging.chain import Gap
    from ita_site.judging.scores import Verdict
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Something that should be there, and why it is not, where that is recorded."""

    name: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class CompletenessLine:
    """One thing that should be there: what of it is there, in words, and what is missing; it may not be due yet."""

    link: Link
    present: str
    missing: tuple[MissingPart, ...]
    due: bool = True


@dataclass(frozen=True, slots=True)
class CompletenessView:
    """What the page about what a year has and lacks says; gaps are counted by whether a reason is recorded."""

    unexplained_count: int
    explained_count: int
    cycle: tuple[CompletenessLine, ...]
    weak_points: tuple[CompletenessLine, ...]
    measures: tuple[CompletenessLine, ...]
    verdicts: tuple[Count[Verdict], ...]
    chain: tuple[Link, ...]


def completeness(lookup: Lookup, year: Year) -> CompletenessView:
    """Return what a year has and lacks."""
    gaps = [gap for gap in lookup.gaps if gap.year == year.year]
    tree = lookup.scores.trees.get(year.year)
    return CompletenessView(
        unexplained_count=sum(gap.reason is None for gap in gaps),
        explained_count=sum(gap.reason is not None for gap in gaps),
        cycle=tuple(_cycle(year, gaps)),
        weak_points=tuple(_weak_points(lookup, year, gaps)),
        measures=tuple(_measure(year, measure_id, gaps) for measure_id in year.measures),
        verdicts=verdict_counts(tree) if tree else (),
        chain=cycle(lookup, year.year),
    )


def _cycle(year: Year, gaps: Sequence[Gap]) -> Iterator[CompletenessLine]:
    missing = {gap.requirement: gap.reason for gap in gaps}
    number = year.year
    present = {
        Requirement.RESULT: sentences.PRESENT if year.result else "",
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
            due=bool(there) or part in missing,
        )


def _measure(year: Year, measure_id: str, gaps: Sequence[Gap]) -> CompletenessLine:
    missing = tuple(
        MissingPart(sentences.MEASURE_LACKS[gap.requirement], gap.reason)
        for gap in gaps
        if gap.subject == measure_id and gap.requirement in sentences.MEASURE_LACKS
    )
    link = Link(year.measures[measure_id].record.title, addresses.measure(year.year, measure_id))
    return CompletenessLine(link, "" if missing else sentences.COMPLETE, missing)


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
        )
