"""The words that stand in fixed places of a paper, whatever writes it: form 29, signatures, notes, numbers of pages."""

from __future__ import annotations

MEMORANDUM = "บันทึกข้อความ"
DIVISION = "ส่วนราชการ"
NUMBER = "ที่"
DAY = "วันที่"
SUBJECT = "เรื่อง"
TO = "เรียน"
ENCLOSURES = "สิ่งที่ส่งมาด้วย"
SIGNED = "(ลงชื่อ)"
"""What stands before the dots on which somebody signs."""
NOTES = "หมายเหตุ"
"""The heading of the numbered notes at the end of a paper."""
CONTENTS = "สารบัญ"
DRAFT = "ร่าง"
EMBLEM = "ตราหน่วยงาน"
"""What is told of its picture to who cannot see it."""
TABLE_GOES_ON = "(ต่อ)"
TABLE = "ตาราง"
"""What a sheet of a workbook is called whose table has no caption."""
NOTED_IN = "ตาราง"
NOTED_ROW = "แถว"
"""The heads of the sheet of notes: in which table, at which row."""

KEPT_WITH_THEIR_SPACE = (r"พ\.ศ\. [0-9๐-๙]{4}", "[ก-ฮ][ก-๎]{1,3} ๆ")
"""A year, and a word with the sign that repeats it, as regular expressions: what is after the space begins no line."""
KINDS_OF_OFFICES = "องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)"
"""What stands before the place in the name of an office, as a regular expression."""
BEFORE_A_PLACE = "ตำบล|เมือง|นคร|จังหวัด"
"""What may stand before the name of a place, as a regular expression."""


def bracketed(name: str) -> str:
    """Write the name of who signs, or dots, as it stands below the signature."""
    return f"({name})"


def fiscal_year(year: str) -> str:
    """Write whose year a paper is."""
    return f"ปีงบประมาณ พ.ศ. {year}"


def page_number(number: str) -> str:
    """Write the number of a page as it stands at the head of a sheet: customary, from the second on."""
    return f"- {number} -"


def verified_at(digest: str) -> str:
    """Say what the square at the foot of a sheet leads to, before the address."""
    return f"ตรวจว่าตัวเลขยังตรงกับเว็บไซต์หรือไม่ รหัสเอกสาร {digest}"


def square(address: str) -> str:
    """Say what a QR code is, to who cannot see it."""
    return f"QR ที่นำไปยัง {address}"
