"""The record of `plan.yml`: a year's plan of measures as the document that an office signs."""

from __future__ import annotations

from pydantic import Field

from ita_site.data.model.document import Lined, OfficialDocument
from ita_site.data.model.fields import Id, Record, Text
from ita_site.data.model.reference import Reference


class PlanRow(Record):
    """A row of the plan's table: its measures, and what they share."""

    measures: tuple[Id, ...] = Field(title="มาตรการในแถวนี้ (ชื่อไฟล์)")
    number: Text | None = Field(None, title="เลขแถวตามเอกสาร")
    steps: tuple[Lined, ...] = Field((), title="ขั้นตอนที่มาตรการในแถวนี้ใช้ร่วมกัน")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ")


class PlanGroup(Record):
    """Rows below a heading of their own, such as those of one instrument."""

    title: Text = Field(title="หัวข้อ")
    about: Reference | None = Field(None, title="เครื่องมือหรือตัวชี้วัด")
    introduction: Text | None = Field(None, title="คำนำของหัวข้อ")
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ")
    rows: tuple[PlanRow, ...] = Field(title="แถวของตาราง")


class Plan(OfficialDocument):
    """`data/<year>/plan.yml`: the plan as a document; its measures are the files in `measures/`.

    A measure that no group names stands below the groups, in the order of its number.
    """

    title: Text = Field(title="ชื่อแผน")
    groups: tuple[PlanGroup, ...] = Field((), title="หมวดของแผน")
