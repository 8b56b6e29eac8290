"""The words of the page of a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import fiscal_year

if TYPE_CHECKING:
    from ita_site.data.model import Result


def title(year: int) -> str:
    """Name the page of a fiscal year, B.E."""
    return f"ผลการประเมิน ITA {fiscal_year(year)}"


def description(year: int, agency: str, result: Result | None) -> str:
    """Describe the page of a fiscal year, with its result where there is one."""
    outcome = f"ได้ {result.total} คะแนน {result.level or ''}" if result else "ยังไม่มีผลการประเมิน"
    return f"{agency} {outcome} พร้อมจุดแข็ง จุดที่ต้องพัฒนา มาตรการ และรายงาน ปี {year}"


def no_result(year: int) -> str:
    """Say that a year has no result, where no reason is recorded."""
    return f"ยังไม่มีผลการประเมินของปี {year} ในข้อมูลที่เผยแพร่"


def no_analysis(year: int) -> str:
    """Say that a year has no analysis, where no reason is recorded."""
    return f"ยังไม่มีบทวิเคราะห์ผลของปี {year} ในข้อมูลที่เผยแพร่"
