"""The record of `gaps.yml`: why a year lacks a link of its cycle."""

from __future__ import annotations

from pydantic import Field

from ita_site.data.model.document import YearFile
from ita_site.data.model.fields import Text


class Gaps(YearFile, title="เหตุที่ปีนี้ขาดข้อมูล"):
    """`data/<year>/gaps.yml`: why a year lacks one of the links of its cycle."""

    result: Text | None = Field(None, title="เหตุที่ไม่มีผลการประเมิน", examples=["ยังไม่ประกาศผลของปีนี้"])
    analysis: Text | None = Field(None, title="เหตุที่ไม่มีบทวิเคราะห์", examples=["เอกสารวิเคราะห์เฉพาะผลของปี 2568"])
    measures: Text | None = Field(None, title="เหตุที่ไม่มีมาตรการ", examples=["เอกสารมีเฉพาะมาตรการของปี 2569"])
    reports: Text | None = Field(None, title="เหตุที่ไม่มีรายงาน", examples=["เอกสารไม่มีรายงานของปี 2568"])
