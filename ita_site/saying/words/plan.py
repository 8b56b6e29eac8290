"""The words of the plan of a year as a document."""

from __future__ import annotations

from ita_site.saying.words.figures import fiscal_year, shortened
from ita_site.saying.words.labels import with_year

REASONS = "ผลการวิเคราะห์ที่นำมาสู่มาตรการ"
STEPS = "ขั้นตอนหรือวิธีการปฏิบัติ"
OWNERS = "ผู้รับผิดชอบ"
PERIOD = "ระยะเวลา"
BUDGET = "งบประมาณ"
TARGETS = "ตัวชี้วัดความสำเร็จ"
MONITORING = "การกำกับติดตามและรายงานผล"
NOT_SAID = "ไม่ได้ระบุ"
MEASURES = "มาตรการตามแผน"
OTHER_MEASURES = "มาตรการอื่นของปี"


def title(year: int) -> str:
    """Name the plan of a year that has no title of its own."""
    return f"แผนมาตรการส่งเสริมคุณธรรมและความโปร่งใส {fiscal_year(year)}"


def description(title: str, count: int, agency: str) -> str:
    """Describe the page of a plan."""
    return shortened(f"{title} ของ{agency} มาตรการ {count} เรื่อง พร้อมขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการติดตามผล")


def caption(heading: str, year: int) -> str:
    """Name a table of the plan."""
    return with_year(heading, year)


def row(number: str) -> str:
    """Name a row by the number that the plan prints."""
    return f"ลำดับที่ {number}"


def found_before(year: int, title: str) -> str:
    """Say which measure above has the finding of an analysis that would stand a second time in a plan."""
    return f"ตามบทวิเคราะห์ผลปี {year} เช่นเดียวกับมาตรการ “{title}”"


def score(points: str, year: int) -> str:
    """Say the score that a plan prints of what a measure answers."""
    return f"คะแนนปี {year} ตามแผน {points}"


def situation(text: str) -> str:
    """Say how things stand before a measure is taken."""
    return f"สถานการณ์ปัจจุบัน: {text}"


def finding(year: int, text: str, about: str) -> str:
    """Say what the analysis of a year found of what, in a plan that does not say it."""
    return f"ตามบทวิเคราะห์ผลปี {year} {about}: {text}"


def report_day(text: str) -> str:
    """Say when the progress of a measure is reported."""
    return f"รายงานความคืบหน้า: {text}"


def target(name: str, value: str | None) -> str:
    """Write a measurable aim with its target."""
    return f"{name}: {value}" if value else name
