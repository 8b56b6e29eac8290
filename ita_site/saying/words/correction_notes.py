"""What a document's notes say of a value that was published and put right since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from datetime import date

NONE = "ไม่มี"
"""What is said to be right where nothing is, or to have been published where nothing was."""


def note(field: str, published: str, correct: str, since: date, why: str) -> str:
    """Say which field was put right, from what, to what, since when, and why."""
    return f"{beginning(field, published)} เป็น “{correct}” เมื่อ {thai.write_date(since)}: {why}"


def beginning(field: str, published: str) -> str:
    """Say which field was put right, and what was published of it."""
    return f"แก้ “{field}” ที่เผยแพร่ไว้ว่า “{published}”"
