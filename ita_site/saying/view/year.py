"""A fiscal year as a whole: its result, what was made of it, its measures and reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.judging.scores import TOTAL, Verdict, check_level
from ita_site.saying import words
from ita_site.saying.view import captions
from ita_site.saying.view.analysis import finding_rows
from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.disclosure import disclosure_progress
from ita_site.saying.view.instruments import instrument_rows
from ita_site.saying.view.item_chart import items_below
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.marks import Marks
from ita_site.saying.view.passing import passed, passing
from ita_site.saying.view.reports import report_cards
from ita_site.saying.view.rows import measure_rows, moved_rows, weak_point_rows
from ita_site.saying.words import measures as measure_sentences
from ita_site.saying.words import reports as report_sentences
from ita_site.saying.words import year as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.load import Year
    from ita_site.data.model import Analysis, Erratum, Framework, Rank, Result, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.analysis import FindingRow
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.captions import BarPicture, StatusPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.disclosure import DisclosureProgress
    from ita_site.saying.view.instruments import InstrumentRow
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.reports import ReportCard
    from ita_site.saying.view.rows import MovedRow, WeakPointRow
    from ita_site.saying.view.score_row import ScoreRow

_LISTS = ("instruments", "indicators", "subindicators", "items")
_PLACES = ("total", "level", "document", *_LISTS)
"""What of a result is shown with the marks of its own, where the document has it."""


@dataclass(frozen=True, slots=True)
class ErratumRow:
    """A figure that was published wrongly and put right since, with its name."""

    label: str
    erratum: Erratum


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The published total and level, and what is computed beside them.

    `passing` says how the total stands to the pass mark, nothing where none is known; `levels` are those that the rules
    give, where the published level is none of them. `rest` are the marks of what the page has no other place for.
    """

    result: Result
    total: ScoreRow
    passing: str
    passed: bool
    framework: Framework | None
    levels: tuple[str, ...]
    ranks: tuple[Rank, ...]
    comparison: Link | None
    errata: tuple[ErratumRow, ...]
    level_marks: tuple[EditMark, ...]
    document_marks: tuple[EditMark, ...]
    rest: tuple[EditMark, ...]
    original: tuple[AttachmentView, ...]
    attachments: tuple[AttachmentView, ...]


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
    instruments: tuple[InstrumentRow, ...]
    instrument_picture: BarPicture | None
    indicators: tuple[ScoreRow, ...]
    indicator_picture: BarPicture | None
    ranking: tuple[ScoreRow, ...]
    below_full: ItemsBelowFull


