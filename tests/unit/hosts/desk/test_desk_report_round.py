"""A report, one measure after the other, with what last year's report said beside each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2569/reports/annual.yml"


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    """Return a desk with this year's measures carried over, and a report begun."""
    (mueang_pan / "data" / "2569" / "gaps.yml").unlink()
    made = Desk(mueang_pan / "data")
    assert made.post("/begin/year", year="2569", carry="1") == "/?year=2569"
    assert made.post("/begin/report", year="2569", round="annual") == f"/round/{NAME}"
    return made


def test_the_round_leads_to_the_next_measure_nothing_is_said_of(desk: Desk) -> None:
    page = desk.get(f"/round/{NAME}")
    assert "ระบุสถานะแล้ว 0 จาก 15 มาตรการ" in seen(page)
    assert f'class="button" href="/files/{NAME}/measures/1"' in page
    report = desk.workspace.data / NAME
    text, count = re.subn(r"(?m)^( +status:) *$", r"\1 ดำเนินการแล้ว", report.read_text(encoding="utf-8"), count=1)
    assert count == 1
    report.write_text(text, encoding="utf-8")
    page = desk.get(f"/round/{NAME}")
    assert "ระบุสถานะแล้ว 1 จาก 15 มาตรการ" in seen(page)
    assert f'class="button" href="/files/{NAME}/measures/2"' in page


def test_what_last_years_report_said_stands_beside_the_form(desk: Desk) -> None:
    page = seen(desk.get(f"/files/{NAME}/measures/1"))
    before = seen(desk.get("/files/2568/reports/annual.yml/measures/1"))
    assert "รายงานของปีก่อนว่าไว้อย่างนี้" in page
    assert "รายงานของปีก่อนว่าไว้อย่างนี้" not in before


@pytest.mark.parametrize("name", ["2568/result.yml", "2569/reports/none.yml", "agency.yml"])
def test_only_a_report_has_a_round(desk: Desk, name: str) -> None:
    assert desk.client.get(f"/round/{name}").status_code == 404
