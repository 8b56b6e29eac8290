"""One report on the measures of a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Part
from ita_site.ground import addresses
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.measure import measure_steps
from ita_site.saying.view.measure_items import measure_item_rows
from ita_site.saying.view.progress import progress_view
from ita_site.saying.view.rows import change_rows, listed_measures

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Line, Measure, Report, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.measure_items import MeasureItemRow
    from ita_site.saying.view.progress import ProgressView
    from ita_site.saying.view.rows import ChangeRow, MeasureRow


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A measure as a report's table shows it, beside what the report says of it."""

    link: Link
    measure: Measure
    steps: tuple[Line, ...]
    progress: ProgressView


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """The measures of a year that a report speaks of, by number; it may state outcomes of some."""

    year: int
    rows: tuple[ProgressRow, ...]
    has_outcomes: bool


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The facts of a report: how many measures it speaks of, and how many it gives each status."""

    year: int
    report: Report
    measure_count: int
    counts: tuple[Count[Status | NoStatus], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the page of a report says; `unreported_measures` are the measures of its year that it does not speak of."""

    report: Report
    head: ReportHead
    table: ProgressTable
    unreported_measures: tuple[MeasureRow, ...]
    changes: tuple[ChangeRow, ...]
    items: tuple[MeasureItemRow, ...]
    chain: tuple[Link, ...]


def report(lookup: Lookup, year: Year, report_id: str) -> ReportView:
    """Return what a report of a year says."""
    number, record = year.year, year.reports[report_id].record
    rows = _rows(lookup, year, record)
    measure_ids = {each.measure for each in record.measures}
    return ReportView(
        report=record,
        head=ReportHead(number, record, len(rows), status_counts(row.progress.status for row in rows)),
        table=ProgressTable(number, rows, any(row.progress.outcome for row in rows)),
        unreported_measures=listed_measures(
            lookup, number, {each: loaded for each, loaded in year.measures.items() if each not in measure_ids}
        ),
        changes=change_rows(lookup, number, record.changes),
        items=measure_item_rows(lookup, Part.REPORT, number),
        chain=cycle(lookup, number, CyclePart.REPORTS),
    )


def _rows(lookup: Lookup, year: Year, record: Report) -> tuple[ProgressRow, ...]:
    rows = []
    for progress in record.measures:
        loaded = year.measures.get(progress.measure)
        if loaded is not None:
            measure = loaded.record
            link = Link(measure.title, addresses.measure(year.year, progress.measure))
            steps = measure_steps(lookup, year.year, progress.measure).steps
            rows.append(ProgressRow(link, measure, steps, progress_view(progress)))
    return tuple(sorted(rows, key=lambda row: (row.measure.number is None, row.measure.number or 0)))
