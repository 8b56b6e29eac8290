"""Two edits of one data file put together field by field: what only one has changed, and what both have alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit.changes import (
    AddKey,
    InsertItem,
    MoveItem,
    RemoveItem,
    RemoveKey,
    SetValue,
    applied,
    cleaned,
    new_of,
    path_of,
    same,
    value_at,
)
from ita_site.data.edit.rebasing import LostItemError, rebased
from ita_site.data.load.messages import WHOLE_FILE
from ita_site.hosts.value_changes.value_comparing import place_of, value_text

if TYPE_CHECKING:
    from ita_site.data.edit import FileChange
    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that two have changed otherwise: its name in Thai, what another has published, and what is typed here."""

    field: str
    theirs: str | None
    mine: str | None


def merged(base: bytes, theirs: bytes, mine: bytes, name: str, record: type[Record]) -> bytes | list[FieldConflict]:
    """Return the file of another with our changes made in it, or every field in which the two contradict each other.

    Args:
        base: the file that both began with.
        theirs: the file as another has published it.
        mine: the file as it is here.
        name: what messages call it.
        record: what such a file holds.

    """
    try:
        seen, now, wanted = (edit.values(each, name) for each in (base, theirs, mine))
        changes = list(edit.differences(seen, wanted))
    except edit.CannotEditError:
        return [FieldConflict(WHOLE_FILE, None, None)]
    text, conflicts = theirs, list[FieldConflict]()
    for change in changes:
        try:
            made = next(iter(rebased([change], seen, now)))
            if _contradicts(made, now):
                conflicts.append(_conflict(change, seen, now, record))
            elif not _is_done(made, now):
                text = edit.edit(text, [made], name)
                now = applied(now, made)
        except (LostItemError, KeyError, edit.CannotEditError, edit.ConflictError):
            if not (_is_in_place(change.path, seen, now) and _is_done(change, now)):
                conflicts.append(_conflict(change, seen, now, record))
        seen = applied(seen, change)
    return conflicts or text


def _is_done(change: FileChange, now: Value) -> bool:
    """Tell whether another has made the same change."""
    if isinstance(change, SetValue | AddKey):
        found = value_at(now, path_of(change))
        return found is not None and same(found, cleaned(new_of(change)))
    if isinstance(change, RemoveKey):
        return value_at(now, path_of(change)) is None
    if isinstance(change, InsertItem):
        items = value_at(now, change.path)
        return isinstance(items, list) and any(same(each, cleaned(change.value)) for each in items)
    if isinstance(change, RemoveItem):
        items = value_at(now, change.path)
        return isinstance(items, list) and not any(same(each, change.old) for each in items)
    return False


def _is_in_place(path: Path, seen: Value, now: Value) -> bool:
    """Tell whether all lists on the way to a place are as long as they were, so that its numbers mean the same."""
    for length in range(len(path) + 1):
        before, after = value_at(seen, path[:length]), value_at(now, path[:length])
        if isinstance(before, list) and (not isinstance(after, list) or len(before) != len(after)):
            return False
    return True


def _contradicts(change: FileChange, now: Value) -> bool:
    """Tell whether what is to be changed is no longer what it was."""
    if _is_done(change, now) or isinstance(change, AddKey | InsertItem):
        return False
    return not same(value_at(now, path_of(change)), change.old)


def _conflict(change: FileChange, seen: Value, now: Value, record: type[Record]) -> FieldConflict:
    path = change.path if isinstance(change, InsertItem | MoveItem) else path_of(change)
    return FieldConflict(
        place_of(seen, path, record).label, value_text(value_at(now, path)), value_text(new_of(change))
    )
