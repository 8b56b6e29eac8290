"""The sentences about how scores are computed."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year

PUBLISHED = "ประกาศ"
COMPUTED = "คำนวณ"
NOT_IN_ZERO_ITEMS = "ไม่อยู่ในรายการข้อที่ได้ 0 และปีนี้แต่ละข้อได้ 0 หรือ 100 เท่านั้น"
"""Why an item counts as 100 points that no document prints."""
METHOD_UNKNOWN = "ยังไม่ทราบวิธีคำนวณที่ยืนยันได้"
ITEMS_UNKNOWN = "ยังไม่ทราบว่ามีข้อใดบ้าง"
PARTS_UNKNOWN = "ยังไม่ทราบว่ามีส่วนประกอบใดอีกบ้าง"
PARTS_NOT_PRINTED = "ประกาศคะแนนของส่วนประกอบไม่ครบ"


def title(year: int) -> str:
    """Name the page about how the scores of a year are computed."""
    return f"วิธีคำนวณคะแนน ปี {year}"


def description(year: int, agency: str) -> str:
    """Describe the page about how the scores of a year are computed."""
    return f"วิธีคำนวณคะแนน ITA {fiscal_year(year)} ของ{agency} ทุกขั้น พร้อมผลการตรวจตัวเลขที่ประกาศ"


def equal_items(first: str, last: str) -> str:
    """Say that all items from one to another have the same score."""
    return f"ทุกข้อใน {first}–{last} ได้เท่ากัน"


def interval(low: str, high: str) -> str:
    """Write the least and the greatest value that a figure can have."""
    return f"{low} ถึง {high}"
