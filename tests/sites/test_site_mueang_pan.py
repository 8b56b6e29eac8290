"""The site of Mueang Pan: two years side by side, before and after each measure, and what is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


ROWS = {
    "service-standards": ("1", "ทุกสำนัก/กอง", 1, 3),
    "ethics-code": ("2", "งานการเจ้าหน้าที่", 3, 6),
    "budget-transparency": ("3", "กองคลัง", 4, 6),
    "personnel-transparency": ("4", "งานการเจ้าหน้าที่", 2, 3),
    "asset-protection": ("5", "สำนักปลัด", 2, 3),
    "conflict-of-interest": ("6", "สำนักปลัด", 2, 3),
    "anti-corruption-plan": ("7", "สำนักปลัด", 4, 5),
    "internal-audit": ("8", "งานตรวจสอบภายใน", 4, 5),
    "e-service": ("9", "งานธุรการ", 2, 3),
    "contact-channels": ("10", "งานธุรการ", 1, 4),
    "satisfaction-survey": ("11", "สำนักปลัด", 3, 6),
    "public-disclosure": ("12", "สำนักปลัด", 3, 4),
    "no-gift-policy": ("13", "ทุกสำนัก/กอง", 3, 3),
    "fraud-risk-plan": ("14", "งานตรวจสอบภายใน", 3, 4),
    "integrity-promotion": ("15", "ทุกสำนัก/กอง", 3, 7),
}
"""Of each row of the report: its number, its owner, how many steps and how many outputs it prints."""
NAMES = {"1": "การป้องกันทุจริต", "3": "การใช้จ่าย", "4": "การใช้จ่ายเงินของราชการ"}
"""The names that the report's tables print of three indicators."""


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("mueang-pan"), address)


def test_the_two_years_stand_side_by_side(page: Callable[[str], sites.Element]) -> None:
    compared = page("compare/2567-2568/")
    assert sites.fact(compared, "คะแนนรวม") == "96.33 → 99.37 +3.04"
    assert sites.fact(compared, "ระดับที่ประกาศ") == "ผ่านดี → ผ่านดีเยี่ยม"
    assert sites.fact(compared, "จำนวนข้อ OIT") == "35 ข้อ → 28 ข้อ"
    (listed,) = sites.section(page("compare/"), "title").of_class("ita-item")
    assert listed.text == "ปี 2567 กับปี 2568 96.33 → 99.37 +3.04"
    assert sites.links(listed, "compare/") == ["compare/2567-2568/"]


def test_every_indicator_is_compared_by_what_was_published(page: Callable[[str], sites.Element]) -> None:
    cells = list(sites.rows(page("compare/2567-2568/"), "คะแนนปี 2568 เทียบกับปี 2567").values())
    before, after = (
        [each["score"] for each in record("mueang-pan", f"{year}/result.yml")["indicators"]] for year in (2567, 2568)
    )
    assert [each[0] for each in cells[3:]] == before
    assert [each[1] for each in cells[3:]] == after
    changes = ["เท่าเดิม"] * 5 + ["+3.33", "+4.93", "+12.18", "+5.00", "เท่าเดิม"]
    assert [each[2] for each in cells[3:]] == changes
    # The middle change is that of the exact means, 91.0933… and 97.9066…, and not of the rounded ones.
    assert cells[:3] == [["100.00", "100.00", "เท่าเดิม"], ["91.09", "97.91", "+6.81"], ["97.50", "100.00", "+2.50"]]


def test_items_are_compared_in_words_where_the_framework_has_changed(page: Callable[[str], sites.Element]) -> None:
    compared = page("compare/2567-2568/")
    assert "คงเดิม 3 ข้อ, รวมจากหลายข้อ 1 ข้อ ยังไม่ยืนยัน" in sites.section(compared, "framework").text
    assert sites.rows(compared, "ข้อของปี 2568 เทียบกับปี 2567") == {
        "O1 โครงสร้างและอำนาจหน้าที่": ["เทียบไม่ได้: รวมจากหลายข้อ O1, O3 ของปี 2567 ชื่อรวมโครงสร้างกับอำนาจหน้าที่"],
        "O2 ข้อมูลผู้บริหาร": ["ต่อจาก O2 ของปี 2567 เนื้อหาเดิม"],
        "O3 ข้อมูลการติดต่อ": ["ต่อจาก O4 ของปี 2567 เนื้อหาเดิม"],
        "O20 การเปิดโอกาสให้เกิดการมีส่วนร่วม": ["ต่อจาก O25 ของปี 2567 เนื้อหาเดิม"],
    }
    (sub,) = sites.rows(compared, "ตัวชี้วัดย่อยปี 2568 เทียบกับปี 2567").values()
    assert sub[0].startswith("เทียบไม่ได้: เปลี่ยนข้อข้างใน 9.1 ของปี 2567")


