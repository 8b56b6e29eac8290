"""What becomes of changes where somebody else has changed the file meanwhile: each that clashes is chosen between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import ConflictError, InsertItem, MoveItem, RemoveItem, RemoveKey, SetValue
from ita_site.data.edit.changes import applied, get, new_of, old_of, path_of
from ita_site.data.edit.rebasing import LostItemError, rebased

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.edit import FileChange
    from ita_site.data.source import Path, Value


@dataclass(frozen=True, slots=True)
class Clash:
    """A change that clashes: its place among the changes, and what was seen, is there now, and was typed.

    `can_be_kept` tells whether what was typed can take the place of what is there.
    """

    index: int
    path: Path
    seen: Value
    now: Value
    typed: Value
    can_be_kept: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """The changes that can be made to what the file says now, and those that still have to be chosen between."""

    changes: tuple[FileChange, ...]
    clashes: tuple[Clash, ...]


def settle(changes: Sequence[FileChange], seen: Value, now: bytes, name: str, mine: Mapping[int, bool]) -> Settled:
    """Return changes of what an editor saw as changes of what the file says now.

    Args:
        changes: what the editor has changed.
        seen: what the file said then.
        now: its bytes now.
        name: what messages call the file.
        mine: what was chosen of the changes that clash, by their places: whether what was typed is to stand.

    Raises:
        CannotEditError: a change cannot be made for certain.

    """
    made: list[FileChange] = []
    clashes: list[Clash] = []
    for index, change in enumerate(changes):
        value = edit.values(now, name)
        try:
            (kept,) = rebased([change], seen, value)
            now = edit.edit(now, [kept], name)
            made.append(kept)
        except (ConflictError, LostItemError, KeyError) as error:
            path = error.path if isinstance(error, ConflictError) else path_of(change)
            clash = _clash(index, change, path, value, is_lost=isinstance(error, LostItemError))
            if index not in mine:
                clashes.append(clash)
            elif mine[index] and clash.can_be_kept:
                forced = _forced(change, clash)
                now = edit.edit(now, [forced], name)
                made.append(forced)
        seen = applied(seen, change)
    return Settled(tuple(made), tuple(clashes))


def _clash(index: int, change: FileChange, path: Path, value: Value, *, is_lost: bool) -> Clash:
    try:
        now, is_there = get(value, path), True
    except KeyError:
        now, is_there = None, False
    kept = is_there and not is_lost and not isinstance(change, (InsertItem, MoveItem))
    return Clash(index, path, old_of(change), None if is_lost else now, new_of(change), kept)


def _forced(change: FileChange, clash: Clash) -> FileChange:
    """Return a change that takes what is there for granted."""
    if isinstance(change, RemoveKey):
        return replace(change, path=clash.path[:-1], old=clash.now)
    if isinstance(change, RemoveItem):
        return replace(change, path=clash.path[:-1], index=int(clash.path[-1]), old=clash.now)
    return SetValue(clash.path, clash.now, clash.typed)
