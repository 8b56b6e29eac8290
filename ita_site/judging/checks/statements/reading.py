"""A sentence about scores, read: each figure with what it is of, its year, its level, and what it does there.

Only what stands close together is read as one statement: of two words with others between that such sentences do not
have, the one says nothing of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.judging.checks.statements.neighbours import MANY
from ita_site.judging.checks.statements.vocabulary import Word, WordKind
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.judging.checks.statements.neighbours import Neighbours, Role, Time


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of a text and what the text says of it.

    `subjects` are references that it may be the score of; none where the text does not say. `mentioned` are the years
    that the same thought names. `measured` tells that the figure is in points, by its unit or by what stands before
    it; `in_points` that the text itself says so.
    """

    word: Word
    role: Role
    subjects: tuple[str, ...]
    time: Time
    mentioned: tuple[str, ...]
    direction: Word | None
    level: Word | None
    measured: bool
    in_points: bool

    @property
    def points(self) -> Decimal:
        """The figure as a number."""
        return Decimal(self.word.value)


@dataclass(slots=True)
class _Topic:
    """What is being spoken of: since which place, whether a figure was told of it, whether only the text's place says.

    Of a `foreign` topic nothing is known.
    """

    subjects: tuple[str, ...] = ()
    since: int = 0
    told: Word | None = None
    implied: bool = False
    foreign: bool = False


_UNIT = re.compile(
    r"\s*(?:(?P<points>คะแนน)|%|บาท|ล้าน|คน|ราย|ครั้ง|ชั่วโมง|นาที|วินาที|น\.|กิโล|กม\.|เมตร|ม\.|ไร่|ตัน|วัน|เดือน"
    r"|ปี(?!\s*\d|ก่อน|ที่|งบ|นี้)|เรื่อง|แห่ง|หน้า|ตาราง|ของ(?:ผู้|ประชา|บุคลากร|จำนวน|หน่วยงาน|งบ))"
)
_LEAD = re.compile(r"(?:คะแนน|ได้|ได้รับ|เท่ากับ|อยู่ที่|คือ|เป็น|เหลือ|จาก|เดิม|→|[(:=])\s*[(“]?\s*$")
_BY_WORD = re.compile(r"คะแนน(?:(?:โดย|รวม|เฉลี่ย|ภาพรวม|ที่ได้|เท่ากับ|คือ|อยู่ที่|เป็น|ได้|เพียง|ร้อยละ|[:=])\s*)*\s*$")
_PERCENT = re.compile(r"ร้อยละ\s*$")
_OF_SUBJECT = re.compile(r"\s*(?:คะแนน)?\s*(?:\(\s*|ของ)")
_SCORED = re.compile(r"\s*\)?\s*(?:ได้|มีคะแนน|มีผล|คะแนน|เท่ากับ|[(:=]|\d)")
"""What follows the name of an indicator whose score is told; such names are ordinary words too."""
_SCORED_ITSELF = re.compile(r"\s?(?:ได้|คือ|มี|คะแนน|เท่ากับ|อยู่ที่|ร้อยละ|[:=]|\d)")
"""After a subject behind a figure: the subject of the next one."""
_ITS_OWN = ("คะแนนรวม", "คะแนน ITA", "ผลการประเมิน", "เทศบาล", "องค์การ", "อบต", "อบจ", "ทต", "หน่วยงาน")
"""Words for the total that nothing foreign has."""
_PART = re.compile(r"ข้อ|ประเด็น|คำถาม|เรื่อง|หัวข้อ|แบบวัด|ด้าน")
_FAR = 100
"""Letters between what is scored and its figure beyond which the one is not said of the other."""


