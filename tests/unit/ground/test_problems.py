from __future__ import annotations

import pytest

from ita_site.ground.problems import InvalidData, Position, Problem, Severity, blocking, few_of_each

ERROR = Problem(Position("data/2568/result.yml", 17, 12), "out-of-range", "คะแนนเกิน 100")
WARNING = Problem(Position("data/2568/result.yml", 9, 3), "cut-by-hash", "ถูกตัด", Severity.WARNING)
NOTICE = Problem(Position("data/2568/result.yml", 120, 1), "invisible", "ตัดออกแล้ว", Severity.NOTICE)
FOLDER = Problem(Position("data/2568"), "empty-year", "โฟลเดอร์ว่าง")
OTHER = Problem(Position("data/2567/result.yml", 200, 1), "missing", "ไม่มีช่อง")


def test_a_position_is_written_so_that_editors_and_terminals_can_jump_to_it() -> None:
    assert str(Position("data/2568/result.yml", 17, 12)) == "data/2568/result.yml:17:12"


def test_the_position_of_a_whole_file_has_no_line() -> None:
    assert str(Position("data/2568/result.yml")) == "data/2568/result.yml"


def test_problems_go_by_file_then_line_as_a_number_and_not_by_how_bad_they_are() -> None:
    assert sorted([NOTICE, ERROR, WARNING, OTHER, FOLDER]) == [OTHER, FOLDER, WARNING, ERROR, NOTICE]


def test_invalid_data_carries_every_problem_in_order() -> None:
    with pytest.raises(InvalidData) as raised:
        raise InvalidData(iter([NOTICE, ERROR, OTHER]))
    assert raised.value.problems == (OTHER, ERROR, NOTICE)


@pytest.mark.parametrize(
    ("problems", "stops"),
    [([], False), ([NOTICE], False), ([WARNING, NOTICE], False), ([NOTICE, ERROR], True)],
    ids=["none", "notice", "warning", "error"],
)
def test_only_errors_forbid_publishing(problems: list[Problem], stops: bool) -> None:  # noqa: FBT001
    assert blocking(iter(problems)) is stops


def test_a_thousand_of_a_kind_in_one_file_are_told_in_few_lines() -> None:
    many = [Problem(Position("data/2568/result.yml", line, 1), "not-a-number", f"{line}") for line in range(1, 1001)]
    told = list(few_of_each([*many, OTHER, many[0]]))
    assert told[:20] == many[:20]
    assert OTHER in told
    assert [each.message for each in told[20:] if each != OTHER] == [
        "มีแบบเดียวกันในไฟล์นี้อีก 980 แห่ง แก้ 20 แห่งข้างต้นแล้วตรวจใหม่"
    ]
    assert list(few_of_each(told)) == told, "what was summed up stays so"


def test_one_more_than_few_is_told_itself() -> None:
    many = [Problem(Position("data/2568/result.yml", line, 1), "not-a-number", f"{line}") for line in range(1, 22)]
    assert list(few_of_each(many)) == many
