"""Changes meant for one state of a file, made for another: whoever else edited it meanwhile loses nothing."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ita_site.data.edit.changes import AddKey, InsertItem, MoveItem, RemoveItem, RemoveKey, applied, get

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.data.edit.changes import FileChange
    from ita_site.data.source import Path, Value


class LostItemError(Exception):
    """Nobody can tell which item of a list is meant, since the list has changed; `change` is what cannot be made."""

    def __init__(self, change: FileChange) -> None:
        super().__init__(change)
        self.change = change


def rebased(changes: Iterable[FileChange], seen: Value, now: Value) -> Iterator[FileChange]:
    """Yield changes of what an editor saw as changes of what the file says now.

    An item of a list is followed to where it is now. That what is to be changed still has its old value is for
    `edit` to see.

    Raises:
        LostItemError: an item cannot be followed for certain.
        KeyError: a change is not one of what the editor saw, or no longer one of what is there.

    """
    for change in changes:
        made = _rebased(change, seen, now)
        seen, now = applied(seen, change), applied(now, made)
        yield made


def passes_a_list(change: FileChange) -> bool:
    """Tell whether a change is of a list or of something in one, which is known only by its place."""
    return isinstance(change, (InsertItem, MoveItem, RemoveItem)) or any(isinstance(step, int) for step in change.path)


def _rebased(change: FileChange, seen: Value, now: Value) -> FileChange:
    path = _followed(change, change.path, seen, now)
    if isinstance(change, (InsertItem, MoveItem, RemoveItem)):
        before, after = get(seen, change.path), get(now, path)
        if not isinstance(before, list) or not isinstance(after, list):
            raise LostItemError(change)
        if isinstance(change, InsertItem):
            return replace(change, path=path, index=_gap(change, before, after))
        index = _index(change, before, after, change.index)
        if isinstance(change, MoveItem):
            return replace(change, path=path, index=index, to=_index(change, before, after, change.to))
        return replace(change, path=path, index=index)
    if isinstance(change, (AddKey, RemoveKey)):
        return replace(change, path=path)
    return replace(change, path=path)


def _followed(change: FileChange, path: Path, seen: Value, now: Value) -> Path:
    """Return the path to what stands at a path of what the editor saw."""
    followed: list[str | int] = []
    for step in path:
        if isinstance(step, int) and isinstance(seen, list) and isinstance(now, list):
            followed.append(_index(change, seen, now, step))
        else:
            followed.append(step)
        try:
            seen, now = get(seen, (step,)), get(now, (followed[-1],))
        except KeyError:
            raise LostItemError(change) from None
    return tuple(followed)


def _index(change: FileChange, before: list[Value], after: list[Value], index: int) -> int:
    """Return where an item of a list is now."""
    if before == after:
        return index
    if not 0 <= index < len(before):
        raise LostItemError(change)
    item = before[index]
    if before.count(item) != after.count(item) and item in after:
        raise LostItemError(change)  # of several that are alike, nobody knows which is left
    matcher = SequenceMatcher(None, [repr(each) for each in before], [repr(each) for each in after], autojunk=False)
    for what, start, end, there, end_there in matcher.get_opcodes():
        if start <= index < end:
            place = there + index - start
            if what == "equal" or (
                what == "replace" and end - start == end_there - there and _alike(item, after[place])
            ):
                return place
    if after.count(item) == 1:
        return after.index(item)  # moved
    raise LostItemError(change)


def _gap(change: FileChange, before: list[Value], after: list[Value]) -> int:
    """Return before which item a new one comes now: the same, or else behind the same."""
    if before == after or not before:
        return change.index if before == after else len(after)  # type: ignore[union-attr]
    index = change.index  # type: ignore[union-attr]
    if index < len(before):
        try:
            return _index(change, before, after, index)
        except LostItemError:
            if not index:
                raise
    return _index(change, before, after, index - 1) + 1


def _alike(one: Value, other: Value) -> bool:
    """Tell whether an item is another with a few fields changed; a text is followed for the old value to be seen."""
    if isinstance(one, dict) and isinstance(other, dict):
        shared = sum(1 for key, value in one.items() if key in other and other[key] == value)
        return 2 * shared > len(one)
    return type(one) is type(other) and not isinstance(one, list)
