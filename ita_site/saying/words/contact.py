"""The sentences of the page about how to reach the agency."""

from __future__ import annotations

TITLE = "ติดต่อและร้องเรียน"


def description(agency: str) -> str:
    """Describe the page about how to reach the agency."""
    return f"ช่องทางติดต่อ ร้องเรียน และติดตามข่าวสารของ{agency}"
