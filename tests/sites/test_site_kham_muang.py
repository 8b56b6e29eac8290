"""The site of Kham Muang. 2562: level D, a ranking and a list of thirty items with nothing; 2563: a plan, no report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNCHECKED = "ตรวจด้วยการคำนวณไม่ได้"
PROVEN = "คำนวณซ้ำได้ตรงกัน"


def _analysis() -> Any:  # noqa: ANN401 - whatever the file holds
    return record("kham-muang", "2562/analysis.yml")


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("kham-muang"), address)


def test_the_result_has_its_rank_and_its_level(page: Callable[[str], sites.Element]) -> None:
    total = sites.fact(page("2562/"), "คะแนนรวมที่ประกาศ")
    assert total == "57.31 จาก 100 ต่ำกว่าเกณฑ์ผ่าน 85.00 คะแนน อยู่ 27.69 ลำดับที่ 68 ของจังหวัดกาฬสินธุ์"
    assert sites.fact(page("2562/"), "ระดับที่ประกาศ") == "D"
    assert sites.fact(page("2562/"), "คะแนนรวมที่คำนวณซ้ำ").startswith("ตรงกับที่ประกาศ")
    assert "57.31 จาก 100 ระดับ D" in page("").text


@pytest.mark.parametrize(
    ("anchor", "published", "computed"),
    [
        ("total", "57.31", "57.31"),
        ("indicator-9", "46.34", "46.34"),
        ("indicator-10", "6.25", "6.25"),
        ("subindicator-9-1", "ไม่ได้พิมพ์", "77.78"),
        ("subindicator-9-2", "ไม่ได้พิมพ์", "37.50"),
        ("subindicator-9-3", "ไม่ได้พิมพ์", "71.43"),
        ("subindicator-9-4", "ไม่ได้พิมพ์", "25.00"),
        ("subindicator-9-5", "ไม่ได้พิมพ์", "20.00"),
        ("subindicator-10-1", "ไม่ได้พิมพ์", "12.50"),
        ("subindicator-10-2", "ไม่ได้พิมพ์", "0.00"),
    ],
)
def test_the_working_follows_each_figure_down_to_the_items(
    page: Callable[[str], sites.Element], anchor: str, published: str, computed: str
) -> None:
    verdict = PROVEN if published != "ไม่ได้พิมพ์" else "ไม่มีตัวเลขที่ประกาศให้ตรวจ"
    assert sites.step(page("2562/scores/"), anchor) == (published, computed, verdict)


def test_an_item_outside_the_list_of_zeros_is_said_to_be_inferred(page: Callable[[str], sites.Element]) -> None:
    terms = sites.items(page("2562/scores/").with_id("subindicator-9-1"))
    assert terms[4] == "ข้อ O5 ข้อมูลการติดต่อ: 0.00 ประกาศ"
    assert terms[0].startswith("ข้อ O1 โครงสร้าง: 100.00 ไม่อยู่ในรายการข้อที่ได้ 0")


def test_the_opinion_scores_cannot_be_checked(page: Callable[[str], sites.Element]) -> None:
    for number in range(1, 9):
        assert sites.step(page("2562/scores/"), f"indicator-{number}")[2] == UNCHECKED


def test_the_level_follows_from_the_total(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("2562/scores/"), "ตามคะแนนรวม") == "D ตรงกับที่ประกาศ"


def test_the_indicators_stand_in_the_order_of_the_documents_ranking(page: Callable[[str], sites.Element]) -> None:
    ranked = page("2562/").with_id("ranking")
    published = record("kham-muang", "2562/result.yml")
    scores = {each["id"]: each["score"] for each in published["indicators"]}
    assert [each.one("strong").text for each in ranked.all("li")] == [scores[each] for each in published["ranking"]]
    assert sites.items(ranked)[0] == "การปฏิบัติหน้าที่ 84.59"
    assert sites.items(ranked)[-1] == "การป้องกันการทุจริต 6.25"


def test_all_thirty_items_that_earned_nothing_are_listed(page: Callable[[str], sites.Element]) -> None:
    below = sites.section(page("2562/"), "items")
    zero = record("kham-muang", "2562/result.yml")["zero_items"]
    assert len(zero) == 30
    assert [each.split()[0] for each in sites.items(below)] == zero
    assert all(each.endswith(": 0.00") for each in sites.items(below))
    assert "ได้ไม่เต็ม 100 คะแนน 30 ข้อ" in below.text


def test_the_parts_of_the_analysis_follow_each_other_as_in_the_document(page: Callable[[str], sites.Element]) -> None:
    """It tells the strengths (3.1) and weak points (3.2) before the instruments (4.1 to 4.3)."""
    headings = [each.attributes.get("id") for each in page("2562/analysis/").all("h2")]
    assert headings[headings.index("summary") + 1 :][:4] == ["strengths", "weak-points", "instruments", "improvements"]


def test_strengths_and_weak_points_stand_with_their_scores(page: Callable[[str], sites.Element]) -> None:
    analysis = record("kham-muang", "2562/analysis.yml")
    strong = sites.section(page("2562/analysis/"), "strengths")
    assert [each.one("strong").text for each in strong.all("li")] == ["84.59", "81.91"]
    weak = sites.section(page("2562/analysis/"), "weak-points").of_class("ita-item")
    assert [each.one("strong").text for each in weak] == [each["score"] for each in analysis["weak_points"]]
    for shown, point in zip(weak, analysis["weak_points"], strict=True):
        assert same(point["finding"]) in shown.text
        assert ("มาตรการปี 2563 ที่ตอบข้อนี้" in shown.text) == ("no_measure" not in point)
        assert same(point.get("no_measure", "")) in shown.text


def test_the_items_to_improve_stand_with_their_remedy(page: Callable[[str], sites.Element]) -> None:
    shown = sites.section(page("2562/analysis/"), "improvements").of_class("ita-item")
    for item, planned in zip(shown, record("kham-muang", "2562/analysis.yml")["improvements"], strict=True):
        assert same(planned["remedy"]) in item.text
        assert all(each in item.text for each in planned.get("items", ()))
        for question in planned.get("questions", ()):
            assert all(
                same(each) in item.text for each in (question["id"], question["text"], *question.get("lines", ()))
            )


QUESTIONS = {
    "1": ["I1", "I2", "I3"],
    "2": ["I7", "I8", "I11", "I12"],
    "3": ["I13", "I14", "I15"],
    "4": ["I20", "I21", "I23", "I24"],
    "5": ["I25", "I26", "I27", "I28", "I29", "I30"],
    "6": ["E1", "E2", "E3", "E5"],
    "7": ["E9"],
    "8": ["E11", "E12", "E14", "E15"],
}
"""The questions below 80 percent by indicator, as the tables of the document's parts 4.1 and 4.2 have them."""


