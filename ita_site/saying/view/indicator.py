"""An indicator in a year: its score, what was found, the measures that answer it, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying import words
from ita_site.saying.view.analysis import finding_rows, improvement_rows
from ita_site.saying.view.computation import known_parts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.rows import listed_measures, weak_point_rows
from ita_site.saying.words import indicator as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Indicator, Method, Provenance, WeakPoint
    from ita_site.saying.view.analysis import FindingRow, ImprovementRow
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.rows import MeasureRow, WeakPointRow
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """The score of an indicator, how it is computed, and the official name of the instrument that measures it.

    `printed_name` is what the result calls it, where that is another name; `computation` leads to how the score is
    computed; `years` to the same indicator in every year.
    """

    reference: str
    score: ScoreRow
    method: Method | None
    indicator: Indicator | None
    instrument_name: str
    printed_name: str | None
    computation: str | None
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartItem:
    """An item below an indicator; `continuity` says what it continues, empty where nobody may compare frameworks."""

    score: ScoreRow
    continuity: str


@dataclass(frozen=True, slots=True)
class PartGroup:
    """A sub-indicator with its items, or the items that stand directly below the indicator.

    `among` tells of items without a sub-indicator that they belong to one of several, nobody knows to which.
    """

    subindicator: ScoreRow | None
    provenance: Provenance | None
    items: tuple[PartItem, ...]
    among: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """What is said of an indicator in a year; `next_known` tells whether there are data of the next year.

    `referring` are weak points about something else that refer to it or to an item of it; `measures_before` the
    measures of this year, which answer the same indicator of the year before.
    """

    facts: IndicatorFacts
    weak_points: tuple[WeakPointRow, ...]
    strengths: tuple[FindingRow, ...]
    findings: tuple[FindingRow, ...]
    referring: tuple[WeakPointRow, ...]
    improvements: tuple[ImprovementRow, ...]
    measures: tuple[MeasureRow, ...]
    measures_before: tuple[MeasureRow, ...]
    next_known: bool
    groups: tuple[PartGroup, ...]
    question_count: int | None
    siblings: tuple[Link, ...]
    chain: tuple[Link, ...]


def indicator(lookup: Lookup, year: Year, reference: str) -> IndicatorView:
    """Return what is said of an indicator in a year."""
    number = year.year
    framework = lookup.framework(number)
    record = framework.indicator(reference) if framework else None
    analysis = year.analysis.record if year.analysis else None

    def is_here(about: str) -> bool:
        return lookup.indicator_of(number, about) == reference

    def concerns(point: WeakPoint) -> bool:
        return any(map(is_here, (point.about, *point.refers)))

    def findings(name: str) -> tuple[FindingRow, ...]:
        found = finding_rows(lookup, number, analysis, name) if analysis else ()
        return tuple(each for each in found if is_here(each.finding.about))

    points = weak_point_rows(lookup, year, concerns)
    return IndicatorView(
        facts=_facts(lookup, number, reference, record),
        weak_points=tuple(each for each in points if is_here(each.point.about)),
        strengths=findings("strengths"),
        findings=findings("findings"),
        referring=tuple(each for each in points if not is_here(each.point.about)),
        improvements=tuple(
            each
            for each in (improvement_rows(lookup, number, analysis) if analysis else ())
            if is_here(each.improvement.about)
        ),
        measures=listed_measures(lookup, number + 1, lookup.answers.to(number, reference)),
        measures_before=listed_measures(lookup, number, lookup.answers.to(number - 1, reference)),
        next_known=number + 1 in lookup.years,
        groups=_groups(lookup, number, record) if record else (),
        question_count=_question_count(framework, record) if framework and record else None,
        siblings=tuple(
            Link(each, lookup.indicator_url(number, each), each == reference)
            for each in lookup.indicator_ids(number)
            if lookup.indicator_url(number, each)
        ),
        chain=cycle(lookup, number + 1, CyclePart.RESULT_BEFORE),
    )


def _facts(lookup: Lookup, year: int, reference: str, record: Indicator | None) -> IndicatorFacts:
    score = lookup.scores.get(year, reference)
    return IndicatorFacts(
        reference=reference,
        score=lookup.row(year, reference),
        method=score.method if score else None,
        indicator=record,
        instrument_name=lookup.name(year, record.instrument) if record else "",
        printed_name=lookup.printed_name(year, reference),
        computation=addresses.scores(year, f"indicator-{reference}") if known_parts(lookup, year) else None,
        years=tuple(
            Link(sentences.in_year(each), lookup.indicator_url(each, reference), each == year)
            for each in lookup.years
            if lookup.indicator_url(each, reference)
        ),
    )


def _groups(lookup: Lookup, year: int, record: Indicator) -> tuple[PartGroup, ...]:
    """Return the sub-indicators of an indicator with their items; items without one come alone."""
    groups = tuple(
        PartGroup(lookup.row(year, sub.id), sub.provenance, _items(lookup, year, sub.items))
        for sub in record.subindicators
    )
    alone = (PartGroup(None, None, _items(lookup, year, record.items)),) if record.items else ()
    placed = {item for sub in record.subindicators for item in sub.items}
    among = dict.fromkeys(item for sub in record.subindicators for item in sub.among if item not in placed)
    unplaced = (PartGroup(None, None, _items(lookup, year, tuple(among)), among=True),) if among else ()
    return (*groups, *alone, *unplaced)


def _items(lookup: Lookup, year: int, references: tuple[str, ...]) -> tuple[PartItem, ...]:
    has_crosswalk = lookup.crosswalk(year - 1, year) is not None and year - 1 in lookup.scores.trees
    rows = [lookup.row(year, each) for each in references]
    return tuple(
        PartItem(row, words.continued(row.continued, year - 1) if has_crosswalk and row.id.startswith("O") else "")
        for row in rows
    )


def _question_count(framework: Framework, record: Indicator) -> int | None:
    """Return how many questions the instrument asks for each of its indicators, None where that is not known."""
    own = (each for each in framework.instruments if each.id == record.instrument)
    return next((each.questions_per_indicator for each in own), None)
