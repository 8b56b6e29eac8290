"""The words of the page that proves the figures of a year."""

from __future__ import annotations

SCORES, LEVEL, MEASURES, REPORTS, DISCLOSURE = (
    "คะแนนที่ประกาศ",
    "ระดับ",
    "สถานะของมาตรการ",
    "สถานะในรายงาน",
    "คำตอบรายข้อของแบบ OIT",
)
_GROUP = 8
PUBLISHED_LEVEL = "ระดับที่ประกาศ"


def title(year: int) -> str:
    """Name the page of a fiscal year B.E."""
    return f"หลักฐานของตัวเลขปี {year}"


def description(year: int, agency: str) -> str:
    """Describe the page."""
    return f"ตัวเลขและสถานะทุกค่าของปี {year} ของ{agency} พร้อมผลการตรวจ ไฟล์และบรรทัดต้นทาง และค่าตรวจสอบ SHA-256 ของไฟล์"


def of_report(report: str, measure: str) -> str:
    """Name what a report says of a measure."""
    return f"{report}: {measure}"


def percent_of(name: str) -> str:
    """Name how far a measure has come in percent."""
    return f"{name} (ร้อยละ)"


def by_editor(status: str) -> str:
    """Say of a status that no document gives it."""
    return f"{status} (ผู้จัดทำเว็บไซต์ระบุ)"


def grouped(checksum: str) -> str:
    """Write a checksum in groups, to be compared by eye; no run of its digits looks like the number of a person."""
    return " ".join(checksum[at : at + _GROUP] for at in range(0, len(checksum), _GROUP))
