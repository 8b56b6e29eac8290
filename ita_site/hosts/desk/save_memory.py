"""What a session remembers of its files: the bytes that forms were made from, and the saves that can be taken back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from ita_site.data.edit import digest

if TYPE_CHECKING:
    from ita_site.data.edit import Saved

_MOST_BYTES = 50_000_000
"""Of files as forms saw them: those of a year, hundreds of times."""
_MOST_SAVES = 50


@dataclass(frozen=True, slots=True)
class RememberedSave:
    """A save: its number in the session, the name of the file, what was changed, and what was done."""

    number: int
    name: str
    told: str
    saved: Saved


class SaveMemory:
    """Files as forms saw them, by their digests, and the last saves."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._saves: list[RememberedSave] = []
        self._number = 0
        self._lock = Lock()

    def see(self, data: bytes) -> str:
        """Remember the bytes of a file that a form is made from; return their digest."""
        seen = digest(data)
        with self._lock:
            if seen not in self._seen:
                self._seen[seen] = data
                self._size += len(data)
            self._seen.move_to_end(seen)
            while self._size > _MOST_BYTES and len(self._seen) > 1:
                self._size -= len(self._seen.popitem(last=False)[1])
        return seen

    def seen(self, digest_of: str, now: bytes | None = None) -> bytes | None:
        """Return the bytes that a form was made from, by their digest; None where they are not known any more.

        Those that the file has `now` are known, too: a form may be older than the session.
        """
        with self._lock:
            found = self._seen.get(digest_of)
        return now if found is None and now is not None and digest(now) == digest_of else found

    def keep(self, name: str, told: str, saved: Saved) -> None:
        """Remember a save."""
        with self._lock:
            self._number += 1
            self._saves = [*self._saves[1 - _MOST_SAVES :], RememberedSave(self._number, name, told, saved)]

    def saves(self, name: str = "") -> tuple[RememberedSave, ...]:
        """Return the saves that can be taken back, of one file only where it is named; the last one first."""
        with self._lock:
            return tuple(each for each in reversed(self._saves) if not name or each.name == name)

    def forget(self, number: int) -> None:
        """Forget a save that was taken back."""
        with self._lock:
            self._saves = [each for each in self._saves if each.number != number]
