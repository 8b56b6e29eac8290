"""The choices of the data and what is proven, in the words of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Certainty, ChannelUse, ItemChange, Method, MinimumOf, Status, TargetVerdict, Urgency
from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import NoStatus
from ita_site.judging.scores import Verdict
from ita_site.saying.words.figures import listed

if TYPE_CHECKING:
    from enum import StrEnum

    from ita_site.data.model import Continuation, Provenance


INSTRUMENTS = {
    "IIT": "ความเห็นของบุคลากรในหน่วยงาน",
    "EIT": "ความเห็นของประชาชนผู้มาติดต่อ",
    "OIT": "การเปิดเผยข้อมูลบนเว็บไซต์",
}
"""The three instruments as a citizen would say them."""

TOTAL_SCORE = "คะแนนรวม"

_LABELS: dict[StrEnum, str] = {
    Status.DONE: "ดำเนินการแล้ว",
    Status.RUNNING: "กำลังดำเนินการ",
    Status.NOT_STARTED: "ยังไม่เริ่มดำเนินการ",
    Status.NOT_DONE: "ไม่ได้ดำเนินการ",
    NoStatus.UNSTATED: "รายงานไม่ได้ระบุสถานะ",
    NoStatus.WITH_RESULTS: "มีผลในรายงาน ไม่ได้ระบุสถานะ",
    NoStatus.UNREPORTED: "ยังไม่มีรายงาน",
    Urgency.URGENT: "เร่งด่วน",
    Urgency.IMPROVE: "ควรพัฒนา",
    TargetVerdict.MET: "ถึงเป้าหมาย",
    TargetVerdict.NOT_MET: "ต่ำกว่าเป้าหมาย",
    ChannelUse.CONTACT: "ติดต่อสอบถาม",
    ChannelUse.COMPLAINT: "ร้องเรียนร้องทุกข์",
    ChannelUse.NEWS: "ติดตามข่าวสาร",
    ItemChange.SAME: "คงเดิม",
    ItemChange.REWORDED: "เปลี่ยนถ้อยคำ",
    ItemChange.MERGED: "รวมจากหลายข้อ",
    ItemChange.SPLIT: "แยกจากข้อเดิม",
    ItemChange.REGROUPED: "เปลี่ยนข้อข้างใน",
    ItemChange.NEW: "ข้อใหม่",
    Certainty.CONFIRMED: "ยืนยันด้วยเอกสาร",
    Certainty.REPRODUCED: "คำนวณแล้วตรงกัน",
    Certainty.UNCONFIRMED: "ยังไม่ยืนยัน",
    MinimumOf.INSTRUMENT: "ทุกเครื่องมือ",
    MinimumOf.INDICATOR: "ทุกตัวชี้วัด",
    MinimumOf.INSTRUMENT_PART: "ทุกเครื่องมือและทุกส่วนของเครื่องมือ",
}
"""What is typed in the data is a token, even where a page has the same words."""

_METHODS = {
    Method.MEAN_OF_ITEMS: "เฉลี่ยจากคะแนนรายข้อ",
    Method.MEAN_OF_SUBINDICATORS: "เฉลี่ยจากตัวชี้วัดย่อย",
    Method.MEAN_OF_INDICATORS: "เฉลี่ยจากตัวชี้วัด",
    Method.WEIGHTED_INSTRUMENTS: "รวมสามเครื่องมือตามน้ำหนัก",
}

_VERDICTS = {
    Verdict.PROVEN: "คำนวณซ้ำได้ตรงกัน",
    Verdict.CONSISTENT: "ต่างกันได้เพราะการปัดเศษ",
    Verdict.CONTRADICTED: "ไม่ตรงกับส่วนประกอบ",
    Verdict.UNCHECKED: "ตรวจด้วยการคำนวณไม่ได้",
    None: "ไม่มีตัวเลขที่ประกาศ",
}

_NOT_COMPARABLE = {
    ItemChange.REWORDED: "เปลี่ยนถ้อยคำ",
    ItemChange.MERGED: "รวมจากหลายข้อ",
    ItemChange.SPLIT: "แยกจากข้อเดิม",
    ItemChange.REGROUPED: "เปลี่ยนข้อข้างใน",
    ItemChange.NEW: "ข้อใหม่",
}

_PAGE_NAMES = {
    Kind.HOME: "หน้าแรก",
    Kind.MEASURES: "มาตรการ",
    Kind.REPORTS: "รายงาน",
    Kind.DISCLOSURE: "ข้อมูลที่ต้องเปิดเผย",
    Kind.INDICATORS: "ตัวชี้วัด",
    Kind.COMPARISONS: "เทียบปีต่อปี",
    Kind.DATA: "ข้อมูลเปิด",
    Kind.MUNICIPALITIES: "รายชื่อหน่วยงาน",
    Kind.TRIED: "มาตรการที่เคยใช้",
    Kind.FRAMEWORKS: "เกณฑ์แต่ละปี",
}


_SECTIONS = {
    Kind.HOME: "หน้าแรก",
    Kind.MUNICIPALITIES: "รายชื่อหน่วยงาน",
    Kind.YEAR: "ปีงบประมาณ",
    Kind.TRIED: "มาตรการที่เคยใช้",
    Kind.FRAMEWORKS: "เกณฑ์แต่ละปี",
    Kind.MEASURES: "มาตรการ",
    Kind.REPORTS: "รายงาน",
    Kind.INDICATORS: "ตัวชี้วัด",
    Kind.DATA: "ข้อมูลเปิด",
    Kind.CONTACT: "ติดต่อ",
}


def section(kind: Kind) -> str:
    """Name the section of the navigation that leads to pages of a kind."""
    return _SECTIONS[kind]


def page_name(subject: Subject) -> str:
    """Name a page that leads to others."""
    return f"ปี {subject.year}" if subject.kind is Kind.YEAR else _PAGE_NAMES[subject.kind]


def label(value: StrEnum) -> str:
    """Return a choice of the data in the words of a page."""
    return _LABELS[value]


def status(value: Status | NoStatus) -> str:
    """Say how far a measure has come, or why that is not known."""
    return _LABELS[value]


def method(value: Method | None) -> str:
    """Say how a score is computed."""
    return "ไม่ทราบวิธีคำนวณ" if value is None else _METHODS[value]


def verdict(value: Verdict | None) -> str:
    """Say what the parts of a published figure prove of it."""
    return _VERDICTS[value]


def continued(value: Continuation | None, before: int) -> str:
    """Say how an item stands to those of the framework before, and whether scores may be compared."""
    if value is None:
        return f"ยังไม่ทราบว่าต่อจากข้อใดของปี {before} จึงเทียบไม่ได้"
    was = f" {listed(value.was)} ของปี {before}" if value.was else ""
    if value.change is ItemChange.SAME:
        return f"ต่อจาก{was} เนื้อหาเดิม"
    return f"เทียบไม่ได้: {_NOT_COMPARABLE[value.change]}{was}"


def item_change(value: ItemChange | None) -> str:
    """Say what became of an item of the framework before; None is one that is no more."""
    return "ยกเลิก" if value is None else _LABELS[value]


def with_name(code: str, name: str) -> str:
    """Write the code of an item with its name; the code alone where the name is not known and stands for it."""
    return code if name == code else f"{code} {name}"


def with_year(title: str, year: int | None) -> str:
    """Add the fiscal year, B.E., to a title that does not say it."""
    return title if year is None or str(year) in thai.arabic(title) else f"{title} ปี {year}"


def certainty(provenance: Provenance | None) -> str:
    """Say how sure a fact is."""
    return _LABELS[Certainty.UNCONFIRMED if provenance is None else provenance.certainty]


def confirmed(provenance: Provenance | None) -> str:
    """Say whether a fact of the rules is confirmed, in the one word that an office's page has for it.

    How sure it is, and from where, is told in the documentation of the tool: `data/frameworks/README.md`.
    """
    return "ยืนยันแล้ว" if is_confirmed(provenance) else _LABELS[Certainty.UNCONFIRMED]


def is_confirmed(provenance: Provenance | None) -> bool:
    """Tell whether a fact of the rules is confirmed."""
    return provenance is not None and provenance.certainty is not Certainty.UNCONFIRMED


def urgency(value: Urgency | None) -> str:
    """Say how soon a weak point must be acted on."""
    return "จุดที่ต้องพัฒนา" if value is None else _LABELS[value]
