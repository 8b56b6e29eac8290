"""The view of an indicator in a year: its score, what it is made of, and the measures that answer it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.saying.view.indicator import indicator
from tests.helpers import lookups

if TYPE_CHECKING:
    from ita_site.saying.view.indicator import IndicatorView


def of(agency: str, year: int, reference: str) -> IndicatorView:
    """Return the view of an indicator of a municipality."""
    lookup = lookups.of(agency)
    return indicator(lookup, lookup.years[year], reference)


def test_an_indicator_has_its_findings_and_the_measures_of_the_next_year() -> None:
    view = of("kham-muang", 2562, "9")
    assert view.facts.score.published == Decimal("46.34")
    assert view.facts.computation == "2562/scores/#indicator-9"
    assert (len(view.weak_points), len(view.measures), view.next_known) == (1, 4, True)
    assert all(measure.url.startswith("2563/measures/") for measure in view.measures)


def test_a_year_without_scores_below_the_total_has_no_computation() -> None:
    assert of("ko", 2565, "9").facts.computation is None


def test_items_say_what_they_continue_only_where_frameworks_may_be_compared() -> None:
    first, compared = of("kham-muang", 2562, "9"), of("mueang-pan", 2568, "9")
    assert [len(group.items) for group in first.groups] == [9, 8, 7, 4, 5]
    assert {item.continuity for group in first.groups for item in group.items} == {""}
    assert [len(group.items) for group in compared.groups] == [0, 0, 2, 3, 4, 11], "the last: items of 9.1 or 9.2"
    assert all(item.continuity for group in compared.groups for item in group.items)


def test_the_indicator_that_one_is_at_is_marked_among_its_siblings_and_years() -> None:
    view = of("mueang-pan", 2568, "9")
    assert [link.url for link in view.siblings if link.here] == ["2568/indicators/9/"]
    assert len(view.siblings) == 10
    assert [(link.url, link.here) for link in view.facts.years] == [
        ("2567/indicators/9/", False),
        ("2568/indicators/9/", True),
    ], "nothing is known of 2569 yet"


def test_items_of_an_unknown_sub_indicator_stand_at_their_indicator() -> None:
    nine, ten = of("sam-ruean", 2568, "9"), of("sam-ruean", 2568, "10")
    unplaced = [item.score.id for view in (nine, ten) for group in view.groups if group.among for item in group.items]
    assert unplaced == [*(f"O{number}" for number in range(1, 12)), *(f"O{number}" for number in range(21, 29))]


def test_an_indicator_carries_its_items_to_improve_with_their_remedy() -> None:
    [improvement] = of("kham-muang", 2562, "9").improvements
    assert improvement.improvement.remedy
    assert improvement.answered == ("O17", "O27", "O30")
