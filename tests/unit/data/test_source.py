from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_site.data import source
from ita_site.ground.problems import Severity, blocking
from tests.helpers.attacks import load, write_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.helpers.attacks import Attack

    Read = Callable[[str | bytes], source.Document]

NAME = "data/2568/result.yml"


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a file of these contents."""
    path = tmp_path_factory.mktemp("source") / "result.yml"

    def read_contents(contents: str | bytes) -> source.Document:
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return source.read(path, NAME)

    return read_contents


def found(document: source.Document) -> list[str]:
    """List what was found as `line:column code`, in the order of the file."""
    return [f"{each.position.line}:{each.position.column} {each.code}" for each in sorted(document.problems)]


def at(document: source.Document, *path: str | int, key: bool = False) -> tuple[int, int]:
    position = document.position(path, key=key)
    return position.line, position.column


# The corpus


KEPT = {
    "yaml-09": {"a": "9" * 5000},
    "yaml-10": {"a": "0x" + "f" * 200_000},
    "yaml-11": {"a": "1:" * 2000 + "1"},
    "yaml-12": {"a": ".inf"},
    "yaml-13": {"a": ".nan"},
    "yaml-14": {"a": "1e999"},
    "yaml-17": {"a": "no"},
    "yaml-19": {"a": "0234567012"},
    "yaml-20": {"a": "007"},
    "yaml-21": {"a": "1_000"},
    "yaml-22": {"a": "2569-02-30"},
    "yaml-29": ["a"],
    "yaml-30": None,
    "yaml-34": {"a": "="},
    "enc-01": {"title": "แผนพัฒนาท้องถิ่น", "year": "2569"},
    "enc-05": {"title": "แผนพัฒนาท้องถิ่น", "year": "2569"},
    "enc-06": {"title": "แผนพัฒนาท้องถิ่น", "year": "2569"},
}
"""Rows that are read as they were typed, for the model to judge."""

REFUSED = {
    "yaml-04": ["1:4 anchor", "1:8 alias"],
    "yaml-06": ["1:1 tag"],
    "yaml-07": ["1:1 tag"],
    "yaml-08": ["1:1 tag"],
    "yaml-16": ["2:1 duplicate-key"],
    "yaml-25": ["1:4 unclosed-quote"],
    "yaml-26": ["1:9 syntax"],
    "yaml-28": ["2:1 several-documents"],
    "yaml-31": ["3:1 bad-key"],
    "yaml-35": ["1:1 syntax"],
    "yaml-37": ["1:5 forbidden-character"],
    "yaml-38": ["0:0 file-too-big"],
    "yaml-39": ["5001:3 too-many"],
    "enc-02": ["0:0 encoding"],
    "enc-04": ["1:8 encoding"],
    "enc-08": ["2:1 conflict", "4:1 conflict", "6:1 conflict"],
    "enc-09": ["0:0 encoding"],
}
"""Rows that are refused, with the places named."""


@pytest.mark.parametrize("attack", load("yaml", "enc"), ids=lambda attack: attack.id)
def test_every_attack_on_the_reader_is_answered_within_seconds(attack: Attack, read: Read, tmp_path: Path) -> None:
    if attack.file:
        write_files(tmp_path)
    contents = (tmp_path / attack.file).read_bytes() if attack.file else attack.payload
    start = time.process_time()
    document = read(contents)
    assert time.process_time() - start < 5.0
    if attack.id in KEPT:
        assert (document.value, found(document)) == (KEPT[attack.id], [])
    else:
        assert found(document) == REFUSED[attack.id]
        assert blocking(document.problems)


LINES = 10_000
BOMBS = {
    "merge keys": "b0: &b0 {k0: v}\n" + "".join(f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}\n" for n in range(1, 25)),
    "billion laughs": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 10)),
    "nested brackets": "[" * 100_000,
    "nested braces": "{a: " * 100_000,
    "nested dashes": "- " * 100_000,
    "nested complex keys": "? " * 100_000,
    "nested mappings": "".join(" " * depth + "a:\n" for depth in range(1500)),
    "anchors on one line": "a: &a " * 33_000,
    "anchors on many lines": "a: &a\n" * 33_000,
    "faults on every line": "a: b: c\n" * LINES,
    "unclosed quotes": 'a: "b\n' * LINES,
    "one quote after the other": "'" * 200_000,
    "backslashes": 'a: "' + "\\" * 200_000,
    "missing spaces": "ab:c\n" * LINES,
    "cut texts": "a: b #c\n" * LINES,
    "a text block that looks wrong all over": "a: |\n" + "  ab:c #d\n" * LINES,
    "conflict marks": "<<<<<<<\n" * 8 * LINES,
    "control characters": "\x1b" * 1_900_000,
    "invisible characters": "\u200b" * 600_000,
    "stacked marks": "\u0e48" * 600_000,
    "tabs": "\t\n" * 200_000,
    "blank lines": "\n" * 500_000,
    "hashes": "- b" + " #" * 900_000,
    "text blocks": "a: |\n" * 100_000,
    "bullets": "a:\n" + "\u2022x\n" * LINES,
    "bullets below keys": "ab:\n\u2022x\n" * LINES,
    "bullets below blank lines": "\n" * 300_000 + "  \u2022 x\n \u2022 x\n" * 3_000,
    "curly quotes on one line": "a: " + "\u201c" * 600_000,
    "curly quotes on every line": "a: \u201cb: c\u201d\n" * LINES,
    "brackets before texts": "a: [b] c\n" * LINES,
    "wide colons": "ab\uff1ac\n" * LINES,
    "lost sara am": "a: " + "\u0e14\u0e32\u0e40\u0e19\u0e34\u0e19" * 60_000,
    "torn syllables": "- " + "\u0e01 \u0e35" * 200_000,
    "glyphs of a font": "- " + "\u0e01\uf70a" * 200_000,
    "mojibake": "- " + "\u00e0\u00b8" * 200_000,
    "question marks": "- " + "?" * 500_000,
    "look-alikes": "- " + "\u0422a" * 200_000,
}
TIMED = """
import json, sys, time
from pathlib import Path
from ita_site.data import source
for path in map(Path, sys.argv[1:]):
    start = time.process_time()
    document = source.read(path, "bomb.yml")
    seconds = time.process_time() - start
    size = len(json.dumps(document.value, ensure_ascii=False))
    print(json.dumps([path.name, seconds, size, len(document.problems)]), flush=True)
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[float, int, int]]:
    """Read every bomb in another process, because the parser this guards has crashed Python and run for hours.

    Give how many seconds each took, how large what was read of it is, and how many problems it has. One that kills
    the process, or takes a minute of it, has no answer, and the next ones have another process.
    """
    folder = tmp_path_factory.mktemp("bombs")
    ahead = list(BOMBS)
    for bomb in ahead:
        (folder / bomb).write_text(BOMBS[bomb])
    found: dict[str, tuple[float, int, int]] = {}
    while ahead:
        command = [sys.executable, "-c", TIMED, *(str(folder / bomb) for bomb in ahead)]
        try:
            said = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=60, text=True).stdout
        except subprocess.TimeoutExpired as error:
            said = (error.stdout or b"").decode()
        given = [json.loads(line) for line in said.splitlines()]
        found |= {name: (seconds, size, problems) for name, seconds, size, problems in given}
        ahead = ahead[len(given) + 1 :]
    return found


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_made_to_hang_or_crash_the_reader_is_answered_within_seconds(
    bomb: str, answers: dict[str, tuple[float, int, int]]
) -> None:
    seconds, size, problems = answers[bomb]
    assert seconds < 5.0  # of a slow machine: what this is about takes minutes, or for ever
    assert size <= 10 * len(BOMBS[bomb]), "what is read is no larger than the file, give or take its commas"
    assert problems <= 1000, "nobody reads more, and a log of them is a bomb itself"


