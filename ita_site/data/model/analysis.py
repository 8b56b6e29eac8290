"""The record of `analysis.yml`: what a municipality made of its result."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.document import Attachment, Lined, OfficialDocument, Origin
from ita_site.data.model.fields import PointChange, Points, Record, Text
from ita_site.data.model.names import Id
from ita_site.data.model.reference import InstrumentId, Reference


class Urgency(StrEnum):
    """How soon a weak point must be acted on."""

    URGENT = "เร่งด่วน"
    IMPROVE = "ควรพัฒนา"


class TargetVerdict(StrEnum):
    """Whether a score reached the target the document names."""

    MET = "ถึงเป้าหมาย"
    NOT_MET = "ต่ำกว่าเป้าหมาย"


class ScoreChange(Record, title="การเปลี่ยนแปลงของคะแนนหนึ่ง"):
    """A change of one score as a document prints it."""

    id: Reference = Field(title="รหัส")
    change: PointChange = Field(title="เปลี่ยนแปลง")


class Changes(Record, title="การเปลี่ยนแปลงจากปีก่อน"):
    """The change from last year's result as a document prints it."""

    total: PointChange | None = Field(None, title="คะแนนรวมเปลี่ยนแปลง")
    indicators: tuple[ScoreChange, ...] = Field((), title="รายตัวชี้วัด")


class InstrumentFinding(Record, title="ข้อค้นพบรายเครื่องมือ"):
    """What the analysis says of one instrument as a whole."""

    about: InstrumentId = Field(title="เครื่องมือ")
    score: Points | None = Field(None, title="คะแนนตามที่บทวิเคราะห์พิมพ์")
    level: Text | None = Field(None, title="ระดับตามที่บทวิเคราะห์พิมพ์", examples=["ผ่านดี"])
    target: TargetVerdict | None = Field(None, title="เทียบกับเป้าหมาย")
    finding: Text | None = Field(None, title="ข้อค้นพบ", examples=["ต่ำที่สุดในสามเครื่องมือ"])
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ", examples=[["ตรวจสอบและต่ออายุเว็บไซต์ให้ทันกำหนดเวลา"]])
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["เอกสารพิมพ์ระดับที่ไม่มีในเกณฑ์"]])


class Finding(Record, title="ข้อค้นพบ"):
    """What an analysis says of one thing, whether it went well, must become better, or neither."""

    about: Reference = Field(title="เรื่อง")
    matched_by: Origin = Field(Origin.EDITOR, title="ผู้ระบุว่าเป็นเรื่องนี้")
    topic: Text | None = Field(None, title="ชื่อประเด็นตามเอกสาร", examples=["การสร้างความโปร่งใสการใช้ทรัพย์สินของราชการ"])
    score: Points | None = Field(None, title="คะแนนตามที่บทวิเคราะห์พิมพ์")
    finding: Text | None = Field(None, title="ข้อค้นพบ", examples=["ได้ 100.00 คะแนน"])
    refers: tuple[Reference, ...] = Field((), title="ข้อที่อ้างอิงถึง")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["เอกสารพิมพ์ซ้ำสองครั้ง"]])


class Strength(Finding, title="จุดแข็ง"):
    """What went well."""


class WeakPoint(Finding, title="จุดที่ต้องพัฒนา"):
    """What must become better; its id, if any, is what measures of the next year name in `answers:`."""

    id: Id | None = Field(None, title="รหัสของจุดที่ต้องพัฒนา ให้มาตรการที่ตอบอ้างถึง")
    under: Reference | None = Field(None, title="เอกสารจัดไว้ใต้ตัวชี้วัดย่อยใด")
    parts: tuple[Text, ...] = Field((), title="ส่วนของเครื่องมือที่พบ", examples=[["EIT Survey"]])
    urgency: Urgency | None = Field(None, title="ความเร่งด่วน")
    remedy: Text | None = Field(None, title="แนวทางแก้ไข", examples=["ดำเนินงานตามหลักเกณฑ์และวิธีการให้ครบถ้วน"])
    remedies: tuple[Lined, ...] = Field((), title="แนวทางแก้ไขเป็นข้อ", examples=[["กำหนดผู้รับผิดชอบแต่ละข้อ"]])
    no_measure: Text | None = Field(None, title="เหตุที่ไม่มีมาตรการ", examples=["รวมอยู่ในมาตรการของปีถัดไป"])


