"""A fiscal year as a whole: its result, what was made of it, its measures and reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL, Verdict, check_level
from ita_site.saying import words
from ita_site.saying.view import captions
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.reports import report_cards
from ita_site.saying.view.rows import change_rows, measure_rows, moved_rows, weak_point_row
from ita_site.saying.words import measures as measure_sentences
from ita_site.saying.words import reports as report_sentences
from ita_site.saying.words import year as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.load import Year
    from ita_site.data.model import Analysis, Framework, Improvement, Result, Status, Strength
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.captions import BarPicture, StatusPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.reports import ReportCard
    from ita_site.saying.view.rows import ChangeRow, MovedRow, WeakPointRow
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The published total and level, and what is computed beside them.

    `levels` are those that the rules give, where the published level is none of them.
    """

    result: Result
    total: ScoreRow
    framework: Framework | None
    levels: tuple[str, ...]
    comparison: Link | None


@dataclass(frozen=True, slots=True)
class ItemsBelowFull:
    """The items and sub-indicators with less than full points, of all that have a score, and their chart."""

    rows: tuple[ScoreRow, ...]
    count: int
    picture: BarPicture | None


@dataclass(frozen=True, slots=True)
class YearResult:
    """The result of a year; what its document does not print is empty."""

    facts: ResultFacts
    instruments: tuple[ScoreRow, ...]
    instrument_picture: BarPicture | None
    indicators: tuple[ScoreRow, ...]
    indicator_picture: BarPicture | None
    ranking: tuple[ScoreRow, ...]
    below_full: ItemsBelowFull


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """What went well, and the page about it."""

    link: Link
    strength: Strength


@dataclass(frozen=True, slots=True)
class ImprovementRow:
    """What must become better below an indicator: items in their words, and the codes of those that have none."""

    link: Link
    items: tuple[str, ...]
    unnamed: tuple[str, ...]
    improvement: Improvement


@dataclass(frozen=True, slots=True)
class YearAnalysis:
    """What the municipality made of its result."""

    analysis: Analysis
    lowest: Link | None
    changes: tuple[ChangeRow, ...]
    weak_points: tuple[WeakPointRow, ...]
    strengths: tuple[StrengthRow, ...]
    improvements: tuple[ImprovementRow, ...]


@dataclass(frozen=True, slots=True)
class YearMeasures:
    """The measures of a year by status, and the scores of what they answer."""

    count: int
    statuses: tuple[Count[Status | NoStatus], ...]
    picture: StatusPicture | None
    moved: tuple[MovedRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A fiscal year B.E.; each `…_absence` says why a part is not there.

    `chain_before` is the cycle that ends with the year's result, `chain_after` the one that begins with it.
    """

    chain_before: tuple[Link, ...]
    result: YearResult | None
    result_absence: str
    analysis: YearAnalysis | None
    analysis_absence: str
    measures: YearMeasures | None
    measures_absence: str
    reports: tuple[ReportCard, ...]
    reports_absence: str
    framework: Framework | None
    chain_after: tuple[Link, ...]


def year_view(lookup: Lookup, year: Year) -> YearView:
    """Return what is said of a fiscal year as a whole."""
    number, reasons = year.year, year.reasons
    return YearView(
        chain_before=cycle(lookup, number, CyclePart.RESULT),
        result=_result(lookup, year, year.result.record) if year.result else None,
        result_absence=reasons.result or sentences.no_result(number),
        analysis=_analysis(lookup, number, year.analysis.record) if year.analysis else None,
        analysis_absence=reasons.analysis or sentences.no_analysis(number),
        measures=_measures(lookup, year) if year.measures else None,
        measures_absence=reasons.measures or measure_sentences.none_yet(number),
        reports=report_cards(year),
        reports_absence=reasons.reports or report_sentences.none_yet(number),
        framework=lookup.framework(number),
        chain_after=cycle(lookup, number + 1, CyclePart.RESULT_BEFORE),
    )


def _result(lookup: Lookup, year: Year, result: Result) -> YearResult:
    number, framework = year.year, lookup.framework(year.year)
    instruments = tuple(lookup.row(number, each) for each in words.INSTRUMENTS)
    known = framework is not None and any(row.value is not None for row in instruments)
    indicators = _indicator_rows(lookup, number, lookup.indicator_ids(number)) if result.indicators else ()
    level = check_level(framework, result.level, lookup.scores.trees[number])
    return YearResult(
        facts=ResultFacts(
            result=result,
            total=lookup.row(number, TOTAL),
            framework=framework,
            levels=level.levels if level and level.verdict is Verdict.CONTRADICTED else (),
            comparison=comparison_before(lookup, number),
        ),
        instruments=instruments if known else (),
        instrument_picture=captions.instruments(year, instruments) if known else None,
        indicators=indicators,
        indicator_picture=captions.indicators(year, indicators) if indicators else None,
        ranking=_indicator_rows(lookup, number, result.ranking),
        below_full=_below_full(lookup, year, result),
    )


def _indicator_rows(lookup: Lookup, year: int, references: Iterable[str]) -> tuple[ScoreRow, ...]:
    return tuple(lookup.row(year, each, addresses.indicator(year, each)) for each in references)


def _below_full(lookup: Lookup, year: Year, result: Result) -> ItemsBelowFull:
    number = year.year
    items = {*(each.id for each in result.items), *result.zero_items}
    references = sorted({*(each.id for each in result.subindicators), *items}, key=_order)
    rows = (lookup.row(number, each, lookup.reference_url(number, each)) for each in references)
    below = tuple(row for row in rows if row.published is not None and row.published < 100)
    return ItemsBelowFull(below, len(references), captions.below(lookup, year, below, len(items)))


def _order(reference: str) -> tuple[str, Decimal]:
    """Return what orders references: indicators by number, then EIT, IIT and OIT items by number."""
    letters = reference.rstrip("0123456789.")
    return letters, Decimal(reference.removeprefix(letters) or 0)


def _analysis(lookup: Lookup, year: int, analysis: Analysis) -> YearAnalysis:
    return YearAnalysis(
        analysis=analysis,
        lowest=lookup.link(year, analysis.lowest) if analysis.lowest else None,
        changes=change_rows(lookup, year, analysis.changes),
        weak_points=tuple(weak_point_row(lookup, year, each) for each in analysis.weak_points),
        strengths=tuple(StrengthRow(lookup.link(year, each.about), each) for each in analysis.strengths),
        improvements=tuple(_improvement(lookup, year, each) for each in analysis.improvements),
    )


def _improvement(lookup: Lookup, year: int, improvement: Improvement) -> ImprovementRow:
    unnamed = tuple(each for each in improvement.items if lookup.name(year, each) == each)
    return ImprovementRow(
        link=lookup.link(year, improvement.about),
        items=(
            *(lookup.label(year, each) for each in improvement.items if each not in unnamed),
            *(" ".join(filter(None, (each.id, each.text, *each.lines))) for each in improvement.questions),
        ),
        unnamed=unnamed,
        improvement=improvement,
    )


def _measures(lookup: Lookup, year: Year) -> YearMeasures:
    rows = measure_rows(lookup, year)
    statuses = status_counts((row.status for row in rows), lookup.editor_statuses(year.year))
    references = sorted((each for row in rows for each in row.references), key=_order)
    return YearMeasures(
        count=len(rows),
        statuses=statuses,
        picture=captions.statuses(statuses, year.year),
        moved=moved_rows(lookup, year.year, references),
    )
