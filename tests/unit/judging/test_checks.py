"""What the checks say between files and years, and where they keep quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.problems import Problem, Severity
from ita_site.publishing.data_check import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCY = (
    "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
    "channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]\n"
)


def problems(project: Callable[..., Path], files: dict[str, str]) -> list[Problem]:
    """Return the problems of a small project but its gaps, which `test_chain.py` is about."""
    root = project({"data/agency.yml": AGENCY, **files})
    return [problem for problem in check(root / "data").problems if not problem.code.startswith("gap-")]


def told(project: Callable[..., Path], files: dict[str, str]) -> list[str]:
    return [f"{problem.position} {problem.code}" for problem in problems(project, files)]


def test_a_measure_answers_the_result_of_the_year_before(project: Callable[..., Path]) -> None:
    """Items 29 to 48 went after 2565; a plan of 2563 answers the 48 items of 2562, one of 2569 the 28 of 2568."""
    measure = "title: การยืมทรัพย์สิน\nanswers:\n  - O42\n"
    files = {f"data/{year}/measures/lending.yml": measure for year in (2563, 2569)}

    assert told(project, files) == ["data/2569/measures/lending.yml:3:5 unknown-reference"]


def test_an_item_that_may_exist_is_not_refused(project: Callable[..., Path]) -> None:
    result = "total: 90\nsubindicators:\n  - {id: 8.1, score: 90}\nitems:\n  - {id: O27, score: 100}\n"
    assert told(project, {"data/2569/result.yml": result}) == []


def test_owners_are_free_while_the_agency_lists_no_divisions(project: Callable[..., Path]) -> None:
    measure = "title: การยืมทรัพย์สิน\nowners: [กองใดก็ได้]\n"
    assert told(project, {"data/2568/measures/lending.yml": measure}) == []


def test_measures_of_another_year_are_not_this_years(project: Callable[..., Path]) -> None:
    files = {
        "data/2567/measures/lending.yml": "title: การยืมทรัพย์สิน\n",
        "data/2568/reports/annual.yml": (
            "title: รายงานประจำปี\nperiod: {start: 1 ต.ค. 2567, end: 30 ก.ย. 2568}\nmeasures:\n  - measure: lending\n"
        ),
    }
    assert told(project, files) == ["data/2568/reports/annual.yml:4:14 unknown-measure"]


def test_levels_are_those_of_the_year(project: Callable[..., Path]) -> None:
    files = {f"data/{year}/result.yml": "total: 96.79\nlevel: AA\n" for year in (2562, 2568)}
    assert told(project, files) == ["data/2568/result.yml:2:8 unknown-level"]


def test_where_the_total_alone_gives_no_level_none_is_offered_for_an_instrument(project: Callable[..., Path]) -> None:
    """From 2566 on the rule of levels is not known; to 2565 the score has one."""
    files = {}
    for year in (2565, 2568):
        files[f"data/{year}/result.yml"] = "total: 95\ninstruments:\n  - {id: IIT, score: 95}\n"
        files[f"data/{year}/analysis.yml"] = "instruments:\n  - {about: IIT, level: ดี}\n"

    by_total, by_rules = [each.message for each in problems(project, files) if each.code == "unknown-level"]

    assert "IIT ได้ 95.00 ตรงกับระดับ AA" in by_total
    assert "ตรงกับระดับ" not in by_rules


def test_a_result_may_publish_the_total_alone(project: Callable[..., Path]) -> None:
    assert told(project, {"data/2568/result.yml": "total: 96.79\n"}) == []


def test_no_notice_is_given_of_a_file_that_has_errors(project: Callable[..., Path]) -> None:
    agency = f"{AGENCY}website: http://www.example.go.th/\nnumber: 1\n"
    files = {"data/agency.yml": agency, "data/2568/result.yml": "total: 96.79\n"}
    assert told(project, files) == ["data/agency.yml:7:1 unknown-key"]


def test_problems_come_in_the_order_of_files_and_lines(project: Callable[..., Path]) -> None:
    bad = "title: ก\nnumber: x\nanswers: [O99, zz]\nowners: ก\n"
    files = {
        "data/2568/measures/b.yml": bad,
        "data/2568/measures/a.yml": bad,
        "data/2568/สำเนา.docx": "PK",
        "data/2567/result.yml": "total: 953\n",
    }

    found = problems(project, files)

    places = [(each.position.path, each.position.line, each.position.column) for each in found]
    assert places == sorted(places)
    assert len(found) == 8
    assert [each.severity for each in found].count(Severity.WARNING) == 1
