"""What is told of a person: the name, the day of birth, health."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.privacy import person_names
from ita_site.judging.privacy.kinds import Exposure, PrivateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.judging.privacy.kinds import Known

_BIRTH = re.compile(
    r"(?P<sure>วัน(?:[\s/]*เดือน[\s/]*ปี)?\s*(?:ที่)?\s*เกิด|ว\.?\s?/?\s?ด\.?\s?/?\s?ป\.?\s?(?:ที่)?เกิด|"
    r"date of birth|\bdob\b|born(?: on)?|เกิด(?:เมื่อ)?(?:วันที่|วัน)?)\s*[:：]?\s*(?:วัน\S{2,12}ที่\s*)?"
    r"\d{1,2}\s*(?:[/\-.]\s*\d{1,2}\s*[/\-.]\s*\d{2,4}|(?:[ก-๙.]{3,12}|[a-z]{3,9}\.?,?)\s*(?:พ\.ศ\.\s*)?\d{2,4})"
    r"|(?P<iso>วัน(?:[\s/]*เดือน[\s/]*ปี)?\s*เกิด|date of birth|\bdob\b|birth_?date|birthday)\W{0,3}\d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)
_EVENT = re.compile(r"(?:เหตุ|ภัย|ไฟไหม้|ข้อ|เรื่อง|ความ|ที่)\s*$")
_GLUED = re.compile(r"[ก-๎]$")
_EVENTS = re.compile(r"เหตุ|ภัย|ไฟ|น้ำ|พายุ|ระบาด|เสียหาย|ชำรุด|ปัญหา|ขัดข้อง|ขึ้นเมื่อ|ข้อร้องเรียน|การทุจริต|ความ|ครั้ง")
_PERSONAL = re.compile("อายุ|สัญชาติ|บุตร|ใบเกิด|สูติบัตร|เด็ก|ผู้สูงอายุ")
_HEALTH = re.compile(
    r"ป่วย|โรค(?!งาน)|ติดเชื้อ|เอชไอวี|\bHIV\b|เอดส์|เบาหวาน|มะเร็ง|จิตเวช|ซึมเศร้า|พิการ|ตั้งครรภ์|ติดเตียง|วัณโรค|ความดันโลหิต|"
    r"หลอดเลือดสมอง|ออทิส|ดาวน์ซินโดรม|อัลไซเมอร์|สมองเสื่อม|ลมชัก|ลมบ้าหมู|ตาบอด|หูหนวก|เป็นใบ้|อัมพ|หอบหืด|แพ้ยา|หมู่เลือด|กรุ๊ปเลือด|ยาเสพติด|บำบัด|ผ่าตัด|ไตวาย|ฟอกไต|โควิด|COVID",
    re.IGNORECASE,
)
_BESIDE = 60


def births(text: str) -> Iterator[Exposure]:
    """Yield days of birth: not of what happened on a day."""
    births = list(_BIRTH.finditer(text))
    personal = bool(births) and _speaks_of_a_person(text)
    for each in births:
        bare = each[0].startswith("เกิด")
        if bare and _is_of_an_event(text, each.start(), personal=personal):
            continue
        yield Exposure(PrivateKind.BIRTH, *each.span())


def names(text: str, known: Known) -> Iterator[Exposure]:
    """Yield names of persons, those beside words on health as such."""
    for start, end in person_names.person_names(text):
        if person_names.bare(text[start:end]) in known.names:
            continue
        beside = text[max(0, start - _BESIDE) : start] + " " + text[end : end + _BESIDE]
        yield Exposure(PrivateKind.HEALTH if _HEALTH.search(beside) else PrivateKind.NAME, start, end)


def _speaks_of_a_person(text: str) -> bool:
    return bool(_PERSONAL.search(text)) or next(iter(person_names.person_names(text)), None) is not None


def _is_of_an_event(text: str, start: int, *, personal: bool) -> bool:
    """Tell whether what is said to have begun on a day is no person: เกิด is said of both."""
    before = text[max(0, start - _BESIDE) : start]
    if personal:
        return bool(_EVENT.search(before))
    return bool(_GLUED.search(before) or _EVENTS.search(text))
