"""The words of papers: the headings, labels and sentences that stand on paper around what the views say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.model import Agency, Memo

NUMBER = "เลขที่"
DATED = "ลงวันที่"
SOURCE = "เอกสารที่มา"
REPORT_OF = "รายงานของ"
REPORTED_PERIOD = "ช่วงเวลาที่รายงาน"
REPORTED_MEASURES = "มาตรการที่รายงาน"
PLAN_OF = "แผนของ"
RESULT_OF = "ผลการประเมินของ"

INTRODUCTION = "บทนำ"
PURPOSE = "วัตถุประสงค์"
BASIS = "หลักการ กฎหมาย และยุทธศาสตร์"
METHOD = "วิธีการ"
CONCLUSION = "บทสรุป"
SUMMARY = "สรุป"
NOTES = "หมายเหตุของผู้จัดทำเว็บไซต์"
ATTACHMENTS = "เอกสารแนบ"
OPINIONS = "ความเห็นและคำสั่ง"

PREPARED_BY = "ผู้จัดทำ"
APPROVED_BY = "ผู้เห็นชอบหรืออนุมัติ"
ON_SIGNERS = "หมายเหตุเรื่องผู้ลงนาม"
NO_OPINION = "ไม่มีข้อความในข้อมูลที่เผยแพร่"
SEE_NOTE = "ดูหมายเหตุ"
"""What stands where nothing but a note is to be shown."""

MEASURES = "มาตรการตามแผน"
MEASURE = "มาตรการ"
SUGGESTIONS = "ข้อเสนอแนะ"
RESULTS = "ผลรายมาตรการ"
NO_RESULTS = "รายงานนี้ไม่ได้ให้ผลรายมาตรการ"
UNREPORTED = "มาตรการที่รายงานนี้ไม่ได้กล่าวถึง"
CHANGES = "คะแนนที่เปลี่ยนไป"
CHANGED_THING = "เรื่อง"
AS_REPORTED = "ตามรายงาน"
COMPUTED = "คำนวณ"

ANALYSIS_SUMMARY = "สรุปผลการวิเคราะห์"
CRITERION = "เกณฑ์ที่ใช้เลือกประเด็นที่ต้องพัฒนา"
THRESHOLD = "เส้นแบ่งจุดแข็งกับจุดที่ต้องพัฒนา"
TARGET = "เป้าหมาย"
LOWEST = "คะแนนต่ำสุดตามบทวิเคราะห์"
CHANGES_OF_ANALYSIS = "เปลี่ยนแปลงจากปีก่อนตามบทวิเคราะห์"
LISTS = {
    "instruments": "ข้อค้นพบรายเครื่องมือ",
    "strengths": "จุดแข็ง",
    "weak_points": "จุดที่ต้องพัฒนา",
    "findings": "ข้อค้นพบอื่น",
    "improvements": "ประเด็นที่ต้องพัฒนารายข้อ",
}
"""The headings of the lists of an analysis, by their names in its file."""
REMEDY = "แนวทางแก้ไข"
DEVELOPMENT = "วิธีการพัฒนา"


def in_points(value: str) -> str:
    """Write a figure of points with its unit."""
    return f"{value} คะแนน"


def signed(title: str) -> str:
    """Name the signed original of a document among what is attached."""
    return f"ฉบับลงนาม: {title}"


def of_all(title: str, count: int) -> str:
    """Name a column that no measure of a table fills, before the one reason for all of them."""
    return f"{title}ของทั้ง {count} มาตรการ: "


def about(year: int, text: str) -> str:
    """Say which result of which year the rows below a heading are about."""
    return f"ผลการประเมินปี {year}: {text}"


def note_of(name: str, text: str) -> str:
    """Write a note with what it is about."""
    return f"{name}: {text}"


def notes_of_measures() -> str:
    """Name the notes at the rows of a plan."""
    return "หมายเหตุของผู้จัดทำเว็บไซต์รายมาตรการ"


def status(text: str) -> str:
    """Write the status of a measure within a row."""
    return f"สถานะ: {text}"


def counted(count: int) -> str:
    """Say how many measures there are."""
    return f"{count} เรื่อง"


def changes(year: int) -> str:
    """Name the table of the changes that a report prints."""
    return f"คะแนนที่เปลี่ยนไปจากปี {year - 1}: ตามรายงาน และตามคะแนนที่ประกาศ"


def of_year(year: int) -> str:
    """Name a column of figures of a year."""
    return f"ปี {year}"


def results(year: int) -> str:
    """Name the table of a report."""
    return f"{RESULTS} ปี {year}"


def attached(text: str) -> str:
    """Write the name of what is attached to a line."""
    return f"เอกสารแนบ: {text}"


def computed(change: str) -> str:
    """Write a change that is computed beside the printed one."""
    return f"(คำนวณ {change})"


def under(subindicator: str) -> str:
    """Say below which sub-indicator a document puts a weak point."""
    return f"ใต้ตัวชี้วัดย่อยที่ {subindicator}"


def answered_by(parts: str) -> str:
    """Say from which respondents a weak point comes."""
    return f"จากผู้ตอบส่วน {parts}"


def refers(references: str) -> str:
    """Write what a finding refers to."""
    return f"อ้างอิง {references}"


def no_measure(reason: str) -> str:
    """Say why no measure answers a finding."""
    return f"ไม่มีมาตรการที่ตอบข้อนี้: {reason}"


def item(code: str, text: str) -> str:
    """Name an item of a questionnaire or of the OIT list, in its own words where they are known."""
    return f"ข้อ {code} {text}".rstrip()


def level(name: str) -> str:
    """Name a level."""
    return f"ระดับ {name}"


def memo_paragraphs(memo: Memo) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a memorandum that are there, below the titles that the rules of correspondence give them."""
    for title, text in (("เรื่องเดิม", memo.background), ("ข้อเท็จจริง", memo.facts), ("ข้อพิจารณา", memo.proposal)):
        if text:
            yield title, tuple(paragraphs(text))


def to(addressee: str) -> str:
    """Write to whom something is written."""
    return f"เรียน {addressee}"


BOOK = "รวมเอกสารการประเมินคุณธรรมและความโปร่งใส (ITA)"
"""The title of the book of all papers of a fiscal year, which its cover names below."""


def office(agency: Agency) -> str:
    """Name an office with the district and the province where it lies, as on a cover."""
    district = f"อำเภอ{agency.district}" if agency.district else ""
    return " ".join(filter(None, (agency.name, district, f"จังหวัด{agency.province}")))
