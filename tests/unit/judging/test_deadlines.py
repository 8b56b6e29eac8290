"""What is owed of a year's OIT list: by whom, until when, and what is late by a day that the data know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_site.judging.oit_answers import item_answers
from ita_site.judging.oit_answers.deadlines import is_open
from ita_site.judging.schedule import as_of
from ita_site.publishing.data_check import check
from ita_site.saying.view.feed import feed_entries
from ita_site.saying.view.lookup import Lookup
from ita_site.saying.view.owed import OwedView, owed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = """name: เทศบาลตำบลสมมุติ
kind: เทศบาลตำบล
district: สมมุติ
province: ลำปาง
divisions: [สำนักปลัด, กองคลัง]
"""
LIST = """items:
  - item: O11
    owner: กองคลัง
    due: 15 มี.ค. 2569
  - item: O12
    owner: กองคลัง
  - item: O3
    owner: สำนักปลัด
    evidence: [{title: ติดต่อ, url: "https://www.sommut.go.th/contact", elements: [1, 2, 3]}]
  - item: O4
    owner: สำนักปลัด
  - item: O8
    reply: ไม่มี
    why: ไม่มีงานบริการ
"""


def said(root: Path, year: int, day: date | None) -> OwedView:
    """Return what is owed of a year of a project as seen on a day."""
    dataset = check(root / "data").dataset
    of_year, framework = dataset.years[year], dataset.frameworks[year]
    return owed(dataset, of_year, framework, item_answers(dataset, of_year, framework), day)


def items(view: OwedView, division: str) -> dict[str, str]:
    """Return the items that a division owes, each with the last day for it."""
    return {
        item.code: alike.due
        for each in view.divisions
        if each.name == division
        for alike in each.owed
        for item in alike.items
    }


@pytest.mark.parametrize("day", [None, date(2026, 3, 15), date(2026, 3, 16)])
def test_each_division_is_told_what_it_owes_and_until_when(
    project: Callable[[Mapping[str, str | bytes]], Path], day: date | None
) -> None:
    root = project({"data/agency.yml": AGENCY, "data/2569/disclosure.yml": f"closes: 30 เม.ย. 2569\n{LIST}"})
    view = said(root, 2569, day)
    assert view.closes == "กรอกแบบ OIT ปี 2569 ได้ถึง 30 เมษายน 2569"
    late = " เลยกำหนดแล้ว" if day == date(2026, 3, 16) else ""
    assert items(view, "กองคลัง") == {"O11": f"ภายใน 15 มี.ค. 2569{late}", "O12": "ภายใน 30 เม.ย. 2569"}
    assert items(view, "สำนักปลัด") == {"O4": "ภายใน 30 เม.ย. 2569"}
    assert [each.name for each in view.divisions] == ["สำนักปลัด", "กองคลัง", "ยังไม่ได้ระบุเจ้าของข้อมูล"]
    unowned = items(view, "ยังไม่ได้ระบุเจ้าของข้อมูล")
    assert "O1" in unowned
    assert not {"O3", "O8", "O11"} & set(unowned)


def test_a_year_whose_calendar_is_known_needs_no_day_typed_and_others_are_said_to_be_unknown(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    root = project(
        {
            "data/agency.yml": AGENCY,
            "data/2565/disclosure.yml": "items: [{item: O1}]\n",
            "data/2569/disclosure.yml": "items: [{item: O1}]\n",
        }
    )
    assert said(root, 2565, None).closes == "กรอกแบบ OIT ปี 2565 ได้ถึง 30 เมษายน 2565"
    assert said(root, 2565, date(2022, 5, 1)).closes == "แบบ OIT ปี 2565 ปิดรับแล้วเมื่อ 30 เมษายน 2565"
    view = said(root, 2569, date(2026, 5, 1))
    assert view.closes == "ยังไม่รู้วันปิดรับแบบ OIT ปี 2569"
    assert {each.due for division in view.divisions for each in division.owed} == {""}


def test_days_that_are_only_set_make_nothing_late(project: Callable[[Mapping[str, str | bytes]], Path]) -> None:
    """By the newest day on which something happened; the day on which a form closes is none."""
    root = project({"data/agency.yml": AGENCY, "data/2569/disclosure.yml": f"closes: 30 เม.ย. 2569\n{LIST}"})
    assert as_of(check(root / "data").dataset) is None
    published = LIST.replace("  - item: O4\n", "  - item: O4\n    published: 1 เม.ย. 2569\n")
    (root / "data/2569/disclosure.yml").write_text(f"closes: 30 เม.ย. 2569\n{published}", encoding="utf-8")
    assert as_of(check(root / "data").dataset) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("files", "day", "still"),
    [
        ({"data/2568/disclosure.yml": "items: [{item: O1}]\n"}, None, True),
        ({"data/2568/disclosure.yml": "items: [{item: O1}]\n"}, date(2025, 9, 30), True),
        ({"data/2568/disclosure.yml": "items: [{item: O1}]\n"}, date(2025, 10, 1), False),
        ({"data/2568/disclosure.yml": "closes: 30 เม.ย. 2568\n"}, date(2025, 10, 1), True),
        ({"data/2568/gaps.yml": "result: ยังไม่ประกาศ\n"}, None, False),
        ({"data/2568/disclosure.yml": "", "data/2568/result.yml": "total: 90\n"}, None, False),
    ],
    ids=["no day", "in the year", "over", "over, with its closing day", "no list", "assessed"],
)
def test_nothing_is_owed_of_a_year_that_is_assessed_or_over(
    project: Callable[[Mapping[str, str | bytes]], Path], files: dict[str, str], day: date | None, *, still: bool
) -> None:
    root = project({"data/agency.yml": AGENCY, **files})
    dataset = check(root / "data").dataset
    assert is_open(dataset.years[2568], dataset.frameworks[2568], day) is still


def test_the_feed_says_how_many_items_are_complete(project: Callable[[Mapping[str, str | bytes]], Path]) -> None:
    whole = LIST.replace("  - item: O3\n", "  - item: O2\n").replace("elements: [1, 2, 3]", "elements: [1, 2]")
    root = project({"data/agency.yml": AGENCY, "data/2569/disclosure.yml": whole})
    checked = check(root / "data")
    told = [each.title for each in feed_entries(Lookup(checked.dataset, checked.scores))]
    assert told == ["ข้อมูลที่ต้องเปิดเผย (OIT) ปี 2569: เปิดเผยครบ 1 จาก 26 ข้อ"]
