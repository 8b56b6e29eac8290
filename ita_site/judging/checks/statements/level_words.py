"""Levels in sentences, against the figures and the years beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.checks.statements.neighbours import Role
from ita_site.judging.checks.statements.passages import Doubt, Telling
from ita_site.judging.checks.statements.vocabulary import Word, WordKind
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.judging.checks.statements.reading import Statement


class LevelWords:
    """The levels that one passage tells."""

    def __init__(self, told: Telling) -> None:
        self._told = told

    def doubts(self, statements: Sequence[Statement]) -> Iterator[Doubt]:
        """Yield the levels that are not those of the figures or the years beside them."""
        bound: set[Word] = set()
        for each in statements:
            if each.level is not None:
                bound.add(each.level)
                yield from self._of_figure(each, each.level)
        for index, word in enumerate(self._told.words):
            if word.kind is WordKind.LEVEL and word not in bound and not self._told.intended(word.start):
                yield from self._of_year(index, word)

    def _of_figure(self, each: Statement, level: Word) -> Iterator[Doubt]:
        years = [year for year in self._told.years(each) if each.points in self._told.known.of(year, TOTAL)]
        if each.role in {Role.CHANGE, Role.LIMIT} or self._told.intended(each.word.start):
            return
        if years and (not each.subjects or TOTAL in each.subjects):
            right = {self._told.known.level(year, level.value): year for year in years}
            if None not in right:
                name, year = next(iter(right.items()))
                message = f"{each.points} คะแนนของปี {year} คือระดับ {name} แต่ข้อความพิมพ์ว่า “{level.value}” โปรดตรวจระดับ"
                yield Doubt(level.start, level.end, "quoted-level", message)
        elif each.measured and all(
            self._told.known.out_of_level(year, each.points, level.value) for year in self._told.years(each)
        ):
            message = f"{each.points} คะแนนไม่อยู่ในช่วงของระดับ “{level.value}” ตามเกณฑ์ โปรดตรวจระดับหรือตัวเลข"
            yield Doubt(level.start, level.end, "quoted-level", message)

    def _of_year(self, index: int, level: Word) -> Iterator[Doubt]:
        before = next((each for each in reversed(self._told.words[:index]) if each.kind is not WordKind.ASIDE), None)
        after = self._told.words[index + 1] if index + 1 < len(self._told.words) else None
        year: int | None = None
        if after is not None and after.kind is WordKind.YEAR:
            gap = self._told.by.between(level, after)
            year = self._told.number(after.value) if re.fullmatch(r"[”\"]?\s*\)?\s*(?:ใน|ของ)\s*", gap) else None
        total = next((each for each in reversed(self._told.words[:index]) if each.kind is not WordKind.YEAR), None)
        overall = total is not None and total.value == TOTAL and self._told.by.pure(total.end, level.start)
        if (
            year is None
            and before is not None
            and before.kind is WordKind.YEAR
            and self._told.by.pure(before.end, level.start)
        ):
            year = self._told.number(before.value)
        elif year is None and overall and len(self._told.passage.years) == 1:
            year = self._told.passage.years[0]
        subject = (
            total is not None
            and total.kind in {WordKind.SUBJECT, WordKind.NAME, WordKind.FOREIGN}
            and total.value != TOTAL
        )
        if year is None or subject:
            return
        if (right := self._told.known.level(year, level.value)) is not None:
            message = f"ผลปี {year} อยู่ในระดับ {right} แต่ข้อความพิมพ์ว่า “{level.value}” โปรดตรวจระดับและปี"
            yield Doubt(level.start, level.end, "quoted-level", message)
