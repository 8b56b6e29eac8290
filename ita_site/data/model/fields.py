"""The kinds of value an editor types: points, dates, texts, addresses; `names`, `reference` and `period` have more.

Every scalar of a file reaches this module as the text that was typed; here it becomes what the field says,
or a `PydanticCustomError` with a Thai sentence. What a YAML tool sees in its place stands beside it, for the JSON
Schemas of the files.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ita_site.data.model import advice, patterns
from ita_site.data.model.patterns import any_case, scalar
from ita_site.ground import markup, thai

MAX_TEXT = 5_000
"""Letters in one text. A page of A4 holds about 3,000; Markdown parsers are quadratic on hostile ones."""
_REFUSED = r'\\<>"`{}|^'
"""What no address holds."""
_WEB_ADDRESS = (
    rf"{any_case('http')}[Ss]?://[^\s/?#@\[\]{_REFUSED}]+(?:[/?#][^{_REFUSED}]*)?"
    rf"|(?:{any_case('mailto')}|{any_case('tel')}):[^\s?#{_REFUSED}][^{_REFUSED}]*"
)
"""What `markup.link` takes, as far as a pattern can tell."""
_DAY_LIKE = re.compile(r"^\s*\d{1,2}\s*[ก-๛.]+\s*\d{2,4}\s*$|^\s*\d{4}-\d{2}-\d{2}\s*$")
_SCORE = "คะแนน"
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_THAI_LETTER = re.compile("[ก-๛]")


class Record(BaseModel):
    """A frozen record of one kind of file, or of a part of one; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def _text(value: object) -> object:
    if isinstance(value, str):
        value = value.strip()
        if not value:
            raise PydanticCustomError("empty_text", "ช่องนี้ว่างอยู่ ให้พิมพ์ข้อความ หรือลบทั้งช่องถ้าไม่มีข้อมูล")
        if len(value) > MAX_TEXT:
            raise PydanticCustomError(
                "long_text",
                "ข้อความยาว {found} ตัวอักษร เกิน {most} ให้แบ่งเป็นหลายรายการ",
                {"found": f"{len(value):,}", "most": f"{MAX_TEXT:,}"},
            )
    return value


def _number(value: object, *, least: Decimal, most: Decimal, what: str, example: str = "96.79") -> object:
    if not isinstance(value, str):
        return value
    read = thai.number(value)
    if read is None:
        raise PydanticCustomError(
            "not_a_number",
            "{what}ต้องเป็นตัวเลข เช่น {example} หรือ {thai} แต่พบ “{found}”{advice}",
            {
                "what": what,
                "example": example,
                "thai": thai.digits(example),
                "found": markup.excerpt(value),
                "advice": advice.on_number(value, is_score=what == _SCORE),
            },
        )
    if not least <= read <= most:
        hint = _misplaced_point(read, most)
        raise PydanticCustomError(
            "out_of_range",
            "{what} {found} อยู่นอกช่วง {least} ถึง {most}{hint}",
            {"what": what, "found": markup.excerpt(value), "least": least, "most": most, "hint": hint},
        )
    if -int(read.as_tuple().exponent) > 2:
        raise PydanticCustomError(
            "too_many_digits",
            "{what} {found} มีทศนิยมเกิน 2 ตำแหน่ง ผล ITA ประกาศทศนิยม 2 ตำแหน่ง ให้พิมพ์ตามที่ประกาศ",
            {"what": what, "found": markup.excerpt(value)},
        )
    return read


def _misplaced_point(read: Decimal, most: Decimal) -> str:
    """Return a guess at the point left out of a score: 953 is 95.3, 9537 is 95.37."""
    if read > most and read == int(read):
        for places in (1, 2):
            if (moved := read.scaleb(-places)) <= most:
                return f" หมายถึง {moved} หรือไม่"
    return ""


def _points(value: object) -> object:
    return _number(value, least=Decimal(0), most=Decimal(100), what=_SCORE)


def _change(value: object) -> object:
    return _number(value, least=Decimal(-100), most=Decimal(100), what="คะแนนที่เปลี่ยนแปลง", example="-1.25")


def _whole(value: object, least: int, most: int) -> object:
    """Read a whole number, which documents may write with commas: 1,234."""
    typed = _THOUSANDS.sub("", value) if isinstance(value, str) else value
    read = _number(typed, least=Decimal(least), most=Decimal(most), what="จำนวน", example="12")
    if isinstance(read, Decimal) and read != int(read):
        raise PydanticCustomError("not_a_number", "ต้องเป็นจำนวนเต็ม แต่พบ “{found}”", {"found": str(value)})
    return int(read) if isinstance(read, Decimal) else read


def _count(value: object) -> object:
    return _whole(value, 1, 9999)


def _people(value: object) -> object:
    return _whole(value, 0, 9_999_999)


def _percent(value: object) -> object:
    typed = value.strip().removeprefix("ร้อยละ").removesuffix("%").strip() if isinstance(value, str) else value
    return _number(typed, least=Decimal(0), most=Decimal(100), what="ร้อยละ", example="80")


def _when(value: object) -> object:
    """Read a day where one is written, else the words for a round: ณ สิ้นปีงบประมาณ, ทุกไตรมาส."""
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_text", "ต้องเป็นข้อความเดียว")
    if _DAY_LIKE.search(thai.arabic(value)) or not _THAI_LETTER.search(value):
        return _day(value)
    return _text(value)


