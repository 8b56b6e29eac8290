"""The five municipalities whose documents the repository holds: sound data, and the figures that must come out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.judging.scores import TOTAL, Score, Verdict, rounded
from ita_site.publishing.data_check import Checked, check
from ita_site.publishing.site import build
from tests.helpers.figures import find
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from ita_site.data.model import Result

ITEMS_BY_GROUP = {
    "9.1": (range(1, 10), [5, 8]),
    "9.2": (range(10, 18), [10, 11, 15, 16, 17]),
    "9.3": (range(18, 25), [19, 23]),
    "9.4": (range(25, 29), [26, 27, 28]),
    "9.5": (range(29, 34), [29, 30, 31, 33]),
    "10.1": (range(34, 42), [34, 35, 36, 37, 38, 40, 41]),
    "10.2": (range(42, 49), [42, 43, 44, 45, 46, 47, 48]),
}
"""The items of 2562 by sub-indicator, and those for which เทศบาลตำบลคำม่วง got nothing, as its document has them."""


@cache
def checked(agency: str) -> Checked:
    return check(AGENCIES[agency])


def tree(agency: str, year: int) -> Score:
    return checked(agency).scores.trees[year]


def published(agency: str, year: int) -> Result:
    loaded = checked(agency).dataset.years[year].result
    assert loaded is not None
    return loaded.record


def test_there_are_five_municipalities() -> None:
    assert {name: checked(name).dataset.agency.record.name for name in AGENCIES} == {  # type: ignore[union-attr] # no problems
        "kham-muang": "เทศบาลตำบลคำม่วง",
        "ko": "เทศบาลตำบลก้อ",
        "sam-ruean": "องค์การบริหารส่วนตำบลสามเรือน",
        "chum-saeng": "องค์การบริหารส่วนตำบลชุมแสง",
        "mueang-pan": "เทศบาลตำบลเมืองปาน",
    }


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_strict_check_finds_only_what_a_note_settles(agency: str) -> None:
    told = CliRunner().invoke(main, ["check", "--strict", "--data", str(AGENCIES[agency])])

    assert told.exit_code == 0, told.stdout
    assert {each.severity for each in checked(agency).problems} <= {Severity.NOTICE}


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_site_of_every_municipality_is_built(agency: str) -> None:
    assert len(build(AGENCIES[agency]).pages) > 10


@pytest.mark.parametrize(
    ("agency", "year", "reference", "exact", "printed"),
    [
        ("kham-muang", 2562, TOTAL, "57.3064", "57.31"),
        ("kham-muang", 2562, "9", "5839/126", "46.34"),
        ("kham-muang", 2562, "10", "6.25", "6.25"),
        ("sam-ruean", 2568, TOTAL, "96.789", "96.79"),
        ("sam-ruean", 2568, "IIT", "96.858", "96.86"),
        ("sam-ruean", 2568, "EIT", "287.32/3", "95.77"),
        ("sam-ruean", 2568, "OIT", "97.5", "97.50"),
        ("sam-ruean", 2568, "1", "297.86/3", "99.29"),
        ("sam-ruean", 2568, "2", "297.14/3", "99.05"),
        ("sam-ruean", 2568, "3", "100", "100.00"),
        ("sam-ruean", 2568, "4", "89.05", "89.05"),
        ("sam-ruean", 2568, "5", "290.71/3", "96.90"),
        ("sam-ruean", 2568, "9", "95", "95.00"),
        ("sam-ruean", 2568, "10", "100", "100.00"),
        ("mueang-pan", 2567, TOTAL, "96.328", "96.33"),
        ("mueang-pan", 2568, TOTAL, "99.372", "99.37"),
    ],
)
def test_what_was_printed_comes_out_of_its_parts(
    agency: str, year: int, reference: str, exact: str, printed: str
) -> None:
    score = find(tree(agency, year), reference)
    dividend, _, divisor = exact.partition("/")

    assert score.computed == Fraction(dividend) / Fraction(divisor or 1)
    assert rounded(score.computed) == score.published == Decimal(printed)
    assert score.verdict is Verdict.PROVEN


def test_no_published_figure_of_any_municipality_is_off_even_by_rounding() -> None:
    for agency in AGENCIES:
        for year in checked(agency).scores.trees:
            verdicts = {score.verdict for score in tree(agency, year).walk()}
            assert verdicts <= {Verdict.PROVEN, Verdict.UNCHECKED, None}, (agency, year)


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("9.1", "77.78"),
        ("9.2", "37.50"),
        ("9.3", "71.43"),
        ("9.4", "25.00"),
        ("9.5", "20.00"),
        ("10.1", "12.50"),
        ("10.2", "0.00"),
    ],
)
def test_the_sub_indicators_of_kham_muang_follow_from_the_items_it_lost(reference: str, shown: str) -> None:
    items, lost = ITEMS_BY_GROUP[reference]
    score = find(tree("kham-muang", 2562), reference)

    assert score.published is None
    assert score.computed == Fraction(100 * (len(items) - len(lost)), len(items))
    assert f"{rounded(score.computed):.2f}" == shown
    assert [part.id for part in score.parts] == [f"O{number}" for number in items]
    assert [part.id for part in score.parts if part.value == 0] == [f"O{number}" for number in lost]


def test_kham_muang_lists_thirty_items_without_points_of_forty_eight() -> None:
    zero = published("kham-muang", 2562).zero_items
    scores = {score.id: score for score in tree("kham-muang", 2562).walk()}
    items = [scores[f"O{number}"] for number in range(1, 49)]

    assert zero == tuple(f"O{number}" for _, lost in ITEMS_BY_GROUP.values() for number in lost)
    assert [sum(each.value == points for each in items) for points in (0, 100)] == [30, 18]
    assert [each.id for each in items if each.implied] == [
        each.id for each in items if each.id not in {*zero, "O39"}
    ], "O39 is printed with 100"


def test_the_half_item_of_sam_ruean_costs_five_points() -> None:
    """O13 got 50, it is one of two in 9.3, and 9.3 one of five in indicator 9: no other grouping gives 95.00."""
    found = tree("sam-ruean", 2568)

    assert find(found, "O13").published == 50
    assert {each: find(found, each).computed for each in ("9.1", "9.2", "9.3", "9.4", "9.5")} == {
        "9.1": 100, "9.2": 100, "9.3": 75, "9.4": 100, "9.5": 100,
    }  # fmt: skip


def test_sam_ruean_prints_all_items_and_what_eit_makes_of_them_is_not_known() -> None:
    result = published("sam-ruean", 2568)
    assert [each.id for each in result.items] == [
        *(f"I{number}" for number in range(1, 16)),
        *(f"E{number}" for number in range(1, 10)),
        *(f"O{number}" for number in range(1, 29)),
    ]
    for reference in ("6", "7", "8"):
        found = find(tree("sam-ruean", 2568), reference)
        assert (found.verdict, found.computed, len(found.parts)) == (Verdict.UNCHECKED, None, 3)


@pytest.mark.parametrize(
    ("agency", "year", "total", "level"),
    [
        ("kham-muang", 2562, "57.31", "D"),
        ("ko", 2565, "90.93", "A"),
        ("sam-ruean", 2567, "96.01", None),
        ("sam-ruean", 2568, "96.79", "ผ่านดี"),
        ("mueang-pan", 2567, "96.33", "ผ่านดี"),
        ("mueang-pan", 2568, "99.37", "ผ่านดีเยี่ยม"),
    ],
)
def test_totals_and_levels_are_as_printed(agency: str, year: int, total: str, level: str | None) -> None:
    result = published(agency, year)
    assert (str(result.total), result.level) == (total, level)


def test_there_are_no_other_results() -> None:
    assert {agency: list(checked(agency).scores.trees) for agency in AGENCIES} == {
        "kham-muang": [2562],
        "ko": [2565],
        "sam-ruean": [2567, 2568],
        "chum-saeng": [],
        "mueang-pan": [2567, 2568],
    }


def test_kham_muang_was_the_sixty_eighth_of_its_province() -> None:
    rank = published("kham-muang", 2562).rank
    assert rank is not None
    assert (rank.place, rank.among) == (68, "จังหวัดกาฬสินธุ์")


def test_ko_prints_a_total_and_nothing_to_check_it_with() -> None:
    found = tree("ko", 2565)
    assert (found.verdict, found.computed, found.bounds) == (Verdict.UNCHECKED, None, None)
    assert [score.id for score in found.walk() if score.value is not None] == [TOTAL]


def test_the_changes_that_documents_print_are_those_of_the_scores() -> None:
    assert checked("sam-ruean").scores.change(2568) == Fraction("0.78")
    assert checked("mueang-pan").scores.change(2568) == Fraction("3.04")


def test_chum_saeng_has_no_result_and_says_so_without_a_zero() -> None:
    assert [year.result for year in checked("chum-saeng").dataset.years.values()] == [None, None]
    assert checked("chum-saeng").scores.get(2565) is None

    told = CliRunner().invoke(main, ["scores", "--data", str(AGENCIES["chum-saeng"])])
    assert (told.exit_code, told.stdout) == (1, "")
    assert "ไม่มีผลการประเมิน ปีที่มีผล: ยังไม่มี" in told.stderr

    pages = {page.path: page.content for page in build(AGENCIES["chum-saeng"]).pages}
    assert "2565/scores/index.md" not in pages
    # The description of the columns of open data has figures for examples.
    assert "0.00" not in "".join(page for path, page in pages.items() if path != "data/index.md")
