"""Scores quoted in sentences, against the scores of the year and of those beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.scores import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.model import Framework
    from ita_site.scores import Scores

_QUOTED = re.compile(r"(?<![\d.])(?P<points>\d{1,3}\.\d\d)(?!\d)\s*คะแนน", re.ASCII)
_OF_YEAR = re.compile(
    r"(?<!\d)(?P<year>25\d\d)\)?\s*(?:ได้|มีผลคะแนน|มีคะแนน|คะแนน)\s*(?P<points>\d{1,3}\.\d\d)(?!\d)", re.ASCII
)


class Figures:
    """The scores that a text of one year may quote: those of the year, of the two beside it, and their changes."""

    def __init__(self, scores: Scores, frameworks: Mapping[int, Framework], year: int) -> None:
        self._of_year = {each: set(_figures(scores, each)) for each in (year - 1, year, year + 1)}
        self._known = set().union(*self._of_year.values())
        self._known |= {abs(rounded(change)) for each in (year, year + 1) for change in scores.changes(each)}
        for framework in (frameworks.get(each) for each in self._of_year):
            if framework is not None and framework.levels is not None:
                self._known |= {rounded(level.minimum) for level in framework.levels.scale}

    def wrong(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield each figure that is not a score of its year: where it stands, a code, and what to say."""
        told = set()
        for found in _OF_YEAR.finditer(text):
            year, points = int(found["year"]), Decimal(found["points"])
            figures = self._of_year.get(year)
            others = [each for each, known in self._of_year.items() if points in known]
            if figures and points not in figures and others:
                told.add(found.start("points"))
                message = f"{points} เป็นคะแนนของปี {others[0]} ไม่ใช่ปี {year} โปรดตรวจปี"
                yield *found.span(), "figure-of-other-year", message
        for found in _QUOTED.finditer(text):
            points = Decimal(found["points"])
            if self._known and points not in self._known and found.start("points") not in told:
                message = f"{points} คะแนน ไม่ใช่คะแนนใดในผลที่บันทึกไว้ของปีนี้หรือปีข้างเคียง โปรดตรวจตัวเลข"
                yield *found.span(), "unknown-figure", message


def _figures(scores: Scores, year: int) -> Iterator[Decimal]:
    for score in scores.of(year):
        if score.published is not None:
            yield rounded(score.published)
        if score.computed is not None:
            yield rounded(score.computed)
