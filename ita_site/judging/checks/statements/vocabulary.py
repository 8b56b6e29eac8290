"""The words that sentences about scores are made of: figures, years, what is scored, directions, levels.

Thai is written without spaces between words, so each is looked for by its own shape wherever it stands. What is not
one of them is ordinary language: it ends what one word may say of the next.
"""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ita_site.ground import thai
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator


class WordKind(StrEnum):
    """What a word of a sentence about scores is."""

    FIGURE = auto()
    YEAR = auto()
    SUBJECT = auto()
    """What a score is of; its value the references, separated by blanks."""
    OVERALL = auto()
    """Words that mean the total where nothing else is spoken of: คะแนนรวม, ภาพรวม."""
    NAME = auto()
    """The name of an indicator, its value the number."""
    DIRECTION = auto()
    """Its value `+`, `-` or `=`."""
    EXTREME = auto()
    """ต่ำที่สุด and สูงที่สุด, its value `-` or `+`."""
    LEVEL = auto()
    FOREIGN = auto()
    """What has points of its own: a survey of satisfaction, the mean of the country."""
    BREAK = auto()
    """Where another thought begins."""
    ASIDE = auto()
    """What is neither: the year of a date, the full marks of 100."""


class Word(NamedTuple):
    """A word found in a text: where it stands, what it is and its value."""

    start: int
    end: int
    kind: WordKind
    value: str


class Vocabulary(NamedTuple):
    """The words that differ: names of indicators with their numbers, names of levels, the agency's own name."""

    names: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]
    agency: str = ""


_MONTH = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_NUMBER = r"(?:10|[1-9])(?:\.\d)?(?!\d|\.\d)"
_JOIN = r"\s*(?:,|และ|กับ|ถึง|-|–)\s*(?:ตัวชี้วัด)?(?:ที่)?\s*"
_AGENCIES = r"เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|ทต\.|หน่วยงาน"
_FIXED = rf"""
    (?P<break>\n|;|ส่วน(?!ราชการ|ได้|ใหญ่|รวม|ร่วม|ตน|งาน|ท้องถิ่น|ตำบล|ที่\s*\d)|(?:ใน)?ขณะที่|ทำให้|ส่งผล(?:ให้)?|นอกจากนี้|ทั้งนี้
        |อย่างไรก็ตาม|สำหรับ|รองลงมา|รวมถึง|ในจำนวนนี้|(?<!ต่อ)เนื่องจาก|เพราะ|ดังนั้น)
  | (?P<aside>(?:{_MONTH})\s*(?:พ\.\s?ศ\.\s*)?25\d\d(?!\d)|จาก(?:คะแนน)?เต็ม\s*100(?:\.00)?(?:\s*คะแนน)?
        |จาก\s*100(?:\.00)?\s*คะแนน)
  | (?P<foreign>ความพึงพอใจ|พึงพอใจ|ความเชื่อมั่น|ความเสี่ยง|ประเมิน(?:ผลการปฏิบัติ|พนักงาน|บุคลากร)
        |แบบสอบถาม|อบรม|ทดสอบ|LPA|PMQA|Core\s?Team
        |(?:ระดับ|ทั่ว|ทั้ง|ของ)(?:ประเทศ|จังหวัด|ภาค|อำเภอ)|(?:หน่วยงาน|ท้องถิ่น|แห่ง|เทศบาล|อบต\.?)\s?อื่น
        |[EI]IT\s*(?:Public|Survey|ส่วนที่)|ส่วนที่\s*\d|ถ่วงน้ำหนัก|น้ำหนัก|(?<!ได้)(?<!มี)คะแนนเต็ม|ผู้เข้าร่วม
        |ITA\s?ของ(?!เทศบาล|อบต|องค์การ|หน่วยงาน))
  | (?P<year>(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.\s?ศ\.?\s*)?(?<!\d)(?<!\d[.,/])25\d\d(?!\d|[.,]\d|\s*(?:คน|บาท|ราย))
        |ปี(?:งบประมาณ)?\s*[56]\d(?!\d|\.\d|\s*(?:คะแนน|คน|ข้อ|ปี))
        |ปี(?:งบประมาณ)?(?:ก่อน(?:หน้า)?(?:นี้)?|ที่ผ่านมา|ที่แล้ว|นี้|ปัจจุบัน))
  | (?P<subject>ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*{_NUMBER}(?:{_JOIN}{_NUMBER})*
        |(?<![A-Za-z])[IEO]IT(?![A-Za-z])
        |(?<![A-Za-z0-9])[OIEoie]\s?[1-9]\d?(?!\.?\d|[A-Za-z]))
  | (?P<agency>(?<!ของ)(?<!ใน)(?:{_AGENCIES})[ก-๛ฯ ]{{0,45}}?
            (?=\s*(?:ได้รับ|ได้|มี)(?:ผล)?(?:คะแนน|\s*\d)))
  | (?P<overall>(?:ผล)?คะแนน(?:โดย)?(?:รวม|ภาพรวม)|(?:ใน|โดย)?ภาพรวม|โดยรวม|คะแนน(?:รวม)?เฉลี่ย
        |คะแนน(?:ผล)?(?:การ)?(?:ประเมิน)?\s?ITA|ผลการประเมิน(?:\s?ITA)?)
  | (?P<lowest>(?:ต่ำ|น้อย)(?:ที่)?สุด)
  | (?P<highest>(?:สูง|มาก)(?:ที่)?สุด)
  | (?P<up>เพิ่มขึ้น|สูงขึ้น|สูงกว่า|ดีขึ้น|เพิ่ม(?=จาก|เป็น|\s*\d|\s*\())
  | (?P<down>ลดลง|ต่ำลง|ต่ำกว่า|น้อยลง|ลด(?=จาก|เหลือ|เป็น|\s*\d))
  | (?P<same>คงที่|เท่าเดิม|คงเดิม|ไม่เปลี่ยนแปลง)
  | (?P<figure>(?<![\d.,/:])\d{{1,3}}\.\d\d(?!\d|\.\d|\s*น\.)
        |(?<=ได้)\s*(?:100|\d\d(?:\.\d)?)(?=\s*คะแนน))
"""
_OF_LEVEL = {
    "ผ่านดี": "(?!เยี่ยม|ขึ้น|กว่า)",
    "ผ่าน": "(?!ดี|เกณฑ์|การ|ขั้น|มาตรฐาน|ตาม|ทุก)",
    "ต้องปรับปรุง": "(?!โดยด่วน|การ|พัฒนา|ให้|แก้ไข)",
}
"""What may not follow a level, since it would make it another word."""
_ANY_AGENCY = re.compile(
    r"(?:เทศบาล|หน่วยงาน|องค์การบริหารส่วน|อบต\.|อบจ\.|ทต\.)(?:ตำบล|เมือง|นคร|จังหวัด|ของเรา|เรา|นี้|ฯ|\s)*"
)
"""An agency that is spoken of without its name, which is the one whose text it is."""
_VALUES = {"up": "+", "down": "-", "same": "=", "lowest": "-", "highest": "+"}
LAST_YEAR, THIS_YEAR = "last", "this"
"""The values of ปีที่ผ่านมา and ปีนี้."""


