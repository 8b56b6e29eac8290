"""The site of Chum Saeng, whose documents print no score: what is missing is told as missing, with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNSTATED = "รายงานไม่ได้ระบุสถานะ"
LISTS = {
    "actions": "มาตรการย่อยที่รายงานระบุ",
    "findings": "ข้อค้นพบที่รายงานอ้างถึง",
    "proposals": "แนวทางที่รายงานเสนอ",
    "follow_up": "การติดตามผล",
    "suggestions": "ข้อเสนอแนะ",
}


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("chum-saeng"), address)


def test_no_page_shows_a_score(site_of: Callable[[str], Path], page: Callable[[str], sites.Element]) -> None:
    """Not even a zero; only the notes on the assessment of the whole country have figures."""
    for address in sites.addresses(site_of("chum-saeng")):
        if not address.startswith("about/") and not address.endswith("/disclosure/"):
            assert not re.search(r"\d\.\d\d(?!\d)", page(address).text), address


@pytest.mark.parametrize("year", [2565, 2566])
def test_a_year_says_why_it_has_no_result(page: Callable[[str], sites.Element], year: int) -> None:
    reason = record("chum-saeng", f"{year}/gaps.yml")["result"]
    assert sites.section(page(f"{year}/"), "result").text == reason
    assert reason in page(f"{year}/status/").text
    for number in range(1, 11):
        indicator = page(f"{year}/indicators/{number}/")
        assert sites.fact(indicator, f"คะแนนที่ประกาศ ปี {year}") == "ไม่มีข้อมูล"
        assert sites.fact(indicator, f"เทียบกับปี {year - 1}") == "เทียบไม่ได้"


def test_tables_over_all_years_have_words_in_the_place_of_figures(page: Callable[[str], sites.Element]) -> None:
    cells = sites.rows(page("indicators/"), "คะแนนที่ประกาศของตัวชี้วัดทุกปี")
    assert len(cells) == 11
    assert {tuple(each) for each in cells.values()} == {("ไม่มีข้อมูล", "ไม่มีข้อมูล")}
    assert "ยังไม่มีผลการประเมินในข้อมูลที่เผยแพร่" in page("").text


def test_each_item_stands_with_its_defect_below_its_sub_indicator(page: Callable[[str], sites.Element]) -> None:
    points = record("chum-saeng", "2565/analysis.yml")["weak_points"]
    shown = sites.section(page("2565/"), "weak-points").of_class("ita-item")
    assert len([each for each in points if each["about"].startswith("O")]) == 13
    for item, point in zip(shown, points, strict=True):
        assert f" {point['about']} " in item.of_class("ita-item__head")[0].text
        assert same(point["finding"]) in item.text
        assert same(point.get("remedy", "")) in item.text
        assert ("ใต้ตัวชี้วัดย่อยที่" in item.text) == ("under" in point)
        assert point.get("under", "") in item.text
        assert UNSTATED in item.text


def test_the_measure_says_which_defects_it_answers(page: Callable[[str], sites.Element]) -> None:
    planned = record("chum-saeng", "2566/measures/information-disclosure.yml")
    why = sites.section(page("2566/measures/information-disclosure/"), "why")
    assert [each.split()[1] for each in sites.items(why)] == planned["answers"]
    for point in record("chum-saeng", "2565/analysis.yml")["weak_points"]:
        assert (same(point["finding"]) in why.text) == (point["about"] in planned["answers"])


@pytest.mark.parametrize("measure", measures("chum-saeng", 2566))
def test_what_the_report_says_of_a_measure_stands_under_its_own_headings(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    (told,) = [
        each for each in record("chum-saeng", "2566/reports/annual.yml")["measures"] if each["measure"] == measure
    ]
    shown = sites.section(page(f"2566/measures/{measure}/"), "progress")
    assert sites.items(shown) == [same(each) for key in LISTS for each in told[key]]
    assert [each.text for each in shown.all("strong")] == list(LISTS.values())
    assert told["no_output"] in shown.text
    assert "รายงานไม่ได้ระบุผลลัพธ์ (outcome)" in shown.text
    report = page("2566/reports/annual/")
    assert all(same(each) in report.text for key in LISTS for each in told[key])


def test_the_report_states_no_status_and_every_page_says_so(page: Callable[[str], sites.Element]) -> None:
    assert f"{UNSTATED} 5 จาก 5 เรื่อง" in page("").text
    assert sites.items(sites.section(page("2566/"), "measures")) == [f"{UNSTATED} 5 จาก 5 เรื่อง"]
    plan = sites.rows(page("2566/measures/"), "มาตรการ 5 เรื่อง ปี 2566")
    assert [cells[-1] for cells in plan.values()] == [UNSTATED] * 5
    for measure in measures("chum-saeng", 2566):
        assert sites.answer(page(f"2566/measures/{measure}/"), "ทำแล้วหรือยัง") == [UNSTATED]
    assert sites.fact(page("2566/reports/annual/"), "มาตรการที่รายงาน") == f"5 เรื่อง {UNSTATED} 5"


def test_a_period_of_the_whole_year_is_written_as_the_plan_has_it_with_its_days(
    page: Callable[[str], sites.Element],
) -> None:
    whole = "ตลอดปีงบประมาณ (1 ตุลาคม 2565 – 30 กันยายน 2566)"
    assert sites.fact(page("2566/measures/budget-use/"), "ระยะเวลา") == whole
    assert sites.fact(page("2566/reports/annual/"), "ช่วงเวลาที่รายงาน") == whole


def test_the_two_years_cannot_be_compared(page: Callable[[str], sites.Element]) -> None:
    for address in ("", "2565/", "2566/"):
        assert not [each for each in sites.links(page(address), address) if each.startswith("compare/")]
    shown = sites.section(page("2566/measures/graft-remedies/"), "moved").text
    assert shown == "ไม่มีคะแนนก่อนหรือหลังของเรื่องที่มาตรการนี้ตอบ จึงเทียบไม่ได้"
