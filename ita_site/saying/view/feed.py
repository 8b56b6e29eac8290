"""What was published of each year, for the feed: results, analyses, plans and reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.chain import stated
from ita_site.judging.scores import TOTAL
from ita_site.saying import words
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words import feed as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ita_site.data.load import Loaded, Year
    from ita_site.data.model import Analysis, Report, Result, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.lookup import Lookup


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
        for report_id, report in year.reports.items():
            yield _report(lookup, year.year, report_id, report)


def _result(lookup: Lookup, year: int, loaded: Loaded[Result]) -> FeedEntry:
    result = loaded.record
    return FeedEntry(
        address=addresses.year(year),
        title=sentences.result_title(year, result.total, lookup.row(year, TOTAL).change),
        summary=sentences.result_summary(lookup.agency.name, year, result.total, result.level),
        sources=sources_of(loaded),
    )


def _errata(lookup: Lookup, year: int, loaded: Loaded[Result]) -> FeedEntry:
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


def _analysis(lookup: Lookup, year: int, loaded: Loaded[Analysis]) -> FeedEntry:
    title = sentences.analysis_title(year, len(loaded.record.weak_points))
    summary = sentences.analysis_summary(title, lookup.agency.name)
    return FeedEntry(addresses.analysis(year), title, summary, sources_of(loaded))


def _plan(lookup: Lookup, year: Year) -> FeedEntry:
    counts = _counts(lookup.status(year.year, each) for each in year.measures)
    return FeedEntry(
        address=addresses.measures(year.year),
        title=sentences.plan_title(year.year, len(year.measures)),
        summary=sentences.plan_summary(lookup.agency.name, counts),
        sources=sources_of(*year.measures.values()),
    )


def _report(lookup: Lookup, year: int, report_id: str, loaded: Loaded[Report]) -> FeedEntry:
    report = loaded.record
    counts = _counts(stated(each) for each in report.measures)
    return FeedEntry(
        address=addresses.report(year, report_id),
        title=sentences.report_title(year, report.title),
        summary=report.summary or counts or lookup.agency.name,
        sources=sources_of(loaded),
    )


def _counts(statuses: Iterable[Status | NoStatus]) -> str:
    """Say how many measures have each status."""
    return " ".join(sentences.status_count(words.status(each.state), each.count) for each in status_counts(statuses))
