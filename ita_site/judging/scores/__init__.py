"""Published scores and a framework into a tree of computed scores: exact fractions, no text, no rounding.

Every score keeps two figures apart: what was published, and what its parts give by the framework's rule.
A part counts as published; where it was not published, as computed. So each step can be followed with the
figures a reader sees, and a slip in one place does not spread to the total.

`tree` has the scores and what is proven of them, `attainable` what they could be, `compute` makes them, `levels`
compares levels.
"""

from ita_site.judging.scores.attainable import out_of_reach
from ita_site.judging.scores.compute import Scores, compute, compute_all, published_scores
from ita_site.judging.scores.levels import Candidate, LevelCheck, check_level, level_of
from ita_site.judging.scores.tree import TOTAL, Bounds, Score, Verdict, rounded

__all__ = [
    "TOTAL",
    "Bounds",
    "Candidate",
    "LevelCheck",
    "Score",
    "Scores",
    "Verdict",
    "check_level",
    "compute",
    "compute_all",
    "level_of",
    "out_of_reach",
    "published_scores",
    "rounded",
]
