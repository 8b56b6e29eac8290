"""Names of persons in Thai text, known by the title before them: Thai has no capitals and few spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = (
    r"นางสาว|น\.\s?ส\.|นาย(?:กอง|หมวด|หมู่)(?:ใหญ่|เอก|โท|ตรี)|นาย(?:สัตว|ทันต)?แพทย์|(?:สัตว|ทันต)?แพทย์หญิง|นาย|นาง|เด็กชาย|เด็กหญิง|ด\.\s?ช\.|ด\.\s?ญ\.|ว่าที่\s?(?:ร้อย(?:ตรี|โท|เอก)|ร\.\s?[ตทอ]\.)\s?(?:หญิง)?|นส\.|"
    r"(?:พล(?:เรือ|อากาศ)?|พัน(?:จ่า)?(?:อากาศ)?|ร้อย|จ่า(?:สิบ|อากาศ)?|สิบ|เรือ(?:อากาศ)?|นาวา(?:อากาศ)?)(?:ตำรวจ)?(?:ตรี|โท|เอก)(?:หญิง)?|ดาบตำรวจ|"
    r"หม่อม(?:หลวง|ราชวงศ์|เจ้า)|(?:พล|[พรจสด])\.\s?(?:[ตจสทอ]\.\s?){1,2}(?:หญิง)?|จส[ตทอ]\.|(?:[ผร]?ศ\.\s?)?ดร\.|[ผร]ศ\.|ม\.\s?[ลร]\.(?:\s?ว\.)?|"
    r"คุณ(?!ให้|ธรรม|ภาพ|สมบัติ|ลักษณะ|วุฒิ|ค่า|ูป|ประโยชน์|ครู|แม่|พ่อ|หมอ|ความ|ตา|ยาย|ย่า|ปู่|พระ|หญิง|ชาย|ป้า|ลุง|น้า|อา|"
    r"สามารถ|ต้อง|มี|จะ|ได้|เคย|อยาก|เป็น|อยู่|คือ|ไม่|ใช้|พบ|คิด|เห็น|รู้|ควร|กำลัง|ยัง|และ|หรือ|ต่อ|ที่|กับ|เอง|ลูกค้า|ผู้)|"
    r"พระ(?:ครู|มหา(?!กษัตริย์|กรุณา|ราช|จักร|อุปราช|ธาตุ|วิหาร|สมุทร|เจดีย์|เถร)|อธิการ)|(?:นพ|พญ|ทพ|ทพญ|ภก|ภญ)\.|\bM(?:r|rs|s|iss)\b\.?"
)
"""A pattern of the words that stand before names."""
_MISTER_OR_MISS = "คุณ"
"""A word of other meanings too: a name follows where a family name does."""
_TITLE = re.compile(TITLE)
_GIVEN = r"[ก-ฮเ-ไ][ก-ฺเ-๎]{1,18}"
_WORDS = re.compile(rf"\s{{0,3}}(?P<given>{_GIVEN})(?P<family>\s+(?:ณ\s+)?{_GIVEN}(?!\.[ก-๎]))?(?![ก-๎])")
_LATIN = re.compile(r"\s*[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+")
_GLUED = re.compile(r"[ก-๎]$")
_JOINS = re.compile(
    r"(?:โดย|ของ|และ|กับ|คือ|ชื่อ|ให้|แก่|ต่อ|ว่า|เรียน|ถึง|ราย|หรือ|มี|เชิญ|แจ้ง|พบ|จาก|เป็น|แต่งตั้ง|มอบหมาย|มอบ|ได้แก่|นำโดย|พร้อม|"
    r"ร้องเรียน|ผู้ร้อง|บุตร|บิดา|มารดา|สามี|ภรรยา|ลูก|แทน|ผ่าน|ช่วยเหลือ|เยี่ยม|จ้าง|ๆ|ที่|ใน|สงเคราะห์|ติดต่อ|ประสาน|ลงนาม|ลงชื่อ)$"
)
_OFFICES = re.compile(
    r"(?:ก(?:$|เทศ|องค์|อบ|สภา|รัฐ|สมาคม|เมือง|พัทยา|คน|ฯ|\.|ท)|อำเภอ|ทะเบียน|ช่าง|จ้าง|หน้า|แพทย์|สัตวแพทย์|ตรวจ|ด่าน|ทหาร|ตำรวจ|ทุน|"
    r"ความ|ไปรษณีย์|สถานี|ธนาคาร|ประตู|แบบ|พยาบาล|เลิ้ง|กวัก|สนอง|ระบำ|บำเรอ|เงือก|นพมาศ|แมว|ด้ง|แอ่น|ดาบ|โรง|กำนัล|สนม|ยักษ์|สงกรานต์|ถิ่น|ไทย(?![ก-๎]))"
)
"""What makes an office or a thing of นาย or นาง, whatever follows."""
_PERHAPS_OFFICES = re.compile(
    r"(?:ประกัน|เรือ|ร้อย|พล|สิบ|หมู่|ท้าย|เวร|หมวด|กอง|ท่า|ใหญ่|งาน|คลัง|งาม|ฟ้า|รอง|รำ|พญา|นวล|ใน|ไม้|เอก|ร้าย|วง|มาร|ยาม)(?P<more>[ก-๎]*)"
)
"""What does so too, and also begins given names: with more letters and a family name it is a name."""
_NO_FAMILY = re.compile(
    r"(?:ตำแหน่ง|นายก|ปลัด|หัวหน้า|ผู้|รอง|ผอ|เจ้า|นัก|ที่|ได้|เป็น|และ|หรือ|จะ|มา|ไป|โทร|อายุ|อยู่|บ้าน|พร้อม|กับ|ให้|ใน|เมื่อ|เลข|รหัส|"
    r"ถึง|จาก|ไปยัง|เขต|ซอย|ถนน|เชื่อม|ขยาย|ประกาศ|ประชุม|ขนาด|กว้าง|ระยะ|บริเวณ|หมู่|ตำบล|อำเภอ|จังหวัด|ช่วง|สาย|ตอน|ประจำ|จำนวน|ของ|วัน|แม่น้ำ|ว่าง|พิเศษ|โรงพยาบาล|สำนักงาน|ชำนาญ|ปฏิบัติ|"
    r"ประธาน|กรรมการ|สมาชิก|กำนัน|เพื่อ|ซึ่ง|แจ้ง|เกิด|ป่วย|มี|ลงนาม|ลงชื่อ)"
)
_PLACES = re.compile(
    r"(?:มูลนิธิ|สมาคม|กองทุน|ทุน|รางวัล|อาคาร|หอประชุม|ห้อง|ห้องประชุม|โรงเรียน|รร\.|ร\.ร\.|สถาบัน|โรงพยาบาล|คลินิก|ร้าน|บริษัท|หจก\.|"
    r"ถนน|ถ\.|ซอย|ซ\.|สาย|ตรอก|แยก|สะพาน|คลอง|ห้วย|หนอง|แม่น้ำ|อ่าง|ฝาย|ตลาด|ท่า|วัด|ศาล|ศาลา|สวน|สนาม|"
    r"เทศบาล|อบต\.|จังหวัด|จ\.|สถานี|ขนม|ปลา|ดอก|ต้น|เห็ด|กล้วย|เล็บมือ|ชุมชน|ตำบล|ต\.|อำเภอ|อ\.|ดอย|ภู|ถ้ำ|ผา|เขา|น้ำตก|เกาะ|อนุสาวรีย์|ค่าย|เจ้า|ขุน|จ่า)\s?$"
)
"""What stands before the name of a person when the name is that of a place."""
_MISS_OR_CHILD = re.compile(r"น\.?\s?ส|ด\.\s?[ชญ]|M")
_RANK = re.compile(r"(?:นาย)?(?:พล|พัน|ร้อย|จ่า|สิบ|เรือ|นาวา|ดาบ|หม่อม|กอง|หมวด|หมู่|.*แพทย์)")
_EVERY_YEAR = re.compile(r"\s*ประจำปี")
_ALWAYS_TITLES = frozenset({"นาย", "นาง", "นางสาว"})
"""Titles that are seen inside a run of letters too, where a given name and a family name follow."""
_TOO_SHORT = 3


def person_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name of a person starts, with its title, and where it ends.

    What is anonymous on purpose (นาย ก.) and what is an office (นายก, นายอำเภอ, นายทะเบียน) is none.
    """
    done = 0
    for title in _TITLE.finditer(text):
        if title.start() < done or _PLACES.search(text[max(0, title.start() - 12) : title.start()]):
            continue
        if title[0] not in _ALWAYS_TITLES and not _begins(text, title):
            continue
        latin = _LATIN.match(text, title.end()) if title[0].startswith("M") else None
        if latin:
            done = latin.end()
            yield title.start(), done
            continue
        words = _WORDS.match(text, title.end())
        if words is None or _is_no_name(words["given"]) or _EVERY_YEAR.match(text, words.end("given")):
            continue
        family = words["family"] if words["family"] and not _NO_FAMILY.match(words["family"].strip()) else None
        unsure = title[0] == _MISTER_OR_MISS or _is_abbreviated(title[0]) or _may_be_an_office(title[0], words["given"])
        if family is None and (unsure or len(words["given"]) < _TOO_SHORT or not _begins(text, title)):
            continue
        done = words.end() if family else words.end("given")
        yield title.start(), done


def _is_abbreviated(title: str) -> bool:
    """Tell whether a title is letters with dots, which abbreviate much else, or a rank, which is a post as well."""
    return ("." in title and not _MISS_OR_CHILD.match(title)) or bool(_RANK.match(title))


def _is_no_name(given: str) -> bool:
    perhaps = _PERHAPS_OFFICES.match(given)
    return bool(_OFFICES.match(given) or _TITLE.fullmatch(given) or (perhaps and not perhaps["more"]))


def _may_be_an_office(title: str, given: str) -> bool:
    """Tell whether a title and what follows may be an office, of which something is said, such as นายก."""
    return bool(_PERHAPS_OFFICES.match(given)) or (title == "นาย" and given.startswith("ก"))


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
