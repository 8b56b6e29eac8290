from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_site.data import source
from ita_site.ground import thai
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.hosts.reports import problem_report
from tests.helpers.attacks import Attack, load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Project = Callable[[Mapping[str, str | bytes]], Path]

RESULT = "data/2568/result.yml"
MOVES_A_TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""Characters that a terminal, a log or an eye would obey; a line end is for the report alone to write."""


def problem(
    line: int, column: int, message: str = "คะแนนเกิน 100", *, severity: Severity = Severity.ERROR, path: str = RESULT
) -> Problem:
    return Problem(Position(path, line, column), "out-of-range", message, severity)


def under_caret(excerpt: str) -> str:
    """Return what the excerpt's caret points at: the source line from there on, as a terminal lays it out."""
    line, caret = excerpt.split("\n")
    assert caret.strip() == "^"
    left = len(caret) - 1
    place = next((at for at in range(len(line)) if thai.columns(line[: at + 1]) > left), len(line))
    return line[place:]


def test_a_problem_is_shown_with_its_place_its_line_and_a_caret(project: Project) -> None:
    root = project({RESULT: "year: 2568\nscores:\n  OIT: 953\n"})
    assert problem_report.text([problem(3, 8)], root) == (
        "data/2568/result.yml:3:8: ต้องแก้: คะแนนเกิน 100\n"
        "    3 |   OIT: 953\n"
        "               ^"
        "\n\n"
        "พบ ต้องแก้ 1 เรื่อง ใน 1 ไฟล์"
    )


def test_problems_are_sorted_by_place_whatever_their_severity(project: Project) -> None:
    root = project({RESULT: "a: 1\n" * 20, "data/agency.yml": "b: 2\n"})
    mixed = [
        problem(12, 1, "ก"),
        problem(2, 4, "ข", severity=Severity.NOTICE),
        problem(1, 1, "ค", path="data/agency.yml"),
        problem(2, 1, "ง", severity=Severity.WARNING),
    ]
    heads = [block.split("\n")[0] for block in problem_report.text(mixed, root).split("\n\n")]
    assert heads == [
        "data/2568/result.yml:2:1: คำเตือน: ง",
        "data/2568/result.yml:2:4: ควรทราบ: ข",
        "data/2568/result.yml:12:1: ต้องแก้: ก",
        "data/agency.yml:1:1: ต้องแก้: ค",
        "พบ ต้องแก้ 2 เรื่อง · คำเตือน 1 เรื่อง · ควรทราบ 1 เรื่อง ใน 2 ไฟล์",
    ]


def test_no_problem_is_said_in_one_line(tmp_path: Path) -> None:
    assert problem_report.text([], tmp_path) == problem_report.summary([]) == "ตรวจแล้ว ไม่พบปัญหา"


def test_a_line_for_a_log_has_the_place_and_the_message() -> None:
    assert problem_report.line(problem(3, 8)) == "data/2568/result.yml:3:8: คะแนนเกิน 100"


# The excerpt


@pytest.mark.parametrize(
    ("line", "column"),
    [
        pytest.param("score: 953", 8, id="plain"),
        pytest.param("ชื่อผู้รับผิดชอบ: ผู้ที่อยู่", 18, id="Thai before"),
        pytest.param("ที่: น้ำ ปี่ ฟื้น กี๊ x: 1", 23, id="marks above and below"),
        pytest.param("a: ประ\u200bปา จบ", 11, id="an invisible character before"),
        pytest.param("a: 😀漢 จบ", 7, id="wide characters before"),
        pytest.param("a:\tb", 4, id="a tab before"),
        pytest.param("a:\u00a0b", 4, id="a no-break space before"),
        pytest.param("a: \x1b[31mb", 9, id="a control character before"),
        pytest.param("a: cafe\u0301 x", 10, id="a letter and its accent before"),
    ],
)
def test_the_caret_stands_under_the_column_named(line: str, column: int, project: Project) -> None:
    root = project({RESULT: f"# 1\n{line}\n# 3\n"})
    excerpt = "\n".join(problem_report.text([problem(2, column)], root).split("\n")[1:3])
    assert under_caret(excerpt) == line[column - 1 :]


