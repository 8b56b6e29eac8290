"""The headings of what a report says of a measure beside its results."""

from __future__ import annotations

from ita_site.data.model import RowPart

LISTS = {
    RowPart.ACTIONS: "มาตรการย่อย",
    RowPart.FINDINGS: "ข้อค้นพบ",
    RowPart.METHOD: "วิธีการดำเนินการ",
    RowPart.PROPOSALS: "แนวทางที่เสนอ",
    RowPart.FOLLOW_UP: "การติดตามผล",
    RowPart.SUGGESTIONS: "ข้อเสนอแนะ",
}
COLUMNS = {
    **LISTS,
    RowPart.MEASURE: "มาตรการ",
    RowPart.ANSWERS: "ตอบตัวชี้วัดหรือข้อ",
    RowPart.STEPS: "ขั้นตอน",
    RowPart.OWNERS: "ผู้รับผิดชอบ",
    RowPart.PERIOD: "ระยะเวลา",
    RowPart.STATUS: "สถานะ",
    RowPart.OUTPUT: "ผลการดำเนินการ (output)",
    RowPart.OUTCOME: "ผลลัพธ์ (outcome)",
}
"""What a column is called where the report does not say it."""
NOT_SAID = "ไม่ได้ระบุ"


def finding(text: str, about: str) -> str:
    """Write a finding with what the report credits it to."""
    return f"{text} ({about})"


def findings(title: str, about: str) -> str:
    """Write the heading of findings that the report all credits to the same."""
    return f"{title} ({about})" if title else about


def percent(value: str) -> str:
    """Say how far a measure has come."""
    return f"คืบหน้าร้อยละ {value}"
