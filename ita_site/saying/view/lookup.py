"""Everything the pages are made from, with the questions they ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ita_site.data.model import Origin, Status, kind_of, reference_name
from ita_site.ground import addresses
from ita_site.ground.git.git_dates import GitDates
from ita_site.ground.reading_log import Memory, recorded_as
from ita_site.judging.chain import Answers, Gap, NoStatus, gaps_of, lineage, stated
from ita_site.judging.oit_answers import item_answers
from ita_site.judging.schedule import Schedule
from ita_site.saying.view.register import Register
from ita_site.saying.view.score_row import ScoreRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import Agency, Crosswalk, Framework, Progress, Report
    from ita_site.judging.oit_answers import ItemAnswer
    from ita_site.judging.scores import Scores
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the site and the words for it; `url` is None where there is nothing yet."""

    text: str
    url: str | None
    here: bool = False


@dataclass(frozen=True, slots=True)
class ReportedProgress:
    """What one report says of one measure; `place` is where it stands among the measures of the report."""

    year: int
    report_id: str
    report: Report
    place: int

    @property
    def progress(self) -> Progress:
        """What the report says."""
        return self.report.measures[self.place]


def _references(year: Year) -> Iterator[str]:
    """Yield everything that the result and the analysis of a year speak of."""
    if year.result is not None:
        result = year.result.record
        yield from (each.id for each in (*result.indicators, *result.subindicators, *result.items))
        yield from result.zero_items
    if year.analysis is not None:
        analysis = year.analysis.record
        for found in (*analysis.strengths, *analysis.weak_points, *analysis.findings):
            yield from (found.about, *found.refers)
        for improvement in analysis.improvements:
            yield from (improvement.about, *improvement.items, *(each.id for each in improvement.questions))


def _told_of(year: int) -> str:
    return f"indicators with pages of {year}"


def _items_of(year: int) -> str:
    return f"items with pages of {year}"