def test_a_byte_order_mark_moves_no_caret(project: Project) -> None:
    root = project({RESULT: "\ufeffa: *b\n"})
    document = source.read(root / RESULT, RESULT)
    excerpt = "\n".join(problem_report.text(document.problems, root).split("\n")[1:3])
    assert excerpt == "    1 | a: *b\n           ^"


def test_the_caret_of_a_text_cut_short_stands_behind_it(project: Project) -> None:
    root = project({RESULT: "ก่อน:\n"})
    excerpt = "\n".join(problem_report.text([problem(1, 6)], root).split("\n")[1:3])
    assert excerpt == "    1 | ก่อน:\n            ^"
    assert under_caret(excerpt) == ""


@pytest.mark.parametrize("column", [1, 50, 99, 100, 101, 250, 2000, 4000])
@pytest.mark.parametrize("letter", ["ก", "กี่", "a"])
def test_a_long_line_is_cut_around_the_column(letter: str, column: int, project: Project) -> None:
    line = (letter * 4000)[: column - 1] + "!" + letter * 50
    root = project({RESULT: line})
    shown, caret = problem_report.text([problem(1, column)], root).split("\n")[1:3]
    assert len(shown) <= 120
    assert under_caret(f"{shown}\n{caret}").startswith("!")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=200), data=st.data())
def test_any_line_is_shown_safely_with_the_caret_in_it(line: str, data: st.DataObject, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(line.encode())
    column = data.draw(st.integers(1, len(line) + 1))
    lines = problem_report.text([problem(1, column, path="a.yml")], tmp_path).split("\n")
    assert not any(MOVES_A_TERMINAL.search(each) for each in lines)
    if line:
        assert len(lines) == 5
        assert 8 <= lines[2].index("^") <= thai.columns(lines[1])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_are_counted_as_the_reader_counts_them(end: str, project: Project) -> None:
    root = project({RESULT: "\ufeff" + end.join(["a: ก\u2028ข\x0bค\x85ง", "b: 1", "score: 1", "score: 2"])})
    document = source.read(root / RESULT, RESULT)
    twice = [each for each in document.problems if each.code == "duplicate-key"]
    assert problem_report.text(twice, root).split("\n")[1] == "    4 | score: 2"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param("data/2569/gone.yml", 3, id="file that is not there"),
        pytest.param("data/2568", 0, id="folder"),
        pytest.param(RESULT, 0, id="file as a whole"),
        pytest.param(RESULT, 99, id="line that is not there"),
    ],
)
def test_without_a_line_to_show_the_problem_stands_alone(path: str, line: int, project: Project) -> None:
    root = project({RESULT: "a: 1\n"})
    shown = problem_report.text([problem(line, 1 if line else 0, path=path)], root)
    assert shown.split("\n\n")[0] == f"{path}{f':{line}:1' if line else ''}: ต้องแก้: คะแนนเกิน 100"


def test_a_file_in_another_encoding_is_shown_as_far_as_it_can_be_read(project: Project) -> None:
    root = project({RESULT: "# 1\ntitle: รายงาน\n".encode("cp874")})
    shown = problem_report.text(source.read(root / RESULT, RESULT).problems, root)
    assert "    2 | title: \ufffd" in shown


# Nothing in the data speaks for the report


