"""What every official document has: its memorandum, its head, who prepared and approved it, lines, attachments.

`Edit` is what an editor of the site added to a document, matched, corrected or left out: nothing of the editor's
passes as the document's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Address, Day, Record, Text
from ita_site.data.model.names import FileName
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


class Edit(Record, title="สิ่งที่ผู้จัดทำเว็บไซต์ทำกับเอกสาร"):
    """One thing that an editor of the site did to a document, and why."""

    at: Text = Field(title="ช่องที่แก้ในไฟล์นี้ เช่น period หรือ steps.3", examples=["steps.3"])
    change: Change = Field(title="ทำอะไร")
    printed: Text | None = Field(None, title="ข้อความที่เอกสารพิมพ์", examples=["พ.ศ. ๒๕๖๓"])
    why: Text = Field(title="เหตุผล", examples=["เอกสารพิมพ์ปีผิด"])

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


class Attachment(Record, title="เอกสารแนบ"):
    """A file or a page that goes with a document: beside the data in `files/`, or at an address."""

    title: Text = Field(title="ชื่อ", examples=["ประกาศฉบับลงนาม"])
    file: FileName | None = Field(None, title="ชื่อไฟล์ในโฟลเดอร์ files ของปีนี้")
    url: Address | None = Field(None, title="ที่อยู่ (https)")
    date: Day | None = Field(None, title="วันที่ของเอกสาร")
    description: Text | None = Field(None, title="คำบรรยายภาพ", examples=["การอบรมพนักงาน"])

    @model_validator(mode="after")
    def _file_or_address(self) -> Attachment:
        if (self.file is None) == (self.url is None):
            raise PydanticCustomError(
                "bad_attachment", "เอกสารแนบต้องมีช่อง file: (ไฟล์ในโฟลเดอร์ files) หรือ url: (https://…) อย่างใดอย่างหนึ่ง"
            )
        return self


def grouped(value: object) -> object:
    """Return a plain text as the group that it stands for: one with a text and nothing else."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and "text" not in value:  # most often a text with a colon in it
        raise PydanticCustomError("not_a_text", "ต้องเป็นข้อความเดียว")
    if isinstance(value, dict):  # what a function hands on is read strictly, and a strict tuple takes no list
        return {key: tuple(each) if isinstance(each, list) else each for key, each in value.items()}
    return value


class SubLine(Record, title="ข้อย่อย"):
    """A line below a line of a list; a plain text is one without any below it."""

    text: Text = Field(title="ข้อความ", examples=["ประกาศบนเว็บไซต์"])
    number: Text | None = Field(None, title="เลขข้อตามเอกสาร", examples=["๘.๑"])
    lines: tuple[Text, ...] = Field((), title="ข้อย่อยของข้อย่อย", examples=[["ภายใน 7 วัน"]])


SubLined = Annotated[SubLine, BeforeValidator(grouped, json_schema_input_type=Text | SubLine)]
"""A line below another, written as a text, or as a group with its number and the lines below it."""


class Line(Record, title="ข้อ"):
    """A line of a list, with the lines below it; a plain text is a line without any."""

    text: Text = Field(title="ข้อความ", examples=["จัดทำคู่มือการปฏิบัติงาน"])
    number: Text | None = Field(None, title="เลขข้อตามเอกสาร", examples=["๘"])
    lines: tuple[SubLined, ...] = Field((), title="ข้อย่อย", examples=[["ประกาศบนเว็บไซต์"]])
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")

    def __str__(self) -> str:
        return self.text


Lined = Annotated[Line, BeforeValidator(grouped, json_schema_input_type=Text | Line)]
"""A line written as a text, or as a group with its number, the lines below it and what is attached."""


class Person(Record, title="เจ้าหน้าที่"):
    """An official: the position always, the name only where the office publishes it."""

    position: Text = Field(title="ตำแหน่ง", examples=["นิติกรปฏิบัติการ"])
    division: Text | None = Field(None, title="ส่วนราชการ", examples=["สำนักปลัด"])
    name: Text | None = Field(None, title="ชื่อ (เฉพาะที่หน่วยงานเผยแพร่)", examples=["ชื่อและนามสกุล"])
    date: Day | None = Field(None, title="วันที่ลงนาม")


