"""The table of lines: whatever a document lists, one line a row, with its place below the lines above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Improvement, Line, ReportedFinding, SubLine
from ita_site.publishing.open_data.columns import choice, key, refers, table, text, year
from ita_site.publishing.open_data.document_tables import FIELDS, found_in
from ita_site.publishing.open_data.origins import edited
from ita_site.publishing.open_data.row_ids import document_id, measure_id, progress_id
from ita_site.saying.words import measure_columns
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.data.load import Year
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.publishing.open_data.origins import Edited
    from ita_site.saying.view.lookup import Lookup

LINES = table(
    "lines",
    measure_columns.LINES,
    key(),
    year(),
    refers("document_id", "documents"),
    refers("measure_id", "measures"),
    refers("progress_id", "progress"),
    refers("finding_id", "findings"),
    choice("part", words.LINE_PARTS, required=True),
    text("place", required=True),
    text("printed_number"),
    text("text", required=True),
    text("reference"),
    text("edits"),
)
_OF_MEASURES = ("steps", "notes")
_OF_PROGRESS = ("actions", "findings", "method", "output", "proposals", "follow_up", "suggestions", "notes")
_OF_FINDINGS = ("remedies", "suggestions", "notes")
_OF_DOCUMENTS = ("purpose", "basis", "notes")
_Listed: TypeAlias = "Line | SubLine | ReportedFinding | str"


@dataclass(frozen=True, slots=True)
class _Owner:
    """What a list belongs to: its key, the column of that, and the way to it in the record of its file."""

    id: str
    column: str
    year: int
    record: Edited | None = None
    path: tuple[str | int, ...] = ()

    def line(self, part: str, place: str, said: str, path: tuple[str | int, ...]) -> dict[str, Cell]:
        """Return a line of one of its lists; `path` is the way to the line from the owner."""
        return {
            "id": f"{self.id}/{part}/{place}",
            "year": self.year,
            self.column: self.id,
            "part": part,
            "place": place,
            "text": said,
            "edits": edited(self.record, *self.path, *path, lines=False) if self.record else None,
        }


def lines(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every line of every list of every document of a year."""
    for owner, record, parts in (*_of_documents(of_year), *_of_measures(of_year), *_of_reports(of_year)):
        for part in parts:
            yield from _list(owner, part, getattr(record, part, ()))
        if isinstance(record, Improvement):
            yield from _questions(lookup, owner, record)
    for name in of_year.measures:
        shared = _Owner(measure_id(of_year.year, name), "measure_id", of_year.year)
        yield from _list(shared, "shared_steps", of_year.shared_steps(name))


def _of_documents(of_year: Year) -> Iterator[tuple[_Owner, object, Sequence[str]]]:
    number_of_year = of_year.year
    for kind, field in {"result": "result", "analysis": "analysis", "plan": "plan", "oit_list": "disclosure"}.items():
        loaded = getattr(of_year, field)
        if loaded is not None:
            name, record = document_id(number_of_year, kind), loaded.record
            edits = record if field != "disclosure" else None
            yield _Owner(name, "document_id", number_of_year, edits), record, _OF_DOCUMENTS
    analysis = of_year.analysis.record if of_year.analysis else None
    for name, kind, position, found in found_in(analysis, number_of_year) if analysis else ():
        path = (FIELDS[kind], position - 1)
        yield _Owner(name, "finding_id", number_of_year, analysis, path), found, _OF_FINDINGS


def _of_measures(of_year: Year) -> Iterator[tuple[_Owner, object, Sequence[str]]]:
    for name, measure in of_year.measures.items():
        owner = _Owner(measure_id(of_year.year, name), "measure_id", of_year.year, measure.record)
        yield owner, measure.record, _OF_MEASURES


def _of_reports(of_year: Year) -> Iterator[tuple[_Owner, object, Sequence[str]]]:
    number_of_year = of_year.year
    for name, report in of_year.reports.items():
        record = report.record
        key_of_report = document_id(number_of_year, "report", name)
        yield _Owner(key_of_report, "document_id", number_of_year, record), record, _OF_DOCUMENTS
        for place, each in enumerate(record.measures):
            key_of_progress, path = progress_id(number_of_year, name, each), ("measures", place)
            yield _Owner(key_of_progress, "progress_id", number_of_year, record, path), each, _OF_PROGRESS


def _list(
    owner: _Owner, part: str, listed: Iterable[_Listed], above: str = "", path: tuple[str | int, ...] = ()
) -> Iterator[Mapping[str, Cell]]:
    """Yield the lines of a list, each followed by those below it."""
    for index, each in enumerate(listed):
        place = f"{above}{index + 1}"
        here = (*(path or (part,)), index)
        yield owner.line(part, place, each if isinstance(each, str) else each.text, here) | {
            "printed_number": getattr(each, "number", None),
            "reference": getattr(each, "about", None),
        }
        yield from _list(owner, part, getattr(each, "lines", ()), f"{place}.", (*here, "lines"))


def _questions(lookup: Lookup, owner: _Owner, improvement: Improvement) -> Iterator[Mapping[str, Cell]]:
    """Yield the items to improve, each in the words of its document or else of the framework."""
    questions = {each.id: (place, each) for place, each in enumerate(improvement.questions)}
    for index, item in enumerate(dict.fromkeys([*improvement.items, *questions]), 1):
        place, question = questions.get(item, (0, None))
        said = (question.text if question else None) or lookup.name(owner.year, item)
        path = ("questions", place) if question else ("items", index - 1)
        yield owner.line("questions", str(index), said, path) | {"reference": item}
        yield from _list(owner, "questions", question.lines if question else (), f"{index}.", (*path, "lines"))