def _year(value: object) -> object:
    if isinstance(value, str):
        try:
            return thai.year(value)
        except thai.BadDate as error:
            raise PydanticCustomError("bad_year", "{why}", {"why": str(error)}) from None
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return thai.read_date(value)
        except thai.BadDate as error:
            why = str(error) if "หรือไม่" in str(error) else f"{error}{advice.on_date(value)}"
            raise PydanticCustomError("bad_date", "{why}", {"why": why}) from None
    return value


def _address(value: object) -> object:
    if isinstance(value, str) and markup.link(value) is None:
        raise PydanticCustomError(
            "bad_address",
            "“{found}” ใช้เป็นลิงก์ไม่ได้{advice}",
            {"found": markup.excerpt(value), "advice": advice.on_address(value)},
        )
    return value.strip() if isinstance(value, str) else value


Text = Annotated[
    str,
    BeforeValidator(_text),
    WithJsonSchema(
        {
            "description": f"ข้อความธรรมดา ไม่เกิน {MAX_TEXT:,} ตัวอักษร",
            "type": ["string", "number", "boolean"],  # ตามที่พิมพ์: 12 and NO are texts too
            "pattern": r"\S",
            "patternErrorMessage": "ช่องนี้ว่างอยู่ ให้พิมพ์ข้อความ หรือลบทั้งช่องถ้าไม่มีข้อมูล",
            "maxLength": MAX_TEXT,
        }
    ),
]
"""Plain text, never markup; blank lines part paragraphs."""
Points = Annotated[
    Decimal,
    BeforeValidator(_points),
    scalar(
        "คะแนน 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง เลขอารบิกหรือเลขไทย เช่น 96.79 หรือ ๙๖.๗๙",
        96.79,
        "๙๖.๗๙",
        pattern=patterns.POINTS,
        kinds=("number",),
        minimum=0,
        maximum=100,
    ),
]
"""A score on the ITA scale, 0 to 100 points, as published: at most two decimals."""
PointChange = Annotated[
    Decimal,
    BeforeValidator(_change),
    scalar(
        "คะแนนที่เพิ่มหรือลด -100 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง เช่น 3.04 หรือ -๑.๕๐",
        3.04,
        "-๑.๕๐",
        pattern=patterns.CHANGE,
        kinds=("number",),
        minimum=-100,
        maximum=100,
    ),
]
"""A change of score in points, with its sign."""
Count = Annotated[
    int,
    BeforeValidator(_count),
    scalar(
        "จำนวนเต็ม 1 ถึง 9999 เช่น 12 หรือ ๑๒",
        12,
        "๑๒",
        pattern=patterns.COUNT,
        kinds=("integer",),
        minimum=1,
        maximum=9999,
    ),
]
"""A number of things, or a place in an order."""
FiscalYear = Annotated[
    int,
    BeforeValidator(_year),
    scalar(
        "ปีงบประมาณ พ.ศ. 4 หลัก เช่น 2568 หรือ ๒๕๖๘",
        2568,
        "๒๕๖๘",
        pattern=patterns.YEAR,
        kinds=("integer",),
        minimum=thai.FIRST_YEAR,
        maximum=thai.LAST_YEAR,
    ),
]
"""A fiscal year B.E.: 2568 is 1 October 2567 to 30 September 2568."""
Number = Annotated[
    int,
    BeforeValidator(_people),
    scalar(
        "จำนวนคน เช่น 1,234 หรือ ๑๒๐",
        120,
        "1,234",
        pattern=r"[0-9๐-๙]{1,3}(?:,?[0-9๐-๙]{3}){0,2}",
        kinds=("integer",),
        minimum=0,
        maximum=9_999_999,
    ),
]
"""A number of people; zero is one."""
Percent = Annotated[
    Decimal,
    BeforeValidator(_percent),
    scalar(
        "ร้อยละ 0 ถึง 100 เช่น 80 หรือ ๘๐",
        80,
        "๘๐",
        pattern=rf"(?:ร้อยละ\s*)?(?:{patterns.POINTS})\s*%?",
        kinds=("number",),
        minimum=0,
        maximum=100,
    ),
]
"""How far something has come, 0 to 100."""
When = Annotated[
    date | str,
    PlainValidator(_when),
    scalar(
        "วันที่ เช่น 1 มี.ค. 2563 หรือรอบ เช่น ณ สิ้นปีงบประมาณ",
        "ณ สิ้นปีงบประมาณ",
        "1 มี.ค. 2563",
        pattern=patterns.WHEN,
    ),
]
"""A day, or a round in words: ณ สิ้นปีงบประมาณ, ทุกไตรมาส."""
Day = Annotated[
    date,
    BeforeValidator(_day),
    scalar(
        "วันที่ ปีเป็น พ.ศ. พิมพ์แบบ 6 ต.ค. 2568, ๖ ตุลาคม ๒๕๖๘ หรือ 2568-10-06",
        "6 ต.ค. 2568",
        "๖ ตุลาคม ๒๕๖๘",
        "2568-10-06",
        pattern=patterns.DAY,
    ),
]
"""A day, written B.E. in one of the three forms of `thai.read_date`."""
Address = Annotated[
    str,
    Field(max_length=2000),
    BeforeValidator(_address),
    scalar(
        "ที่อยู่เต็มที่ขึ้นต้นด้วย https:// (หรือ mailto: tel:) ไม่มีช่องชื่อผู้ใช้ก่อน @",
        "https://www.example.go.th/",
        "tel:+6654000000",
        pattern=_WEB_ADDRESS,
        maxLength=2000,
    ),
]
"""An address a page may link to; see `markup.link`."""
