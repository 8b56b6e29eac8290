"""Where in a file a part of a text stands, and all the texts of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_site.data import source

if TYPE_CHECKING:
    from pathlib import Path


def read(tmp_path: Path, contents: str | bytes) -> source.Document:
    path = tmp_path / "a.yml"
    path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    return source.read(path, "a.yml")


def place(document: source.Document, path: source.Path, part: str) -> tuple[int, int]:
    position = document.within(path, part)
    return position.line, position.column


@pytest.mark.parametrize(
    ("contents", "line", "column"),
    [
        ("a: ปี 2540\n", 1, 7),
        ('a: "ปี 2540"\n', 1, 8),
        ("a: 'it''s 2540'\n", 1, 11),
        ("a: >-\n  ปี\n  พ.ศ. 2540\n  แล้ว\n", 3, 8),
        ("a: >-\n  ปี\n\n  พ.ศ. 2540\n", 4, 8),
        ("a: |\n  ปี\n  พ.ศ. 2540\n", 3, 8),
        ("a: ปี\n  พ.ศ. 2540\n", 2, 8),
        ('a: "ปี\n  พ.ศ. 2540"\n', 2, 8),
        ("a:\n        >-\n        ปี\n        2540\n", 4, 9),
        ("2540: 1\na: ปี 2540\nb: 2540\n", 2, 7),
        ("{b: 2540, a: ปี 2540}\n", 1, 17),
        ("a: >-\r\n  ปี\r\n  2540\r\n", 3, 3),
        ("\ufeffa: ปี 2540\n", 1, 7),
    ],
    ids=[
        "plain",
        "in double quotes",
        "after a doubled quote",
        "folded",
        "folded, in the second paragraph",
        "literal",
        "plain over two lines",
        "quoted over two lines",
        "deep",
        "a key and another value are the same",
        "in flow style",
        "CRLF",
        "after a byte order mark",
    ],
)
def test_a_part_of_a_text_is_placed_on_its_own_line(contents: str, line: int, column: int, tmp_path: Path) -> None:
    assert place(read(tmp_path, contents), ("a",), "2540") == (line, column)


def test_a_part_is_placed_in_the_file_where_the_line_was_mended(tmp_path: Path) -> None:
    document = read(tmp_path, "title:ปี 2540\nnote:\n\t- ปี 2541\n")
    assert place(document, ("title",), "2540") == (1, 10)
    assert place(document, ("note", 0), "2541") == (3, 7)


def test_a_part_that_runs_over_a_line_end_is_placed_where_it_begins(tmp_path: Path) -> None:
    document = read(tmp_path, "a:\n  - >-\n    ตามที่\n    ปี พ.ศ.\n    2540 แล้ว\n")
    assert place(document, ("a", 0), "พ.ศ. 2540") == (4, 8)


def test_a_part_of_an_entry_is_not_looked_for_in_the_entries_around_it(tmp_path: Path) -> None:
    document = read(tmp_path, "- ปี 2540\n- ใช้ในปี 2540\n- 2540\n")
    assert [place(document, (index,), "2540") for index in range(3)] == [(1, 6), (2, 11), (3, 3)]


def test_after_faulty_values_are_taken_out_the_others_keep_their_places(tmp_path: Path) -> None:
    document = read(tmp_path, "a:\n  - {b: x}\n  - ปี 2540\n").without(frozenset({("a", 0)}))
    assert place(document, ("a", 0), "2540") == (3, 8)


@pytest.mark.parametrize(
    ("contents", "line", "column"),
    [
        ("a: |\n" + "".join(f"  {number:02}\n" for number in range(60)), 61, 3),
        ("a: >-\n" + "".join(f"  {number:02}\n\n" for number in range(60)), 120, 3),
        ("a:\n  b:\n    - |\n" + "".join(f"        ก{number:02}\n" for number in range(60)), 63, 10),
    ],
    ids=["literal", "folded with paragraphs", "literal and deep"],
)
def test_the_last_words_of_a_long_text_are_placed_on_its_last_line(
    contents: str, line: int, column: int, tmp_path: Path
) -> None:
    document = read(tmp_path, contents)
    path = ("a", "b", 0) if "b:" in contents else ("a",)
    assert place(document, path, "59") == (line, column)


@pytest.mark.parametrize("typed", ["นํ้า", "น้ํา"], ids=["marks in one order", "in the other"])
def test_words_are_placed_however_their_vowels_were_typed(typed: str, tmp_path: Path) -> None:
    """Texts copied from PDF files have sara am in two parts; another entry may have it in one."""
    document = read(tmp_path, f"a: ประหยัด{typed}ประปา\nb: น้ำ\n")
    assert place(document, ("a",), "น้ำ") == (1, 11)


def test_a_part_written_as_an_escape_is_placed_at_its_text(tmp_path: Path) -> None:
    document = read(tmp_path, 'a: 1\nb: "\\u0e1b\\u0e35"\nc: 1\n')
    assert place(document, ("b",), "ปี") == (2, 4)


WORDS = st.lists(st.sampled_from(["ปี", "พ.ศ.", "แล้ว", "(ก)", "ข้อ*", "[1]"]), min_size=1, max_size=12)
SHAPES = st.tuples(st.integers(1, 4), st.integers(1, 10), st.sampled_from("|>"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=WORDS, after=WORDS, shape=SHAPES)
def test_wherever_lines_are_broken_words_are_found_where_they_stand(
    before: list[str], after: list[str], shape: tuple[int, int, str], tmp_path: Path
) -> None:
    width, indent, style = shape
    words = [*before, "2540", *after]
    lines = [" ".join(words[start : start + width]) for start in range(0, len(words), width)]
    contents = f"- 2540\n- {style}-\n" + "".join(f"{' ' * indent}{line}\n" for line in lines) + "- 2540\n"
    line, text = next((number, each) for number, each in enumerate(lines, start=3) if "2540" in each)

    assert place(read(tmp_path, contents), (1,), "2540") == (line, indent + text.index("2540") + 1)


def test_all_texts_come_with_their_paths_in_the_order_of_the_file(tmp_path: Path) -> None:
    document = read(tmp_path, "b: 1\na:\n  - x\n  - {d: 2, c: }\n  - [~, e]\nz: >-\n  ข้อ\n  ความ\n")
    assert list(document.texts()) == [
        (("b",), "1"),
        (("a", 0), "x"),
        (("a", 1, "d"), "2"),
        (("a", 2, 1), "e"),
        (("z",), "ข้อ ความ"),
    ]


@pytest.mark.parametrize(("contents", "texts"), [("", []), ("~\n", []), ("ก\n", [((), "ก")]), ("a: []\nb: {}\n", [])])
def test_a_file_of_little_has_few_texts(contents: str, texts: list[object], tmp_path: Path) -> None:
    assert list(read(tmp_path, contents).texts()) == texts


def test_texts_that_were_taken_out_are_not_among_them(tmp_path: Path) -> None:
    document = read(tmp_path, "a: [x, y]\nb: z\n").without(frozenset({("a", 0)}))
    assert list(document.texts()) == [(("a", 0), "y"), (("b",), "z")]
