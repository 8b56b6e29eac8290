"""The latest year in one screen: its result, how far its plan has come, and the latest report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.judging.scores import TOTAL
from ita_site.saying.view import captions
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import cycle
from ita_site.saying.view.disclosure import disclosure_progress
from ita_site.saying.view.instruments import instrument_rows
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.marks import Marks
from ita_site.saying.view.passing import passed, passing
from ita_site.saying.view.reports import report_cards

if TYPE_CHECKING:
    from ita_site.data.model import Agency, Result, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.captions import BarPicture, StatusPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.disclosure import DisclosureProgress
    from ita_site.saying.view.instruments import InstrumentRow
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.reports import ReportCard
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class HomeHead:
    """The result of the latest year; without one, `no_result` says why, where that is recorded."""

    agency: Agency
    year: int
    result: Result | None
    no_result: str | None
    total: ScoreRow
    passing: str
    passed: bool
    level_marks: tuple[EditMark, ...]
    level_before: str | None
    level_before_marks: tuple[EditMark, ...]
    comparison: Link | None


@dataclass(frozen=True, slots=True)
class LatestPlan:
    """The measures of the latest year that has any, by their status."""

    year: int
    total: int
    counts: tuple[Count[Status | NoStatus], ...]
    picture: StatusPicture | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page says; scores of indicators are those of the year of the result."""

    head: HomeHead
    plan: LatestPlan
    has_scores: bool
    instruments: tuple[InstrumentRow, ...]
    indicators: tuple[ScoreRow, ...]
    picture: BarPicture | None
    report: ReportCard | None
    disclosed: DisclosureProgress | None
    """That of the latest year with answers."""
    chain: tuple[Link, ...]


def home(lookup: Lookup) -> HomeView:
    """Return the latest of everything."""
    year = lookup.latest
    number = year.year
    result = year.result.record if year.result else None
    indicators = tuple(
        lookup.row(number, each, lookup.indicator_url(number, each)) for each in lookup.indicator_ids(number)
    )
    latest_plan = _plan(lookup)
    cards = [card for each in lookup.years.values() for card in report_cards(each)]
    disclosed = [found for each in lookup.years.values() if (found := disclosure_progress(lookup, each))]
    return HomeView(
        head=_head(lookup, number, result),
        plan=latest_plan,
        has_scores=bool(result and result.indicators),
        instruments=instrument_rows(lookup, number),
        indicators=indicators,
        picture=captions.indicators(year, indicators),
        report=cards[-1] if cards else None,
        disclosed=disclosed[-1] if disclosed else None,
        chain=cycle(lookup, latest_plan.year if latest_plan.total else number),
    )


def _head(lookup: Lookup, year: int, result: Result | None) -> HomeHead:
    before = lookup.years.get(year - 1)
    return HomeHead(
        agency=lookup.agency,
        year=year,
        result=result,
        no_result=lookup.years[year].reasons.result,
        total=lookup.row(year, TOTAL),
        passing=passing(lookup.framework(year), result.total) if result else "",
        passed=passed(lookup.framework(year), result.total) if result else True,
        level_marks=Marks(result.edits).at("level") if result else (),
        level_before=before.result.record.level if before and before.result else None,
        level_before_marks=Marks(before.result.record.edits).at("level") if before and before.result else (),
        comparison=comparison_before(lookup, year),
    )


def _plan(lookup: Lookup) -> LatestPlan:
    with_measures = [each for each in lookup.years.values() if each.measures]
    year = with_measures[-1] if with_measures else lookup.latest
    counts = status_counts(
        (lookup.status(year.year, each) for each in year.measures), lookup.editor_statuses(year.year)
    )
    return LatestPlan(year.year, len(year.measures), counts, captions.statuses(counts, year.year))
