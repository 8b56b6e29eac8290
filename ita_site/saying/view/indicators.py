"""Indicators over all years: all of them in one table, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL
from ita_site.saying.view import captions
from ita_site.saying.view.counts import change_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import comparison

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ita_site.data.model import ItemChange
    from ita_site.saying.charts import Sparkline
    from ita_site.saying.view.captions import HistoryPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class PublishedOfYear:
    """The published figure of a year, in points; None where there is none."""

    year: int
    published: Decimal | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its scores of all years, and the small line that draws them where two are known."""

    number: str
    name: str
    scores: tuple[PublishedOfYear, ...]
    sparkline: Sparkline | None


@dataclass(frozen=True, slots=True)
class IndicatorsTable:
    """The scores of all indicators in all years, below the totals."""

    years: tuple[int, ...]
    totals: tuple[PublishedOfYear, ...]
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorsView:
    """What the page of all indicators says; the axis of the small lines begins at `lowest` points, None without any."""

    table: IndicatorsTable
    picture: HistoryPicture | None
    lowest: int | None


@dataclass(frozen=True, slots=True)
class IndicatorOfYear:
    """What one year has of an indicator.

    `changes` count its items by what became of them since the year before; `measures` are those of the next year that
    answer it, of which there are data where `next_known`.
    """

    year: int
    row: ScoreRow
    subindicators: tuple[str, ...]
    changes: tuple[Count[ItemChange | None], ...]
    measures: tuple[Link, ...]
    next_known: bool


@dataclass(frozen=True, slots=True)
class IndicatorHistoryView:
    """What the page of one indicator over all years says; `only_year` that one alone has a score, else it is empty."""

    number: str
    name: str
    other_names: tuple[str, ...]
    years: tuple[IndicatorOfYear, ...]
    only_year: str
    picture: HistoryPicture | None


def numbers(lookup: Lookup) -> list[str]:
    """Return the numbers of the indicators that any year has, in their order."""
    return sorted({number for year in lookup.years for number in lookup.indicator_ids(year)}, key=int)


def indicators(lookup: Lookup) -> IndicatorsView:
    """Return the scores of all indicators in all years."""
    years = tuple(lookup.years)
    scores = {number: _scores(lookup, number) for number in numbers(lookup)}
    lines = captions.sparklines({number: _by_year(each) for number, each in scores.items()})
    rows = (
        IndicatorRow(number, lookup.name(lookup.latest.year, number), each, lines.of.get(number) if lines else None)
        for number, each in scores.items()
    )
    return IndicatorsView(
        table=IndicatorsTable(years, _scores(lookup, TOTAL), tuple(rows)),
        picture=captions.totals(lookup),
        lowest=lines.low if lines else None,
    )


def indicator_history(lookup: Lookup, number: str) -> IndicatorHistoryView:
    """Return what all years have of one indicator, by the name it has in the latest."""
    name = lookup.name(lookup.latest.year, number)
    known = [year for year in lookup.years if lookup.row(year, number).published is not None]
    return IndicatorHistoryView(
        number=number,
        name=name,
        other_names=tuple(sorted({lookup.name(year, number) for year in lookup.years} - {name})),
        years=tuple(_of_year(lookup, year, number) for year in lookup.years),
        only_year=comparison.only_year(*known) if len(known) == 1 else "",
        picture=captions.indicator(_by_year(_scores(lookup, number)), number),
    )


def _scores(lookup: Lookup, reference: str) -> tuple[PublishedOfYear, ...]:
    return tuple(
        PublishedOfYear(year, lookup.row(year, reference).published, lookup.marks(year, reference))
        for year in lookup.years
    )


def _by_year(scores: tuple[PublishedOfYear, ...]) -> Mapping[int, Decimal | None]:
    return {each.year: each.published for each in scores}


def _of_year(lookup: Lookup, year: int, number: str) -> IndicatorOfYear:
    url = lookup.indicator_url(year, number)
    framework = lookup.framework(year)
    indicator = framework.indicator(number) if framework else None
    return IndicatorOfYear(
        year=year,
        row=lookup.row(year, number, url),
        subindicators=tuple(f"{each.id} {each.name}" for each in (indicator.subindicators if indicator else ())),
        changes=_changes(lookup, year, number),
        measures=tuple(
            Link(measure.record.title, addresses.measure(year + 1, measure_id))
            for measure_id, measure in lookup.answers.to(year, number).items()
        ),
        next_known=year + 1 in lookup.years,
    )


def _changes(lookup: Lookup, year: int, number: str) -> tuple[Count[ItemChange | None], ...]:
    """Count what became of the items below an indicator since the framework of the year before."""
    crosswalk = lookup.crosswalk(year - 1, year)
    if crosswalk is None:
        return ()
    return change_counts(
        [each for each in crosswalk.entries if lookup.indicator_of(year, each.id) == number],
        [each for each in crosswalk.dropped if lookup.indicator_of(year - 1, each) == number],
    )
