"""Words that scanners and hands get wrong in these documents, with what is meant.

Only what can be nothing else: each stood in a published document of a municipality.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.ground.word_pattern import any_of

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
    "เทศบาลตำบลตำบล": "เทศบาลตำบล",
    "หน่วยงานงาน": "หน่วยงาน",
    "รวมไปถึงถึง": "รวมไปถึง",
    "รับผิดชอบต่อต่อ": "รับผิดชอบต่อ",
    "องค์กรบริหารส่วนตำบล": "องค์การบริหารส่วนตำบล",
    "คุ่มค่า": "คุ้มค่า",
    "กระทยอด": "กระทบยอด",
    "กระบวนกรใน": "กระบวนการใน",
    "มีกรให้": "มีการให้",
    "ครบเปิดโอกาส": "ควรเปิดโอกาส",
    "ควบปรับปรุง": "ควรปรับปรุง",
    "พบทวน": "ทบทวน",
    "มีส่วนรวมใน": "มีส่วนร่วมใน",
    "มีส่วนร่วมขอประชาชน": "มีส่วนร่วมของประชาชน",
    "ด้านคุณธรรมและโปร่งใส": "ด้านคุณธรรมและความโปร่งใส",
    "ชื่อสัตย์": "ซื่อสัตย์",
    "ประกาศขอปฏิบัติ": "ประกาศข้อปฏิบัติ",
    "โดยรวมใดคะแนน": "โดยรวมได้คะแนน",
    "ไต่คะแนน": "ได้คะแนน",
    "รายงานการดำเนินตามมาตรการ": "รายงานการดำเนินการตามมาตรการ",
    "ให้ความสำคัญและให้ร่วมมือ": "ให้ความสำคัญและให้ความร่วมมือ",
    "๔ การใช้ทรัพยากรของทางราชการ": "๔ การใช้ทรัพย์สินของทางราชการ",
    "4 การใช้ทรัพยากรของทางราชการ": "4 การใช้ทรัพย์สินของทางราชการ",
    "เจตนาธรรม": "เจตนารมณ์",
    "ข้อชักถาม": "ข้อซักถาม",
    "ข้อ ชักถาม": "ข้อซักถาม",
    "รวมไปถึง ถึง": "รวมไปถึง",
    "มีกรเรียกรับ": "มีการเรียกรับ",
    "มีกาปฏิสัมพันธ์": "มีการปฏิสัมพันธ์",
    "เป็ปัจจุบัน": "เป็นปัจจุบัน",
    "เป็รูปธรรม": "เป็นรูปธรรม",
    "แก่สวนราชการ": "แก่ส่วนราชการ",
    "เปนการเฉพาะ": "เป็นการเฉพาะ",
    "ดานการสรรหา": "ด้านการสรรหา",
    "ความคิดเห็น ทิชม": "ความคิดเห็น ติชม",
    "ทำธุรกรรมส่วนตัวของผู้บังคับบัญชา": "ทำธุระส่วนตัวของผู้บังคับบัญชา",
    "อย่างน้อยเพียงใด": "มากน้อยเพียงใด",
    "ให้ผู้บังคับบัญชาทำธุระส่วนตัวของผู้บังคับบัญชา": "ให้ผู้ใต้บังคับบัญชาทำธุระส่วนตัวของผู้บังคับบัญชา",
    "ประเด็น ช่างต้น": "ประเด็นข้างต้น",
    "ชำรงต้น": "ข้างต้น",
    "ตั้งชี้วัด": "ตัวชี้วัด",
    "และพนักงานงาน ": "และพนักงาน ",
    "การจัดกาพัสดุ": "การจัดหาพัสดุ",
}
_ANY = re.compile(any_of(_MEANT))
_REPEATED = re.compile("(?P<word>(?P<two>[ก-ฮเ-ไ][ก-๛])(?=[ก-๛]{3,13}(?P=two))[ก-๛]{2,12}?[ก-ฺๅ-๛])(?P=word)(?![ะ-ฺ็-๎])")
"""Thai writes a word that is meant twice with ๆ; five letters or more that follow themselves are a slip.

A word begins with a consonant or a vowel written before it, and ends with neither such a vowel nor within a letter.
That its first two letters come again is looked for first: mostly they do not.
"""
_LOST = re.compile(r"[.)]\s*(?=[ก-๛])")
"""The mark after a number of a list whose number is gone."""


@lru_cache(maxsize=4_096)  # names and steps are repeated from file to file and year to year
def find(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where each misprint stands, and what to say of it."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ANY.finditer(text):
        yield *match.span(), f"“{match[0]}” น่าจะเป็น “{_MEANT[match[0]]}”"
    if (lost := _LOST.match(text)) is not None:
        yield *lost.span(), f"ข้อความขึ้นต้นด้วย “{lost[0].strip()}” เลขข้อน่าจะหายไป ไม่ต้องพิมพ์เลขข้อ ให้ลบเครื่องหมายนี้"
    for match in _REPEATED.finditer(text):
        yield *match.span(), f"“{match['word']}” พิมพ์ซ้ำติดกัน"
