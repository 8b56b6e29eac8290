"""An indicator in a year: its score, what was found, the measures that answer it, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying import words
from ita_site.saying.view.computation import known_parts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.rows import listed_measures, weak_point_row
from ita_site.saying.words import indicator as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Indicator, Method, Provenance, Strength
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.rows import MeasureRow, WeakPointRow
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """The score of an indicator, how it is computed, and the official name of the instrument that measures it.

    `computation` leads to how the score is computed; `years` to the same indicator in every year.
    """

    reference: str
    score: ScoreRow
    method: Method | None
    indicator: Indicator | None
    instrument_name: str
    computation: str | None
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartItem:
    """An item below an indicator; `continuity` says what it continues, empty where nobody may compare frameworks."""

    score: ScoreRow
    continuity: str


@dataclass(frozen=True, slots=True)
class PartGroup:
    """A sub-indicator with its items, or the items that stand directly below the indicator."""

    subindicator: ScoreRow | None
    provenance: Provenance | None
    items: tuple[PartItem, ...]


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """What is said of an indicator in a year; `next_known` tells whether there are data of the next year."""

    facts: IndicatorFacts
    weak_points: tuple[WeakPointRow, ...]
    strengths: tuple[Strength, ...]
    measures: tuple[MeasureRow, ...]
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
    return IndicatorView(
        facts=_facts(lookup, number, reference, record),
        weak_points=tuple(
            weak_point_row(lookup, number, each)
            for each in (analysis.weak_points if analysis else ())
            if lookup.indicator_of(number, each.about) == reference
        ),
        strengths=tuple(
            each
            for each in (analysis.strengths if analysis else ())
            if lookup.indicator_of(number, each.about) == reference
        ),
        measures=listed_measures(lookup, number + 1, lookup.answers.to(number, reference)),
        next_known=number + 1 in lookup.years,
        groups=_groups(lookup, number, record) if record else (),
        question_count=_question_count(framework, record) if framework and record else None,
        siblings=tuple(
            Link(each, addresses.indicator(number, each), each == reference) for each in lookup.indicator_ids(number)
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
        computation=addresses.scores(year, f"indicator-{reference}") if known_parts(lookup, year) else None,
        years=tuple(
            Link(sentences.in_year(each), addresses.indicator(each, reference), each == year)
            for each in lookup.years
            if reference in lookup.indicator_ids(each)
        ),
    )


def _groups(lookup: Lookup, year: int, record: Indicator) -> tuple[PartGroup, ...]:
    """Return the sub-indicators of an indicator with their items; items without one come alone."""
    groups = tuple(
        PartGroup(lookup.row(year, sub.id), sub.provenance, _items(lookup, year, sub.items))
        for sub in record.subindicators
    )
    alone = (PartGroup(None, None, _items(lookup, year, record.items)),) if record.items else ()
    return (*groups, *alone)


def _items(lookup: Lookup, year: int, references: tuple[str, ...]) -> tuple[PartItem, ...]:
    has_crosswalk = lookup.crosswalk(year - 1, year) is not None
    rows = [lookup.row(year, each) for each in references]
    return tuple(
        PartItem(row, words.continued(row.continued, year - 1) if has_crosswalk and row.id.startswith("O") else "")
        for row in rows
    )


def _question_count(framework: Framework, record: Indicator) -> int | None:
    """Return how many questions the instrument asks for each of its indicators, None where that is not known."""
    own = (each for each in framework.instruments if each.id == record.instrument)
    return next((each.questions_per_indicator for each in own), None)
