"""The record of `disclosure.yml`: how an office answers a year's OIT list, item by item, and the evidence for it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.document import Attachment, SentDocument
from ita_site.data.model.fields import Count, Day, FiscalYear, Record, Text
from ita_site.data.model.reference import Reference, kind_of


class Reply(StrEnum):
    """What the form of the assessment asks of each item first."""

    YES = "มี"
    NO = "ไม่มี"
    NOT_REQUIRED = "ไม่ต้องตอบ"
    """The item is not asked of this kind of office."""
    TO_RENEW = "รอปรับจากปีก่อน"
    """The evidence is still that of last year: never counted as an answer."""


class Evidence(Attachment, title="หลักฐาน"):
    """A page or a file that answers an item; its address is one of those the form takes."""

    way: tuple[Text, ...] = Field(
        (), title="ทางไปจากหน้าแรกของเว็บไซต์หลัก ทีละเมนู", examples=[["ข้อมูลพื้นฐาน", "โครงสร้างหน่วยงาน"]]
    )
    elements: tuple[Count, ...] = Field((), title="แสดงองค์ประกอบที่เท่าใดของข้อนี้", examples=[[1, 2]])
    about_year: FiscalYear | None = Field(None, title="ปีงบประมาณของเนื้อหา ถ้าไม่ใช่ปีนี้")


class DisclosedItem(Record, title="ข้อที่เปิดเผย"):
    """How one item of the OIT list is answered; an item that is not in the file is not answered yet."""

    item: Reference = Field(title="ข้อ", examples=["O1"])
    title: Text | None = Field(None, title="ชื่อข้อตามคู่มือ เมื่อเกณฑ์ในระบบยังไม่รู้", examples=["ข้อมูลผู้บริหาร"])
    reply: Reply | None = Field(None, title="ตอบว่า")
    why: Text | None = Field(None, title="เหตุที่ไม่มีหรือไม่ต้องตอบ", examples=["หน่วยงานไม่มีโครงการในปีนี้"])
    elements: tuple[Text, ...] = Field(
        (), title="องค์ประกอบตามคู่มือของหน่วยงาน เมื่อเกณฑ์ในระบบยังไม่รู้", examples=[["แสดงแผนผังโครงสร้าง"]]
    )
    evidence: tuple[Evidence, ...] = Field((), title="หลักฐาน ตามลำดับที่จะกรอกในแบบ")
    owner: Text | None = Field(None, title="ส่วนราชการเจ้าของข้อมูล", examples=["กองคลัง"])
    due: Day | None = Field(None, title="วันสุดท้ายที่เจ้าของข้อมูลต้องส่งหลักฐาน")
    published: Day | None = Field(None, title="วันที่เผยแพร่")
    changed: Day | None = Field(None, title="วันที่แก้ไขล่าสุด")
    note: Text | None = Field(None, title="หมายเหตุ", examples=["เปิดเผยทั้งฉบับเต็มและฉบับย่อ"])

    @field_validator("item", mode="after")
    @classmethod
    def _of_oit(cls, value: str) -> str:
        if kind_of(value) != "item" or not value.startswith("O"):
            raise PydanticCustomError(
                "not_an_oit_item", "“{found}” ไม่ใช่ข้อของแบบตรวจ OIT ให้พิมพ์ O ตามด้วยเลขข้อ เช่น O1", {"found": value}
            )
        return value


class Disclosure(SentDocument, title="การเปิดเผยข้อมูล (OIT)"):
    """`data/<year>/disclosure.yml`: how the OIT list of that fiscal year is answered."""

    manual: Text | None = Field(None, title="คู่มือที่มาขององค์ประกอบที่หน่วยงานพิมพ์เอง", examples=["คู่มือการประเมิน ITA ปี 2569"])
    closes: Day | None = Field(None, title="วันสุดท้ายที่กรอกแบบ OIT ของปีนี้ได้ ตามหนังสือแจ้ง")
    items: tuple[DisclosedItem, ...] = Field((), title="รายข้อ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["ยังไม่ครบทุกข้อ"]])

    def of(self, item: str) -> DisclosedItem | None:
        """Return how an item is answered, None where nothing is said of it."""
        return next((each for each in self.items if each.item == item), None)
