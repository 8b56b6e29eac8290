"""The record of `result.yml`: the published scores of one fiscal year."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.document import Attachment, Edit, YearFile
from ita_site.data.model.fields import Count, Day, Number, Points, Record, Text
from ita_site.data.model.reference import IndicatorNumber, Reference

_SCORE_OR_REASON = {
    "oneOf": [
        {
            "required": [name],
            "properties": {name: {"not": {"type": "null"}}},
            "errorMessage": "ต้องมีช่อง score: หรือ missing: อย่างใดอย่างหนึ่ง",
        }
        for name in ("score", "missing")
    ]
}
"""What `PublishedScore` asks of its two fields, as JSON Schema."""


class PublishedScore(Record, title="คะแนนที่ประกาศ", json_schema_extra=_SCORE_OR_REASON):
    """One published figure, or the reason why there is none: absent is not zero."""

    id: Reference = Field(title="รหัส")
    score: Points | None = Field(None, title="คะแนน")
    missing: Text | None = Field(None, title="เหตุที่ไม่มีคะแนน", examples=["เอกสารอ่านไม่ออก"])
    name: Text | None = Field(None, title="ชื่อตามที่เอกสารพิมพ์", examples=["การเปิดเผยข้อมูล"])
    note: Text | None = Field(
        None, title="คำชี้แจงเมื่อคะแนนที่ประกาศไม่ตรงกับที่คำนวณ", examples=["เอกสารพิมพ์ 97.19 แต่ส่วนประกอบให้ 97.91"]
    )

    @model_validator(mode="after")
    def _score_or_reason(self) -> PublishedScore:
        if (self.score is None) == (self.missing is None):
            raise PydanticCustomError(
                "missing_score",
                "“{id}” ต้องมีช่อง score: หรือ missing: อย่างใดอย่างหนึ่ง ถ้าเอกสารไม่มีคะแนน ให้พิมพ์เหตุผลที่ missing:",
                {"id": self.id},
            )
        return self


class PartScore(Record, title="คะแนนของส่วนในเครื่องมือ"):
    """The score of a part of an instrument, such as the public's own answers and the survey's of EIT."""

    name: Text = Field(title="ชื่อส่วนตามที่เอกสารพิมพ์", examples=["EIT Public"])
    score: Points = Field(title="คะแนน")


class InstrumentScore(PublishedScore, title="คะแนนของเครื่องมือ"):
    """The published figure of an instrument, as some tables print it: weighted, with its parts and its level."""

    level: Text | None = Field(None, title="ระดับตามที่เอกสารพิมพ์", examples=["ผ่านดี"])
    weighted: Points | None = Field(None, title="คะแนนถ่วงน้ำหนักตามที่เอกสารพิมพ์")
    parts: tuple[PartScore, ...] = Field((), title="คะแนนของส่วนในเครื่องมือ")
    respondents: Number | None = Field(None, title="จำนวนผู้ตอบ")


class Rank(Record, title="ลำดับของหน่วยงาน"):
    """A place in an order of agencies."""

    place: Count = Field(title="ลำดับที่")
    among: Text = Field(title="ในกลุ่มใด", examples=["อปท. ในจังหวัด"])


class Erratum(Record, title="คำชี้แจงการแก้ตัวเลข"):
    """A figure that was published wrongly and put right since; the record itself holds what is right."""

    id: Reference | None = Field(None, title="รหัสของคะแนน (เว้นไว้ถ้าเป็นคะแนนรวม)")
    published: Text = Field(title="ที่เผยแพร่ครั้งแรก", examples=["96.97"])
    correct: Text = Field(title="ที่ถูกต้อง", examples=["96.79"])
    since: Day = Field(title="วันที่แก้")
    why: Text = Field(title="เหตุผล", examples=["พิมพ์เลขสลับกัน"])


class Result(YearFile, title="ผลการประเมินที่ประกาศ"):
    """`data/<year>/result.yml`: the published scores of one fiscal year, as printed."""

    total: Points = Field(title="คะแนนรวม")
    total_note: Text | None = Field(None, title="คำชี้แจงเมื่อคะแนนรวมไม่ตรงกับที่คำนวณ", examples=["เอกสารอีกหน้าพิมพ์ 96.80"])
    level: Text | None = Field(None, title="ระดับผลการประเมิน", examples=["ผ่านดีเยี่ยม"])
    level_note: Text | None = Field(None, title="คำชี้แจงเมื่อระดับไม่ตรงกับคะแนน", examples=["เอกสารพิมพ์ระดับของปีก่อน"])
    rank: Rank | None = Field(None, title="ลำดับของหน่วยงาน")
    ranks: tuple[Rank, ...] = Field((), title="ลำดับของหน่วยงานในหลายกลุ่ม")
    respondents: Number | None = Field(None, title="จำนวนผู้ตอบทั้งหมด")
    document: Text | None = Field(None, title="เอกสารที่มา", examples=["ประกาศผลการประเมิน ITA ปี 2568"])
    instruments: tuple[InstrumentScore, ...] = Field((), title="คะแนนรายเครื่องมือ")
    indicators: tuple[PublishedScore, ...] = Field((), title="คะแนนรายตัวชี้วัด")
    subindicators: tuple[PublishedScore, ...] = Field((), title="คะแนนรายตัวชี้วัดย่อย")
    items: tuple[PublishedScore, ...] = Field((), title="คะแนนรายข้อ")
    zero_items: tuple[Reference, ...] = Field((), title="ข้อ OIT ที่ได้ 0 คะแนน ครบทุกข้อตามที่เอกสารระบุ")
    ranking: tuple[IndicatorNumber, ...] = Field((), title="ลำดับของตัวชี้วัดจากคะแนนสูงสุด ตามที่เอกสารพิมพ์")
    original: Attachment | None = Field(None, title="ประกาศผลหรือฉบับลงนาม")
    attachments: tuple[Attachment, ...] = Field((), title="เอกสารแนบ")
    errata: tuple[Erratum, ...] = Field((), title="คำชี้แจงการแก้ตัวเลขที่เผยแพร่แล้ว")
    edits: tuple[Edit, ...] = Field((), title="สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["คะแนนอ่านจากแผนภูมิในหน้า 4"]])


def is_unfilled(value: object) -> bool:
    """Tell whether a result, as it was typed, says nothing yet: a form with the numbers of what is to be scored."""
    if not isinstance(value, dict) or not value.keys() >= {"total", "level"}:
        return False
    beside = {"agency", "document"}
    return value.keys() <= Result.model_fields.keys() and all(
        _says_nothing(each) for key, each in value.items() if key not in beside
    )


def _says_nothing(value: object) -> bool:
    if isinstance(value, list):
        return all(
            isinstance(each, dict)
            and each.keys() <= InstrumentScore.model_fields.keys()
            and all(_says_nothing(inner) for key, inner in each.items() if key not in {"id", "name"})
            for each in value
        )
    return value is None
