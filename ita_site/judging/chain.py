"""The cycle of a year — result, analysis, measures, reports — and the gaps in it.

`result of Y` → `analysis of Y` → `measures of Y+1` → `reports in Y+1` → `result of Y+1`. What is missing is a `Gap`;
where the editors have recorded why, it has a reason, and is shown with it instead of as something to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.data.model import Status, kind_of
from ita_site.ground.problems import Position
from ita_site.ground.reading_log import Memory, recorded_as

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Framework, Improvement, Measure, Progress, WeakPoint


class NoStatus(StrEnum):
    """Why a measure has no status."""

    UNSTATED = "unstated"
    """Its reports state none."""
    WITH_RESULTS = "with-results"
    """Its reports tell results, but state none."""
    UNREPORTED = "unreported"


class Requirement(StrEnum):
    """What a year's cycle, or a part of it, should have."""

    RESULT = "result"
    ANALYSIS = "analysis"
    MEASURES = "measures"
    REPORTS = "reports"
    ANSWERED = "answered"
    """A weak point without a measure."""
    IMPROVED = "improved"
    """Items to improve without a measure."""
    ANSWERS = "answers"
    """A measure that does not say what it answers."""
    STEPS = "steps"
    OWNERS = "owners"
    PERIOD = "period"
    REPORTED = "report"
    """A measure that no report of its year speaks of."""
    OUTPUT = "output"
    """A measure reported as done, without saying what was done."""


def stated(progress: Progress) -> Status | NoStatus:
    """Return the status that one report gives a measure, or why there is none."""
    if progress.status is not None:
        return progress.status
    return NoStatus.WITH_RESULTS if progress.output or progress.outcome else NoStatus.UNSTATED


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing in the cycle of `year`; `subject` is the measure or reference it is about, if one."""

    year: int
    requirement: Requirement
    place: Position
    reason: str | None
    subject: str = ""


def gaps(dataset: Dataset) -> Iterator[Gap]:
    """Yield every gap of every year, year by year; nothing is missing that may be in a damaged file."""
    answers = Answers(dataset)
    for year in dataset.years.values():
        yield from gaps_of(dataset, year, answers)


def gaps_of(dataset: Dataset, year: Year, answers: Answers) -> Iterator[Gap]:
    """Yield every gap of a year."""
    yield from _links(dataset, year)
    yield from _unanswered(dataset, year, answers)
    reported = {progress.measure for report in year.reports.values() for progress in report.record.measures}
    for measure_id, measure in year.measures.items():
        yield from _measure(dataset, year, measure_id, measure, is_reported=measure_id in reported)
    yield from _outputs(year)


def lineage(framework: Framework | None, reference: str) -> tuple[str, ...]:
    """Return a reference and all it is a part of; without a framework, what its own form tells."""
    if framework is not None:
        return framework.lineage(reference)
    return (reference, reference.split(".", maxsplit=1)[0]) if "." in reference else (reference,)


def _answers_of(year: int) -> str:
    return f"answers to {year}"


@dataclass(frozen=True, slots=True)
class _Answered:
    """The measures that answer a year, by id: of each weak point, of each reference, and of this with its parts."""

    points: dict[str, dict[str, RecordFile[Measure]]]
    direct: dict[str, dict[str, RecordFile[Measure]]]
    with_parts: dict[str, dict[str, RecordFile[Measure]]]


class Answers:
    """Which measures of the year after answer what of a year."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._memory = Memory()

    def _weak_points(self, year: int) -> Mapping[str | None, WeakPoint]:
        """Return the weak points of a year by id; of two alike the first."""
        analysis = self._dataset.years[year].analysis if year in self._dataset.years else None
        points = analysis.record.weak_points if analysis else ()
        return self._memory.value(("points", year), lambda: {each.id: each for each in reversed(points)})

    def derived(self, year: int) -> dict[str, object]:
        """Return what decides which measures answer what of a year, by the name under which that is read.

        Their answers, and what weak points are about.
        """
        after = self._dataset.years.get(year + 1)
        answers = tuple((name, each.record.answers) for name, each in after.measures.items()) if after else ()
        points = tuple((name, point.about) for name, point in self._weak_points(year).items())
        return {_answers_of(year): (answers, points)}

    def _answered(self, year: int) -> _Answered:
        if self._dataset.years.keys().isdisjoint((year, year + 1)):
            return _Answered({}, {}, {})
        with recorded_as(_answers_of(year)):  # whoever asks a measure for more reads it
            return self._memory.value(("answered", year), lambda: self._found_answered(year))

    def _found_answered(self, year: int) -> _Answered:
        found = _Answered({}, {}, {})
        after = self._dataset.years.get(year + 1)
        for measure_id, measure in after.measures.items() if after else ():
            for answer in measure.record.answers:
                point = self.point(year, answer)
                (found.points if point else found.direct).setdefault(answer, {})[measure_id] = measure
                for each in lineage(self._dataset.frameworks.get(year), point.about if point else answer):
                    found.with_parts.setdefault(each, {})[measure_id] = measure
        return found

    def point(self, year: int, answer: str) -> WeakPoint | None:
        """Return the weak point of a year that an answer names by its id, None where it is a reference."""
        return self._weak_points(year).get(answer)

    def references(self, year: int, answers: Iterable[str]) -> tuple[str, ...]:
        """Return the references into a year that answers name: of a weak point, what it is about."""
        points = {answer: self.point(year, answer) for answer in answers}
        return tuple(dict.fromkeys(point.about if point else answer for answer, point in points.items()))

    def to(self, year: int, reference: str) -> Mapping[str, RecordFile[Measure]]:
        """Return the measures that answer a reference of a year or a part of it, by id."""
        return self._answered(year).with_parts.get(reference, {})

    def covering(self, year: int, point: WeakPoint) -> Mapping[str, RecordFile[Measure]]:
        """Return the measures that answer a weak point.

        Those that name its id or just what it is about; where neither the point nor any measure goes by ids, those too
        that answer a part of it, else what it is itself a part of. A weak point of a whole instrument is answered by
        what names the instrument, not by every measure about one of its indicators.
        """
        return self._memory.value((year, point.id, point.about), lambda: self._found_covering(year, point))

    def _found_covering(self, year: int, point: WeakPoint) -> Mapping[str, RecordFile[Measure]]:
        answered = self._answered(year)
        named = {**answered.points.get(point.id or "", {}), **answered.direct.get(point.about, {})}
        by_id = point.id is not None and bool(answered.points)
        if (named and point.id) or by_id or kind_of(point.about) == "instrument":
            return named
        above = lineage(self._dataset.frameworks.get(year), point.about)[1:]
        wider = (answered.direct.get(each, {}) for each in above)
        return self.to(year, point.about) or next((found for found in wider if found), {})

    def improving(self, year: int, improvement: Improvement) -> Mapping[str, RecordFile[Measure]]:
        """Return the measures that answer what an analysis finds to improve item by item: its indicator or an item."""
        references = (improvement.about, *improvement.items, *(each.id for each in improvement.questions))
        return {name: measure for each in references for name, measure in self.to(year, each).items()}


