"""The site of Ko. 2565: only a total and a level, and verdicts on the instruments; 2566: a plan and a report on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import lookups, sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNCHECKED = "ตรวจด้วยการคำนวณไม่ได้"


@pytest.fixture
def page(site_of: Callable[[str], Path]) -> Callable[[str], sites.Element]:
    """Return what reads a page of this municipality."""
    return lambda address: sites.article(site_of("ko"), address)


def test_the_level_is_confirmed_though_the_total_cannot_be_checked(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("2565/"), "คะแนนรวมที่ประกาศ") == "90.93 จาก 100 ถึงเกณฑ์ผ่าน 85.00 คะแนน"
    assert sites.fact(page("2565/scores/"), "ที่ประกาศ") == "A"
    assert sites.fact(page("2565/scores/"), "ตามคะแนนรวม") == "A ตรงกับที่ประกาศ"
    assert sites.step(page("2565/scores/"), "total") == ("90.93", "ประกาศคะแนนของส่วนประกอบไม่ครบ", UNCHECKED)
    assert [each.one("caption").text for each in page("2565/scores/").all("table")] == ["คะแนนรวมปี 2565"]


def test_scores_that_the_document_does_not_print_are_not_shown_as_figures(page: Callable[[str], sites.Element]) -> None:
    assert sites.section(page("2565/"), "indicators").text == "ไม่มีคะแนนรายตัวชี้วัดที่ประกาศของปี 2565"
    for number in (4, 8, 9):
        assert sites.fact(page(f"2565/indicators/{number}/"), "คะแนนที่ประกาศ ปี 2565") == "ไม่มีข้อมูล"


def test_the_address_of_an_indicator_of_which_nothing_is_known_leads_to_the_year(
    site_of: Callable[[str], Path],
) -> None:
    leads = (site_of("ko") / "2565/indicators/1/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../index.html"' in leads
    assert "2565/indicators/1/" not in sites.links(sites.article(site_of("ko"), "indicators/1/"), "indicators/1/")


@pytest.mark.parametrize(
    ("instrument", "verdict", "suggestions"),
    [("IIT", "ถึงเป้าหมาย 85.00", 3), ("EIT", "ถึงเป้าหมาย 85.00", 3), ("OIT", "ต่ำกว่าเป้าหมาย 85.00", 10)],
)
def test_each_instrument_has_the_documents_verdict_and_suggestions(
    page: Callable[[str], sites.Element], instrument: str, verdict: str, suggestions: int
) -> None:
    (shown,) = [
        each
        for each in sites.section(page("2565/analysis/"), "instruments").of_class("ita-item")
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


def test_the_measures_of_a_row_share_its_steps(page: Callable[[str], sites.Element]) -> None:
    groups = record("ko", "2566/plan.yml")["groups"]
    shared = [row for group in groups for row in group["rows"] if "steps" in row]
    assert [len(row["measures"]) for row in shared] == [2, 2, 2]
    for row in shared:
        planned = [same(each["text"] if isinstance(each, dict) else each) for each in row["steps"]]
        for measure in row["measures"]:
            shown = sites.section(page(f"2566/measures/{measure}/"), "steps")
            assert all(step in shown.text for step in planned)
            others = [f"2566/measures/{each}/" for each in row["measures"] if each != measure]
            assert sites.links(shown, f"2566/measures/{measure}/") == others


def test_steps_have_the_numbers_that_the_document_prints() -> None:
    rows = [row for group in record("ko", "2566/plan.yml")["groups"] for row in group["rows"]]
    numbers = [[each["number"] for each in row.get("steps", ()) if isinstance(each, dict)] for row in rows]
    assert numbers == [["1", "2", "3", "4", "5", "6", "8"], [], [], ["3", "4"], [], []]
    assert any("ข้ามจาก 6 ไป 8" in note for note in rows[0]["notes"])


ROWS = [
    ("IIT", "iit-1", "การส่งเสริมความโปร่งใส", ["1", "2"]),
    ("IIT", "iit-2", "การสร้างความโปร่งใสการใช้ทรัพย์สินของราชการ", ["3"]),
    ("EIT", "eit-1", "การปรับปรุงระบบการทำงาน", ["4"]),
    ("EIT", "eit-1", "การปรับปรุงระบบการทำงาน", ["5", "6"]),
    ("EIT", "eit-2", "การปรับปรุงการทำงานด้วยการกำกับเจ้าหน้าที่ให้ปฏิบัติงานหรือการให้บริการประชาชนอย่างเท่าเทียม", ["7"]),
    ("OIT", "oit-1", "จัดทำเว็บไซต์องค์กร", ["8", "9"]),
]
"""The rows of the document's three tables: instrument, weak point, its words, and the measures in the row."""