def test_no_command_in_a_file_is_run(read: Read, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    document = read(f'a: !!python/object/apply:os.system ["touch {trace}"]\nb: !!python/name:os.system\n')
    assert found(document) == ["1:4 tag", "2:4 tag"]
    assert not trace.exists()


# Values


@pytest.mark.parametrize(
    "typed",
    [
        "NO", "no", "on", "yes", "true", "012", "0234567012", "08", "0x1F", "12:30", "1:30:00", "1_000", "1e3",
        "96.50", "๙๖.๗๙", "96,79", "2568-02-29", "2568-10-06", ".inf", ".nan", "=", "-x", "N/A", "ข้อ#5",
        "http://a.go.th/#x",
    ],
)  # fmt: skip
def test_a_scalar_stays_the_text_that_was_typed(typed: str, read: Read) -> None:
    document = read(f"a: {typed}\n")
    assert (document.value, document.problems) == ({"a": typed}, ())


@pytest.mark.parametrize("typed", ["~", "null", "Null", "NULL"])
def test_nothing_is_none_unless_it_is_quoted(typed: str, read: Read) -> None:
    document = read(f"a: {typed}\nb: \"{typed}\"\nc: '{typed}'\n")
    assert (document.value, document.problems) == ({"a": None, "b": typed, "c": typed}, ())


@pytest.mark.parametrize("nothing", ['""', "' '", "['', \"\"]", "{x: '', y: {z: ''}}", "[{x: ''}]"])
def test_a_blank_in_quotes_is_as_if_it_were_not_there(nothing: str, read: Read) -> None:
    document = read(f"a: {nothing}\nb:\n  - {nothing}\n  - c\n")
    assert (document.value, document.problems) == ({"b": ["c"]}, ())
    assert document.position(("b", 0)).line == 4


def test_of_nothing_without_quotes_an_editor_is_still_told(read: Read) -> None:
    assert read("a:\nb: [~, c]\nd: {}\ne: []\n").value == {"a": None, "b": [None, "c"], "d": {}, "e": []}


@pytest.mark.parametrize("contents", ["", "\n\n", "# หมายเหตุ\n", "---\n", "\ufeff"])
def test_a_file_without_data_is_none(contents: str, read: Read) -> None:
    document = read(contents)
    assert (document.value, document.problems, document.complete) == (None, (), True)


def test_texts_and_keys_have_one_spelling(read: Read) -> None:
    document = read("นํา: เเผน\nน้ํา: ค่านํ้า\n")
    assert document.value == {"นำ": "แผน", "น้ำ": "ค่าน้ำ"}
    assert at(document, "นำ") == (1, 6)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no BOM", "BOM"])
@pytest.mark.parametrize("last", [True, False], ids=["last line ended", "last line open"])
def test_line_ends_and_a_byte_order_mark_change_nothing(mark: str, end: str, last: bool, read: Read) -> None:  # noqa: FBT001
    document = read(mark + end.join(["title: แผน", "steps:", "  - หนึ่ง", "note: |", "  ก", "", "  ข"]) + end * last)
    assert document.problems == ()
    assert document.value == {"title": "แผน", "steps": ["หนึ่ง"], "note": "ก\n\nข" + "\n" * last}
    assert at(document, "title") == (1, 8)
    assert at(document, "steps", 0) == (3, 5)


# Positions


def test_values_and_keys_know_their_line_and_column(read: Read) -> None:
    document = read("title: แผนพัฒนา\nช่องไทย: ค่า\nweak:\n  - item: O1\n    score: ๙๕.๓\n  -   item: O2\n")
    assert document.problems == ()
    assert at(document) == (1, 1)
    assert at(document, "title") == (1, 8)
    assert at(document, "title", key=True) == (1, 1)
    assert at(document, "ช่องไทย") == (2, 10)
    assert at(document, "weak", key=True) == (3, 1)
    assert at(document, "weak", 0, "score") == (5, 12)
    assert at(document, "weak", 0, "score", key=True) == (5, 5)
    assert at(document, "weak", 1, "item") == (6, 13)
    assert str(document.position(("weak", 0, "score"))) == f"{NAME}:5:12"


def test_positions_hold_in_flow_style_and_nested_lists(read: Read) -> None:
    document = read("ก: {ที่: หนึ่ง, rows: [[1, ๒], [สาม]]}\nb:\n- - x\n  - yy\n")
    assert document.value == {"ก": {"ที่": "หนึ่ง", "rows": [["1", "๒"], ["สาม"]]}, "b": [["x", "yy"]]}
    assert at(document, "ก", "ที่", key=True) == (1, 5)
    assert at(document, "ก", "ที่") == (1, 10)
    assert at(document, "ก", "rows", 0, 1) == (1, 28)
    assert at(document, "ก", "rows", 1, 0) == (1, 33)
    assert at(document, "b", 0, 1) == (4, 5)


def test_what_is_not_there_is_placed_at_the_nearest_thing_around_it(read: Read) -> None:
    document = read("a:\n  b:\n    - c: 1\n")
    assert at(document, "a", "b", 0, "missing", "deeper") == (3, 7)
    assert at(document, "a", "b", 9) == (3, 5)
    assert at(document, "nothing") == (1, 1)


def test_a_value_after_a_missing_space_is_placed_where_it_stands_in_the_file(read: Read) -> None:
    assert at(read("score:953\n"), "score") == (1, 7)


# What YAML can do and this reader does not


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        pytest.param("a: &x 1\nb: 2\n", ["1:4 anchor"], id="anchor"),
        pytest.param("a: 1\nb: *x\n", ["2:4 alias"], id="alias"),
        pytest.param("a:\n  <<: {b: 1}\n", ["2:3 merge"], id="merge key"),
        pytest.param("a: !!str 1\n", ["1:4 tag"], id="standard tag"),
        pytest.param("a: !x\n", ["1:4 tag"], id="tag of one's own"),
        pytest.param("a: 1\n---\nb: 2\n", ["2:1 several-documents"], id="several documents"),
        pytest.param("? [a]\n: 1\n", ["1:3 bad-key"], id="list for a key"),
        pytest.param("~: 1\n", ["1:1 bad-key"], id="nothing for a key"),
        pytest.param("a:\n\tb: 1\n", ["2:1 tab"], id="tab for indentation"),
        pytest.param("a:\t1\n", ["1:3 tab"], id="tab after the colon"),
        pytest.param("%YAML 9.9\n---\na: 1\n", ["1:1 syntax"], id="directive"),
        pytest.param("a: @x\n", ["1:4 syntax"], id="reserved mark"),
        pytest.param("[" * 21 + "]" * 21, ["1:21 too-deep"], id="nesting over 20"),
        pytest.param(
            "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n",
            ["2:1 conflict", "4:1 conflict", "6:1 conflict"],
            id="unfinished merge",
        ),
    ],
)
def test_what_is_refused_is_refused_where_it_stands(contents: str, expected: list[str], read: Read) -> None:
    document = read(contents)
    assert found(document) == expected
    assert blocking(document.problems)


