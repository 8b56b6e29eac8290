"""Data files to be filled in: a year's result, analysis and plan, a measure, a report, and why a part is not there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.model import Analysis, Gaps, Measure, Plan, Report, Result
from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.model import Framework
    from ita_site.data.source import Path, Value

_RESULT = (
    "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year}: พิมพ์ตัวเลขตามประกาศ ตัวชี้วัดที่ประกาศไม่มีคะแนน ให้พิมพ์เหตุผลที่ missing: แทน score:"
)
_MEASURE = "มาตรการปีงบประมาณ พ.ศ. {year}: พิมพ์ตามแผน ช่องที่แผนไม่มี ให้ลบทั้งบรรทัด แล้วพิมพ์เหตุผลที่ missing:"
_REPORT = (
    "{title}: พิมพ์ตามเอกสาร status: คือ ดำเนินการแล้ว กำลังดำเนินการ ยังไม่เริ่มดำเนินการ"
    " หรือ ไม่ได้ดำเนินการ ช่องที่เอกสารไม่มี ให้ลบทั้งบรรทัด"
)
_ANALYSIS = "บทวิเคราะห์ผลปีงบประมาณ พ.ศ. {year}: พิมพ์ตามเอกสาร ช่องที่เอกสารไม่มี ให้ลบทั้งบรรทัด"
_PLAN = "แผนปีงบประมาณ พ.ศ. {year}: มาตรการอยู่ใน measures/ ไฟล์นี้เก็บสิ่งที่เป็นของทั้งฉบับ พิมพ์ตามเอกสาร"
_GAPS = "เหตุที่ปีงบประมาณ พ.ศ. {year} ยังขาดข้อมูล หน้าเว็บแสดงเหตุผลแทน เมื่อมีข้อมูลแล้วให้ลบช่องนั้น"
_LISTS = ("answers", "steps", "owners", "targets")
_TO_FILL = ("document", "period", "budget", "monitoring", "follow_up")
"""What most plans say of a measure, beside lists."""


class ReportRound(StrEnum):
    """The rounds in which measures are reported on; also the names of the files."""

    SIX_MONTH = "six-month"
    ANNUAL = "annual"


_TITLES = {
    ReportRound.SIX_MONTH: "รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน ปีงบประมาณ พ.ศ. {year}",
    ReportRound.ANNUAL: "รายงานผลการดำเนินการตามมาตรการ รอบ 12 เดือน ปีงบประมาณ พ.ศ. {year}",
}


def result_form(year: int, framework: Framework | None, schemas: str) -> bytes:
    """Return the result of a fiscal year, B.E., with every figure still to be filled in.

    Args:
        year: the year.
        framework: that of the year, for its indicators; without one they are not known.
        schemas: the way from the file to the schemas.

    """
    value: dict[str, Value] = {"total": None, "level": None}
    indicators = framework.indicators if framework else ()
    if indicators:
        value["indicators"] = [{"id": each.id, "score": None} for each in indicators]
    names: dict[Path, str] = {("indicators", place): each.name for place, each in enumerate(indicators)}
    return edit.new_file(Result, value, _RESULT.format(year=year), schemas, names)


def measure_form(year: int, title: str, schemas: str) -> bytes:
    """Return a measure that has its title, with the rest still to be filled in.

    Raises:
        CannotEditError: the title has a character that may not be published.

    """
    value: dict[str, Value] = {"title": title, **dict.fromkeys(_TO_FILL), **{each: [] for each in _LISTS}}
    return edit.new_file(Measure, value, _MEASURE.format(year=year), schemas)


def analysis_form(year: int, title: str, schemas: str) -> bytes:
    """Return an analysis that has its title, with the rest still to be filled in.

    Raises:
        CannotEditError: the title has a character that may not be published.

    """
    value: dict[str, Value] = {"title": title, "summary": None, "strengths": [], "weak_points": []}
    return edit.new_file(Analysis, value, _ANALYSIS.format(year=year), schemas)


def plan_form(year: int, title: str, schemas: str) -> bytes:
    """Return a plan that has its title; its measures are files of their own.

    Raises:
        CannotEditError: the title has a character that may not be published.

    """
    return edit.new_file(Plan, {"title": title}, _PLAN.format(year=year), schemas)


def gaps_form(year: int, part: str, reason: str, schemas: str) -> bytes:
    """Return why a year lacks one part: a field of `gaps.yml`.

    Raises:
        CannotEditError: the reason has a character that may not be published.

    """
    return edit.new_file(Gaps, {part: reason}, _GAPS.format(year=year), schemas)


def report_form(year: int, of_round: ReportRound, titles: Mapping[str, str], title: str | None, schemas: str) -> bytes:
    """Return a report on measures that says of none of them how far it has come.

    Args:
        year: the fiscal year, B.E.
        of_round: what the report is on: the first half of the year, or all of it.
        titles: the titles of the measures of the year, by the names of their files.
        title: of the report as the document prints it; without it, what such a report is.
        schemas: the way from the file to the schemas.

    Raises:
        CannotEditError: the title has a character that may not be published.

    """
    start, end = thai.fiscal_bounds(year)
    if of_round is ReportRound.SIX_MONTH:
        end = thai.fiscal_quarter(year, 2)[1]
    default = _TITLES[of_round].format(year=year)
    value: dict[str, Value] = {
        "title": title or default,
        "period": {"start": thai.write_short_date(start), "end": thai.write_short_date(end)},
        "measures": [{"measure": each, "status": None, "output": [], "outcome": None} for each in titles],
    }
    said: dict[Path, str] = {("measures", place): each for place, each in enumerate(titles.values())}
    return edit.new_file(Report, value, _REPORT.format(title=default), schemas, said)
