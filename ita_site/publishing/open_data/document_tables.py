"""The tables of documents and of what analyses find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import (
    Disclosure,
    Finding,
    Improvement,
    InstrumentFinding,
    Origin,
    TargetVerdict,
    Urgency,
    WeakPoint,
)
from ita_site.ground import addresses
from ita_site.publishing.open_data.columns import POINTS, choice, day, key, number, refers, table, text, whole, year
from ita_site.publishing.open_data.framework_table import framework_id
from ita_site.publishing.open_data.origins import edited, file_of
from ita_site.publishing.open_data.row_ids import document_id, finding_id
from ita_site.saying.words import measure_columns
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Analysis, OfficialDocument, Result
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

DOCUMENTS = table(
    "documents",
    measure_columns.DOCUMENTS,
    key(),
    year(),
    choice("kind", words.DOCUMENT_KINDS, required=True),
    text("title"),
    text("source_document"),
    text("number"),
    day("dated"),
    day("period_starts_on"),
    day("period_ends_on"),
    text("period_words"),
    text("summary"),
    text("introduction"),
    text("method"),
    text("conclusion"),
    text("criterion"),
    number("threshold", POINTS),
    number("target_score", POINTS),
    text("memo_number"),
    day("memo_dated"),
    text("memo_subject"),
    text("edits"),
    text("page", required=True),
    text("source_file", required=True),
)
_TEXTS = ("summary", "introduction", "method", "conclusion", "criterion", "threshold")
FINDINGS = table(
    "findings",
    measure_columns.FINDINGS,
    key(),
    year(),
    refers("document_id", "documents", required=True),
    choice("kind", words.FINDING_KINDS, required=True),
    whole("position", required=True, least=1),
    text("reference", required=True),
    refers("framework_id", "frameworks"),
    choice("matched_by", Origin),
    text("topic"),
    number("printed_score", POINTS),
    text("printed_level"),
    choice("target", TargetVerdict),
    text("text"),
    choice("urgency", Urgency),
    text("remedy"),
    whole("measure_count"),
    text("measures_missing_reason"),
    text("edits"),
    text("page", required=True),
    text("source_file", required=True),
)


def documents(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every document of a year, but for those that are a measure or a list of answers."""
    number_of_year = of_year.year
    if of_year.result is not None:
        yield _document(lookup, number_of_year, "result", of_year.result, addresses.year(number_of_year))
    if of_year.analysis is not None:
        yield _document(lookup, number_of_year, "analysis", of_year.analysis, addresses.analysis(number_of_year))
    if of_year.plan is not None:
        yield _document(lookup, number_of_year, "plan", of_year.plan, addresses.plan(number_of_year))
    if of_year.disclosure is not None:
        yield _document(lookup, number_of_year, "oit_list", of_year.disclosure, addresses.disclosure(number_of_year))
    for name, report in of_year.reports.items():
        record = report.record
        yield {
            **_document(lookup, number_of_year, "report", report, addresses.report(number_of_year, name)),
            "id": document_id(number_of_year, "report", name),
            "period_starts_on": record.period.start,
            "period_ends_on": record.period.end,
            "period_words": record.period.words,
        }


def _document(
    lookup: Lookup,
    number_of_year: int,
    kind: str,
    loaded: RecordFile[Result] | RecordFile[OfficialDocument] | RecordFile[Disclosure],
    page: str,
) -> dict[str, Cell]:
    record, memo = loaded.record, getattr(loaded.record, "memo", None)
    return {
        "id": document_id(number_of_year, kind),
        "year": number_of_year,
        "kind": kind,
        "title": getattr(record, "title", None),
        "source_document": getattr(record, "document", None),
        "number": getattr(record, "number", None),
        "dated": getattr(record, "date", None),
        **{each: getattr(record, each, None) for each in _TEXTS},
        "target_score": getattr(record, "target", None),
        "memo_number": memo.number if memo else None,
        "memo_dated": memo.date if memo else None,
        "memo_subject": memo.subject if memo else None,
        "edits": None if isinstance(record, Disclosure) else edited(record),
        "page": page,
        "source_file": file_of(lookup, loaded),
    }


def findings(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield everything that the analysis of a year finds."""
    if of_year.analysis is not None:
        for key_of_finding, kind, position, found in found_in(of_year.analysis.record, of_year.year):
            yield _finding(lookup, of_year, of_year.analysis, (key_of_finding, kind, position), found)


def found_in(
    analysis: Analysis, number_of_year: int
) -> Iterator[tuple[str, str, int, Finding | Improvement | InstrumentFinding]]:
    """Yield what an analysis finds: the key of each, its kind, its place in the list from 1, and the record."""
    for kind, field in FIELDS.items():
        for position, found in enumerate(getattr(analysis, field), 1):
            name = (found.id if isinstance(found, WeakPoint) else None) or f"no.{position}"
            yield finding_id(number_of_year, kind, name), kind, position, found


FIELDS = {
    "instrument": "instruments",
    "strength": "strengths",
    "weak_point": "weak_points",
    "finding": "findings",
    "improvement": "improvements",
}
"""The field of an analysis that has findings of a kind."""


def _finding(
    lookup: Lookup,
    of_year: Year,
    analysis: RecordFile[Analysis],
    head: tuple[str, str, int],
    found: Finding | Improvement | InstrumentFinding,
) -> Mapping[str, Cell]:
    key_of_finding, kind, position = head
    number_of_year = of_year.year
    values: dict[str, Cell] = {
        "id": key_of_finding,
        "year": number_of_year,
        "document_id": document_id(number_of_year, "analysis"),
        "kind": kind,
        "position": position,
        "reference": found.about,
        "framework_id": framework_id(lookup, number_of_year, found.about),
        "edits": edited(analysis.record, FIELDS[kind], position - 1),
        "page": addresses.analysis(number_of_year),
        "source_file": file_of(lookup, analysis),
    }
    if isinstance(found, Finding):
        values |= {"matched_by": found.matched_by.value, "topic": found.topic}
    if isinstance(found, Finding | InstrumentFinding):
        values |= {"printed_score": found.score, "text": found.finding}
    if isinstance(found, InstrumentFinding):
        values |= {"printed_level": found.level, "target": found.target.value if found.target else None}
    if isinstance(found, WeakPoint | Improvement):
        answering = (
            lookup.answers.covering(number_of_year, found)
            if isinstance(found, WeakPoint)
            else lookup.answers.improving(number_of_year, found)
        )
        reason = found.no_measure or words.UNANSWERED
        values |= {
            "remedy": found.remedy,
            "measure_count": len(answering),
            "measures_missing_reason": None if answering else reason,
        }
    if isinstance(found, WeakPoint):
        values["urgency"] = found.urgency.value if found.urgency else None
    return values