def test_each_row_of_the_plan_answers_the_weak_point_that_stands_in_it(page: Callable[[str], sites.Element]) -> None:
    plan = record("ko", "2566/plan.yml")
    planned = {each: record("ko", f"2566/measures/{each}.yml") for each in measures("ko", 2566)}
    topics = {each["id"]: each["topic"] for each in record("ko", "2565/analysis.yml")["weak_points"]}
    assert [
        (group["about"], answer, topics[answer], [planned[each]["number"] for each in row["measures"]])
        for group in plan["groups"]
        for row in group["rows"]
        for answer in {answer for each in row["measures"] for answer in planned[each]["answers"]}
    ] == ROWS
    assert {each["matched_by"] for each in planned.values()} == {"เอกสาร"}
    assert [group["title"] in page("2566/plan/").text for group in plan["groups"]] == [True] * 3


def test_a_weak_point_is_answered_by_the_measures_of_its_rows_and_no_others() -> None:
    lookup = lookups.of("ko")
    analysis = lookup.years[2565].analysis
    assert analysis is not None
    answered = {
        point.id: [f"{each.record.number}" for each in lookup.answers.covering(2565, point).values()]
        for point in analysis.record.weak_points
    }
    assert answered == {
        point: [number for _, of_row, _, row in ROWS for number in row if of_row == point] for _, point, _, _ in ROWS
    }


@pytest.mark.parametrize("measure", measures("ko", 2566))
def test_the_page_of_a_measure_names_its_own_weak_point_only(
    page: Callable[[str], sites.Element], measure: str
) -> None:
    number = record("ko", f"2566/measures/{measure}.yml")["number"]
    why = sites.section(page(f"2566/measures/{measure}/"), "why").text
    assert {topic for _, _, topic, _ in ROWS if topic in why} == {topic for _, _, topic, row in ROWS if number in row}


FIVE = ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองสวัสดิการสังคม", "กองยุทธศาสตร์และงบประมาณ"]


def test_owners_and_follow_up_are_as_the_tables_print_them(page: Callable[[str], sites.Element]) -> None:
    planned = {each: record("ko", f"2566/measures/{each}.yml") for each in measures("ko", 2566)}
    owners = {"asset-use-meeting": ["ทุกสำนัก/ทุกกอง"], "executive-policy": ["ทุกสำนัก/กอง"]}
    assert {each: measure["owners"] for each, measure in planned.items()} == {
        each: owners.get(each, FIVE) for each in planned
    }
    of_oit = {"public-website", "website-data"}
    assert {each: measure["follow_up"] for each, measure in planned.items()} == {
        each: "สิ้นปีงบประมาณ" if each in of_oit else "ณ สิ้นปีงบประมาณ" for each in planned
    }
    for measure, each in planned.items():
        shown = page(f"2566/measures/{measure}/")
        assert sites.fact(shown, "ผู้รับผิดชอบ") == ", ".join(each["owners"])
        assert each["follow_up"] in sites.section(shown, "monitoring").text


def test_the_numbers_of_measures_that_the_site_counts_on_stand_beside_those_in_print() -> None:
    files = [record("ko", f"2566/measures/{each}.yml") for each in measures("ko", 2566)]
    edits = {
        each["number"]: edit["printed"] for each in files for edit in each.get("edits", ()) if edit["at"] == "number"
    }
    assert edits == {"3": "1.", "4": "1.", "5": "2.", "6": "3.", "7": "1.", "8": "1.", "9": "2."}


def test_the_plan_has_the_numbers_of_its_rows_and_measures_as_printed(page: Callable[[str], sites.Element]) -> None:
    """Each weak point counts anew; the second row of the first weak point of EIT goes on with 2 and 3."""
    shown = [row.one("th").text for table in page("2566/plan/").all("tbody") for row in table.all("tr")]
    titles = [
        [record("ko", f"2566/measures/{each}.yml")["title"] for each in row["measures"]]
        for group in record("ko", "2566/plan.yml")["groups"]
        for row in group["rows"]
    ]
    rows = ["ลำดับที่ 1 ", "ลำดับที่ 2 ", "ลำดับที่ 1 ", "", "ลำดับที่ 2 ", ""]
    numbers = [["1.", "2."], ["1."], ["1."], ["2.", "3."], ["1."], ["1.", "2."]]
    assert shown == [
        row + " ".join(f"{number} {title}" for number, title in zip(counted, named, strict=True))
        for row, counted, named in zip(rows, numbers, titles, strict=True)
    ]


