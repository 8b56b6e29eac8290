"""The record of `measures/<id>.yml`: one measure of a year's plan."""

from __future__ import annotations

from pydantic import Field

from ita_site.data.model.document import Attachment, Edit, Lined, Origin
from ita_site.data.model.fields import Count, Id, PeriodOfYear, Points, Record, Text, When
from ita_site.data.model.reference import Answer


class MeasureGaps(Record):
    """Why a measure lacks what a measure should have; a reason stands on the page in place of the gap."""

    answers: Text | None = Field(None, title="เหตุที่ไม่ระบุว่าตอบตัวชี้วัดใด")
    steps: Text | None = Field(None, title="เหตุที่ไม่มีขั้นตอน")
    owners: Text | None = Field(None, title="เหตุที่ไม่มีผู้รับผิดชอบ")
    period: Text | None = Field(None, title="เหตุที่ไม่มีระยะเวลา")
    report: Text | None = Field(None, title="เหตุที่ไม่มีผลในรายงาน")


class SuccessMeasure(Record):
    """A measurable aim of a measure."""

    name: Text = Field(title="ตัวชี้วัดความสำเร็จ")
    target: Text | None = Field(None, title="ค่าเป้าหมาย")


class Measure(Record):
    """`data/<year>/measures/<id>.yml`: one measure of the plan of that fiscal year."""

    title: Text = Field(title="ชื่อมาตรการ")
    number: Count | None = Field(None, title="ลำดับในเอกสาร")
    document: Text | None = Field(None, title="เอกสารที่มา")
    answers: tuple[Answer, ...] = Field((), title="ตอบตัวชี้วัด ข้อ หรือจุดที่ต้องพัฒนาใดของปีก่อน")
    matched_by: Origin = Field(Origin.EDITOR, title="ผู้จับคู่มาตรการกับตัวชี้วัด")
    score: Points | None = Field(None, title="คะแนนปีก่อนของเรื่องที่ตอบ ตามที่แผนพิมพ์")
    analysis: Text | None = Field(None, title="ผลการวิเคราะห์ที่นำมาสู่มาตรการ")
    situation: Text | None = Field(None, title="สถานการณ์ปัจจุบัน")
    steps: tuple[Lined, ...] = Field((), title="ขั้นตอนหรือวิธีการปฏิบัติ")
    steps_of: Text | None = Field(None, title="ใช้ขั้นตอนเดียวกับมาตรการใด (ชื่อไฟล์)")
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบ")
    period: PeriodOfYear | None = Field(None, title="ระยะเวลาดำเนินการ")
    budget: Text | None = Field(None, title="งบประมาณ")
    targets: tuple[SuccessMeasure, ...] = Field((), title="ตัวชี้วัดความสำเร็จและค่าเป้าหมาย")
    monitoring: Text | None = Field(None, title="การกำกับติดตาม")
    follow_up: When | None = Field(None, title="วันที่หรือรอบที่รายงานความคืบหน้า")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    missing: MeasureGaps = Field(default_factory=MeasureGaps, title="เหตุที่ไม่มีข้อมูล")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
    edits: tuple[Edit, ...] = Field((), title="สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")
