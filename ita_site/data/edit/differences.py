"""The changes that lead from some data to others: of a form that was sent whole, only what is different in it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ita_site.data.edit.changes import AddKey, InsertItem, RemoveItem, RemoveKey, SetValue, alike, cleaned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.edit.changes import FileChange
    from ita_site.data.source import Path, Value


def differences(old: Value, new: Value, path: Path = ()) -> Iterator[FileChange]:
    """Yield the changes that make `new` of `old`, in the order in which they are to be made; both stand at a path.

    Items of a list that stay are kept, with their comments; an item that was changed is changed field by field.
    """
    if isinstance(old, dict) and isinstance(new, dict) and new and _keeps_order(old, new):
        yield from _of_mappings(old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(old, new, path)
    elif not alike(old, cleaned(new)):
        yield SetValue(path, old, new)


def _keeps_order(old: dict[str, Value], new: dict[str, Value]) -> bool:
    """Tell whether the keys that both have stand in one order, and there are some."""
    shared = [key for key in old if key in new]
    return bool(shared) and shared == [key for key in new if key in old]


def _of_mappings(old: dict[str, Value], new: dict[str, Value], path: Path) -> Iterator[FileChange]:
    for key, value in old.items():
        if key not in new:
            yield RemoveKey(path, key, value)
    for key, value in new.items():
        if key in old:
            yield from differences(old[key], value, (*path, key))
        else:
            yield AddKey(path, key, value, tuple(new))


def _of_lists(old: list[Value], new: list[Value], path: Path) -> Iterator[FileChange]:
    before, after = [repr(each) for each in old], [repr(cleaned(each)) for each in new]
    place = 0
    for what, start, end, there, end_there in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            place += end - start
            continue
        both = min(end - start, end_there - there)
        for offset in range(both):
            yield from differences(old[start + offset], new[there + offset], (*path, place + offset))
        for offset in range(both, end_there - there):
            yield InsertItem(path, place + offset, new[there + offset])
        for offset in range(both, end - start):
            yield RemoveItem(path, place + both, old[start + offset])
        place += end_there - there
