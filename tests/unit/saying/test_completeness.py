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
    lacking = [line for line in view.measures if line.missing]
    assert len(lacking) == 9
    assert sum(len(line.missing) for line in lacking) + 1 == view.unexplained_count + view.explained_count
    assert all(line.present == "" for line in lacking)
