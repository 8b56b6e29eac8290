"""What a year's plan, the analysis before it and its reports show of an OIT item about measures, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ita_site.data.model import Answerable, Part, RowPart
from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ita_site.data.load import Dataset
    from ita_site.data.model import Analysis, Measure, Report


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page of this site, by the id of its heading; empty for the whole page."""

    subject: Subject
    anchor: str = ""

    @property
    def address(self) -> str:
        """The address of the part."""
        return self.subject.address + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """Where parts that an element asks for are shown; those not wholly shown, and the measures, by id, without one."""

    places: tuple[Place, ...] = ()
    missing: tuple[Answerable, ...] = ()
    without: tuple[str, ...] = ()


_ANALYSIS_PARTS = ("summary", "conclusion", "instruments", "strengths", "weak_points", "findings", "improvements")
_RESULTS = frozenset({Answerable.REPORT, Answerable.OUTPUT, Answerable.OUTCOME})
"""What only a report on the whole of a year shows once that year is over."""
_PLANNED = {
    Answerable.ANALYSIS: ("analysis",),
    Answerable.OWNERS: ("owners",),
    Answerable.PERIOD: ("period",),
    Answerable.MONITORING: ("monitoring", "follow_up"),
}
"""The fields of a measure that the plan's table shows a part by."""
_SAID = {
    Answerable.MEASURES: ("measure",),
    Answerable.STEPS: ("method", "actions"),
    Answerable.OWNERS: ("owners",),
    Answerable.PERIOD: ("period",),
    Answerable.MONITORING: ("follow_up",),
    Answerable.OUTPUT: ("output",),
    Answerable.OUTCOME: ("outcome",),
}
"""The fields of a row of a report that say a part."""
_REPEATED = {
    Answerable.STEPS: RowPart.STEPS,
    Answerable.OWNERS: RowPart.OWNERS,
    Answerable.PERIOD: RowPart.PERIOD,
}
"""The columns in which a report's table repeats what the plan has."""


class OwnData:
    """What the data of a year show of an item of a framework, which may ask for an earlier year than its own."""

    def __init__(self, dataset: Dataset, number: int, part: Part, asked_in: int) -> None:
        self._year = dataset.years.get(number)
        self._before = dataset.years.get(number - 1)
        self._number = number
        self._of_report = part is Part.REPORT
        self._measures: dict[str, Measure] = {}
        self._reports: dict[str, Report] = {}
        if self._year is not None:
            self._measures = {name: each.record for name, each in self._year.measures.items()}
            self._reports = {name: each.record for name, each in self._year.reports.items() if self._is_of(each.record)}
        self.falls_short = number < asked_in and bool(self._reports) and not self._cover_the_year()
        """Whether the year is over, and the reports leave out days of it."""

    @property
    def is_there(self) -> bool:
        """Whether there is a plan or a report at all."""
        return bool(self._reports if self._of_report else self._measures)

    def pages(self) -> tuple[Place, ...]:
        """Return the plan or the reports, as far as there are any."""
        if self._of_report:
            return tuple(self._report(name) for name in self._reports)
        return (self._plan(),) if self._measures else ()

    def shown(self, asked: Sequence[Answerable]) -> Shown:
        """Return where what an element asks for is shown, and what of it is not."""
        places: dict[Place, None] = {}
        missing: list[Answerable] = []
        without: dict[str, None] = {}
        for each in asked if self.is_there else ():
            found, lacking = self._part(each)
            places |= dict.fromkeys(found)
            without |= dict.fromkeys(lacking)
            if not found or lacking:
                missing.append(each)
        return Shown(tuple(places), tuple(missing), tuple(without))

    def _is_of(self, report: Report) -> bool:
        first, last = thai.fiscal_bounds(self._number)
        return report.period.start <= last and report.period.end >= first

    def _cover_the_year(self) -> bool:
        day, last = thai.fiscal_bounds(self._number)
        for period in sorted((each.period for each in self._reports.values()), key=lambda each: each.start):
            if period.start <= day <= period.end:
                day = period.end + timedelta(days=1)
        return day > last

    def _part(self, part: Answerable) -> tuple[Sequence[Place], Sequence[str]]:
        """Return where one part is shown, and the measures that lack it."""
        if part in _RESULTS and self.falls_short:
            return (), ()
        of_whole: dict[Answerable, Callable[[], Iterator[Place]]] = {
            Answerable.WEAK_POINTS: lambda: self._analysis("weak-points", "weak_points"),
            Answerable.IMPROVEMENTS: lambda: self._analysis("improvements", "improvements"),
            Answerable.CHANGE: self._change,
            Answerable.REPORT: lambda: (self._report(name) for name in self._reports),
        }
        if part in of_whole:
            return tuple(of_whole[part]()), ()
        if part is Answerable.ANALYSIS and (found := tuple(self._analysis("", *_ANALYSIS_PARTS))):
            return found, ()
        return self._of_measures(part)

    def _of_measures(self, part: Answerable) -> tuple[Sequence[Place], Sequence[str]]:
        """Return the tables in which measures have a part, and those that have it in none, unless all lack it."""
        places = {name: tuple(self._tables(part, name)) for name in self._measures}
        without = [name for name, found in places.items() if not found]
        whole = dict.fromkeys(place for found in places.values() for place in found)
        return tuple(whole), without if whole else ()

    def _tables(self, part: Answerable, name: str) -> Iterator[Place]:
        """Yield the tables in which a measure has a part: of reports where they are asked, else that of the plan."""
        reports = [
            each for each, report in self._reports.items() if self._of_report and self._tells(part, name, report)
        ]
        yield from map(self._report, reports)
        if not reports and self._plans(part, name):
            yield self._plan()

    def _plans(self, part: Answerable, name: str) -> bool:
        if part is Answerable.MEASURES:
            return not self._of_report
        if part is Answerable.STEPS:
            return self._has_steps(name)
        return any(getattr(self._measures[name], each) for each in _PLANNED.get(part, ()))

    def _tells(self, part: Answerable, name: str, report: Report) -> bool:
        """Tell whether the table of a report has a part of a measure: what it says itself, or repeats of the plan."""
        row = next((each for each in report.measures if each.measure == name), None)
        if row is None:
            return False
        if any(getattr(row, each) for each in _SAID.get(part, ())):
            return True
        column = _REPEATED.get(part)
        return any(each.part is column for each in report.columns) and self._plans(part, name)

    def _has_steps(self, name: str) -> bool:
        measure = self._measures[name]
        other = self._measures.get(measure.steps_of or "")
        shared = self._year.shared_steps(name) if self._year else ()
        return bool(measure.steps or (other and other.steps) or shared)

    def _analysis(self, anchor: str, *parts: str) -> Iterator[Place]:
        record: Analysis | None = self._before.analysis.record if self._before and self._before.analysis else None
        if record is not None and any(getattr(record, each) for each in parts):
            yield Place(Subject(Kind.ANALYSIS, self._number - 1), anchor)

    def _change(self) -> Iterator[Place]:
        for name, each in self._reports.items():
            if each.changes and each.changes.indicators:
                yield Place(Subject(Kind.REPORT, self._number, name), "changes")

    def _report(self, name: str) -> Place:
        return Place(Subject(Kind.REPORT, self._number, name), "measures")

    def _plan(self) -> Place:
        return Place(Subject(Kind.PLAN, self._number), "measures")
