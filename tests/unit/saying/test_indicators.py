"""Indicators over all years: every year has its cell, and what became of the items is counted."""

from __future__ import annotations

from decimal import Decimal

from ita_site.data.model import ItemChange
from ita_site.saying.view.counts import Count
from ita_site.saying.view.indicators import PublishedOfYear, indicator_history, indicators, numbers
from tests.helpers import lookups


def test_the_numbers_are_in_the_order_of_numbers() -> None:
    assert numbers(lookups.of("ko")) == [f"{number}" for number in range(1, 11)]


def test_each_indicator_has_a_figure_of_each_year() -> None:
    table = indicators(lookups.of("mueang-pan")).table
    assert table.years == (2567, 2568, 2569)
    assert table.totals[:2] == (
        PublishedOfYear(2567, Decimal("96.33"), ()),
        PublishedOfYear(2568, Decimal("99.37"), ()),
    )
    assert {tuple(score.year for score in row.scores) for row in table.rows} == {table.years}


def test_small_lines_are_drawn_only_where_two_years_are_known() -> None:
    drawn, single = indicators(lookups.of("mueang-pan")), indicators(lookups.of("kham-muang"))
    assert drawn.lowest == 80
    assert all(row.sparkline is not None for row in drawn.table.rows)
    assert single.lowest is None
    assert all(row.sparkline is None for row in single.table.rows)


def test_a_year_of_an_indicator_has_the_measures_of_the_year_after() -> None:
    first, last = indicator_history(lookups.of("kham-muang"), "9").years
    assert (first.year, len(first.measures), first.next_known) == (2562, 4, True)
    assert {link.url for link in first.measures} <= {
        f"2563/measures/{name}/" for name in lookups.of("kham-muang").years[2563].measures
    }
    assert (last.year, last.measures, last.next_known) == (2563, (), False)


def test_what_became_of_the_items_is_counted_with_those_that_are_no_more() -> None:
    first, last = indicator_history(lookups.of("ko"), "9").years
    assert first.changes == (Count(ItemChange.SAME, 33),)
    assert last.changes == (
        Count(ItemChange.SAME, 25),
        Count(ItemChange.REWORDED, 2),
        Count(ItemChange.MERGED, 2),
        Count(ItemChange.NEW, 1),
        Count(None, 1),
    )


def test_an_indicator_of_one_year_says_that_it_cannot_be_compared_yet() -> None:
    assert indicator_history(lookups.of("kham-muang"), "4").only_year == "มีผลปี 2562 ปีเดียว ยังเทียบไม่ได้"
    assert indicator_history(lookups.of("mueang-pan"), "4").only_year == ""
