"""The record of `measures/<id>.yml`: one measure of a year's plan."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.fields import Count, Day, Points, Record, Text
from ita_site.data.model.names import Id
from ita_site.data.model.period import PeriodOfYear
from ita_site.data.model.reference import Reference


class Matching(StrEnum):
    """Who says which weak points a measure answers."""

    DOCUMENT = "เอกสาร"
    EDITOR = "ผู้จัดทำเว็บไซต์"


class MeasureGaps(Record, title="เหตุที่มาตรการไม่มีข้อมูล"):
    """Why a measure lacks what a measure should have; a reason stands on the page in place of the gap."""

    answers: Text | None = Field(None, title="เหตุที่ไม่ระบุว่าตอบตัวชี้วัดใด", examples=["แผนไม่ได้ระบุตัวชี้วัด"])
    steps: Text | None = Field(None, title="เหตุที่ไม่มีขั้นตอน", examples=["แผนไม่ได้ระบุขั้นตอน"])
    owners: Text | None = Field(None, title="เหตุที่ไม่มีผู้รับผิดชอบ", examples=["แผนไม่ได้ระบุผู้รับผิดชอบ"])
    period: Text | None = Field(None, title="เหตุที่ไม่มีระยะเวลา", examples=["แผนไม่ได้ระบุเวลา"])
    report: Text | None = Field(None, title="เหตุที่ไม่มีผลในรายงาน", examples=["ยังไม่ถึงรอบรายงาน"])


class Measure(Record, title="มาตรการ"):
    """`data/<year>/measures/<id>.yml`: one measure of the plan of that fiscal year."""

    title: Text = Field(title="ชื่อมาตรการ", examples=["มาตรการป้องกันผลประโยชน์ทับซ้อน"])
    number: Count | None = Field(None, title="ลำดับในเอกสาร")
    document: Text | None = Field(None, title="เอกสารที่มา", examples=["แผนมาตรการส่งเสริมคุณธรรม ปี 2569 หน้า 5"])
    answers: tuple[Reference, ...] = Field((), title="ตอบตัวชี้วัดหรือข้อใดของปีก่อน")
    matched_by: Matching = Field(Matching.DOCUMENT, title="ผู้จับคู่มาตรการกับตัวชี้วัด")
    score: Points | None = Field(None, title="คะแนนปีก่อนของเรื่องที่ตอบ ตามที่แผนพิมพ์")
    analysis: Text | None = Field(None, title="ผลการวิเคราะห์ที่นำมาสู่มาตรการ", examples=["ประชาชนไม่ทราบช่องทางขอยืมทรัพย์สิน"])
    steps: tuple[Text, ...] = Field((), title="ขั้นตอนหรือวิธีการปฏิบัติ", examples=[["เปิดเผยข้อมูลการจัดซื้อจัดจ้าง"]])
    steps_of: Text | None = Field(None, title="ใช้ขั้นตอนเดียวกับมาตรการใด (ชื่อไฟล์)", examples=["conflict-of-interest"])
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบ", examples=[["กองคลัง"]])
    period: PeriodOfYear | None = Field(None, title="ระยะเวลาดำเนินการ")
    monitoring: Text | None = Field(None, title="การกำกับติดตาม", examples=["รายงานความก้าวหน้าและสรุปผล ณ สิ้นปีงบประมาณ"])
    follow_up: Day | None = Field(None, title="วันที่รายงานความคืบหน้า")
    missing: MeasureGaps = Field(default_factory=MeasureGaps, title="เหตุที่ไม่มีข้อมูล")
    was: tuple[Id, ...] = Field((), title="ชื่อไฟล์เดิม ซึ่งที่อยู่หน้าเว็บเดิมจะพามาหน้านี้")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["แผนพิมพ์เลขลำดับซ้ำ"]])
