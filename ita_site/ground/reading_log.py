"""Which files were read while something was made, so that it need not be made again while these stay as they are.

What is made within `recording` says by `note` what it reads. A value that is kept and asked for again is not read
again: `Memory` notes anew what it was made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

Key = TypeVar("Key")
Value = TypeVar("Value")

_open: list[set[str]] = []


def note(*names: str) -> None:
    """Note that files are read."""
    if _open:
        _open[-1].update(names)


@contextmanager
def recording() -> Iterator[set[str]]:
    """Return the set that gets the names of all files read until the end; what is made around it has read them too."""
    read: set[str] = set()
    _open.append(read)
    try:
        yield read
    finally:
        _open.pop()
        note(*read)


@contextmanager
def recorded_as(*names: str) -> Iterator[None]:
    """Note these names in place of what is read until the end: what is made of that is what others depend on."""
    kept = _open[:]
    _open.clear()
    try:
        yield
    finally:
        _open[:] = kept
        note(*names)


class Memory:
    """Values made once, each by its key; whoever asks for one has read what it was made from."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Any, frozenset[str]]] = {}

    def value(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made at the first time."""
        if key not in self._known:
            with recording() as read:
                made = make()
            self._known[key] = made, frozenset(read)
        value, files = self._known[key]
        if _open:
            _open[-1].update(files)
        found: Value = value
        return found


class ListedValues(Mapping[Key, Value]):
    """Values by key; who asks which keys there are reads the list of them, which is noted by a name of its own.

    Whether there are any is asked of many lists, and noted nowhere.
    """

    def __init__(self, values: Mapping[Key, Value], *names: str) -> None:
        """Hold values whose list has a name, or none where nobody keeps what follows from it."""
        self._values = values
        self._names = names

    def __getitem__(self, key: Key) -> Value:
        if key not in self._values:
            note(*self._names)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        note(*self._names)
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        note(*self._names)
        return iter(self._values)

    def __len__(self) -> int:
        note(*self._names)
        return len(self._values)

    def __bool__(self) -> bool:
        return bool(self._values)


class FileValues(ListedValues[Key, Value]):
    """Values by key, each made from one file, which is read by asking for it."""

    def __init__(self, values: Mapping[Key, Value], file: Callable[[Key], str], *names: str) -> None:
        """Hold values whose list may have a name; `file` names what each was made from, by its key."""
        super().__init__(values, *names)
        self._file = file

    def __getitem__(self, key: Key) -> Value:
        value = super().__getitem__(key)
        note(self._file(key))
        return value

    __contains__ = Mapping.__contains__
    """Who asks whether one is there reads it, or the list."""
