"""What was published of each year, for the feed: results, analyses, plans and reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Origin
from ita_site.ground import addresses
from ita_site.judging.chain import stated
from ita_site.judging.scores import TOTAL
from ita_site.saying import words
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.disclosure import disclosure_progress
from ita_site.saying.view.marks import Marks, stated_by
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words import feed as sentences
from ita_site.saying.words import marks as of_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Analysis, Report, Result, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.disclosure import DisclosureProgress
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something published: where it stands, what it says, and the data files that this is from.

    `day` is when it was published, where the record says so itself.
    """

    address: str
    title: str
    summary: str
    sources: tuple[str, ...]
    day: date | None = None


def feed_entries(lookup: Lookup) -> Iterator[FeedEntry]:
    """Yield what was published of each year, the latest year first."""
    for year in reversed(list(lookup.years.values())):
        if year.result is not None:
            yield _result(lookup, year.year, year.result)
            if year.result.record.errata:
                yield _errata(lookup, year.year, year.result)
        if year.analysis is not None:
            yield _analysis(lookup, year.year, year.analysis)
        if year.measures:
            yield _plan(lookup, year)
        disclosed = disclosure_progress(lookup, year)
        if disclosed is not None:
            yield _disclosure(lookup, year, disclosed)
        for report_id, report in year.reports.items():
            yield _report(lookup, year.year, report_id, report)


def _result(lookup: Lookup, year: int, loaded: RecordFile[Result]) -> FeedEntry:
    result = loaded.record
    return FeedEntry(
        address=addresses.year(year),
        title=sentences.result_title(year, result.total, lookup.row(year, TOTAL).change),
        summary=_marked(
            sentences.result_summary(lookup.agency.name, year, result.total, result.level),
            (*lookup.marks(year, TOTAL), *Marks(result.edits).at("level")),
        ),
        sources=sources_of(loaded),
    )


def _errata(lookup: Lookup, year: int, loaded: RecordFile[Result]) -> FeedEntry:
    """Return the entry of all figures of a result that were put right, as new as the latest of them."""
    errata = loaded.record.errata
    said = (sentences.erratum(lookup.label(year, each.id) if each.id else words.TOTAL_SCORE, each) for each in errata)
    return FeedEntry(
        address=f"{addresses.year(year)}#errata",
        title=sentences.errata_title(year),
        summary=" ".join(said),
        sources=sources_of(loaded),
        day=max(each.since for each in errata),
    )


def _analysis(lookup: Lookup, year: int, loaded: RecordFile[Analysis]) -> FeedEntry:
    title = sentences.analysis_title(year, len(loaded.record.weak_points))
    marks = Marks(loaded.record.edits)
    summary = _marked(
        sentences.analysis_summary(title, lookup.agency.name),
        (
            *marks.own("weak_points"),
            *(mark for index in range(len(loaded.record.weak_points)) for mark in marks.own("weak_points", index)),
        ),
    )
    return FeedEntry(addresses.analysis(year), title, summary, sources_of(loaded))


def _plan(lookup: Lookup, year: Year) -> FeedEntry:
    counts = _counts(lookup.status(year.year, each) for each in year.measures)
    by_editor = any(lookup.status_by(year.year, each) is Origin.EDITOR for each in year.measures)
    return FeedEntry(
        address=addresses.plan(year.year),
        title=sentences.plan_title(year.year, len(year.measures)),
        summary=_marked(
            sentences.plan_summary(lookup.agency.name, counts), stated_by(Origin.EDITOR) if by_editor else ()
        ),
        sources=sources_of(year.plan, *year.measures.values()),
    )


def _disclosure(lookup: Lookup, year: Year, progress: DisclosureProgress) -> FeedEntry:
    return FeedEntry(
        address=addresses.disclosure(year.year),
        title=sentences.disclosure_title(year.year, progress.text),
        summary=lookup.agency.name,
        sources=sources_of(year.disclosure),
    )


def _report(lookup: Lookup, year: int, report_id: str, loaded: RecordFile[Report]) -> FeedEntry:
    report = loaded.record
    counts = _counts(stated(each) for each in report.measures)
    marks = Marks(report.edits)
    by_editor = any(each.status is not None and each.status_by is Origin.EDITOR for each in report.measures)
    of_summary = marks.at("summary") if report.summary else stated_by(Origin.EDITOR) if by_editor else ()
    return FeedEntry(
        address=addresses.report(year, report_id),
        title=sentences.report_title(year, report.title),
        summary=_marked(report.summary or counts or lookup.agency.name, (*marks.at("title"), *of_summary)),
        sources=sources_of(loaded),
    )


def _marked(text: str, marks: Iterable[EditMark]) -> str:
    """Return a text of the feed, which has no notes, with what an editor did to it in words."""
    told = (of_marks.told(each.change, each.why, each.printed) for each in dict.fromkeys(marks))
    return " ".join((text, *told))


def _counts(statuses: Iterable[Status | NoStatus]) -> str:
    """Say how many measures have each status."""
    return " ".join(sentences.status_count(words.status(each.state), each.count) for each in status_counts(statuses))
