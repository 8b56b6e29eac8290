"""The record of `reports/<id>.yml`: what came of a year's measures, as a progress report states it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ita_site.data.model.analysis import Changes
from ita_site.data.model.document import Attachment, Lined, OfficialDocument, Origin
from ita_site.data.model.fields import Day, Id, Percent, PeriodOfYear, Record, Text
from ita_site.data.model.reference import Reference


class Status(StrEnum):
    """How far a measure has come, as a report states it."""

    DONE = "ดำเนินการแล้ว"
    RUNNING = "กำลังดำเนินการ"
    NOT_STARTED = "ยังไม่เริ่มดำเนินการ"
    NOT_DONE = "ไม่ได้ดำเนินการ"


class RowPart(StrEnum):
    """What a column of a report's table can hold."""

    MEASURE = "measure"
    ANSWERS = "answers"
    STEPS = "steps"
    """The steps of the plan."""
    OWNERS = "owners"
    PERIOD = "period"
    STATUS = "status"
    FINDINGS = "findings"
    ACTIONS = "actions"
    METHOD = "method"
    OUTPUT = "output"
    OUTCOME = "outcome"
    PROPOSALS = "proposals"
    FOLLOW_UP = "follow_up"
    SUGGESTIONS = "suggestions"


class Column(Record):
    """A column of a report's table: which part of each row it holds, below which heading."""

    part: RowPart = Field(title="ส่วนของแถว")
    title: Text = Field(title="หัวคอลัมน์ตามเอกสาร")


class ReportedFinding(Record):
    """A finding that a report refers to, and the indicator or item it credits it to."""

    text: Text = Field(title="ข้อค้นพบ")
    about: Reference | None = Field(None, title="ตัวชี้วัดหรือข้อที่รายงานอ้าง")


def _finding(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


FindingOfReport = Annotated[ReportedFinding, BeforeValidator(_finding, json_schema_input_type=Any)]
"""A finding written as a text, or as a group that says what it is about."""


class Progress(Record):
    """What a report says of one measure."""

    measure: Text = Field(title="มาตรการ (ชื่อไฟล์ในโฟลเดอร์ measures)")
    status: Status | None = Field(None, title="สถานะ")
    status_by: Origin = Field(Origin.EDITOR, title="ผู้ระบุสถานะ")
    percent: Percent | None = Field(None, title="ร้อยละความคืบหน้า")
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบตามรายงาน")
    period: PeriodOfYear | None = Field(None, title="ระยะเวลาตามรายงาน")
    method: tuple[Lined, ...] = Field((), title="วิธีการดำเนินการ")
    actions: tuple[Lined, ...] = Field((), title="มาตรการย่อยที่รายงานระบุ")
    findings: tuple[FindingOfReport, ...] = Field((), title="ข้อค้นพบจากผลการประเมินที่รายงานอ้าง")
    output: tuple[Lined, ...] = Field((), title="ผลการดำเนินการ (output)")
    outcome: Text | None = Field(None, title="ผลลัพธ์ (outcome)")
    proposals: tuple[Lined, ...] = Field((), title="แนวทางที่รายงานเสนอ")
    follow_up: tuple[Lined, ...] = Field((), title="การติดตามผล")
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ")
    no_output: Text | None = Field(None, title="เหตุที่ไม่มีผลการดำเนินการ")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")


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
    attachments: tuple[Attachment, ...] = Field((), title="สิ่งที่ส่งมาด้วย")


class Opinion(Record):
    """What an official wrote on the memorandum; the official appears by position only."""

    position: Text = Field(title="ตำแหน่ง")
    to: Text | None = Field(None, title="เรียน")
    text: Text | None = Field(None, title="ความเห็น")
    unreadable: Text | None = Field(None, title="เหตุที่อ่านข้อความไม่ได้")


class Report(OfficialDocument):
    """`data/<year>/reports/<id>.yml`: one progress report on the measures of that fiscal year."""

    title: Text = Field(title="ชื่อรายงาน")
    period: PeriodOfYear = Field(title="ช่วงเวลาที่รายงาน")
    memo: Memo | None = Field(None, title="บันทึกข้อความ")
    summary: Text | None = Field(None, title="สรุป")
    columns: tuple[Column, ...] = Field((), title="คอลัมน์ของตารางตามเอกสาร")
    measures: tuple[Progress, ...] = Field((), title="ผลรายมาตรการ")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงของคะแนนตามรายงาน")
    opinions: tuple[Opinion, ...] = Field((), title="ความเห็นและคำสั่ง")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
