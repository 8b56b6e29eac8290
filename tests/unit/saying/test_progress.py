"""What a report credits its findings to stands once where it is the same of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.saying.view.report import report
from tests.helpers import lookups

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n"
MEASURE = "title: การเปิดเผยข้อมูล\nanswers: [9]\n"
REPORT = "title: รายงาน\nperiod: ตลอดปีงบประมาณ\n{columns}measures: [{{measure: open, findings: [{findings}]}}]\n"
SHARED = "columns: [{part: measure, title: มาตรการ}, {part: findings, title: วิธี}, {part: method, title: วิธี}]\n"
ALONE = "columns: [{part: measure, title: มาตรการ}, {part: findings, title: ที่พบ}]\n"
SAME = "{about: 8, text: ช้า}, {about: 8, text: ไม่ชัด}"
NAME = "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"


@pytest.mark.parametrize(
    ("columns", "findings", "title", "texts"),
    [
        (SHARED, SAME, f"ข้อค้นพบ ({NAME})", ["ช้า", "ไม่ชัด"]),
        (ALONE, SAME, NAME, ["ช้า", "ไม่ชัด"]),
        (SHARED, "{about: 8, text: ช้า}", "ข้อค้นพบ", [f"ช้า ({NAME})"]),
        (ALONE, "{about: 8, text: ช้า}, {text: ไม่ชัด}", "", [f"ช้า ({NAME})", "ไม่ชัด"]),
        (ALONE, "{text: ช้า}, {text: ไม่ชัด}", "", ["ช้า", "ไม่ชัด"]),
    ],
    ids=["below a heading", "alone in a column", "one", "only of some", "of none"],
)
def test_what_all_findings_are_about_stands_once_above_them(
    project: Callable[[Mapping[str, str | bytes]], Path], columns: str, findings: str, title: str, texts: list[str]
) -> None:
    files = {
        "data/agency.yml": AGENCY,
        "data/2568/measures/open.yml": MEASURE,
        "data/2568/reports/annual.yml": REPORT.format(columns=columns, findings=findings),
    }
    lookup = lookups.of_data(project(files) / "data")
    (row,) = report(lookup, lookup.years[2568], "annual").table.rows
    (part,) = (each for column in row.columns for each in column.parts if each.list.lines)
    assert (part.title, [each.line.text for each in part.list.lines]) == (title, texts)