def test_nesting_as_deep_as_twenty_is_read(read: Read) -> None:
    document = read("[" * 20 + "]" * 20)
    assert document.problems == ()
    assert json.dumps(document.value) == "[" * 20 + "]" * 20


def test_a_rule_under_a_heading_is_no_conflict(read: Read) -> None:
    document = read("a: |\n  หัวข้อ\n  =======\nb: '======='\n")
    assert (document.value, document.problems) == ({"a": "หัวข้อ\n=======\n", "b": "======="}, ())


def test_a_key_given_twice_names_both_lines(read: Read) -> None:
    document = read("a: 1\nscore: 95\nb: 2\nscore: 96\n")
    assert found(document) == ["4:1 duplicate-key"]
    assert "score" in document.problems[0].message
    assert "บรรทัด 2" in document.problems[0].message
    assert document.value == {"a": "1", "score": "95", "b": "2"}


def test_keys_that_look_the_same_are_the_same_key(read: Read) -> None:
    assert found(read("นำ: 1\nนํา: 2\n")) == ["2:1 duplicate-key"]
    assert found(read("ab: 1\na\u200bb: 2\n")) == ["2:1 duplicate-key", "2:2 invisible-character"]


@pytest.mark.parametrize(
    ("contents", "guess", "place"),
    [
        pytest.param("title: แผน\n".encode("utf-16"), "UTF-16", "0:0", id="UTF-16 with its mark"),
        pytest.param("# 1\ntitle: รายงาน\n".encode("cp874"), "TIS-620", "2:8", id="TIS-620"),
        pytest.param("# 1\rtitle: รายงาน\r".encode("cp874"), "TIS-620", "2:8", id="TIS-620 of an old Mac"),
        pytest.param("\ufeffก: 1\nข: ".encode() + b"\xa1", "TIS-620", "2:4", id="TIS-620 pasted into UTF-8 with BOM"),
        pytest.param("ก: 1\nข: ค่า".encode()[:-1], "TIS-620", "2:6", id="cut in the middle of a letter"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "ไม่ใช่ข้อความ", "0:0", id="picture"),
    ],
)
def test_another_encoding_is_named_with_what_to_do(contents: bytes, guess: str, place: str, read: Read) -> None:
    document = read(contents)
    assert found(document) == [f"{place} encoding"]
    assert guess in document.problems[0].message
    assert "UTF-8" in document.problems[0].message


