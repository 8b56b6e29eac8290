"""Figures into the geometry of charts: where bars, lines and dots lie and how long they are, without words and markup.

Lengths are shares of the width a chart is given, in percent, so one drawing fits a phone and a desk and its text
keeps its size. Figures come in exact and are rounded once, to one decimal, so the same data gives the same bytes.
A figure that is not known has no length at all: it is never a length of zero.
"""

from ita_site.saying.charts.bars import Bar, BarEntry, Bars
from ita_site.saying.charts.scale import percent
from ita_site.saying.charts.shares import Segment, shares
from ita_site.saying.charts.sparklines import Dot, Sparkline, axis_start, sparkline
from ita_site.saying.charts.years import FrameworkChange, ItemCounts, YearBar, history

__all__ = [
    "Bar",
    "BarEntry",
    "Bars",
    "Dot",
    "FrameworkChange",
    "ItemCounts",
    "Segment",
    "Sparkline",
    "YearBar",
    "axis_start",
    "history",
    "percent",
    "shares",
    "sparkline",
]
