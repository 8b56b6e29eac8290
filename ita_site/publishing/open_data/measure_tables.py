"""The tables of measures, of what they answer, of who is responsible, and of what reports say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Origin, Status, WeakPoint, is_reference
from ita_site.ground import addresses
from ita_site.judging.chain import Requirement, stated
from ita_site.publishing.open_data.columns import (
    BE_YEAR,
    PERCENT,
    POINTS,
    choice,
    day,
    key,
    number,
    refers,
    table,
    text,
    whole,
    year,
)
from ita_site.publishing.open_data.document_tables import found_in
from ita_site.publishing.open_data.framework_table import framework_id
from ita_site.publishing.open_data.origins import edited, file_of
from ita_site.publishing.open_data.row_ids import document_id, measure_id, progress_id
from ita_site.saying.words import measure_columns
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Measure, Period, Progress
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

_PERIOD = (day("period_starts_on"), day("period_ends_on"), text("period_words"))

MEASURES = table(
    "measures",
    measure_columns.MEASURES,
    key(),
    year(),
    whole("number", least=1),
    text("title", required=True),
    text("source_document"),
    text("plan_group"),
    choice("matched_by", Origin),
    text("answers_missing_reason"),
    number("printed_score", POINTS),
    text("analysis"),
    text("situation"),
    refers("steps_of_id", "measures"),
    text("steps_missing_reason"),
    text("owners_missing_reason"),
    *_PERIOD,
    text("period_missing_reason"),
    choice("status", Status),
    text("status_missing_reason"),
    choice("status_by", Origin),
    text("budget"),
    text("monitoring"),
    day("follow_up_on"),
    text("follow_up_words"),
    text("edits"),
    text("page", required=True),
    text("source_file", required=True),
)
ANSWERS = table(
    "answers",
    measure_columns.ANSWERS,
    key(),
    year(),
    refers("measure_id", "measures", required=True),
    whole("position", required=True, least=1),
    whole("answered_year", BE_YEAR, required=True, least=2500),
    text("reference"),
    refers("framework_id", "frameworks"),
    refers("finding_id", "findings"),
)
OWNERS = table(
    "owners",
    measure_columns.OWNERS,
    key(),
    year(),
    refers("measure_id", "measures", required=True),
    refers("progress_id", "progress"),
    choice("named_by", words.NAMED_BY, required=True),
    whole("position", required=True, least=1),
    text("name", required=True),
)
TARGETS = table(
    "targets",
    measure_columns.TARGETS,
    key(),
    year(),
    refers("measure_id", "measures", required=True),
    whole("position", required=True, least=1),
    text("name", required=True),
    text("target"),
)
PROGRESS = table(
    "progress",
    measure_columns.PROGRESS,
    key(),
    year(),
    refers("document_id", "documents", required=True),
    refers("measure_id", "measures", required=True),
    choice("status", Status),
    text("status_missing_reason"),
    choice("status_by", Origin),
    number("percent", PERCENT),
    *_PERIOD,
    text("output_missing_reason"),
    text("outcome"),
    text("edits"),
    text("page", required=True),
    text("source_file", required=True),
)


def measures(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every measure of a year."""
    groups = _groups(of_year)
    for name, measure in of_year.measures.items():
        yield _measure(lookup, of_year, name, measure, groups.get(name))


def _groups(of_year: Year) -> dict[str, str]:
    groups = of_year.plan.record.groups if of_year.plan else ()
    return {name: group.title for group in groups for row in group.rows for name in row.measures}


def _measure(
    lookup: Lookup, of_year: Year, name: str, measure: RecordFile[Measure], group: str | None
) -> Mapping[str, Cell]:
    record, number_of_year = measure.record, of_year.year
    status = lookup.status(number_of_year, name)
    has_status = isinstance(status, Status)
    has_steps = record.steps or record.steps_of or of_year.shared_steps(name)
    follow_up = record.follow_up
    return {
        "id": measure_id(number_of_year, name),
        "year": number_of_year,
        "number": record.number,
        "title": record.title,
        "source_document": record.document,
        "plan_group": group,
        "matched_by": record.matched_by.value if record.answers else None,
        "answers_missing_reason": _lacking(record, Requirement.ANSWERS, there=record.answers),
        "printed_score": record.score,
        "analysis": record.analysis,
        "situation": record.situation,
        "steps_of_id": measure_id(number_of_year, record.steps_of or "")
        if record.steps_of in of_year.measures
        else None,
        "steps_missing_reason": _lacking(record, Requirement.STEPS, there=has_steps),
        "owners_missing_reason": _lacking(record, Requirement.OWNERS, there=record.owners),
        **_period(record.period),
        "period_missing_reason": _lacking(record, Requirement.PERIOD, there=record.period),
        "status": status.value if has_status else None,
        "status_missing_reason": None
        if isinstance(status, Status)
        else record.missing.report or words.NO_STATUS[status],
        "status_by": lookup.status_by(number_of_year, name).value if has_status else None,
        "budget": record.budget,
        "monitoring": record.monitoring,
        "follow_up_on": None if isinstance(follow_up, str) else follow_up,
        "follow_up_words": follow_up if isinstance(follow_up, str) else None,
        "edits": edited(record),
        "page": addresses.measure(number_of_year, name),
        "source_file": file_of(lookup, measure),
    }


