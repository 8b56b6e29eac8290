"""The plan of a year as a whole: the document that an office signs, in its own order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data.model import Line, Part, PlanRow
from ita_site.ground import addresses
from ita_site.saying import words
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.document import document_parts
from ita_site.saying.view.lines import NO_LINES, marked_lines
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks
from ita_site.saying.view.measure_items import measure_item_rows
from ita_site.saying.view.plan_columns import ALWAYS, COLUMNS, IN_COLUMNS, PlanCell
from ita_site.saying.view.widths import wide_columns
from ita_site.saying.words import plan as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.data.load import Year
    from ita_site.data.model import Measure, Plan, PlanGroup
    from ita_site.saying.view.document import DocumentParts
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.measure_items import MeasureItemRow
    from ita_site.saying.view.plan_columns import PlanColumn


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure of a row, with the number before it; its marks are those that no column of the table shows."""

    number: str | None
    link: Link
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class PlanCells:
    """What the measures of a row have in one column, below the heading `title`."""

    title: str
    cells: tuple[PlanCell, ...]


@dataclass(frozen=True, slots=True)
class PlanTableRow:
    """A row of the plan, with the measures it has; `name` has the printed number, where rows have one of their own."""

    name: str | None
    measures: tuple[PlannedMeasure, ...]
    columns: tuple[PlanCells, ...]
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class PlanAbsence:
    """A column that no measure of a table fills, for one recorded reason, which stands once instead of it."""

    title: str
    cell: PlanCell


