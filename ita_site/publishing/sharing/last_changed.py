"""The day a page was last changed: that of its latest source, never that of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import SentDocument, attached_files
from ita_site.ground import reading_log

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ita_site.data.load import Dataset
    from ita_site.ground.git.git_dates import GitDates


class LastChanged:
    """The days that are known of the files of a project.

    A data file has the day of its last commit. Where none is known, a document has the day of its memorandum: that it
    was written then, not that it was changed. Results and most plans state no day of their own; the days in them are
    those of what they describe. A file that a record names is a part of it: a signed original in place of another is a
    change of the plan.
    """

    def __init__(self, dataset: Dataset, history: GitDates) -> None:
        self._stated = {
            loaded.document.name: loaded.record.memo.date
            for year in dataset.years.values()
            for loaded in year.records
            if isinstance(loaded.record, SentDocument) and loaded.record.memo is not None
        }
        self._days = dict(history.days)
        self._uncertain = history.uncertain
        for year in (each for each in dataset.years.values() if each.files):
            for each in year.records:
                attached = [year.files[name].day for name in attached_files(each.record) if name in year.files]
                days = [day for day in (self._days.get(each.document.name), *attached) if day is not None]
                if days:
                    self._days[each.document.name] = max(days)

    def of(self, files: Iterable[str]) -> date | None:
        """Return the day the last of the files was changed or, where that is not known, the last was written.

        None where there is one of which neither is known: it may be the last.
        """
        files = list(files)
        reading_log.note(*files)
        if not self.is_stated(files):
            return max(self._days[each] for each in files if each in self._days)
        days = [self._stated[each] for each in files if each in self._stated]
        return max(days) if days and len(days) == len(files) else None

    def is_stated(self, files: Iterable[str]) -> bool:
        """Tell whether a day is known of the files only from what they state: when they were written, not changed."""
        return not self._uncertain.isdisjoint(files) or self._days.keys().isdisjoint(files)
