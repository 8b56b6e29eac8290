"""Plans and reports: days that lie outside their year, steps that were copied, numbers that jump."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.checks.dates import is_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Line, Measure, Report

_REPORTING = timedelta(days=92)
"""What was done in a year may be followed up in the three months after it."""
_ROW = (
    *("answers", "score", "analysis", "situation", "owners", "period", "budget"),
    *("targets", "monitoring", "follow_up"),
)
"""What a row of a plan says of a measure beside its steps."""
_MIN_FILLED = 3
"""So much of a row is there that a second one with all of it is a copy."""
_MAX_SHARED = 0.8
"""The share of equal steps above which one list is a copy of the other."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what is wrong with the periods, steps and numbers of the plans and reports of all years."""
    for year in dataset.years.values():
        for measure in year.measures.values():
            yield from _measure(year.year, measure)
        for report in year.reports.values():
            yield from _report(year.year, report)
        yield from _copies(year)
        if not dataset.is_damaged(f"{year.year}/measures/"):
            yield from _numbers(year)


def _measure(year: int, measure: RecordFile[Measure]) -> Iterator[Problem]:
    yield from _period(year, measure)
    day = measure.record.follow_up
    if (
        isinstance(day, date)
        and not is_far(day, year)
        and not thai.fiscal_year(day - _REPORTING) <= year <= thai.fiscal_year(day)
    ):
        message = f"{thai.write_date(day)} อยู่ในปีงบประมาณ {thai.fiscal_year(day)} แต่มาตรการนี้เป็นของปี {year} โปรดตรวจปี"
        yield contradiction(measure, measure.at("follow_up"), "date-outside-year", message, f"{day.year + thai.ERA}")


def _period(year: int, loaded: RecordFile[Any]) -> Iterator[Problem]:
    period = loaded.record.period
    if period is None:
        return
    start, end = thai.fiscal_bounds(year)
    if (start <= period.start and period.end <= end) or is_far(period.start, year) or is_far(period.end, year):
        return
    message = (
        f"{thai.write_short_date(period.start)} ถึง {thai.write_short_date(period.end)} อยู่นอกปีงบประมาณ {year}"
        f" ({thai.write_short_date(start)} ถึง {thai.write_short_date(end)}) โปรดตรวจว่าไม่ใช่ช่วงเวลาของปีอื่นที่ติดมา"
    )
    key, day = ("start", period.start) if period.start < start else ("end", period.end)
    quoted = f"{day.year + thai.ERA}"
    yield contradiction(loaded, loaded.at("period", key), "period-outside-year", message, quoted)


def _report(year: int, report: RecordFile[Report]) -> Iterator[Problem]:
    yield from _period(year, report)
    memo, period = report.record.memo, report.record.period
    if memo is not None and period is not None and memo.date < period.end and not is_far(memo.date, year):
        message = (
            f"บันทึกข้อความลงวันที่ {thai.write_date(memo.date)} ก่อนวันสิ้นสุดของช่วงที่รายงาน"
            f" ({thai.write_date(period.end)}) โปรดตรวจวันที่"
        )
        yield contradiction(report, report.at("memo", "date"), "report-before-its-end", message, "ลงวันที่")


def _copies(year: Year) -> Iterator[Problem]:
    """Yield the measures whose steps, and the entries of reports whose output, are those of another."""
    seen: dict[str, frozenset[str]] = {}
    for measure_id, measure in year.measures.items():
        steps = _plain(measure.record.steps)
        copied = _copied(steps, seen)
        if copied is not None:
            message = (
                f"ขั้นตอนเหมือนกับมาตรการ {copied} โปรดตรวจว่าไม่ได้คัดลอกมาผิดเรื่อง"
                f" ถ้าใช้ขั้นตอนเดียวกันจริง ให้พิมพ์ steps_of: {copied} แทน steps:"
            )
            yield Problem(measure.at("steps", key=True), "copied-steps", message, Severity.WARNING)
        seen[measure_id] = steps
    yield from _copied_rows(year)
    for report in year.reports.values():
        outputs: dict[str, frozenset[str]] = {}
        for index, progress in enumerate(report.record.measures):
            output = _plain(progress.output)
            copied = _copied(output, outputs)
            if copied is not None:
                message = f"ผลการดำเนินการเหมือนกับของมาตรการ {copied} โปรดตรวจว่าไม่ได้คัดลอกมาผิดเรื่อง"
                place = report.at("measures", index, "output", key=True)
                yield contradiction(report, place, "copied-output", message, "ผลการดำเนินการ")
            outputs[progress.measure] = output


def _copied_rows(year: Year) -> Iterator[Problem]:
    """Yield the measures that have the steps of another, and all else of it too but in a row of their own.

    Several measures in one row of a plan share its steps, its owner and its time rightly.
    """
    groups = year.plan.record.groups if year.plan else ()
    rows = [frozenset(row.measures) for group in groups for row in group.rows]
    for measure_id, measure in year.measures.items():
        record, other = measure.record, year.measures.get(measure.record.steps_of or "")
        if other is None or other is measure or any({measure_id, record.steps_of} <= row for row in rows):
            continue
        in_one_row = record.number is not None and record.number == other.record.number
        mine, theirs = ([getattr(each, name) for name in _ROW] for each in (record, other.record))
        if in_one_row or mine != theirs or sum(map(bool, mine)) < _MIN_FILLED:
            continue
        message = (
            f"ทั้งแถวเหมือนกับมาตรการ {record.steps_of} ทั้งขั้นตอน เรื่องที่ตอบ ผู้รับผิดชอบ และระยะเวลา โปรดตรวจว่าไม่ได้คัดลอกมาผิดเรื่อง"
        )
        yield contradiction(measure, measure.at("steps_of"), "copied-steps", message, "ขั้นตอน")


def _plain(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset("".join(line.text.split()) for line in lines)


def _copied(mine: frozenset[str], others: Mapping[str, frozenset[str]]) -> str | None:
    """Return which of the others these lines were copied from: two or more in common, and most of the shorter."""
    for name, theirs in others.items():
        if mine.isdisjoint(theirs):
            continue
        shared = len(mine & theirs)
        if shared >= 2 and shared >= _MAX_SHARED * min(len(mine), len(theirs)):
            return name
    return None


def _numbers(year: Year) -> Iterator[Problem]:
    """Yield the measures whose number in the plan is given twice, or comes after one that is not there."""
    before: RecordFile[Measure] | None = None
    for measure in year.measures.values():
        number, last = measure.record.number, before.record.number if before else None
        if number is not None and last is not None and number != last + 1:
            fault = "ซ้ำกับอีกมาตรการหนึ่ง" if number == last else f"ข้ามจาก {last} ไป {number} มีมาตรการที่หายไปหรือไม่"
            yield contradiction(measure, measure.at("number"), "number-jump", f"ลำดับในเอกสาร{fault}", "ลำดับ")
        before = measure
