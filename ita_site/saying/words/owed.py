"""The words for what of a year's OIT list is still owed, by whom and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from datetime import date

NOBODY = "ยังไม่ได้ระบุเจ้าของข้อมูล"


def closes(year: int, last: date | None, day: date | None) -> str:
    """Say when the form of a fiscal year, B.E., is taken until, as seen on a day."""
    if last is None:
        return f"ยังไม่รู้วันปิดรับแบบ OIT ปี {year}"
    if day is not None and day > last:
        return f"แบบ OIT ปี {year} ปิดรับแล้วเมื่อ {thai.write_date(last)}"
    return f"กรอกแบบ OIT ปี {year} ได้ถึง {thai.write_date(last)}"


def due(last: date | None, *, late: bool) -> str:
    """Say until when an item must be answered; nothing where that is not known."""
    if last is None:
        return ""
    return f"ภายใน {thai.write_short_date(last)}" + (" เลยกำหนดแล้ว" if late else "")


def as_of(day: date) -> str:
    """Say by which day what is late is told."""
    return f"นับถึง {thai.write_date(day)} ซึ่งเป็นวันล่าสุดที่รู้จากข้อมูล"


def count(number: int) -> str:
    """Say how many items a division owes."""
    return f"{number} ข้อ"
