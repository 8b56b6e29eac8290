"""What every official document has: its head, who prepared and approved it, lines with lines below, attachments.

`Edit` is what an editor of the site added to a document, matched, corrected or left out: nothing of the editor's
passes as the document's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Address, Day, FileName, Record, Text
from ita_site.ground import thai


class Origin(StrEnum):
    """Whose words or judgement a value is."""

    DOCUMENT = "เอกสาร"
    EDITOR = "ผู้จัดทำเว็บไซต์"


class Change(StrEnum):
    """What an editor did to a document."""

    ADDED = "เพิ่ม"
    MATCHED = "จับคู่"
    CORRECTED = "แก้"
    LEFT_OUT = "ไม่นำมา"


class Edit(Record):
    """One thing that an editor of the site did to a document, and why."""

    at: Text = Field(title="ช่องที่แก้ในไฟล์นี้ เช่น period หรือ steps.3")
    change: Change = Field(title="ทำอะไร")
    printed: Text | None = Field(None, title="ข้อความที่เอกสารพิมพ์")
    why: Text = Field(title="เหตุผล")

    @property
    def path(self) -> tuple[str | int, ...]:
        """The path of the value in the file; `steps.3` is the third step."""
        return tuple(int(part) - 1 if part.isdecimal() else part for part in thai.arabic(self.at).split("."))

    @model_validator(mode="after")
    def _printed_words(self) -> Edit:
        if self.change is Change.CORRECTED and self.printed is None:
            raise PydanticCustomError(
                "missing_printed", "การแก้ต้องบอกว่าเอกสารพิมพ์ไว้อย่างไร ให้เติมช่อง printed: ด้วยข้อความเดิมของเอกสาร"
            )
        return self


class Attachment(Record):
    """A file or a page that goes with a document: beside the data in `files/`, or at an address."""

    title: Text = Field(title="ชื่อ")
    file: FileName | None = Field(None, title="ชื่อไฟล์ในโฟลเดอร์ files ของปีนี้")
    url: Address | None = Field(None, title="ที่อยู่ (https)")
    date: Day | None = Field(None, title="วันที่ของเอกสาร")
    description: Text | None = Field(None, title="คำบรรยายภาพ")

    @model_validator(mode="after")
    def _file_or_address(self) -> Attachment:
        if (self.file is None) == (self.url is None):
            raise PydanticCustomError(
                "bad_attachment", "เอกสารแนบต้องมีช่อง file: (ไฟล์ในโฟลเดอร์ files) หรือ url: (https://…) อย่างใดอย่างหนึ่ง"
            )
        return self


class Line(Record):
    """A line of a list, with the lines below it; a plain text is a line without any."""

    text: Text = Field(title="ข้อความ")
    number: Text | None = Field(None, title="เลขข้อตามเอกสาร")
    lines: tuple[Text, ...] = Field((), title="ข้อย่อย")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")

    def __str__(self) -> str:
        return self.text


def _line(value: object) -> object:
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and "text" not in value:  # most often a text with a colon in it
        raise PydanticCustomError("not_a_text", "ต้องเป็นข้อความเดียว")
    return value


Lined = Annotated[Line, BeforeValidator(_line, json_schema_input_type=Any)]
"""A line written as a text, or as a group with its number, the lines below it and what is attached."""


class Person(Record):
    """An official: the position always, the name only where the office publishes it."""

    position: Text = Field(title="ตำแหน่ง")
    division: Text | None = Field(None, title="ส่วนราชการ")
    name: Text | None = Field(None, title="ชื่อ (เฉพาะที่หน่วยงานเผยแพร่)")
    date: Day | None = Field(None, title="วันที่ลงนาม")


class OfficialDocument(Record):
    """The parts that an analysis, a plan and a report have alike, in the order in which they stand."""

    document: Text | None = Field(None, title="เอกสารที่มา")
    number: Text | None = Field(None, title="เลขที่เอกสาร")
    date: Day | None = Field(None, title="วันที่ของเอกสาร")
    original: Attachment | None = Field(None, title="ฉบับลงนาม")
    introduction: Text | None = Field(None, title="บทนำ")
    purpose: tuple[Lined, ...] = Field((), title="วัตถุประสงค์")
    basis: tuple[Lined, ...] = Field((), title="หลักการ กฎหมาย และยุทธศาสตร์ที่อ้าง")
    method: Text | None = Field(None, title="วิธีการ")
    conclusion: Text | None = Field(None, title="บทสรุป")
    prepared_by: tuple[Person, ...] = Field((), title="ผู้จัดทำ")
    approved_by: tuple[Person, ...] = Field((), title="ผู้เห็นชอบหรืออนุมัติ")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    edits: tuple[Edit, ...] = Field((), title="สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")