class YearFile(Record):
    """What every file of a fiscal year may say: whose it is, so that no agency publishes the figures of another."""

    agency: Text | None = Field(
        None, title="หน่วยงานเจ้าของเอกสาร ตามที่เอกสารพิมพ์", examples=["เทศบาลตำบลตัวอย่าง อำเภอเมืองตัวอย่าง จังหวัดลำปาง"]
    )


class Memo(Record, title="บันทึกข้อความ"):
    """The head of the memorandum a document was sent with, and its substance in short."""

    division: Text = Field(title="ส่วนราชการ", examples=["สำนักปลัด เทศบาลตำบลตัวอย่าง"])
    number: Text | None = Field(None, title="ที่", examples=["ลป ๕๒๒๐๑/๑๒๓"])
    date: Day = Field(title="วันที่")
    subject: Text = Field(title="เรื่อง", examples=["รายงานผลการดำเนินการตามมาตรการ ITA"])
    to: Text = Field(title="เรียน", examples=["นายกเทศมนตรีตำบลตัวอย่าง"])
    background: Text | None = Field(None, title="เรื่องเดิม", examples=["เทศบาลเข้าร่วมการประเมิน ITA ปี 2568"])
    facts: Text | None = Field(None, title="ข้อเท็จจริง", examples=["ดำเนินการแล้ว 12 มาตรการ"])
    proposal: Text | None = Field(None, title="ข้อพิจารณา", examples=["จึงเรียนมาเพื่อโปรดทราบ"])
    signed_by: Text | None = Field(None, title="ตำแหน่งผู้เสนอ", examples=["เจ้าพนักงานธุรการปฏิบัติงาน"])
    attachments: tuple[Attachment, ...] = Field((), title="สิ่งที่ส่งมาด้วย")


class Opinion(Record, title="ความเห็นหรือคำสั่ง"):
    """What an official wrote on the memorandum; the official appears by position only."""

    position: Text = Field(title="ตำแหน่ง", examples=["ปลัดเทศบาล"])
    to: Text | None = Field(None, title="เรียน", examples=["นายกเทศมนตรีตำบลตัวอย่าง"])
    text: Text | None = Field(None, title="ความเห็น", examples=["เพื่อโปรดทราบ"])
    unreadable: Text | None = Field(None, title="เหตุที่อ่านข้อความไม่ได้", examples=["คำสั่งเขียนด้วยลายมือ อ่านจากภาพสแกนไม่ได้"])


class SentDocument(YearFile):
    """What may be sent up with a memorandum, on which officials write what they think of it."""

    memo: Memo | None = Field(None, title="บันทึกข้อความ")
    opinions: tuple[Opinion, ...] = Field((), title="ความเห็นและคำสั่ง")


class OfficialDocument(SentDocument):
    """The parts that an analysis, a plan and a report have alike, in the order in which they stand."""

    document: Text | None = Field(None, title="เอกสารที่มา", examples=["แผนมาตรการส่งเสริมคุณธรรม ปี 2569"])
    number: Text | None = Field(None, title="เลขที่เอกสาร", examples=["ลป ๕๒๒๐๑/๑๒๓"])
    date: Day | None = Field(None, title="วันที่ของเอกสาร")
    original: Attachment | None = Field(None, title="ฉบับลงนาม")
    introduction: Text | None = Field(None, title="บทนำ", examples=["การประเมินนี้สำรวจการดำเนินงานของหน่วยงาน"])
    purpose: tuple[Lined, ...] = Field((), title="วัตถุประสงค์", examples=[["เพื่อยกระดับคะแนนการประเมิน"]])
    basis: tuple[Lined, ...] = Field(
        (), title="หลักการ กฎหมาย และยุทธศาสตร์ที่อ้าง", examples=[["แผนปฏิบัติการป้องกันการทุจริตของหน่วยงาน"]]
    )
    method: Text | None = Field(None, title="วิธีการ", examples=["นำคะแนนรายข้อที่ต่ำกว่า 80 มาวิเคราะห์"])
    conclusion: Text | None = Field(None, title="บทสรุป", examples=["ควรเร่งพัฒนาการเปิดเผยข้อมูล"])
    prepared_by: tuple[Person, ...] = Field((), title="ผู้จัดทำ")
    approved_by: tuple[Person, ...] = Field((), title="ผู้เห็นชอบหรืออนุมัติ")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    edits: tuple[Edit, ...] = Field((), title="สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["เอกสารพิมพ์ปี 2563"]])
