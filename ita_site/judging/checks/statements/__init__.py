"""Scores in sentences: figures, years, directions and levels that a text tells, against the scores of the years.

`vocabulary` finds the words; `neighbours` and `reading` put them together to what a text says of each figure; `known`
has what is known of the scores; `passages` brings a text and the scores together; `comparing`, `movements` and
`level_words` tell where the two differ: in figures, in their direction, in levels.
"""

from ita_site.judging.checks.statements.comparing import Figures
from ita_site.judging.checks.statements.known import KnownScores
from ita_site.judging.checks.statements.passages import Doubt, Passage

__all__ = ["Doubt", "Figures", "KnownScores", "Passage"]