def test_a_file_over_two_megabytes_is_not_read(read: Read) -> None:
    assert found(read(b"# " + b"x" * 2_000_000)) == ["0:0 file-too-big"]
    assert read(b"# " + b"x" * 1_999_990).problems == ()


# Characters that deceive


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\U000e0041", "U+E0041"), ("\x85", "U+0085"), ("\x9b", "U+009B"),
        ("\x1b", "U+001B"), ("\x00", "U+0000"), ("\x07", "U+0007"), ("\x7f", "U+007F"), ("\u2028", "U+2028"),
    ],
    ids=["bidi override", "bidi isolate", "tag", "NEL", "C1", "ESC", "NUL", "BEL", "DEL", "line separator"],
)  # fmt: skip
def test_a_character_that_deceives_is_refused_where_it_stands(character: str, name: str, read: Read) -> None:
    document = read(f"ก: 1\nชื่อ: ไฟล์{character}fdp\n")
    assert found(document) == ["2:11 forbidden-character"]
    assert name in document.problems[0].message
    assert blocking(document.problems)
    assert character not in json.dumps(document.value, ensure_ascii=False)
    assert character not in document.problems[0].message


@pytest.mark.parametrize("escape", ["\\u202e", "\\x1b", "\\e", "\\0", "\\N", "\\L", "\\U000E0041"])
def test_a_character_that_deceives_is_refused_when_written_as_an_escape(escape: str, read: Read) -> None:
    document = read(f'a: "x"\nb: "x{escape}"\n')
    assert found(document) == ["2:4 forbidden-character"]


