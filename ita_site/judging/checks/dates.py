"""The days that a year's files state: none far from the year, and those of documents in the time of the document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ita_site.data.model import Analysis, Plan, Record, Report, leading_to
from ita_site.ground import thai
from ita_site.ground.problems import Problem
from ita_site.judging.checks.contradiction import contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile

_LATE, _EARLY = 5, 10
"""Fiscal years behind and before its own from which a day is a slip of the keyboard.

A plan for five years is older than its last, and a document of last year is still being signed.
"""
_CORRECTED = 20
"""Fiscal years in which a misprint may still be put right."""
_HALF, _YEAR = timedelta(days=183), timedelta(days=366)
_REPORTED = timedelta(days=300)
"""How long after its period a report may come: a memorandum of one year later is of the wrong year."""
_ATTACHED = frozenset({"attachments", "original"})
"""What goes with a document may be a law of long ago."""


def is_far(day: date, year: int, late: int = _LATE) -> bool:
    """Tell whether a day is so many years from a fiscal year B.E. that it cannot be meant in a file of that year."""
    return not -_EARLY <= thai.fiscal_year(day) - year <= late


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the days that lie far from the year of their file, and those that documents of the year cannot have."""
    for year in dataset.years.values():
        for loaded in year.records:
            for path, day in _days(loaded.record):
                yield from _far(year.year, loaded, path, day)
            yield from _out_of_its_time(year.year, loaded)


def _far(year: int, loaded: RecordFile[Record], path: tuple[str | int, ...], day: date) -> Iterator[Problem]:
    before = thai.fiscal_year(day) < year
    late = _CORRECTED if "errata" in path else _LATE
    if is_far(day, year, late) and not (before and _ATTACHED.intersection(path)):
        message = (
            f"{thai.write_date(day)} ห่างจากปีงบประมาณ {year} ของไฟล์นี้ {abs(thai.fiscal_year(day) - year)} ปี"
            " โปรดตรวจปี พ.ศ. ว่าพิมพ์สลับตัวหรือไม่"
        )
        yield Problem(loaded.at(*path), "far-date", message)


def _out_of_its_time(year: int, loaded: RecordFile[Record]) -> Iterator[Problem]:
    """Yield the days of a document, and of those who signed it, on which it cannot have been written."""
    record = loaded.record
    start, end = thai.fiscal_bounds(year)
    if isinstance(record, Plan):
        what, first, last = f"แผนของปีงบประมาณ {year}", start - _HALF, end
    elif isinstance(record, Analysis):
        what, first, last = f"บทวิเคราะห์ผลปี {year}", start + _HALF, end + _YEAR
    elif isinstance(record, Report):
        # The period of a report with faults may have been lost; such a report is only checked.
        closed: date = record.period.end if getattr(record, "period", None) else end
        what, first, last = f"รายงานถึงวันที่ {thai.write_date(closed)}", start, closed + _REPORTED
    else:
        return
    for path, day in _own_days(record):
        if not first <= day <= last and not is_far(day, year):
            message = (
                f"{thai.write_date(day)} ไม่น่าเป็นวันที่ของ{what}"
                f" (ควรอยู่ระหว่าง {thai.write_short_date(first)} ถึง {thai.write_short_date(last)}) โปรดตรวจปี"
            )
            yield contradiction(loaded, loaded.at(*path), "date-outside-year", message, f"{day.year + thai.ERA}")


def _own_days(record: Analysis | Plan | Report) -> Iterator[tuple[tuple[str | int, ...], date]]:
    if record.date is not None:
        yield ("date",), record.date
    for key, people in (("prepared_by", record.prepared_by), ("approved_by", record.approved_by)):
        for place, person in enumerate(people):
            if person.date is not None:
                yield (key, place, "date"), person.date
    if record.memo is not None:
        yield ("memo", "date"), record.memo.date


def _days(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], date]]:  # noqa: ANN401
    """Yield every day of a record with its path."""
    if isinstance(value, date):
        yield path, value
    elif isinstance(value, Record):
        for name in leading_to(date, type(value)):
            yield from _days(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _days(each, (*path, place))
