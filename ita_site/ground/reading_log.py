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
def unrecorded() -> Iterator[None]:
    """Let what is read until the end be noted nowhere: what is made of it is itself among what pages depend on."""
    kept = _open[:]
    _open.clear()
    try:
        yield
    finally:
        _open[:] = kept


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


class FileValues(Mapping[Key, Value]):
    """Values by key, each made from one file; that a key is there is known without reading."""

    def __init__(self, values: Mapping[Key, Value], file: Callable[[Key], str]) -> None:
        """Hold values; `file` names what each was made from, by its key."""
        self._values = values
        self._file = file

    def __getitem__(self, key: Key) -> Value:
        value = self._values[key]
        note(self._file(key))
        return value

    def __iter__(self) -> Iterator[Key]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
