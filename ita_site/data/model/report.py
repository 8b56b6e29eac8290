"""The record of `reports/<id>.yml`: what came of a year's measures, as a progress report states it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.analysis import Changes
from ita_site.data.model.fields import Day, Id, PeriodOfYear, Record, Text


class Status(StrEnum):
    """How far a measure has come, as a report states it."""

    DONE = "ดำเนินการแล้ว"
    RUNNING = "กำลังดำเนินการ"
    NOT_STARTED = "ยังไม่เริ่มดำเนินการ"
    NOT_DONE = "ไม่ได้ดำเนินการ"


class Progress(Record):
    """What a report says of one measure."""

    measure: Text = Field(title="มาตรการ (ชื่อไฟล์ในโฟลเดอร์ measures)")
    status: Status | None = Field(None, title="สถานะ")
    actions: tuple[Text, ...] = Field((), title="มาตรการย่อยที่รายงานระบุ")
    findings: tuple[Text, ...] = Field((), title="ข้อค้นพบจากผลการประเมินที่รายงานอ้าง")
    output: tuple[Text, ...] = Field((), title="ผลการดำเนินการ (output)")
    outcome: Text | None = Field(None, title="ผลลัพธ์ (outcome)")
    proposals: tuple[Text, ...] = Field((), title="แนวทางที่รายงานเสนอ")
    follow_up: tuple[Text, ...] = Field((), title="การติดตามผล")
    suggestions: tuple[Text, ...] = Field((), title="ข้อเสนอแนะ")
    no_output: Text | None = Field(None, title="เหตุที่ไม่มีผลการดำเนินการ")


class Memo(Record):
    """The head of the memorandum a report was sent with, and its substance in short."""

    division: Text = Field(title="ส่วนราชการ")
    number: Text | None = Field(None, title="ที่")
    date: Day = Field(title="วันที่")
    subject: Text = Field(title="เรื่อง")
    to: Text = Field(title="เรียน")
    background: Text | None = Field(None, title="เรื่องเดิม")
    facts: Text | None = Field(None, title="ข้อเท็จจริง")
    proposal: Text | None = Field(None, title="ข้อพิจารณา")
    signed_by: Text | None = Field(None, title="ตำแหน่งผู้เสนอ")


class Opinion(Record):
    """What an official wrote on the memorandum; the official appears by position only."""

    position: Text = Field(title="ตำแหน่ง")
    to: Text | None = Field(None, title="เรียน")
    text: Text | None = Field(None, title="ความเห็น")
    unreadable: Text | None = Field(None, title="เหตุที่อ่านข้อความไม่ได้")


class Report(Record):
    """`data/<year>/reports/<id>.yml`: one progress report on the measures of that fiscal year."""

    title: Text = Field(title="ชื่อรายงาน")
    period: PeriodOfYear = Field(title="ช่วงเวลาที่รายงาน")
    document: Text | None = Field(None, title="เอกสารที่มา")
    memo: Memo | None = Field(None, title="บันทึกข้อความ")
    summary: Text | None = Field(None, title="สรุป")
    measures: tuple[Progress, ...] = Field((), title="ผลรายมาตรการ")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงของคะแนนตามรายงาน")
    opinions: tuple[Opinion, ...] = Field((), title="ความเห็นและคำสั่ง")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")