@pytest.mark.parametrize("attack", load("log", "uni", "gha", "xss", "md"), ids=lambda attack: attack.id)
def test_an_attack_in_the_data_or_a_message_stays_on_its_line(attack: Attack, project: Project) -> None:
    payload = attack.payload
    root = project({RESULT: f"a: {payload}"})
    found = problem(1, 4, f"อ่านค่า “{payload}” ไม่ได้")
    shown = problem_report.text([found], root)
    assert not MOVES_A_TERMINAL.search(shown)
    assert len(shown.split("\n")) == 5
    assert not any(line.startswith(("::", "ERROR")) for line in shown.split("\n"))
    assert "\n" not in problem_report.line(found)
    assert not MOVES_A_TERMINAL.search(problem_report.line(found))


@pytest.mark.parametrize("name", ["a\x1b[31m.yml", "a\nERROR - ปลอม.yml", "a\u202elmy.yml"], ids=ascii)
def test_the_name_of_a_file_moves_no_terminal_and_forges_no_line(name: str, tmp_path: Path) -> None:
    found = problem(0, 0, path=f"data/{name}")
    shown = problem_report.text([found], tmp_path)
    assert not MOVES_A_TERMINAL.search(shown)
    assert len(shown.split("\n")) == 3
    assert not MOVES_A_TERMINAL.search(problem_report.line(found))
    assert "\n" not in problem_report.line(found)


# GitHub


def test_github_is_told_the_severity_the_place_and_the_message() -> None:
    found = [problem(3, 8), problem(1, 2, "ถูกตัด", severity=Severity.WARNING), problem(4, 1, severity=Severity.NOTICE)]
    assert problem_report.github(found).split("\n") == [
        "::warning file=data/2568/result.yml,line=1,col=2,title=out-of-range::ถูกตัด",
        "::error file=data/2568/result.yml,line=3,col=8,title=out-of-range::คะแนนเกิน 100",
        "::notice file=data/2568/result.yml,line=4,col=1,title=out-of-range::คะแนนเกิน 100",
    ]


def test_a_problem_of_a_whole_file_is_shown_at_its_first_line() -> None:
    assert problem_report.github([problem(0, 0)]).startswith("::error file=data/2568/result.yml,line=1,col=1,")


@pytest.mark.parametrize("attack", load("gha", "log"), ids=lambda attack: attack.id)
def test_no_message_gives_github_a_command_of_its_own(attack: Attack) -> None:
    told = problem_report.github([problem(1, 1, attack.payload)])
    assert "\n" not in told
    assert told.endswith(attack.payload.replace("\n", "%0A"))


def test_what_github_would_read_as_its_own_marks_is_escaped() -> None:
    told = problem_report.github([problem(1, 1, "100%\r\nก, ข: ค", path="data/a,b:c%0A\n.yml")])
    assert told == "::error file=data/a%2Cb%3Ac%250A%0A.yml,line=1,col=1,title=out-of-range::100%25%0D%0Aก, ข: ค"


def test_github_is_told_nothing_when_there_is_no_problem() -> None:
    assert not problem_report.github([])


# JSON


def test_json_has_every_field_in_order_of_place() -> None:
    message = 'ก "ข"\n\x1b </script> 😀'
    found = [problem(3, 8, message), problem(0, 0, path="data/2567", severity=Severity.WARNING)]
    assert json.loads(problem_report.as_json(found)) == [
        {
            "path": "data/2567",
            "line": None,
            "column": None,
            "severity": "warning",
            "code": "out-of-range",
            "message": "คะแนนเกิน 100",
        },
        {
            "path": RESULT,
            "line": 3,
            "column": 8,
            "severity": "error",
            "code": "out-of-range",
            "message": message,
        },
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(problem_report.as_json([])) == []


@pytest.mark.parametrize("written", [problem_report.github, problem_report.as_json])
def test_nothing_in_what_machines_read_turns_a_line_or_moves_a_cursor(
    written: Callable[[Sequence[Problem]], str],
) -> None:
    hostile = "a\u202elmy\x1b[31m\u2028\u200f\x9b"
    told = written([problem(1, 1, f"ชื่อ {hostile}", path=f"data/{hostile}")])
    assert MOVES_A_TERMINAL.search(told) is None
    assert "lmy" in told
