"""Pages of the measures of a year and of the reports on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Part
from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import stated
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view import captions
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.parts import YEAR, files_of, reports_of, sources_of
from ita_site.saying.view.rows import change_rows, listed_measures, measure_rows, moved_rows
from ita_site.saying.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Loaded, Year
    from ita_site.data.model import Measure, MeasureItem, Report
    from ita_site.saying.view.lookup import Lookup


def specs(lookup: Lookup, year: Year) -> Iterator[PageSpec]:
    """Yield the specs of the measures and reports of one year."""
    yield _measures(lookup, year)
    for measure_id, measure in year.measures.items():
        yield _measure(lookup, year, measure_id, measure)
    yield _reports(lookup, year)
    for report_id, report in year.reports.items():
        yield _report(lookup, year, report_id, report)


def _measures(lookup: Lookup, year: Year) -> PageSpec:
    number = year.year
    rows = measure_rows(lookup, year)
    counts = status_counts(row.status for row in rows)
    return PageSpec(
        subject=Subject(Kind.MEASURES, number),
        template="measures",
        title=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {YEAR}{number}",
        description=f"มาตรการ {len(rows)} เรื่องของ{lookup.agency.name} ปี {number} พร้อมผู้รับผิดชอบและสถานะ",
        sources=sources_of(*year.measures.values()) or files_of(year),
        values={
            "rows": rows,
            "counts": counts,
            "picture": captions.statuses(counts, number),
            "chain": lookup.chain(number, "measures"),
            "items": _measure_items(lookup, Part.MEASURES, number),
            "reason": year.reasons.measures,
        },
        year=number,
        nav=("มาตรการ",) if number == _latest_with(lookup, "measures") else (),
    )


def _latest_with(lookup: Lookup, part: str) -> int:
    """Return the latest year that has measures or reports, else the latest year."""
    having = [year.year for year in lookup.years.values() if getattr(year, part)]
    return (having or list(lookup.years))[-1]


def _measure_items(lookup: Lookup, part: Part, year: int) -> list[tuple[int, MeasureItem, str]]:
    """Return the OIT items, of whichever round, that ask for this part of this year, with their titles."""
    return [
        (framework.year, item, lookup.label(framework.year, item.item))
        for framework in lookup.dataset.frameworks.values()
        for item in framework.measure_items
        if item.answered_by is part and (item.of_year or framework.year) == year
    ]


def _measure(lookup: Lookup, year: Year, measure_id: str, loaded: Loaded[Measure]) -> PageSpec:
    number, measure = year.year, loaded.record
    ids = list(year.measures)
    place = ids.index(measure_id)
    told = lookup.progress_reports(number, measure_id)
    analysis = lookup.years[number - 1].analysis if number - 1 in lookup.years else None
    reasons = [
        (lookup.link(number - 1, each.about), each)
        for each in (analysis.record.weak_points if analysis else ())
        if measure_id in lookup.answers.covering(number - 1, each.about)
    ]
    steps, steps_of = lookup.steps(number, measure)

    def neighbour(step: int) -> Link | None:
        if not 0 <= place + step < len(ids):
            return None
        other = year.measures[ids[place + step]].record
        return Link(other.title, addresses.measure(number, ids[place + step]))

    return PageSpec(
        subject=Subject(Kind.MEASURE, number, measure_id),
        template="measure",
        title=measure.title,
        description=shortened(f"มาตรการ{YEAR}{number} ของ{lookup.agency.name}: {measure.title}"),
        sources=sources_of(loaded, *(year.reports[each.report_id] for each in told), analysis if reasons else None),
        values={
            "measure": measure,
            "status": lookup.status(number, measure_id),
            "told": told,
            "answers": [lookup.link(number - 1, each) for each in measure.answers],
            "reasons": reasons,
            "moved": moved_rows(lookup, number, measure.answers),
            "steps": steps,
            "steps_of": steps_of,
            "previous": neighbour(-1),
            "next": neighbour(+1),
            "no_report": year.reasons.reports,
            "chain": lookup.chain(number, "measures"),
        },
        year=number,
    )


def _reports(lookup: Lookup, year: Year) -> PageSpec:
    number = year.year
    return PageSpec(
        subject=Subject(Kind.REPORTS, number),
        template="reports",
        title=f"รายงานผลการดำเนินการ {YEAR}{number}",
        description=f"รายงานผลการดำเนินการตามมาตรการของ{lookup.agency.name} ปี {number}",
        sources=sources_of(*year.reports.values()) or files_of(year),
        values={
            "reports": reports_of(year),
            "measure_count": len(year.measures),
            "reason": year.reasons.reports,
            "chain": lookup.chain(number, "reports"),
        },
        year=number,
        nav=("รายงาน",) if number == _latest_with(lookup, "reports") else (),
    )


def _report(lookup: Lookup, year: Year, report_id: str, loaded: Loaded[Report]) -> PageSpec:
    number, report = year.year, loaded.record
    rows = [
        (
            year.measures[each.measure].record.number,
            Link(year.measures[each.measure].record.title, addresses.measure(number, each.measure)),
            year.measures[each.measure].record,
            each,
            lookup.steps(number, year.measures[each.measure].record)[0],
        )
        for each in report.measures
        if each.measure in year.measures
    ]
    rows.sort(key=lambda row: (row[0] is None, row[0] or 0))
    changes = change_rows(lookup, number, report.changes)
    reported = {progress.measure for progress in report.measures}
    absent = {each: measure for each, measure in year.measures.items() if each not in reported}
    return PageSpec(
        subject=Subject(Kind.REPORT, number, report_id),
        template="report",
        title=report.title,
        description=shortened(report.summary or report.title),
        sources=sources_of(loaded),
        values={
            "report": report,
            "rows": rows,
            "counts": status_counts(stated(row[3].status) for row in rows),
            "absent": listed_measures(lookup, number, absent),
            "changes": changes,
            "items": _measure_items(lookup, Part.REPORT, number),
            "chain": lookup.chain(number, "reports"),
        },
        year=number,
    )
