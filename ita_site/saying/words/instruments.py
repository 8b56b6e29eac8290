"""Sentences about the three instruments of a year."""

from __future__ import annotations


def unpublished(missing: str | None, *, computed: bool) -> str:
    """Say why the document has no score of an instrument, and whether the one shown is computed instead."""
    reason = missing or "ไม่มีตัวเลขที่ประกาศ"
    return f"คำนวณจากตัวชี้วัด {reason}" if computed else reason
