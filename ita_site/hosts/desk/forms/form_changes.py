"""What a form changes in its file: only what was typed otherwise, in the order in which it is to be made."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import AddKey, InsertItem, MoveItem, RemoveItem, RemoveKey, SetValue
from ita_site.data.edit.changes import applied, get, same
from ita_site.hosts.desk.forms.drafts import Draft, Fields, Gone, Kept, Rows, Typed, content, is_nothing
from ita_site.hosts.desk.forms.shapes import GroupShape, ListShape, ScalarShape, Shape, group_in, group_of

if TYPE_CHECKING:
    from ita_site.data.edit import FileChange
    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value


def changes_of(kind: type[Record], seen: Value, path: Path, draft: Draft) -> tuple[FileChange, ...]:
    """Return the changes that make of a file what a form says.

    Args:
        kind: the kind of file.
        seen: what the file said when the form was made, with the paths that changes have.
        path: where in the file the form stands; of a new item of a list, the length of the list is its last step.
        draft: what was typed.

    """
    made = _Changes(kind, seen)
    shape = shape_at(kind, path)
    try:
        old = get(seen, path)
    except KeyError:
        made.add_new(shape, path, draft)
    else:
        made.compare(shape, old, draft, path)
    return tuple(made.changes)


def shape_at(kind: type[Record], path: Path) -> Shape:
    """Return what may stand at a path of a kind of file.

    Raises:
        KeyError: the kind has no such place.

    """
    shape: Shape = group_of(kind)
    for step in path:
        group = group_in(shape)
        part = group.part(step) if group is not None and isinstance(step, str) else None
        if isinstance(shape, ListShape) and isinstance(step, int):
            shape = shape.item
        elif part is not None:
            shape = part.shape
        else:
            raise KeyError(path)
    return shape


class _Changes:
    def __init__(self, kind: type[Record], root: Value) -> None:
        self.changes: list[FileChange] = []
        self._kind = kind
        self._root = root

    def _add(self, change: FileChange) -> None:
        self.changes.append(change)
        self._root = applied(self._root, change)

    def _typed(self, path: Path, value: Value) -> Value:
        return edit.as_typed_by(self._kind, path, value)

    def add_new(self, shape: Shape, path: Path, draft: Draft) -> None:
        """Add an item at the end of a list, or a list of nothing but it."""
        value = content(shape, draft)
        if value is None:
            return
        *above, key, _ = path
        within = get(self._root, tuple(above))
        items = within.get(str(key)) if isinstance(within, dict) else None
        if isinstance(items, list):
            self._add(InsertItem((*above, key), len(items), self._typed(path, value)))
            return
        self._put((*above, key), within, self._typed((*above, key), [value]))

    def _put(self, path: Path, within: Value, value: Value) -> None:
        """Put a value where its key has none."""
        *above, key = path
        if isinstance(within, dict) and key in within:
            self._add(SetValue(path, within[str(key)], value))
            return
        group = group_in(shape_at(self._kind, tuple(above)))
        order = tuple(part.key for part in group.parts) if group is not None else ()
        self._add(AddKey(tuple(above), str(key), value, order))

    def compare(self, shape: Shape, old: Value, draft: Draft, path: Path) -> None:
        """Make the changes of what stands at a path."""
        if isinstance(draft, Kept):
            return
        if isinstance(draft, Fields) and (isinstance(old, dict) or (old is None and not path)):
            group = group_in(shape)
            assert group is not None  # noqa: S101 - drafts are made by shapes
            self._compare_group(group, old or {}, draft, path)
        elif isinstance(draft, Rows) and isinstance(shape, ListShape) and isinstance(old, list):
            self._compare_rows(shape, old, draft, path)
        else:
            self._replace(shape, old, draft, path)

    def _replace(self, shape: Shape, old: Value, draft: Draft, path: Path) -> None:
        new = content(shape, draft)
        if isinstance(draft, Typed) and isinstance(shape, ListShape) and isinstance(old, list):
            if not same(old, new or []):
                for change in edit.differences(old, self._typed(path, new or []), path):
                    self._add(change)
        elif not (same(old, new) if isinstance(new, (str, type(None))) else old == new):
            self._add(SetValue(path, old, self._typed(path, new)))

    def _compare_group(self, group: GroupShape, old: dict[str, Value], draft: Fields, path: Path) -> None:
        for key in [each for each in old if isinstance(draft.parts.get(each), Gone)]:
            self._add(RemoveKey(path, key, old[key]))
        for part in group.parts:
            each = draft.parts.get(part.key, Kept())
            here = (*path, part.key)
            if isinstance(each, (Kept, Gone)):
                continue
            new = content(part.shape, each)
            if part.key not in old:
                if new is not None:
                    self._put(here, get(self._root, path), self._typed(here, new))
            elif new is not None:
                self.compare(part.shape, old[part.key], each, here)
            elif is_nothing(old[part.key]):
                continue
            elif part.is_required and isinstance(part.shape, ScalarShape):
                self._add(SetValue(here, old[part.key], None))
            else:
                self._add(RemoveKey(path, part.key, old[part.key]))

    def _compare_rows(self, shape: ListShape, old: list[Value], draft: Rows, path: Path) -> None:
        there = {int(row.token): row.draft for row in draft.rows if not row.token.startswith("n")}
        for index, each in there.items():
            if content(shape.item, each) is not None:
                self.compare(shape.item, old[index], each, (*path, index))
        emptied = {
            index
            for index, each in there.items()
            if content(shape.item, each) is None and (isinstance(each, Gone) or not is_nothing(old[index]))
        }
        current = list(range(len(old)))
        for index in sorted(({*current} - there.keys()) | emptied, reverse=True):
            self._add(RemoveItem(path, current.index(index), old[index]))
            current.remove(index)
        wanted = [index for index in there if index not in emptied]
        for index, to in moves(current, wanted):
            self._add(MoveItem(path, index, to, get(self._root, (*path, index))))
        place = 0
        for row in draft.rows:
            if not row.token.startswith("n"):
                place += int(row.token) not in emptied
            elif (value := content(shape.item, row.draft)) is not None:
                self._add(InsertItem(path, place, self._typed((*path, place), value)))
                place += 1


def moves(current: list[int], wanted: list[int]) -> list[tuple[int, int]]:
    """Return the fewest moves, from one place to another, that make one order of another; both hold the same."""
    staying = _longest_ascent([current.index(each) for each in wanted])
    order, made = list(current), []
    for place, each in enumerate(wanted):
        if current.index(each) in staying:
            continue
        start = order.index(each)
        order.remove(each)
        to = order.index(wanted[place - 1]) + 1 if place else 0
        order.insert(to, each)
        made.append((start, to))
    return made


def _longest_ascent(numbers: list[int]) -> frozenset[int]:
    """Return the numbers of the longest part of a list, with gaps, that ascends (patience sorting)."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for each in numbers:
        place = bisect_left(ends, each)
        before[each] = ends[place - 1] if place else None
        ends[place : place + 1] = [each]
    last = ends[-1] if ends else None
    longest: set[int] = set()
    while last is not None:
        longest.add(last)
        last = before[last]
    return frozenset(longest)
