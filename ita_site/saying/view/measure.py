"""One measure: why, what, who and when, what the reports say of it, and whether the scores it answers moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Line
from ita_site.ground import addresses
from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lines import NO_LINES, marked_lines
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks, matched, stated_by
from ita_site.saying.view.progress import progress_view
from ita_site.saying.view.rows import moved_rows, only_year_of
from ita_site.saying.words import comparison
from ita_site.saying.words import measure as sentences
from ita_site.saying.words import plan as of_plan

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Measure, Period, Status, WeakPoint
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.progress import ProgressView
    from ita_site.saying.view.rows import MovedRow


@dataclass(frozen=True, slots=True)
class MeasureSteps:
    """The steps of a measure, and the measure they are those of, where they are another's.

    `shared` are those of its row of the plan, which are also the steps of the measures in `shared_with`.
    """

    own: MarkedLines
    same_as: Link | None
    same_as_marks: tuple[EditMark, ...] = ()
    shared: MarkedLines = NO_LINES
    shared_with: tuple[Link, ...] = ()

    @property
    def steps(self) -> tuple[Line, ...]:
        """All steps, those that are shared first."""
        return tuple(each.line for part in (self.shared, self.own) for each in part.lines)


@dataclass(frozen=True, slots=True)
class ReportedProgressRow:
    """What one report, of a period of its year, says of a measure."""

    link: Link
    period: Period
    progress: ProgressView


@dataclass(frozen=True, slots=True)
class MeasureSummary:
    """What a citizen asks first: is it done, and did the score move; without a report, `no_report` says why.

    `not_compared` says why the scores of `moved` cannot be compared yet; empty where they can.
    """

    year: int
    status: Status | NoStatus
    status_marks: tuple[EditMark, ...]
    report_count: int
    no_report: str
    moved: tuple[MovedRow, ...]
    not_compared: str


@dataclass(frozen=True, slots=True)
class MeasureReasons:
    """Why a measure is taken: what of the result of `year` it answers, and the weak points found there."""

    year: int
    answers: tuple[Link, ...]
    matched: tuple[EditMark, ...]
    measure: Measure
    marks: Marks
    weak_points: tuple[WeakPointReason, ...]


@dataclass(frozen=True, slots=True)
class WeakPointReason:
    """A weak point that a measure answers; `topic` is what the analysis calls it, else what it is about."""

    point: WeakPoint
    topic: str
    matched: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What the page of a measure says; `previous` and `following` are its neighbours in the year's list.

    `head_marks` are those that no other part of the page shows.
    """

    measure: Measure
    marks: Marks
    head_marks: tuple[EditMark, ...]
    targets: MarkedLines
    attachments: tuple[AttachmentView, ...]
    summary: MeasureSummary
    reasons: MeasureReasons
    steps: MeasureSteps
    progress: tuple[ReportedProgressRow, ...]
    chain: tuple[Link, ...]
    previous: Link | None
    following: Link | None


_MARKED_IN_PLACE = (
    *("answers", "score", "analysis", "situation", "steps", "steps_of", "owners"),
    *("period", "budget", "targets", "monitoring", "follow_up"),
)


def measure_steps(lookup: Lookup, year: int, measure_id: str) -> MeasureSteps:
    """Return the steps of a measure of a year: its own, those of its row of the plan, or another's."""
    planned = lookup.years[year]
    record = planned.measures[measure_id].record
    marks = Marks(record.edits)
    other = planned.measures.get(record.steps_of or "")
    shared, shared_with = _shared_steps(planned, measure_id)
    if other is None:
        return MeasureSteps(
            marked_lines(record.steps, marks, "steps", files=planned.files), None, (), shared, shared_with
        )
    link = _link(planned, record.steps_of or "")
    own = marked_lines(other.record.steps, Marks(other.record.edits), "steps", files=planned.files)
    return MeasureSteps(own, link, marks.at("steps_of"), shared, shared_with)


