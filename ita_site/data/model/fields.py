"""The kinds of value an editor types: points, dates, texts, addresses; `reference` has the references.

Every scalar of a file reaches this module as the text that was typed; here it becomes what the field says,
or a `PydanticCustomError` with a Thai sentence. Limits are also written as `Field` constraints, so that the
JSON Schema of the models knows them.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ita_site.ground import markup, thai

MAX_ID = 60
"""Letters in the name of a measure or report."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself: a folder of the site could not be called so."""
MAX_TEXT = 5_000
"""Letters in one text. A page of A4 holds about 3,000; Markdown parsers are quadratic on hostile ones."""
_IMAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|webp)", re.ASCII)


_FILE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.[a-z0-9]{2,5}", re.ASCII)
_DAY_LIKE = re.compile(r"^\s*\d{1,2}\s*[ก-๛.]+\s*\d{2,4}\s*$|^\s*\d{4}-\d{2}-\d{2}\s*$")
_THAI_LETTER = re.compile("[ก-๛]")


class Record(BaseModel):
    """A frozen record of one kind of file, or of a part of one; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def is_id(name: str) -> bool:
    """Tell whether a name may be that of a measure or report: it is a folder of the site and a part of addresses."""
    return _ID.fullmatch(name) is not None and len(name) <= MAX_ID and name not in _DEVICES


def _id(value: object) -> object:
    if isinstance(value, str) and not is_id(value.strip()):
        raise PydanticCustomError(
            "bad_id",
            "“{found}” ไม่ใช่ชื่อไฟล์เดิม ใช้ได้เฉพาะ a-z 0-9 และ - ยาวไม่เกิน {most} ตัว ไม่ต้องพิมพ์ .yml",
            {"found": markup.excerpt(value), "most": MAX_ID},
        )
    return value.strip() if isinstance(value, str) else value


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


def _image_name(value: str) -> str:
    if not _IMAGE.fullmatch(value):
        raise PydanticCustomError(
            "bad_image_name",
            "ต้องเป็นชื่อไฟล์รูปในโฟลเดอร์ข้อมูล เช่น logo.png ใช้ได้เฉพาะ .png .jpg .webp ชื่อเป็น a-z 0-9 และ - แต่พบ “{found}”"
            " (ไม่รับ .svg เพราะอาจมีคำสั่งแฝง)",
            {"found": markup.excerpt(value)},
        )
    return value


def _number(value: object, *, least: Decimal, most: Decimal, what: str) -> object:
    if not isinstance(value, str):
        return value
    read = thai.number(value)
    if read is None:
        raise PydanticCustomError(
            "not_a_number",
            "{what}ต้องเป็นตัวเลข เช่น 96.79 หรือ ๙๖.๗๙ แต่พบ “{found}”",
            {"what": what, "found": markup.excerpt(value)},
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
    return _number(value, least=Decimal(0), most=Decimal(100), what="คะแนน")


def _change(value: object) -> object:
    return _number(value, least=Decimal(-100), most=Decimal(100), what="คะแนนที่เปลี่ยนแปลง")


def _count(value: object) -> object:
    read = _number(value, least=Decimal(1), most=Decimal(9999), what="จำนวน")
    if isinstance(read, Decimal):
        if read != int(read):
            raise PydanticCustomError("not_a_number", "ต้องเป็นจำนวนเต็ม แต่พบ “{found}”", {"found": str(value)})
        return int(read)
    return read


def _whole_number(value: object) -> object:
    """Read a number of people, which documents write with commas: 1,234."""
    read = (
        _number(value.replace(",", ""), least=Decimal(0), most=Decimal(9_999_999), what="จำนวน")
        if isinstance(value, str)
        else value
    )
    return int(read) if isinstance(read, Decimal) and read == int(read) else read


def _percent(value: object) -> object:
    typed = value.strip().removeprefix("ร้อยละ").removesuffix("%") if isinstance(value, str) else value
    return _number(typed, least=Decimal(0), most=Decimal(100), what="ร้อยละ")


def _when(value: object) -> object:
    """Read a day where one is written, else the words for a round: ณ สิ้นปีงบประมาณ, ทุกไตรมาส."""
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_text", "ต้องเป็นข้อความเดียว")
    if _DAY_LIKE.search(thai.arabic(value)) or not _THAI_LETTER.search(value):
        return _day(value)
    return _text(value)


def _file_name(value: object) -> object:
    if isinstance(value, str) and not _FILE.fullmatch(value.strip()):
        raise PydanticCustomError(
            "bad_file_name",
            "“{found}” ไม่ใช่ชื่อไฟล์แนบ ให้ตั้งชื่อด้วย a-z 0-9 และ - ตามด้วยนามสกุล เช่น plan-2569.pdf แล้ววางไว้ในโฟลเดอร์ files",
            {"found": markup.excerpt(value)},
        )
    return value.strip() if isinstance(value, str) else value


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
            raise PydanticCustomError("bad_date", "{why}", {"why": str(error)}) from None
    return value


def _address(value: object) -> object:
    if isinstance(value, str) and markup.link(value) is None:
        raise PydanticCustomError(
            "bad_address",
            "“{found}” ใช้เป็นลิงก์ไม่ได้ ให้พิมพ์ที่อยู่เต็มที่ขึ้นต้นด้วย https:// (หรือ mailto: tel:) ไม่มีช่องชื่อผู้ใช้ก่อน @",
            {"found": markup.excerpt(value)},
        )
    return value.strip() if isinstance(value, str) else value


Text = Annotated[str, Field(max_length=MAX_TEXT), BeforeValidator(_text)]
"""Plain text, never markup; blank lines part paragraphs."""
Id = Annotated[str, Field(max_length=MAX_ID), BeforeValidator(_id)]
"""The name of the file of a measure or report, without its ending."""
Points = Annotated[Decimal, Field(ge=0, le=100), BeforeValidator(_points)]
"""A score on the ITA scale, 0 to 100 points, as published: at most two decimals."""
PointChange = Annotated[Decimal, Field(ge=-100, le=100), BeforeValidator(_change)]
"""A change of score in points, with its sign."""
Count = Annotated[int, Field(ge=1, le=9999), BeforeValidator(_count)]
"""A number of things, or a place in an order."""
FiscalYear = Annotated[int, Field(ge=thai.FIRST_YEAR, le=thai.LAST_YEAR), BeforeValidator(_year)]
"""A fiscal year B.E.: 2568 is 1 October 2567 to 30 September 2568."""
Day = Annotated[date, BeforeValidator(_day)]
"""A day, written B.E. in one of the three forms of `thai.read_date`."""
When = Annotated[date | str, PlainValidator(_when, json_schema_input_type=str)]
"""A day, or a round in words: ณ สิ้นปีงบประมาณ, ทุกไตรมาส."""
Number = Annotated[int, Field(ge=0, le=9_999_999), BeforeValidator(_whole_number)]
"""A number of people; zero is one."""
Percent = Annotated[Decimal, Field(ge=0, le=100), BeforeValidator(_percent)]
"""How far something has come, 0 to 100."""
FileName = Annotated[str, Field(max_length=100), BeforeValidator(_file_name)]
"""The name of a file beside the data, in `files/` of its year."""
Address = Annotated[str, Field(max_length=2000), BeforeValidator(_address)]
"""An address a page may link to; see `markup.link`."""
ImageName = Annotated[str, Field(max_length=60), AfterValidator(_image_name)]
"""The name of a picture beside `agency.yml`."""


class Period(Record):
    """The days from `start` to `end`, both included."""

    start: Day = Field(title="วันเริ่มต้น")
    end: Day = Field(title="วันสิ้นสุด")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise PydanticCustomError(
                "period_backwards",
                "วันสิ้นสุด ({end}) อยู่ก่อนวันเริ่มต้น ({start})",
                {"end": thai.write_short_date(self.end), "start": thai.write_short_date(self.start)},
            )
        return self

    @property
    def throughout(self) -> bool:
        """Tell whether the document says “the whole fiscal year” and not which days."""
        return False


WHOLE_YEAR = "ตลอดปีงบประมาณ"
"""What plans print for the days from 1 October to 30 September."""


class _Throughout(Period):
    """The whole of the fiscal year whose folder a file lies in."""

    @property
    def throughout(self) -> bool:
        return True


def _whole_year(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return handler(value)
    fiscal = (info.context or {}).get("year")
    if thai.normalise(value.strip()) != WHOLE_YEAR or fiscal is None:
        raise PydanticCustomError(
            "bad_period",
            "ให้พิมพ์ “{whole}” หรือพิมพ์ start: และ end: คนละบรรทัด แต่พบ “{found}”",
            {"whole": WHOLE_YEAR, "found": markup.excerpt(value)},
        )
    start, end = thai.fiscal_bounds(fiscal)
    return _Throughout(start=start, end=end)


PeriodOfYear = Annotated[Period, WrapValidator(_whole_year)]
"""A period, or `ตลอดปีงบประมาณ` for all of the fiscal year of the folder the file lies in."""