@pytest.mark.parametrize("character", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"], ids=ascii)
@pytest.mark.parametrize(
    ("contents", "place"),
    [
        pytest.param("a: ประ*ปา\nbc:\n  - x\n", "1:7", id="in a text"),
        pytest.param("a: ประปา\nb*c:\n  - x\n", "2:2", id="in a key"),
        pytest.param("a: ประปา\n*bc:\n  - x\n", "2:1", id="before a key"),
        pytest.param("a:* ประปา\nbc:\n  - x\n", "1:3", id="after a colon"),
        pytest.param("a: ประปา\nbc:\n  *- x\n", "3:3", id="before a dash"),
        pytest.param("a: ประปา\nbc:\n  -* x\n", "3:4", id="after a dash"),
        pytest.param("*a: ประปา\nbc:\n  - x\n", "1:1", id="at the start"),
    ],
)
def test_an_invisible_character_is_taken_out_and_told(contents: str, place: str, character: str, read: Read) -> None:
    document = read(contents.replace("*", character))
    if not (place == "1:1" and character == "\ufeff"):  # there it is the mark of the encoding, and right
        assert found(document) == [f"{place} invisible-character"]
        assert {each.severity for each in document.problems} == {Severity.NOTICE}
    assert document.value == {"a": "ประปา", "bc": ["x"]}


def test_more_than_three_marks_on_one_letter_are_refused(read: Read) -> None:
    assert found(read("a: ก้้้้\n")) == ["1:5 stacked-marks"]
    assert read("a: ที่ ผู้ น้ำ กี๊ ก์\n").problems == ()


def test_no_break_spaces_from_word_heal(read: Read) -> None:
    document = read("a:\n\u00a0\u00a0b:\u00a0ปี\u00a02568\n\u00a0 c: 2\n")
    assert (document.value, document.problems) == ({"a": {"b": "ปี 2568", "c": "2"}}, ())


def test_tabs_are_told_and_read_as_spaces(read: Read) -> None:
    document = read("a: 1\nb:\t2\n")
    assert document.value == {"a": "1", "b": "2"}
    assert found(document) == ["2:3 tab"]


# Slips of the hand


def test_all_the_faults_of_a_file_are_told_in_one_run(read: Read) -> None:
    """What stands below a fault is read all the same."""
    lines = [
        'title: "แผนพัฒนา',  # the quote is not closed
        "year: 2568",
        "score:95",  # no space
        "note: ข้อ 1: ทดสอบ",  # a colon in the text
        "room: ห้อง #5",  # cut
        "year: 2569",  # twice
        "owner:\tสำนักปลัด",  # a tab
        "item: *O1",  # an alias
        "hidden: ก\u202eข",  # bidi
        "last: อยู่ครบ",
    ]
    document = read("\n".join(lines))
    assert found(document) == [
        "1:8 unclosed-quote",
        "3:7 no-space",
        "4:12 syntax",
        "5:12 cut-by-hash",
        "6:1 duplicate-key",
        "7:7 tab",
        "8:7 alias",
        "9:10 forbidden-character",
    ]
    assert isinstance(document.value, dict)
    assert document.value["title"] == "แผนพัฒนา"
    assert document.value["year"] == "2568"
    assert document.value["score"] == "95"
    assert document.value["owner"] == "สำนักปลัด"
    assert document.value["last"] == "อยู่ครบ"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quote_that_is_not_closed_is_told_where_it_opens(quote: str, read: Read) -> None:
    document = read(f"a: 1\nb:\n  - {quote}ก ข\n  - ค\nc: {quote}ง{quote}\nd: จ\n")
    assert found(document) == ["3:5 unclosed-quote"]
    assert document.value == {"a": "1", "b": ["ก ข", "ค"], "c": "ง", "d": "จ"}
    assert not document.complete


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ('["[ก]", ข]', ["[ก]", "ข"]),
        ("['ก] ข', ค] # ง", ["ก] ข", "ค"]),
        ('{x: "{ก} ข", y: ค}', {"x": "{ก} ข", "y": "ค"}),
        ("[it's, ก]", ["it's", "ก"]),
        ('["\\"}]\\" ข", ค]', ['"}]" ข', "ค"]),
    ],
)
def test_a_bracket_in_quotes_inside_brackets_is_a_part_of_a_text(typed: str, value: object, read: Read) -> None:
    document = read(f"a: {typed}\n")
    assert (document.value, document.problems) == ({"a": value}, ())


