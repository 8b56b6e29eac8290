"""The arithmetic of ITA, against figures that were published, and its properties."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.data.load import load
from ita_site.data.model import Method
from ita_site.judging.scores import TOTAL, Scores, Verdict, compute, compute_all, rounded
from tests.helpers.figures import AGENCY, find, framework, result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

# As เทศบาลตำบลคำม่วง printed for 2562: indicators 1 to 8, and the OIT items that got no points.
LOST_2562 = (5, 8, 10, 11, 15, 16, 17, 19, 23, *range(26, 32), 33, *range(34, 39), *range(40, 49))
ITEMS_2562 = {f"O{number}": 0 if number in LOST_2562 else 100 for number in range(1, 49)}
PERCEIVED_2562 = {
    "1": "84.59", "2": "76.55", "3": "77.93", "4": "73.72", "5": "74.45", "6": "79.97", "7": "81.91", "8": "73.66",
}  # fmt: skip


def test_the_totals_of_mueang_pan_follow_from_its_indicators(mueang_pan: Path) -> None:
    scores = compute_all(load(mueang_pan / "data"))

    for year, exact, published in ((2567, "96.328", "96.33"), (2568, "99.372", "99.37")):
        total = scores.get(year)
        assert total is not None
        assert total.computed == Fraction(exact)
        assert rounded(total.computed) == total.published == Decimal(published)
        assert total.verdict is Verdict.PROVEN


@pytest.mark.parametrize(
    ("reference", "change"),
    [
        (TOTAL, "3.04"),
        ("6", "3.33"),
        ("7", "4.93"),
        ("8", "12.18"),
        ("9", "5.00"),
        *((number, "0") for number in ("1", "2", "3", "4", "5", "10", "IIT")),
        ("OIT", "2.5"),
    ],
)
def test_the_changes_of_mueang_pan_are_exact(reference: str, change: str, mueang_pan: Path) -> None:
    assert compute_all(load(mueang_pan / "data")).change(2568, reference) == Fraction(change)


def test_there_is_no_change_from_a_year_that_is_not_there(mueang_pan: Path) -> None:
    assert compute_all(load(mueang_pan / "data")).change(2567) is None


def test_the_disclosure_scores_of_2562_follow_from_the_items_lost() -> None:
    tree = compute(framework(2562), result({**PERCEIVED_2562, **ITEMS_2562}, total="57.31"))

    subs = [find(tree, f"9.{number}").computed for number in range(1, 6)]
    assert subs == [Fraction(700, 9), Fraction(300, 8), Fraction(500, 7), Fraction(25), Fraction(20)]
    nine, ten = find(tree, "9").computed, find(tree, "10").computed
    assert nine is not None
    assert (rounded(nine), ten) == (Decimal("46.34"), Fraction("6.25"))
    assert tree.computed is not None
    assert rounded(tree.computed) == Decimal("57.31")
    assert tree.verdict is Verdict.PROVEN


def test_the_total_of_2562_follows_from_the_indicators_as_published() -> None:
    tree = compute(framework(2562), result({**PERCEIVED_2562, "9": "46.34", "10": "6.25"}, total="57.31"))

    assert tree.computed is not None
    assert Fraction("57.306") < tree.computed < Fraction("57.307")
    assert tree.verdict is Verdict.PROVEN


def test_half_of_one_item_of_2568_costs_indicator_9_five_points() -> None:
    published = {"9.1": 100, "9.2": 100, "9.4": 100, "9.5": 100, "O12": 100, "O13": 50}
    tree = compute(framework(2568), result(published))

    assert find(tree, "9.3").computed == 75
    assert find(tree, "9").computed == 95


def test_an_indicator_of_iit_is_the_mean_of_its_three_questions() -> None:
    tree = compute(framework(2568), result({"I10": "71.43", "I11": "99.29", "I12": "96.43"}))

    assert find(tree, "4").computed == Fraction("89.05")
    assert find(tree, "4").method is Method.MEAN_OF_ITEMS


def test_where_the_rule_is_not_known_nothing_is_computed() -> None:
    tree = compute(framework(2568), result({"E1": 100, "E2": 100, "E3": 100}))

    assert find(tree, "6").computed is None
    assert find(tree, "6").method is None
    assert find(tree, "EIT").computed is None


@pytest.mark.parametrize("absent", ["1", "8", "10"])
def test_where_a_part_is_missing_nothing_above_it_is_computed(absent: str) -> None:
    published = {str(number): "90.00" for number in range(1, 11) if str(number) != absent}
    tree = compute(framework(2568), result(published))

    assert tree.computed is None
    (parent,) = [each for each in tree.parts if absent in {part.id for part in each.parts}]
    assert parent.computed is None
    assert [each.computed for each in tree.parts if each is not parent] == [90, 90]


def test_a_missing_score_is_not_zero() -> None:
    tree = compute(framework(2568), result({"I10": "71.43", "I11": "99.29"}))
    assert find(tree, "4").value is None


def test_a_year_without_a_framework_shows_what_was_published() -> None:
    tree = compute(None, result({"1": "90.00", "9": "95.00"}, total="96.79"))

    assert (tree.value, tree.computed) == (Fraction("96.79"), None)
    assert [(part.id, part.value, part.computed) for part in tree.parts] == [
        ("1", Fraction(90), None),
        ("9", Fraction(95), None),
    ]


def test_a_published_part_counts_as_published_and_a_difference_is_seen() -> None:
    published = {"9.1": 100, "9.2": 100, "9.3": 80, "9.4": 100, "9.5": 100, "O12": 100, "O13": 50}
    tree = compute(framework(2568), result(published))

    assert find(tree, "9.3").computed == 75
    assert find(tree, "9.3").verdict is Verdict.CONTRADICTED
    assert find(tree, "9").computed == 96


def test_nothing_that_was_published_is_lost(project: Callable[..., Path]) -> None:
    """No list says which sub-indicator of 2568 holds O25, and 8.1 is not known at all."""
    text = "total: 90\nsubindicators: [{id: 8.1, score: 61}]\nitems: [{id: O25, score: 50}, {id: I1, score: 70}]\n"
    scores = of(project, {2568: text})

    for reference, points in (("8.1", 61), ("O25", 50), ("I1", 70), (TOTAL, 90)):
        score = scores.get(2568, reference)
        assert score is not None
        assert score.value == points
    assert scores.get(2568, "O26") is None
    assert scores.get(2567) is None


@pytest.mark.parametrize(
    ("reference", "change"),
    [
        ("O2", 100),  # the same item
        ("O20", -50),  # the same item, which was O25
        ("O1", None),  # two items of 2567 became one
        ("O5", None),  # nobody knows what it was in 2567
        ("O25", None),  # the number is another item's now
        ("9.1", None),  # the name is the same, the items are not
        ("8", 5),  # indicators, instruments and the total have meant the same since 2562
        ("OIT", 2),
        (TOTAL, 3),
    ],
)
def test_only_what_is_known_to_be_the_same_is_compared(
    reference: str, change: int | None, project: Callable[..., Path]
) -> None:
    before = {"8": 90, "OIT": 95, "O1": 100, "O2": 0, "O5": 100, "O25": 100, "9.1": 80}
    now = {"8": 95, "OIT": 97, "O1": 100, "O2": 100, "O5": 100, "O20": 50, "O25": 50, "9.1": 90}
    scores = of(project, {2567: text(before, 90), 2568: text(now, 93)})

    assert scores.change(2568, reference) == change


def test_over_several_years_no_item_is_compared(project: Callable[..., Path]) -> None:
    scores = of(project, {2566: text({"8": 90, "O2": 0}, 90), 2568: text({"8": 95, "O2": 100}, 93)})

    assert [scores.change(2568, each, 2566) for each in (TOTAL, "8", "O2")] == [3, 5, None]
    assert scores.change(2568) is None, "there is no result of the year before"


def of(project: Callable[..., Path], results: Mapping[int, str]) -> Scores:
    files = {f"data/{year}/result.yml": text for year, text in results.items()}
    return compute_all(load(project({"data/agency.yml": AGENCY, **files}) / "data"))


def text(scores: Mapping[str, int], total: int) -> str:
    """Return a file that publishes these scores; JSON is YAML too."""
    return result(scores, str(total)).model_dump_json(exclude_defaults=True)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("2.675", "2.68"),
        ("1.005", "1.01"),
        ("99.372", "99.37"),
        ("99.995", "100.00"),
        ("-2.675", "-2.68"),
        ("-0.004", "0.00"),
        ("100", "100.00"),
    ],
)
def test_figures_are_rounded_half_up_from_their_exact_value(exact: str, shown: str) -> None:
    assert str(rounded(Fraction(exact))) == shown
    assert str(rounded(Decimal(exact))) == shown


@settings(deadline=None)
@given(st.decimals(min_value=-100, max_value=100, places=2))
def test_a_published_figure_is_not_changed_by_rounding(score: Decimal) -> None:
    assert rounded(score) == score


@settings(deadline=None)
@given(st.fractions(min_value=-100, max_value=100))
def test_rounding_moves_a_figure_by_half_a_hundredth_at_most(score: Fraction) -> None:
    assert abs(Fraction(rounded(score)) - score) <= Fraction(1, 200)


SCORE = st.decimals(min_value=0, max_value=100, places=2)
OIT_ITEMS = st.fixed_dictionaries({f"O{number}": SCORE for number in range(1, 49)})
PERCEIVED = st.fixed_dictionaries({str(number): SCORE for number in range(1, 9)})


def total(scores: Mapping[str, Any]) -> Fraction:
    computed = compute(framework(2562), result(scores)).computed
    assert computed is not None
    return computed


@settings(deadline=None)
@given(PERCEIVED, OIT_ITEMS)
def test_a_total_lies_between_its_lowest_and_its_highest_part(
    perceived: dict[str, Decimal], items: dict[str, Decimal]
) -> None:
    scores = {**perceived, **items}
    assert min(scores.values()) <= total(scores) <= max(scores.values())


@settings(deadline=None)
@given(PERCEIVED, OIT_ITEMS, st.integers(1, 8), st.integers(1, 48), SCORE, SCORE)
def test_a_better_part_never_lowers_the_total(  # noqa: PLR0913, PLR0917 - one drawn value each
    perceived: dict[str, Decimal],
    items: dict[str, Decimal],
    indicator: int,
    item: int,
    better: Decimal,
    best: Decimal,
) -> None:
    scores = {**perceived, **items}
    raised = {
        **scores,
        str(indicator): max(better, scores[str(indicator)]),
        f"O{item}": max(best, scores[f"O{item}"]),
    }
    assert total(scores) <= total(raised)


@settings(deadline=None)
@given(st.fixed_dictionaries({f"O{number}": st.integers(0, 50) for number in range(1, 49)}))
def test_twice_the_points_are_twice_the_score(items: dict[str, int]) -> None:
    once = compute(framework(2562), result(items))
    twice = compute(framework(2562), result({name: 2 * points for name, points in items.items()}))
    for reference in ("9.1", "9", "10", "OIT"):
        one, two = find(once, reference).computed, find(twice, reference).computed
        assert one is not None
        assert two == 2 * one


def test_a_total_needs_instruments_and_the_weight_of_each() -> None:
    """Not even where the scores of all instruments are known, and not even a total of nothing."""
    known = framework(2562)
    scores = {"IIT": "80", "EIT": "90", "OIT": "100"}
    unweighted = (known.instruments[0].model_copy(update={"weight": None}), *known.instruments[1:])
    for instruments in (unweighted, ()):
        tree = compute(known.model_copy(update={"instruments": instruments}), result(scores, "90"))
        assert (tree.computed, tree.bounds) == (None, None)
    assert compute(known, result(scores, "90")).computed is not None
