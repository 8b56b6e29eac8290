"""Any changes of any file give what the same changes of its plain data give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ita_site.data import edit, source
from ita_site.data.edit.changes import cleaned
from tests.helpers import edits
from tests.helpers.yaml_styles import TEXTS

if TYPE_CHECKING:
    from ita_site.data.source import Path, Value

KEYS = st.sampled_from(["a", "title", "rows", "คะแนน", "b c", "yes", "1", "x: y", "note"])
LETTERS = st.text("กขคงำ่ๆ๑ab1 :#-'\"\\,[]{}&*!|>%@`?~=\n.", max_size=30)
VALUES = st.sampled_from(TEXTS) | LETTERS
TREES: st.SearchStrategy[Any] = st.recursive(
    st.none() | VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
ROOTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=4) | st.lists(TREES, min_size=1, max_size=3)
STYLES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([False, False, None, True]),
        "default_style": st.sampled_from([None, None, None, '"', "'", "|", ">"]),
        "indent": st.sampled_from([2, 4, 7]),
        "width": st.sampled_from([20, 80, 1000]),
        "explicit_start": st.booleans(),
    }
)


class Indented(yaml.SafeDumper):
    """Writes lists further in than their keys, and plain data only."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002
        """Go further in for a list, too."""
        super().increase_indent(flow, indentless=False)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw a file: plain data as PyYAML writes it in one of its styles, with comments between the lines."""
    dumper = draw(st.sampled_from([yaml.SafeDumper, Indented]))
    text = yaml.dump(draw(ROOTS), Dumper=dumper, allow_unicode=True, sort_keys=False, **draw(STYLES))
    lines = text.removesuffix("\n").split("\n")
    for place in sorted(draw(st.sets(st.integers(0, len(lines) - 1), max_size=3)), reverse=True):
        indent = len(lines[place]) - len(lines[place].lstrip(" "))
        lines[place:place] = [" " * indent + "# ความเห็น", *draw(st.sampled_from([[], [""]]))]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + end.join(lines) + draw(st.sampled_from(["", end]))).encode()


def change_of(draw: st.DrawFn, root: Value) -> edit.FileChange:
    """Draw a change that the data allow."""
    places = list(_places(root, ()))
    path, value = draw(st.sampled_from(places))
    if isinstance(value, list) and draw(st.booleans()):
        if not value or draw(st.booleans()):
            return edit.InsertItem(path, draw(st.integers(0, len(value))), draw(TREES))
        index, to = draw(st.integers(0, len(value) - 1)), draw(st.integers(0, len(value) - 1))
        moved = draw(st.booleans())
        return edit.MoveItem(path, index, to, value[index]) if moved else edit.RemoveItem(path, index, value[index])
    if isinstance(value, dict) and draw(st.booleans()):
        if not value or draw(st.booleans()):
            key = draw(KEYS.filter(lambda each: each not in value))
            return edit.AddKey(path, key, draw(TREES), tuple(draw(st.permutations([*value, key]))))
        key = draw(st.sampled_from(list(value)))
        return edit.RemoveKey(path, key, value[key])
    return edit.SetValue(path, value, draw(TREES))


def _places(value: Value, path: Path) -> Any:  # noqa: ANN401 - pairs of a path and a value
    yield path, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _places(each, (*path, key))
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _places(each, (*path, index))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_changes_of_a_file_are_changes_of_its_data(data: st.DataObject) -> None:
    before = data.draw(files())
    try:
        root = edit.values(before)
    except edit.CannotEditError:
        assume(False)  # noqa: FBT003 - what the reader mends
    if root is None:
        return
    made = before
    for _ in range(data.draw(st.integers(1, 3))):
        change = data.draw(st.composite(change_of)(root))
        made = edit.edit(made, [change])
        root = cleaned(edits.rewritten(root, change))
        assert repr(edit.values(made)) == repr(root), made.decode()
        assert source.parse(made, "a.yml").complete, made.decode()
        if root is None or not isinstance(root, (dict, list)):
            return


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_differences_of_two_states_of_a_file_lead_from_one_to_the_other(data: st.DataObject) -> None:
    before = data.draw(files())
    try:
        root = new = edit.values(before)
    except edit.CannotEditError:
        assume(False)  # noqa: FBT003 - what the reader mends
    for _ in range(data.draw(st.integers(0, 4))):
        if not isinstance(new, (dict, list)):
            break
        new = cleaned(edits.rewritten(new, data.draw(st.composite(change_of)(new))))
    changes = list(edit.differences(root, new))
    assert repr(edit.values(edit.edit(before, changes))) == repr(new)
    assert (changes == []) == (repr(root) == repr(new))
