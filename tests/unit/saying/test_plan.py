"""The view of a plan: its groups and rows as the document has them, and every measure of the year once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import Change
from ita_site.saying.view.plan import plan
from ita_site.saying.words import plan as sentences
from tests.helpers import lookups, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_site.saying.view.plan import PlanSection, PlanTableRow, PlanView
    from ita_site.saying.view.plan_columns import PlanCell

FILES = {
    "data/agency.yml": "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n",
    "data/2568/measures/first.yml": "title: เรื่องแรก\nnumber: 1\nowners: [กองคลัง]\nsteps: [ประกาศ]\n"
    "monitoring: รายงานในที่ประชุม\nfollow_up: ทุกไตรมาส\nnotes: [เลขหน้าซ้ำ]\n"
    "edits: [{at: period, change: ไม่นำมา, why: อ่านไม่ออก}]\n",
    "data/2568/measures/second.yml": "title: เรื่องที่สอง\nnumber: 2\nowners: [กองคลัง]\nsteps_of: first\n",
    "data/2568/measures/third.yml": "title: เรื่องที่สาม\nnumber: 3\nowners: [กองช่าง]\nbudget: 5,000 บาท\n",
    "data/2568/plan.yml": "title: แผนของเทศบาล\ngroups:\n"
    "  - title: หมวดแรก\n    about: IIT\n    suggestions: [ควรมีคู่มือ]\n    rows:\n"
    "      - measures: [second, third]\n        number: ๔\n"
    "        steps: [{text: ประชุม, number: ๑)}, {text: อบรม, number: ๓)}]\n        notes: [ข้ามข้อ ๒]\n"
    "edits: [{at: groups.1.rows.1.steps.2, change: แก้, printed: อบรบ, why: คำผิด}]\n",
}


@pytest.fixture
def view(project: Callable[[Mapping[str, str | bytes]], Path]) -> PlanView:
    lookup = lookups.of_data(project(FILES) / "data")
    return plan(lookup, lookup.years[2568])


def cells(row: PlanTableRow, title: str) -> tuple[PlanCell, ...]:
    return next(column.cells for column in row.columns if column.title == title)


def test_groups_stand_in_their_order_and_what_none_names_stands_below(view: PlanView) -> None:
    assert view.heading == "แผนของเทศบาล"
    group, rest = view.sections
    assert (group.title, rest.title) == ("หมวดแรก", sentences.OTHER_MEASURES)
    assert [each.link.text for row in group.rows for each in row.measures] == ["เรื่องที่สอง", "เรื่องที่สาม"]
    assert [each.link.url for row in rest.rows for each in row.measures] == ["2568/measures/first/"]
    assert [each.line.text for each in group.suggestions.lines] == ["ควรมีคู่มือ"]
    assert group.about is not None


def test_measures_of_one_row_share_its_steps_under_the_printed_numbers(view: PlanView) -> None:
    row = view.sections[0].rows[0]
    shared, others = cells(row, sentences.STEPS)
    assert (row.name, shared.lines.numbered) == (sentences.row("๔"), True)
    assert [(each.line.number, each.line.text) for each in shared.lines.lines] == [("๑)", "ประชุม"), ("๓)", "อบรม")]
    assert [mark.printed for each in shared.lines.lines for mark in each.marks] == ["อบรบ"]
    assert others.of == ("เรื่องที่สอง",)
    assert [each.line.text for each in others.lines.lines] == ["ประกาศ"], "those of the measure that it names"


def test_what_measures_of_a_row_have_alike_is_said_once(view: PlanView) -> None:
    row = view.sections[0].rows[0]
    assert [(each.of, each.text) for each in cells(row, sentences.OWNERS)] == [
        (("เรื่องที่สอง",), "กองคลัง"),
        (("เรื่องที่สาม",), "กองช่าง"),
    ]
    assert [each.of for each in cells(row, sentences.PERIOD)] == [()]


def test_columns_are_those_that_oit_items_ask_for_and_those_that_are_filled(view: PlanView) -> None:
    asked = (sentences.REASONS, sentences.STEPS, sentences.OWNERS, sentences.PERIOD)
    assert view.sections[0].titles == (*asked, sentences.BUDGET, sentences.MONITORING)
    [cell] = cells(view.sections[1].rows[0], sentences.MONITORING)
    assert (cell.text, cell.remark) == ("รายงานในที่ประชุม", sentences.report_day("ทุกไตรมาส"))


def test_an_edit_and_a_note_stand_at_what_they_are_about(view: PlanView) -> None:
    [cell] = cells(view.sections[1].rows[0], sentences.PERIOD)
    assert [mark.change for mark in cell.marks] == [Change.LEFT_OUT]
    assert [(each.of, each.text) for section in view.sections for each in section.notes] == [
        ("เรื่องที่สอง, เรื่องที่สาม", "ข้ามข้อ ๒"),
        ("เรื่องแรก", "เลขหน้าซ้ำ"),
    ]


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_measure_of_a_year_stands_in_its_plan_once(agency: str) -> None:
    lookup = lookups.of(agency)
    for year in lookup.years.values():
        sections = plan(lookup, year).sections
        shown = [each.link.text for section in sections for row in section.rows for each in row.measures]
        assert sorted(shown) == sorted(each.record.title for each in year.measures.values())


def test_a_plan_prints_the_score_that_its_row_has_and_who_matched_it() -> None:
    lookup = lookups.of("sam-ruean")
    rows = [row for section in plan(lookup, lookup.years[2569]).sections for row in section.rows]
    reasons = {row.name: cells(row, sentences.REASONS)[0] for row in rows}
    assert reasons[sentences.row("2")].remark == sentences.score("99.05", 2568)
    assert [link.url for link in reasons[sentences.row("2")].links] == ["2568/indicators/2/"]


def test_a_column_that_no_measure_fills_for_one_reason_is_that_reason_once(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    said = "missing: {period: แผนไม่ได้ระบุระยะเวลา}\n"
    measures = {
        f"data/2568/measures/{name}.yml": f"title: {name}\nowners: [กองคลัง]\nsteps: [ประกาศ]\n{said}" for name in "abc"
    }
    files = {"data/agency.yml": FILES["data/agency.yml"], **measures}
    [section] = told(project(files))
    assert sentences.PERIOD not in section.titles
    assert [(each.title, each.cell.nothing) for each in section.absences] == [(sentences.PERIOD, "แผนไม่ได้ระบุระยะเวลา")]
    assert section.measure_count == 3
    assert [len(row.columns) for row in section.rows] == [len(section.titles)] * 3

    other = {"data/2568/measures/c.yml": measures["data/2568/measures/c.yml"].replace("ระยะเวลา}", "วัน}")}
    [section] = told(project({**files, **other}))
    assert sentences.PERIOD in section.titles, "two reasons are told each at its measure"
    assert section.absences == ()


def told(folder: Path) -> tuple[PlanSection, ...]:
    lookup = lookups.of_data(folder / "data")
    return plan(lookup, lookup.years[2568]).sections


def test_two_measures_of_one_row_have_their_reason_once_too(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    said = "owners: [กองคลัง]\nsteps: [ประกาศ]\nmissing: {period: แผนไม่ได้ระบุระยะเวลา}\n"
    files = {
        "data/agency.yml": FILES["data/agency.yml"],
        "data/2568/measures/a.yml": f"title: ก\n{said}",
        "data/2568/measures/b.yml": f"title: ข\n{said}",
        "data/2568/plan.yml": "title: แผน\ngroups: [{title: หมวด, rows: [{measures: [a, b]}]}]\n",
    }
    [section] = told(project(files))
    assert [each.title for each in section.absences] == [sentences.PERIOD]
    assert section.measure_count == 2


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("", [None, None]), ("        numbers: [๑., ๒.]\n", ["๑.", "๒."])],
)
def test_measures_have_the_numbers_that_their_row_prints(
    project: Callable[[Mapping[str, str | bytes]], Path], typed: str, shown: list[str | None]
) -> None:
    text = FILES["data/2568/plan.yml"].replace("        number: ๔\n", f"        number: ๔\n{typed}")
    corrected = FILES["data/2568/measures/second.yml"] + "edits: [{at: number, change: แก้, printed: ๑., why: นับต่อกัน}]\n"
    section, rest = told(project({**FILES, "data/2568/plan.yml": text, "data/2568/measures/second.yml": corrected}))
    assert section.rows[0].name == sentences.row("๔")
    assert [each.number for each in section.rows[0].measures] == shown
    assert len(section.rows[0].measures[0].marks) == (0 if typed else 1), "what is printed is not put right"
    assert [each.number for each in rest.rows[0].measures] == ["1."]


def test_a_finding_of_the_analysis_is_written_out_at_the_first_measure_that_answers_it(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    measures = {
        f"data/2568/measures/{name}.yml": f"title: เรื่อง {name}\nanswers: [{answers}]\nowners: [กองคลัง]\n"
        for name, answers in {"a": "4", "b": "4, 9", "c": "9"}.items()
    }
    found = "weak_points: [{about: 4, finding: ยืมของไม่ถูกต้อง}, {about: 9, finding: ข้อมูลไม่ครบ}]\n"
    files = {"data/agency.yml": FILES["data/agency.yml"], "data/2567/analysis.yml": found, **measures}
    [section] = told(project(files))
    written = {
        row.measures[0].link.text: [each.line.text for each in cells(row, sentences.REASONS)[0].lines.lines]
        for row in section.rows
    }
    assert written == {
        "เรื่อง a": [sentences.finding(2567, "ยืมของไม่ถูกต้อง", "ตัวชี้วัดที่ 4")],
        "เรื่อง b": [sentences.found_before(2567, "เรื่อง a"), sentences.finding(2567, "ข้อมูลไม่ครบ", "ตัวชี้วัดที่ 9")],
        "เรื่อง c": [sentences.found_before(2567, "เรื่อง b")],
    }
