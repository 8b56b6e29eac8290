"""How far a year has come, as text: what is there, what is missing and why, who owes what until when, what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.hosts.reports import oit_form_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ita_site.data.load import Year
    from ita_site.saying.view.completeness import CompletenessLine, CompletenessView, MissingPart


class NextStep(StrEnum):
    """What is to be done for a year, in the order of its round."""

    MEASURES = "measures"
    REPORT = "report"
    OIT_LIST = "oit-list"
    OIT_ANSWERS = "oit-answers"
    RESULT = "result"


_COMMANDS = {
    NextStep.MEASURES: "ita-site new-measure {year} ชื่อไฟล์: เพิ่มมาตรการ (ita-site new-year {year} --carry ยกของปีก่อนมา)",
    NextStep.REPORT: "ita-site new-report {year} six-month: เริ่มรายงานรอบ 6 เดือน (annual คือทั้งปี)",
    NextStep.OIT_LIST: "ita-site new-oit {year}: เริ่มรายการข้อมูลที่ต้องเปิดเผย (OIT)",
    NextStep.OIT_ANSWERS: "เติม {year}/disclosure.yml แล้วดูตารางสำหรับกรอกแบบด้วย ita-site oit {year}",
    NextStep.RESULT: "เมื่อประกาศผลแล้ว เติม {year}/result.yml (ยังไม่มีไฟล์ ให้ใช้ ita-site new-year {year})",
}
_TO_COME = "ยังไม่ถึงรอบ"
_NOT_THERE = "ไม่มีในข้อมูล"


def text(year: Year, view: CompletenessView, as_of: date | None) -> str:
    """Return a year's round as lines.

    Args:
        year: the year.
        view: what it has and lacks.
        as_of: the newest day that something in the data happened on, if any; no clock is asked.

    """
    day = f" (วันล่าสุดที่รู้จากข้อมูล: {thai.write_date(as_of)})" if as_of else ""
    lines = [f"ปีงบประมาณ พ.ศ. {year.year}{day}", *view.summary, ""]
    lines += [_line(each) for each in view.cycle]
    for head, part in (("มาตรการที่ยังขาดข้อมูล", view.measures), ("จุดที่ต้องพัฒนา", (*view.weak_points, *view.improvements))):
        lacking = [each for each in part if each.missing or not each.due]
        if lacking:
            lines += ["", head, *(_line(each) for each in lacking)]
    if view.shared:
        lines += ["", *(f"- มาตรการ {each.count} เรื่อง: {_missing([each.part])}" for each in view.shared)]
    if view.owed is not None:
        lines += ["", f"แบบตรวจ OIT: {oit_form_report.owed(view.owed)}"]
    steps = [_COMMANDS[each].format(year=year.year) for each in next_steps(year, view)]
    if steps:
        lines += ["", "ต่อไป", *(f"- {each}" for each in steps)]
    return "\n".join(lines)


def _line(line: CompletenessLine) -> str:
    said = [part for part in (line.present, _missing(line.missing)) if part]
    if not line.due:
        said.append(_TO_COME if line.to_come else _NOT_THERE)
    return f"- {line.link.text}: {' '.join(said)}"


def _missing(parts: Sequence[MissingPart]) -> str:
    return ", ".join(f"{each.name} ({each.reason})" if each.reason else each.name for each in parts)


def next_steps(year: Year, view: CompletenessView) -> Iterator[NextStep]:
    """Yield what is to be begun or filled in: what is not there yet, and nobody has given a reason for."""
    reasons = year.reasons
    if not year.measures and reasons.measures is None:
        yield NextStep.MEASURES
    if year.measures and not year.reports and reasons.reports is None:
        yield NextStep.REPORT
    if year.disclosure is None and year.result is None:
        yield NextStep.OIT_LIST
    if view.owed is not None:
        yield NextStep.OIT_ANSWERS
    if year.result is None:
        yield NextStep.RESULT
