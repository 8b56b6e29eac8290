"""Edits of data files, one at every place, with what each must give: the plain data, and the lines that may change."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from ita_site.data import edit
from tests.helpers.yaml_styles import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.edit import FileChange
    from ita_site.data.edit.yaml_text import YamlText
    from ita_site.data.source import Path, Value
    from ita_site.data.source.spans import Span

NEW_ITEM: Value = {"name": "ใหม่", "number": "1", "parts": ["ก", {"x": "1", "y": ""}], "note": "ยาวมาก " * 25 + "จบ"}
_COLLECTIONS: list[Value] = [["ก", {"ข": "ค"}], {"ก": ["ข"]}, [], {}]
NEW_ENTRIES: list[Value] = ["ใหม่", "1", NEW_ITEM, ["ก", "ข: ค"], [], None]
NEW_VALUES: tuple[Value, ...] = (*TEXTS, None, *_COLLECTIONS)


@dataclass(frozen=True)
class Case:
    """An edit, the data it must give, and the lines it may touch: from one, counted from 0, to before another."""

    change: FileChange
    wanted: Value
    lines: tuple[int, int]


def places(text: YamlText, *, many: bool = True) -> Iterator[Case]:
    """Yield edits at every place of a file: leaves get new values; items and keys come, go and move.

    With `many` each leaf gets a third of the values in turn, else one; and each seventh of the other edits is made.
    """
    turn = cycle(NEW_VALUES)
    assert text.root is not None
    for path, span in _spans(text.root, ()):
        if not span.items and span.kind.value != "scalar":
            continue
        if span.kind.value == "scalar":
            for new in islice(turn, len(NEW_VALUES) // 3 if many else 1):
                yield _case(text, edit.SetValue(path, span.scalar, new), span, path)
            continue
        inside = [*(_in_mapping(text, span, path) if span.keys else _in_list(text, span, path, many=many))]
        yield from inside if many else [each for number, each in enumerate(inside) if number % 7 == len(path) % 7]


def rewritten(root: Value, change: FileChange) -> Value:
    """Return the data with a change made, as one would by hand."""
    root = copy.deepcopy(root)
    if isinstance(change, edit.SetValue):
        if not change.path:
            return change.new
        within = _at(root, change.path[:-1])
        within[change.path[-1]] = change.new
        return root
    within = _at(root, change.path)
    if isinstance(change, edit.AddKey):
        assert isinstance(within, dict)
        names = list(within)
        before = change.order[: change.order.index(change.key)] if change.key in change.order else ()
        place = max(
            (names.index(each) + 1 for each in before if each in names), default=0 if change.order else len(names)
        )
        items = [*within.items()]
        items[place:place] = [(change.key, change.value)]
        within.clear()
        within.update(items)
    elif isinstance(change, edit.RemoveKey):
        del within[change.key]
    else:
        assert isinstance(within, list)
        if isinstance(change, edit.InsertItem):
            within[change.index : change.index] = [change.value]
        elif isinstance(change, edit.RemoveItem):
            del within[change.index]
        else:
            within.insert(change.to, within.pop(change.index))
    return root


def is_kept(before: bytes, after: bytes, lines: tuple[int, int]) -> bool:
    """Tell whether a file is the same before the first and from the second of two lines on, which count from 0."""
    old, new = _lines(before), _lines(after)
    start, behind = lines[0], len(old) - lines[1]
    return start + behind <= len(new) and old[:start] == new[:start] and old[lines[1] :] == new[len(new) - behind :]


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n").split(b"\n")


def _case(text: YamlText, change: FileChange, span: Span, path: Path) -> Case:
    """Return a case that may touch the lines of a value; of one that is not on the line of its key, that line, too."""
    start = span.start
    if path:
        around = text.span(path[:-1])
        at = around.place(path[-1]) if isinstance(path[-1], str) else path[-1]
        start = around.keys[at].start if around.keys else _dash(around, at)
    return Case(change, rewritten(text.value, change), (_line(text, start), _line(text, max(span.end, start)) + 1))


def _dash(span: Span, index: int) -> int:
    return span.items[index - 1].end + 1 if index else span.start


def _in_mapping(text: YamlText, span: Span, path: Path) -> Iterator[Case]:
    names = tuple(str(key.scalar) for key in span.keys)
    first = _line(text, span.start)
    whole = _case(text, edit.SetValue(path, span.value, {}), span, path).lines
    for index, name in enumerate(names):
        change = edit.RemoveKey(path, name, span.items[index].value)
        yield Case(change, rewritten(text.value, change), whole if len(names) == 1 else _reach(text, span, index))
    for value in NEW_ENTRIES:
        last = edit.AddKey(path, "new_key", value)
        yield Case(
            last,
            rewritten(text.value, last),
            _flow_lines(text, span) or (_line(text, span.end), _line(text, span.end) + 1),
        )
        head = edit.AddKey(path, "new_key", value, ("new_key", *names))
        yield Case(head, rewritten(text.value, head), _flow_lines(text, span) or (_reach(text, span, 0)[0], first + 1))
        middle = edit.AddKey(path, "new_key", value, (names[0], "new_key", *names[1:]))
        behind = _line(text, span.items[0].end)
        end = _line(text, span.keys[1].start) if len(names) > 1 else behind
        yield Case(middle, rewritten(text.value, middle), _flow_lines(text, span) or (behind, end + 1))


def _in_list(text: YamlText, span: Span, path: Path, *, many: bool) -> Iterator[Case]:
    count = len(span.items)
    first = _line(text, span.start)
    whole = _case(text, edit.SetValue(path, span.value, []), span, path).lines
    for index, item in enumerate(span.items):
        gone = edit.RemoveItem(path, index, item.value)
        yield Case(gone, rewritten(text.value, gone), whole if count == 1 else _reach(text, span, index))
        for to in range(count) if many else {0, count - 1}:
            change = edit.MoveItem(path, index, to, item.value)
            reach = (_reach(text, span, min(index, to))[0], _reach(text, span, max(index, to))[1])
            yield Case(change, rewritten(text.value, change), reach)
    for value in NEW_ENTRIES:
        head, last = edit.InsertItem(path, 0, value), edit.InsertItem(path, count, value)
        yield Case(head, rewritten(text.value, head), _flow_lines(text, span) or (_reach(text, span, 0)[0], first + 1))
        yield Case(
            last,
            rewritten(text.value, last),
            _flow_lines(text, span) or (_line(text, span.end), _line(text, span.end) + 1),
        )


def _reach(text: YamlText, span: Span, index: int) -> tuple[int, int]:
    """Return the lines from behind the entry before to the beginning of the next."""
    count = len(span.items)
    starts = span.keys or span.items
    low = _line(text, span.items[index - 1].end) + (not span.flow) if index else _line(text, span.start)
    if index == 0:
        while low and text.text.split("\n")[low - 1].lstrip().startswith("#"):
            low -= 1
    high = _line(text, starts[index + 1].start) + 1 if index + 1 < count else _line(text, span.items[index].end) + 1
    lines = text.text.split("\n")
    if index + 1 == count and high < len(lines) and not lines[high].strip():
        high += 1  # of the blank lines above and below, one stays
    return low, high


def _flow_lines(text: YamlText, span: Span) -> tuple[int, int] | None:
    return (_line(text, span.start), _line(text, span.end) + 1) if span.flow else None


def _line(text: YamlText, offset: int) -> int:
    return text.text.count("\n", 0, offset)


def _spans(span: Span, path: Path) -> Iterator[tuple[Path, Span]]:
    yield path, span
    for index, item in enumerate(span.items):
        yield from _spans(item, (*path, span.keys[index].scalar if span.keys else index))  # type: ignore[arg-type]


def _at(root: Any, path: Path) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        root = root[step]
    return root
