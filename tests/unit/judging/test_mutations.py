"""Every figure of the five municipalities, moved a little: `check` tells of it, each time.

The mutations are read from the files, so that data which comes later is moved too. By the rounding of its parts a
figure may be off by 0.01 and still be right; from 0.02 on it is wrong.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.problems import Severity
from ita_site.judging.scores import TOTAL
from ita_site.publishing.data_check import check
from tests.helpers.figures import Figure, copy, figures, moved
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.ground.problems import Problem

pytestmark = pytest.mark.no_cover
"""The same lines run a hundred times: counting them would double the time and find nothing more."""
SMALLEST = ("0.02", "-0.02")
STEPS = (*SMALLEST, "0.50", "-1.00")
WITH_KNOWN_PARTS = {
    "kham-muang/2562": [TOTAL, "9", "10"],
    "sam-ruean/2568": [TOTAL, "IIT", "EIT", "OIT", "1", "2", "3", "4", "5", "9", "10"],
    "mueang-pan/2567": [TOTAL],
    "mueang-pan/2568": [TOTAL],
}
"""The published figures whose parts are all published too, or follow from what is."""
_SCORE_IN_A_SENTENCE = re.compile(r"\d{1,3}\.\d\d(?=\s*คะแนน)", re.ASCII)


def quoted(data: Path) -> Iterator[Figure]:
    """Yield the scores in the sentences of the files."""
    for file in sorted(data.rglob("*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            for found in () if line.lstrip().startswith("#") else _SCORE_IN_A_SENTENCE.finditer(line):
                name = file.relative_to(data).as_posix()
                yield Figure(name, ("",), number, found.start() + 1, f"line {number}", found[0])


def moves(figure: Figure, steps: tuple[str, ...]) -> Iterator[str]:
    """Yield what is printed when a figure is moved by each step; a score stays a score."""
    least = -100 if "changes" in figure.path else 0
    for step in steps:
        if least <= (other := Decimal(figure.printed) + Decimal(step)) <= 100:
            yield f"{other:.2f}"


FIGURES = [(agency, figure) for agency, data in AGENCIES.items() for figure in figures(data)]
PUBLISHED = [
    (agency, figure) for agency, figure in FIGURES if "/result.yml" in figure.file and figure.path[0] != "items"
]
CLAIMED = [(agency, figure) for agency, figure in FIGURES if "/result.yml" not in figure.file]
OIT_ITEMS = [(agency, figure) for agency, figure in FIGURES if figure.path[0] == "items" and figure.about[0] == "O"]
QUOTED = [(agency, figure) for agency, data in AGENCIES.items() for figure in quoted(data)]
KNOWN = [
    (agency, figure)
    for agency, figure in PUBLISHED
    if figure.about in WITH_KNOWN_PARTS.get(f"{agency}/{figure.file[:4]}", ())
]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {agency: copy(data, tmp_path_factory.mktemp(agency)) for agency, data in AGENCIES.items()}


def told(data: Path, figure: Figure, printed: str) -> list[Problem]:
    """Return the warnings that there are when one figure is printed as another."""
    with moved(data, figure, printed):
        return [each for each in check(data).problems if each.severity is Severity.WARNING]


def at(figure: Figure, problems: list[Problem]) -> list[tuple[str, str]]:
    """Return the code and the message of what points at a figure."""
    place = f"data/{figure.file}:{figure.line}:{figure.column}"
    return [(each.code, each.message) for each in problems if str(each.position) == place]


def mutations(found: list[tuple[str, Figure]], steps: tuple[str, ...] = STEPS) -> pytest.MarkDecorator:
    """Run a test once for each figure and each of its moves."""
    cases = [(agency, figure, other) for agency, figure in found for other in moves(figure, steps)]
    names = [f"{agency} {figure} to {other}" for agency, figure, other in cases]
    return pytest.mark.parametrize(("agency", "figure", "other"), cases, ids=names)


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_figures_with_known_parts_are_those_that_are_moved(agency: str) -> None:
    trees = check(AGENCIES[agency]).scores.trees
    known = {
        f"{agency}/{year}": {
            score.id for score in tree.walk() if score.published is not None and score.bounds is not None
        }
        for year, tree in trees.items()
    }
    moved_here: dict[str, set[str]] = {}
    for name, figure in KNOWN:
        if name == agency:
            moved_here.setdefault(f"{agency}/{figure.file[:4]}", set()).add(figure.about)

    assert {year: found for year, found in known.items() if found} == moved_here


@mutations(KNOWN)
def test_a_moved_figure_is_named_with_what_its_parts_give(
    agency: str, figure: Figure, other: str, copies: dict[str, Path]
) -> None:
    told_here = at(figure, told(copies[agency], figure, other))

    (message,) = [message for code, message in told_here if code == "sum"]
    assert f"ประกาศ {other} แต่ส่วนประกอบให้ {Decimal(figure.printed):.2f}" in message


@mutations(PUBLISHED, SMALLEST)
def test_whatever_total_instrument_or_indicator_is_moved_something_is_told(
    agency: str, figure: Figure, other: str, copies: dict[str, Path]
) -> None:
    """Where its parts are not known, another document of the same municipality prints the figure, or its change."""
    problems = told(copies[agency], figure, other)

    assert {each.code for each in problems} & {"sum", "claimed-score", "claimed-change", "unknown-figure"}
    assert any(other in each.message or figure.printed in each.message for each in problems)


@mutations(OIT_ITEMS, SMALLEST)
def test_a_moved_item_of_oit_has_points_that_no_item_gets(
    agency: str, figure: Figure, other: str, copies: dict[str, Path]
) -> None:
    assert "item-score" in {code for code, _ in at(figure, told(copies[agency], figure, other))}


@pytest.mark.parametrize("number", range(1, 49))
def test_an_item_that_is_wrongly_in_or_out_of_the_list_of_all_without_points_is_told_of(
    number: int, copies: dict[str, Path]
) -> None:
    """เทศบาลตำบลคำม่วง prints which 30 of 48 items got nothing, and so what the other 18 got."""
    file = copies["kham-muang"] / "2562/result.yml"
    text = file.read_text(encoding="utf-8")
    head, listed = text.split("\nzero_items:\n")
    line = f"  - O{number}\n"
    other = listed.replace(line, "") if line in listed else line + listed
    file.write_text(f"{head}\nzero_items:\n{other}", encoding="utf-8")

    problems = check(copies["kham-muang"]).problems
    file.write_text(text, encoding="utf-8")

    named = [f"ข้อ O{number} " in each.message for each in problems if each.code == "zero-item"]
    assert "sum" in {each.code for each in problems} or any(named)


@mutations(CLAIMED, SMALLEST)
def test_a_moved_claim_is_named_with_the_figure_it_is_about(
    agency: str, figure: Figure, other: str, copies: dict[str, Path]
) -> None:
    told_here = at(figure, told(copies[agency], figure, other))

    code = "claimed-change" if "changes" in figure.path else "claimed-score"
    (message,) = [message for each, message in told_here if each == code]
    assert other in message
    assert str(Decimal(figure.printed)) in message


def test_there_are_claims_of_every_kind_to_move() -> None:
    kinds = {(agency, figure.file.split("/")[1].removesuffix(".yml"), figure.path[0]) for agency, figure in CLAIMED}
    assert kinds == {
        ("kham-muang", "analysis", "strengths"),
        ("kham-muang", "analysis", "weak_points"),
        ("sam-ruean", "analysis", "changes"),
        ("sam-ruean", "analysis", "findings"),
        ("sam-ruean", "analysis", "weak_points"),
        ("sam-ruean", "measures", "score"),
        ("mueang-pan", "reports", "changes"),
    }


@mutations(QUOTED, SMALLEST)
def test_a_score_moved_in_a_sentence_is_told_of_at_its_line(
    agency: str, figure: Figure, other: str, copies: dict[str, Path]
) -> None:
    problems = [each for each in told(copies[agency], figure, other) if other in each.message]
    assert [(each.code, each.position.line) for each in problems] == [("unknown-figure", figure.line)]


def test_every_municipality_that_has_figures_has_some_that_are_moved() -> None:
    assert {agency for agency, _ in KNOWN} == {"kham-muang", "sam-ruean", "mueang-pan"}
    assert {agency for agency, _ in PUBLISHED} == {"kham-muang", "ko", "sam-ruean", "mueang-pan"}
    assert {agency for agency, _ in QUOTED} >= {"ko", "sam-ruean", "mueang-pan"}
    assert {agency for agency, _ in OIT_ITEMS} == {"kham-muang", "sam-ruean"}
