"""The site of Sam Ruean. 2567: only a total; 2568: every score, and a level in doubt; 2569: a plan with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = {
    "1": ["work-manual"],
    "2": ["procurement-manual"],
    "3": ["fair-assignment"],
    "4": ["asset-lending-manual"],
    "5": ["anti-corruption-measures", "no-gift-policy"],
    "6": ["work-quality"],
    "7": ["website"],
    "8": ["public-participation"],
    "9": ["online-services"],
    "10": ["corruption-prevention"],
}
"""The measures of each row of the plan, which are of the indicator with the number of the row."""
PRINTED = {
    "1": ("99.29", "ทุกสำนัก/กอง", 6),
    "2": ("99.05", "กองคลัง", 5),
    "3": ("100.00", "สำนักปลัด", 7),
    "4": ("89.05", "ทุกสำนัก/กอง", 8),
    "5": ("96.90", "สำนักปลัด", 9),
    "6": ("96.26", "ทุกสำนัก/กอง", 6),
    "7": ("95.16", "ทุกสำนัก/กอง", 7),
    "8": ("95.90", "ทุกสำนัก/กอง", 2),
    "9": ("95.00", "ทุกสำนัก/กอง", 9),
    "10": ("100.00", "ทุกสำนัก/กอง", 7),
}
"""The score, the owner and the number of steps that the plan prints in each row."""
WITH_POINT = {"1", "4", "5", "6", "7", "8"}
"""Indicators of which the analysis says what is wrong; of 2, 3, 9 and 10 it says only what to do or to keep up."""
UNCHECKED = "ตรวจด้วยการคำนวณไม่ได้"
PROVEN = "คำนวณซ้ำได้ตรงกัน"


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("sam-ruean"), address)


def test_the_published_level_stands_and_none_is_derived(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("2568/"), "ระดับที่ประกาศ") == "ผ่านดี"
    assert sites.fact(page("2568/scores/"), "ที่ประกาศ") == "ผ่านดี"
    labels = [each.text for each in sites.section(page("2568/scores/"), "level").all("dt")]
    assert "ตามคะแนนรวม" not in labels
    for address in ("", "2568/", "compare/2567-2568/"):
        assert "ผ่านดีเยี่ยม" not in page(address).text, address
    assert "2568/scores/#level" in sites.links(sites.section(page("2568/"), "result"), "2568/")


def test_the_rule_of_the_level_is_said_to_be_unconfirmed_and_no_candidate_is_named(
    page: Callable[[str], sites.Element],
) -> None:
    """The candidates are in `ita-site scores --explain`, which is the tool's: an office does not guess at a rule."""
    level = sites.section(page("2568/scores/"), "level")
    assert sites.fact(level, "เกณฑ์ของระดับ") == "ยังไม่ยืนยัน ระดับแสดงตามที่ประกาศ"
    assert "เงื่อนไข" not in level.text
    assert "เกณฑ์ของระดับยังไม่ยืนยัน" in sites.section(page("2568/"), "result").text


def test_nothing_is_decided_of_a_level_that_was_not_printed(page: Callable[[str], sites.Element]) -> None:
    level = sites.section(page("2567/scores/"), "level")
    assert sites.fact(level, "ที่ประกาศ") == "ไม่มีระดับที่ประกาศ"
    assert sites.fact(page("2567/"), "ระดับที่ประกาศ") == "ไม่มีข้อมูล"


def test_the_change_is_told_though_the_year_before_has_only_a_total(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("2568/"), "เทียบกับปี 2567").startswith("+0.78 (ปี 2567 ได้ 96.01)")
    assert "+0.78 คะแนน จากปี 2567 (96.01)" in page("").text
    compared = page("compare/2567-2568/")
    assert sites.fact(compared, "คะแนนรวม") == "96.01 → 96.79 +0.78"
    assert sites.fact(compared, "ระดับที่ประกาศ") == "ไม่มีข้อมูล → ผ่านดี"
    said = sites.section(compared, "scores").text
    assert said == "ปี 2567 ประกาศเฉพาะคะแนนรวม คะแนนรายเครื่องมือและรายตัวชี้วัดมีปี 2568 ปีเดียว ยังเทียบไม่ได้"
    assert "เทียบไม่ได้" not in [each.text for each in compared.all("td")]


@pytest.mark.parametrize(
    ("anchor", "published", "computed", "verdict"),
    [
        ("total", "96.79", "96.79", PROVEN),
        ("instrument-iit", "96.86", "96.86", PROVEN),
        ("instrument-eit", "95.77", "95.77", PROVEN),
        ("instrument-oit", "97.50", "97.50", PROVEN),
        ("indicator-4", "89.05", "89.05", PROVEN),
        ("indicator-6", "96.26", "ยังไม่ทราบวิธีคำนวณที่ยืนยันได้", UNCHECKED),
        ("indicator-9", "95.00", "95.00", PROVEN),
        ("subindicator-9-3", "ไม่ได้พิมพ์", "75.00", "ไม่มีตัวเลขที่ประกาศให้ตรวจ"),
    ],
)
def test_the_working_says_of_each_figure_what_is_proven(
    page: Callable[[str], sites.Element], anchor: str, published: str, computed: str, verdict: str
) -> None:
    assert sites.step(page("2568/scores/"), anchor) == (published, computed, verdict)


def test_what_was_misprinted_is_said_beside_the_result(page: Callable[[str], sites.Element]) -> None:
    for year in (2567, 2568):
        for note in record("sam-ruean", f"{year}/result.yml")["notes"]:
            assert same(note) in sites.section(page(f"{year}/"), "result").text
            assert same(note) in page(f"{year}/scores/").text


