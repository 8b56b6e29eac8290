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
    "หน่วยงานงาน": "หน่วยงาน",
    "รวมไปถึงถึง": "รวมไปถึง",
    "รับผิดชอบต่อต่อ": "รับผิดชอบต่อ",
    "องค์กรบริหารส่วนตำบล": "องค์การบริหารส่วนตำบล",
    "คุ่มค่า": "คุ้มค่า",
    "กระทยอด": "กระทบยอด",
    "กระบวนกร": "กระบวนการ",
    "มีกรให้": "มีการให้",
    "ครบเปิดโอกาส": "ควรเปิดโอกาส",
    "ควบปรับปรุง": "ควรปรับปรุง",
    "พบทวน": "ทบทวน",
    "มีส่วนรวมใน": "มีส่วนร่วมใน",
    "มีส่วนร่วมขอประชาชน": "มีส่วนร่วมของประชาชน",
    "คุณธรรมและโปร่งใส": "คุณธรรมและความโปร่งใส",
    "ชื่อสัตย์": "ซื่อสัตย์",
    "ประกาศขอปฏิบัติ": "ประกาศข้อปฏิบัติ",
    "โดยรวมใดคะแนน": "โดยรวมได้คะแนน",
    "ไต่คะแนน": "ได้คะแนน",
    "การดำเนินตามมาตรการ": "การดำเนินการตามมาตรการ",
    "ให้ร่วมมือ": "ให้ความร่วมมือ",
    "การใช้ทรัพยากรของทางราชการ": "การใช้ทรัพย์สินของทางราชการ",
    "เจตนาธรรม": "เจตนารมณ์",
    "ข้อชักถาม": "ข้อซักถาม",
    "การจัดกาพัสดุ": "การจัดหาพัสดุ",
}
_ANY = re.compile("|".join(map(re.escape, _MEANT)))
_REPEATED = re.compile(r"(?P<word>[ก-๛]{5,15}?)(?P=word)")
"""Thai writes a word that is meant twice with ๆ; five letters or more that follow themselves are a slip."""


def found(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each misprint stands, and what to say of it."""
    for match in _ANY.finditer(text):
        yield *match.span(), f"“{match[0]}” น่าจะเป็น “{_MEANT[match[0]]}”"
    for match in _REPEATED.finditer(text):
        yield *match.span(), f"“{match['word']}” พิมพ์ซ้ำติดกัน"
