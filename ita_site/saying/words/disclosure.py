"""The words of the pages of what a year's OIT list asks to be disclosed, and of how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Completeness
from ita_site.ground import thai
from ita_site.judging.oit_answers import ItemStatus
from ita_site.saying.words.figures import fiscal_year

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.data.model import SeenLink

_STATUSES = {
    ItemStatus.COMPLETE: "ครบทุกองค์ประกอบ",
    ItemStatus.SHOWN: "มีหลักฐาน",
    ItemStatus.LACKING: "ขาดองค์ประกอบ",
    ItemStatus.OTHER_YEAR: "เป็นของปีอื่น",
    ItemStatus.UNREACHABLE: "เปิดไม่ได้",
    ItemStatus.TO_RENEW: "รอปรับเป็นของปีนี้",
    ItemStatus.ABSENT: "ตอบว่าไม่มี",
    ItemStatus.UNANSWERED: "ยังไม่ระบุ",
    ItemStatus.NOT_REQUIRED: "ไม่ต้องตอบ",
}
_MEANINGS = {
    ItemStatus.COMPLETE: "ทุกองค์ประกอบที่กำหนดมีหลักฐานให้เปิดดู",
    ItemStatus.SHOWN: "มีหลักฐานให้เปิดดู แต่ยังไม่รู้หรือยังไม่ได้ระบุองค์ประกอบทั้งหมด จึงยังบอกไม่ได้ว่าครบ",
    ItemStatus.LACKING: "มีองค์ประกอบที่ยังไม่มีหลักฐาน",
    ItemStatus.OTHER_YEAR: "หลักฐานทั้งหมดเป็นของปีงบประมาณอื่น",
    ItemStatus.UNREACHABLE: "หลักฐานเปิดไม่ได้เมื่อตรวจครั้งล่าสุด และหลักฐานอื่นยังไม่แสดงครบทุกองค์ประกอบ",
    ItemStatus.TO_RENEW: "ลิงก์ยังเป็นของปีก่อน ยังไม่นับว่าตอบแล้ว",
    ItemStatus.ABSENT: "หน่วยงานตอบว่าไม่มีข้อมูลนี้",
    ItemStatus.UNANSWERED: "หน่วยงานยังไม่ได้ระบุหลักฐาน",
    ItemStatus.NOT_REQUIRED: "ข้อนี้ไม่ถามหน่วยงานประเภทนี้",
}
UNKNOWN_GROUP = "ยังไม่ทราบตัวชี้วัดย่อย"
OWN_MANUAL = "องค์ประกอบตามที่หน่วยงานพิมพ์จาก{manual}"
ITEM_PAGE = "หน้าของข้อนี้ แสดงทุกองค์ประกอบ พร้อมลิงก์ไปยังหลักฐานแต่ละรายการ"
FALLS_SHORT = "รายงานที่มียังไม่ครอบคลุมทั้งปีงบประมาณ {year} จึงยังไม่นับว่าแสดงผลของปีนั้น"
WEAK = "จุดที่ต้องพัฒนา"
TO_IMPROVE = "ประเด็นที่ต้องพัฒนารายข้อ"
_PARTS = {"weak-points": WEAK, "improvements": TO_IMPROVE, "changes": "คะแนนที่เปลี่ยนไป"}
SOME_MANUAL = "คู่มือของปีนี้"


def title(year: int) -> str:
    """Name the page of what is to be disclosed in a fiscal year, B.E."""
    return f"ข้อมูลที่ต้องเปิดเผย (OIT) {fiscal_year(year)}"


def description(year: int, complete: int, asked: int) -> str:
    """Describe the page of what is to be disclosed in a fiscal year, B.E., with how many of its items are complete."""
    done = f" {progress(complete, asked)}" if complete else ""
    return f"รายการข้อมูลที่แบบตรวจ OIT ปี {year} กำหนดให้เปิดเผย และหลักฐานของแต่ละข้อ{done}"


def item_title(code: str, name: str) -> str:
    """Name the page of one item."""
    return f"{code} {name}"


def item_description(code: str, name: str, year: int, status: ItemStatus) -> str:
    """Describe the page of one item of the OIT list of a fiscal year, B.E."""
    return f"ข้อ {code} {name} ของแบบตรวจ OIT ปี {year}: {item_status(status)} องค์ประกอบที่ต้องแสดง และที่ที่แสดง"


def item_status(status: ItemStatus) -> str:
    """Say how far an item is answered."""
    return _STATUSES[status]


def meaning(status: ItemStatus) -> str:
    """Explain how far an item is answered, in a sentence."""
    return _MEANINGS[status]


def progress(complete: int, asked: int) -> str:
    """Say how many of the items that are asked are complete."""
    return f"เปิดเผยครบ {complete} จาก {asked} ข้อ"


def seen(last: SeenLink) -> str:
    """Say when a link was last asked, and what came of it."""
    return f"ตรวจเมื่อ {thai.write_date(last.seen)}: {last.state}"


def way(steps: Sequence[str]) -> str:
    """Say how to get from the main page of the office to the evidence."""
    return " › ".join(["หน้าแรก", *steps])


def plan(year: int) -> str:
    """Name the plan of a fiscal year, B.E., as a place where something is shown."""
    return f"แผนของปี {year}"


def analysis(year: int) -> str:
    """Name the analysis of the result of a fiscal year, B.E., as a place where something is shown."""
    return f"บทวิเคราะห์ผลปี {year}"


def report(year: int) -> str:
    """Name the only report of a fiscal year, B.E., as a place where something is shown."""
    return f"รายงานของปี {year}"


def part(anchor: str, page: str) -> str:
    """Name a part of a page by its anchor; most parts go by the name of their page."""
    return f"{_PARTS[anchor]} ใน{page}" if anchor in _PARTS else page


def other_year(about: int, asked: Collection[int]) -> str:
    """Say that evidence is about another fiscal year, B.E., than its item asks for."""
    return f"เนื้อหาเป็นของปี {about} ไม่ใช่ปี {' หรือ '.join(map(str, sorted(asked)))}"


def known_elements(known: Completeness | None) -> str:
    """Say how far the elements of an item are known; nothing where all are."""
    if known is Completeness.PART:
        return "รู้องค์ประกอบของข้อนี้เพียงบางส่วน"
    return "" if known else "ยังไม่รู้องค์ประกอบที่เป็นทางการของข้อนี้"
