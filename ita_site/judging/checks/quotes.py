"""Scores quoted in sentences, against the scores of the year and of those beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.judging.scores import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.model import Framework
    from ita_site.judging.scores import Scores

_QUOTED = re.compile(r"(?<![\d.])(?P<points>\d{1,3}\.\d\d)(?!\d)\s*คะแนน", re.ASCII)
_OF_YEAR = re.compile(
    r"(?<!\d)(?P<year>25\d\d)\)?\s*(?:ได้|มีผลคะแนน|มีคะแนน|คะแนน)\s*(?P<points>\d{1,3}\.\d\d)(?!\d)", re.ASCII
)


class Figures:
    """The scores that a text of one year may quote: of the year, the two before, the one after, and their changes.

    `lines` are those that its analysis draws between scores.
    """

    def __init__(self, scores: Scores, frameworks: Mapping[int, Framework], year: int, lines: set[Decimal]) -> None:
        self._of_year = {each: set(_figures(scores, each)) for each in range(year - 2, year + 2)}
        self._any = any(self._of_year.values())
        self._known = {Decimal(0), Decimal(100), *lines}.union(*self._of_year.values())
        # A change of rounded figures, and the rounded change, may differ by one in the last place.
        self._known |= {
            abs(rounded(change)) + slack
            for each in range(year - 1, year + 2)
            for change in scores.changes(each)
            for slack in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
        }
        for framework in (frameworks.get(each) for each in self._of_year):
            if framework is not None and framework.levels is not None:
                self._known |= {rounded(level.minimum) for level in framework.levels.scale}

    def of_other_year(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield each figure that is given to one year and is a score of another: where it stands, what to say."""
        for match in _OF_YEAR.finditer(text):
            points, year = Decimal(match["points"]), int(match["year"])
            others = [each for each, known in self._of_year.items() if points in known]
            if self._of_year.get(year) and others and year not in others:
                yield *match.span(), f"{points} เป็นคะแนนของปี {others[0]} ไม่ใช่ปี {year} โปรดตรวจปี"

    def unknown(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield each figure that is no score of these years: where it stands, what to say."""
        for match in _QUOTED.finditer(text) if self._any else ():
            points = Decimal(match["points"])
            if points not in self._known:
                message = f"{points} คะแนน ไม่ใช่คะแนนใดในผลที่บันทึกไว้ของปีนี้หรือปีข้างเคียง โปรดตรวจตัวเลข"
                yield *match.span("points"), message


def _figures(scores: Scores, year: int) -> Iterator[Decimal]:
    for score in scores.of(year):
        if score.published is not None:
            yield rounded(score.published)
        if score.computed is not None:
            yield rounded(score.computed)
