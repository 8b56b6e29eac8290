"""The notes of a paper, numbered as they come: the same note has one number, and all stand at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class NumberedNotes:
    """The notes met so far."""

    thai_digits: bool
    _numbers: dict[str, int] = field(default_factory=dict)

    def marks(self, notes: Iterable[str]) -> str:
        """Return the numbers of some notes as they stand above the line: `๑, ๒`."""
        numbers = (self._numbers.setdefault(note, len(self._numbers) + 1) for note in notes)
        return ", ".join(self.digits(number) for number in dict.fromkeys(numbers))

    def all(self) -> tuple[tuple[str, str], ...]:
        """Return every note with its number."""
        return tuple((self.digits(number), note) for note, number in self._numbers.items())

    def digits(self, number: int) -> str:
        """Write a number with the digits of the paper."""
        return thai.digits(str(number)) if self.thai_digits else str(number)
