"""The table of a report, in the shape that its document has: which columns, in which order, below which headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Column, RowPart
from ita_site.ground import addresses
from ita_site.judging.chain import NoStatus
from ita_site.saying import words
from ita_site.saying.view.lines import NO_LINES, MarkedLines
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks, matched
from ita_site.saying.view.measure import measure_steps
from ita_site.saying.view.progress import progress_view
from ita_site.saying.view.widths import wide_columns
from ita_site.saying.words import progress as headings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ita_site.data.load import Year
    from ita_site.data.model import Measure, Progress, Report
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.progress import ProgressView


@dataclass(frozen=True, slots=True)
class ReportedPart:
    """A part of a row; `title` is empty where the heading of its column says all, `nothing` is why it is empty."""

    title: str
    text: str | None = None
    list: MarkedLines = NO_LINES
    links: tuple[Link, ...] = ()
    nothing: str = headings.NOT_SAID
    marks: tuple[EditMark, ...] = ()

    @property
    def length(self) -> int:
        """How many letters it has."""
        return len(self.title) + len(self.text or "") + self.list.length + sum(len(each.text) for each in self.links)


@dataclass(frozen=True, slots=True)
class ReportCells:
    """What a row has in one column; in that of the measure, what stands beside the measure itself."""

    title: str
    is_measure: bool
    parts: tuple[ReportedPart, ...]


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A measure as a report's table shows it, beside what the report says of it."""

    measure_id: str
    link: Link
    measure: Measure
    progress: ProgressView
    columns: tuple[ReportCells, ...]


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """The measures of a year that a report speaks of, by number.

    A measure `tells_status` unless a column does, or the report states none and the same is to be said of all; `wide`
    are the columns that need room.
    """

    year: int
    titles: tuple[str, ...]
    wide: frozenset[str]
    tells_status: bool
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A column of a table: neighbours of one heading are one column."""

    title: str
    parts: tuple[RowPart, ...]


_OF_THE_REPORT = (
    *(RowPart.OWNERS, RowPart.PERIOD, RowPart.ACTIONS, RowPart.FINDINGS, RowPart.METHOD, RowPart.OUTPUT),
    *(RowPart.OUTCOME, RowPart.PROPOSALS, RowPart.FOLLOW_UP, RowPart.SUGGESTIONS),
)
"""The parts that a report itself may have, in the order of a table whose document does not state its columns."""


def progress_table(lookup: Lookup, year: Year, report: Report) -> ProgressTable:
    """Return the table of a report of a year."""
    columns = tuple(_columns(report))
    rows = [
        _row(lookup, year, report, place, columns)
        for place, progress in enumerate(report.measures)
        if progress.measure in year.measures
    ]
    return ProgressTable(
        year=year.year,
        titles=tuple(each.title for each in columns),
        wide=wide_columns(
            (each.title, sum(part.length for part in each.parts))
            for row in rows
            for each in row.columns
            if not each.is_measure
        ),
        tells_status=_tells_status(columns, rows),
        rows=tuple(sorted(rows, key=lambda row: (row.measure.number is None, row.measure.number or 0))),
    )


def _tells_status(columns: Sequence[_Parts], rows: Sequence[ProgressRow]) -> bool:
    statuses = {row.progress.status for row in rows}
    unstated = len(rows) > 1 and len(statuses) == 1 and all(isinstance(each, NoStatus) for each in statuses)
    return not unstated and not any(RowPart.STATUS in each.parts for each in columns)


def _columns(report: Report) -> Iterator[_Parts]:
    """Yield the columns of the document; what it says outside them, or without any, has columns of its own."""
    stated = list(report.columns)
    parts = {each.part for each in stated}
    if RowPart.MEASURE not in parts:
        stated.insert(0, Column(part=RowPart.MEASURE, title=headings.COLUMNS[RowPart.MEASURE]))
    filled = [part for part in _OF_THE_REPORT if any(getattr(each, part.value) for each in report.measures)]
    own = [part for part in filled if part not in parts]
    if not parts and not own:
        own = [RowPart.OUTPUT]
    stated += [Column(part=part, title=headings.COLUMNS[part]) for part in own]
    title, together = stated[0].title, [stated[0].part]
    for each in stated[1:]:
        if each.title == title:
            together.append(each.part)
        else:
            yield _Parts(title, tuple(together))
            title, together = each.title, [each.part]
    yield _Parts(title, tuple(together))


def _row(lookup: Lookup, year: Year, report: Report, place: int, columns: tuple[_Parts, ...]) -> ProgressRow:
    progress = report.measures[place]
    measure = year.measures[progress.measure].record
    view = progress_view(lookup, year.year, report, place)
    parts = _Row(lookup, year, progress, view)
    return ProgressRow(
        measure_id=progress.measure,
        link=Link(measure.title, addresses.measure(year.year, progress.measure)),
        measure=measure,
        progress=view,
        columns=tuple(
            ReportCells(
                title=column.title,
                is_measure=RowPart.MEASURE in column.parts,
                parts=tuple(
                    found
                    for part in column.parts
                    if part is not RowPart.MEASURE
                    for found in parts.part(part, headings.COLUMNS[part] if len(column.parts) > 1 else "")
                ),
            )
            for column in columns
        ),
    )


class _Row:
    """What the parts of one row hold."""

    def __init__(self, lookup: Lookup, year: Year, progress: Progress, view: ProgressView) -> None:
        self._lookup = lookup
        self._year = year
        self._measure_id = progress.measure
        self._measure = year.measures[progress.measure].record
        self._view = view

    def part(self, part: RowPart, title: str) -> Iterator[ReportedPart]:
        """Yield what one part of the row holds, below a title where its column has others."""
        lists = {each.part: each for each in self._view.lists}
        known: dict[RowPart, Callable[[str], Iterator[ReportedPart]]] = {
            RowPart.ANSWERS: self._answers,
            RowPart.STEPS: self._steps,
            RowPart.OWNERS: self._owners,
            RowPart.PERIOD: self._period,
            RowPart.STATUS: self._status,
            RowPart.OUTPUT: self._output,
            RowPart.OUTCOME: self._outcome,
        }
        if part in known:
            yield from known[part](title)
        elif part in lists:
            yield ReportedPart(lists[part].below(title), list=lists[part].list)
        elif not title:
            yield ReportedPart(title)

    def _answers(self, title: str) -> Iterator[ReportedPart]:
        answers = self._measure.answers
        links = tuple(self._lookup.answer(self._year.year - 1, each) for each in answers)
        yield ReportedPart(title, links=links, marks=matched(self._measure.matched_by) if answers else ())

    def _steps(self, title: str) -> Iterator[ReportedPart]:
        steps = measure_steps(self._lookup, self._year.year, self._measure_id)
        found = [each for each in (steps.shared, steps.own) if each.lines]
        for each in found or [NO_LINES]:
            yield ReportedPart(title, list=each)

    def _owners(self, title: str) -> Iterator[ReportedPart]:
        """Yield those of the report, else those of the plan, which such a report repeats."""
        own = self._view.owners
        marks = self._view.marks if own else Marks(self._measure.edits)
        yield ReportedPart(title, text=words.listed(own or self._measure.owners) or None, marks=marks.at("owners"))

    def _period(self, title: str) -> Iterator[ReportedPart]:
        own = self._view.period
        marks = self._view.marks if own else Marks(self._measure.edits)
        text = words.short_period(own or self._measure.period) or None
        nothing = self._measure.missing.period or headings.NOT_SAID
        yield ReportedPart(title, text=text, nothing=nothing, marks=marks.at("period"))

    def _status(self, title: str) -> Iterator[ReportedPart]:
        yield ReportedPart(title, text=words.status(self._view.status), marks=self._view.status_marks)

    def _output(self, title: str) -> Iterator[ReportedPart]:
        nothing = self._view.no_output or headings.NOT_SAID
        yield ReportedPart(title, list=self._view.output, nothing=nothing)

    def _outcome(self, title: str) -> Iterator[ReportedPart]:
        yield ReportedPart(title, text=self._view.outcome, marks=self._view.marks.at("outcome"))
