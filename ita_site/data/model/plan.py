"""The record of `plan.yml`: a year's plan of measures as the document that an office signs."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.document import Lined, OfficialDocument
from ita_site.data.model.fields import Record, Text
from ita_site.data.model.names import Id
from ita_site.data.model.reference import Reference


class PlanRow(Record, title="แถวของแผน"):
    """A row of the plan's table: its measures, and what they share."""

    measures: tuple[Id, ...] = Field(title="มาตรการในแถวนี้ (ชื่อไฟล์)")
    number: Text | None = Field(None, title="เลขแถวตามเอกสาร", examples=["๒"])
    numbers: tuple[Text, ...] = Field((), title="เลขหน้าแต่ละมาตรการตามเอกสาร", examples=[["๑."]])
    steps: tuple[Lined, ...] = Field((), title="ขั้นตอนที่มาตรการในแถวนี้ใช้ร่วมกัน", examples=[["จัดประชุมชี้แจงเจ้าหน้าที่"]])
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["สองมาตรการใช้ขั้นตอนร่วมกัน"]])

    @model_validator(mode="after")
    def _one_number_each(self) -> PlanRow:
        if self.numbers and len(self.numbers) != len(self.measures):
            raise PydanticCustomError(
                "row_numbers",
                "numbers: มี {found} เลข แต่แถวนี้มี {wanted} มาตรการ ให้พิมพ์เลขของทุกมาตรการตามลำดับ หรือลบ numbers:",
                {"found": len(self.numbers), "wanted": len(self.measures)},
            )
        return self


class PlanGroup(Record, title="หมวดของแผน"):
    """Rows below a heading of their own, such as those of one instrument."""

    title: Text = Field(title="หัวข้อ", examples=["ผลการประเมินแบบวัด IIT"])
    about: Reference | None = Field(None, title="เครื่องมือหรือตัวชี้วัด")
    introduction: Text | None = Field(None, title="คำนำของหัวข้อ", examples=["จุดที่ต้องพัฒนาจากผู้มีส่วนได้ส่วนเสียภายใน"])
    suggestions: tuple[Lined, ...] = Field((), title="ข้อเสนอแนะ", examples=[["แจ้งช่องทางให้ประชาชนทราบ"]])
    rows: tuple[PlanRow, ...] = Field(title="แถวของตาราง")


class Plan(OfficialDocument, title="แผนมาตรการ"):
    """`data/<year>/plan.yml`: the plan as a document; its measures are the files in `measures/`.

    A measure that no group names stands below the groups, in the order of its number.
    """

    title: Text = Field(title="ชื่อแผน", examples=["แผนการยกระดับคุณธรรมและความโปร่งใส ปี 2569"])
    groups: tuple[PlanGroup, ...] = Field((), title="หมวดของแผน")
