"""What was done, to be said on the page that is shown next: a form leads to another page."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Notices:
    """Sentences that wait for the next page."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._lock = Lock()

    def add(self, sentences: Iterable[str]) -> None:
        """Let sentences wait."""
        with self._lock:
            self._waiting += sentences

    def taken(self) -> tuple[str, ...]:
        """Return what waits; it waits no longer."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
            return tuple(waiting)
