"""The record of `agency.yml`: who publishes."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Address, Day, Record, Text
from ita_site.data.model.names import ImageName
from ita_site.data.model.patterns import scalar
from ita_site.ground import markup, thai

_CODE = "[0-9]{4,10}"
_LETTER = re.compile(r"[^\W_]")


class ChannelUse(StrEnum):
    """What a channel is for."""

    CONTACT = "ติดต่อสอบถาม"
    COMPLAINT = "ร้องเรียนร้องทุกข์"
    NEWS = "ติดตามข่าวสาร"


class Colour(StrEnum):
    """The colours a site may have: those whose text can be read in the light and the dark scheme (WCAG 1.4.3)."""

    INDIGO = "คราม"
    PURPLE = "ม่วง"
    DEEP_PURPLE = "ม่วงเข้ม"
    BROWN = "น้ำตาล"
    GREY = "เทา"
    BLUE_GREY = "เทาน้ำเงิน"


class Digits(StrEnum):
    """The digits that figures and dates are written with, on the pages or on paper."""

    ARABIC = "อารบิก"
    THAI = "ไทย"


class Licence(StrEnum):
    """The licences an office may publish its data under, by their SPDX names."""

    CC0 = "CC0-1.0"
    CC_BY = "CC-BY-4.0"
    CC_BY_SA = "CC-BY-SA-4.0"
    CC_BY_NC = "CC-BY-NC-4.0"
    ODC_BY = "ODC-By-1.0"


class Channel(Record, title="ช่องทางติดต่อ"):
    """A way for citizens to reach the municipality."""

    name: Text = Field(title="ชื่อช่องทาง", examples=["โทรศัพท์สำนักงาน"])
    use: ChannelUse = Field(title="ใช้สำหรับ")
    detail: Text | None = Field(None, title="รายละเอียด", examples=["ในวันและเวลาราชการ"])
    address: Address | None = Field(None, title="ที่อยู่เว็บ อีเมล หรือโทรศัพท์")


def _several_words(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) < 2:
        raise PydanticCustomError("one_word", "คำที่ใช้แทนกันต้องมีอย่างน้อยสองคำในกลุ่มเดียวกัน เช่น - [ศูนย์พัฒนาเด็กเล็ก, ศพด.]")
    for word in words:
        if len(_LETTER.findall(word)) < 2:
            raise PydanticCustomError(
                "short_word",
                "“{found}” สั้นเกินไปสำหรับการค้นหา ให้พิมพ์คำที่มีอย่างน้อยสองตัวอักษร",
                {"found": markup.excerpt(word)},
            )
    return words


Synonyms: TypeAlias = Annotated[
    tuple[Text, ...], AfterValidator(_several_words), Field(json_schema_extra={"minItems": 2})
]
"""Words that the search takes for one another; one that ends with a dot is an abbreviation."""


def _code(value: object) -> object:
    if not isinstance(value, str):
        return value
    typed = thai.arabic(value).strip()
    if not re.fullmatch(_CODE, typed, re.ASCII):
        raise PydanticCustomError(
            "bad_code",
            "“{found}” ไม่ใช่รหัสของ อปท. ต้องเป็นตัวเลขล้วน 4 ถึง 10 หลัก ไม่มีขีดหรือเว้นวรรค ให้พิมพ์ตามทะเบียน รวมเลข 0 ข้างหน้า",
            {"found": markup.excerpt(value)},
        )
    return typed


LocalCode: TypeAlias = Annotated[
    str,
    BeforeValidator(_code),
    scalar(
        "รหัสของ อปท. ตัวเลขล้วนตามทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น รวมเลข 0 ข้างหน้า",
        "00000000",
        pattern="[0-9๐-๙]{4,10}",
        kinds=("integer",),
    ),
]
"""The code by which the Department of Local Administration knows a local government, as it is typed there: a text."""

_WITHOUT_DISTRICT = ("องค์การบริหารส่วนจังหวัด", "อบจ", "กรุงเทพมหานคร")
"""Kinds of agency that lie in no district."""


class Successor(Record, title="หน่วยงานที่รับช่วงต่อ"):
    """The agency that this one has become a part of, or was made anew as: its name, its code, since when."""

    name: Text = Field(title="ชื่อหน่วยงาน", examples=["เทศบาลเมืองตัวอย่าง"])
    code: LocalCode | None = Field(None, title="รหัส อปท.")
    since: Day | None = Field(None, title="ตั้งแต่วันที่")


class Agency(Record, title="หน่วยงาน"):
    """`data/agency.yml`: who publishes."""

    name: Text = Field(title="ชื่อหน่วยงาน", examples=["เทศบาลตำบลตัวอย่าง"])
    kind: Text = Field(title="ประเภท", examples=["เทศบาลตำบล"])
    district: Text | None = Field(None, validate_default=True, title="อำเภอ", examples=["เมืองตัวอย่าง"])
    province: Text = Field(title="จังหวัด", examples=["ลำปาง"])
    former_names: tuple[Text, ...] = Field((), title="ชื่อเดิมของหน่วยงาน", examples=[["องค์การบริหารส่วนตำบลตัวอย่าง"]])
    code: LocalCode | None = Field(None, title="รหัส อปท. ของกรมส่งเสริมการปกครองท้องถิ่น")
    size: Text | None = Field(None, title="ขนาดตามที่ประกาศกำหนด", examples=["ขนาดกลาง"])
    successor: Successor | None = Field(None, title="หน่วยงานที่รับช่วงต่อ เมื่อหน่วยงานนี้ถูกรวมหรือเปลี่ยนฐานะแล้ว")
    motto: Text | None = Field(None, title="คำขวัญหรือเจตจำนงที่ประกาศ", examples=["โปร่งใส ตรวจสอบได้"])
    website: Address | None = Field(None, title="เว็บไซต์หลัก")
    divisions: tuple[Text, ...] = Field((), title="ส่วนราชการที่เป็นผู้รับผิดชอบได้", examples=[["กองคลัง"]])
    channels: tuple[Channel, ...] = Field((), title="ช่องทางติดต่อ")
    colour: Colour = Field(Colour.INDIGO, title="สีของเว็บไซต์")
    logo: ImageName | None = Field(None, title="ไฟล์ตราหน่วยงาน")
    notice: Text | None = Field(
        None, title="ข้อความที่ขึ้นบนทุกหน้า ย่อหน้าแรกเห็นทันที ที่เหลืออยู่ใต้ “อ่านต่อ”", examples=["อยู่ระหว่างปรับปรุงข้อมูล"]
    )
    digits: Digits = Field(Digits.ARABIC, title="ตัวเลขที่ใช้บนหน้าเว็บ")
    paper_digits: Digits = Field(Digits.THAI, title="ตัวเลขที่ใช้ในเอกสารที่พิมพ์ลงนาม")
    licence: Licence | None = Field(None, title="สัญญาอนุญาตของข้อมูลเปิด ไม่พิมพ์คือหน่วยงานยังไม่ได้กำหนด")
    synonyms: tuple[Synonyms, ...] = Field(
        (), title="คำที่ใช้แทนกันในการค้นหา กลุ่มละอย่างน้อยสองคำ", examples=[[["ศูนย์ดำรงธรรม", "ศดธ."]]]
    )

    @field_validator("district")
    @classmethod
    def _district_of_most(cls, district: str | None, info: ValidationInfo) -> str | None:
        # Field by field, so that it is told together with the other faults of the file; of a record with faults, read
        # by a class of its own, the district may have been lost.
        kind = info.data.get("kind")
        if cls is Agency and district is None and kind is not None and not kind.startswith(_WITHOUT_DISTRICT):
            raise PydanticCustomError(
                "missing_key", "หน่วยงานนี้ต้องมีอำเภอ ให้พิมพ์ที่ช่อง district: (เว้นได้เฉพาะองค์การบริหารส่วนจังหวัดและกรุงเทพมหานคร)"
            )
        return district