@dataclass(frozen=True, slots=True)
class PlanNote:
    """A note at a row of the plan or at one of its measures, which `of` names."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A table of the plan, below a heading of the document where it has groups; its `wide` columns need room."""

    title: str | None
    about: Link | None
    introduction: str | None
    suggestions: MarkedLines
    caption: str
    titles: tuple[str, ...]
    wide: frozenset[str]
    rows: tuple[PlanTableRow, ...]
    absences: tuple[PlanAbsence, ...]
    measure_count: int
    notes: tuple[PlanNote, ...]
    marks: tuple[EditMark, ...]
    introduction_marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the page of a plan says; without `parts`, the measures of the year by number.

    `document` is where the measures come from, where there is no plan that says it.
    """

    heading: str
    parts: DocumentParts | None
    head_marks: tuple[EditMark, ...]
    document: str | None
    sections: tuple[PlanSection, ...]
    items: tuple[MeasureItemRow, ...]
    chain: tuple[Link, ...]


def plan_title(year: Year) -> str:
    """Return the title of the plan of a year, or the standard one."""
    return year.plan.record.title if year.plan else sentences.title(year.year)


def plan(lookup: Lookup, year: Year) -> PlanView:
    """Return the plan of a year."""
    record = year.plan.record if year.plan else None
    marks = Marks(record.edits if record else ())
    groups = record.groups if record else ()
    documents = {each.record.document for each in year.measures.values()}
    return PlanView(
        heading=plan_title(year),
        parts=document_parts(record, year.files, "groups") if record else None,
        head_marks=(*marks.own("groups"), *marks.below("groups").beyond(len(groups))),
        document=documents.pop() if record is None and len(documents) == 1 else None,
        sections=tuple(_Tables(lookup, year, record, marks).sections()),
        items=measure_item_rows(lookup, Part.MEASURES, year.year),
        chain=cycle(lookup, year.year, CyclePart.MEASURES),
    )


class _Tables:
    """The tables of one plan; a column that no measure of the year fills is in none of them."""

    def __init__(self, lookup: Lookup, year: Year, record: Plan | None, marks: Marks) -> None:
        self._year = year
        self._lookup = lookup
        self._record = record
        self._marks = marks
        self._found: dict[str, str] = {}
        self._columns = {
            title: column
            for title, column in COLUMNS.items()
            if title in ALWAYS or any(column(lookup, year, each).filled for each in year.measures)
        }

    def sections(self) -> Iterable[PlanSection]:
        """Yield the sections of the document, then the measures that none of them names."""
        groups = self._record.groups if self._record else ()
        for index, group in enumerate(groups):
            yield self._group(index, group)
        named = {each for group in groups for row in group.rows for each in row.measures}
        rest = [PlanRow(measures=(each,)) for each in self._year.measures if each not in named]
        if rest:
            yield self._section(sentences.OTHER_MEASURES if groups else None, rest, Marks())

    def _group(self, index: int, group: PlanGroup) -> PlanSection:
        marks = self._marks.below("groups", index)
        return replace(
            self._section(group.title, group.rows, marks.below("rows")),
            about=self._lookup.link(self._year.year - 1, group.about) if group.about else None,
            introduction=group.introduction,
            introduction_marks=marks.at("introduction"),
            suggestions=marked_lines(group.suggestions, marks, "suggestions", files=self._year.files),
            marks=(
                *self._marks.own("groups", index),
                *marks.own("rows"),
                *marks.outside("introduction", "suggestions", "rows"),
                *marks.below("rows").beyond(len(group.rows)),
            ),
        )

    def _section(self, title: str | None, rows: Sequence[PlanRow], marks: Marks) -> PlanSection:
        told = tuple(self._row(row, marks.below(index)) for index, row in enumerate(rows))
        absent = _absent(told)
        return PlanSection(
            title=title,
            about=None,
            introduction=None,
            suggestions=NO_LINES,
            caption=sentences.caption(title or sentences.MEASURES, self._year.year),
            titles=tuple(each for each in self._columns if each not in absent),
            wide=wide_columns(
                (each.title, sum(cell.length for cell in each.cells)) for row in told for each in row.columns
            ),
            rows=tuple(
                replace(row, columns=tuple(each for each in row.columns if each.title not in absent)) for row in told
            ),
            absences=tuple(PlanAbsence(column, cell) for column, cell in absent.items()),
            measure_count=sum(len(row.measures) for row in told),
            notes=tuple(note for row in rows for note in self._notes(row)),
            marks=(),
            introduction_marks=(),
        )

    def _row(self, row: PlanRow, marks: Marks) -> PlanTableRow:
        records = {each: self._year.measures[each].record for each in row.measures if each in self._year.measures}
        shared = PlanCell(lines=marked_lines(row.steps, marks, "steps", files=self._year.files)) if row.steps else None
        printed = dict(zip(row.measures, row.numbers, strict=False))
        measures = tuple(
            PlannedMeasure(
                printed.get(each) or (f"{record.number}." if record.number and not row.number else None),
                Link(record.title, addresses.measure(self._year.year, each)),
                Marks(record.edits).outside(*IN_COLUMNS, *(["number"] if each in printed else ())),
            )
            for each, record in records.items()
        )
        return PlanTableRow(
            name=sentences.row(row.number) if row.number else None,
            measures=measures,
            columns=tuple(
                PlanCells(
                    title,
                    tuple(
                        self._found_once(each, measures[0]) if title == sentences.REASONS else each
                        for each in self._cells(column, records, shared if title == sentences.STEPS else None)
                    ),
                )
                for title, column in self._columns.items()
            ),
            marks=marks.outside("steps"),
        )

    def _cells(
        self, column: PlanColumn, measures: Mapping[str, Measure], shared: PlanCell | None
    ) -> tuple[PlanCell, ...]:
        """Return what the measures of a row have in a column, what several have alike only once."""
        cells = {each: column(self._lookup, self._year, each) for each in measures}
        if shared is not None:
            cells = {each: cell for each, cell in cells.items() if cell.filled}
        distinct = tuple(dict.fromkeys(cells.values()))
        if len(distinct) == 1 and len(cells) == len(measures):
            return distinct if shared is None else (shared, *distinct)
        named = (
            replace(cell, of=tuple(measures[each].title for each, its in cells.items() if its == cell))
            for cell in distinct
        )
        return tuple(named) if shared is None else (shared, *named)

    def _found_once(self, cell: PlanCell, measure: PlannedMeasure) -> PlanCell:
        """Return what a measure answers; a finding of the analysis that stands above is not written out again."""
        told = sentences.found_before(self._year.year - 1, measure.link.text)
        found = {self._found.get(each.line.text, each.line.text): each for each in cell.lines.lines}
        self._found = {each.line.text: told for each in cell.lines.lines} | self._found
        lines = tuple(replace(each, line=Line(text=text)) for text, each in found.items())
        return replace(cell, lines=replace(cell.lines, lines=lines))

    def _notes(self, row: PlanRow) -> Iterable[PlanNote]:
        """Yield the notes at a row, then those at its measures."""
        measures = [self._year.measures[each].record for each in row.measures if each in self._year.measures]
        for text in row.notes:
            yield PlanNote(words.listed(each.title for each in measures), text)
        for each in measures:
            for text in each.notes:
                yield PlanNote(each.title, text)


def _absent(rows: tuple[PlanTableRow, ...]) -> dict[str, PlanCell]:
    """Return the columns that none of several measures fills, each with the one recorded reason of all."""
    found = {}
    several = sum(len(row.measures) for row in rows) > 1
    for column in zip(*(row.columns for row in rows), strict=True) if several else ():
        cells = {cell for each in column for cell in each.cells}
        if len(cells) == 1 and not (cell := cells.pop()).filled and cell.nothing != sentences.NOT_SAID:
            found[column[0].title] = cell
    return found
