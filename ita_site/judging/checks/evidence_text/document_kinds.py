"""What kind of document a file is, by how its title begins: a plan, a report, a register and so on."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.judging.checks.evidence_text.skeletons import any_of, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = 40
"""Lines of a document among which its title stands."""


class DocumentKind(StrEnum):
    """Kinds of document, as a title says them; the values are what a clerk calls them."""

    PLAN = "แผน"
    REPORT = "รายงานผล"
    REGISTER = "ทะเบียนหรือใบงาน"
    MANUAL = "คู่มือ"
    ORDER = "คำสั่ง"
    MINUTES = "รายงานการประชุม"


_BEGINNINGS = {
    DocumentKind.MINUTES: any_of("รายงานการประชุม", "บันทึกการประชุม"),
    DocumentKind.REGISTER: any_of(
        *("ทะเบียน", "สมุดทะเบียน", "สมุดคุม", "บัญชีคุม", "แบบลงทะเบียน", "ใบขอซื้อ", "ใบสั่งซื้อ", "ใบสั่งจ้าง"),
        *("ใบงาน", "รายชื่อผู้เข้าร่วม", "ใบลงชื่อ", "ใบเสนอราคา", "ใบตรวจรับ"),
    ),
    DocumentKind.REPORT: any_of(
        *("รายงาน", "แบบรายงาน", "สรุปผล", "สรุปรายงาน", "ผลการดำเนินงาน", "ผลการดำเนินการ", "ผลการปฏิบัติงาน"),
        *("ผลการใช้จ่าย", "ผลการเบิกจ่าย", "การรายงานผล", "ผลการจัดซื้อ", "ผลการบริหาร", "ผลสัมฤทธิ์"),
    ),
    DocumentKind.PLAN: rf"{any_of('แผน', 'ร่างแผน', 'แบบแผน')}(?!{any_of('ที่', 'ผัง', 'ภูมิ', 'ภาพ')}|ก(?!าร|ล))",
    DocumentKind.MANUAL: any_of("คู่มือ"),
    DocumentKind.ORDER: any_of("คำสั่ง"),
}
_KIND = {kind: re.compile(pattern) for kind, pattern in _BEGINNINGS.items()}
_PREAMBLE = re.compile(
    r"^(?:[\d.()\[\]\"“”'*•–—:_-]|"
    + any_of(
        *("เรื่อง", "ประกาศใช้", "การประกาศใช้", "ประกาศ", "ขออนุมัติใช้", "ขออนุมัติ", "ขอความเห็นชอบ", "ขอส่ง", "ส่ง", "ขอรายงาน"),
        *("การจัดทำ", "จัดทำ", "ขอเผยแพร่", "เผยแพร่", "การเผยแพร่", "การใช้", "ฉบับ", "เล่ม", "โครงการ", "ร่าง"),
    )
    + ")*"
)
_REPORTING = re.compile(
    any_of("รายงาน", "ผลการดำเนิน", "ผลการปฏิบัติ", "ผลการใช้จ่าย", "ผลการเบิกจ่าย", "ความก้าวหน้า", "สรุปผล", "ผลที่ได้รับ")
)
_REPORTED_BY_TITLE = re.compile(any_of("รายงาน", "ผลการดำเนิน", "สรุปผล", "การดำเนินการตาม"))
_PLANNED_BY_TITLE = re.compile(any_of("แผน"))


def kind_of_document(text: str) -> tuple[DocumentKind, str] | None:
    """Return the kind of the document whose text is given, with the line that says it; None where none does."""
    for line in _lines(text):
        written = _PREAMBLE.sub("", skeleton(line))
        reports = skeleton(line).startswith(skeleton("เรื่อง ขอรายงาน"))
        kind = next((kind for kind, pattern in _KIND.items() if pattern.match(written)), None)
        if kind is not None or reports:
            return kind or DocumentKind.REPORT, line
    return None


def title_of_document(text: str, lines: int = 4) -> str:
    """Return the line of a document that says its kind, with those on which its title may go on; empty without any."""
    found = kind_of_document(text)
    if found is None:
        return ""
    head = list(_lines(text))
    at = head.index(found[1])
    return "\n".join(head[at : at + lines])


def kind_asked(title: str) -> DocumentKind | None:
    """Return the kind of document that an item of the OIT list asks for by its title: a plan or a report, or any."""
    written = skeleton(title)
    if _REPORTED_BY_TITLE.match(written):
        return DocumentKind.REPORT
    if _PLANNED_BY_TITLE.match(written) and not _REPORTING.search(written):
        return DocumentKind.PLAN
    return None


def mismatch(text: str, asked: DocumentKind) -> tuple[DocumentKind, str] | None:
    """Return the kind of a document, and the line that says it, if it is not the kind asked for."""
    found = kind_of_document(text)
    if found is None or found[0] is asked:
        return None
    head = "\n".join(_lines(text))
    if asked is DocumentKind.REPORT and _REPORTING.search(skeleton(head)) and found[0] is not DocumentKind.REGISTER:
        return None  # a plan with its results beside it
    planned = any(_KIND[DocumentKind.PLAN].match(_PREAMBLE.sub("", skeleton(line))) for line in _lines(text))
    return None if asked is DocumentKind.PLAN and planned else found


def _lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text.splitlines())
    return (line for line, _ in zip((each for each in lines if each), range(_LINES), strict=False))
