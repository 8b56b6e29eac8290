"""The table of everything that is attached to a document, in each place that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Evidence, LinkState, attachments
from ita_site.publishing.open_data.columns import BE_YEAR, BYTES, choice, day, key, refers, table, text, whole, year
from ita_site.publishing.open_data.document_tables import FIELDS, found_in
from ita_site.publishing.open_data.origins import file_of
from ita_site.publishing.open_data.row_ids import document_id, item_id, measure_id, progress_id
from ita_site.saying.words import answer_columns
from ita_site.saying.words import disclosure as answer_words
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Analysis, Attachment, Disclosure, Record, Report
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

_Path: TypeAlias = "tuple[str | int, ...]"
_Owner: TypeAlias = "tuple[str, str]"
_COLUMNS = {
    "document": "document_id",
    "measure": "measure_id",
    "progress": "progress_id",
    "finding": "finding_id",
    "item": "disclosure_id",
}
"""The column that names a row of a table as the one to which something is attached."""
ATTACHMENTS = table(
    "attachments",
    answer_columns.ATTACHMENTS,
    key(),
    year(),
    refers("document_id", "documents"),
    refers("measure_id", "measures"),
    refers("progress_id", "progress"),
    refers("finding_id", "findings"),
    refers("disclosure_id", "disclosure"),
    whole("position", required=True, least=1),
    choice("kind", words.ATTACHMENT_KINDS, required=True),
    text("title", required=True),
    text("address", required=True),
    day("dated"),
    text("description"),
    text("format"),
    whole("size", BYTES),
    whole("page_count", least=1),
    text("sha256"),
    text("sha256_missing_reason"),
    text("way"),
    whole("about_year", BE_YEAR, least=2500),
    day("seen_on"),
    choice("seen_state", LinkState),
    text("source_file", required=True),
)


def attached(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every attachment of a year at every place that names it, evidence of OIT items among them."""
    items = {item_id(of_year.year, each.item.id) for each in lookup.oit_answers(of_year.year)}
    counts: dict[_Owner, int] = {}
    for loaded, owner_at in _records(of_year):
        for path, attachment in attachments(loaded.record):
            kind, name = owner = owner_at(path)
            counts[owner] = counts.get(owner, 0) + 1
            has_row = kind != "item" or name in items
            yield {
                "id": f"{name}/attachment/{counts[owner]}",
                "year": of_year.year,
                "position": counts[owner],
                **({_COLUMNS[kind]: name} if has_row else {}),
                **_attachment(of_year, attachment),
                "source_file": file_of(lookup, loaded),
            }


def _records(of_year: Year) -> Iterator[tuple[RecordFile[Record], Callable[[_Path], _Owner]]]:
    """Yield the records of a year, with what tells the row to which something in each of them is attached."""
    if of_year.result is not None:
        yield of_year.result, _always("document", document_id(of_year.year, "result"))
    if of_year.analysis is not None:
        yield of_year.analysis, _of_analysis(of_year.analysis.record, of_year.year)
    if of_year.plan is not None:
        yield of_year.plan, _always("document", document_id(of_year.year, "plan"))
    if of_year.disclosure is not None:
        yield of_year.disclosure, _of_list(of_year.disclosure.record, of_year.year)
    for name, measure in of_year.measures.items():
        yield measure, _always("measure", measure_id(of_year.year, name))
    for name, report in of_year.reports.items():
        yield report, _of_report(of_year, name, report.record)


def _always(kind: str, name: str) -> Callable[[_Path], _Owner]:
    return lambda _: (kind, name)


def _of_analysis(analysis: Analysis, number_of_year: int) -> Callable[[_Path], _Owner]:
    found = {(FIELDS[kind], place - 1): name for name, kind, place, _ in found_in(analysis, number_of_year)}

    def owner(path: _Path) -> _Owner:
        name = next((name for place, name in found.items() if path[:2] == place), None)
        return ("finding", name) if name else ("document", document_id(number_of_year, "analysis"))

    return owner


def _of_list(disclosure: Disclosure, number_of_year: int) -> Callable[[_Path], _Owner]:
    def owner(path: _Path) -> _Owner:
        if path[0] != "items":
            return "document", document_id(number_of_year, "oit_list")
        return "item", item_id(number_of_year, disclosure.items[int(path[1])].item)

    return owner


def _of_report(of_year: Year, name: str, report: Report) -> Callable[[_Path], _Owner]:
    def owner(path: _Path) -> _Owner:
        if path[0] != "measures":
            return "document", document_id(of_year.year, "report", name)
        return "progress", progress_id(of_year.year, name, report.measures[int(path[1])])

    return owner


def _attachment(of_year: Year, attachment: Attachment) -> dict[str, Cell]:
    values: dict[str, Cell] = {
        "title": attachment.title,
        "description": attachment.description,
        "dated": attachment.date,
    }
    if isinstance(attachment, Evidence):
        values |= {"way": answer_words.way(attachment.way) if attachment.way else None}
        values |= {"about_year": attachment.about_year}
    if attachment.file is not None:
        file = of_year.files[attachment.file]
        return values | {
            "kind": "file",
            "address": file.address,
            "dated": attachment.date or file.day,
            "format": attachment.file.rpartition(".")[2],
            "size": file.size,
            "page_count": file.pages,
            "sha256": file.sha256,
        }
    seen = of_year.links.record.of(attachment.url) if of_year.links else None
    return values | {
        "kind": "link",
        "address": attachment.url,
        "sha256_missing_reason": words.NO_CHECKSUM,
        "seen_on": seen.seen if seen else None,
        "seen_state": seen.state.value if seen else None,
    }
