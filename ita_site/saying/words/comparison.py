"""The words of the pages that put two years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST_TITLE = "เทียบปีต่อปี"
"""The title of the page that lists the compared years."""


def list_description(agency: str) -> str:
    """Describe the page that lists the compared years."""
    return f"ผลการประเมิน ITA ของ{agency} เทียบทีละสองปี"


def title(before: int, after: int) -> str:
    """Name the page of two fiscal years, B.E."""
    return f"ผลการประเมิน ITA ปี {before} เทียบกับปี {after}"


def description(before: int, after: int, agency: str) -> str:
    """Describe the page of two fiscal years, B.E."""
    return f"คะแนน ระดับ ตัวชี้วัด และข้อของแบบตรวจ ปี {before} เทียบกับปี {after} ของ{agency}"


def only_year(year: int) -> str:
    """Say that one fiscal year alone has a result, so that there is nothing to compare it with yet."""
    return f"มีผลปี {year} ปีเดียว ยังเทียบไม่ได้"


def only_totals(years: Sequence[int], other: int | None) -> str:
    """Say that years have a total and no scores of parts, and which other year alone has those."""
    said = f"ปี {' และ '.join(map(str, years))} ประกาศเฉพาะคะแนนรวม"
    if other is None:
        return said
    return f"{said} คะแนนรายเครื่องมือและรายตัวชี้วัดมีปี {other} ปีเดียว ยังเทียบไม่ได้"


def beside(before: int) -> str:
    """Name the comparison of a year with an earlier one, on a page of that year."""
    return f"เทียบกับปี {before}"
