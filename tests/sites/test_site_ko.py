"""The site of Ko. 2565: only a total and a level, and verdicts on the instruments; 2566: a plan and a report on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNCHECKED = "ตรวจด้วยการคำนวณไม่ได้"


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("ko"), address)


def test_the_level_is_confirmed_though_the_total_cannot_be_checked(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("2565/"), "คะแนนรวมที่ประกาศ") == "90.93 จาก 100"
    assert sites.fact(page("2565/scores/"), "ที่ประกาศ") == "A"
    assert sites.fact(page("2565/scores/"), "ตามคะแนนรวม") == "A ตรงกับที่ประกาศ"
    assert sites.step(page("2565/scores/"), "total") == ("90.93", "เอกสารไม่มีคะแนนของส่วนประกอบครบ", UNCHECKED)
    assert [each.one("caption").text for each in page("2565/scores/").all("table")] == ["คะแนนรวมปี 2565"]


def test_scores_that_the_document_does_not_print_are_not_shown_as_figures(page: Callable[[str], sites.Element]) -> None:
    assert sites.section(page("2565/"), "indicators").text == "เอกสารที่เผยแพร่ไม่มีคะแนนรายตัวชี้วัดของปี 2565"
    for number in range(1, 11):
        assert sites.fact(page(f"2565/indicators/{number}/"), "คะแนนที่ประกาศ ปี 2565") == "ไม่มีข้อมูล"


@pytest.mark.parametrize(
    ("instrument", "verdict", "suggestions"),
    [("IIT", "ถึงเป้าหมาย 85.00", 3), ("EIT", "ถึงเป้าหมาย 85.00", 3), ("OIT", "ต่ำกว่าเป้าหมาย 85.00", 10)],
)
def test_each_instrument_has_the_documents_verdict_and_suggestions(
    page: Callable[[str], sites.Element], instrument: str, verdict: str, suggestions: int
) -> None:
    (shown,) = [
        each
        for each in sites.section(page("2565/"), "instrument-findings").of_class("ita-item")
        if each.one("abbr").text == instrument
    ]
    (finding,) = [each for each in record("ko", "2565/analysis.yml")["instruments"] if each["about"] == instrument]
    assert [each.text for each in shown.of_class("ita-badge")] == [verdict]
    assert same(finding["finding"]) in shown.text
    assert sites.items(shown) == [same(each) for each in finding["suggestions"]]
    assert len(sites.items(shown)) == suggestions


def test_the_report_goes_up_from_desk_to_desk_by_position(page: Callable[[str], sites.Element]) -> None:
    report = page("2566/reports/six-month/")
    assert sites.fact(report, "ผู้เสนอ (ตำแหน่ง)") == "เจ้าพนักงานธุรการปฏิบัติงาน"
    opinions = sites.section(report, "opinions").of_class("ita-item")
    assert [each.of_class("ita-item__head")[0].text for each in opinions] == [
        "ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ เรียน ปลัดเทศบาลตำบลก้อ",
        "ปลัดเทศบาลตำบลก้อ เรียน นายกเทศมนตรีตำบลก้อ",
        "นายกเทศมนตรีตำบลก้อ",
    ]
    assert opinions[-1].all("p")[-1].text == "ทราบ"


@pytest.mark.parametrize(
    ("measure", "other"),
    [
        ("duty-neglect", "conflict-of-interest"),
        ("staff-meeting", "proactive-publicity"),
        ("website-data", "public-website"),
    ],
)
def test_a_measure_has_the_steps_of_another_and_says_so(
    page: Callable[[str], sites.Element], measure: str, other: str
) -> None:
    planned = [same(each) for each in record("ko", f"2566/measures/{other}.yml")["steps"]]
    shown = sites.section(page(f"2566/measures/{measure}/"), "steps")
    assert sites.items(shown) == planned
    assert sites.links(shown, f"2566/measures/{measure}/") == [f"2566/measures/{other}/"]
    title = record("ko", f"2566/measures/{other}.yml")["title"]
    assert shown.all("p")[0].text == f"ใช้ขั้นตอนเดียวกับมาตรการ {title}"
    address = "2566/reports/six-month/"
    reported = page(address).one("tbody").all("tr")
    (row,) = [each for each in reported if f"2566/measures/{measure}/" in sites.links(each, address)]
    assert sites.items(row.all("td")[0]) == planned


def test_the_report_states_no_status_and_says_so(page: Callable[[str], sites.Element]) -> None:
    assert sites.items(sites.section(page("2566/"), "measures")) == [f"{'รายงานไม่ได้ระบุสถานะ'} 9 จาก 9 เรื่อง"]
    told = sites.section(page("2566/measures/asset-use-meeting/"), "progress").text
    assert "บันทึกข้อความไม่ได้กล่าวถึงการใช้ทรัพย์สินของราชการ" in told


def test_the_motto_stands_on_the_page_of_contacts(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("contact/"), "เจตจำนงที่ประกาศ") == record("ko", "agency.yml")["motto"]
