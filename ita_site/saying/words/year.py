"""The words of the page of a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import fiscal_year, listed, points

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.load import Year


def title(year: int, *, has_result: bool, has_measures: bool) -> str:
    """Name the page of a fiscal year, B.E.: by its result, else by its measures, else by the assessment alone."""
    subject = "มาตรการตามผลการประเมิน" if has_measures else "การประเมิน"
    return f"{'ผลการประเมิน' if has_result else subject} ITA {fiscal_year(year)}"


def description(agency: str, year: Year) -> str:
    """Describe the page of a fiscal year: its result, and what else there is of it."""
    result = year.result.record if year.result else None
    level = f" ระดับ {result.level}" if result and result.level else ""
    outcome = f"คะแนนรวม {points(result.total)}{level}" if result else "ยังไม่มีผลการประเมิน"
    there = (
        "บทวิเคราะห์ผล" if year.analysis else "",
        f"มาตรการ {len(year.measures)} เรื่อง" if year.measures else "",
        f"รายงาน {len(year.reports)} ฉบับ" if year.reports else "",
    )
    parts = [each for each in there if each]
    return f"ITA {fiscal_year(year.year)} ของ{agency}: {outcome}{f' มี{listed(parts)}' if parts else ''}"


def no_result(year: int) -> str:
    """Say that a year has no result, where no reason is recorded."""
    return f"ยังไม่มีผลการประเมินของปี {year} ในข้อมูลที่เผยแพร่"


def no_analysis(year: int) -> str:
    """Say that a year has no analysis, where no reason is recorded."""
    return f"ยังไม่มีบทวิเคราะห์ผลของปี {year} ในข้อมูลที่เผยแพร่"


def passing(total: Decimal, mark: Decimal) -> str:
    """Say how a total stands to the pass mark, both in points."""
    if total >= mark:
        return f"ถึงเกณฑ์ผ่าน {points(mark)} คะแนน"
    return f"ต่ำกว่าเกณฑ์ผ่าน {points(mark)} คะแนน อยู่ {points(mark - total)}"
