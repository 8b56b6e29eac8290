"""What of the cycle of a year is still to come, by the newest day that the data know of: it stands in for a clock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ita_site.data.model import Record, leading_to
from ita_site.ground import thai
from ita_site.judging.chain import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, Year

_INTENDED = frozenset({"period", "follow_up", "closes", "due"})
"""Fields whose days a document may only plan."""


def as_of(dataset: Dataset) -> date | None:
    """Return the newest day that something in the data happened on, None where nothing has happened.

    Days are those that documents, signatures, attachments and corrections bear, and the last day of each period
    that was reported on. A year with a result, an analysis or a report has at least begun.
    """
    return max((day for year in dataset.years.values() for day in _days(year)), default=None)


class Schedule:
    """Which parts of the cycle may still be to come."""

    def __init__(self, dataset: Dataset) -> None:
        self._years = dataset.years
        self.as_of = as_of(dataset)
        """The newest day that something in the data happened on, None where nothing has happened."""
        self._reached = None if self.as_of is None else thai.fiscal_year(self.as_of)

    def to_come(self, part: Requirement, number: int) -> bool:
        """Tell whether a result, an analysis, measures or reports of a year that are not there may be to come.

        They are not once the year was over on the newest day known, nor where something is there that follows them:
        measures of a year come before its result, and there are no reports on measures that were never published.
        """
        if self._reached is not None and number < self._reached:
            return False
        year, after = self._years.get(number), self._years.get(number + 1)
        if year is None or part is Requirement.ANALYSIS:
            return True
        if part is Requirement.RESULT:
            return year.analysis is None
        if part is Requirement.REPORTS and year.measures:
            return True
        return not (year.result or year.analysis or year.reports or (after and after.measures))


def _days(year: Year) -> Iterator[date]:
    if year.result or year.analysis or year.reports:
        yield thai.fiscal_bounds(year.year)[0]
    for report in year.reports.values():
        yield report.record.period.end
    for loaded in year.records:
        yield from _dates(loaded.record)


def _dates(value: object) -> Iterator[date]:
    """Yield the days in a value of a record, however deep."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _dates(each)
    elif isinstance(value, Record):
        for name in leading_to(date, type(value)):
            if name not in _INTENDED:
                yield from _dates(getattr(value, name))
