"""One pattern for many words: words that begin alike share their beginning, so that each letter is looked at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that finds each of the words; of two that begin alike the longer."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    ends_here = behind.pop("", None) is not None
    ways = [re.escape(letter) + any_of(rest) for letter, rest in behind.items()]
    return f"(?:{'|'.join(ways)}){'?' * ends_here}" if ways else ""
