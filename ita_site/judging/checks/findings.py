"""What the findings of an analysis are about: items that exist, below what the framework puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load import did_you_mean
from ita_site.data.model import is_reference, kind_of
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.checks.references import NAMES, known, twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.model import Analysis, Framework, Improvement
    from ita_site.ground.problems import Position


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what the analyses of all years refer to wrongly."""
    for number, year in dataset.years.items():
        if year.analysis is not None:
            yield from _Findings(year.analysis, dataset.frameworks.get(number)).check()


class _Findings:
    """The findings of one analysis, against the framework of its year."""

    def __init__(self, analysis: RecordFile[Analysis], framework: Framework | None) -> None:
        self._analysis = analysis
        self._framework = framework

    def check(self) -> Iterator[Problem]:
        analysis, record = self._analysis, self._analysis.record
        for key in ("strengths", "weak_points", "findings"):
            for index, point in enumerate(getattr(record, key)):
                yield from known(point.about, self._framework, analysis.at(key, index, "about"))
                for position, reference in enumerate(point.refers):
                    yield from known(reference, self._framework, analysis.at(key, index, "refers", position))
        yield from self._ids()
        for index, weak in enumerate(record.weak_points):
            if weak.under is not None:
                yield from known(weak.under, self._framework, analysis.at("weak_points", index, "under"))
                yield from self._below(weak.about, weak.under, analysis.at("weak_points", index, "under"))
        for index, improvement in enumerate(record.improvements):
            yield from known(improvement.about, self._framework, analysis.at("improvements", index, "about"))
            yield from self._items(index, improvement)
        yield from self._parts()

    def _items(self, index: int, improvement: Improvement) -> Iterator[Problem]:
        analysis, path = self._analysis, ("improvements", index)
        yield from twice(analysis, improvement.items, (*path, "items"))
        yield from twice(analysis, [each.id for each in improvement.questions], (*path, "questions"), "id")
        items: list[tuple[str, tuple[str | int, ...]]]
        items = [(item, (*path, "items", place)) for place, item in enumerate(improvement.items)]
        items += [(each.id, (*path, "questions", place, "id")) for place, each in enumerate(improvement.questions)]
        for item, where in items:
            yield from known(item, self._framework, analysis.at(*where))
            yield from self._below(item, improvement.about, analysis.at(*where))

    def _ids(self) -> Iterator[Problem]:
        """Yield the ids of weak points that name two of them, or that read as a reference."""
        seen: dict[str, int] = {}
        for index, point in enumerate(self._analysis.record.weak_points):
            if point.id is None:
                continue
            place = self._analysis.at("weak_points", index, "id")
            if is_reference(point.id.upper()):
                message = f"“{point.id}” เป็นรหัสของตัวชี้วัดหรือข้อ ให้ตั้งรหัสเป็นคำ เช่น equal-service"
                yield Problem(place, "bad-weak-point-id", message)
            if point.id in seen:
                first = self._analysis.at("weak_points", seen[point.id], "id").line
                message = f"“{point.id}” ซ้ำ มีแล้วที่บรรทัด {first} จุดที่ต้องพัฒนาแต่ละเรื่องต้องมีรหัสของตัวเอง"
                yield Problem(place, "listed-twice", message)
            seen.setdefault(point.id, index)

    def _below(self, reference: str, group: str, place: Position) -> Iterator[Problem]:
        """Yield a problem when the framework puts a reference below another of the same kind as `group`."""
        framework = self._framework
        if framework is None or framework.knows(group) is not True:
            return
        kind = kind_of(group)
        above = [each for each in framework.lineage(reference)[1:] if kind_of(each) == kind]
        if not above and (by_number := framework.indicator_of_question(reference)) not in {None, group}:
            message = f"ถ้าทุกตัวชี้วัดมีจำนวนข้อเท่ากัน {reference} อยู่ใต้ตัวชี้วัดที่ {by_number} ไม่ใช่ {group} โปรดตรวจรหัส"
            yield Problem(place, "wrong-group", message, Severity.NOTICE)
        elif above and group not in above:
            message = (
                f"เกณฑ์ปี {framework.year} จัด{NAMES[kind_of(reference)]} {reference} ไว้ใต้{NAMES[kind]} {above[0]}"
                f" ไม่ใช่ {group} โปรดตรวจรหัส"
            )
            yield contradiction(self._analysis, place, "wrong-group", message, reference)

    def _parts(self) -> Iterator[Problem]:
        """Yield parts of an instrument that do not exist, and those that two findings on one thing are given."""
        seen: dict[tuple[str, tuple[str, ...]], int] = {}
        for index, weak in enumerate(self._analysis.record.weak_points):
            names = self._parts_of(weak.about)
            for position, part in enumerate(weak.parts):
                if names and part not in names:
                    message = f"ไม่มีส่วน “{excerpt(part)}”{did_you_mean(part, names)} ส่วนที่มีคือ {', '.join(names)}"
                    where = self._analysis.at("weak_points", index, "parts", position)
                    yield Problem(where, "unknown-part", message)
            first = seen.setdefault((weak.about, weak.parts), index)
            if weak.parts and first != index:
                message = (
                    f"เรื่อง {weak.about} มีสองรายการที่บอกว่ามาจาก {', '.join(weak.parts)} น่าจะเป็นคนละส่วน โปรดตรวจชื่อส่วน"
                )
                for number in (first, index):
                    where = self._analysis.at("weak_points", number, "parts")
                    yield contradiction(self._analysis, where, "part-twice", message, weak.parts[0])

    def _parts_of(self, reference: str) -> list[str]:
        if self._framework is None:
            return []
        above = self._framework.lineage(reference)
        return [part.id for each in self._framework.instruments if each.id in above for part in each.parts]
