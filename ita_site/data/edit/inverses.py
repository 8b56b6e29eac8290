"""The changes that take changes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.edit.changes import AddKey, InsertItem, MoveItem, RemoveItem, RemoveKey, SetValue, applied, get

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.edit.changes import FileChange
    from ita_site.data.source import Value


def inverses(root: Value, changes: Iterable[FileChange]) -> tuple[FileChange, ...]:
    """Return what takes changes of some data back, in the order in which it must be done."""
    back: list[FileChange] = []
    for change in changes:
        back.append(_inverse(root, change))
        root = applied(root, change)
    return tuple(reversed(back))


def _inverse(root: Value, change: FileChange) -> FileChange:
    if isinstance(change, SetValue):
        return SetValue(change.path, change.new, change.old)
    if isinstance(change, AddKey):
        return RemoveKey(change.path, change.key, change.value)
    if isinstance(change, RemoveKey):
        within = get(root, change.path)
        return AddKey(change.path, change.key, change.old, tuple(within) if isinstance(within, dict) else ())
    if isinstance(change, InsertItem):
        return RemoveItem(change.path, change.index, change.value)
    if isinstance(change, RemoveItem):
        return InsertItem(change.path, change.index, change.old)
    return MoveItem(change.path, change.to, change.index, change.old)
