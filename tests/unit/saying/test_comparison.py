"""The view of two years side by side: figures of both, and only what may be compared has a change."""

from __future__ import annotations

from fractions import Fraction

from ita_site.data.model import ItemChange
from ita_site.saying.view.comparison import compared_years, comparison, comparisons
from ita_site.saying.view.counts import Count
from tests.helpers import lookups


def test_only_years_with_results_are_compared() -> None:
    assert compared_years(lookups.of("sam-ruean")) == ((2567, 2568),)
    assert compared_years(lookups.of("kham-muang")) == ()
    [pair] = comparisons(lookups.of("mueang-pan")).pairs
    assert (pair.before, pair.after, pair.url) == (2567, 2568, "compare/2567-2568/")
    assert pair.total.change == Fraction("3.04")


def test_each_year_keeps_its_own_level_items_and_measures() -> None:
    view = comparison(lookups.of("mueang-pan"), 2567, 2568)
    before, after = view.before, view.after
    assert (before.level, after.level) == ("ผ่านดี", "ผ่านดีเยี่ยม")
    assert (before.measure_count, after.measure_count, after.report_count) == (0, 15, 1)
    assert [len(view.scores), view.scores[0].url, view.scores[3].url] == [13, None, "2568/indicators/1/"]


def test_an_item_whose_content_changed_has_no_change_of_points() -> None:
    view = comparison(lookups.of("sam-ruean"), 2567, 2568)
    assert view.changes == (Count(ItemChange.SAME, 3), Count(ItemChange.MERGED, 1))
    assert len(view.items.rows) == 4
    assert all(row.change is None for row in view.items.rows if row.continuation.change is not ItemChange.SAME)


def test_a_table_has_points_only_where_an_item_has_some() -> None:
    """Of Sam Ruean only the later year has points of items: there is nothing to put beside them."""
    view = comparison(lookups.of("sam-ruean"), 2567, 2568)
    assert not view.items.scored
    assert not view.subindicators.scored
    assert not comparison(lookups.of("mueang-pan"), 2567, 2568).items.scored


def test_years_without_scores_of_parts_are_said_once_and_not_row_by_row() -> None:
    assert comparison(lookups.of("mueang-pan"), 2567, 2568).no_scores == ""
    only = "ปี 2567 ประกาศเฉพาะคะแนนรวม คะแนนรายเครื่องมือและรายตัวชี้วัดมีปี 2568 ปีเดียว ยังเทียบไม่ได้"
    assert comparison(lookups.of("sam-ruean"), 2567, 2568).no_scores == only