class Lookup:
    """A dataset and its scores, to look things up in while pages are written."""

    def __init__(self, dataset: Dataset, scores: Scores, history: GitDates | None = None) -> None:
        if dataset.agency is None:
            message = "pages are written only from a dataset without errors"
            raise ValueError(message)
        self.dataset = dataset
        self.scores = scores
        self.history = history or GitDates({}, frozenset(), {})
        self.agency: Agency = dataset.agency.record
        self.agency_file = dataset.agency.document.name
        self.years = dataset.years
        self.memory = Memory()
        """What is made once and said on many pages, by a name and what it is of."""

    @cached_property
    def latest(self) -> Year:
        """The latest year with a result, else the latest year."""
        with_result = [year for year in self.years.values() if year.result is not None]
        return (with_result or list(self.years.values()))[-1]

    @property
    def derived(self) -> dict[str, object]:
        """What pages depend on that follows from many files, by the name under which it is read.

        Which pages there are of what, and what answers what: it seldom changes when its files do.
        """
        answers = {number + step for number in self.years for step in (-1, 0)}
        return {
            **{_told_of(number): sorted(self._told(number)) for number in self.years},
            **{_items_of(number): self._items_with_pages(number) for number in self.years},
            **{name: each for number in answers for name, each in self.answers.derived(number).items()},
        }

    def framework(self, year: int) -> Framework | None:
        """Return the framework of a year."""
        return self.dataset.frameworks.get(year)

    def indicator_ids(self, year: int) -> list[str]:
        """Return the numbers of the indicators of a year, in their order."""
        return self._register(year).indicator_ids

    def name(self, year: int, reference: str) -> str:
        """Return the official name of what a reference names in a year, or the reference itself."""
        return self._register(year).names.get(reference, reference)

    def label(self, year: int, reference: str) -> str:
        """Return a reference in words: ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน."""
        name = self.name(year, reference)
        head = reference_name(reference)
        return head if name == reference else f"{head} {name}"

    def indicator_of(self, year: int, reference: str) -> str | None:
        """Return the indicator a reference belongs to, or None."""
        above = lineage(self.framework(year), reference)
        return next((each for each in above if kind_of(each) == "indicator"), None)

    def reference_url(self, year: int, reference: str) -> str | None:
        """Return the page about what a reference names in a year, or None."""
        indicator = self.indicator_of(year, reference)
        page = self.indicator_url(year, indicator) if indicator is not None else None
        if page is not None:
            return page
        return addresses.year(year) if year in self.years else None

    def indicator_url(self, year: int, reference: str) -> str | None:
        """Return the page of an indicator in a year; there is none where nothing is known of it but its name."""
        return addresses.indicator(year, reference) if reference in self._told(year) else None

    def printed_name(self, year: int, reference: str) -> str | None:
        """Return the name that the result prints for an instrument or indicator, where it is not the official one."""
        printed = self._register(year).printed.get(reference)
        return None if printed == self.name(year, reference) else printed

    def _told(self, year: int) -> frozenset[str]:
        """Return the indicators of a year with a score, an item, a finding or a measure of theirs."""
        if year not in self.years:
            return frozenset()
        with recorded_as(_told_of(year)):
            return self.memory.value(("told", year), lambda: self._found_told(year))

    def _found_told(self, year: int) -> frozenset[str]:
        told = {self.indicator_of(year, each) for each in _references(self.years[year])}
        told |= {
            self.indicator_of(of, each)
            for of in (year - 1, year)
            for measure in (self.years[of + 1].measures.values() if of + 1 in self.years else ())
            for each in self.answers.references(of, measure.record.answers)
        }
        return frozenset(each for each in told if each in self.indicator_ids(year))

    def link(self, year: int, reference: str) -> Link:
        """Return a reference into the result of a year, in words, as a link to the page about it."""
        return self.memory.value(("link", year, reference), partial(self._link, year, reference))

    def _link(self, year: int, reference: str) -> Link:
        return Link(self.label(year, reference), self.reference_url(year, reference))

    def answer(self, year: int, answer: str) -> Link:
        """Return what a measure answers of a year, in words, as a link to the page about it."""
        point = self.answers.point(year, answer)
        if point is None:
            return self.link(year, answer)
        return Link(point.topic or self.label(year, point.about), addresses.weak_point(year, answer))

    def row(self, year: int, reference: str, url: str | None = None) -> ScoreRow:
        """Return a score of a year as a table shows it, beside that of the year before."""
        return self.memory.value(("row", year, reference, url), lambda: self._row(year, reference, url))

    def _row(self, year: int, reference: str, url: str | None) -> ScoreRow:
        score = self.scores.get(year, reference)
        before = self.scores.before(year, reference)
        return ScoreRow(
            id=reference,
            name=self.name(year, reference),
            url=url,
            published=score.published if score else None,
            computed=score.computed if score else None,
            before=before.value if before else None,
            change=self.scores.change(year, reference),
            missing=self._register(year).missing.get(reference),
            verdict=score.verdict if score else None,
            continued=self.scores.continued(year, reference),
            marks=self.marks(year, reference),
            marks_before=self.marks(year - 1, reference) if before else (),
        )

    def marks(self, year: int, reference: str) -> tuple[EditMark, ...]:
        """Return the marks of a score of a year, or of its total."""
        return self._register(year).marks.get(reference, ())

    def progress_reports(self, year: int, measure_id: str) -> list[ReportedProgress]:
        """Return what each report of the year says of a measure, earliest first."""
        reported = self.memory.value(("progress", year), lambda: self._reported_progress(year))
        return reported.get(measure_id, [])

    def _reported_progress(self, year: int) -> dict[str, list[ReportedProgress]]:
        reported: dict[str, list[ReportedProgress]] = {}
        for report_id, report in self.years[year].reports.items() if year in self.years else ():
            for place, progress in enumerate(report.record.measures):
                each = ReportedProgress(year, report_id, report.record, place)
                reported.setdefault(progress.measure, []).append(each)
        return reported

    def status(self, year: int, measure_id: str) -> Status | NoStatus:
        """Return the status of a measure in the latest report that states one, or why there is none."""
        statuses = [stated(each.progress) for each in self.progress_reports(year, measure_id)]
        named = [each for each in statuses if isinstance(each, Status)]
        if named:
            return named[-1]
        return NoStatus.WITH_RESULTS if NoStatus.WITH_RESULTS in statuses else next(iter(statuses), NoStatus.UNREPORTED)

    def status_by(self, year: int, measure_id: str) -> Origin:
        """Return who gives a measure its status: the document, where nobody gives one."""
        named = [each.progress for each in self.progress_reports(year, measure_id) if each.progress.status is not None]
        return named[-1].status_by if named else Origin.DOCUMENT

    def editor_statuses(self, year: int) -> frozenset[Status | NoStatus]:
        """Return the statuses that an editor, and no document, gives to a measure of a year."""
        measures = self.years[year].measures if year in self.years else {}
        return frozenset(self.status(year, each) for each in measures if self.status_by(year, each) is Origin.EDITOR)

    @cached_property
    def answers(self) -> Answers:
        """Which measures answer what."""
        return Answers(self.dataset)

    def gaps(self, year: Year) -> tuple[Gap, ...]:
        """Return everything that is missing in the chain of a year."""
        return self.memory.value(("gaps", year.year), lambda: tuple(gaps_of(self.dataset, year, self.answers)))

    @cached_property
    def schedule(self) -> Schedule:
        """Which parts of the cycle may still be to come."""
        with recorded_as():  # its one day depends on every file, and seldom changes: pages depend on the day
            return Schedule(self.dataset)

    def crosswalk(self, before: int, year: int) -> Crosswalk | None:
        """Return how the items of a year continue those of an earlier one, None where that is not known."""
        framework = self.framework(year)
        return framework.crosswalk_from(before) if framework else None

    def oit_answers(self, year: int) -> tuple[ItemAnswer, ...]:
        """Return how each item of a year's OIT list is answered; none where the list is not known."""
        framework, of_year = self.framework(year), self.years.get(year)
        if framework is None or of_year is None:
            return ()
        return self.memory.value(("oit", year), lambda: item_answers(self.dataset, of_year, framework))

    def oit_item_url(self, year: int, item: str) -> str | None:
        """Return the page of an item of a year's OIT list; there is none where nothing is known of it but its name."""
        return addresses.oit_item(year, item) if item in self._items_with_pages(year) else None

    def _items_with_pages(self, year: int) -> tuple[str, ...]:
        if year not in self.years:
            return ()
        with recorded_as(_items_of(year)):
            return tuple(each.item.id for each in self.oit_answers(year) if each.has_page)

    def item_count(self, year: int) -> int | None:
        """Return how many OIT items the framework of a year has, None where that is not known."""
        framework = self.framework(year)
        return framework.item_count if framework else None

    def _register(self, year: int) -> Register:
        return self.memory.value(("register", year), lambda: self._found_register(year))

    def _found_register(self, year: int) -> Register:
        loaded = self.years[year].result if year in self.years else None
        return Register(self.framework(year), loaded.record if loaded else None)
