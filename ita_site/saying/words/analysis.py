"""The words of the page of the analysis of a year's result."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year


def title(year: int, printed: str | None) -> str:
    """Name the analysis of the result of a fiscal year, B.E., as the document does where it has a title."""
    return printed or f"การวิเคราะห์ผลการประเมิน ITA {fiscal_year(year)}"


def description(year: int, agency: str) -> str:
    """Describe the page of the analysis of a year's result."""
    return f"การวิเคราะห์ผลการประเมิน ITA {fiscal_year(year)} ของ{agency}: ข้อค้นพบ จุดที่ต้องพัฒนา และแนวทางแก้ไข"
