"""How like two texts are, for names and titles that were typed twice."""

from __future__ import annotations

import difflib

_LONG = 500
"""Letters that no title has; to compare longer texts takes long."""


def likeness(one: str, other: str) -> float:
    """Return how like two squeezed texts are, 0 to 1; what is no title, for its length, is like none but itself."""
    if max(len(one), len(other)) > _LONG:
        return float(one == other)
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
