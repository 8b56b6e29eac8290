"""One measure: why, what, who and when, what the reports say of it, and whether the scores it answers moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Origin
from ita_site.ground import addresses
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.progress import progress_view
from ita_site.saying.view.rows import moved_rows
from ita_site.saying.words import measure as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Line, Measure, Period, Status, WeakPoint
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.progress import ProgressView
    from ita_site.saying.view.rows import MovedRow


@dataclass(frozen=True, slots=True)
class MeasureSteps:
    """The steps of a measure, and the measure they are those of, where they are another's."""

    steps: tuple[Line, ...]
    same_as: Link | None


@dataclass(frozen=True, slots=True)
class ReportedProgressRow:
    """What one report, of a period of its year, says of a measure."""

    link: Link
    period: Period
    progress: ProgressView


@dataclass(frozen=True, slots=True)
class MeasureSummary:
    """What a citizen asks first: is it done, and did the score move; without a report, `no_report` says why."""

    year: int
    status: Status | NoStatus
    report_count: int
    no_report: str
    moved: tuple[MovedRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureReasons:
    """Why a measure is taken: what of the result of `year` it answers, and the weak points found there.

    Where the document does not say what the measure answers, editors may have matched it.
    """

    year: int
    answers: tuple[Link, ...]
    matched_by_editor: bool
    measure: Measure
    weak_points: tuple[WeakPointReason, ...]


@dataclass(frozen=True, slots=True)
class WeakPointReason:
    """A weak point that a measure answers; `topic` is what the analysis calls it, else what it is about."""

    point: WeakPoint
    topic: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What the page of a measure says; `previous` and `following` are its neighbours in the year's list."""

    measure: Measure
    summary: MeasureSummary
    reasons: MeasureReasons
    steps: MeasureSteps
    progress: tuple[ReportedProgressRow, ...]
    chain: tuple[Link, ...]
    previous: Link | None
    following: Link | None


def measure_steps(lookup: Lookup, year: int, measure_id: str) -> MeasureSteps:
    """Return the steps of a measure of a year: its own, those of its row of the plan, or another's."""
    planned = lookup.years[year]
    measure = planned.measures[measure_id].record
    other = planned.measures.get(measure.steps_of or "")
    if other is None:
        return MeasureSteps(measure.steps or planned.shared_steps(measure_id), None)
    return MeasureSteps(other.record.steps, Link(other.record.title, addresses.measure(year, measure.steps_of or "")))


def measure(lookup: Lookup, year: Year, measure_id: str) -> MeasureView:
    """Return what is known of a measure of a year."""
    record = year.measures[measure_id].record
    reports = lookup.progress_reports(year.year, measure_id)
    links = {
        each: Link(loaded.record.title, addresses.measure(year.year, each)) for each, loaded in year.measures.items()
    }
    place = list(links).index(measure_id)
    neighbours = dict(enumerate(links.values()))
    return MeasureView(
        measure=record,
        summary=MeasureSummary(
            year=year.year,
            status=lookup.status(year.year, measure_id),
            report_count=len(reports),
            no_report=record.missing.report or year.reasons.reports or sentences.NO_REPORT,
            moved=moved_rows(lookup, year.year, lookup.answers.references(year.year - 1, record.answers)),
        ),
        reasons=_reasons(lookup, year.year - 1, measure_id, record),
        steps=measure_steps(lookup, year.year, measure_id),
        progress=tuple(
            ReportedProgressRow(
                link=Link(each.report.title, addresses.report(each.year, each.report_id)),
                period=each.report.period,
                progress=progress_view(each.progress),
            )
            for each in reports
        ),
        chain=cycle(lookup, year.year, CyclePart.MEASURES),
        previous=neighbours.get(place - 1),
        following=neighbours.get(place + 1),
    )


def weak_points(lookup: Lookup, year: int, measure_id: str) -> tuple[WeakPointReason, ...]:
    """Return the weak points of a year that a measure of the year after answers."""
    analysis = lookup.years[year].analysis if year in lookup.years else None
    return tuple(
        WeakPointReason(point, point.topic or lookup.label(year, point.about))
        for point in (analysis.record.weak_points if analysis else ())
        if measure_id in lookup.answers.covering(year, point)
    )


def _reasons(lookup: Lookup, year: int, measure_id: str, record: Measure) -> MeasureReasons:
    return MeasureReasons(
        year=year,
        answers=tuple(lookup.answer(year, each) for each in record.answers),
        matched_by_editor=record.matched_by is Origin.EDITOR,
        measure=record,
        weak_points=weak_points(lookup, year, measure_id),
    )
