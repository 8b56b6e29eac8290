"""Which measures answer what of the year before: itself, a part of it, or what it is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.load import load
from ita_site.data.model import WeakPoint
from ita_site.judging.chain import Answers, lineage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = (
    "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
    "channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]\n"
)


def answering(project: Callable[..., Path], measures: Mapping[str, str], year: int = 2569) -> Answers:
    """Return what these measures (id → what they answer) of a year answer."""
    files = {f"data/{year}/measures/{name}.yml": f"title: ก\nanswers: [{each}]\n" for name, each in measures.items()}
    return Answers(load(project({"data/agency.yml": AGENCY, **files}) / "data"))


MEASURES = {"item": "O13", "sibling": "O14", "sub": "9.3", "indicator": "9", "instrument": "OIT", "other": "8, O13"}


@pytest.mark.parametrize(
    ("reference", "to", "covering"),
    [
        ("O13", {"item", "other"}, {"item", "other"}),
        ("O12", set(), {"sub"}),
        ("O20", set(), {"indicator"}),
        ("9.3", {"item", "other", "sub"}, {"item", "other", "sub"}),
        ("9.4", {"sibling"}, {"sibling"}),
        ("9.5", set(), {"indicator"}),
        ("9", {"item", "other", "sub", "sibling", "indicator"}, {"item", "other", "sub", "sibling", "indicator"}),
        ("OIT", set(MEASURES), {"instrument"}),
        ("10", set(), {"instrument"}),
        ("8", {"other"}, {"other"}),
        ("EIT", {"other"}, set()),
        ("E7", set(), {"other"}),
        ("E4", set(), set()),
        ("IIT", set(), set()),
    ],
)
def test_a_reference_is_covered_by_what_answers_it_or_its_parts_else_by_what_it_is_nearest_part_of(
    reference: str, to: set[str], covering: set[str], project: Callable[..., Path]
) -> None:
    answers = answering(project, MEASURES)
    assert set(answers.to(2568, reference)) == to
    assert set(answers.covering(2568, WeakPoint(about=reference))) == covering


def test_measures_answer_the_year_before_and_no_other(project: Callable[..., Path]) -> None:
    answers = answering(project, {"item": "O13"})
    assert [year for year in range(2566, 2571) if answers.covering(year, WeakPoint(about="O13"))] == [2568]


def test_what_answers_is_told_with_its_record(project: Callable[..., Path]) -> None:
    (measure,) = answering(project, {"item": "O13"}).to(2568, "9").values()
    assert measure.record.answers == ("O13",)


def test_without_a_framework_a_sub_indicator_still_belongs_to_its_indicator(project: Callable[..., Path]) -> None:
    assert lineage(None, "9.3") == ("9.3", "9")
    assert lineage(None, "10") == ("10",)
    answers = answering(project, {"sub": "9.3", "indicator": "9", "item": "O13"}, year=2571)
    assert list(answers.to(2570, "9")) == ["indicator", "sub"]
    assert list(answers.covering(2570, WeakPoint(about="9.4"))) == ["indicator"]
    assert list(answers.covering(2570, WeakPoint(about="O13"))) == ["item"]
