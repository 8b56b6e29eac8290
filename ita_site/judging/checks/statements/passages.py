"""A text with what is known of the scores it may speak of, and what its figures can mean there."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ita_site.judging.checks.statements.neighbours import LED_TO, Neighbours, Role
from ita_site.judging.checks.statements.vocabulary import LAST_YEAR, THIS_YEAR, WordKind, read
from ita_site.judging.checks.sums import score_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from ita_site.judging.checks.statements.known import KnownScores
    from ita_site.judging.checks.statements.reading import Statement
    from ita_site.judging.checks.statements.vocabulary import Vocabulary

_INTENDED = re.compile(r"ให้|ควร|จะ|เพื่อ|ต้อง(?!ปรับปรุง)|คาด|หาก|ถ้า|แนวโน้ม|มุ่ง|ตั้งเป้า|พยายาม|ขอ(?!ง)|ยก")
_NEARBY = 50
"""Letters before a word within which it may be said that it is only wished for."""
MOVED = {1: "เพิ่มขึ้น", -1: "ลดลง", 0: "เท่าเดิม"}
"""How a change is told, by its sign."""


class Doubt(NamedTuple):
    """A part of a text that the scores speak against, with the code of the problem and what to say."""

    start: int
    end: int
    code: str
    message: str


class Passage(NamedTuple):
    """A text in Arabic digits, what it is said of as a whole, and the years whose scores it tells without naming them.

    `near` tells that only its first words are said of `about`.
    """

    text: str
    about: tuple[str, ...]
    years: tuple[int, ...]
    near: bool = False


class Telling:
    """One passage, its words, and the scores that it is read against."""

    def __init__(self, passage: Passage, known: KnownScores, vocabulary: Vocabulary) -> None:
        self.passage = passage
        self.known = known
        self.words = read(passage.text, vocabulary)
        self.by = Neighbours(passage.text, self.words)

    def years(self, each: Statement) -> tuple[int, ...]:
        """Return the years that a figure may be of."""
        if each.time.year is not None and each.time.sure:
            return (self.number(each.time.year),)
        others = {year for year in each.mentioned if year != each.time.than}
        if each.time.year is not None or others or each.role is Role.BEFORE:
            return tuple(self.known.years)
        return self.passage.years

    def number(self, year: str) -> int:
        """Return the year B.E. that a word for one means."""
        relative = {THIS_YEAR: self.known.year, LAST_YEAR: self.known.year - 1}
        return relative.get(year) or int(year)

    def expected(self, year: int, subjects: Sequence[str]) -> frozenset[Decimal]:
        """Return the figures that the scores of these may be quoted as."""
        return frozenset[Decimal]().union(*(self.known.of(year, each) for each in subjects))

    def intended(self, place: int) -> bool:
        """Tell whether it is wished for, and not told, what stands at a place of the text."""
        near = self.by.within(max(0, place - _NEARBY), place)
        last = next((each for each in reversed(near) if each.kind in {WordKind.BREAK, WordKind.FIGURE}), None)
        if last is not None and last.kind is WordKind.FIGURE and LED_TO.search(self.passage.text[last.end : place]):
            return self.intended(last.start)
        start = last.end if last is not None else max(0, place - _NEARBY)
        return _INTENDED.search(self.passage.text, start, place) is not None


def sign_of(change: Fraction | Decimal) -> int:
    """Return 1, 0 or -1 for a change up, none, or down."""
    return (change > 0) - (change < 0)


def names_of(references: Sequence[str]) -> str:
    """Return references as a sentence names them."""
    return " หรือ ".join(score_name(each) for each in references)
