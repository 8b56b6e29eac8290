"""What a year has and lacks: each gap once, with its reason, and nothing is missed that is not due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.saying.view.completeness import completeness
from tests.helpers import lookups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
RESULT = (
    "total: 90\n"
    "instruments: [{id: IIT, score: 90}, {id: EIT, score: 90}, {id: OIT, score: 90}]\n"
    "indicators:\n" + "".join(f"  - {{id: {number}, score: 90}}\n" for number in range(1, 11))
)
MEASURE = "title: ก\nanswers: [4]\nsteps: [ข]\nowners: [กองคลัง]\nperiod: ตลอดปีงบประมาณ\n"
REPORT = "title: ค\nperiod: ตลอดปีงบประมาณ\nmeasures: [{measure: a, status: ดำเนินการแล้ว, output: [ง]}]\n"
WHOLE = {
    "2565/result.yml": RESULT,
    "2565/analysis.yml": "summary: ดี\n",
    "2565/measures/a.yml": MEASURE,
    "2565/reports/b.yml": REPORT,
}


def test_what_is_there_is_a_link_and_what_is_missing_has_its_reason() -> None:
    lookup = lookups.of("mueang-pan")
    view = completeness(lookup, lookup.years[2568])
    result, analysis, measures, reports = view.cycle
    assert (view.unexplained_count, view.explained_count) == (0, 1)
    assert (result.link.url, measures.present, reports.present) == ("2568/", "15 เรื่อง", "1 ฉบับ")
    assert analysis.link.url is None
    assert [part.reason for part in analysis.missing] == [lookup.years[2568].reasons.analysis]


def test_what_is_not_due_is_not_missing() -> None:
    lookup = lookups.of("mueang-pan")
    measures = completeness(lookup, lookup.years[2567]).cycle[2]
    assert (measures.present, measures.missing, measures.due) == ("", (), False)


def test_a_weak_point_says_how_many_measures_answer_it() -> None:
    lookup = lookups.of("sam-ruean")
    points = completeness(lookup, lookup.years[2568]).weak_points
    assert len(points) == 6
    assert all(point.present.startswith("มาตรการ ") and not point.missing for point in points)


def test_a_measure_names_what_it_lacks() -> None:
    lookup = lookups.of("ko")
    view = completeness(lookup, lookup.years[2566])
    told = sum(len(line.missing) for line in view.measures) + sum(each.count for each in view.shared)
    assert told + 1 == view.unexplained_count + view.explained_count
    assert all(line.present == "" for line in view.measures)


def test_a_reason_that_many_measures_share_is_said_once() -> None:
    lookup = lookups.of("ko")
    shared = completeness(lookup, lookup.years[2566]).shared
    assert shared
    assert all(each.count >= 3 and each.part.reason for each in shared)


def test_one_figure_of_fourteen_is_not_complete() -> None:
    lookup = lookups.of("ko")
    view = completeness(lookup, lookup.years[2565])
    assert not view.scores_complete
    assert view.cycle[0].present == "มีคะแนนรวม เครื่องมือ 0 จาก 3 ตัวชี้วัด 0 จาก 10 ไม่มีคะแนนรายข้อ"


def test_what_a_past_year_never_had_is_not_still_to_come() -> None:
    lookup = lookups.of("ko")
    past, latest = (completeness(lookup, lookup.years[year]) for year in (2565, 2566))
    assert [line.to_come for line in past.cycle[2:]] == [False, False]
    assert [line.to_come for line in latest.cycle[:2]] == [True, True]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (WHOLE, ("ครบทุกเรื่อง",)),
        (
            {"2565/result.yml": RESULT, "2565/analysis.yml": "date: 1 ธ.ค. 2565\n"},
            ("ไม่มีในข้อมูลที่เผยแพร่: มาตรการปี 2565, รายงานปี 2565",),
        ),
        (
            {"2565/measures/a.yml": MEASURE, "2565/gaps.yml": "result: รอประกาศ\nreports: รอสิ้นปี\n"},
            ("ไม่มีเรื่องที่ขาดโดยไม่มีคำอธิบาย มีเรื่องที่ขาดโดยบันทึกเหตุผลไว้ 2 เรื่อง",),
        ),
        (
            {**WHOLE, "2565/result.yml": "total: 90\n"},
            ("ผลการประเมินมีคะแนนไม่ครบทุกเครื่องมือและตัวชี้วัด",),
        ),
        (
            {**WHOLE, "2565/analysis.yml": "weak_points: [{about: 4}]\n"},
            ("ครบทุกเรื่องที่ถึงรอบแล้ว ยังไม่ถึงรอบ: มาตรการปี 2566",),
        ),
        (
            {**WHOLE, "2565/analysis.yml": "date: 1 ต.ค. 2566\nimprovements: [{about: 4, items: [I19]}]\n"},
            ("ไม่มีในข้อมูลที่เผยแพร่: มาตรการปี 2566",),
        ),
    ],
    ids=["all", "a year that is over", "reasons", "one figure", "the next plan is to come", "the next plan never came"],
)
def test_all_is_there_only_where_nothing_is_missing(
    files: dict[str, str], said: tuple[str, ...], project: Callable[..., Path]
) -> None:
    folder = project({f"data/{name}": text for name, text in {"agency.yml": AGENCY, **files}.items()})
    lookup = lookups.of_data(folder / "data")
    assert completeness(lookup, lookup.years[2565]).summary == said


@pytest.mark.parametrize(
    ("day", "to_come"), [("30 ก.ย. 2566", [True, True]), ("1 ต.ค. 2566", [False, False])], ids=["within", "over"]
)
def test_the_newest_day_of_the_data_decides_what_is_to_come(
    day: str, to_come: list[bool], project: Callable[..., Path]
) -> None:
    """Not the newest year: a folder of the year after, and a measure planned for later, do not make a year over."""
    folder = project(
        {
            "data/agency.yml": AGENCY,
            "data/2566/measures/a.yml": f"{MEASURE}attachments: [{{title: ก, url: https://a.example/, date: {day}}}]\n",
            "data/2567/gaps.yml": "result: รอประกาศ\n",
        }
    )
    lookup = lookups.of_data(folder / "data")
    result, analysis, _, _ = completeness(lookup, lookup.years[2566]).cycle
    assert [result.to_come, analysis.to_come] == to_come


def test_what_is_to_improve_item_by_item_is_followed_up_like_weak_points() -> None:
    lookup = lookups.of("kham-muang")
    improvements = completeness(lookup, lookup.years[2562]).improvements
    assert [line.present for line in improvements] == [
        *("", "", "มาตรการ 1 เรื่อง", "มาตรการ 2 เรื่อง", ""),
        *("มาตรการ 1 เรื่อง", "มาตรการ 1 เรื่อง", "มาตรการ 1 เรื่อง", "มาตรการ 4 เรื่อง", "มาตรการ 2 เรื่อง"),
    ]
    assert all(bool(line.present) != bool(line.missing) for line in improvements)
    assert all(part.reason for line in improvements for part in line.missing)
