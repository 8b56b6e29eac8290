"""Figures into the geometry of charts: places and lengths of bars, lines and dots, with no words and no markup.

Lengths are shares of the width a chart is given, in percent, so one drawing fits a phone and a desk and its text
keeps its size. Figures come in exact and are rounded once, to one decimal, so the same data gives the same bytes.
A figure that is not known has no length at all: it is never a length of zero.
"""

from ita_site.saying.charts.bars import Bar, Bars, Entry
from ita_site.saying.charts.lines import Line, foot, line
from ita_site.saying.charts.scale import percent
from ita_site.saying.charts.shares import Segment, shares
from ita_site.saying.charts.years import Step, YearBar, history

__all__ = [
    "Bar",
    "Bars",
    "Entry",
    "Line",
    "Segment",
    "Step",
    "YearBar",
    "foot",
    "history",
    "line",
    "percent",
    "shares",
]
