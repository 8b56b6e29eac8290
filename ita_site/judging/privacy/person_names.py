"""Names of persons in Thai text, known by the title before them: Thai has no capitals and few spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = (
    r"นางสาว|น\.\s?ส\.|นาย|นาง|เด็กชาย|เด็กหญิง|ด\.\s?ช\.|ด\.\s?ญ\.|ว่าที่\s?(?:ร้อย(?:ตรี|โท|เอก)|ร\.\s?[ตทอ]\.)\s?(?:หญิง)?|"
    r"(?:พล|พัน|ร้อย|จ่าสิบ|สิบ)(?:ตำรวจ)?(?:ตรี|โท|เอก)|[พร]\.\s?[ตจ]?\.?\s?[ตทอ]\.|จ\.?ส\.?[ตทอ]\.|ส\.[ตทอ]\.|ดร\.|ผศ\.|รศ\.|"
    r"คุณ(?!ให้|ธรรม|ภาพ|สมบัติ|ลักษณะ|วุฒิ|ค่า|ูป|ประโยชน์|ครู|แม่|พ่อ|หมอ|ความ|ตา|ยาย|ย่า|ปู่|พระ|หญิง|ชาย|ป้า|ลุง|น้า|อา)|"
    r"พระ(?:ครู|มหา|อธิการ)|นพ\.|พญ\.|\bM(?:r|rs|s|iss)\.?(?=\s)"
)
"""A pattern of the words that stand before names."""
_MISTER_OR_MISS = "คุณ"
"""A word of other meanings too: a name follows where a family name does."""
_TITLE = re.compile(TITLE)
_GIVEN = r"[ก-ฮเ-ไ][ก-ฺเ-๎]{1,18}"
_WORDS = re.compile(rf"\s?(?P<given>{_GIVEN})(?P<family>\s+(?:ณ\s+)?{_GIVEN})?(?![ก-๎])")
_LATIN = re.compile(r"\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+")
_GLUED = re.compile(r"[ก-๎]$")
_JOINS = re.compile(
    r"(?:โดย|ของ|และ|กับ|คือ|ชื่อ|ให้|แก่|ต่อ|ว่า|เรียน|ถึง|ราย|หรือ|มี|เชิญ|แจ้ง|พบ|จาก|เป็น|แต่งตั้ง|มอบหมาย|มอบ|ได้แก่|นำโดย|พร้อม|"
    r"ร้องเรียน|ผู้ร้อง|บุตร|บิดา|มารดา|สามี|ภรรยา|ลูก|แทน|ผ่าน|ช่วยเหลือ|เยี่ยม|จ้าง|ๆ|ที่|ใน|สงเคราะห์|ติดต่อ|ประสาน|ลงนาม|ลงชื่อ)$"
)
_OFFICES = re.compile(
    r"(?:ก(?:$|เทศ|องค์|อบ|สภา|รัฐ|สมาคม|เมือง|พัทยา|คน|ฯ|\.|ท)|อำเภอ|ทะเบียน|ช่าง|จ้าง|หน้า|แพทย์|สัตวแพทย์|ตรวจ|ประกัน|เรือ|ด่าน|ร้อย|พล|"
    r"สิบ|ท้าย|เวร|หมวด|กอง|ทหาร|ตำรวจ|ท่า|ทุน|ใหญ่|งาน|ความ|ไปรษณีย์|สถานี|ธนาคาร|คลัง|ประตู|แบบ|พยาบาล|งาม|ฟ้า|รอง|รำ|เลิ้ง|พญา|"
    r"นวล|กวัก|สนอง|ใน|ไม้|ระบำ|เอก|ร้าย|บำเรอ|เงือก)"
)
_NO_FAMILY = re.compile(
    r"(?:ตำแหน่ง|นายก|ปลัด|หัวหน้า|ผู้|รอง|ผอ|เจ้า|นัก|ที่|ได้|เป็น|และ|หรือ|จะ|มา|ไป|โทร|อายุ|อยู่|บ้าน|พร้อม|กับ|ให้|ใน|เมื่อ|เลข|รหัส|ประธาน|"
    r"กรรมการ|สมาชิก|กำนัน|เพื่อ|ซึ่ง|แจ้ง|เกิด|ป่วย|มี|ลงนาม|ลงชื่อ)"
)
_TOO_SHORT = 3


def person_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name of a person starts, with its title, and where it ends.

    What is anonymous on purpose (นาย ก.) and what is an office (นายก, นายอำเภอ, นายทะเบียน) is none.
    """
    done = 0
    for title in _TITLE.finditer(text):
        if title.start() < done or not _begins(text, title):
            continue
        latin = _LATIN.match(text, title.end()) if title[0].startswith("M") else None
        if latin:
            done = latin.end()
            yield title.start(), done
            continue
        words = _WORDS.match(text, title.end())
        if words is None or _OFFICES.match(words["given"]):
            continue
        family = words["family"] if words["family"] and not _NO_FAMILY.match(words["family"].strip()) else None
        if family is None and (title[0] == _MISTER_OR_MISS or len(words["given"]) < _TOO_SHORT):
            continue
        done = words.end() if family else words.end("given")
        yield title.start(), done


def without_titles(name: str) -> str:
    """Return a name without the titles before it."""
    while title := _TITLE.match(name):
        name = name[title.end() :].lstrip()
    return name


def bare(name: str) -> str:
    """Return a name without its titles and with single spaces, by which two spellings of it are one."""
    return " ".join(without_titles(name).split())


def _begins(text: str, title: re.Match[str]) -> bool:
    """Tell whether a title begins a word: no Thai letter stands before it, or a word that goes before names."""
    before = text[max(0, title.start() - 12) : title.start()]
    return not _GLUED.search(before) or bool(_JOINS.search(before))
