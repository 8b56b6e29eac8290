"""The record of `reports/<id>.yml`: what came of a year's measures, as a progress report states it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from ita_site.data.model.analysis import Changes
from ita_site.data.model.document import Attachment, Lined, OfficialDocument, Origin, grouped
from ita_site.data.model.fields import Percent, Record, Text
from ita_site.data.model.names import Id
from ita_site.data.model.period import PeriodOfYear
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


class Column(Record, title="คอลัมน์ของรายงาน"):
    """A column of a report's table: which part of each row it holds, below which heading."""

    part: RowPart = Field(title="ส่วนของแถว")
    title: Text = Field(title="หัวคอลัมน์ตามเอกสาร", examples=["วิธีการดำเนินการ"])


class ReportedFinding(Record, title="ข้อค้นพบที่รายงานอ้าง"):
    """A finding that a report refers to, and the indicator or item it credits it to."""

    text: Text = Field(title="ข้อค้นพบ", examples=["ประชาชนเข้าไม่ถึงเว็บไซต์"])
    about: Reference | None = Field(None, title="ตัวชี้วัดหรือข้อที่รายงานอ้าง")


FindingOfReport = Annotated[ReportedFinding, BeforeValidator(grouped, json_schema_input_type=Text | ReportedFinding)]
"""A finding written as a text, or as a group that says what it is about."""


class Progress(Record, title="ผลของมาตรการหนึ่ง"):
    """What a report says of one measure."""

    measure: Text = Field(title="มาตรการ (ชื่อไฟล์ในโฟลเดอร์ measures)", examples=["asset-lending"])
    status: Status | None = Field(None, title="สถานะ")
    status_by: Origin = Field(Origin.EDITOR, title="ผู้ระบุสถานะ")
    percent: Percent | None = Field(None, title="ร้อยละความคืบหน้า")
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบตามรายงาน", examples=[["กองคลัง"]])
    period: PeriodOfYear | None = Field(None, title="ระยะเวลาตามรายงาน")
    method: tuple[Lined, ...] = Field((), title="วิธีการดำเนินการ", examples=[["ทบทวนผลการประเมินเพื่อเสนอแนวทาง"]])
    actions: tuple[Lined, ...] = Field((), title="มาตรการย่อยที่รายงานระบุ", examples=[["มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"]])
    findings: tuple[FindingOfReport, ...] = Field(
        (), title="ข้อค้นพบจากผลการประเมินที่รายงานอ้าง", examples=[["ประชาชนเข้าไม่ถึงเว็บไซต์หลักของหน่วยงาน"]]
    )
    output: tuple[Lined, ...] = Field((), title="ผลการดำเนินการ (output)", examples=[["กำหนดส่วนงานที่รับผิดชอบเรื่องร้องเรียน"]])
    outcome: Text | None = Field(None, title="ผลลัพธ์ (outcome)", examples=["ไม่มีการร้องเรียนด้านการทุจริตของหน่วยงาน"])
    proposals: tuple[Lined, ...] = Field(
        (), title="แนวทางที่รายงานเสนอ", examples=[["พิจารณาความพึงพอใจของผู้มารับบริการมากยิ่งขึ้น"]]
    )
    follow_up: tuple[Lined, ...] = Field((), title="การติดตามผล", examples=[["ร่วมประเมิน ติดตาม และรายงานผล"]])
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ", examples=[["ปรับปรุงในส่วนของข้อบกพร่องที่เกิดขึ้น"]])
    no_output: Text | None = Field(None, title="เหตุที่ไม่มีผลการดำเนินการ", examples=["รายงานไม่ได้ระบุผลของมาตรการนี้"])
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["รายงานพิมพ์ตัวชี้วัดอื่น"]])


class Report(OfficialDocument, title="รายงานผลการดำเนินการ"):
    """`data/<year>/reports/<id>.yml`: one progress report on the measures of that fiscal year."""

    title: Text = Field(title="ชื่อรายงาน", examples=["รายงานผลการดำเนินการรอบ 12 เดือน"])
    period: PeriodOfYear = Field(title="ช่วงเวลาที่รายงาน")
    summary: Text | None = Field(None, title="สรุป", examples=["ดำเนินการแล้ว 12 มาตรการ จาก 15 มาตรการ"])
    columns: tuple[Column, ...] = Field((), title="คอลัมน์ของตารางตามเอกสาร")
    measures: tuple[Progress, ...] = Field((), title="ผลรายมาตรการ")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงของคะแนนตามรายงาน")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
