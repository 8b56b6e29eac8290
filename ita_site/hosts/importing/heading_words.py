"""What the headings of an office's tables mean: the words of the plans, reports and score sheets that were read.

A longer word hides the shorter ones in it: “ตัวชี้วัดความสำเร็จ” is no “ตัวชี้วัด”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.hosts.importing.understood_cells import ImportKind

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING = "-"
"""The meaning of a column that is not to be taken."""
_PLAN = {
    "number": ("ลำดับ", "ลำดับที่"),
    "title": ("มาตรการ", "โครงการ", "กิจกรรม", "มาตรการ/แนวทาง", "มาตรการหรือแนวทาง", "แนวทาง/มาตรการ"),
    "answers": ("ตัวชี้วัด", "ประเด็นการประเมิน", "หัวข้อการประเมิน"),
    "score": ("คะแนน", "ผลการประเมิน"),
    "analysis": ("ผลการวิเคราะห์", "ผลการวิเคราะห์ตัวชี้วัดตามหลักเกณฑ์การประเมิน", "ผลการวิเคราะห์ตัวชี้วัด", "ข้อบกพร่อง", "จุดอ่อน"),
    "situation": ("สถานการณ์", "สภาพปัจจุบัน"),
    "steps": (
        *("ขั้นตอน", "วิธีการ", "วิธีปฏิบัติ", "วิธีดำเนินการ", "แนวทางการปฏิบัติ", "แนวทางปฏิบัติ", "แนวทางการดำเนินการ"),
        *("แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "แนวทาง"),
    ),
    "owners": ("ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "ผู้ที่เกี่ยวข้อง", "ส่วนราชการ"),
    "period": ("ระยะเวลา", "ระยะเวลาดำเนินการ", "กำหนดเวลา", "ช่วงเวลา"),
    "budget": ("งบประมาณ",),
    "targets": ("ตัวชี้วัดความสำเร็จ", "ตัวชี้วัดของมาตรการ", "ตัวชี้วัดผลสำเร็จ"),
    "target": ("ค่าเป้าหมาย", "เป้าหมาย"),
    "monitoring": (
        *("กำกับติดตาม", "การติดตาม", "ติดตามผล", "ติดตามผลการดำเนินการ", "ติดตามผลการดำเนินงาน"),
        *("รายงานความก้าวหน้า", "รายงานความก้าวหน้าและสรุปผล", "การกำกับติดตามรายงานความก้าวหน้าและสรุปผล"),
    ),
    NOTHING: ("ปีงบประมาณ",),
}
_OF_REPORT = ("output", "outcome", "status", "percent", "suggestions", "done", "not_done")
_REPORT_ONLY = {
    "output": ("ผลการดำเนินการ", "ผลการดำเนินงาน", "output", "ผลผลิต", "ผลการดำเนินการ(output)"),
    "outcome": ("ผลลัพธ์", "outcome", "ผลลัพธ์ในการดำเนินงาน", "ผลลัพธ์ในการดำเนินการ"),
    "status": ("สถานะ", "ความคืบหน้า", "สถานะการดำเนินการ"),
    "done": ("ดำเนินการแล้ว",),
    "not_done": ("ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ", "ไม่ได้ดำเนินการ"),
    "percent": ("ร้อยละ", "%"),
    "suggestions": ("ข้อเสนอแนะ",),
}
_MEASURES = {**_PLAN, **{name: words for name, words in _REPORT_ONLY.items() if name not in {"done", "not_done"}}}
_REPORT = {
    **{name: words for name, words in _PLAN.items() if name not in {"steps", "monitoring", "analysis", "targets"}},
    **_REPORT_ONLY,
    "steps": ("ขั้นตอน", "วิธีการปฏิบัติ", "ขั้นตอนหรือวิธีการ", "ขั้นตอน/วิธีการ"),
    "method": ("วิธีการดำเนินการ", "วิธีการดำเนินงาน", "วิธีดำเนินการ"),
    "findings": ("ข้อค้นพบ", "ข้อบกพร่อง", "จุดอ่อน"),
    "proposals": ("แนวทางที่เสนอ", "แนวทางการปรับปรุง"),
    "follow_up": _PLAN["monitoring"],
}
_RESULT = {
    "number": ("ตัวชี้วัดที่",),
    "item": ("ข้อ", "ข้อที่", "รหัส"),
    "order": ("ลำดับ", "ลำดับที่"),
    "rank": ("อันดับ", "อันดับที่"),
    "name": (
        *("ตัวชี้วัด", "รายละเอียดตัวชี้วัด", "ชื่อตัวชี้วัด", "ประเด็นการประเมิน", "หัวข้อการประเมิน", "รายการ", "เครื่องมือ"),
        *("หัวข้อ", "ประเด็น", "ข้อคำถาม", "แบบวัด", "เครื่องมือการประเมิน"),
    ),
    "score": (
        *("คะแนน", "คะแนนที่ได้", "คะแนนรายตัวชี้วัด", "ค่าเฉลี่ยคะแนน", "ร้อยละ", "ผลการประเมิน", "ค่าคะแนน", "คะแนนเฉลี่ย"),
        *("คะแนนรายข้อ", "ผลคะแนน", "คะแนนเครื่องมือ", "คะแนนตัวชี้วัด"),
    ),
    "instrument_score": ("คะแนนรายเครื่องมือ",),
    "weighted": ("คะแนนถ่วงน้ำหนัก", "ถ่วงน้ำหนัก", "คะแนนหลังถ่วงน้ำหนัก"),
    "weight": ("น้ำหนัก", "ค่าน้ำหนัก", "คะแนนเต็ม"),
    "level": ("ระดับ", "ระดับผลการประเมิน", "เกรด"),
    NOTHING: ("หน่วยงาน", "จังหวัด", "อำเภอ", "หมายเหตุ"),
}
_DISCLOSURE = {
    "item": ("ข้อ", "ข้อที่", "รหัส", "ตัวชี้วัดที่"),
    "title": ("รายการ", "ข้อมูล", "ชื่อข้อ", "ประเด็น", "ประเด็นการตรวจ", "หัวข้อ", "รายการข้อมูล", "ข้อมูลที่ต้องเปิดเผย"),
    "evidence": ("ลิงก์", "ลิงค์", "url", "link", "ที่อยู่เว็บไซต์", "ที่อยู่", "เว็บไซต์", "หลักฐาน", "ลิงก์ข้อมูล"),
    "reply": ("คำตอบ", "ตอบว่า", "มี/ไม่มี", "การตอบ"),
    "owner": ("ผู้รับผิดชอบ", "เจ้าของข้อมูล", "หน่วยงานรับผิดชอบ", "ส่วนราชการ"),
    "note": ("หมายเหตุ", "คำอธิบาย"),
    NOTHING: ("ลำดับ", "ลำดับที่"),
}
VOCABULARIES: Mapping[ImportKind, Mapping[str, tuple[str, ...]]] = {
    ImportKind.RESULT: _RESULT,
    ImportKind.MEASURES: _MEASURES,
    ImportKind.REPORT: _REPORT,
    ImportKind.DISCLOSURE: _DISCLOSURE,
}
_WHOLE = {"ที่": {"measures": "number", "report": "number", "result": "order", "disclosure": NOTHING}}
"""Headings that mean something only where nothing else stands in them."""
_OF_OTHERS = re.compile(r"ผลต่าง|เพิ่มขึ้น|ลดลง|เปลี่ยนแปลง|ปีก่อน|ปีที่แล้ว|เป้าหมาย|จังหวัด|ประเทศ|ผู้ตอบ|จำนวน|เกณฑ์")
"""What makes another figure of a score: a change, an average of others, what was aimed at, how many answered."""
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]+")


def squeezed(text: str) -> str:
    """Return a text as it is compared: Arabic digits, small letters, no spaces."""
    return "".join(thai.arabic(thai.normalise(text)).lower().split())


def meanings(heading: str, kind: ImportKind) -> tuple[str, ...]:
    """Return what a heading may mean in tables of a kind; of several meanings, a person chooses."""
    text = _NUMBERED.sub("", squeezed(heading))
    if text in _WHOLE:
        return (_WHOLE[text][kind],)
    if kind is ImportKind.RESULT and (_OF_OTHERS.search(text) or _is_of_another_scale(text)):
        return (NOTHING,)
    found: list[tuple[int, int, str]] = []
    for meaning, words in VOCABULARIES[kind].items():
        for each in words:
            word = squeezed(each)
            if text == word:
                return (meaning,)
            start = text.find(word)
            while start >= 0:
                found.append((start, start + len(word), meaning))
                start = text.find(word, start + 1)
    shown = [
        each
        for each in found
        if not any(
            other[0] <= each[0] and each[1] <= other[1] and other[1] - other[0] > each[1] - each[0] for other in found
        )
    ]
    several = tuple(dict.fromkeys(each[2] for each in sorted(shown)))
    return tuple(each for each in several if each != NOTHING) or several


def _is_of_another_scale(heading: str) -> bool:
    """Tell whether the most that a score can be, as its heading says, is not 100."""
    match = re.search(r"เต็ม\(?(\d+)", heading)
    return match is not None and match[1] != "100"


def known_meanings(kind: ImportKind) -> tuple[str, ...]:
    """Return what a person may say that a column means."""
    return tuple(dict.fromkeys((*VOCABULARIES[kind], NOTHING)))


def is_of_report(meaning: str) -> bool:
    """Tell whether a column belongs to a report, not to a plan."""
    return meaning in _OF_REPORT


def meaning_names(kind: ImportKind) -> Mapping[str, str]:
    """Return what columns of a kind may mean, each with a word for it."""
    names = {meaning: words[0] for meaning, words in VOCABULARIES[kind].items() if meaning != NOTHING}
    return {NOTHING: "ไม่นำเข้า", **names}
