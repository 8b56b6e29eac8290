"""Words that scanners and hands get wrong in these documents, with what is meant.

Only what can be nothing else: each stood in a published document of a municipality.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEANT = {
    "ทุจริตและประพฤติชอบ": "ทุจริตและประพฤติมิชอบ",
    "ประพฤตินิชอบ": "ประพฤติมิชอบ",
    "ประพฤตินิยมชอบ": "ประพฤติมิชอบ",
    "คอร์ปชั่น": "คอร์รัปชัน",
    "แจกเวียน": "แจ้งเวียน",
    "แจงเวียน": "แจ้งเวียน",
    "หัวระยะเวลา": "ห้วงระยะเวลา",
    "Sociai": "Social",
    "ตำบลตำบล": "ตำบล",
    "ดำเนินการดำเนินการ": "ดำเนินการ",
    "หน่วยงานงาน": "หน่วยงาน",
    "เจตนาธรรม": "เจตนารมณ์",
    "ข้อชักถาม": "ข้อซักถาม",
    "การจัดกาพัสดุ": "การจัดหาพัสดุ",
}
_ANY = re.compile("|".join(map(re.escape, _MEANT)))


def found(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each misprint stands, and what to say of it."""
    for match in _ANY.finditer(text):
        yield *match.span(), f"“{match[0]}” น่าจะเป็น “{_MEANT[match[0]]}”"