class Reader:
    """Reads the statements of one text."""

    def __init__(self, neighbours: Neighbours, about: Sequence[str], *, near: bool) -> None:
        """Take the words of a text, and what it is about as a whole; with `near` only its first words are."""
        self._near = near
        self._by = neighbours
        self._text, self._words = neighbours.text, neighbours.words
        self._topic = _Topic(tuple(about), implied=bool(about))
        self._taken: set[int] = set()

    def statements(self) -> Iterator[Statement]:
        """Yield what is said of each figure that is not of something foreign, in order."""
        for index, word in enumerate(self._words):
            if word.kind is WordKind.FIGURE:
                statement = self._statement(index, self._subjects(index))
                if not self._topic.foreign:
                    yield statement
                self._topic.told = word
            elif index not in self._taken:
                self._turn(word)

    def _turn(self, word: Word) -> None:
        """Turn to what a word speaks of."""
        topic = self._topic
        match word.kind:
            case WordKind.BREAK:
                self._topic = _Topic(since=word.end)
            case WordKind.FOREIGN:
                topic.foreign, topic.since = True, word.end
            case WordKind.SUBJECT if self._belongs(word):
                topic.since = word.end
            case WordKind.SUBJECT:
                # “คะแนนถ่วงน้ำหนักของ EIT” is not a score of EIT.
                foreign = topic.foreign and self._text[topic.since : word.start].strip() in {"ของ", "ใน", "ต่อ"}
                self._topic = _Topic(tuple(word.value.split()), word.end, foreign=foreign)
            case WordKind.OVERALL:
                # “ตัวชี้วัดที่ 8 ได้คะแนนรวม 85.78” is still of the indicator, and may be of the total.
                kept = () if topic.told else tuple(each for each in topic.subjects if each != word.value)
                foreign = topic.foreign and not self._text.startswith(_ITS_OWN, word.start)
                self._topic = _Topic((*kept, word.value), word.end, foreign=foreign)
            case WordKind.NAME if topic.told or not topic.subjects or topic.implied:
                if _SCORED.match(self._by.after(word)):
                    self._topic = _Topic((word.value,), word.end)
            case _:
                pass

    def _belongs(self, word: Word) -> bool:
        """Tell whether a subject is named as what the one before is of: ตัวชี้วัดที่ 4 ของ IIT, ตัวชี้วัดที่ 4 (IIT)."""
        topic = self._topic
        first = bool(topic.subjects) and TOTAL not in topic.subjects and not topic.implied
        joined = self._text[topic.since : word.start].strip() in {"ของ", "ใน", "(", "ของแบบวัด", "ในแบบวัด"}
        return first and topic.told is None and not topic.foreign and joined

    def _subjects(self, index: int) -> tuple[str, ...]:
        """Return what a figure is of, and turn from what is no longer spoken of."""
        word, topic = self._words[index], self._topic
        if topic.told is not None and not self._by.pure(topic.told.end, word.start):
            topic.subjects, topic.implied = (), False
        gap = self._text[topic.since : word.start]
        far = len(gap) > _FAR or (
            topic.implied and (_PART.search(gap) or (self._near and not self._by.pure(0, word.start)))
        )
        own = () if far else topic.subjects
        after = index + 1
        if after >= len(self._words) or self._words[after].kind is not WordKind.SUBJECT:
            return own
        joined = _OF_SUBJECT.fullmatch(self._by.between(word, self._words[after]))
        if joined is None or _SCORED_ITSELF.match(self._by.after(self._words[after])):
            return own
        self._taken.add(after)
        named = tuple(self._words[after].value.split())
        if topic.told is None and own and not topic.implied:
            return (*own, *named)
        topic.subjects = ()
        return named

    def _statement(self, index: int, subjects: tuple[str, ...]) -> Statement:
        word = self._words[index]
        before = self._by.before(word)
        unit = _UNIT.match(self._by.after(word))
        role, direction = self._by.role(index)
        said = unit["points"] is not None if unit else _BY_WORD.search(before) is not None
        led = _LEAD.search(before) is not None or self._follows(index) or index + 1 in self._taken
        bare = unit is None and led and not _PERCENT.search(before) and "." in word.value
        return Statement(
            word,
            role,
            subjects,
            self._by.time(index, role, self._taken),
            self._years_around(index),
            direction,
            self._by.level(index),
            measured=said or bare,
            in_points=said,
        )

    def _years_around(self, index: int) -> tuple[str, ...]:
        """Return the years that the thought around a figure names, as far as the next break on either side."""
        start, end = index, index
        while start and self._words[start - 1].kind is not WordKind.BREAK and index - start < MANY:
            start -= 1
        while end < len(self._words) and self._words[end].kind is not WordKind.BREAK and end - index < MANY:
            end += 1
        return tuple(each.value for each in self._words[start:end] if each.kind is WordKind.YEAR)

    def _follows(self, index: int) -> bool:
        """Tell whether only small words stand between what is scored and the figure."""
        for word in reversed(self._words[:index]):
            if word.kind in {WordKind.SUBJECT, WordKind.NAME, WordKind.OVERALL}:
                return self._by.pure(word.end, self._words[index].start)
            if word.kind in {WordKind.BREAK, WordKind.FIGURE}:
                return False
        return False
