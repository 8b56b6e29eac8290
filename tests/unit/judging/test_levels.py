"""Levels: to 2565 the scale decides; from 2566 the published level stands, and each possible rule is only tried."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.data.load import load
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.scores import LevelCheck, Verdict, check_level, compute, compute_all, level_of
from ita_site.publishing.data_check import check
from tests.helpers.figures import AGENCY, framework, result
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

BY_TOTAL, WITH_RULES = range(2562, 2566), range(2566, 2569)
BEST, GOOD, PASSED, POOR, POOREST = "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"
INSTRUMENT, INDICATOR, PART = "every-instrument", "every-indicator", "every-instrument-and-eit-part"
EDGES = [
    ("100", "AA"), ("95", "AA"), ("94.99", "A"), ("85", "A"), ("84.99", "B"), ("75", "B"), ("74.99", "C"),
    ("65", "C"), ("64.99", "D"), ("55", "D"), ("54.99", "E"), ("50", "E"), ("49.99", "F"), ("0", "F"),
]  # fmt: skip


def levels(
    year: int, total: str | Decimal, scores: Mapping[str, str | int | Decimal], published: str | None = None
) -> LevelCheck:
    made = result(scores, total, level=published)
    checked = check_level(framework(year), made.level, compute(framework(year), made))
    assert checked is not None
    return checked


def candidates(checked: LevelCheck) -> dict[str, str | None]:
    return {each.rule.id: each.level for each in checked.candidates}


def real(agency: str, year: int) -> LevelCheck:
    """Return the level of a municipality beside what the scale gives."""
    dataset = load(AGENCIES[agency])
    loaded = dataset.years[year].result
    assert loaded is not None
    checked = check_level(dataset.frameworks[year], loaded.record.level, compute_all(dataset).trees[year])
    assert checked is not None
    return checked


def told(project: Callable[..., Path], year: int, text: str) -> list[Problem]:
    files = {"data/agency.yml": AGENCY, f"data/{year}/result.yml": text}
    return [each for each in check(project(files) / "data").problems if each.code != "gap-analysis"]


@pytest.mark.parametrize("year", BY_TOTAL)
@pytest.mark.parametrize(("total", "level"), EDGES)
def test_to_2565_the_total_alone_decides(year: int, total: str, level: str) -> None:
    checked = levels(year, total, {}, level)

    assert (checked.computed, checked.candidates, checked.verdict) == (level, (), Verdict.PROVEN)


@pytest.mark.parametrize(("total", "level"), EDGES)
def test_to_2565_every_other_level_is_contradicted(total: str, level: str) -> None:
    for other in {each for _, each in EDGES} - {level}:
        checked = levels(2565, total, {}, other)
        assert (checked.published, checked.computed, checked.verdict) == (other, level, Verdict.CONTRADICTED)


@settings(deadline=None)
@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_more_points_never_give_a_lower_level(one: Decimal, other: Decimal) -> None:
    known = framework(2565).levels
    assert known is not None
    order = [each.name for each in known.scale]
    first, second = level_of(known, min(one, other)), level_of(known, max(one, other))
    assert first is not None
    assert second is not None
    assert order.index(second) <= order.index(first)


def test_a_level_that_was_not_printed_is_not_judged(project: Callable[..., Path]) -> None:
    checked = levels(2565, "90.93", {})
    assert (checked.published, checked.computed, checked.verdict) == (None, "A", None)
    assert told(project, 2565, "total: 90.93\n") == []


@pytest.mark.parametrize("agency", ["kham-muang", "ko"])
def test_the_levels_that_were_published_to_2565_follow_from_the_totals(agency: str) -> None:
    year, level = {"kham-muang": (2562, "D"), "ko": (2565, "A")}[agency]
    checked = real(agency, year)
    assert (checked.published, checked.computed, checked.verdict) == (level, level, Verdict.PROVEN)


def test_a_level_of_another_total_is_told_with_both_and_the_total(project: Callable[..., Path]) -> None:
    (problem,) = told(project, 2565, "total: 84.99\nlevel: A\n")

    assert (str(problem.position), problem.code) == ("data/2565/result.yml:2:8", "level")
    assert problem.severity is Severity.WARNING
    assert "คะแนนรวม 84.99 อยู่ในระดับ B แต่พิมพ์ว่า “A”" in problem.message
    assert "level_note:" in problem.message


def test_a_note_of_the_editors_turns_the_warning_into_a_notice(project: Callable[..., Path]) -> None:
    (problem,) = told(project, 2565, "total: 84.99\nlevel: A\nlevel_note: เอกสารพิมพ์อย่างนี้\n")
    assert (problem.code, problem.severity) == ("level", Severity.NOTICE)


@pytest.mark.parametrize(
    ("agency", "year", "published", "expected", "verdict"),
    [
        ("mueang-pan", 2568, BEST, {INSTRUMENT: BEST, INDICATOR: BEST, PART: None}, Verdict.UNCHECKED),
        ("mueang-pan", 2567, GOOD, {INSTRUMENT: GOOD, INDICATOR: GOOD, PART: None}, Verdict.UNCHECKED),
        ("sam-ruean", 2568, GOOD, {INSTRUMENT: BEST, INDICATOR: GOOD, PART: None}, Verdict.UNCHECKED),
        ("sam-ruean", 2567, None, {INSTRUMENT: None, INDICATOR: None, PART: None}, None),
    ],
)
def test_from_2566_the_candidates_are_tried_and_none_is_chosen(
    agency: str, year: int, published: str | None, expected: dict[str, str | None], verdict: Verdict | None
) -> None:
    checked = real(agency, year)

    assert candidates(checked) == expected
    assert (checked.published, checked.computed, checked.verdict) == (published, None, verdict)


POINTS = st.one_of(st.decimals(60, 100, places=2), st.sampled_from(["69.99", "70", "84.99", "85", "94.99", "95"]))
TEN = st.lists(POINTS.map(Decimal), min_size=10, max_size=10)


@settings(deadline=None)
@given(st.sampled_from(WITH_RULES), POINTS.map(Decimal), st.tuples(*[POINTS.map(Decimal)] * 3), TEN)
def test_each_candidate_does_what_its_rule_says(
    year: int, total: Decimal, instruments: tuple[Decimal, ...], indicators: list[Decimal]
) -> None:
    scores = dict(zip(("IIT", "EIT", "OIT"), instruments, strict=True))
    scores |= {str(number): score for number, score in enumerate(indicators, start=1)}

    checked = levels(year, total, scores)

    assert checked.computed is None
    assert candidates(checked)[INSTRUMENT] == by_the_text(total, instruments)
    # An instrument below a line has an indicator below it, whatever is printed of its indicators.
    assert candidates(checked)[INDICATOR] == by_the_text(total, [*indicators, *instruments])
    # EIT Public and EIT Survey are printed nowhere, so wherever they could decide this rule stays open.
    open_to_parts = total >= 85 and min(instruments) >= 85
    assert candidates(checked)[PART] == (None if open_to_parts else by_the_text(total, instruments))


def by_the_text(total: Decimal, each: Sequence[Decimal]) -> str:
    """Return the level as the text of the rules has it."""
    if total >= 95 and min(each) >= 95:
        return BEST
    if total >= 85 and min(each) >= 85:
        return GOOD
    if total >= 85:
        return PASSED
    return POOR if total >= 70 else POOREST


def test_below_the_lowest_instrument_a_high_total_only_passes() -> None:
    """สตง. 2568: 94.64 was lowered to ผ่าน because of an EIT below 85."""
    checked = levels(2568, "94.64", {"IIT": "98", "EIT": "84.99", "OIT": "99"}, PASSED)
    assert candidates(checked)[INSTRUMENT] == PASSED


@pytest.mark.parametrize("year", WITH_RULES)
def test_a_rule_without_the_scores_it_asks_for_stays_open(year: int) -> None:
    assert candidates(levels(year, "96", {})) == {INSTRUMENT: None, INDICATOR: None, PART: None}
    indicators = {str(number): "96" for number in range(1, 10)}
    assert candidates(levels(year, "96", indicators))[INDICATOR] is None, "indicator 10 is missing"
    assert candidates(levels(year, "96", {**indicators, "3": "84"}))[INDICATOR] == PASSED, "one is enough"


def test_an_instrument_printed_below_a_line_has_an_indicator_below_it_that_nobody_printed() -> None:
    assert candidates(levels(2566, "88.98", {"IIT": "82.44"}))[INDICATOR] == PASSED
    assert candidates(levels(2566, "88.98", {"IIT": "85.00"}))[INDICATOR] is None
    at_the_line = {str(number): "95.00" for number in range(1, 11)}
    assert candidates(levels(2566, "95", at_the_line))[INDICATOR] == BEST, "its own rounding takes nothing away"


def test_an_instrument_that_is_not_printed_is_at_a_line_only_where_rounding_leaves_no_doubt() -> None:
    """By its indicators EIT is between 94.99 and 95.01: it may have been 95.00, or less."""
    scores = {str(number): "95" for number in range(1, 11)} | {"6": "95.00", "7": "95.00", "8": "94.99"}
    assert candidates(levels(2568, "95", scores))[INSTRUMENT] is None


def test_an_instrument_that_is_not_printed_may_just_reach_a_line() -> None:
    """By its indicators OIT is between 94.99 and 95.00: the highest level is open, and not given away."""
    scores = {"IIT": "96", "EIT": "96", "9": "95.00", "10": "94.99"}
    assert candidates(levels(2568, "95", scores))[INSTRUMENT] is None
    assert candidates(levels(2568, "95", {**scores, "10": "94.98"}))[INSTRUMENT] == GOOD


@pytest.mark.parametrize("year", WITH_RULES)
@pytest.mark.parametrize(
    ("total", "scores", "level"),
    [
        ("80", {}, BEST),
        ("80", {}, PASSED),
        ("69.99", {}, POOR),
        ("70", {}, POOREST),
        ("99.37", {}, POOR),  # whatever the rule, 85 and more is at least ผ่าน
        ("99.37", {}, POOREST),
        ("94.99", {}, BEST),
        ("96.33", {"IIT": "100", "EIT": "91.09", "OIT": "97.50", "8": "85.78"}, BEST),  # EIT is below 95
    ],
)
def test_a_level_that_no_candidate_can_give_is_contradicted(
    year: int, total: str, scores: dict[str, str], level: str, project: Callable[..., Path]
) -> None:
    checked = levels(year, total, scores, level)
    assert (checked.computed, checked.verdict) == (None, Verdict.CONTRADICTED)

    text = result(scores, total, level=level).model_dump_json(exclude_defaults=True, exclude_none=True)
    (problem,) = [each for each in told(project, year, text) if each.code == "level"]
    assert (problem.position.path, problem.severity) == (f"data/{year}/result.yml", Severity.WARNING)
    assert f"คะแนนรวม {total}" in problem.message
    assert f"“{level}”" in problem.message


@pytest.mark.parametrize("year", WITH_RULES)
@pytest.mark.parametrize("level", [BEST, GOOD, PASSED])
def test_a_level_that_one_candidate_may_give_is_left_alone(year: int, level: str, project: Callable[..., Path]) -> None:
    assert levels(year, "96", {}, level).verdict is Verdict.UNCHECKED
    assert told(project, year, f"total: 96\nlevel: {level}\n") == []


def test_of_a_year_without_a_scale_nothing_is_said(project: Callable[..., Path]) -> None:
    made = result({}, "96", level=GOOD)
    assert check_level(framework(2569), made.level, compute(framework(2569), made)) is None
    assert told(project, 2569, f"total: 96\nlevel: {GOOD}\n") == []
