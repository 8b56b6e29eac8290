"""The words of the pictures that stand where a link is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Origin
from ita_site.saying.words.figures import fiscal_year, points

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

RESULT = "ผลการประเมิน ITA"
NO_RESULT = "ยังไม่มีผลการประเมิน"
NO_SCORE = "ไม่มีคะแนนที่ประกาศ"
MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
_STATUS_SOURCES = {Origin.DOCUMENT: "สถานะตามรายงาน", Origin.EDITOR: "สถานะที่ผู้จัดทำเว็บไซต์ระบุ"}
REPORT_BY_MEASURES = "รายงานตามมาตรการ"
MEASURES_OF_REPORT = "มาตรการในรายงาน"
WHOLE_SITE, OF_OFFICE = "ผลการประเมิน ITA มาตรการ และรายงาน", "ความโปร่งใสของหน่วยงาน"
ABOUT_ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
"""What the assessment is called in full, at the foot of every picture."""


def year(number: int) -> str:
    """Name a fiscal year, B.E."""
    return f"ปี {number}"


def years(first: int, last: int) -> str:
    """Name the fiscal years, B.E., from the first to the last."""
    return year(first) if first == last else f"ปี {first}–{last}"


def level(name: str) -> str:
    """Say which level was published."""
    return f"ระดับ {name}"


def indicator(number: str) -> str:
    """Name an indicator by its number."""
    return f"ตัวชี้วัดที่ {number}"


def score_of(number: int) -> str:
    """Say of which fiscal year a score is."""
    return f"คะแนนปี {number}"


def comparison(before: int, after: int) -> str:
    """Name two compared fiscal years."""
    return f"ปี {before} เทียบกับปี {after}"


def total_of(number: int, value: Fraction | Decimal | None) -> str:
    """Say how many points a fiscal year has."""
    return f"ปี {number} ได้ {points(value)}"


def report(number: int) -> str:
    """Name a report on the measures of a fiscal year."""
    return f"รายงานผลการดำเนินการ {fiscal_year(number)}"


def status_count(status: str, count: int) -> str:
    """Say how many measures have a status."""
    return f"{status} {count}"


def by_editor(text: str) -> str:
    """Say of measures by status that no document gives it."""
    return f"{text} ({_STATUS_SOURCES[Origin.EDITOR]})"


def status_source(by: Origin) -> str:
    """Say who gives a measure its status."""
    return _STATUS_SOURCES[by]