def test_each_question_to_improve_has_its_wording_and_its_lines() -> None:
    listed = {each["about"]: each["questions"] for each in _analysis()["improvements"] if "questions" in each}
    assert {about: [each["id"] for each in questions] for about, questions in listed.items()} == QUESTIONS
    lines = {each["id"]: each["lines"] for questions in listed.values() for each in questions if "lines" in each}
    assert {question: len(each) for question, each in lines.items()} == {
        "I1": 2,
        "I3": 3,
        "I7": 1,
        "I8": 1,
        "I11": 2,
        "I12": 3,
        "I26": 2,
        "I28": 3,
        "I30": 4,
        "E1": 2,
    }


def test_numbers_of_questions_that_the_copy_has_otherwise_are_said_to_be_matched() -> None:
    edits = [each for each in _analysis()["edits"] if each["at"].startswith("improvements.")]
    assert {each["change"] for each in edits} == {"จับคู่"}
    assert [(each["why"].split("“")[1].split("”")[0], each["why"].split("ข้อ ")[1].split()[0]) for each in edits] == [
        ("(1๓)", "I7"),
        ("(1๔)", "I8"),
        ("(1๒๐)", "I13"),
        ("(1๒๔)", "I14"),
        ("(1๒๐)", "I15"),
        ("(E๔)", "E5"),
        ("(E๔)", "E9"),
    ]


def test_the_three_levels_in_words_stand_as_printed_with_a_note(page: Callable[[str], sites.Element]) -> None:
    assert {each["about"]: each["level"] for each in _analysis()["instruments"]} == dict.fromkeys(
        ("IIT", "EIT", "OIT"), "ดี (Good)"
    )
    assert any("“ดี (Good)”" in each and "“ต้นแบบ”" in each for each in _analysis()["notes"])
    assert page("2562/analysis/").text.count("ระดับ ดี (Good)") == 3