def _lacking(record: Measure, requirement: Requirement, *, there: object) -> str | None:
    """Return why a measure lacks something, None where it does not."""
    return None if there else getattr(record.missing, requirement.value) or words.MEASURE_LACKS[requirement]


def _period(period: Period | None) -> dict[str, Cell]:
    return {
        "period_starts_on": period.start if period else None,
        "period_ends_on": period.end if period else None,
        "period_words": period.words if period else None,
    }


def answers(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield everything that every measure of a year answers, of the year before."""
    answered = of_year.year - 1
    before = lookup.years.get(answered)
    found = found_in(before.analysis.record, answered) if before and before.analysis else ()
    known = {each.id: key for key, _, _, each in found if isinstance(each, WeakPoint)}
    for name, measure in of_year.measures.items():
        for position, answer in enumerate(measure.record.answers, 1):
            point = lookup.answers.point(answered, answer)
            reference = point.about if point else answer if is_reference(answer) else None
            yield {
                "id": f"{measure_id(of_year.year, name)}/answer/{position}",
                "year": of_year.year,
                "measure_id": measure_id(of_year.year, name),
                "position": position,
                "answered_year": answered,
                "reference": reference,
                "framework_id": framework_id(lookup, answered, reference),
                "finding_id": known.get(point.id) if point else None,
            }


def owners(of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield everyone responsible for a measure of a year, by the plan and by each report."""
    for name, measure in of_year.measures.items():
        yield from _owners(of_year, name, measure.record.owners, None)
    for report_id, progress in _reported(of_year):
        yield from _owners(of_year, progress.measure, progress.owners, progress_id(of_year.year, report_id, progress))


def _owners(of_year: Year, name: str, owners: tuple[str, ...], progress: str | None) -> Iterator[Mapping[str, Cell]]:
    for position, owner in enumerate(owners, 1):
        yield {
            "id": f"{progress or measure_id(of_year.year, name)}/owner/{position}",
            "year": of_year.year,
            "measure_id": measure_id(of_year.year, name),
            "progress_id": progress,
            "named_by": "report" if progress else "plan",
            "position": position,
            "name": owner,
        }


def targets(of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every measurable aim of every measure of a year."""
    for name, measure in of_year.measures.items():
        for position, target in enumerate(measure.record.targets, 1):
            yield {
                "id": f"{measure_id(of_year.year, name)}/target/{position}",
                "year": of_year.year,
                "measure_id": measure_id(of_year.year, name),
                "position": position,
                "name": target.name,
                "target": target.target,
            }


def _reported(of_year: Year) -> Iterator[tuple[str, Progress]]:
    for report_id, report in of_year.reports.items():
        for progress in report.record.measures:
            yield report_id, progress


def progress(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield what every report of a year says of every measure."""
    for report_id, report in of_year.reports.items():
        file = file_of(lookup, report)
        for place, each in enumerate(report.record.measures):
            said = _progress(of_year, report_id, each)
            yield said | {"edits": edited(report.record, "measures", place), "source_file": file}


def _progress(of_year: Year, report_id: str, each: Progress) -> dict[str, Cell]:
    status = stated(each)
    return {
        "id": progress_id(of_year.year, report_id, each),
        "year": of_year.year,
        "document_id": document_id(of_year.year, "report", report_id),
        "measure_id": measure_id(of_year.year, each.measure),
        "status": status.value if isinstance(status, Status) else None,
        "status_missing_reason": None if isinstance(status, Status) else words.NO_STATUS[status],
        "status_by": each.status_by.value if each.status else None,
        "percent": each.percent,
        **_period(each.period),
        "output_missing_reason": None if each.output else each.no_output or words.NO_OUTPUT,
        "outcome": each.outcome,
        "page": addresses.report(of_year.year, report_id),
    }
