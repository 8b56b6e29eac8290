"""One report on the measures of a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Origin, Part
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.document import document_parts
from ita_site.saying.view.measure_items import measure_item_rows
from ita_site.saying.view.report_table import progress_table
from ita_site.saying.view.rows import change_rows, listed_measures

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Report, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.document import DocumentParts
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.measure_items import MeasureItemRow
    from ita_site.saying.view.report_table import ProgressTable
    from ita_site.saying.view.rows import ChangeRow, MeasureRow


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The facts of a report: how many measures it speaks of, and how many it gives each status.

    `row_marks` are those of rows that are not shown.
    """

    year: int
    report: Report
    parts: DocumentParts
    row_marks: tuple[EditMark, ...]
    measure_count: int
    counts: tuple[Count[Status | NoStatus], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the page of a report says; `unreported_measures` are the measures of its year that it does not speak of."""

    report: Report
    parts: DocumentParts
    head: ReportHead
    table: ProgressTable
    unreported_measures: tuple[MeasureRow, ...]
    changes: tuple[ChangeRow, ...]
    items: tuple[MeasureItemRow, ...]
    chain: tuple[Link, ...]


def report(lookup: Lookup, year: Year, report_id: str) -> ReportView:
    """Return what a report of a year says."""
    number, record = year.year, year.reports[report_id].record
    table = progress_table(lookup, year, record)
    changes = change_rows(lookup, number, record.changes)
    own = ("measures", "summary", *(("changes",) if changes else ()))
    parts = document_parts(record, year.files, *own)
    row_marks = (*parts.marks.own("measures"), *parts.marks.below("measures").beyond(len(record.measures)))
    editors = {each.status for each in record.measures if each.status and each.status_by is Origin.EDITOR}
    counts = status_counts((row.progress.status for row in table.rows), editors)
    measure_ids = {each.measure for each in record.measures}
    return ReportView(
        report=record,
        parts=parts,
        head=ReportHead(number, record, parts, row_marks, len(table.rows), counts),
        table=table,
        unreported_measures=listed_measures(
            lookup, number, {each: loaded for each, loaded in year.measures.items() if each not in measure_ids}
        ),
        changes=changes,
        items=measure_item_rows(lookup, Part.REPORT, number),
        chain=cycle(lookup, number, CyclePart.REPORTS),
    )