@pytest.mark.parametrize("bracket", ["[", "{"])
def test_a_bracket_that_is_not_closed_costs_only_its_own_line(bracket: str, read: Read) -> None:
    document = read(f"a: 1\nb: {bracket}ก, ข\n" + "".join(f"c{n}: {n}\n" for n in range(30)))
    assert {each.position.line for each in document.problems} == {2}
    assert isinstance(document.value, dict)
    assert document.value["a"] == "1"
    assert document.value["c29"] == "29"


def test_quoted_text_may_run_over_several_lines(read: Read) -> None:
    document = read("a: \"บรรทัดหนึ่ง\n  บรรทัดสอง\"\nb: 'ก\n\n  ข'\n")
    assert (document.value, document.problems) == ({"a": "บรรทัดหนึ่ง บรรทัดสอง", "b": "ก\nข"}, ())


@pytest.mark.parametrize("second", ["note:two", "note: two #5"])
def test_what_looks_like_a_fault_inside_quoted_text_is_left_alone(second: str, read: Read) -> None:
    document = read(f'a: "one\n  {second}"\nb: 1\n')
    assert (document.value, document.problems) == ({"a": f"one {second}", "b": "1"}, ())


@pytest.mark.parametrize("typed", ["score:95", "score:๙๕", "score:แผน", 'score:"แผน"', "score:[1]"])
def test_a_missing_space_after_the_colon_is_told_and_mended(typed: str, read: Read) -> None:
    document = read(f"a: 1\nweak:\n  - {typed}\n    item: O1\n")
    assert found(document) == ["3:11 no-space"]
    assert at(document, "weak", 0, "score", key=True) == (3, 5)
    assert at(document, "weak", 0, "item") == (4, 11)


