"""What a sentence calls the lowest or the highest of all, against the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.judging.checks.statements.passages import Doubt, Telling, names_of
from ita_site.judging.checks.statements.vocabulary import Word, WordKind
from ita_site.judging.checks.sums import score_name
from ita_site.judging.scores import TOTAL, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

_OF_ALL = re.compile(
    r"\s?(?:ใน|จาก|ของ)(?:บรรดา)?\s?(?:(?:ทั้ง|ทุก)?\s?(?:สิบ|10)\s?ตัวชี้วัด|ทุกตัวชี้วัด|ตัวชี้วัด(?:ทั้งหมด|ทั้งสิบ|ทั้ง\s?10))"
)
_OF_INSTRUMENTS = re.compile(r"\s?(?:ใน|จาก|ของ)(?:ทั้ง)?\s?(?:สาม|3)\s?(?:เครื่องมือ|แบบ)")
_WHICH = re.compile(r"ตัวชี้วัดที่(?:\s|มี|ได้|คะแนน|รับ|ผล)*$")
"""Before a superlative that is followed by which indicator it is."""
_NAMELY = re.compile(r"(?:\s|คือ|ได้แก่|เป็น|:|“)*")
_INSTRUMENTS = ("IIT", "EIT", "OIT")
_INDICATORS = tuple(str(number) for number in range(1, 11))


class Superlatives:
    """What one passage calls the lowest or the highest."""

    def __init__(self, told: Telling) -> None:
        self._told = told

    def doubts(self) -> Iterator[Doubt]:
        """Yield where another is lower than the lowest, or higher than the highest."""
        for index, word in enumerate(self._told.words):
            if word.kind is WordKind.EXTREME and not self._told.intended(word.start):
                named, among = self._claim(index, word)
                if named:
                    yield from self._against(word, named, among, self._years())

    def _claim(self, index: int, word: Word) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what is called so, and among which; nothing where the text does not say both plainly."""
        after = self._told.by.after(word)
        if _OF_INSTRUMENTS.match(after):
            return self._before(index, "instrument"), _INSTRUMENTS
        if _OF_ALL.match(after):
            return self._before(index, "indicator"), _INDICATORS
        following = self._told.words[index + 1] if index + 1 < len(self._told.words) else None
        kinds = {WordKind.SUBJECT, WordKind.NAME}
        if following is None or following.kind not in kinds or not _WHICH.search(self._told.by.before(word)):
            return (), ()
        earlier = self._told.words[:index]
        if any(each.kind is WordKind.SUBJECT for each in earlier):  # the lowest of an instrument, or of a few
            return (), ()
        named = tuple(following.value.split())
        plain = _NAMELY.fullmatch(self._told.by.between(word, following)) is not None
        return (named if plain and {_kind(each) for each in named} == {"indicator"} else ()), _INDICATORS

    def _before(self, index: int, kind: str) -> tuple[str, ...]:
        """Return what of a kind was spoken of last: by the text, else by the place of the text."""
        for word in reversed(self._told.words[:index]):
            if word.kind in {WordKind.SUBJECT, WordKind.OVERALL, WordKind.NAME, WordKind.FOREIGN}:
                named = tuple(word.value.split()) if word.kind is WordKind.SUBJECT else ()
                break
            if word.kind is WordKind.BREAK:
                return ()
        else:
            named = self._told.passage.about[:1]
        return named if len(named) == 1 and _kind(named[0]) == kind else ()

    def _years(self) -> tuple[int, ...]:
        named = {each.value for each in self._told.words if each.kind is WordKind.YEAR}
        if named:
            return (self._told.number(named.pop()),) if len(named) == 1 else ()
        return self._told.passage.years

    def _against(
        self, word: Word, named: tuple[str, ...], among: tuple[str, ...], years: tuple[int, ...]
    ) -> Iterator[Doubt]:
        against: list[tuple[int, str, Fraction]] = []
        for year in years:
            values = {each: value for each in among if (value := self._value(year, each)) is not None}
            mine = [values[each] for each in named if each in values]
            if not mine:
                continue
            best = min(values, key=lambda each: values[each] if word.value == "-" else -values[each])
            beaten = values[best] < min(mine) if word.value == "-" else values[best] > max(mine)
            if not beaten:
                return
            against.append((year, best, values[best]))
        for year, other, value in against[:1]:
            typed = self._told.passage.text[word.start : word.end]
            code = "not-lowest" if word.value == "-" else "not-highest"
            message = f"ปี {year} {score_name(other)} ได้ {rounded(value):.2f} จึงไม่ใช่ {names_of(named)} ที่{typed} โปรดตรวจ"
            yield Doubt(word.start, word.end, code, message)

    def _value(self, year: int, reference: str) -> Fraction | None:
        score = self._told.known.scores.get(year, reference)
        return score.value if score is not None else None


def _kind(reference: str) -> str:
    return kind_of(reference) if reference != TOTAL else ""
