"""The sentences of the list of a year's reports."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year


def title(year: int) -> str:
    """Name the list of a year's reports."""
    return f"รายงานผลการดำเนินการ {fiscal_year(year)}"


def description(year: int, agency: str) -> str:
    """Describe the list of a year's reports."""
    return f"รายงานผลการดำเนินการตามมาตรการของ{agency} ปี {year}"


def none_yet(year: int) -> str:
    """Say that a year has no reports."""
    return f"ยังไม่มีรายงานของปี {year} ในข้อมูลที่เผยแพร่"
