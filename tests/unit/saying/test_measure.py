"""The view of a measure: its status, its neighbours, why it is taken, and steps that are another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.judging.chain import NoStatus, Requirement, gaps
from ita_site.saying.view.measure import measure, measure_steps
from tests.helpers import lookups

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def test_a_measure_has_the_status_and_the_progress_of_its_report() -> None:
    lookup = lookups.of("mueang-pan")
    view = measure(lookup, lookup.years[2568], "e-service")
    assert (view.summary.status, view.summary.report_count) == (NoStatus.WITH_RESULTS, 1)
    assert [row.link.url for row in view.progress] == ["2568/reports/annual/"]
    assert view.progress[0].progress.status is NoStatus.WITH_RESULTS


def test_a_measure_without_report_says_why() -> None:
    lookup = lookups.of("sam-ruean")
    view = measure(lookup, lookup.years[2569], "website")
    assert (view.summary.status, view.progress) == (NoStatus.UNREPORTED, ())
    assert view.summary.no_report == lookup.years[2569].reasons.reports


def test_neighbours_follow_the_list_and_end_with_it() -> None:
    lookup = lookups.of("sam-ruean")
    year = lookup.years[2569]
    views = [measure(lookup, year, measure_id) for measure_id in year.measures]
    urls = [f"2569/measures/{measure_id}/" for measure_id in year.measures]
    assert [view.previous and view.previous.url for view in views] == [None, *urls[:-1]]
    assert [view.following and view.following.url for view in views] == [*urls[1:], None]


def test_the_weak_points_are_those_that_the_measure_answers() -> None:
    lookup = lookups.of("mueang-pan")
    year = lookup.years[2568]
    weak = {
        point.about: (point, measure_id)
        for measure_id in year.measures
        for point in (each.point for each in measure(lookup, year, measure_id).reasons.weak_points)
    }
    assert weak
    assert all(measure_id in lookup.answers.covering(2567, point) for point, measure_id in weak.values())


def test_steps_may_be_those_of_another_measure(project: Callable[[Mapping[str, str | bytes]], Path]) -> None:
    agency = "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n"
    folder = project(
        {
            "data/agency.yml": agency,
            "data/2568/measures/first.yml": "title: เรื่องแรก\nsteps: [ประกาศ, อบรม]\n",
            "data/2568/measures/second.yml": "title: เรื่องที่สอง\nsteps_of: first\n",
        }
    )
    lookup = lookups.of_data(folder / "data")
    own, shared = (measure_steps(lookup, 2568, name) for name in ("first", "second"))
    assert ([each.text for each in own.steps], own.same_as) == (["ประกาศ", "อบรม"], None)
    assert shared.steps == own.steps
    assert shared.same_as is not None
    assert (shared.same_as.text, shared.same_as.url) == ("เรื่องแรก", "2568/measures/first/")


def test_the_steps_of_a_row_of_the_plan_are_those_of_each_measure_in_it(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    agency = "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n"
    plan = (
        "title: แผน\ngroups:\n  - title: หมวด\n    rows:\n      - measures: [first, second]\n        steps: [ประกาศ]\n"
    )
    folder = project(
        {
            "data/agency.yml": agency,
            "data/2568/plan.yml": plan,
            "data/2568/measures/first.yml": "title: เรื่องแรก\n",
            "data/2568/measures/second.yml": "title: เรื่องที่สอง\n",
            "data/2568/measures/third.yml": "title: เรื่องที่สาม\n",
        }
    )
    lookup = lookups.of_data(folder / "data")
    shown = {each: measure_steps(lookup, 2568, each) for each in ("first", "second", "third")}
    assert {each: [step.text for step in steps.steps] for each, steps in shown.items()} == {
        "first": ["ประกาศ"],
        "second": ["ประกาศ"],
        "third": [],
    }
    assert {steps.same_as for steps in shown.values()} == {None}
    unplanned = [each for each in gaps(lookup.dataset) if each.requirement is Requirement.STEPS]
    assert [each.subject for each in unplanned] == ["third"]
