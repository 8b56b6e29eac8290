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
    "actions": "มาตรการย่อย",
    "findings": "ข้อค้นพบ",
    "proposals": "แนวทางที่เสนอ",
    "follow_up": "การติดตามผล",
    "suggestions": "ข้อเสนอแนะ",
}
STEPS = {
    "budget-use": 3,
    "government-property": 3,
    "graft-remedies": 3,
    "information-disclosure": ["1.", "2.", "5.", "9."],
    "prevention-of-corruption": ["1.", "2.", "3."],
}
"""How many steps a row of the plan has, or which numbers they have there: what else it prints are defects."""
CREDITED = {
    "budget-use": "2",
    "government-property": "4",
    "graft-remedies": "5",
    "information-disclosure": "8",
    "prevention-of-corruption": "10",
}
"""The indicator whose result the report names as the source of the findings of a row."""


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("chum-saeng"), address)


def test_no_page_shows_a_score(site_of: Callable[[str], Path], page: Callable[[str], sites.Element]) -> None:
    """Not even a zero; only the notes on the assessment of the whole country and examples of columns have figures."""
    for address in sites.addresses(site_of("chum-saeng")):
        leads_on = not sites.read(site_of("chum-saeng"), address).all("article")
        others = address.startswith("about/") or address.endswith("/disclosure/") or address == "data/"
        if not leads_on and not others:
            assert not re.search(r"\d\.\d\d(?!\d)", page(address).text), address


@pytest.mark.parametrize("year", [2565, 2566])
def test_a_year_says_why_it_has_no_result(page: Callable[[str], sites.Element], year: int) -> None:
    reason = record("chum-saeng", f"{year}/gaps.yml")["result"]
    assert sites.section(page(f"{year}/"), "result").text == reason
    assert reason in page(f"{year}/status/").text
    for number in ("2", "4", "5", "9", "10"):  # of which there is a finding or a measure; others have no page
        indicator = page(f"{year}/indicators/{number}/")
        assert sites.fact(indicator, f"คะแนนที่ประกาศ ปี {year}") == "ไม่มีข้อมูล"
        assert f"เทียบกับปี {year - 1}" not in indicator.text, "there is nothing to compare"


def test_tables_over_all_years_have_words_in_the_place_of_figures(page: Callable[[str], sites.Element]) -> None:
    cells = sites.rows(page("indicators/"), "คะแนนที่ประกาศของตัวชี้วัดทุกปี")
    assert len(cells) == 11
    assert {tuple(each) for each in cells.values()} == {("ไม่มีข้อมูล", "ไม่มีข้อมูล")}
    assert "ยังไม่มีผลการประเมินในข้อมูลที่เผยแพร่" in page("").text


def test_each_item_stands_with_its_defect_below_its_sub_indicator(page: Callable[[str], sites.Element]) -> None:
    points = record("chum-saeng", "2565/analysis.yml")["weak_points"]
    shown = sites.section(page("2565/analysis/"), "weak-points").of_class("ita-item")
    assert len([each for each in points if each["about"].startswith("O")]) == 13
    for item, point in zip(shown, points, strict=True):
        assert f" {point['about']} " in item.of_class("ita-item__head")[0].text
        assert same(point.get("finding", "")) in item.text
        assert same(point.get("remedy", "")) in item.text
        assert ("ใต้ตัวชี้วัดย่อยที่" in item.text) == ("under" in point)
        assert point.get("under", "") in item.text
        assert UNSTATED in item.text


def test_the_measure_says_which_defects_it_answers(page: Callable[[str], sites.Element]) -> None:
    planned = record("chum-saeng", "2566/measures/information-disclosure.yml")
    why = sites.section(page("2566/measures/information-disclosure/"), "why")
    assert [each.split()[1] for each in sites.items(why)] == planned["answers"]
    for point in record("chum-saeng", "2565/analysis.yml")["weak_points"]:
        if "finding" in point:
            assert (same(point["finding"]) in why.text) == (point["about"] in planned["answers"])


def test_items_stand_below_the_sub_indicators_that_the_plan_prints() -> None:
    points = record("chum-saeng", "2565/analysis.yml")["weak_points"]
    below = {each["about"]: each.get("under") for each in points if each["about"].startswith("O")}
    assert below == {
        "O9": "9.1",
        **dict.fromkeys(["O11", "O20", "O21", "O23", "O24"], "9.3"),
        **dict.fromkeys(["O26", "O27"], "9.4"),
        "O33": None,
        **dict.fromkeys(["O35", "O36", "O37", "O38"], "10.1"),
    }


