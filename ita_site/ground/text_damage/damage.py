"""One damage to a text: where it stands, of which kind it is, and what can only have been meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class DamageKind(Enum):
    """What copying did."""

    ENCODING = auto()
    """A text was opened in an encoding that is not its own."""
    REPLACED = auto()
    """Letters were replaced by question marks."""
    GLYPH = auto()
    """A glyph of a font, or a styled form of a letter, stands for the letter."""
    OTHER_SCRIPT = auto()
    """A letter of another script looks like the one that was meant."""
    DETACHED = auto()
    """A blank parts a mark or a vowel from its consonant."""
    MARK = auto()
    """A mark stands twice, or where none can stand."""
    SARA_AA = auto()
    """The sign ๅ, which follows ฤ and ฦ only, stands for า."""
    SARA_AM = auto()
    """The upper half of ำ is lost."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged part of a text, from `start` to `end`; `reading` is None where nobody can tell what was meant."""

    start: int
    end: int
    kind: DamageKind
    found: str
    reading: str | None