def read(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Return the words of a text, in Arabic digits, in order."""
    return list(_words(text, vocabulary))


def _words(text: str, vocabulary: Vocabulary) -> Iterator[Word]:
    names = dict(vocabulary.names)
    for match in _pattern(vocabulary).finditer(text):
        found = match.lastgroup or ""
        typed = match[found]
        start, end = match.span(found)
        match found:
            case "year":
                yield Word(start, end, WordKind.YEAR, _year(typed))
            case "subject":
                yield Word(start, end, WordKind.SUBJECT, _references(typed))
            case "agency":
                yield Word(start, end, _whose(typed, vocabulary.agency), TOTAL)
            case "overall":
                yield Word(start, end, WordKind.OVERALL, TOTAL)
            case "up" | "down" | "same" | "lowest" | "highest":
                kind = WordKind.EXTREME if found.endswith("est") else WordKind.DIRECTION
                yield Word(start, end, kind, _VALUES[found])
            case "name":
                yield Word(start, end, WordKind.NAME, names[typed])
            case "level" | "bracketed":
                yield Word(start, end, WordKind.LEVEL, typed)
            case "figure":
                figure = typed.strip()
                yield Word(end - len(figure), end, WordKind.FIGURE, figure)
            case _:
                yield Word(start, end, WordKind(found.partition("_")[0]), typed)


def _whose(typed: str, agency: str) -> WordKind:
    """Tell whether an agency is the one whose text it is, or another."""
    own = agency in typed or _ANY_AGENCY.fullmatch(typed.strip()) is not None
    return WordKind.OVERALL if own else WordKind.FOREIGN


@lru_cache(maxsize=64)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    parts = [_FIXED]
    if vocabulary.levels:
        levels = "|".join(
            f"{re.escape(each)}{_after(each)}" for each in sorted(vocabulary.levels, key=len, reverse=True)
        )
        bracketed = "|".join(re.escape(each) for each in sorted(vocabulary.levels, key=len, reverse=True))
        parts.insert(0, rf"ระดับ(?:ผล(?:การ)?ประเมิน)?\s*[“\"(]?\s*(?P<level>{levels})")
        parts.insert(0, rf"\(\s*(?P<bracketed>{bracketed})\s*\)")
    name = rf"\s*{re.escape(vocabulary.agency)}|" if vocabulary.agency else ""
    parts.insert(0, rf"(?P<aside_own>ของ(?:{_AGENCIES})(?:{name}(?:เรา|ฯ)?(?=\s|เท่ากับ|คือ|ได้|มี|ลด|เพิ่ม|ต่ำ|สูง|อยู่)))")
    if vocabulary.names:
        names = "|".join(re.escape(each) for each, _ in sorted(vocabulary.names, key=lambda each: -len(each[0])))
        parts.append(rf"(?P<name>{names})")
    # However many blanks a text has, the next letter is near: what may be any number of them costs their square.
    return re.compile("|".join(parts).replace(r"\s*", r"\s{0,9}"), re.VERBOSE | re.ASCII)


def _after(level: str) -> str:
    return _OF_LEVEL.get(level, r"(?![A-Za-z])" if level.isascii() else "")


def _year(typed: str) -> str:
    if digits := re.search(r"\d{2,4}$", typed, re.ASCII):
        return digits[0] if len(digits[0]) == len("2568") else f"25{digits[0]}"
    return THIS_YEAR if typed.endswith(("นี้", "ปัจจุบัน")) and "ก่อน" not in typed else LAST_YEAR


def _references(typed: str) -> str:
    """Return the references that a typed subject names: all of ตัวชี้วัดที่ 1 ถึง 5 และ 10."""
    if re.match(r"[OIEoie]", typed):
        return re.sub(r"\s", "", typed).upper()
    found: list[str] = []
    for match in re.finditer(r"(?:(?P<to>ถึง|-|–)\s*(?:ตัวชี้วัด)?(?:ที่)?\s*)?(?P<number>\d+(?:\.\d)?)", typed, re.ASCII):
        number = match["number"]
        if match["to"] and found and "." not in number + found[-1]:
            found += [str(each) for each in range(int(found[-1]) + 1, int(number))]
        found.append(number)
    return " ".join(found)