def test_a_weak_point_says_which_part_of_the_instrument_found_it(page: Callable[[str], sites.Element]) -> None:
    analysis = record("sam-ruean", "2568/analysis.yml")
    shown = sites.section(page("2568/analysis/"), "weak-points").of_class("ita-item")
    assert [each["about"] for each in analysis["weak_points"]] == ["1", "4", "5", "6", "7", "7", "8"]
    assert len(shown) == 7
    for item, point in zip(shown, analysis["weak_points"], strict=True):
        assert item.one("strong").text == point["score"]
        assert same(point["finding"]) in item.text
        assert same(point["remedy"]) in item.text
        assert ("จากผู้ตอบส่วน" in item.text) == ("parts" in point)
        assert ", ".join(point.get("parts", [])) in item.text
        assert ", ".join(point.get("refers", [])) in item.text
    told = [each.text for each in shown if "ประสิทธิภาพการสื่อสาร" in each.text]
    assert ["จากผู้ตอบส่วน EIT Survey" in each for each in told] == [True, True], "printed so of both parts"


def test_what_is_neither_strong_nor_weak_is_called_neither() -> None:
    analysis = record("sam-ruean", "2568/analysis.yml")
    assert "strengths" not in analysis, "the document calls nothing so"
    assert [each["about"] for each in analysis["findings"]] == ["2", "3", "9", "10"]


def test_a_misprinted_year_stands_as_printed_with_a_note(page: Callable[[str], sites.Element]) -> None:
    shown = page("2568/analysis/").text
    assert "(ปีงบประมาณ พ.ศ. 2568 ได้ 96.01 คะแนน)" in shown
    for note in record("sam-ruean", "2568/analysis.yml")["notes"]:
        assert same(note) in shown


def test_the_rows_of_the_plan_are_those_of_the_document() -> None:
    [group] = record("sam-ruean", "2569/plan.yml")["groups"]
    assert {row["number"]: row["measures"] for row in group["rows"]} == PLAN
    assert {row["number"]: row["numbers"] for row in group["rows"] if "numbers" in row} == {"5": ["1.", "2."]}


@pytest.mark.parametrize("row", PLAN)
def test_a_row_of_the_plan_has_its_own_score_owner_and_steps(page: Callable[[str], sites.Element], row: str) -> None:
    score, owner, steps = PRINTED[row]
    for measure in PLAN[row]:
        shown = page(f"2569/measures/{measure}/")
        why = sites.section(shown, "why").text
        assert f"ตัวชี้วัดที่ {row} " in why
        assert score in why
        assert ("จุดที่ต้องพัฒนา" in why) == (row in WITH_POINT)
        assert sites.fact(shown, "ผู้รับผิดชอบ") == owner
        of = record("sam-ruean", f"2569/measures/{measure}.yml")
        of = record("sam-ruean", f"2569/measures/{of.get('steps_of', measure)}.yml")
        assert len(of["steps"]) == steps
        for note in record("sam-ruean", f"2569/measures/{measure}.yml").get("notes", []):
            assert same(note) in shown.text


@pytest.mark.parametrize("measure", measures("sam-ruean", 2569))
def test_a_measure_stands_with_the_analysis_that_led_to_it(page: Callable[[str], sites.Element], measure: str) -> None:
    planned = record("sam-ruean", f"2569/measures/{measure}.yml")
    shown = page(f"2569/measures/{measure}/")
    why = sites.section(shown, "why")
    assert same(planned["analysis"]) in why.text
    assert f"ตัวชี้วัดที่ {planned['answers'][0]} " in why.text
    of = record("sam-ruean", f"2569/measures/{planned.get('steps_of', measure)}.yml")
    steps = sites.section(shown, "steps").text
    assert all(same(each if isinstance(each, str) else each["text"]) in steps for each in of["steps"])
    years = ("2567", "2568") if measure == "website" else ("2568", "2569")  # the plan prints the year before in row 7
    assert sites.fact(shown, "ระยะเวลา") == "1 ตุลาคม {} – 30 กันยายน {}".format(*years)
    moved = sites.section(shown, "moved")
    assert moved.all("p")[0].text == "มีผลปี 2568 ปีเดียว ยังเทียบไม่ได้"
    (score,) = [each.text for each in moved.all("strong")]
    assert score == planned["score"]
    assert sites.answer(shown, "การเปลี่ยนแปลงของคะแนน") == ["มีผลปี 2568 ปีเดียว ยังเทียบไม่ได้"]


def test_years_say_why_they_have_no_measures_or_reports(page: Callable[[str], sites.Element]) -> None:
    for year in (2567, 2568):
        gaps = record("sam-ruean", f"{year}/gaps.yml")
        assert sites.section(page(f"{year}/"), "measures").text.startswith(gaps["measures"])
        assert gaps["measures"] in page(f"{year}/measures/").text
        assert gaps["reports"] in page(f"{year}/reports/").text


def test_who_parted_weak_points_from_other_findings_is_said_on_the_year_and_the_analysis(
    page: Callable[[str], sites.Element],
) -> None:
    why = "การแยกเป็นจุดที่ต้องพัฒนาและข้อค้นพบอื่นเป็นของผู้จัดทำเว็บไซต์"
    for address in ("2568/", "2568/analysis/"):
        [mark] = [each for each in page(address).of_class("ita-marks")[0].all("li") if why in each.text]
        pointed = [each.attributes["href"] for each in page(address).all("a")]
        [named] = mark.all("span")
        assert f"#{named.attributes['id']}" in [each.rpartition("/")[2] for each in pointed], address
