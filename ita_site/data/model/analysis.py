"""The record of `analysis.yml`: what a municipality made of its result."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.document import Attachment, Lined, OfficialDocument, Origin
from ita_site.data.model.fields import Id, PointChange, Points, Record, Text
from ita_site.data.model.reference import InstrumentId, Reference


class Urgency(StrEnum):
    """How soon a weak point must be acted on."""

    URGENT = "เร่งด่วน"
    IMPROVE = "ควรพัฒนา"


class TargetVerdict(StrEnum):
    """Whether a score reached the target the document names."""

    MET = "ถึงเป้าหมาย"
    NOT_MET = "ต่ำกว่าเป้าหมาย"


class ScoreChange(Record):
    """A change of one score as a document prints it."""

    id: Reference = Field(title="รหัส")
    change: PointChange = Field(title="เปลี่ยนแปลง")


class Changes(Record):
    """The change from last year's result as a document prints it."""

    total: PointChange | None = Field(None, title="คะแนนรวมเปลี่ยนแปลง")
    indicators: tuple[ScoreChange, ...] = Field((), title="รายตัวชี้วัด")


class InstrumentFinding(Record):
    """What the analysis says of one instrument as a whole."""

    about: InstrumentId = Field(title="เครื่องมือ")
    score: Points | None = Field(None, title="คะแนนตามที่บทวิเคราะห์พิมพ์")
    level: Text | None = Field(None, title="ระดับตามที่บทวิเคราะห์พิมพ์")
    target: TargetVerdict | None = Field(None, title="เทียบกับเป้าหมาย")
    finding: Text | None = Field(None, title="ข้อค้นพบ")
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")


class Finding(Record):
    """What an analysis says of one thing, whether it went well, must become better, or neither."""

    about: Reference = Field(title="เรื่อง")
    matched_by: Origin = Field(Origin.EDITOR, title="ผู้ระบุว่าเป็นเรื่องนี้")
    topic: Text | None = Field(None, title="ชื่อประเด็นตามเอกสาร")
    score: Points | None = Field(None, title="คะแนนตามที่บทวิเคราะห์พิมพ์")
    finding: Text | None = Field(None, title="ข้อค้นพบ")
    refers: tuple[Reference, ...] = Field((), title="ข้อที่อ้างอิงถึง")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")


class Strength(Finding):
    """What went well."""


class WeakPoint(Finding):
    """What must become better; its id, if any, is what measures of the next year name in `answers:`."""

    id: Id | None = Field(None, title="รหัสของจุดที่ต้องพัฒนา ซึ่งมาตรการอ้างที่ answers")
    under: Reference | None = Field(None, title="เอกสารจัดไว้ใต้ตัวชี้วัดย่อยใด")
    parts: tuple[Text, ...] = Field((), title="ส่วนของเครื่องมือที่พบ")
    urgency: Urgency | None = Field(None, title="ความเร่งด่วน")
    remedy: Text | None = Field(None, title="แนวทางแก้ไข")
    remedies: tuple[Lined, ...] = Field((), title="แนวทางแก้ไขเป็นข้อ")
    no_measure: Text | None = Field(None, title="เหตุที่ไม่มีมาตรการ")


class Question(Record):
    """An item to improve, with its wording as the document prints it."""

    id: Reference = Field(title="รหัสข้อ")
    text: Text | None = Field(None, title="ถ้อยคำตามที่เอกสารพิมพ์")
    lines: tuple[Text, ...] = Field((), title="ประเด็นย่อยตามที่เอกสารพิมพ์")


class Improvement(Record):
    """The questions or documents below one indicator that must become better, with the remedy for them all."""

    about: Reference = Field(title="ตัวชี้วัด")
    items: tuple[Reference, ...] = Field((), title="ข้อที่ต้องพัฒนา")
    questions: tuple[Question, ...] = Field((), title="ข้อที่ต้องพัฒนา พร้อมถ้อยคำตามที่เอกสารพิมพ์")
    remedy: Text | None = Field(None, title="วิธีการพัฒนา")
    remedies: tuple[Lined, ...] = Field((), title="วิธีการพัฒนาเป็นข้อ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")


class Analysis(OfficialDocument):
    """`data/<year>/analysis.yml`: what the municipality made of its result of that year."""

    title: Text | None = Field(None, title="ชื่อบทวิเคราะห์")
    summary: Text | None = Field(None, title="สรุป")
    criterion: Text | None = Field(None, title="เกณฑ์ที่ใช้เลือกข้อที่ต้องพัฒนา")
    threshold: Points | None = Field(None, title="คะแนนที่แบ่งจุดแข็งกับจุดที่ต้องพัฒนา")
    target: Points | None = Field(None, title="คะแนนเป้าหมายตามเอกสาร")
    lowest: Reference | None = Field(None, title="ตัวชี้วัดที่ได้คะแนนต่ำสุดตามเอกสาร")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงจากปีก่อนตามบทวิเคราะห์")
    instruments: tuple[InstrumentFinding, ...] = Field((), title="ข้อค้นพบรายเครื่องมือ")
    strengths: tuple[Strength, ...] = Field((), title="จุดแข็ง")
    weak_points: tuple[WeakPoint, ...] = Field((), title="จุดที่ต้องพัฒนา")
    findings: tuple[Finding, ...] = Field((), title="ข้อค้นพบอื่น ที่เอกสารไม่จัดเป็นจุดแข็งหรือจุดที่ต้องพัฒนา")
    improvements: tuple[Improvement, ...] = Field((), title="ประเด็นที่ต้องพัฒนารายข้อ")