def test_nothing_of_the_editors_passes_as_the_plans() -> None:
    planned = {each: record("kham-muang", f"2563/measures/{each}.yml") for each in measures("kham-muang", 2563)}
    assert {each.get("matched_by") for each in planned.values() if "answers" in each} == {"ผู้จัดทำเว็บไซต์"}
    for each in planned.values():
        assert {"at": "number", "change": "เพิ่ม", "why": "ตารางในเอกสารไม่มีเลข นับตามลำดับแถว"} in each["edits"]
    assert {each["matched_by"] for key in ("strengths", "weak_points") for each in _analysis()[key]} == {"เอกสาร"}


ROWS = [
    ("asset-use-guideline", "สำนักปลัด กองคลัง", 1, ["4"]),
    ("conflict-of-interest", "สำนักปลัด", 1, ["10"]),
    ("ita-knowledge", "สำนักปลัด", 1, []),
    ("asset-lending", "สำนักปลัด กองคลัง", 1, ["4"]),
    ("work-improvement", "สำนักปลัด", 1, ["8"]),
    ("complaint-channel", "สำนักปลัด", 1, ["O30"]),
    ("e-service", "สำนักปลัด", 1, ["O17"]),
    ("service-operation", "สำนักปลัด กองคลัง กองช่าง กองการศึกษาฯ กองสาธารณสุขฯ", 3, ["6"]),
    ("use-of-power", "สำนักปลัด", 1, ["3"]),
    ("information-disclosure", "สำนักปลัด", 2, ["7"]),
    ("personnel-criteria", "สำนักปลัด", 1, ["O27"]),
    ("website-upkeep", "สำนักปลัด", 1, ["9", "10"]),
]
"""The rows of the plan: measure, owners, how many steps, and what the editor of the site matched it to."""


def test_the_rows_of_the_plan_have_their_owners_steps_and_matches() -> None:
    planned = {each: record("kham-muang", f"2563/measures/{each}.yml") for each in measures("kham-muang", 2563)}
    ordered = sorted(planned, key=lambda each: int(planned[each]["number"]))
    assert [
        (each, " ".join(planned[each]["owners"]), len(planned[each]["steps"]), planned[each].get("answers", []))
        for each in ordered
    ] == ROWS
    assert {each["follow_up"] for each in planned.values()} == {"1 มี.ค. 2563"}


def test_steps_have_the_dashes_that_the_plan_prints_and_no_numbers_of_the_programs(
    page: Callable[[str], sites.Element],
) -> None:
    for measure, dashes in {"service-operation": 3, "information-disclosure": 1}.items():
        steps = record("kham-muang", f"2563/measures/{measure}.yml")["steps"]
        printed = [f"- {each['text']}" if isinstance(each, dict) else each for each in steps]
        assert sum(each.startswith("- ") for each in printed) == dashes
        for address in ("2563/plan/", f"2563/measures/{measure}/"):
            shown = [[each.text for each in below.all("li")] for below in page(address).of_class("ita-numbered")]
            assert printed in shown, address


@pytest.mark.parametrize("measure", measures("kham-muang", 2563))
def test_a_measure_says_when_it_is_followed_up_and_why_it_has_no_period(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    planned = record("kham-muang", f"2563/measures/{measure}.yml")
    shown = page(f"2563/measures/{measure}/")
    assert sites.fact(shown, "ระยะเวลา") == planned["missing"]["period"]
    assert sites.section(shown, "monitoring").text.endswith("รายงานความคืบหน้า: 1 มีนาคม 2563")
    assert planned["missing"].get("answers", "มาตรการนี้ตอบผลการประเมินปี 2562") in sites.section(shown, "why").text


def test_the_year_of_the_plan_says_why_it_has_neither_result_nor_report(page: Callable[[str], sites.Element]) -> None:
    gaps = record("kham-muang", "2563/gaps.yml")
    assert sites.section(page("2563/"), "result").text == gaps["result"]
    assert sites.section(page("2563/"), "reports").text.startswith(gaps["reports"])
    assert gaps["reports"] in page("2563/reports/").text


def test_why_the_document_has_no_score_of_an_instrument_is_said_once_for_the_three(
    page: Callable[[str], sites.Element],
) -> None:
    for address in ("", "2562/"):
        text = page(address).text
        assert text.count("ไม่มีตัวเลขที่ประกาศ") == 1
        assert "ทั้ง 3 เครื่องมือ: คำนวณจากตัวชี้วัด ไม่มีตัวเลขที่ประกาศ" in text
