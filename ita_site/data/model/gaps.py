"""The record of `gaps.yml`: why a year lacks a link of its cycle."""

from __future__ import annotations

from pydantic import Field

from ita_site.data.model.fields import Record, Text


class Gaps(Record):
    """`data/<year>/gaps.yml`: why a year lacks one of the links of its cycle."""

    result: Text | None = Field(None, title="เหตุที่ไม่มีผลการประเมิน")
    analysis: Text | None = Field(None, title="เหตุที่ไม่มีบทวิเคราะห์")
    measures: Text | None = Field(None, title="เหตุที่ไม่มีมาตรการ")
    reports: Text | None = Field(None, title="เหตุที่ไม่มีรายงาน")
