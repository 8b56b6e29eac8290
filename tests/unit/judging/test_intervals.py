"""Verdicts by interval arithmetic, against trying out every value that is printed so; and what always holds of them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ita_site.judging.scores import TOTAL, Score, Verdict, compute
from tests.helpers.figures import find, framework, result

if TYPE_CHECKING:
    from collections.abc import Sequence

CENT = Decimal("0.01")
CENTS = st.one_of(st.integers(0, 10_000), st.sampled_from([0, 1, 5, 9_995, 9_999, 10_000]))
"""Printed scores, in hundredths of a point."""
MISS = st.integers(-3, 3)
"""By how many hundredths a printed figure misses what its parts give."""
SUMS: dict[str, list[tuple[str, int]]] = {
    "1": [("I1", 1), ("I2", 1), ("I3", 1)],
    "OIT": [("9", 1), ("10", 1)],
    "9.3": [("O12", 1), ("O13", 1)],
    TOTAL: [("IIT", 3), ("EIT", 3), ("OIT", 4)],
}
"""What the framework of 2568 makes of what: the parts of a score, each with its share."""


def truths(cents: int, *, exact: bool) -> list[int]:
    """Return the values, in thousandths of a point, that are printed as so many hundredths: every one of them."""
    if exact:
        return [cents * 10]
    return [each for each in range(cents * 10 - 5, cents * 10 + 6) if 0 <= each <= 100_000]


def tried_out(parts: Sequence[list[int]], printed: Sequence[int], shares: Sequence[int], published: int) -> Verdict:
    """Return the verdict by trying out all combinations of values; a thousandth is fine enough to miss none."""
    whole = sum(shares)
    middle = Decimal(sum(share * cents for share, cents in zip(shares, printed, strict=True))) / whole
    if middle.quantize(Decimal(1), ROUND_HALF_UP) == published:
        return Verdict.PROVEN
    for values in product(*parts):
        total = sum(share * value for share, value in zip(shares, values, strict=True))
        if abs(total - published * 10 * whole) <= 5 * whole:
            return Verdict.CONSISTENT
    return Verdict.CONTRADICTED


def score(reference: str, printed: Sequence[int], published: int) -> Score:
    """Return a score of 2568 whose parts, and it itself, are printed as so many hundredths."""
    parts = {part: points(cents) for (part, _), cents in zip(SUMS[reference], printed, strict=True)}
    if reference == TOTAL:
        return compute(framework(2568), result(parts, points(published)))
    return find(compute(framework(2568), result({**parts, reference: points(published)})), reference)


def points(cents: int) -> Decimal:
    return Decimal(cents) * CENT


def missed(printed: Sequence[int], shares: Sequence[int], miss: int) -> int:
    """Return what the parts give, rounded, and some hundredths off."""
    total = sum(share * cents for share, cents in zip(shares, printed, strict=True))
    return min(10_000, max(0, round(total / sum(shares)) + miss))


@pytest.mark.parametrize("reference", SUMS)
@settings(deadline=None)
@given(st.data(), MISS)
def test_a_verdict_is_what_trying_out_every_value_gives(reference: str, data: st.DataObject, miss: int) -> None:
    shares = [share for _, share in SUMS[reference]]
    earned = st.sampled_from([0, 5_000, 10_000, 3_333]) if reference == "9.3" else CENTS
    printed = [data.draw(earned) for _ in shares]
    published = missed(printed, shares, miss)
    parts = [truths(each, exact=reference == "9.3" and each % 5_000 == 0) for each in printed]

    found = score(reference, printed, published)

    assert found.verdict is tried_out(parts, printed, shares, published)


@settings(deadline=None)
@given(st.tuples(CENTS, CENTS, CENTS, CENTS), MISS)
@example((10_000, 9_109, 9_500, 10_000), 0)
def test_a_part_that_is_not_printed_lies_where_its_own_parts_allow(printed: tuple[int, ...], miss: int) -> None:
    """IIT, EIT, 9 and 10 are printed and OIT is not, so its share of four is two of 9 and two of 10."""
    shares = (3, 3, 2, 2)
    published = missed(printed, shares, miss)
    names = ("IIT", "EIT", "9", "10")
    tree = compute(framework(2568), result(dict(zip(names, map(points, printed), strict=True)), points(published)))
    # Every third thousandth and both ends: coarser, and still without a gap as wide as a printed figure.
    parts = [[each for each in truths(cents, exact=False) if each % 10 in {0, 2, 5, 8}] for cents in printed]

    assert tree.verdict is tried_out(parts, printed, shares, published)


EARNED = st.sampled_from([0, 50, 100])


@settings(deadline=None)
@given(st.lists(EARNED, min_size=8, max_size=8), st.integers(0, 100))
def test_no_choice_of_items_gives_a_sub_indicator_a_score_outside_its_bounds(earned: list[int], published: int) -> None:
    """10.1 holds some of O21 to O28; try out which."""
    items = {f"O{number}": points for number, points in enumerate(earned, start=21)}
    choices = {Fraction(sum(chosen), len(chosen)) for size in range(1, 9) for chosen in combinations(earned, size)}

    found = find(compute(framework(2568), result({**items, "10.1": published})), "10.1")

    assert found.bounds is not None
    assert (found.bounds.low, found.bounds.high) == (min(choices), max(choices))
    assert found.computed == (choices.pop() if len(set(earned)) == 1 else None)
    if published in choices:
        assert found.verdict is not Verdict.CONTRADICTED
    if not min(earned) <= published <= max(earned):
        assert found.verdict is Verdict.CONTRADICTED


TRUE = st.integers(0, 1_000_000).map(lambda each: Fraction(each, 10_000))
ROUNDING = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
SPLIT = st.tuples(st.integers(1, 10), st.integers(1, 7))
"""After how many items 9.1 and 10.1 end; nobody knows."""


@st.composite
def honest(draw: st.DrawFn) -> tuple[dict[str, Decimal], Decimal]:
    """Draw a result of 2568 that was computed by the rules from true values, and printed rounded; some is left out."""
    questions = [draw(TRUE) for _ in range(15)]
    perceived = [mean(questions[start : start + 3]) for start in range(0, 15, 3)] + [draw(TRUE) for _ in range(3)]
    items = [Fraction(draw(EARNED)) for _ in range(28)]
    first, second = draw(SPLIT)
    subs = {
        "9.1": mean(items[:first]),
        "9.2": mean(items[first:11]),
        "9.3": mean(items[11:13]),
        "9.4": mean(items[13:16]),
        "9.5": mean(items[16:20]),
        "10.1": mean(items[20 : 20 + second]),
        "10.2": mean(items[20 + second :]),
    }
    nine, ten = mean(list(subs.values())[:5]), mean(list(subs.values())[5:])
    instruments = {"IIT": mean(perceived[:5]), "EIT": mean(perceived[5:]), "OIT": (nine + ten) / 2}
    true = {
        **{f"I{number}": each for number, each in enumerate(questions, start=1)},
        **{f"O{number}": each for number, each in enumerate(items, start=1)},
        **subs,
        **{str(number): each for number, each in enumerate([*perceived, nine, ten], start=1)},
        **instruments,
    }
    way = draw(ROUNDING)
    kept = draw(st.sets(st.sampled_from(sorted(true)))) if draw(st.booleans()) else set(true)
    total = (instruments["IIT"] * 30 + instruments["EIT"] * 30 + instruments["OIT"] * 40) / 100
    return {name: printed(each, way) for name, each in true.items() if name in kept}, printed(total, way)


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def printed(value: Fraction, way: str) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(CENT, way)


@settings(deadline=None)
@given(honest())
def test_a_document_that_is_right_is_never_accused(document: tuple[dict[str, Decimal], Decimal]) -> None:
    scores, total = document
    tree = compute(framework(2568), result(scores, total))

    assert [each.id for each in tree.walk() if each.verdict is Verdict.CONTRADICTED] == []


@settings(deadline=None)
@given(honest())
def test_what_is_computed_lies_within_its_bounds_and_on_the_scale(
    document: tuple[dict[str, Decimal], Decimal],
) -> None:
    scores, total = document
    for each in compute(framework(2568), result(scores, total)).walk():
        if each.bounds is not None:
            assert 0 <= each.bounds.low <= each.bounds.high <= 100
            if each.computed is not None:
                assert each.bounds.low <= each.computed <= each.bounds.high
                assert each.bounds.high - each.bounds.low <= Fraction("0.01"), "rounding costs a hundredth at most"
        else:
            assert each.computed is None


@settings(deadline=None)
@given(honest(), st.sampled_from(["I1", "O13", "O25", "6", "9.4", "9", "EIT"]), CENTS)
def test_a_better_part_lowers_no_bound_of_what_it_is_a_part_of(
    document: tuple[dict[str, Decimal], Decimal], part: str, cents: int
) -> None:
    scores, total = document
    assume(part in scores)
    better = {**scores, part: max(scores[part], points(cents))}
    before = compute(framework(2568), result(scores, total))
    after = compute(framework(2568), result(better, total))

    for one, other in zip(before.walk(), after.walk(), strict=True):
        if one.bounds is not None and one.id != part:
            assert other.bounds is not None
            assert one.bounds.low <= other.bounds.low
            assert one.bounds.high <= other.bounds.high


def test_every_verdict_is_reached() -> None:
    """So that the tests above compare more than one of them."""
    printed_as = [7143, 9929, 9643]
    reached = [score("1", printed_as, missed(printed_as, [1, 1, 1], miss)).verdict for miss in (0, 1, 2)]
    assert reached == [Verdict.PROVEN, Verdict.CONSISTENT, Verdict.CONTRADICTED]
