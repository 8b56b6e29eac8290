"""The sentences of indicators over all years."""

from __future__ import annotations

TITLE = "ตัวชี้วัดทุกปี"


def description(agency: str) -> str:
    """Describe the page of all indicators in all years."""
    return f"คะแนนตัวชี้วัดของการประเมิน ITA ทุกปีที่เผยแพร่ ของ{agency}"


def history_title(number: str, name: str) -> str:
    """Name the page of one indicator in all years."""
    return f"ตัวชี้วัดที่ {number} {name} ทุกปี"


def history_description(number: str, name: str, agency: str) -> str:
    """Describe the page of one indicator in all years."""
    return f"คะแนนตัวชี้วัดที่ {number} {name} ของ{agency} เทียบทุกปีที่เผยแพร่"
