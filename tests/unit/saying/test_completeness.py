"""What a year has and lacks: each gap once, with its reason, and nothing is missed that is not due."""

from __future__ import annotations

from ita_site.saying.view.completeness import completeness
from tests.helpers import lookups


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
    assert {line.to_come for line in past.cycle} == {False}
    assert {line.to_come for line in latest.cycle} == {True}
