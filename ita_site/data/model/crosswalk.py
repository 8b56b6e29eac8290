"""How the items of one framework continue those of an earlier one."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ita_site.data.model.fields import FiscalYear, Record, Text
from ita_site.data.model.reference import Reference
from ita_site.data.model.rules import Provenance


class ItemChange(StrEnum):
    """What became of an item or sub-indicator since the framework before."""

    SAME = "คงเดิม"
    REWORDED = "เปลี่ยนถ้อยคำ"
    MERGED = "รวมจากหลายข้อ"
    SPLIT = "แยกจากข้อเดิม"
    REGROUPED = "เปลี่ยนข้อข้างใน"
    """A sub-indicator that kept its name, with other items in it."""
    NEW = "ข้อใหม่"


class Continuation(Record, title="ข้อที่ต่อจากปีก่อน"):
    """Which items or sub-indicators of the framework before one of this year continues."""

    id: Reference = Field(title="รหัส")
    was: tuple[Reference, ...] = Field((), title="รหัสในปีก่อน")
    change: ItemChange = Field(title="การเปลี่ยนแปลง")
    note: Text | None = Field(None, title="หมายเหตุ", examples=["เพิ่มคำว่า “หลักเกณฑ์และ” และปี"])


class Crosswalk(Record, title="การเทียบข้อกับเกณฑ์ปีก่อน"):
    """How the items of this year continue those of an earlier one; what is absent is not known."""

    before: FiscalYear = Field(title="เทียบกับเกณฑ์ปี")
    provenance: Provenance = Field(title="ที่มา")
    entries: tuple[Continuation, ...] = Field((), title="รายการ")
    dropped: tuple[Reference, ...] = Field((), title="ข้อของปีก่อนที่ไม่มีแล้ว")
