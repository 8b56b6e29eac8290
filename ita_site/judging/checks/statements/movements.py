"""Which way scores went, as sentences tell it: เพิ่มขึ้น, ลดลง, คงที่."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.checks.statements.neighbours import LED_TO, Role
from ita_site.judging.checks.statements.passages import MOVED, Doubt, Telling, names_of, sign_of
from ita_site.judging.checks.statements.vocabulary import Word, WordKind
from ita_site.judging.scores import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.judging.checks.statements.reading import Statement

SIGNS = {"+": 1, "-": -1, "=": 0}
"""The sign of the change that a word of direction means, by its value."""

_COUNTED = re.compile(r"(?:จำนวน|ผู้|ร้องเรียน|งบ)\S*\s?$")
"""Before what is scored: not its score went up or down, but how many there were."""


class Movements:
    """The directions that one passage tells."""

    def __init__(self, told: Telling) -> None:
        self._told = told

    def from_to(self, first: Statement, second: Statement) -> Iterator[Doubt]:
        """Yield where a change is told from a figure to another that lies the other way."""
        way = second.direction or first.direction
        if first.role is not Role.BEFORE or not LED_TO.search(self._told.by.between(first.word, second.word)):
            return
        if way is None or way.value == "=" or not self._told.by.pure(first.word.end, second.word.start):
            return
        sign = sign_of(second.points - first.points)
        if sign == -SIGNS[way.value]:
            message = f"จาก {first.points} เป็น {second.points} คือ{MOVED[sign]} แต่ข้อความพิมพ์ว่า{MOVED[-sign]} โปรดตรวจ"
            yield Doubt(way.start, way.end, "direction", message)

    def alone(self, statements: Sequence[Statement]) -> Iterator[Doubt]:
        """Yield the words of direction without a figure that go against the scores of what they are said of."""
        used = {each.direction for each in statements}
        about = self._told.passage.about[:1]
        subject: Word | None = Word(0, 0, WordKind.SUBJECT, about[0]) if about else None
        for index, word in enumerate(self._told.words):
            if word.kind in {WordKind.SUBJECT, WordKind.OVERALL}:
                subject = word
            elif word.kind in {WordKind.BREAK, WordKind.FIGURE, WordKind.FOREIGN}:
                subject = None
            elif word.kind is WordKind.DIRECTION and subject is not None and word not in used:
                yield from self._alone(index, word, subject)

    def _alone(self, index: int, word: Word, subject: Word) -> Iterator[Doubt]:
        told = self._told
        counted = _COUNTED.search(told.by.before(subject)) is not None
        if counted or not told.by.pure(subject.end, word.start) or told.intended(word.start):
            return
        after = told.words[index + 1] if index + 1 < len(told.words) else None
        than: int | None = None
        if after is not None and after.kind is WordKind.YEAR and told.by.pure(word.end, after.start):
            than = told.number(after.value)
        elif word.value != "=":
            return
        earlier = [each for each in told.words[:index] if each.kind is WordKind.YEAR]
        years = (told.number(earlier[-1].value),) if earlier else told.passage.years[:1]
        if than is None or than < years[0]:
            yield from self.moved(word, tuple(subject.value.split()), years, than)

    def moved(
        self, direction: Word, subjects: Sequence[str], years: Sequence[int], than: int | None = None
    ) -> Iterator[Doubt]:
        """Yield where a direction is not that of any of these scores in any of these years."""
        sign = SIGNS[direction.value]
        per_year = [(year, self._told.known.changes(year, subjects, than)) for year in years]
        against = [
            (year, changes)
            for year, changes in per_year
            if any((sign_of(change) == -sign if sign else sign_of(change) != 0) for change in changes)
        ]
        if per_year and against and len(against) == sum(bool(changes) for _, changes in per_year):
            year, changes = against[0]
            before = than if than is not None else year - 1
            real = " ".join(f"{MOVED[sign_of(change)]} {rounded(abs(change)):.2f}" for change in changes[:3])
            typed = self._told.passage.text[direction.start : direction.end]
            message = f"{names_of(subjects)} ปี {year} {real} จากปี {before} แต่ข้อความพิมพ์ว่า{typed} โปรดตรวจ"
            yield Doubt(direction.start, direction.end, "direction", message)
