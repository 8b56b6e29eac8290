"""Old names of measures and reports: an address may lead to one page only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.model import Measure, Report


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the old names that are still those of a file, and those that are given twice."""
    for year in dataset.years.values():
        yield from _renamed(dataset, f"{dataset.folder}/{year.year}/measures", year.measures)
        yield from _renamed(dataset, f"{dataset.folder}/{year.year}/reports", year.reports)


def _renamed(dataset: Dataset, folder: str, records: Mapping[str, RecordFile[Measure | Report]]) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for loaded in records.values():
        for index, old in enumerate(loaded.record.was):
            place, first = loaded.at("was", index), claimed.get(old)
            if f"{folder}/{old}.yml" in dataset.sources:
                message = f"ยังมีไฟล์ {folder}/{old}.yml อยู่ ที่อยู่หน้าเว็บเดิมจะพาไปสองหน้าไม่ได้ ให้ลบ “{old}” ออกจาก was:"
                yield Problem(place, "was-in-use", message)
            elif first is not None:
                message = f"“{old}” เป็นชื่อเดิมใน {first} แล้ว ที่อยู่หน้าเว็บเดิมพาไปได้หน้าเดียว ให้เหลือที่เดียว"
                yield Problem(place, "was-claimed-twice", message)
            claimed.setdefault(old, f"{loaded.document.name}:{place.line}")