@pytest.mark.parametrize("typed", ["http://a.go.th", "https://a.go.th:80/x", "12:30", "ก:ข"])
def test_a_colon_inside_a_value_is_no_missing_space(typed: str, read: Read) -> None:
    document = read(f"a: {typed}\nb:\n  - {typed}\n")
    assert (document.value, document.problems) == ({"a": typed, "b": [typed]}, ())


@pytest.mark.parametrize(
    ("contents", "place", "left"),
    [
        pytest.param("a: ห้อง #5\n", "1:9", {"a": "ห้อง"}, id="value"),
        pytest.param("a:\n  - ห้อง #5 ชั้น 2\n", "2:10", {"a": ["ห้อง"]}, id="list"),
    ],
)
def test_text_cut_off_by_a_hash_is_warned_of(contents: str, place: str, left: object, read: Read) -> None:
    document = read(contents)
    assert found(document) == [f"{place} cut-by-hash"]
    assert document.problems[0].severity is Severity.WARNING
    assert "#5" in document.problems[0].message
    assert document.value == left


@pytest.mark.parametrize(
    ("contents", "value"),
    [
        pytest.param("a: 95 # ตามประกาศ\n", "95", id="comment with a space"),
        pytest.param("# ห้อง: ที่ #5\na: 1\n", "1", id="comment line"),
        pytest.param('a: "ห้อง #5"\n', "ห้อง #5", id="double quotes"),
        pytest.param("a: 'ห้อง #5'\n", "ห้อง #5", id="single quotes"),
        pytest.param('a: "ข้อ 1 - ห้อง #5"\n', "ข้อ 1 - ห้อง #5", id="quotes with a dash inside"),
        pytest.param("a: 'อาคาร: ห้อง #5'\n", "อาคาร: ห้อง #5", id="quotes with a colon inside"),
        pytest.param("a: ห้อง#5\n", "ห้อง#5", id="no space before"),
        pytest.param("a: https://a.go.th/#top\n", "https://a.go.th/#top", id="address"),
    ],
)
def test_a_hash_that_cuts_nothing_is_left_alone(contents: str, value: str, read: Read) -> None:
    document = read(contents)
    assert (document.value, document.problems) == ({"a": value}, ())


@pytest.mark.parametrize("style", ["|", ">", "|-", ">+", "|2", "| # หมายเหตุ"])
def test_a_text_block_may_hold_what_would_be_a_fault_elsewhere(style: str, read: Read) -> None:
    text = ["score:95", "ห้อง: ที่ #5", '"ไม่ปิด', "a: b: c", "*x &y !z %w @v", "- a", "<<: 1", "--- ก"]
    block = "".join(f"  {line}\n" for line in text)
    document = read(f"note: {style}\n{block}last: 1\n")
    assert document.problems == ()
    assert isinstance(document.value, dict)
    assert isinstance(document.value["note"], str)
    assert document.value["note"].split() == " ".join(text).split()
    assert document.value["last"] == "1"


def test_a_text_block_in_a_list_ends_where_its_indentation_does(read: Read) -> None:
    document = read("a:\n  - b: |\n      ab:c\n    cd:1\n  - |\n    ab:c\n  - ef:2\n")
    assert found(document) == ["4:8 no-space", "7:8 no-space"]
    assert document.value == {"a": [{"b": "ab:c\n", "cd": "1"}, "ab:c\n", {"ef": "2"}]}


def test_a_fault_below_a_text_block_is_still_told(read: Read) -> None:
    document = read('note: |\n  "ก: ข: ค\n\n  - ง\na: b: c\nd: 1\n')
    assert found(document) == ["5:5 syntax"]
    assert document.value == {"note": '"ก: ข: ค\n\n- ง\n', "d": "1"}


