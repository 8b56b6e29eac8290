"""The record of `measures/<id>.yml`: one measure of a year's plan."""

from __future__ import annotations

from pydantic import Field

from ita_site.data.model.document import Attachment, Edit, Lined, Origin, YearFile
from ita_site.data.model.fields import Count, Points, Record, Text, When
from ita_site.data.model.names import Id
from ita_site.data.model.period import PeriodOfYear
from ita_site.data.model.reference import Answer


class MeasureGaps(Record, title="เหตุที่มาตรการไม่มีข้อมูล"):
    """Why a measure lacks what a measure should have; a reason stands on the page in place of the gap."""

    answers: Text | None = Field(None, title="เหตุที่ไม่ระบุว่าตอบตัวชี้วัดใด", examples=["แผนไม่ได้ระบุตัวชี้วัด"])
    steps: Text | None = Field(None, title="เหตุที่ไม่มีขั้นตอน", examples=["แผนไม่ได้ระบุขั้นตอน"])
    owners: Text | None = Field(None, title="เหตุที่ไม่มีผู้รับผิดชอบ", examples=["แผนไม่ได้ระบุผู้รับผิดชอบ"])
    period: Text | None = Field(None, title="เหตุที่ไม่มีระยะเวลา", examples=["แผนไม่ได้ระบุเวลา"])
    report: Text | None = Field(None, title="เหตุที่ไม่มีผลในรายงาน", examples=["ยังไม่ถึงรอบรายงาน"])


class SuccessMeasure(Record, title="ตัวชี้วัดความสำเร็จ"):
    """A measurable aim of a measure."""

    name: Text = Field(title="ตัวชี้วัดความสำเร็จ", examples=["จำนวนครั้งที่อบรม"])
    target: Text | None = Field(None, title="ค่าเป้าหมาย", examples=["ปีละ 2 ครั้ง"])


class Measure(YearFile, title="มาตรการ"):
    """`data/<year>/measures/<id>.yml`: one measure of the plan of that fiscal year."""

    title: Text = Field(title="ชื่อมาตรการ", examples=["มาตรการป้องกันผลประโยชน์ทับซ้อน"])
    number: Count | None = Field(None, title="ลำดับในเอกสาร")
    document: Text | None = Field(None, title="เอกสารที่มา", examples=["แผนมาตรการส่งเสริมคุณธรรม ปี 2569 หน้า 5"])
    answers: tuple[Answer, ...] = Field((), title="ตอบตัวชี้วัด ข้อ หรือจุดที่ต้องพัฒนาใดของปีก่อน")
    matched_by: Origin = Field(Origin.EDITOR, title="ผู้จับคู่มาตรการกับตัวชี้วัด")
    score: Points | None = Field(None, title="คะแนนปีก่อนของเรื่องที่ตอบ ตามที่แผนพิมพ์")
    analysis: Text | None = Field(None, title="ผลการวิเคราะห์ที่นำมาสู่มาตรการ", examples=["ประชาชนไม่ทราบช่องทางขอยืมทรัพย์สิน"])
    situation: Text | None = Field(None, title="สถานการณ์ปัจจุบัน", examples=["มีเว็บไซต์แล้ว แต่ข้อมูลไม่เป็นปัจจุบัน"])
    steps: tuple[Lined, ...] = Field((), title="ขั้นตอนหรือวิธีการปฏิบัติ", examples=[["เปิดเผยข้อมูลการจัดซื้อจัดจ้าง"]])
    steps_of: Text | None = Field(None, title="ใช้ขั้นตอนเดียวกับมาตรการใด (ชื่อไฟล์)", examples=["conflict-of-interest"])
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบ", examples=[["กองคลัง"]])
    period: PeriodOfYear | None = Field(None, title="ระยะเวลาดำเนินการ")
    budget: Text | None = Field(None, title="งบประมาณ", examples=["20,000 บาท"])
    targets: tuple[SuccessMeasure, ...] = Field((), title="ตัวชี้วัดความสำเร็จและค่าเป้าหมาย")
    monitoring: Text | None = Field(None, title="การกำกับติดตาม", examples=["รายงานความก้าวหน้าและสรุปผล ณ สิ้นปีงบประมาณ"])
    follow_up: When | None = Field(None, title="วันที่หรือรอบที่รายงานความคืบหน้า")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    missing: MeasureGaps = Field(default_factory=MeasureGaps, title="เหตุที่ไม่มีข้อมูล")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
    edits: tuple[Edit, ...] = Field((), title="สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["แผนพิมพ์เลขลำดับซ้ำ"]])
