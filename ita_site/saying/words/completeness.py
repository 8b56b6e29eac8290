"""The sentences about what a year has and lacks."""

from __future__ import annotations

from ita_site.judging.chain import Requirement
from ita_site.saying.words.figures import fiscal_year

PRESENT = "มีแล้ว"
ABSENT = "ยังไม่มี"
COMPLETE = "ครบทุกช่อง"
UNANSWERED = "ไม่มีมาตรการที่ตอบ"
MEASURE_LACKS = {
    Requirement.ANSWERS: "ไม่ได้ระบุว่าตอบตัวชี้วัดใด",
    Requirement.STEPS: "ไม่มีขั้นตอน",
    Requirement.OWNERS: "ไม่มีผู้รับผิดชอบ",
    Requirement.PERIOD: "ไม่มีระยะเวลา",
    Requirement.REPORTED: "ไม่มีในรายงาน",
    Requirement.OUTPUT: "รายงานว่าดำเนินการแล้วแต่ไม่ได้ระบุผล",
}
"""What a measure can lack."""
_PARTS = {
    Requirement.RESULT: "ผลการประเมิน",
    Requirement.ANALYSIS: "บทวิเคราะห์ผล",
    Requirement.MEASURES: "มาตรการ",
    Requirement.REPORTS: "รายงาน",
}


def title(year: int) -> str:
    """Name the page about what a year has and lacks."""
    return f"ความครบถ้วนของข้อมูล {fiscal_year(year)}"


def description(year: int, agency: str) -> str:
    """Describe the page about what a year has and lacks."""
    return f"สถานะข้อมูล ITA ปี {year} ของ{agency}: สิ่งที่มีครบ สิ่งที่ยังขาด และเหตุผล"


def part(requirement: Requirement, year: int) -> str:
    """Name a part of a year's cycle."""
    return f"{_PARTS[requirement]}ปี {year}"


def scores(instruments: int, indicators: int, items: int) -> str:
    """Say what of its scores a result has, beside the total."""
    of_items = f"รายข้อ {items} ข้อ" if items else "ไม่มีคะแนนรายข้อ"
    return f"มีคะแนนรวม เครื่องมือ {instruments} จาก 3 ตัวชี้วัด {indicators} จาก 10 {of_items}"


def measure_count(count: int) -> str:
    """Say how many measures a year has; nothing for none."""
    return f"{count} เรื่อง" if count else ""


def report_count(count: int) -> str:
    """Say how many reports a year has; nothing for none."""
    return f"{count} ฉบับ" if count else ""


def answering(count: int) -> str:
    """Say how many measures answer a weak point; nothing for none."""
    return f"มาตรการ {count} เรื่อง" if count else ""