@dataclass(frozen=True, slots=True)
class YearAnalysis:
    """What the municipality made of its result, in short: the page of the analysis has all of it.

    `improvements` are the indicators below which the analysis names items to improve, `item_count` how many items.
    """

    strengths: tuple[FindingRow, ...]
    weak_points: tuple[WeakPointRow, ...]
    improvements: tuple[Link, ...]
    item_count: int
    instrument_count: int
    finding_count: int
    list_marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class YearMeasures:
    """The measures of a year by status, and the scores of what they answer, where any may be compared."""

    count: int
    statuses: tuple[Count[Status | NoStatus], ...]
    picture: StatusPicture | None
    moved: tuple[MovedRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A fiscal year B.E.; each `…_absence` says why a part is not there.

    `chain_before` is the cycle that ends with the year's result, nothing where no other part of it is known;
    `chain_after` the one that begins with it, nothing where there is neither a result nor an analysis.
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
    disclosed: DisclosureProgress | None
    chain_after: tuple[Link, ...]


def year_view(lookup: Lookup, year: Year) -> YearView:
    """Return what is said of a fiscal year as a whole."""
    number, reasons = year.year, year.reasons
    begins = year.result is not None or year.analysis is not None
    return YearView(
        chain_before=_leading(cycle(lookup, number, CyclePart.RESULT if year.result else None)),
        result=_result(lookup, year, year.result.record) if year.result else None,
        result_absence=reasons.result or sentences.no_result(number),
        analysis=_analysis(lookup, year, year.analysis.record) if year.analysis else None,
        analysis_absence=reasons.analysis or sentences.no_analysis(number),
        measures=_measures(lookup, year) if year.measures else None,
        measures_absence=reasons.measures or measure_sentences.none_yet(number),
        reports=report_cards(year),
        reports_absence=reasons.reports or report_sentences.none_yet(number),
        framework=lookup.framework(number),
        disclosed=disclosure_progress(lookup, year),
        chain_after=cycle(lookup, number + 1, CyclePart.RESULT_BEFORE) if begins else (),
    )


def _leading(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links of a cycle, none where all of them lead nowhere but here."""
    return links if any(each.url and not each.here for each in links) else ()


def _result(lookup: Lookup, year: Year, result: Result) -> YearResult:
    number = year.year
    instruments = instrument_rows(lookup, number)
    indicators = _indicator_rows(lookup, number, lookup.indicator_ids(number)) if result.indicators else ()
    return YearResult(
        facts=_facts(lookup, number, result),
        instruments=instruments,
        instrument_picture=captions.instruments(year, [each.row for each in instruments]) if instruments else None,
        indicators=indicators,
        indicator_picture=captions.indicators(year, indicators) if indicators else None,
        ranking=_indicator_rows(lookup, number, result.ranking),
        below_full=_below_full(lookup, year, result),
    )


def _facts(lookup: Lookup, year: int, result: Result) -> ResultFacts:
    framework, marks = lookup.framework(year), Marks(result.edits)
    level = check_level(framework, result.level, lookup.scores.trees[year])
    shown = (each for each in _PLACES if getattr(result, each))
    return ResultFacts(
        result=result,
        total=lookup.row(year, TOTAL),
        passing=passing(framework, result.total),
        passed=passed(framework, result.total),
        framework=framework,
        levels=level.levels if level and level.verdict is Verdict.CONTRADICTED else (),
        ranks=(*([result.rank] if result.rank else []), *result.ranks),
        comparison=comparison_before(lookup, year),
        errata=tuple(
            ErratumRow(lookup.label(year, each.id) if each.id else words.TOTAL_SCORE, each) for each in result.errata
        ),
        level_marks=marks.at("level"),
        document_marks=marks.at("document"),
        original=attachment_views([result.original] if result.original else [], lookup.years[year].files),
        attachments=attachment_views(result.attachments, lookup.years[year].files),
        rest=(*marks.outside(*shown), *(mark for each in _LISTS if getattr(result, each) for mark in marks.own(each))),
    )


def _indicator_rows(lookup: Lookup, year: int, references: Iterable[str]) -> tuple[ScoreRow, ...]:
    return tuple(lookup.row(year, each, lookup.reference_url(year, each)) for each in references)


def _below_full(lookup: Lookup, year: Year, result: Result) -> ItemsBelowFull:
    number = year.year
    items = {*(each.id for each in result.items), *result.zero_items}
    references = sorted({*(each.id for each in result.subindicators), *items}, key=_order)
    rows = (lookup.row(number, each, lookup.reference_url(number, each)) for each in references)
    below = tuple(row for row in rows if row.published is not None and row.published < 100)
    return ItemsBelowFull(below, len(references), items_below(lookup, year, below, items))


def _order(reference: str) -> tuple[str, Decimal]:
    """Return what orders references: indicators by number, then EIT, IIT and OIT items by number."""
    letters = reference.rstrip("0123456789.")
    return letters, Decimal(reference.removeprefix(letters) or 0)


def _analysis(lookup: Lookup, year: Year, analysis: Analysis) -> YearAnalysis:
    number = year.year
    items = {item for each in analysis.improvements for item in (*each.items, *(one.id for one in each.questions))}
    return YearAnalysis(
        strengths=finding_rows(lookup, number, analysis, "strengths"),
        weak_points=weak_point_rows(lookup, year),
        improvements=tuple(lookup.link(number, each.about) for each in analysis.improvements),
        item_count=len(items),
        instrument_count=len(analysis.instruments),
        finding_count=len(analysis.findings),
        list_marks=Marks(analysis.edits).own("weak_points"),
    )


def _measures(lookup: Lookup, year: Year) -> YearMeasures:
    rows = measure_rows(lookup, year)
    statuses = status_counts((row.status for row in rows), lookup.editor_statuses(year.year))
    references = sorted((each for row in rows for each in row.references), key=_order)
    moved = moved_rows(lookup, year.year, references)
    return YearMeasures(
        count=len(rows),
        statuses=statuses,
        picture=captions.statuses(statuses, year.year),
        moved=moved if any(each.row.change is not None for each in moved) else (),
    )
