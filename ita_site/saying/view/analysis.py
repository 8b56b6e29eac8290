"""The analysis of a year's result: what the municipality made of it, whole or, on other pages, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.document import document_parts
from ita_site.saying.view.lines import marked_lines
from ita_site.saying.view.marks import Marks, matched
from ita_site.saying.view.rows import change_rows, listed_measures, weak_point_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Analysis, Finding, Improvement, InstrumentFinding
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.document import DocumentParts
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.rows import ChangeRow, MeasureRow, WeakPointRow

_PLACES = (
    "criterion",
    "threshold",
    "target",
    "lowest",
    "changes",
    "summary",
    "instruments",
    "strengths",
    "weak_points",
    "findings",
    "improvements",
)
"""What the page of an analysis marks by itself."""
_ORDERED = ("instruments", "strengths", "weak_points", "findings", "improvements")
"""The lists that documents have in different orders."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What an analysis says of one thing, and the page about it."""

    link: Link
    finding: Finding
    marks: tuple[EditMark, ...]
    attachments: tuple[AttachmentView, ...]


@dataclass(frozen=True, slots=True)
class ImprovementItem:
    """An item to improve: its wording, with the lines below it, as the document or else the framework has it.

    `text` is empty where neither has one; `printed` tells that it is the document's.
    """

    id: str
    text: str
    lines: tuple[str, ...]
    printed: bool


@dataclass(frozen=True, slots=True)
class ImprovementRow:
    """What must become better below an indicator, and what follows it up.

    `unnamed` are the codes of items without any wording; `measures` are those of the next year that answer the
    indicator or an item of it, `answered` the items that one of them names.
    """

    link: Link
    items: tuple[ImprovementItem, ...]
    unnamed: tuple[str, ...]
    improvement: Improvement
    remedies: MarkedLines
    marks: tuple[EditMark, ...]
    measures: tuple[MeasureRow, ...]
    answered: tuple[str, ...]
    next_known: bool


@dataclass(frozen=True, slots=True)
class InstrumentFindingRow:
    """What an analysis says of an instrument as a whole."""

    finding: InstrumentFinding
    suggestions: MarkedLines
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class AnalysisView:
    """The analysis of the result of a fiscal year B.E., in the document's order.

    `order` names the lists that are there as they follow each other in the file; `chain` is the cycle that begins
    with the result.
    """

    record: Analysis
    parts: DocumentParts
    order: tuple[str, ...]
    lowest: Link | None
    changes: tuple[ChangeRow, ...]
    instruments: tuple[InstrumentFindingRow, ...]
    strengths: tuple[FindingRow, ...]
    weak_points: tuple[WeakPointRow, ...]
    findings: tuple[FindingRow, ...]
    improvements: tuple[ImprovementRow, ...]
    chain: tuple[Link, ...]


def analysis(lookup: Lookup, year: Year, loaded: RecordFile[Analysis]) -> AnalysisView:
    """Return what is said of the result of a year in its analysis."""
    number, record = year.year, loaded.record
    marks = Marks(record.edits)
    return AnalysisView(
        record=record,
        parts=document_parts(record, year.files, *_PLACES),
        order=_order(loaded),
        lowest=lookup.link(number, record.lowest) if record.lowest else None,
        changes=change_rows(lookup, number, record.changes),
        instruments=tuple(
            InstrumentFindingRow(
                each, marked_lines(each.suggestions, Marks(), files=year.files), marks.at("instruments", index)
            )
            for index, each in enumerate(record.instruments)
        ),
        strengths=finding_rows(lookup, number, record, "strengths"),
        weak_points=weak_point_rows(lookup, year),
        findings=finding_rows(lookup, number, record, "findings"),
        improvements=improvement_rows(lookup, number, record),
        chain=cycle(lookup, number + 1, CyclePart.ANALYSIS_BEFORE),
    )


def _order(loaded: RecordFile[Analysis]) -> tuple[str, ...]:
    """Return the lists of an analysis that say something, in the order of its file, which is the document's."""

    def place(name: str) -> tuple[int, int]:
        position = loaded.at(name, key=True)
        return position.line, position.column

    return tuple(sorted((each for each in _ORDERED if getattr(loaded.record, each)), key=place))


def finding_rows(lookup: Lookup, year: int, record: Analysis, name: str) -> tuple[FindingRow, ...]:
    """Return the strengths or the other findings of an analysis, by the name of the list in its file."""
    marks = Marks(record.edits)
    found = record.strengths if name == "strengths" else record.findings
    files = lookup.years[year].files
    return tuple(
        FindingRow(
            link=lookup.link(year, each.about),
            finding=each,
            marks=(*marks.at(name, index), *matched(each.matched_by)),
            attachments=attachment_views(each.attachments, files),
        )
        for index, each in enumerate(found)
    )


def improvement_rows(lookup: Lookup, year: int, record: Analysis) -> tuple[ImprovementRow, ...]:
    """Return what an analysis finds to improve item by item, in its order."""
    marks = Marks(record.edits)
    return tuple(
        _improvement(lookup, year, each, marks.at("improvements", index))
        for index, each in enumerate(record.improvements)
    )


def _improvement(lookup: Lookup, year: int, improvement: Improvement, marks: tuple[EditMark, ...]) -> ImprovementRow:
    items = tuple(_items(lookup, year, improvement))
    return ImprovementRow(
        link=lookup.link(year, improvement.about),
        items=tuple(each for each in items if each.text or each.lines),
        unnamed=tuple(each.id for each in items if not each.text and not each.lines),
        improvement=improvement,
        remedies=marked_lines(improvement.remedies, Marks(), files=lookup.years[year].files),
        marks=marks,
        measures=listed_measures(lookup, year + 1, lookup.answers.improving(year, improvement)),
        answered=tuple(each.id for each in items if lookup.answers.to(year, each.id)),
        next_known=year + 1 in lookup.years,
    )


def _items(lookup: Lookup, year: int, improvement: Improvement) -> Iterable[ImprovementItem]:
    """Yield the items in the order of the document; one that stands in both of its lists comes once, in its words."""
    questions = {each.id: each for each in improvement.questions}
    for each in dict.fromkeys([*improvement.items, *questions]):
        question, name = questions.get(each), lookup.name(year, each)
        of_framework = "" if name == each else name
        printed = question.text if question else None
        lines = question.lines if question else ()
        yield ImprovementItem(each, printed or of_framework, lines, printed=printed is not None)
