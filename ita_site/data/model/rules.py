"""The arithmetic and the levels of a framework, each with how sure we are of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.fields import Points, Record, Text


class Certainty(StrEnum):
    """How sure a fact of the framework is."""

    CONFIRMED = "ยืนยันด้วยเอกสาร"
    REPRODUCED = "คำนวณแล้วตรงกัน"
    UNCONFIRMED = "ยังไม่ยืนยัน"


class Provenance(Record, title="ที่มา"):
    """How sure a fact is, and where it was read."""

    certainty: Certainty = Field(title="ความแน่ใจ")
    note: Text | None = Field(None, title="คำอธิบาย", examples=["คู่มือระบุไว้เป็นตาราง"])
    sources: tuple[Text, ...] = Field((), title="แหล่งที่มา", examples=[["คู่มือการประเมิน ITA ปี 2566 หน้า 12"]])


class Method(StrEnum):
    """How a score follows from its parts."""

    MEAN_OF_ITEMS = "ค่าเฉลี่ยของข้อ"
    MEAN_OF_SUBINDICATORS = "ค่าเฉลี่ยของตัวชี้วัดย่อย"
    MEAN_OF_INDICATORS = "ค่าเฉลี่ยของตัวชี้วัด"
    WEIGHTED_INSTRUMENTS = "ผลรวมถ่วงน้ำหนักของเครื่องมือ"


class Rule(Record, title="วิธีคำนวณคะแนนชนิดหนึ่ง"):
    """How one kind of score is computed; without `method` the rule is not known."""

    method: Method | None = Field(None, title="วิธีคำนวณ")
    provenance: Provenance = Field(title="ที่มา")


class Rules(Record, title="วิธีคำนวณ"):
    """The arithmetic of a year, by the kind of score. A rule that is absent is not known."""

    subindicator: Rule | None = Field(None, title="ตัวชี้วัดย่อย")
    iit_indicator: Rule | None = Field(None, title="ตัวชี้วัดของ IIT")
    eit_indicator: Rule | None = Field(None, title="ตัวชี้วัดของ EIT")
    oit_indicator: Rule | None = Field(None, title="ตัวชี้วัดของ OIT")
    instrument: Rule | None = Field(None, title="เครื่องมือ")
    total: Rule | None = Field(None, title="คะแนนรวม")
    item_scores: tuple[Points, ...] = Field((), title="คะแนนที่ข้อ OIT หนึ่งข้อได้")
    item_scores_provenance: Provenance | None = Field(None, title="ที่มาของคะแนนรายข้อ")


class Level(Record, title="ระดับและคะแนนต่ำสุด"):
    """A level and the lowest total, in points, that earns it."""

    name: Text = Field(title="ระดับ", examples=["ต้องปรับปรุงโดยด่วน"])
    minimum: Points = Field(title="คะแนนต่ำสุด")


class MinimumOf(StrEnum):
    """What must reach the minimum of a level, beside the total."""

    INSTRUMENT = "ทุกเครื่องมือ"
    INDICATOR = "ทุกตัวชี้วัด"
    INSTRUMENT_PART = "ทุกเครื่องมือและทุกส่วนของเครื่องมือ"


class MinimumRule(Record, title="เงื่อนไขขั้นต่ำที่เป็นไปได้"):
    """A candidate for the further condition on a level from 2566 on; none is confirmed."""

    id: Text = Field(title="รหัส", examples=["every-indicator"])
    text: Text = Field(title="เงื่อนไข", examples=["ทุกตัวชี้วัดต้องได้คะแนนถึงเส้นของระดับ"])
    each: MinimumOf = Field(title="สิ่งที่ต้องได้คะแนนถึงเส้นของระดับด้วย")
    levels: tuple[Text, ...] = Field(title="ระดับที่มีเงื่อนไขนี้", examples=[["ผ่านดีเยี่ยม"]])


class Levels(Record, title="ระดับผลการประเมิน"):
    """The scale of levels, highest first.

    Without `minimum_rules` the total alone decides. With them a further condition exists that no document
    read so far settles: the published level then stands, and none is derived.
    """

    scale: tuple[Level, ...] = Field(title="ระดับ")
    passing: Points | None = Field(None, title="คะแนนผ่าน")
    minimum_rules: tuple[MinimumRule, ...] = Field((), title="เงื่อนไขขั้นต่ำที่เป็นไปได้")
    minimum_rules_note: Text | None = Field(None, title="หมายเหตุของเงื่อนไข", examples=["ยังไม่พบเอกสารที่ยืนยันเงื่อนไข"])
    provenance: Provenance = Field(title="ที่มา")