@pytest.mark.parametrize(
    ("contents", "advice"),
    [
        pytest.param("a: ข้อ 1: ทดสอบ\n", "เครื่องหมายคำพูด", id="a colon in the text"),
        pytest.param("a: 1\nทดสอบ\nb: 2\n", "ชื่อช่อง: ค่า", id="no colon"),
        pytest.param("a: @x\n", "เครื่องหมายคำพูด", id="reserved mark"),
        pytest.param("a:\n  - 1\n - 2\n", "ย่อหน้า", id="indentation"),
        pytest.param("a: - x\n", "บรรทัดใหม่", id="list on the line of its key"),
        pytest.param("a: [1 2\n", "วงเล็บ", id="bracket not closed"),
        pytest.param('a: "C:\\ก"\n', "'…'", id="backslash in double quotes"),
        pytest.param('a: "C:\\Users"\n', "'…'", id="backslash before a letter YAML knows"),
        pytest.param("a: *x\n", "เครื่องหมายคำพูด", id="star"),
        pytest.param("a: *หมายเหตุ\n", "เครื่องหมายคำพูด", id="star before Thai"),
        pytest.param("a: **เน้น**\n", "เครื่องหมายคำพูด", id="two stars"),
        pytest.param("a: &x 1\n", "เครื่องหมายคำพูด", id="ampersand"),
        pytest.param("a: & ค\n", "เครื่องหมายคำพูด", id="ampersand before Thai"),
        pytest.param("a: !x 1\n", "เครื่องหมายคำพูด", id="exclamation mark"),
        pytest.param("a: !ด่วน\n", "เครื่องหมายคำพูด", id="exclamation mark before Thai"),
    ],
)
def test_a_slip_is_told_with_what_to_type_instead(contents: str, advice: str, read: Read) -> None:
    assert any(advice in problem.message for problem in read(contents).problems)


# What is missing, and whether it may be elsewhere


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param("a: 1\nb: c: d\n", id="a line left out"),
        pytest.param('a: "ก\nb: 1\n', id="a quote not closed"),
        pytest.param("a: *b\n", id="an alias not followed"),
        pytest.param("<<: {a: 1}\nb: 2\n", id="keys not merged"),
        pytest.param("a: 1\n---\nb: 2\n", id="a second document not read"),
        pytest.param("{" * 100, id="too deep"),
        pytest.param("- a\n" * 100_001, id="too many"),
        pytest.param("# " + "x" * 2_000_000, id="too big"),
        pytest.param("<<<<<<< HEAD\na: 1\n", id="a merge not finished"),
        pytest.param("ก: 1\n".encode("cp874"), id="another encoding"),
    ],
)
def test_a_file_not_wholly_read_says_so(contents: str | bytes, read: Read) -> None:
    """So that what stands in the part not read is not reported as missing."""
    assert not read(contents).complete


@pytest.mark.parametrize(
    "contents", ["a: 1\n", "score:95\n", "a: 1\na: 2\n", "a:\t1\n", "a: !x 1\n", "a: &x 1\n", "a: ก\u202eข\n"]
)
def test_a_file_wholly_read_says_so_even_with_faults(contents: str, read: Read) -> None:
    assert read(contents).complete


# Whatever comes


MARKERS = [
    "a", "ab:", "ก", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", '"', "'", "[", "]", "{", "}", ",", "|\n", ">",
    "#", " #x", "&a", "*a", "!t", "!!str", "? ", "---\n", "...", "%", "@", "`", "\t", "\r", "\\", "\u00a0", "\u200b",
    "\ufeff", "\x1b", "\x85", "\u2028", "\u202e", "้้้้", "นํา", "<<: ", "<<<<<<<\n", ">>>>>>>", "=======", "~", "0",
    "\\x41", "\U000e0041",
]  # fmt: skip
FILES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=40).map(str.encode),
    st.lists(st.sampled_from(MARKERS), max_size=30).map(lambda parts: "".join(parts).encode()),
    st.lists(st.one_of(st.sampled_from(MARKERS), st.text(max_size=4)), max_size=20).map(lambda p: "".join(p).encode()),
)


@settings(deadline=None, max_examples=500)
@given(contents=FILES)
@example(contents=b"a: [1, 2\nb: 3\n")
@example(contents=b'ab:"x')
@example(contents=b"\r\x80")
def test_any_bytes_are_read_without_a_crash_and_problems_lie_inside_the_file(contents: bytes, read: Read) -> None:
    document = read(contents)
    text = contents.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in document.problems:
        position = problem.position
        assert position.path == NAME
        if position.line:
            assert position.line <= len(lines)
            assert 1 <= position.column <= len(lines[position.line - 1]) + 1
        else:
            assert position.column == 0
    json.dumps(document.value).encode()
    if not blocking(document.problems):
        assert document.complete
