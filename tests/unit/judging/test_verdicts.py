"""What the parts of a published figure prove of it: proven, off by rounding, wrong, or not to be checked."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.problems import Problem, Severity
from ita_site.judging.scores import TOTAL, Bounds, Verdict, compute
from ita_site.publishing.data_check import check
from tests.helpers.figures import AGENCY, find, framework, result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROVEN, CONSISTENT, CONTRADICTED, UNCHECKED = Verdict
ASSETS = {"I10": "71.43", "I11": "99.29", "I12": "96.43"}
"""The items of indicator 4 that อบต.สามเรือน printed: their mean is 89.05, and can be off by half a hundredth."""
ALL = {f"O{number}": "100" for number in range(1, 29)}


def verdict(year: int, reference: str, scores: Mapping[str, str]) -> Verdict | None:
    total = scores.get(TOTAL, "50")
    published = {each: points for each, points in scores.items() if each != TOTAL}
    return find(compute(framework(year), result(published, total)), reference).verdict


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("89.05", PROVEN),
        ("89.04", CONSISTENT),
        ("89.06", CONSISTENT),
        ("89.03", CONTRADICTED),
        ("89.07", CONTRADICTED),
        ("98.05", CONTRADICTED),
    ],
)
def test_a_figure_may_be_off_by_what_the_rounding_of_its_parts_explains(published: str, expected: Verdict) -> None:
    assert verdict(2568, "4", {**ASSETS, "4": published}) is expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("26.30", PROVEN), ("26.29", CONSISTENT), ("26.31", CONTRADICTED), ("26.28", CONTRADICTED)],
)
def test_a_half_is_rounded_up_and_nobody_is_accused_who_rounds_it_down(published: str, expected: Verdict) -> None:
    """The OIT of เทศบาลตำบลคำม่วง is exactly 26.295 by its two indicators."""
    assert verdict(2562, "OIT", {"9": "46.34", "10": "6.25", "OIT": published}) is expected


@pytest.mark.parametrize(("published", "expected"), [("75", PROVEN), ("75.01", CONTRADICTED), ("74.99", CONTRADICTED)])
def test_items_that_earn_nothing_half_or_all_were_never_rounded(published: str, expected: Verdict) -> None:
    assert verdict(2568, "9.3", {"O12": "100", "O13": "50", "9.3": published}) is expected


def test_an_item_of_oit_with_other_points_may_have_been_rounded() -> None:
    assert verdict(2568, "9.3", {"O12": "100", "O13": "66.67", "9.3": "83.33"}) is CONSISTENT
    assert verdict(2568, "9.3", {"O12": "100", "O13": "66.67", "9.3": "83.32"}) is CONTRADICTED


@pytest.mark.parametrize(
    ("items", "published", "expected"),
    [
        ("100", "99.99", CONSISTENT),
        ("100", "99.98", CONTRADICTED),
        ("0", "0.01", CONSISTENT),
        ("0", "0.02", CONTRADICTED),
    ],
)
def test_no_score_lies_beyond_0_and_100(items: str, published: str, expected: Verdict) -> None:
    scores = dict.fromkeys(["I1", "I2", "I3"], items)
    tree = compute(framework(2568), result({**scores, "1": published}))

    indicator = find(tree, "1")
    assert indicator.verdict is expected
    edge = Fraction(items)
    inside = abs(edge - Fraction("0.005"))
    assert indicator.bounds == Bounds(min(edge, inside), max(edge, inside))


def test_a_total_is_proven_by_indicators_where_no_instrument_is_printed() -> None:
    """เทศบาลตำบลเมืองปาน 2567: the exact sum is 96.328, and what was lost in rounding is less than a hundredth."""
    indicators = {str(number): "100" for number in (1, 2, 3, 4, 5, 10)}
    indicators |= {"6": "95.24", "7": "92.26", "8": "85.78", "9": "95.00"}
    tree = compute(framework(2567), result(indicators, "96.33"))

    assert tree.verdict is PROVEN
    assert tree.bounds == Bounds(Fraction("96.323"), Fraction("96.3305"))
    assert [verdict(2567, TOTAL, {**indicators, TOTAL: each}) for each in ("96.32", "96.34", "96.31")] == [
        CONSISTENT,
        CONTRADICTED,
        CONTRADICTED,
    ]


def test_a_printed_part_counts_as_printed_and_not_as_its_own_parts_give_it() -> None:
    tree = compute(framework(2568), result({**ALL, "O13": "50", "9.3": "80", "9": "96", "10": "100", "OIT": "98"}))

    assert [find(tree, each).verdict for each in ("9.3", "9", "10", "OIT")] == [CONTRADICTED, PROVEN, PROVEN, PROVEN]
    assert find(tree, "9").bounds == Bounds(Fraction("95.999"), Fraction("96.001"))


@pytest.mark.parametrize(
    ("year", "scores"),
    [
        (2568, {"4": "89.05", "I10": "71.43", "I11": "99.29"}),  # one of three items is missing
        (2568, {"6": "94.83", "E1": "91.00", "E2": "93.50", "E3": "100"}),  # the rule of EIT is not known
        (2562, {"6": "79.97"}),  # the questions are not known
        (2569, {"9": "95.00"}),  # nothing is known of the year yet
    ],
)
def test_what_cannot_be_computed_is_not_judged(year: int, scores: dict[str, str]) -> None:
    reference = next(iter(scores))
    found = find(compute(framework(year), result(scores)), reference)

    assert (found.verdict, found.computed, found.bounds) == (UNCHECKED, None, None)


def test_what_was_not_published_has_no_verdict() -> None:
    found = find(compute(framework(2568), result(ASSETS)), "4")
    assert (found.verdict, found.computed) == (None, Fraction("89.05"))


def test_a_list_of_some_sub_indicators_proves_nothing_of_their_indicator() -> None:
    """Of the five sub-indicators that indicator 9 had in 2567, only the name of the first is known."""
    assert verdict(2567, "9", {"9": "95.00", "9.1": "100"}) is UNCHECKED


def test_items_that_are_not_listed_as_lost_earned_all_where_an_item_earns_all_or_nothing() -> None:
    tree = compute(framework(2562), result({"O39": "100"}, zero_items=["O5", "O8"]))

    assert [find(tree, each).implied for each in ("O5", "O1", "O39")] == [False, True, False]
    assert [find(tree, each).value for each in ("O5", "O8", "O1", "O39")] == [0, 0, 100, 100]
    assert find(tree, "O1").published is None
    assert find(tree, "9.1").computed == Fraction(700, 9)
    assert find(tree, "9.1").bounds == Bounds(Fraction(700, 9), Fraction(700, 9))


def test_nothing_is_implied_without_a_list_of_what_was_lost() -> None:
    tree = compute(framework(2562), result({"O1": "100"}))
    assert find(tree, "O2").value is None
    assert find(tree, "9.1").computed is None


def test_nothing_is_implied_where_an_item_may_earn_half() -> None:
    """In 2568 an item that is not listed as lost may have got 50."""
    tree = compute(framework(2568), result({}, zero_items=["O13"]))
    assert [find(tree, each).value for each in ("O13", "O12")] == [0, None]
    assert find(tree, "9.3").computed is None


def test_the_answers_to_questions_are_never_implied() -> None:
    tree = compute(framework(2564), result({}, zero_items=["O5"]))
    assert find(tree, "I1").value is None
    assert find(tree, "O1").value == 100


def test_of_items_that_all_earned_the_same_it_does_not_matter_which_are_a_sub_indicators() -> None:
    tree = compute(framework(2568), result({**ALL, "9": "95.00"}))

    assert find(tree, "9.1").computed == 100
    assert find(tree, "9.1").among == tuple(f"O{number}" for number in range(1, 12))
    assert find(tree, "9").verdict is CONTRADICTED


@pytest.mark.parametrize(
    ("published", "expected"),
    [("95", UNCHECKED), ("75", UNCHECKED), ("95.01", CONTRADICTED), ("74.99", CONTRADICTED)],
)
def test_a_sub_indicator_whose_items_are_not_known_leaves_a_span_and_only_what_is_outside_is_wrong(
    published: str, expected: Verdict
) -> None:
    """O5 lies in 9.1 or in 9.2, nobody knows which, nor how many items each has: either can be 50 to 100."""
    tree = compute(framework(2568), result({**ALL, "O5": "50", "O13": "50", "9": published}))

    assert find(tree, "9.1").computed is None
    assert find(tree, "9.1").bounds == find(tree, "9.2").bounds == Bounds(Fraction(50), Fraction(100))
    assert find(tree, "9").bounds == Bounds(Fraction(75), Fraction(95))
    assert find(tree, "9").verdict is expected, "the span is no matter of rounding, so it is not consistent either"


def test_with_one_item_missing_nothing_is_known_of_what_lies_among_them() -> None:
    items = {each: points for each, points in ALL.items() if each != "O5"}
    tree = compute(framework(2568), result({**items, "9.1": "100"}))
    assert (find(tree, "9.1").bounds, find(tree, "9.1").verdict) == (None, UNCHECKED)


ITEMS = "items:\n  - {id: I10, score: 71.43}\n  - {id: I11, score: 99.29}\n  - {id: I12, score: 96.43}\n"


def told(project: Callable[..., Path], text: str, year: int = 2568) -> list[Problem]:
    files = {"data/agency.yml": AGENCY, f"data/{year}/result.yml": text}
    problems = check(project(files) / "data").problems
    return [each for each in problems if not each.code.startswith("gap-") and each.code != "incomplete-list"]


def test_a_wrong_figure_is_told_with_both_numbers_its_parts_and_what_to_do(project: Callable[..., Path]) -> None:
    text = f"total: 90\nindicators:\n{_others()}  - {{id: 4, score: 98.05}}\n{ITEMS}"

    (problem,) = [each for each in told(project, text) if "ตัวชี้วัดที่ 4" in each.message]

    assert (problem.code, problem.severity) == ("sum", Severity.WARNING)
    assert str(problem.position) == "data/2568/result.yml:12:20"
    assert problem.message.startswith(
        "ตัวชี้วัดที่ 4 ประกาศ 98.05 แต่ส่วนประกอบให้ 89.05 (I10 = 71.43, I11 = 99.29, I12 = 96.43)"
    )
    assert "โปรดเทียบกับเอกสารอีกครั้ง" in problem.message
    assert "note:" in problem.message


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("total: 91\nindicators:\n{others}  - {{id: 4, score: 90}}\n", Severity.WARNING),
        ("total: 91\ntotal_note: พิมพ์ผิด\nindicators:\n{others}  - {{id: 4, score: 90}}\n", Severity.NOTICE),
    ],
)
def test_a_note_of_the_editors_turns_a_warning_into_a_notice(
    text: str, severity: Severity, project: Callable[..., Path]
) -> None:
    (problem,) = told(project, text.format(others=_others()))

    assert (str(problem.position), problem.code, problem.severity) == ("data/2568/result.yml:1:8", "sum", severity)
    assert "คะแนนรวม ประกาศ 91 แต่ส่วนประกอบให้ 90.00" in problem.message
    assert "total_note:" in problem.message


def test_a_note_at_a_score_is_for_that_score_only(project: Callable[..., Path]) -> None:
    text = f"total: 91\nindicators:\n{_others()}  - {{id: 4, score: 98.05, note: พิมพ์ผิด}}\n{ITEMS}"

    severities = {each.message.split(" ประกาศ")[0]: each.severity for each in told(project, text)}

    assert severities == {"คะแนนรวม": Severity.WARNING, "ตัวชี้วัดที่ 4": Severity.NOTICE}


def test_a_figure_stands_as_published_whatever_its_parts_give(project: Callable[..., Path]) -> None:
    text = f"total: 91\nindicators:\n{_others()}  - {{id: 4, score: 90}}\n"
    root = project({"data/agency.yml": AGENCY, "data/2568/result.yml": text})

    total = check(root / "data").scores.get(2568)

    assert total is not None
    assert (total.value, total.published, total.computed) == (Fraction(91), Decimal(91), Fraction(90))


@pytest.mark.parametrize("listed", ["I3", "9.1", "9", "OIT"])
def test_only_items_of_oit_can_be_listed_as_having_got_nothing(listed: str, project: Callable[..., Path]) -> None:
    text = f"total: 50\nzero_items:\n  - O5\n  - {listed}\n"

    errors = [str(each.position) for each in told(project, text, 2562) if each.severity is Severity.ERROR]

    assert errors == ["data/2562/result.yml:4:5"]


def _others() -> str:
    return "".join(f"  - {{id: {number}, score: 90}}\n" for number in range(1, 11) if number != 4)
