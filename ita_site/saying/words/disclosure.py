"""The words of the page of what a year's OIT list asks to be disclosed."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year


def title(year: int) -> str:
    """Name the page of what is to be disclosed in a fiscal year, B.E."""
    return f"ข้อมูลที่ต้องเปิดเผย (OIT) {fiscal_year(year)}"


def description(year: int) -> str:
    """Describe the page of what is to be disclosed in a fiscal year, B.E."""
    return f"รายการข้อมูลที่แบบตรวจ OIT ปี {year} กำหนดให้เปิดเผย และส่วนที่เว็บไซต์นี้แสดง"
