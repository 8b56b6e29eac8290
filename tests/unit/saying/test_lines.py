"""Lines below lines are numbered as Thai offices number them, or as the document or the clerk did."""

from __future__ import annotations

import pytest

from ita_site.data.model import Line, SubLine
from ita_site.saying.view.lines import InnerLine, marked_lines
from ita_site.saying.view.marks import Marks


def below(*lines: Line) -> list[list[str]]:
    """Return the numbers of the lines below each line of a list."""
    return [[each.number for each in line.lines] for line in marked_lines(lines, Marks(), files={}).lines]


def line(*inner: str | SubLine, number: str | None = None, text: str = "จัดทำ") -> Line:
    lines = tuple(SubLine(text=each) if isinstance(each, str) else each for each in inner)
    return Line(text=text, number=number, lines=lines)


def test_a_line_below_has_the_number_of_the_line_above_before_its_own() -> None:
    assert below(line(), line("ก", "ข"), line("ค")) == [[], ["2.1", "2.2"], ["3.1"]]


def test_the_third_level_has_three_numbers() -> None:
    lines = marked_lines([line(), line(SubLine(text="ก", lines=("ข", "ค")))], Marks(), files={}).lines
    assert lines[1].lines == (InnerLine("2.1", "ก", (InnerLine("2.1.1", "ข"), InnerLine("2.1.2", "ค"))),)


def test_below_the_only_line_of_a_list_numbers_begin_at_one() -> None:
    """One line alone has no number on a page."""
    only = line(SubLine(text="ก", lines=("ข",)), "ค")
    ((first, second),) = (each.lines for each in marked_lines([only], Marks(), files={}).lines)
    assert (first.number, second.number, first.lines) == ("1.", "2.", (InnerLine("1.1", "ข"),))


@pytest.mark.parametrize(
    ("number", "numbers"),
    [
        ("๘", ["๘.๑", "๘.๒"]),
        ("8.", ["8.1", "8.2"]),
        ("(๓)", ["๓.๑", "๓.๒"]),
        ("2.1", ["2.1.1", "2.1.2"]),
        ("ก.", ["", ""]),
        ("ข้อ 3", ["", ""]),
    ],
)
def test_a_printed_number_is_continued_in_its_own_digits(number: str, numbers: list[str]) -> None:
    assert below(line("จัดซื้อ", "จัดจ้าง", number=number)) == [numbers]


def test_a_line_without_a_number_among_printed_ones_gives_none_to_those_below_it() -> None:
    assert below(line("จัดซื้อ", number="๑"), line("จัดจ้าง")) == [["๑.๑"], [""]]


def test_printed_numbers_of_lines_below_stand_as_printed() -> None:
    assert below(line(SubLine(text="จัดซื้อ", number="ก"), SubLine(text="จัดจ้าง"))) == [["ก", ""]]


@pytest.mark.parametrize("typed", ["1) จัดซื้อ", "๑.๑ จัดซื้อ", "(1) จัดซื้อ", "ก. จัดซื้อ", "- จัดซื้อ", "๒.จัดซื้อ"])
def test_what_was_typed_with_a_number_or_a_dash_gets_no_other(typed: str) -> None:
    assert below(line(typed, "จัดจ้าง")) == [["", ""]]


@pytest.mark.parametrize("text", ["3 ขั้นตอน", "ก่อนประกาศ", "30.5 ล้านบาท", "2568"])
def test_a_text_that_only_begins_with_a_figure_is_numbered(text: str) -> None:
    assert below(line(text, "จัดจ้าง"))[0][1] == "2."


def test_a_list_typed_with_numbers_keeps_them_and_gets_no_second_ones() -> None:
    typed = marked_lines([line(text="1. จัดซื้อ"), line(text="2. จัดจ้าง")], Marks(), files={})
    assert typed.numbered
    assert not marked_lines([line(text="1. จัดซื้อ"), line(text="จัดจ้าง")], Marks(), files={}).numbered


@pytest.mark.parametrize("typed", ["1) จัดซื้อ", "- จัดซื้อ", "ก. จัดซื้อ"])
def test_what_was_typed_with_a_number_or_a_dash_gets_no_bullet_either(typed: str) -> None:
    (only,) = marked_lines([line(typed)], Marks(), files={}).lines
    assert [(each.number, each.numbered) for each in only.lines] == [("", True)]
