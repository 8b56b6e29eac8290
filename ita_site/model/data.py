"""The records of a municipality's files: `agency.yml`, `result.yml`, `analysis.yml`, measures, reports."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.model.fields import (
    Address,
    Change,
    Count,
    Day,
    Period,
    Points,
    Record,
    Reference,
    Text,
)


class ChannelUse(StrEnum):
    """What a channel is for."""

    CONTACT = "ติดต่อสอบถาม"
    COMPLAINT = "ร้องเรียนร้องทุกข์"
    NEWS = "ติดตามข่าวสาร"


class Channel(Record):
    """A way for citizens to reach the municipality."""

    name: Text = Field(title="ชื่อช่องทาง")
    use: ChannelUse = Field(title="ใช้สำหรับ")
    detail: Text | None = Field(None, title="รายละเอียด")
    address: Address | None = Field(None, title="ที่อยู่เว็บ อีเมล หรือโทรศัพท์")


class Agency(Record):
    """`data/agency.yml`: who publishes."""

    name: Text = Field(title="ชื่อหน่วยงาน")
    kind: Text = Field(title="ประเภท")
    district: Text = Field(title="อำเภอ")
    province: Text = Field(title="จังหวัด")
    website: Address | None = Field(None, title="เว็บไซต์หลัก")
    divisions: tuple[Text, ...] = Field((), title="ส่วนราชการที่เป็นผู้รับผิดชอบได้")
    channels: tuple[Channel, ...] = Field((), title="ช่องทางติดต่อ")


class Score(Record):
    """One published figure, or the reason why there is none: absent is not zero."""

    id: Reference = Field(title="รหัส")
    score: Points | None = Field(None, title="คะแนน")
    missing: Text | None = Field(None, title="เหตุที่ไม่มีคะแนน")
    name: Text | None = Field(None, title="ชื่อตามที่เอกสารพิมพ์")

    @model_validator(mode="after")
    def _score_or_reason(self) -> Score:
        if (self.score is None) == (self.missing is None):
            raise PydanticCustomError(
                "missing_score",
                "“{id}” ต้องมีช่อง score: หรือ missing: อย่างใดอย่างหนึ่ง ถ้าเอกสารไม่มีคะแนน ให้พิมพ์เหตุผลที่ missing:",
                {"id": self.id},
            )
        return self


class Result(Record):
    """`data/<year>/result.yml`: the published scores of one fiscal year, as printed."""

    total: Points = Field(title="คะแนนรวม")
    level: Text | None = Field(None, title="ระดับผลการประเมิน")
    document: Text | None = Field(None, title="เอกสารที่มา")
    instruments: tuple[Score, ...] = Field((), title="คะแนนรายเครื่องมือ")
    indicators: tuple[Score, ...] = Field((), title="คะแนนรายตัวชี้วัด")
    subindicators: tuple[Score, ...] = Field((), title="คะแนนรายตัวชี้วัดย่อย")
    items: tuple[Score, ...] = Field((), title="คะแนนรายข้อ")


class Urgency(StrEnum):
    """How soon a weak point must be acted on."""

    URGENT = "เร่งด่วน"
    IMPROVE = "ควรพัฒนา"


class Strength(Record):
    """What went well."""

    about: Reference = Field(title="เรื่อง")
    finding: Text | None = Field(None, title="ข้อค้นพบ")


class WeakPoint(Record):
    """What must become better."""

    about: Reference = Field(title="เรื่อง")
    urgency: Urgency = Field(title="ความเร่งด่วน")
    finding: Text | None = Field(None, title="ข้อค้นพบ")
    remedy: Text | None = Field(None, title="แนวทางแก้ไข")


class Analysis(Record):
    """`data/<year>/analysis.yml`: what the municipality made of its result of that year."""

    document: Text | None = Field(None, title="เอกสารที่มา")
    summary: Text | None = Field(None, title="สรุป")
    strengths: tuple[Strength, ...] = Field((), title="จุดแข็ง")
    weak_points: tuple[WeakPoint, ...] = Field((), title="จุดที่ต้องพัฒนา")


class Matching(StrEnum):
    """Who says which weak points a measure answers."""

    DOCUMENT = "เอกสาร"
    EDITOR = "ผู้จัดทำเว็บไซต์"


class Measure(Record):
    """`data/<year>/measures/<id>.yml`: one measure of the plan of that fiscal year."""

    title: Text = Field(title="ชื่อมาตรการ")
    number: Count | None = Field(None, title="ลำดับในเอกสาร")
    document: Text | None = Field(None, title="เอกสารที่มา")
    answers: tuple[Reference, ...] = Field((), title="ตอบตัวชี้วัดหรือข้อใดของปีก่อน")
    matched_by: Matching = Field(Matching.DOCUMENT, title="ผู้จับคู่มาตรการกับตัวชี้วัด")
    steps: tuple[Text, ...] = Field((), title="ขั้นตอนหรือวิธีการปฏิบัติ")
    owners: tuple[Text, ...] = Field((), title="ผู้รับผิดชอบ")
    period: Period | None = Field(None, title="ระยะเวลาดำเนินการ")
    monitoring: Text | None = Field(None, title="การกำกับติดตาม")


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
    output: tuple[Text, ...] = Field((), title="ผลการดำเนินการ (output)")
    outcome: Text | None = Field(None, title="ผลลัพธ์ (outcome)")


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
    text: Text | None = Field(None, title="ความเห็น")
    unreadable: Text | None = Field(None, title="เหตุที่อ่านข้อความไม่ได้")


class IndicatorChange(Record):
    """A change of one score as the report prints it."""

    id: Reference = Field(title="รหัส")
    change: Change = Field(title="เปลี่ยนแปลง")


class Changes(Record):
    """The change from last year's result as the report prints it."""

    total: Change | None = Field(None, title="คะแนนรวมเปลี่ยนแปลง")
    indicators: tuple[IndicatorChange, ...] = Field((), title="รายตัวชี้วัด")


class Report(Record):
    """`data/<year>/reports/<id>.yml`: one progress report on the measures of that fiscal year."""

    title: Text = Field(title="ชื่อรายงาน")
    period: Period = Field(title="ช่วงเวลาที่รายงาน")
    document: Text | None = Field(None, title="เอกสารที่มา")
    memo: Memo | None = Field(None, title="บันทึกข้อความ")
    summary: Text | None = Field(None, title="สรุป")
    measures: tuple[Progress, ...] = Field((), title="ผลรายมาตรการ")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงของคะแนนตามรายงาน")
    opinions: tuple[Opinion, ...] = Field((), title="ความเห็นและคำสั่ง")
