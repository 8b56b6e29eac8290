"""The sentences of the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.saying.words.figures import change, fiscal_year, points

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.data.model.result import Erratum


def title(agency: str) -> str:
    """Name the feed of an agency."""
    return f"ผลการประเมิน ITA มาตรการ และรายงาน ของ{agency}"


def result_title(year: int, total: Decimal | None, difference: Fraction | None) -> str:
    """Say the total of a year, in points, and how it stands to that of the year before, where that may be said."""
    parts = (f"ผลการประเมิน ITA ปี {year}: คะแนนรวม {points(total)}", change(difference, year - 1, name_year=False))
    return " ".join(part for part in parts if part)


def result_summary(agency: str, year: int, total: Decimal | None, level: str | None) -> str:
    """Say which total, in points, and which level an agency has in a year."""
    return f"{agency} ได้ {points(total)} คะแนน {f'ระดับ {level}' if level else ''} {fiscal_year(year)}"


def errata_title(year: int) -> str:
    """Say that published figures of a year's result were put right."""
    return f"แก้ตัวเลขที่เผยแพร่แล้วของผลการประเมิน ITA ปี {year}"


def erratum(label: str, value: Erratum) -> str:
    """Say what was published first of a score, what is right, since when, and why."""
    since = thai.write_date(value.since)
    return f"{label}: เผยแพร่ครั้งแรก {value.published} ที่ถูกต้อง {value.correct} แก้เมื่อ {since} {value.why}"


def analysis_title(year: int, weak_points: int) -> str:
    """Say that the result of a year was analysed, and how many weak points that has found."""
    return f"บทวิเคราะห์ผล ITA ปี {year}" + (f": จุดที่ต้องพัฒนา {weak_points} เรื่อง" if weak_points else "")


def analysis_summary(title: str, agency: str) -> str:
    """Say whose analysis it is."""
    return f"{title} ของ{agency}"


def plan_title(year: int, measures: int) -> str:
    """Say how many measures a year has."""
    return f"มาตรการปี {year}: {measures} เรื่อง"


def plan_summary(agency: str, counts: str) -> str:
    """Say whose measures they are, and how far they have come."""
    return f"{agency}: {counts}"


def status_count(status: str, count: int) -> str:
    """Say how many measures have a status."""
    return f"{status} {count} เรื่อง"


def report_title(year: int, title: str) -> str:
    """Name a report on the measures of a year."""
    return f"รายงานปี {year}: {title}"


def disclosure_title(year: int, progress: str) -> str:
    """Name the entry about the OIT list of a fiscal year, B.E., by how far it is answered."""
    return f"ข้อมูลที่ต้องเปิดเผย (OIT) ปี {year}: {progress}"
