"""Gaps in the chain as notices, with what to write; a gap whose reason is recorded is no problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import is_reference
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.chain import Gap, Requirement, gaps
from ita_site.judging.checks.sums import score_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset

_YEAR = "{what}ของปี {year} ถ้ามีเหตุที่ไม่มี ให้เขียนไว้ที่ช่อง {field}: ของ {year}/gaps.yml"
_FIELD = "มาตรการนี้{what} ถ้าเอกสารไม่มี ให้เขียนเหตุผลไว้ที่ missing: › {field}:"
_WORDS = {
    Requirement.RESULT: _YEAR.format(what="ยังไม่มีผลการประเมิน (result.yml) ", year="{year}", field="result"),
    Requirement.ANALYSIS: _YEAR.format(what="ยังไม่มีบทวิเคราะห์ (analysis.yml) ", year="{year}", field="analysis"),
    Requirement.MEASURES: _YEAR.format(what="ยังไม่มีมาตรการ (measures/) ", year="{year}", field="measures"),
    Requirement.REPORTS: _YEAR.format(what="มีมาตรการแล้วแต่ยังไม่มีรายงาน (reports/) ", year="{year}", field="reports"),
    Requirement.ANSWERED: "จุดที่ต้องพัฒนาเรื่อง{subject} ยังไม่มีมาตรการปีถัดไปที่ตอบ ถ้ามีเหตุ ให้เขียนไว้ที่ no_measure:",
    Requirement.IMPROVED: "ประเด็นที่ต้องพัฒนาของ{subject} ยังไม่มีมาตรการปีถัดไปที่ตอบ ถ้ามีเหตุ ให้เขียนไว้ที่ no_measure:",
    Requirement.ANSWERS: _FIELD.format(what="ยังไม่บอกว่าตอบตัวชี้วัดหรือข้อใด (answers:)", field="answers"),
    Requirement.STEPS: _FIELD.format(what="ยังไม่มีขั้นตอน (steps:)", field="steps"),
    Requirement.OWNERS: _FIELD.format(what="ยังไม่มีผู้รับผิดชอบ (owners:)", field="owners"),
    Requirement.PERIOD: _FIELD.format(what="ยังไม่มีระยะเวลา (period:)", field="period"),
    Requirement.REPORTED: _FIELD.format(what="ไม่อยู่ในรายงานใดของปี {year}", field="report"),
    Requirement.OUTPUT: "รายงานว่าดำเนินการแล้วแต่ไม่บอกว่าทำอะไร (output:) ถ้าเอกสารไม่มี ให้เขียนเหตุผลไว้ที่ no_output:",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the gaps that nobody has given a reason for."""
    for gap in gaps(dataset):
        if gap.reason is None:
            yield Problem(gap.place, f"gap-{gap.requirement.value}", _message(gap), Severity.NOTICE)
    yield from _needless(dataset)


def _needless(dataset: Dataset) -> Iterator[Problem]:
    """Yield the reasons for gaps that are none any more."""
    for number, year in dataset.years.items():
        if year.gaps is None:
            continue
        for link in (Requirement.RESULT, Requirement.ANALYSIS, Requirement.MEASURES, Requirement.REPORTS):
            if getattr(year.reasons, link.value) is not None and getattr(year, link.value):
                message = f"ปี {number} มีส่วนนี้แล้ว เหตุผลนี้จึงไม่แสดงบนหน้าเว็บ ให้ลบช่องนี้"
                yield Problem(year.gaps.at(link.value, key=True), "needless-reason", message, Severity.NOTICE)


def _message(gap: Gap) -> str:
    by_reference = gap.requirement in {Requirement.ANSWERED, Requirement.IMPROVED} and is_reference(gap.subject)
    subject = score_name(gap.subject) if by_reference else gap.subject
    return _WORDS[gap.requirement].format(year=gap.year, subject=subject)
