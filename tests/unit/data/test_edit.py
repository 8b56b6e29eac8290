"""An edit gives the values meant and changes the lines of the value, and nothing else of the file."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from ita_site.data import edit, source
from ita_site.data.edit.yaml_text import YamlText
from ita_site.ground import thai
from tests.helpers import ROOT, edits
from tests.helpers.yaml_styles import STYLES

if TYPE_CHECKING:
    from ita_site.data.edit import FileChange
    from ita_site.data.source import Value

AGENCIES = {each.name: sorted(each.rglob("*.yml")) for each in (ROOT / "tests/agencies").iterdir()}


def made(text: YamlText, case: edits.Case) -> bytes:
    """Return the file with an edit made, which gives the data meant and touches no line but those it may."""
    data = edit.edit(text.data, [case.change], text.name)
    read = edit.values(data, text.name)
    assert read == case.wanted, (case.change, data.decode())
    assert list(read or ()) == list(case.wanted or ())
    assert edits.is_kept(text.data, data, case.lines), (case.change, case.lines, data.decode())
    return data


def as_read(value: Value) -> Value:
    """Return data as the reader has it: what is blank is not there."""
    if isinstance(value, dict):
        inner = {key: as_read(each) for key, each in value.items()}
        left: Value = {key: each for key, each in inner.items() if each != ""}
        return left if left or not value else ""
    if isinstance(value, list):
        items = [each for each in map(as_read, value) if each != ""]
        return items if items or not value else ""
    return "" if value is not None and not value.strip() else thai.normalise(value) if value else value


@pytest.mark.parametrize("style", STYLES)
def test_an_edit_of_any_style_changes_the_value_and_its_lines_only(style: str) -> None:
    text = YamlText.of(STYLES[style].encode(), style)
    for case in edits.places(text):
        data = made(text, case)
        assert data.startswith(codecs.BOM_UTF8) == text.data.startswith(codecs.BOM_UTF8)
        if text.text.endswith("\n"):
            assert data.endswith((b"\n", b"\r"))
        document = source.parse(data, style)
        assert document.value == (as_read(case.wanted) or document.value), (case.change, data.decode())


@pytest.mark.parametrize("agency", AGENCIES)
def test_an_edit_of_any_file_of_the_agencies_changes_the_value_and_its_lines_only(agency: str) -> None:
    for path in AGENCIES[agency]:
        text = YamlText.of(path.read_bytes(), path.name)
        for case in edits.places(text, many=False):
            made(text, case)


EXAMPLES: dict[str, tuple[str, FileChange, str]] = {
    "a score": (
        "score: 97.10 # ตามประกาศ\n",
        edit.SetValue(("score",), "97.10", "97.20"),
        "score: 97.20 # ตามประกาศ\n",
    ),
    "a score in Thai digits": ("score: 97.10\n", edit.SetValue(("score",), "97.10", "๙๗.๒๐"), "score: ๙๗.๒๐\n"),
    "a number that is a text": ('number: "1"\n', edit.SetValue(("number",), "1", "2"), 'number: "2"\n'),
    "yes in the place of a text": ("note: มี\n", edit.SetValue(("note",), "มี", "yes"), 'note: "yes"\n'),
    "no in the place of yes": ("done: yes\n", edit.SetValue(("done",), "yes", "no"), "done: no\n"),
    "a text with a colon": ("a: ก\n", edit.SetValue(("a",), "ก", "ข: ค"), 'a: "ข: ค"\n'),
    "quotes inside": ("a: ก\n", edit.SetValue(("a",), "ก", '"ข": ค'), "a: '\"ข\": ค'\n"),
    "the file's own quotes": ("a: ก\nb: 'ค'\n", edit.SetValue(("a",), "ก", "- ข"), "a: '- ข'\nb: 'ค'\n"),
    "one word in the middle of a folded text": (
        "a: >-\n  หนึ่ง สอง\n  สาม สี่\n  ห้า หก\nb: 1\n",
        edit.SetValue(("a",), "หนึ่ง สอง สาม สี่ ห้า หก", "หนึ่ง สอง สาม สิบ ห้า หก"),
        "a: >-\n  หนึ่ง สอง\n  สาม สิบ\n  ห้า หก\nb: 1\n",
    ),
    "a comment on the line of a text that grows": (
        "a: ก # ความเห็น\nb: 1\n",
        edit.SetValue(("a",), "ก", "ก\nข"),
        "a: |- # ความเห็น\n  ก\n  ข\nb: 1\n",
    ),
    "a comment on the head of a text that shrinks": (
        "a: # ความเห็น\n  - ก\nb: 1\n",
        edit.SetValue(("a",), ["ก"], "ก"),
        "a: ก # ความเห็น\nb: 1\n",
    ),
    "an item goes with its comment": (
        "a:\n  - ก\n  # ของ ข\n  - ข # ท้าย\n  # ของ ค\n  - ค\n",
        edit.RemoveItem(("a",), 1, "ข"),
        "a:\n  - ก\n  # ของ ค\n  - ค\n",
    ),
    "an item moves with its comments and the blank lines stay": (
        "a:\n  # ของ ก\n  - ก # ท้าย\n\n  # ของ ข\n  # สองบรรทัด\n  - ข\n\n  - ค\n",
        edit.MoveItem(("a",), 1, 0, "ข"),
        "a:\n  # ของ ข\n  # สองบรรทัด\n  - ข\n\n  # ของ ก\n  - ก # ท้าย\n\n  - ค\n",
    ),
    "the heading of the file stays": ("# หัวไฟล์\na: 1\nb: 2\n", edit.RemoveKey((), "a", "1"), "# หัวไฟล์\nb: 2\n"),
    "the first key of an item": (
        "- a: 1\n  # ของบี\n  b: 2\n- c: 3\n",
        edit.RemoveKey((0,), "a", "1"),
        "- # ของบี\n  b: 2\n- c: 3\n",
    ),
    "the last of a list": ("a:\n  - ก\nb: 1\n", edit.RemoveItem(("a",), 0, "ก"), "a: []\nb: 1\n"),
    "the first of a list": ("a: []\nb: 1\n", edit.InsertItem(("a",), 0, "ก"), "a:\n  - ก\nb: 1\n"),
    "an item like its neighbours": (
        "a:\n-   x: 1\n    y: '2'\n",
        edit.InsertItem(("a",), 1, {"x": "2", "y": "3"}),
        "a:\n-   x: 1\n    y: '2'\n-   x: 2\n    y: '3'\n",
    ),
    "a key in the order of its kind": (
        "title: ก\nnotes: []\n",
        edit.AddKey((), "score", "97.10", ("title", "number", "score", "notes")),
        "title: ก\nscore: 97.10\nnotes: []\n",
    ),
    "a list on one line like its neighbours": (
        "- of: [ก, ข]\n- of: [ค]\n",
        edit.InsertItem((), 1, {"of": ["ง", "จ"], "steps": ["ก"]}),
        "- of: [ก, ข]\n- of: [ง, จ]\n  steps:\n    - ก\n- of: [ค]\n",
    ),
    "a form sent whole": (
        "a:\n  # ของ ก\n  - x: ก\n    y: 1 # ท้าย\n  - x: ข\n    y: 2\n# ของบี\nb: ค\n",
        edit.SetValue(
            (),
            {"a": [{"x": "ก", "y": "1"}, {"x": "ข", "y": "2"}], "b": "ค"},
            {"a": [{"x": "ใหม่"}, {"x": "ก", "y": "1"}, {"x": "ข", "y": "3", "z": "4"}], "b": "ค"},
        ),
        "a:\n  - x: ใหม่\n  # ของ ก\n  - x: ก\n    y: 1 # ท้าย\n  - x: ข\n    y: 3\n    z: 4\n# ของบี\nb: ค\n",
    ),
    "nothing in the place of a text below its key": (
        "a: # หนึ่ง\n  # สอง\n  ก # สาม\nb: 1\n",
        edit.SetValue(("a",), "ก", None),
        "a: # หนึ่ง\n  # สอง\n  # สาม\nb: 1\n",
    ),
    "the line ends behind a text block": (
        "a: |+\n  ก\n\n\nb: 1\n",
        edit.SetValue(("a",), "ก\n\n\n", "ข\n\n\n"),
        "a: |+\n  ข\n\n\nb: 1\n",
    ),
    "a key for a file of nothing but its mark": ("--- # ความเห็น\n", edit.AddKey((), "a", "ก"), "--- # ความเห็น\na: ก\n"),
    "an item on the same level as a comment": (
        "a:\n  - ก\n  # ของใคร\n",
        edit.SetValue(("a", 0), "ก", "ก\nข"),
        "a:\n  - |-\n    ก\n    ข\n  # ของใคร\n",
    ),
    "a bracket in a text block whose head is below its key": (
        "a:\n  >-\n  ก\n  ข\nb: [ก]\n",
        edit.SetValue(("a",), "ก ข", "[ก] ต่อ"),
        "a:\n  >-\n  [ก] ต่อ\nb: [ก]\n",
    ),
    "a tab before the value": ("a:\t1\t# ความเห็น\n", edit.SetValue(("a",), "1", "2"), "a:\t2\t# ความเห็น\n"),
    "a space before the colon": ("a :  1\n", edit.SetValue(("a",), "1", "2"), "a :  2\n"),
    "no final line end": ("a: 1", edit.AddKey((), "b", "2"), "a: 1\nb: 2"),
    "the first key of all": ("# หัวไฟล์\n", edit.AddKey((), "a", "ก"), "# หัวไฟล์\na: ก\n"),
    "what a browser sends": ("a: |-\n  ก\n", edit.SetValue(("a",), "ก", "ก\r\nข\u00a0ค"), "a: |-\n  ก\n  ข ค\n"),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_edit_is_what_a_careful_hand_would_have_typed(example: str) -> None:
    before, change, after = EXAMPLES[example]
    assert edit.edit(before.encode(), [change]).decode() == after


def test_a_value_that_somebody_else_has_changed_is_never_overwritten() -> None:
    data = "a: ก\nb:\n  - ข\n".encode()
    for change in (
        edit.SetValue(("a",), "เดิม", "ใหม่"),
        edit.RemoveKey((), "a", "เดิม"),
        edit.RemoveItem(("b",), 0, "เดิม"),
        edit.MoveItem(("b",), 0, 0, "เดิม"),
        edit.SetValue(("c",), "เดิม", "ใหม่"),
        edit.InsertItem(("b",), 5, "ใหม่"),
        edit.AddKey((), "a", "ใหม่"),
        edit.SetValue(("b", 3), "เดิม", "ใหม่"),
    ):
        with pytest.raises(edit.ConflictError):
            edit.edit(data, [change])
    with pytest.raises(edit.ConflictError) as told:
        edit.edit(data, [edit.SetValue(("a",), "เดิม", "ใหม่")], "data/a.yml")
    assert (told.value.old, told.value.new, told.value.now) == ("เดิม", "ใหม่", "ก")
    assert str(told.value.position) == "data/a.yml:1:4"
    assert all(word in str(told.value) for word in ("เดิม", "ใหม่", "ก"))


def test_the_same_text_typed_in_another_way_is_no_conflict() -> None:
    data = "a: เเก้\u00a0น\u0e4d\u0e32\nb:\n".encode()
    assert (
        edit.edit(data, [edit.SetValue(("a",), "แก้ นำ\r\n", "ก"), edit.SetValue(("b",), "", "ข")])
        == "a: ก\nb: ข\n".encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "a: &x ก\nb: *x\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "a: 1\n---\nb: 2\n",
        "a: 'ก\n",
        "a:1\nb: 2\n",
        "a:\n  - ก\n  • ข\n",
        "a:\n\t- ก\n",
        "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
        "? [a]\n: 1\n",
    ],
)
def test_a_file_that_can_be_read_in_two_ways_is_not_edited(text: str) -> None:
    with pytest.raises(edit.CannotEditError) as told:
        edit.edit(text.encode(), [edit.SetValue(("b",), "2", "3")], "data/a.yml")
    assert told.value.problems
    assert told.value.position.line


@pytest.mark.parametrize("data", ["a: ก".encode("cp874"), "a: ก".encode("utf-16"), b"\x00\x01"])
def test_a_file_that_is_not_unicode_is_not_edited(data: bytes) -> None:
    with pytest.raises(edit.CannotEditError):
        edit.values(data, "data/a.yml")


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u2028", "\u0000", "\u0007", "\u0085", "\ue000"])
def test_a_character_that_may_not_be_published_is_not_written(character: str) -> None:
    for change in (
        edit.SetValue(("a",), "ก", f"ข{character}ค"),
        edit.AddKey((), f"b{character}", "ก"),
        edit.AddKey((), "b", {"c": [f"ข{character}"]}),
    ):
        with pytest.raises(edit.CannotEditError):
            edit.edit("a: ก\n".encode(), [change])