def test_the_measures_of_both_years_stand_on_the_comparison(page: Callable[[str], sites.Element]) -> None:
    compared = page("compare/2567-2568/")
    assert sites.fact(compared, "ปี 2567") == "ยังไม่มีมาตรการในข้อมูลที่เผยแพร่ ยังไม่มีรายงาน"
    assert sites.fact(compared, "ปี 2568") == "มาตรการ 15 เรื่อง มีผลในรายงาน ไม่ได้ระบุสถานะ 15 รายงาน 1 ฉบับ"


def test_the_comparison_is_reached_from_the_home_page_and_the_year(page: Callable[[str], sites.Element]) -> None:
    for address in ("", "2568/", "compare/"):
        assert "compare/2567-2568/" in sites.links(page(address), address), address
    assert "compare/2567-2568/" not in sites.links(page("2567/"), "2567/")


@pytest.mark.parametrize("measure", measures("mueang-pan", 2568))
def test_a_measure_shows_the_scores_it_answers_before_and_after(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    answers = record("mueang-pan", f"2568/measures/{measure}.yml")["answers"]
    shown = sites.section(page(f"2568/measures/{measure}/"), "moved")
    cells = sites.rows(shown, "คะแนนของเรื่องที่มาตรการนี้ตอบ ก่อนและหลัง")
    whole = sites.rows(page("compare/2567-2568/"), "คะแนนปี 2568 เทียบกับปี 2567")
    named = {each.split()[1]: cells for each, cells in whole.items() if each.startswith("ตัวชี้วัดที่")}
    assert {each.split()[1]: row for each, row in cells.items()} == {each: named[each] for each in answers}
    assert "ตารางนี้ไม่ได้บอกว่ามาตรการเป็นสาเหตุ" in shown.text


def test_e_service_is_followed_by_twelve_points_more(page: Callable[[str], sites.Element]) -> None:
    moved = {"ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน": ["85.78", "97.96", "+12.18"]}
    measure = sites.rows(page("2568/measures/e-service/"), "คะแนนของเรื่องที่มาตรการนี้ตอบ ก่อนและหลัง")
    assert measure == moved
    of_year = sites.rows(page("2568/"), "คะแนนของเรื่องที่มาตรการปี 2568 ตอบ ก่อนและหลัง")
    assert moved.items() <= of_year.items()
    assert len(of_year) == 10


def test_the_status_page_says_what_is_complete_and_what_is_not(page: Callable[[str], sites.Element]) -> None:
    status = page("2568/status/")
    assert "มีเรื่องที่ขาดโดยบันทึกเหตุผลไว้ 1 เรื่อง" in status.text
    cycle = [each.text for each in sites.section(status, "cycle").of_class("ita-item")]
    assert cycle == [
        "ผลการประเมินปี 2568 มีคะแนนรวม เครื่องมือ 3 จาก 3 ตัวชี้วัด 10 จาก 10 ไม่มีคะแนนรายข้อ",
        f"บทวิเคราะห์ผลปี 2568 ยังไม่มี {same(record('mueang-pan', '2568/gaps.yml')['analysis'])}",
        "มาตรการปี 2568 15 เรื่อง",
        "รายงานปี 2568 1 ฉบับ",
    ]
    complete = [each.text for each in sites.section(status, "measures").of_class("ita-item")]
    titles = {record("mueang-pan", f"2568/measures/{each}.yml")["title"] for each in measures("mueang-pan", 2568)}
    assert {f"{same(each)} ครบทุกช่อง" for each in titles} == set(complete)
    assert sites.items(sites.section(status, "figures")) == [
        "คำนวณซ้ำได้ตรงกัน 1 ตัวเลข",
        "ตรวจด้วยการคำนวณไม่ได้ 10 ตัวเลข",
    ]


def test_the_status_page_says_how_many_measures_answer_each_weak_point(page: Callable[[str], sites.Element]) -> None:
    lines = [each.text for each in sites.section(page("2567/status/"), "weak-points").of_class("ita-item")]
    weak = [each["about"] for each in record("mueang-pan", "2567/analysis.yml")["weak_points"]]
    answers = [
        answer
        for each in measures("mueang-pan", 2568)
        for answer in record("mueang-pan", f"2568/measures/{each}.yml")["answers"]
    ]
    assert [(line.split()[1], line.split()[-2]) for line in lines] == [
        (each, str(answers.count(each))) for each in weak
    ]
    status = page("2567/status/").text
    assert "ไม่มีในข้อมูลที่เผยแพร่: มาตรการปี 2567, รายงานปี 2567" in status
    assert "ครบทุกเรื่อง" not in status
    assert "ยังไม่ถึงรอบ" not in status


@pytest.mark.parametrize("measure", ROWS)
def test_a_row_of_the_report_has_its_own_owner_period_steps_and_outputs(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    number, owner, steps, outputs = ROWS[measure]
    planned = record("mueang-pan", f"2568/measures/{measure}.yml")
    rows = record("mueang-pan", "2568/reports/annual.yml")["measures"]
    told = rows[int(number) - 1]
    assert (planned["number"], told["measure"]) == (number, measure)
    assert (len(planned["steps"]), len(told["output"])) == (steps, outputs)
    assert planned["matched_by"] == "ผู้จัดทำเว็บไซต์"
    shown = page(f"2568/measures/{measure}/")
    assert sites.fact(shown, "ผู้รับผิดชอบ") == owner
    assert sites.fact(shown, "ระยะเวลา") == "1 ตุลาคม 2567 – 30 กันยายน 2568"


def test_no_status_is_shown_that_the_report_does_not_print(
    site_of: Callable[[str], Path], page: Callable[[str], sites.Element]
) -> None:
    rows = record("mueang-pan", "2568/reports/annual.yml")["measures"]
    assert not [each for each in rows if "status" in each]
    for address in ("", "2568/", "2568/measures/", "2568/reports/annual/", "2568/measures/e-service/"):
        assert "ดำเนินการแล้ว" not in page(address).text, address
        assert "ดำเนินการแล้ว" not in " ".join(
            each.attributes.get("content") or "" for each in sites.read(site_of("mueang-pan"), address).all("meta")
        ), address


@pytest.mark.parametrize("year", [2567, 2568])
def test_misprinted_names_of_indicators_stand_in_the_data_with_a_note(
    page: Callable[[str], sites.Element], year: int
) -> None:
    result = record("mueang-pan", f"{year}/result.yml")
    named = {each["id"]: each["name"] for each in result["indicators"]}
    assert {each: named[each] for each in NAMES} == NAMES
    shown = page(f"{year}/").text
    assert all(f"“{name}”" in shown for name in NAMES.values())
    assert "ภาพสี่ภาพ" in shown


def test_every_address_of_the_report_is_a_link_once(page: Callable[[str], sites.Element]) -> None:
    """An address that is typed in full is a link by itself; one that is not has a link below its line."""
    lines = [each for row in record("mueang-pan", "2568/reports/annual.yml")["measures"] for each in row["output"]]
    texts = [each if isinstance(each, str) else " ".join([each["text"], *each.get("lines", [])]) for each in lines]
    named = [text for text in texts if "www.muangpan.go.th" in text]
    assert len(named) == 9
    shown = sites.links(sites.section(page("2568/reports/annual/"), "measures"), "2568/reports/annual/")
    assert len([each for each in shown if each.startswith("https://www.muangpan.go.th")]) == len(named)
    for line, text in zip(lines, texts, strict=True):
        attached = not isinstance(line, str) and "attachments" in line
        assert attached == ("www.muangpan.go.th" in text and "https://" not in text), text


def test_what_the_report_lists_with_dashes_has_no_numbers(page: Callable[[str], sites.Element]) -> None:
    table = sites.section(page("2568/reports/annual/"), "measures").text
    assert "- ประกาศการจัดซื้อจัดจ้าง" in table
    assert "- มาตรการ Do-and-don't" in table
    assert "4.4" not in table
    assert "7.5" not in table


def test_the_finding_of_an_indicator_is_the_report_s_and_names_it_in_the_plan(
    page: Callable[[str], sites.Element],
) -> None:
    analysis = sites.section(page("2567/analysis/"), "weak-points").text
    assert "ต่ำที่สุด" not in analysis  # that is so, but the report does not say it
    assert analysis.count("95.24") == 1
    plan = sites.section(page("2568/plan/"), "measures").text
    assert "ตามบทวิเคราะห์ผลปี 2567 ตัวชี้วัดที่ 6: เป็นตัวชี้วัดที่คะแนนต่ำ" in plan
    assert "ตามบทวิเคราะห์ผลปี 2567 ตัวชี้วัดที่ 8: ได้ 85.78 คะแนน" in plan


def test_what_the_next_year_is_assessed_by_has_its_page(page: Callable[[str], sites.Element]) -> None:
    """The report of 2568 answers an item of 2569, whose year has nothing else yet."""
    elements = sites.section(page("2569/disclosure/o26/"), "elements")
    assert "2568/reports/annual/#measures" in sites.links(elements, "2569/disclosure/o26/")
    assert elements.text.count("แสดงแล้ว") == 7


def test_what_was_left_out_of_the_changes_is_told_below_them(page: Callable[[str], sites.Element]) -> None:
    report = page("2568/reports/annual/")
    assert "หมายเหตุเรื่องคะแนนที่เปลี่ยนไป *" in sites.section(report, "changes").text
    assert "หมายเหตุของผู้จัดทำเว็บไซต์" not in [each.text for each in report.all("dt")]
