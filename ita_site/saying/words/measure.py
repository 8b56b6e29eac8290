"""The sentences of one measure."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year, shortened

NO_REPORT = "ยังไม่มีรายงานที่กล่าวถึงมาตรการนี้"


def description(title: str, year: int, agency: str) -> str:
    """Describe the page of a measure."""
    return shortened(f"มาตรการ{fiscal_year(year)} ของ{agency}: {title}")