def _links(dataset: Dataset, year: Year) -> Iterator[Gap]:
    """Yield the links of the year's own cycle that are not there and should be."""
    number, before = year.year, dataset.years.get(year.year - 1)
    after = dataset.years.get(number + 1)
    planned = bool(before and before.analysis and before.analysis.record.weak_points)
    due = {
        Requirement.RESULT: year.result is None,
        Requirement.ANALYSIS: year.analysis is None and (year.result is not None or bool(after and after.measures)),
        Requirement.MEASURES: not year.measures and (bool(year.reports) or planned),
        Requirement.REPORTS: not year.reports and bool(year.measures),
    }
    if dataset.is_damaged(f"{number}/gaps.yml"):
        return  # the reason may be in the part that could not be read
    for requirement, missing in due.items():
        reason: str | None = getattr(year.reasons, requirement.value)
        explained = reason is not None and not getattr(year, requirement.value)
        if (missing or explained) and not dataset.is_damaged(f"{number}/{requirement.value}"):
            yield Gap(number, requirement, Position(f"{dataset.folder}/{number}"), reason)


def _unanswered(dataset: Dataset, year: Year, answers: Answers) -> Iterator[Gap]:
    """Yield what a year found to improve that no measure of the year after answers, once that year has measures.

    What a weak point is about is told of once, though items below it are to be improved too.
    """
    after = dataset.years.get(year.year + 1)
    if year.analysis is None or after is None or not after.measures or dataset.is_damaged(f"{after.year}/measures"):
        return
    if dataset.is_damaged(f"frameworks/{year.year}.yml"):
        return
    analysis = year.analysis
    for index, point in enumerate(analysis.record.weak_points):
        if not answers.covering(year.year, point):
            place = analysis.at("weak_points", index, "about")
            yield Gap(year.year, Requirement.ANSWERED, place, point.no_measure, point.id or point.about)
    told = {point.about for point in analysis.record.weak_points}
    for index, each in enumerate(analysis.record.improvements):
        if each.about not in told and not answers.improving(year.year, each):
            place = analysis.at("improvements", index, "about")
            yield Gap(year.year, Requirement.IMPROVED, place, each.no_measure, each.about)


def _measure(
    dataset: Dataset, year: Year, measure_id: str, measure: RecordFile[Measure], *, is_reported: bool
) -> Iterator[Gap]:
    record = measure.record
    missing = {
        Requirement.ANSWERS: not record.answers,
        Requirement.STEPS: not (record.steps or record.steps_of or year.shared_steps(measure_id)),
        Requirement.OWNERS: not record.owners,
        Requirement.PERIOD: record.period is None,
        Requirement.REPORTED: bool(year.reports) and not is_reported and not dataset.is_damaged(f"{year.year}/reports"),
    }
    for requirement, lacks in missing.items():
        if lacks:
            yield Gap(year.year, requirement, measure.at(), getattr(record.missing, requirement.value), measure_id)


def _outputs(year: Year) -> Iterator[Gap]:
    for report in year.reports.values():
        for index, progress in enumerate(report.record.measures):
            if progress.status is Status.DONE and not progress.output and not progress.outcome:
                place = report.at("measures", index, "measure")
                yield Gap(year.year, Requirement.OUTPUT, place, progress.no_output, progress.measure)
