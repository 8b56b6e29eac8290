"""The words of the page of an indicator in a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import fiscal_year

if TYPE_CHECKING:
    from decimal import Decimal


def title(year: int, reference: str, name: str) -> str:
    """Name the page of an indicator in a fiscal year, B.E."""
    return f"ตัวชี้วัดที่ {reference} {name} ปี {year}"


def description(year: int, reference: str, name: str, published: Decimal | None) -> str:
    """Describe the page of an indicator, with its score in points where one is published."""
    outcome = "ไม่มีคะแนนที่ประกาศ" if published is None else f"ได้ {published} คะแนน"
    return f"ตัวชี้วัดที่ {reference} {name} {fiscal_year(year)} {outcome}"


def in_year(year: int) -> str:
    """Name the link to the same indicator in another year."""
    return f"ปี {year}"
