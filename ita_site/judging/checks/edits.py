"""What editors of the site say they did to a document: each must name a value of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.data.model import Change
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the edits that name nothing in their file; what was left out need not be there.

    In a file that lost something in reading, what they name may be in the part that was lost.
    """
    for year in dataset.years.values():
        single = (each for each in (year.result, year.analysis, year.plan) if each is not None)
        for loaded in (*single, *year.measures.values(), *year.reports.values()):
            if loaded.document.name not in dataset.damaged:
                yield from _edits(loaded)


def _edits(loaded: RecordFile[Any]) -> Iterator[Problem]:
    for index, edit in enumerate(loaded.record.edits):
        if edit.change is not Change.LEFT_OUT and not loaded.document.has(edit.path):
            message = (
                f"ไม่พบ “{excerpt(edit.at)}” ในไฟล์นี้ ให้พิมพ์ชื่อช่องแล้วตามด้วยลำดับ เช่น period, steps.3 หรือ weak_points.2.about"
            )
            yield Problem(loaded.at("edits", index, "at"), "unknown-field", message)
