"""How long, how much and how far an outside address may be followed."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """The limits of one question: times in seconds, sizes in bytes.

    `seconds` is for all of it, redirects and reading too; `silence` is the longest wait for the next byte. Without
    `ports` any may be asked.
    """

    seconds: float = 30.0
    silence: float = 10.0
    size: int = 10 * 1024 * 1024
    redirects: int = 5
    ports: frozenset[int] | None = frozenset({80, 443, 8080, 8443})


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; zero or less when there are none."""
        return self._end - time.monotonic()