class Question(Record, title="ข้อที่ต้องพัฒนา"):
    """An item to improve, with its wording as the document prints it."""

    id: Reference = Field(title="รหัสข้อ")
    text: Text | None = Field(None, title="ถ้อยคำตามที่เอกสารพิมพ์", examples=["บุคลากรปฏิบัติงานเป็นไปตามขั้นตอนมากน้อยเพียงใด"])
    lines: tuple[Text, ...] = Field((), title="ประเด็นย่อยตามที่เอกสารพิมพ์", examples=[["เป็นไปตามระยะเวลา"]])


class Improvement(Record, title="ประเด็นที่ต้องพัฒนารายข้อ"):
    """The questions or documents below one indicator that must become better, with the remedy for them all."""

    about: Reference = Field(title="ตัวชี้วัด")
    items: tuple[Reference, ...] = Field((), title="ข้อที่ต้องพัฒนา")
    questions: tuple[Question, ...] = Field((), title="ข้อที่ต้องพัฒนา พร้อมถ้อยคำตามที่เอกสารพิมพ์")
    remedy: Text | None = Field(None, title="วิธีการพัฒนา", examples=["ตรวจเว็บไซต์ตามรายการ OIT ทุกเดือน"])
    remedies: tuple[Lined, ...] = Field((), title="วิธีการพัฒนาเป็นข้อ", examples=[["ตรวจเว็บไซต์ทุกเดือน"]])
    no_measure: Text | None = Field(None, title="เหตุที่ไม่มีมาตรการ", examples=["รวมอยู่ในมาตรการของปีถัดไป"])
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["เลขข้ออ่านจากถ้อยคำของคำถาม"]])


class Analysis(OfficialDocument, title="บทวิเคราะห์ผลการประเมิน"):
    """`data/<year>/analysis.yml`: what the municipality made of its result of that year."""

    title: Text | None = Field(None, title="ชื่อบทวิเคราะห์", examples=["รายงานการวิเคราะห์ผล ITA ปี 2568"])
    summary: Text | None = Field(None, title="สรุป", examples=["คะแนนรวมเพิ่มขึ้น แต่ตัวชี้วัดที่ 8 ยังต่ำ"])
    criterion: Text | None = Field(None, title="เกณฑ์ที่ใช้เลือกข้อที่ต้องพัฒนา", examples=["ข้อที่ได้ต่ำกว่าร้อยละ 80"])
    threshold: Points | None = Field(None, title="คะแนนที่แบ่งจุดแข็งกับจุดที่ต้องพัฒนา")
    target: Points | None = Field(None, title="คะแนนเป้าหมายตามเอกสาร")
    lowest: Reference | None = Field(None, title="ตัวชี้วัดที่ได้คะแนนต่ำสุดตามเอกสาร")
    changes: Changes | None = Field(None, title="การเปลี่ยนแปลงจากปีก่อนตามบทวิเคราะห์")
    instruments: tuple[InstrumentFinding, ...] = Field((), title="ข้อค้นพบรายเครื่องมือ")
    strengths: tuple[Strength, ...] = Field((), title="จุดแข็ง")
    weak_points: tuple[WeakPoint, ...] = Field((), title="จุดที่ต้องพัฒนา")
    findings: tuple[Finding, ...] = Field((), title="ข้อค้นพบอื่น ที่เอกสารไม่จัดเป็นจุดแข็งหรือจุดที่ต้องพัฒนา")
    improvements: tuple[Improvement, ...] = Field((), title="ประเด็นที่ต้องพัฒนารายข้อ")
