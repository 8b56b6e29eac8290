"""The sentences of the home page."""

from __future__ import annotations


def description(agency: str) -> str:
    """Describe the home page."""
    return f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) มาตรการ และรายงานของ{agency}"
