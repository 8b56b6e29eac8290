"""The record of `reports/<id>.yml`: what came of a year's measures, as a progress report states it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.analysis import Changes
from ita_site.data.model.fields import Day, Record, Text
from ita_site.data.model.names import Id
from ita_site.data.model.period import PeriodOfYear


class Status(StrEnum):
    """How far a measure has come, as a report states it."""

    DONE = "ดำเนินการแล้ว"
    RUNNING = "กำลังดำเนินการ"
    NOT_STARTED = "ยังไม่เริ่มดำเนินการ"
    NOT_DONE = "ไม่ได้ดำเนินการ"


class Progress(Record, title="ผลของมาตรการหนึ่ง"):
    """What a report says of one measure."""

    measure: Text = Field(title="มาตรการ (ชื่อไฟล์ในโฟลเดอร์ measures)", examples=["asset-lending"])
    status: Status | None = Field(None, title="สถานะ")
    actions: tuple[Text, ...] = Field((), title="มาตรการย่อยที่รายงานระบุ", examples=[["มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"]])
    findings: tuple[Text, ...] = Field(
        (), title="ข้อค้นพบจากผลการประเมินที่รายงานอ้าง", examples=[["ประชาชนเข้าไม่ถึงเว็บไซต์หลักของหน่วยงาน"]]
    )
    output: tuple[Text, ...] = Field((), title="ผลการดำเนินการ (output)", examples=[["กำหนดส่วนงานที่รับผิดชอบเรื่องร้องเรียน"]])
    outcome: Text | None = Field(None, title="ผลลัพธ์ (outcome)", examples=["ไม่มีการร้องเรียนด้านการทุจริตของหน่วยงาน"])
    proposals: tuple[Text, ...] = Field(
        (), title="แนวทางที่รายงานเสนอ", examples=[["พิจารณาความพึงพอใจของผู้มารับบริการมากยิ่งขึ้น"]]
    )
    follow_up: tuple[Text, ...] = Field((), title="การติดตามผล", examples=[["ร่วมประเมิน ติดตาม และรายงานผล"]])
    suggestions: tuple[Text, ...] = Field((), title="ข้อเสนอแนะ", examples=[["ปรับปรุงในส่วนของข้อบกพร่องที่เกิดขึ้น"]])
    no_output: Text | None = Field(None, title="เหตุที่ไม่มีผลการดำเนินการ", examples=["รายงานไม่ได้ระบุผลของมาตรการนี้"])


class Memo(Record, title="บันทึกข้อความ"):
    """The head of the memorandum a report was sent with, and its substance in short."""

    division: Text = Field(title="ส่วนราชการ", examples=["สำนักปลัด เทศบาลตำบลตัวอย่าง"])
    number: Text | None = Field(None, title="ที่", examples=["ลป ๕๒๒๐๑/๑๒๓"])
    date: Day = Field(title="วันที่")
    subject: Text = Field(title="เรื่อง", examples=["รายงานผลการดำเนินการตามมาตรการ ITA"])
    to: Text = Field(title="เรียน", examples=["นายกเทศมนตรีตำบลตัวอย่าง"])
    background: Text | None = Field(None, title="เรื่องเดิม", examples=["เทศบาลเข้าร่วมการประเมิน ITA ปี 2568"])
    facts: Text | None = Field(None, title="ข้อเท็จจริง", examples=["ดำเนินการแล้ว 12 มาตรการ"])
    proposal: Text | None = Field(None, title="ข้อพิจารณา", examples=["จึงเรียนมาเพื่อโปรดทราบ"])
    signed_by: Text | None = Field(None, title="ตำแหน่งผู้เสนอ", examples=["เจ้าพนักงานธุรการปฏิบัติงาน"])


class Opinion(Record, title="ความเห็นหรือคำสั่ง"):
    """What an official wrote on the memorandum; the official appears by position only."""

    position: Text = Field(title="ตำแหน่ง", examples=["ปลัดเทศบาล"])
    to: Text | None = Field(None, title="เรียน", examples=["นายกเทศมนตรีตำบลตัวอย่าง"])
    text: Text | None = Field(None, title="ความเห็น", examples=["เพื่อโปรดทราบ"])
    unreadable: Text | None = Field(None, title="เหตุที่อ่านข้อความไม่ได้", examples=["คำสั่งเขียนด้วยลายมือ อ่านจากภาพสแกนไม่ได้"])


class Report(Record, title="รายงานผลการดำเนินการ"):
    """`data/<year>/reports/<id>.yml`: one progress report on the measures of that fiscal year."""

    title: Text = Field(title="ชื่อรายงาน", examples=["รายงานผลการดำเนินการรอบ 12 เดือน"])
    period: PeriodOfYear = Field(title="ช่วงเวลาที่รายงาน")
    document: Text | None = Field(None, title="เอกสารที่มา", examples=["บันทึกข้อความ ที่ ลป ๕๒๒๐๑/๑๒๓"])
    memo: Memo | None = Field(None, title="บันทึกข้อความ")
    summary: Text | None = Field(None, title="สรุป", examples=["ดำเนินการแล้ว 12 มาตรการ จาก 15 มาตรการ"])
    measures: tuple[Progress, ...] = Field((), title="ผลรายมาตรการ")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงของคะแนนตามรายงาน")
    opinions: tuple[Opinion, ...] = Field((), title="ความเห็นและคำสั่ง")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["เอกสารพิมพ์ปี 2567 ที่ถูกคือ 2568"]])