@pytest.mark.parametrize("measure", STEPS)
def test_a_step_is_what_the_plan_says_will_be_done(page: Callable[[str], sites.Element], measure: str) -> None:
    planned = record("chum-saeng", f"2566/measures/{measure}.yml")
    shown = page(f"2566/measures/{measure}/")
    steps = sites.section(shown, "steps").text
    assert all(same(each if isinstance(each, str) else each["text"]) in steps for each in planned["steps"])
    numbers = STEPS[measure]
    if isinstance(numbers, int):
        assert len(planned["steps"]) == numbers
    else:
        assert [each["number"] for each in planned["steps"]] == numbers
        assert "ข้อบกพร่องที่พบ ไม่ใช่สิ่งที่จะทำ" in shown.text
    for point in record("chum-saeng", "2565/analysis.yml")["weak_points"]:
        assert point["about"] == "O9" or same(point.get("finding", "ไม่มี")) not in steps
    owner = "ทุกๆ กอง/สำนักฯ" if measure == "prevention-of-corruption" else "ทุกๆ กอง/สำนักงาน"
    assert sites.fact(shown, "ผู้รับผิดชอบ") == owner


@pytest.mark.parametrize("measure", CREDITED)
def test_a_row_of_the_report_is_as_printed(measure: str) -> None:
    rows = record("chum-saeng", "2566/reports/annual.yml")["measures"]
    [row] = [each for each in rows if each["measure"] == measure]
    assert {each["about"] for each in row["findings"]} == {CREDITED[measure]}
    assert [each.split(" ดังนี้")[0] for each in row["method"]] == ["ทบทวนผลการประเมินในประเด็นข้างต้น เพื่อเสนอแนวทางการปรับปรุง"]
    suffix = "สำนักงาน" if measure == "information-disclosure" else "สำนัก"
    assert row["owners"] == [f"ทุก ๆ กอง/{suffix}"]
    assert row["period"] == "ตลอดปีงบประมาณ"
    assert {"status", "output", "outcome"}.isdisjoint(row)


@pytest.mark.parametrize(
    "printed",
    [
        "พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. 2550",
        "พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "มีส่วนร่วมในกิจกรรมของเทศบาลฯ",
        "ปีงบประมาณ พ.ศ. 2565 ควรต้องดำเนินการ",
        "มาตรการสร้างในการใช้งบประมาณ",
    ],
)
def test_what_the_report_misprints_stands_there_with_a_note(page: Callable[[str], sites.Element], printed: str) -> None:
    shown = page("2566/reports/annual/").text
    assert printed in shown
    for note in record("chum-saeng", "2566/reports/annual.yml")["notes"]:
        assert same(note) in shown


@pytest.mark.parametrize("measure", measures("chum-saeng", 2566))
def test_what_the_report_says_of_a_measure_stands_under_its_own_headings(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    (told,) = [
        each for each in record("chum-saeng", "2566/reports/annual.yml")["measures"] if each["measure"] == measure
    ]
    shown = sites.section(page(f"2566/measures/{measure}/"), "progress")
    lines = [each if isinstance(each, str) else each["text"] for key in LISTS for each in told[key]]
    assert all(same(each) in shown.text for each in lines)
    report = page("2566/reports/annual/")
    assert all(same(each) in report.text for each in lines)


def test_the_report_states_no_status_and_every_page_says_so(page: Callable[[str], sites.Element]) -> None:
    assert f"{UNSTATED} 5 จาก 5 เรื่อง" in page("").text
    assert sites.items(sites.section(page("2566/"), "measures")) == [f"{UNSTATED} 5 จาก 5 เรื่อง"]
    plan = sites.rows(page("2566/measures/"), "มาตรการ 5 เรื่อง ปี 2566")
    assert [cells[-1] for cells in plan.values()] == [UNSTATED] * 5
    for measure in measures("chum-saeng", 2566):
        assert sites.answer(page(f"2566/measures/{measure}/"), "สถานะการดำเนินการ") == [UNSTATED]
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


def test_what_findings_of_a_row_are_credited_to_stands_once_above_them(page: Callable[[str], sites.Element]) -> None:
    """The report prints it once in each row: of its row on indicator 9, indicator 8."""
    table = sites.section(page("2566/reports/annual/"), "measures")
    heads = [each.text for each in table.all("strong") if each.text.startswith("ข้อค้นพบ")]
    assert [each.partition("ตัวชี้วัดที่ ")[2].partition(" ")[0] for each in heads] == ["2", "4", "5", "8", "10"]
    assert table.text.count("ตัวชี้วัดที่ 8") == 1
