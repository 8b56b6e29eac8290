"""The chart of the items of a year that lie below a line: each of a few, or how many of each indicator."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.saying import charts, words
from ita_site.saying.charts.scale import FULL
from ita_site.saying.view.captions import BarPicture
from ita_site.saying.words import captions as sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow

_MAX_ITEMS = 12
"""So many items have a bar each; of more, those of each indicator are counted."""


@dataclass(frozen=True, slots=True)
class _Threshold:
    """The line that parts items of a year, in points, and what the data calls it."""

    points: Decimal
    name: str


def items_below(lookup: Lookup, year: Year, short: Sequence[ScoreRow], scored: Collection[str]) -> BarPicture | None:
    """Return the items of a year below the line its analysis names, or below full points; None where none is below.

    `short` are all with less than full points, `scored` the items that have a score in the document.
    """
    line = _threshold(year)
    rows = sorted(
        (
            row
            for row in short
            if kind_of(row.id) == "item" and row.published is not None and row.published < line.points
        ),
        key=lambda row: row.published or 0,
    )
    if not rows:
        return None
    picture = _each_item(rows, line, year.year) if len(rows) <= _MAX_ITEMS else _by_indicator(rows, lookup, year.year)
    return replace(
        picture,
        label=sentences.below_line(picture.label, line.points, year.year),
        caption=(
            sentences.items_below(len(rows), line.points, line.name),
            *picture.caption,
            sentences.items_printed(len(scored), *_of_instruments(lookup, year.year, scored)),
        ),
    )


def _each_item(rows: Iterable[ScoreRow], line: _Threshold, year: int) -> BarPicture:
    """Return a bar for each item."""
    entries = [charts.BarEntry(words.with_name(row.id, row.name), row.published) for row in rows]
    goal = line.points if line.points < FULL else None
    name = sentences.line_name(line.name, line.points) if goal else ""
    return BarPicture(sentences.ITEM_SCORES, (), charts.Bars.of(entries, goal=goal), year, goal=name)


def _by_indicator(rows: Iterable[ScoreRow], lookup: Lookup, year: int) -> BarPicture:
    """Return a bar for each indicator that has such items: how many. No table has these, so the label has them."""
    totals = Counter(lookup.indicator_of(year, row.id) or "" for row in rows)
    counts = {
        f"{each}. {lookup.name(year, each)}" if each else sentences.UNKNOWN_INDICATOR: totals[each]
        for each in sorted(totals, key=lambda each: int(each or 99))
    }
    most = max(counts.values())
    return BarPicture(
        label=sentences.items_by_indicator(sentences.item_count(name, each) for name, each in counts.items()),
        caption=(sentences.most_items([name for name, each in counts.items() if each == most], most),),
        chart=charts.Bars.of(
            [charts.BarEntry(name, Decimal(each)) for name, each in counts.items()], whole=Decimal(most)
        ),
        year=year,
        unit=sentences.ITEM_UNIT,
    )


def _of_instruments(lookup: Lookup, year: int, scored: Collection[str]) -> tuple[list[str], list[str], int | None]:
    """Return the instruments whose items have a score, those of which no item has one, and how many the former have.

    The last is known for OIT alone.
    """
    letters = {each[0] for each in scored}
    named, unnamed = ([each for each in words.INSTRUMENTS if (each[0] in letters) is has] for has in (True, False))
    total = lookup.item_count(year) if named == ["OIT"] else None
    return named, unnamed, total


def _threshold(year: Year) -> _Threshold:
    analysis = year.analysis.record if year.analysis else None
    if analysis and analysis.threshold is not None:
        return _Threshold(analysis.threshold, sentences.ANALYSIS_THRESHOLD)
    if analysis and analysis.target is not None:
        return _Threshold(analysis.target, sentences.ANALYSIS_TARGET)
    return _Threshold(FULL, sentences.FULL_POINTS)
