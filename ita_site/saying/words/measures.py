"""The sentences of the list of a year's measures."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year


def title(year: int) -> str:
    """Name the list of a year's measures."""
    return f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {fiscal_year(year)}"


def description(count: int, year: int, agency: str) -> str:
    """Describe the list of a year's measures."""
    return f"มาตรการ {count} เรื่องของ{agency} ปี {year} พร้อมผู้รับผิดชอบและสถานะ"


def caption(count: int, year: int) -> str:
    """Name the table of a year's measures."""
    return f"มาตรการ {count} เรื่อง ปี {year}"


def none_yet(year: int) -> str:
    """Say that a year has no measures."""
    return f"ยังไม่มีมาตรการของปี {year} ในข้อมูลที่เผยแพร่"