def _shared_steps(year: Year, measure_id: str) -> tuple[MarkedLines, tuple[Link, ...]]:
    """Return the steps that the row of a measure in the plan gives, and the other measures of that row."""
    plan = year.plan.record if year.plan else None
    for group_index, group in enumerate(plan.groups if plan else ()):
        for index, row in enumerate(group.rows):
            if plan is not None and row.steps and measure_id in row.measures:
                others = (each for each in row.measures if each != measure_id and each in year.measures)
                return (
                    marked_lines(
                        row.steps, Marks(plan.edits), "groups", group_index, "rows", index, "steps", files=year.files
                    ),
                    tuple(_link(year, each) for each in others),
                )
    return NO_LINES, ()


def _link(year: Year, measure_id: str) -> Link:
    return Link(year.measures[measure_id].record.title, addresses.measure(year.year, measure_id))


def target_lines(measure: Measure) -> tuple[Line, ...]:
    """Return the measurable aims of a measure with their targets, one a line."""
    return tuple(Line(text=of_plan.target(each.name, each.target)) for each in measure.targets)


def measure(lookup: Lookup, year: Year, measure_id: str) -> MeasureView:
    """Return what is known of a measure of a year."""
    record = year.measures[measure_id].record
    reports = lookup.progress_reports(year.year, measure_id)
    names = list(year.measures)
    place = names.index(measure_id)
    marks = Marks(record.edits)
    moved = moved_rows(lookup, year.year, lookup.answers.references(year.year - 1, record.answers))
    only = only_year_of(year.year, moved)
    return MeasureView(
        measure=record,
        marks=marks,
        head_marks=marks.outside(*_MARKED_IN_PLACE),
        targets=marked_lines(target_lines(record), marks, "targets", files=year.files),
        attachments=attachment_views(record.attachments, year.files),
        summary=MeasureSummary(
            year=year.year,
            status=lookup.status(year.year, measure_id),
            status_marks=stated_by(lookup.status_by(year.year, measure_id)),
            report_count=len(reports),
            no_report=record.missing.report or year.reasons.reports or sentences.NO_REPORT,
            moved=moved,
            not_compared=comparison.only_year(only) if only else "",
        ),
        reasons=_reasons(lookup, year.year - 1, measure_id, record),
        steps=measure_steps(lookup, year.year, measure_id),
        progress=tuple(
            ReportedProgressRow(
                link=Link(each.report.title, addresses.report(each.year, each.report_id)),
                period=each.report.period,
                progress=progress_view(lookup, each.year, each.report, each.place),
            )
            for each in reports
        ),
        chain=cycle(lookup, year.year, CyclePart.MEASURES),
        previous=_link(year, names[place - 1]) if place else None,
        following=_link(year, names[place + 1]) if place + 1 < len(names) else None,
    )


def weak_points(lookup: Lookup, year: int, measure_id: str) -> tuple[WeakPointReason, ...]:
    """Return the weak points of a year that a measure of the year after answers."""
    answered = lookup.memory.value(("weak points", year), lambda: _answered_points(lookup, year))
    return answered.get(measure_id, ())


def _answered_points(lookup: Lookup, year: int) -> dict[str, tuple[WeakPointReason, ...]]:
    """Return the weak points of a year by the measure of the year after that answers them, in their order."""
    analysis = lookup.years[year].analysis if year in lookup.years else None
    answered: dict[str, tuple[WeakPointReason, ...]] = {}
    for point in analysis.record.weak_points if analysis else ():
        topic = point.topic or lookup.label(year, point.about)
        reason = WeakPointReason(point, topic, () if point.topic else matched(point.matched_by))
        for measure_id in lookup.answers.covering(year, point):
            answered[measure_id] = (*answered.get(measure_id, ()), reason)
    return answered


def _reasons(lookup: Lookup, year: int, measure_id: str, record: Measure) -> MeasureReasons:
    return MeasureReasons(
        year=year,
        answers=tuple(lookup.answer(year, each) for each in record.answers),
        matched=(*(matched(record.matched_by) if record.answers else ()), *Marks(record.edits).at("answers")),
        measure=record,
        marks=Marks(record.edits),
        weak_points=weak_points(lookup, year, measure_id),
    )
