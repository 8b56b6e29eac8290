"""Charts with the words around them: what each is called, and the sentence that says what it shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.judging.scores import TOTAL, rounded
from ita_site.saying import charts, words
from ita_site.saying.words import captions as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from ita_site.data.load import Year
    from ita_site.data.model import Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.charts import BarEntry, Bars, FrameworkChange, Segment, Sparkline, YearBar
    from ita_site.saying.charts.scale import Number
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class BarPicture:
    """A chart of bars; `label` says what it is, `caption` what it shows, in clauses. A `unit` is that of counts."""

    label: str
    caption: tuple[str, ...]
    chart: Bars
    year: int
    goal: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HistoryYear:
    """The bar of a year, with the words for the change of framework before it, if any."""

    bar: YearBar
    change: str


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """A chart of a figure through the years."""

    label: str
    caption: tuple[str, ...]
    years: tuple[HistoryYear, ...]


@dataclass(frozen=True, slots=True)
class StatusPicture:
    """A bar of measures by status."""

    label: str
    caption: tuple[str, ...]
    segments: tuple[Segment[Status | NoStatus], ...]


@dataclass(frozen=True, slots=True)
class Sparklines:
    """A small line for each indicator, by its number, on one axis from `low` to 100 points."""

    low: int
    of: Mapping[str, Sparkline]


def indicators(year: Year, rows: Sequence[ScoreRow]) -> BarPicture | None:
    """Return the ten indicators of a year against the year before and the target, None without any figure."""
    entries = [charts.BarEntry(f"{row.id}. {row.name}", row.published, row.before, row.change) for row in rows]
    return _scores(year, entries, sentences.TEN_INDICATORS, sentences.INDICATOR)


def instruments(year: Year, rows: Sequence[ScoreRow]) -> BarPicture | None:
    """Return the three instruments of a year against the year before and the target, None without any figure.

    No table has both years beside each other, so the label has their figures.
    """
    entries = [
        charts.BarEntry(f"{row.id} {words.INSTRUMENTS[row.id]}", row.value, row.before, row.change) for row in rows
    ]
    picture = _scores(year, entries, sentences.THREE_INSTRUMENTS, sentences.INSTRUMENT)
    if picture is None:
        return None
    figures = (sentences.figure(each.label, each.value, each.before) for each in entries)
    return replace(picture, label=sentences.with_figures(picture.label, figures))


def _scores(year: Year, entries: Sequence[BarEntry], what: str, noun: str) -> BarPicture | None:
    goal = year.analysis.record.target if year.analysis else None
    if all(each.value is None for each in entries):
        return None
    chart, before = charts.Bars.of(entries, goal=goal), year.year - 1
    label = sentences.bars_of_year(what, year.year)
    return BarPicture(
        label=sentences.beside_year(label, before) if chart.compared else label,
        caption=(*_trends(entries, noun, before), *_lowest(entries, noun, goal)),
        chart=chart,
        year=year.year,
        goal="" if goal is None else sentences.target(goal),
    )


def _trends(entries: Iterable[BarEntry], noun: str, before: int) -> list[str]:
    """Say how many went up, stayed and went down, of those that may be compared."""
    trends = Counter(words.trend(each.change) for each in entries if each.change is not None)
    if not trends:
        return []
    return [
        sentences.risen(trends["up"], trends.total(), noun, before),
        *([sentences.unchanged(trends["same"])] if trends["same"] else []),
        *([sentences.fallen(trends["down"])] if trends["down"] else []),
    ]


def _lowest(entries: Sequence[BarEntry], noun: str, goal: Decimal | None) -> list[str]:
    """Say which have least, how many reached the target, and of how many nothing is known."""
    known = {each.label: each.value for each in entries if each.value is not None}
    least = min(known.values())
    last = [label for label, value in known.items() if value == least]
    if len(last) == len(known) > 1:
        clauses = [sentences.all_equal(noun, least)]
    elif len(last) <= 2:
        clauses = [sentences.lowest(last, least)]
    else:
        clauses = [sentences.lowest_count(len(last), noun, least)]
    if goal is not None:
        reached = sum(value >= goal for value in known.values())
        clauses.append(sentences.target_reached(goal, reached, len(known), noun))
    if len(known) < len(entries):
        clauses.append(sentences.without_figure(len(entries) - len(known), noun))
    return clauses


def statuses(counts: Sequence[Count[Status | NoStatus]], year: int) -> StatusPicture | None:
    """Return the measures of a year by their status, None unless there are two: of one the list says all."""
    segments = charts.shares([(each.state, each.count) for each in counts])
    if len(segments) < 2:
        return None
    first, *rest = (sentences.status_count(words.status(each.state), each.count) for each in counts)
    return StatusPicture(
        label=sentences.status_bar(year),
        caption=(sentences.measure_count(sum(each.count for each in counts), first), *rest),
        segments=segments,
    )


def totals(lookup: Lookup) -> HistoryPicture | None:
    """Return the totals of all years with the changes of framework, None unless two years have one."""
    values = {year: lookup.row(year, TOTAL).published for year in lookup.years}
    return _history(words.TOTAL_SCORE, values, charts.history(values, lookup.dataset.frameworks))


def indicator(values: Mapping[int, Number | None], number: str) -> HistoryPicture | None:
    """Return the scores of one indicator by year, None unless two years have one."""
    return _history(sentences.indicator_score(number), values, charts.history(values))


def _history(what: str, values: Mapping[int, Number | None], bars: Sequence[YearBar]) -> HistoryPicture | None:
    if not bars:
        return None
    known = {year: value for year, value in values.items() if value is not None}
    years = tuple(HistoryYear(bar, _framework_change(bar.change, bar.year)) for bar in bars)
    clauses = [_latest(known)]
    if len(known) > 2:
        low, high = min(known.values()), max(known.values())
        clauses.append(sentences.least_ever(low, (year for year, value in known.items() if value == low)))
        clauses.append(sentences.most_ever(high, (year for year, value in known.items() if value == high)))
    if gaps := [bar.year for bar in bars if bar.length is None]:
        clauses.append(sentences.years_without_figure(gaps))
    if any(bar.change is not None and bar.change.changed for bar in bars):
        clauses.append(sentences.CHANGE_LINE)
    changes = (each.change for each in years if each.change)
    return HistoryPicture(sentences.history(what, bars[0].year, bars[-1].year, changes), tuple(clauses), years)


def _latest(known: Mapping[int, Number]) -> str:
    """Say the latest figure, and how it stands to the one before it."""
    before, year = list(known)[-2:]
    return sentences.latest(year, known[year], before, rounded(known[year]) - rounded(known[before]))


def _framework_change(change: FrameworkChange | None, year: int) -> str:
    """Say what differs in the framework of a year from that of the year before; nothing where all is the same."""
    if change is None:
        return ""
    if not change.changed:
        return sentences.framework_unknown(year)
    counts = change.item_counts
    parts = (
        *([sentences.item_counts(counts.before, counts.now)] if counts else []),
        *([sentences.ITEM_TEXTS] if change.items and not counts else []),
        *([sentences.LEVEL_NAMES] if change.levels else []),
        *([sentences.WEIGHTS] if change.weights else []),
    )
    return sentences.framework_change(year, parts)


def sparklines(figures: Mapping[str, Mapping[int, Number | None]]) -> Sparklines | None:
    """Return a small line for each indicator with figures of two years, None where there is none.

    `figures` are the points of each indicator by year; all have the same years.
    """
    series = {
        number: values for number, values in figures.items() if sum(value is not None for value in values.values()) > 1
    }
    if not series:
        return None
    low = charts.axis_start(value for values in series.values() for value in values.values() if value is not None)
    years = {year for values in series.values() for year in values}
    every = range(min(years), max(years) + 1)
    return Sparklines(
        low, {number: charts.sparkline([values.get(year) for year in every], low) for number, values in series.items()}
    )
