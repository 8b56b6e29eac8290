"""The day a page was last changed: that of its latest source, never that of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import attached_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ita_site.data.load import Dataset


class LastChanged:
    """The days that are known of the files of a project.

    A data file has the day of its last commit, else the day it states itself: a report is as new as its
    memorandum. Plans and results state no day of their own; the days in them are those of what they describe.
    A file that a record names is a part of it: a signed original in place of another is a change of the plan.
    """

    def __init__(self, dataset: Dataset, committed: Mapping[str, date]) -> None:
        stated = {
            report.document.name: report.record.memo.date
            for year in dataset.years.values()
            for report in year.reports.values()
            if report.record.memo is not None
        }
        self._days = {**stated, **committed}
        self._committed = frozenset(committed)
        for year in dataset.years.values():
            for each in year.records:
                attached = [year.files[name].day for name in attached_files(each.record) if name in year.files]
                days = [day for day in (self._days.get(each.document.name), *attached) if day is not None]
                if days:
                    self._days[each.document.name] = max(days)

    def of(self, files: Iterable[str]) -> date | None:
        """Return the day the last of the files was changed, None where none is known."""
        return max((self._days[each] for each in files if each in self._days), default=None)

    def is_stated(self, files: Iterable[str]) -> bool:
        """Tell whether a day is known of the files only from what they state: when it was written, not changed."""
        return self._committed.isdisjoint(files)