def test_the_plan_and_the_report_stand_in_the_order_of_the_document(page: Callable[[str], sites.Element]) -> None:
    plan, shown = record("ko", "2566/plan.yml"), page("2566/plan/").text
    for group in plan["groups"]:
        first = record("ko", f"2566/measures/{group['rows'][0]['measures'][0]}.yml")["title"]
        parts = [group["title"], group["introduction"], *group["suggestions"], first]
        places = [shown.index(part, shown.index(f"{group['introduction']} ")) for part in parts[1:]]
        assert places == sorted(places), group["title"]
    report = page("2566/reports/six-month/")
    headings = [each.attributes["id"] for each in report.all("h2")]
    assert headings.index("memo") + 1 == headings.index("opinions") < headings.index("measures")


def test_a_year_of_an_older_plan_stands_as_printed_with_a_note(page: Callable[[str], sites.Element]) -> None:
    for address in ("2566/measures/public-website/", "2566/plan/"):
        text = page(address).text
        assert "ทั้งนี้ ในปีงบประมาณ พ.ศ. 2563 เทศบาลจะดำเนินการปรับปรุง" in text
        assert "ไม่ทราบว่าพิมพ์ปีผิดหรือเป็นข้อความของแผนปีก่อน" in text


def test_the_suggestions_of_the_plan_are_those_of_the_analysis() -> None:
    found = {each["about"]: each["suggestions"] for each in record("ko", "2565/analysis.yml")["instruments"]}
    for group in record("ko", "2566/plan.yml")["groups"]:
        assert [same(each) for each in group["suggestions"]] == [
            same(each) for each in found[group["about"]][-len(group["suggestions"]) :]
        ]


def test_outputs_stand_with_the_measures_that_the_editor_matched_them_to() -> None:
    report = record("ko", "2566/reports/six-month.yml")
    reported = {each["measure"]: [*each.get("output", ()), *each.get("findings", ())] for each in report["measures"]}
    assert {measure: len(each) for measure, each in reported.items() if each} == {
        "conflict-of-interest": 3,
        "one-stop-service": 2,
        "public-website": 1,
        "website-data": 1,
    }
    matched = {report["measures"][int(each["at"].split(".")[1]) - 1]["measure"] for each in report["edits"][:4]}
    assert {each["change"] for each in report["edits"][:4]} == {"จับคู่"}
    assert matched == {measure for measure, each in reported.items() if each}


def test_the_report_states_no_status_and_says_so(page: Callable[[str], sites.Element]) -> None:
    assert sites.items(sites.section(page("2566/"), "measures")) == [
        "รายงานไม่ได้ระบุสถานะ 7 จาก 9 เรื่อง",
        "มีผลในรายงาน ไม่ได้ระบุสถานะ 2 จาก 9 เรื่อง",
    ]
    told = sites.section(page("2566/measures/asset-use-meeting/"), "progress").text
    assert "บันทึกข้อความไม่ได้กล่าวถึงการใช้ทรัพย์สินของราชการ" in told


def test_the_motto_stands_on_the_page_of_contacts(page: Callable[[str], sites.Element]) -> None:
    assert sites.fact(page("contact/"), "เจตจำนงที่ประกาศ") == record("ko", "agency.yml")["motto"]


def test_a_topic_that_is_the_name_of_the_indicator_stands_once(page: Callable[[str], sites.Element]) -> None:
    heads = [each.text for each in page("2565/analysis/").of_class("ita-item__head")]
    (same_name, longer) = (each for each in heads if "ตัวชี้วัดที่ 8" in each)
    assert same_name.count("การปรับปรุงระบบการทำงาน") == 1
    assert "การปรับปรุงการทำงานด้วยการกำกับเจ้าหน้าที่" in longer


def test_a_year_calls_what_its_analysis_finds_as_the_page_of_the_analysis_does(
    page: Callable[[str], sites.Element],
) -> None:
    year = sites.section(page("2565/"), "analysis").text
    assert ("ข้อค้นพบรายเครื่องมือ 3 เรื่อง" in year, "ข้อค้นพบอื่น" in year) == (True, False)
    assert "ข้อค้นพบรายเครื่องมือ ¶" in [each.text for each in page("2565/analysis/").all("h2")]


def test_the_mark_of_a_list_of_one_line_stands_in_that_line(page: Callable[[str], sites.Element]) -> None:
    finding = "ประชาชนเข้าไม่ถึงเว็บไซต์หลักของเทศบาลตำบลก้อ"
    for address in ("2566/measures/public-website/", "2566/reports/six-month/"):
        lines = [each for each in page(address).all("li") if each.text.startswith(finding)]
        assert [len(each.all("sup")) for each in lines] == [1], address
