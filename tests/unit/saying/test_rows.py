"""Rows that several pages show: a weak point with its answers, what measures answer, the cycle of a year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.rows import measure_rows, moved_rows, weak_point_row
from tests.helpers import lookups


def test_a_weak_point_has_its_published_score_and_the_measures_that_answer_it() -> None:
    lookup = lookups.of("mueang-pan")
    analysis = lookup.years[2567].analysis
    assert analysis is not None
    row = weak_point_row(lookup, 2567, analysis.record.weak_points[0])
    assert (row.link.url, row.score, row.next_known) == ("2567/indicators/6/", Decimal("95.24"), True)
    assert len(row.measures) == 2
    assert all(measure.url.startswith("2568/measures/") for measure in row.measures)


def test_a_measure_has_a_link_for_each_thing_it_answers() -> None:
    lookup = lookups.of("sam-ruean")
    rows = measure_rows(lookup, lookup.years[2569])
    assert len(rows) == 11
    assert all(len(row.answers) == len(row.references) for row in rows)


def test_of_an_item_that_is_answered_its_indicator_is_compared() -> None:
    [row] = moved_rows(lookups.of("kham-muang"), 2563, ("O13", "O14"))
    assert (row.link.url, row.row.before, row.row.value) == ("2562/indicators/9/", Fraction("46.34"), None)


def test_what_is_answered_twice_is_compared_once() -> None:
    rows = moved_rows(lookups.of("mueang-pan"), 2568, ("9", "9.3", "9"))
    assert [row.link.url for row in rows] == ["2567/indicators/9/"]
    assert (rows[0].row.before, rows[0].row.published) == (Fraction(95), Decimal(100))


def test_the_cycle_links_only_to_what_there_is() -> None:
    before, analysis, measures, reports, result = cycle(lookups.of("sam-ruean"), 2569, CyclePart.MEASURES)
    assert (before.url, analysis.url, measures.url) == ("2568/", "2568/analysis/", "2569/measures/")
    assert (reports.url, result.url) == (None, None)
    assert [link.here for link in (before, analysis, measures, reports, result)] == [False, False, True, False, False]
