"""What of some values fills the gaps of a file, and what stands there otherwise and is left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.edit import AddKey, InsertItem, SetValue
from ita_site.data.edit.changes import same
from ita_site.data.load.messages import typed_path
from ita_site.ground import thai
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.typed_values import NotAValue, period_days, reference

if TYPE_CHECKING:
    from ita_site.data.edit import FileChange
    from ita_site.data.source import Path, Value

_KEYS = ("id", "item", "measure", "part")
"""What tells the items of a list from one another."""
_REASON = "missing"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place whose value is another one in the file; the file's stays."""

    place: str
    there: str
    imported: str


def fillings(now: Value, new: Value, path: Path = ()) -> tuple[list[FileChange], list[Difference]]:
    """Return the changes that fill what is empty in a file, in their order, and the differences."""
    changes: list[FileChange] = []
    differences: list[Difference] = []
    if isinstance(now, dict) and isinstance(new, dict):
        for key, value in new.items():
            if key == "score" and not _is_empty(now.get(_REASON)):
                differences.append(Difference(typed_path((*path, key)), f"{_REASON}: {now[_REASON]}", str(value)))
            elif key == _REASON and not _is_empty(now.get("score")):
                continue
            elif key not in now:
                changes.append(AddKey(path, key, value, tuple(new)))
            else:
                more, others = fillings(now[key], value, (*path, key))
                changes += more
                differences += others
    elif _is_empty(now):
        changes.append(SetValue(path, now, new))
    elif isinstance(now, list) and isinstance(new, list) and _are_named(now) and _are_named(new):
        changes, differences = _of_lists(now, new, path)
    elif not _is_same(now, new):
        differences.append(Difference(typed_path(path), shown(now), shown(new)))
    return changes, differences


def shown(value: Value) -> str:
    """Return a value in a line."""
    if isinstance(value, list):
        return " | ".join(map(shown, value))
    if isinstance(value, dict):
        return " ".join(shown(each) for each in value.values())
    return str(value or "")


def _of_lists(now: list[Value], new: list[Value], path: Path) -> tuple[list[FileChange], list[Difference]]:
    changes: list[FileChange] = []
    differences: list[Difference] = []
    places = {_name(each): place for place, each in enumerate(now)}
    length = len(now)
    for value in new:
        name = _name(value)
        if name in places:
            more, others = fillings(now[places[name]], value, (*path, places[name]))
            changes += more
            differences += others
        else:
            changes.append(InsertItem(path, length, value))
            length += 1
    return changes, differences


def _is_empty(value: Value) -> bool:
    return value is None or not value or (isinstance(value, str) and not value.strip())


def _are_named(items: list[Value]) -> bool:
    names = [_name(each) for each in items]
    return all(names) and len(set(names)) == len(names)


def _name(item: Value) -> str:
    if not isinstance(item, dict):
        return ""
    for key in _KEYS:
        name = item.get(key)
        if isinstance(name, str):
            try:
                return reference(name)
            except NotAValue:
                return name.strip()
    return ""


def _is_same(now: Value, new: Value) -> bool:
    if isinstance(now, str) and isinstance(new, str):
        numbers = thai.number(now), thai.number(new)
        if None not in numbers:
            return numbers[0] == numbers[1]
        return squeezed(now) == squeezed(new)
    if isinstance(now, list) and isinstance(new, list):
        return len(now) == len(new) and all(map(_is_same, now, new))
    days = [period_days(each) for each in (now, new)]
    return same(now, new) or (days[0] is not None and days[0] == days[1])
