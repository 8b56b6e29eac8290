"""The changes a data file can be asked for, as plain values, and what each does to the plain data of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.data.source import Path, Value


class Quoted(str):
    """A text that other tools may take for a number and that is none, such as the number of a step."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SetValue:
    """Put `new` in the place of the value at `path`; `old` is what the editor saw there."""

    path: Path
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class AddKey:
    """Add a key to the mapping at `path`.

    `order` are the keys such a mapping may have, in the order in which they are to stand: the new one comes behind
    the nearest of those before it. Without an order, it comes last.
    """

    path: Path
    key: str
    value: Value
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """Take a key out of the mapping at `path`; `old` is the value the editor saw there."""

    path: Path
    key: str
    old: Value


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put a value into the list at `path`, before the item at `index`, or last where `index` is the length."""

    path: Path
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take the item at `index` out of the list at `path`; `old` is the value the editor saw there."""

    path: Path
    index: int
    old: Value


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move the item at `index` of the list at `path`, so that it then stands at `to`; `old` is what the editor saw."""

    path: Path
    index: int
    to: int
    old: Value


FileChange: TypeAlias = SetValue | AddKey | RemoveKey | InsertItem | RemoveItem | MoveItem


def cleaned(value: Value) -> Value:
    """Return a value as it is written into a file: with Unix line ends and, as the reader has it, plain spaces.

    A browser sends a text with the line ends of Windows; a no-break space is what Word pastes.
    """
    if isinstance(value, str):
        return type(value)(value.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " "))
    if isinstance(value, list):
        return [cleaned(each) for each in value]
    if isinstance(value, dict):
        return {key: cleaned(each) for key, each in value.items()}
    return None


def same(one: Value, other: Value) -> bool:
    """Tell whether two values say the same: the same letters, however they are typed, and nothing is nothing.

    What a form sends back has lost spaces and line ends around a text.
    """
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(each, other[key]) for key, each in one.items())
    if isinstance(one, (list, dict)) or isinstance(other, (list, dict)):
        return False
    return thai.normalise(str(cleaned(one or ""))).strip() == thai.normalise(str(cleaned(other or ""))).strip()


def get(root: Value, path: Path) -> Value:
    """Return what stands at a path.

    Raises:
        KeyError: nothing stands there.

    """
    for step in path:
        if isinstance(root, dict) and isinstance(step, str) and step in root:
            root = root[step]
            continue
        if not isinstance(root, list) or not isinstance(step, int) or not 0 <= step < len(root):
            raise KeyError(path)
        root = root[step]
    return root


def value_at(root: Value, path: Path) -> Value:
    """Return what stands at a path; None where nothing does."""
    try:
        return get(root, path)
    except KeyError:
        return None


def path_of(change: FileChange) -> Path:
    """Return the path of the value that a change is about: of a new one, that which it will have."""
    if isinstance(change, SetValue):
        return change.path
    return (*change.path, change.key if isinstance(change, (AddKey, RemoveKey)) else change.index)


def old_of(change: FileChange) -> Value:
    """Return what the editor saw where a change is made; None of a new value."""
    return None if isinstance(change, (AddKey, InsertItem)) else change.old


def new_of(change: FileChange) -> Value:
    """Return what a change puts into its place; None of one that moves a value or takes it out."""
    if isinstance(change, SetValue):
        return change.new
    return change.value if isinstance(change, (AddKey, InsertItem)) else None


def alike(one: Value, other: Value) -> bool:
    """Tell whether two values are equal, and the keys of all their mappings in one order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(alike, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other


def alike_at(one: Value, other: Value, path: Path) -> bool:
    """Tell whether two values are equal, and so is the order of the keys at a path and above it."""
    if one != other:
        return False
    for length in range(len(path) + 1):
        try:
            first, second = get(one, path[:length]), get(other, path[:length])
        except KeyError:
            break  # of what is taken out
        if list(first or ()) != list(second or ()):
            return False
    return True


def place(keys: list[str], key: str, order: tuple[str, ...]) -> int:
    """Return at which place among the keys of a mapping a new one comes; see `AddKey`."""
    if key not in order:
        return len(keys)
    before = set(order[: order.index(key)])
    return max((index + 1 for index, each in enumerate(keys) if each in before), default=0)


def applied(root: Value, change: FileChange) -> Value:
    """Return the plain data with a change made; what was given stays as it is.

    Raises:
        KeyError: the place that the change is for is not there, or a new key is.

    """
    if isinstance(change, SetValue):
        return _rebuilt(root, change.path, lambda _: cleaned(change.new))
    if isinstance(change, (AddKey, RemoveKey)):
        return _rebuilt(root, change.path, lambda within: _with_key(within, change))
    return _rebuilt(root, change.path, lambda within: _with_item(within, change))


def _rebuilt(root: Value, path: Path, make: Callable[[Value], Value]) -> Value:
    """Return the data with another value at a path; all that is beside the path is shared."""
    if not path:
        return make(root)
    inner = _rebuilt(get(root, path[:1]), path[1:], make)
    if isinstance(root, dict):
        return {**root, str(path[0]): inner}
    items = list(root or ())
    items[int(path[0])] = inner
    return items


def _with_key(within: Value, change: AddKey | RemoveKey) -> Value:
    if within is None and not change.path:
        within = {}
    if not isinstance(within, dict) or (change.key in within) is isinstance(change, AddKey):
        raise KeyError((*change.path, change.key))
    if isinstance(change, RemoveKey):
        return {key: each for key, each in within.items() if key != change.key}
    items = list(within.items())
    items.insert(place(list(within), change.key, change.order), (change.key, cleaned(change.value)))
    return dict(items)


def _with_item(within: Value, change: InsertItem | RemoveItem | MoveItem) -> Value:
    if not isinstance(within, list):
        raise KeyError((*change.path, change.index))
    items = list(within)
    indices = [change.index, *([change.to] if isinstance(change, MoveItem) else [])]
    for index in indices:
        if not 0 <= index < len(items) + isinstance(change, InsertItem):
            raise KeyError((*change.path, index))
    if isinstance(change, InsertItem):
        items.insert(change.index, cleaned(change.value))
        return items
    item = items.pop(change.index)
    if isinstance(change, MoveItem):
        items.insert(change.to, item)
    return items
