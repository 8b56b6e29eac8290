"""What stands beside a figure in a sentence: what it does there, its direction, its year, its level.

Between two words that belong together there may be nothing but the small words of such sentences; any other word ends
what the one says of the other, and then nothing is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from ita_site.judging.checks.statements.vocabulary import Word, WordKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Role(StrEnum):
    """What a figure of a sentence is."""

    SCORE = auto()
    BEFORE = auto()
    """The score that a change starts from."""
    AFTER = auto()
    """The score that a change leads to."""
    CHANGE = auto()
    LIMIT = auto()
    """A line that is drawn, a score to be reached."""


class Time(NamedTuple):
    """The year of a figure, whether it is surely that one, and the year that a change is counted from."""

    year: str | None = None
    sure: bool = False
    than: str | None = None


_SMALL = (
    "คะแนน|โดย|รวม|เฉลี่ย|ได้รับ|ได้|มี|ผล|การประเมิน|ประเมิน|ITA|เป็น|คือ|เท่ากับ|อยู่|ที่|จาก|เดิม|ใน|ของ|และ|หรือ|คิด|ถึง|ซึ่ง"
    "|มา|เหลือ|แล้ว|ก็|ด้วย|ทั้งสิ้น|ภาพรวม|เมื่อ|เทียบ|เปรียบ|กับ|กว่า|ร้อยละ|ระดับ|อันดับ|เพียง|อีก|จำนวน|ค่า|ตัว|ชี้วัด|ขึ้น|ลง|ขยับ|ปรับ|อย่าง|ต่อเนื่อง|เห็น|ชัด|เจน|เล็กน้อย|มาก|เต็ม"
    r"|พบว่า|ว่า|คุณธรรม|ความโปร่งใส|100(?:\.00)?|[\s(),.:=/“”\"+\-–—→>|%]"
)
_PURE = re.compile(rf"(?:{_SMALL})*", re.ASCII)
_POINTS = r"\s*(?:คะแนน)?\s*"
_LIMITED = re.compile(
    r"(?:(?:มากกว่า|น้อยกว่า|ไม่ต่ำกว่า|ต่ำกว่า|สูงกว่า|เกิน|เกินกว่า|ตั้งแต่|อย่างน้อย|ไม่น้อยกว่า|ระหว่าง|ช่วง|ให้ได้|ให้ถึง)"
    r"|(?<!คะแนน)เต็ม|ไม่(?:ได้|ถึง|มี|เต็ม)(?:คะแนน|เต็ม|ถึง|\s)*"
    r"|(?:ขาด|ห่าง|ต่าง|ช่องว่าง|เหลืออีก|อีก)(?:กัน|ไป|อีก|เพียง|อยู่|คือ|\s)*"
    r"|(?:เกณฑ์|เป้าหมาย|เส้น)(?:ของ|[IEO]IT|ตัวชี้วัดที่\s?\d{1,2}|แบ่ง|ผ่าน|ขั้นต่ำ|การประเมิน|ที่กำหนด|ที่ตั้ง|ที่|ไว้|คือ|\s)*)(?:ร้อยละ|คะแนน)?\s*$"
)
_APART = re.compile(r"กว่า(?:(?!ได้|ปี|\().){1,60}(?:อยู่|ถึง|เพียง)\s*$")
"""How far one score is from another of the same year."""
_RANGE = re.compile(r"\d\s*(?:-|–|ถึง)\s*$")
_RANGED = re.compile(r"\s*(?:คะแนน\s*)?(?:-|–|ขึ้นไป|ถึง\s*\d{1,3}\.)(?!>)")
_ARROW = re.compile(rf"{_POINTS}(?:→|->|=>|⟶)")
_FROM = re.compile(r"(?:จาก|เดิม|เคย)(?:เดิม|คะแนน|ที่|ได้|มี|คือ|\s)*$")
_THAN_ONCE = re.compile(r"\s?จากเดิม(?:ถึง|อีก|\s)*")
_LEADS = re.compile(rf"{_POINTS}[^\d\n]{{0,40}}(?:เป็น|เหลือ|อยู่ที่)\s?\d")
"""After the score that a change starts from; เพิ่มขึ้นจากเดิม 12.18 without it is how far."""
LED_TO = re.compile(r"(?:เป็น|เหลือ|อยู่ที่|→|->|=>|⟶)\s*(?:คะแนน)?\s*$")
"""What stands before the score that a change leads to."""
_PERCENT = re.compile(r"ร้อยละ\s*$")
_SIGNED = re.compile(r"(?<![\d.])\s*(?P<sign>[+\-−])\s?$")
_TOLD = re.compile("ได้|คะแนน(?!รวม)|[(]")
_OF_YEAR = re.compile(
    rf"{_POINTS}\)?\s*(?:(?P<bracket>\()|(?:ใน|ของ|เมื่อเทียบกับ|เทียบกับ|เมื่อ|สำหรับ|จาก|กว่า)\s*)\s*(?:ใน|ของ)?$"
)
_OWN_FIGURE = re.compile(r"\s*\)?\s*(?:เทศบาล\S{0,40}|อบต\.?\S{0,40})?(?:ได้|มี|คะแนน|เท่ากับ|อยู่ที่|=|:|ลดลง|เพิ่มขึ้น|สูงขึ้น)")
_LEVEL_AFTER = re.compile(
    rf"{_POINTS},?\s*(?:จาก(?:คะแนนเต็ม)?\s*100(?:\.00)?\s*(?:คะแนน)?)?\s*\(?\s*"
    r"(?:ซึ่ง|และ|โดย|มี|จัด|ผลการประเมิน|ผลประเมิน|อยู่|ใน|ได้|ได้รับ|ถือว่า|เป็น|คือ|หรือ|ที่|ระดับ|\s)*[“\"(]?\s*"
)
_LEVEL_BEFORE = re.compile(r"[”\")]?\s*(?:ด้วย|โดย|ที่|มี|ได้)?\s*\(?\s*(?:คะแนน(?:รวม|เฉลี่ย)?)?\s*(?:ได้)?\s*")
_COMPARED = re.compile(r"(?:จาก|กว่า|เทียบกับ|เทียบ|กับ|ตั้งแต่)\s*(?:ผล|คะแนน)?(?:ของ|ใน)?\s*$")
_ONCE = re.compile(r"เดิม|เคย|ก่อนหน้า")
_IN_ORDER = "ตามลำดับ"
_BLANKS = re.compile(r"\s+")
_NEAR = 120
"""Letters on either side of a word in which what belongs to it is looked for."""
MANY = 30
"""Words on either side of a figure beyond which another thought has begun, marked or not."""


class Neighbours:
    """The words of one text, asked for what stands beside each of its figures."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self._starts = [word.start for word in words]

    def within(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that stand between two places."""
        found = self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found[:-1] if found and found[-1].end > end else found

    def pure(self, start: int, end: int, *, most: bool = False) -> bool:
        """Tell whether between two places stand only small words and words of such sentences; `most` is one of them."""
        rest, done = "", start
        for word in self.within(start, end):
            if word.kind not in {WordKind.BREAK, WordKind.EXTREME} or (most and word.kind is WordKind.EXTREME):
                rest += self.text[done : word.start] + " "
                done = word.end
        return _PURE.fullmatch(rest + self.text[done:end]) is not None

    def between(self, first: Word, second: Word) -> str:
        """Return what stands between two words, a run of blanks as one."""
        return _BLANKS.sub(" ", self.text[first.end : second.start])

    def before(self, word: Word) -> str:
        """Return what stands right before a word, a run of blanks as one."""
        return _BLANKS.sub(" ", self.text[max(0, word.start - _NEAR) : word.start])

    def after(self, word: Word) -> str:
        """Return what stands right after a word, a run of blanks as one."""
        return _BLANKS.sub(" ", self.text[word.end : word.end + _NEAR])

    def role(self, index: int) -> tuple[Role, Word | None]:
        """Return what a figure is in its sentence, and the direction that it is told with."""
        word = self.words[index]
        before, after = self.before(word), self.after(word)
        direction = self._direction(index)
        if (signed := _SIGNED.search(before)) is not None and not _RANGE.search(before):
            way = "+" if signed["sign"] == "+" else "-"
            return Role.CHANGE, Word(word.start, word.start, WordKind.DIRECTION, way)
        if direction is not None and _THAN_ONCE.fullmatch(self.between(direction, word)) and not _LEADS.match(after):
            return Role.CHANGE, direction
        if _ARROW.match(after) or _FROM.search(before):
            return Role.BEFORE, direction
        if _RANGE.search(before) or _RANGED.match(after) or _APART.search(before):
            return Role.LIMIT, None
        if direction is None:
            return (Role.LIMIT if _LIMITED.search(before) else Role.SCORE), None
        return self._moving(direction, word)

    def _moving(self, direction: Word, word: Word) -> tuple[Role, Word | None]:
        """Return what a figure is that a direction stands before: where it led to, how far, or a line."""
        gap = self.between(direction, word)
        if LED_TO.search(gap):
            return Role.AFTER, direction
        if direction.value == "=" or _TOLD.search(gap.removesuffix("(")):
            return Role.SCORE, direction
        than = any(each.kind is WordKind.YEAR for each in self.within(direction.end, word.start))
        line = self.text[direction.start : direction.end].endswith("กว่า") and not than
        return (Role.LIMIT, None) if line or _PERCENT.search(gap) else (Role.CHANGE, direction)

    def _direction(self, index: int) -> Word | None:
        """Return the direction that stands before a figure with nothing of another meaning between."""
        led_to = LED_TO.search(self.before(self.words[index])) is not None
        for word in reversed(self.words[:index]):
            if word.kind is WordKind.DIRECTION:
                return word if self.pure(word.end, self.words[index].start, most=True) else None
            if word.kind not in {WordKind.YEAR, WordKind.OVERALL, WordKind.LEVEL, WordKind.EXTREME} and not (
                word.kind is WordKind.FIGURE and led_to
            ):
                return None
        return None

    def time(self, index: int, role: Role, taken: set[int]) -> Time:
        """Return when a figure was; the years that stand after another figure as its own are `taken`."""
        behind = self._year_after(index)
        if behind is not None and self._compared(behind) and role is not Role.CHANGE:
            behind = None
        if behind is not None:
            taken.add(behind)
        time = self._time_before(index, role, taken)
        if behind is not None and role is Role.CHANGE:
            than = self.words[behind].value if self._compared(behind) else None
            time = Time(time.year, time.sure, time.than or than)
        elif behind is not None and not time.sure:
            time = Time(self.words[behind].value, self._settled(behind))
        return Time(time.year, time.sure and _IN_ORDER not in self.text, time.than)

    def _compared(self, year: int) -> bool:
        """Tell whether a year is named because another is compared with it."""
        return _COMPARED.search(self.before(self.words[year])) is not None

    def _time_before(self, index: int, role: Role, taken: set[int]) -> Time:
        than, figures = None, 0
        for place in range(index - 1, max(-1, index - 1 - MANY), -1):
            word = self.words[place]
            if word.kind is WordKind.BREAK:
                break
            figures += word.kind is WordKind.FIGURE
            if word.kind is not WordKind.YEAR or place in taken:
                continue
            gap = self.between(word, self.words[index])
            compared = self._compared(place)
            if compared and role is Role.CHANGE and than is None:
                than = word.value
                continue
            sure = role in {Role.SCORE, Role.AFTER, Role.CHANGE} and figures == 0
            sure = sure and self.pure(word.end, self.words[index].start) and not _ONCE.search(gap)
            return Time(word.value, sure and (not compared or _TOLD.search(gap) is not None), than)
        return Time(than=than)

    def _year_after(self, index: int) -> int | None:
        """Return the place of the year that follows a figure as its own: 96.33 คะแนน (ผ่านดี) ในปี 2567."""
        place, last = index + 1, self.words[index]
        if place < len(self.words) and self.words[place].kind is WordKind.LEVEL:
            if not _LEVEL_AFTER.fullmatch(self.between(last, self.words[place])):
                return None
            place, last = place + 1, self.words[place]
        if place >= len(self.words) or self.words[place].kind is not WordKind.YEAR:
            return None
        joined = _OF_YEAR.fullmatch(self.between(last, self.words[place]))
        if joined is None:
            return None
        rest = self.after(self.words[place])
        own = not rest.lstrip().startswith(")") if joined["bracket"] else _OWN_FIGURE.match(rest)
        return None if own else place

    def _settled(self, year: int) -> bool:
        """Tell whether a year after a figure can be of no other: ในปี 2568 เป็น 99.37 may be of the next."""
        later = range(year + 1, len(self.words))
        following = next((place for place in later if self.words[place].kind is WordKind.FIGURE), None)
        if following is None or self.before(self.words[year]).endswith("("):
            return True
        gap = self.between(self.words[year], self.words[following])
        return not LED_TO.search(gap) or self._year_after(following) is not None

    def level(self, index: int) -> Word | None:
        """Return the level that is given to a figure: right after it, else right before it."""
        words, figure = self.words, self.words[index]
        beside = {WordKind.ASIDE, WordKind.OVERALL}
        after = next((each for each in words[index + 1 :] if each.kind not in beside), None)
        if after is not None and after.kind is WordKind.LEVEL and _LEVEL_AFTER.fullmatch(self.between(figure, after)):
            return after
        before = words[index - 1] if index else None
        if (
            before is None
            or before.kind is not WordKind.LEVEL
            or not _LEVEL_BEFORE.fullmatch(self.between(before, figure))
        ):
            return None
        other = words[index - 2] if index > 1 else None
        owned = (
            other is not None and other.kind is WordKind.FIGURE and _LEVEL_AFTER.fullmatch(self.between(other, before))
        )
        return None if owned else before
