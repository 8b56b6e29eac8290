"""The letters that a paper can draw: those of its fonts; any other is printed by its number."""

from __future__ import annotations

import re
from typing import Final

from ita_site.ground import thai

SARABUN: Final = (
    r" -~\u00a0-ÿıŒœʻʼˆ˚˜\u0300\u0301\u0303\u0304\u0308\u0309\u0323\u0331\u0e01-\u0e3a\u0e3f-\u0e5b"
    "–—‘-‚“-„•…′″‹›⁄€™↑↓−∕"
)
"""What Sarabun has, as a class of a regular expression."""
SYMBOLS: Final = "←→≤≥≠≈∑∞√①-⑳■□▲△▶▼▽◀◆◇○●★☆☐-☒✓✔✗✘²³¹⁰⁴-⁹₀-₉α-ωΑ-ΡΣ-Ω"
"""What the fonts that Typst brings with it have besides, of which the template names the family."""
_OTHER: Final = re.compile(f"[^{SARABUN}{SYMBOLS}\n]")
_SPACE: Final = re.compile(r"[\t\v\f\r]")


def drawn(text: str) -> str:
    """Return a text as it is drawn: one spelling for what looks the same, and `[U+6F22]` for a letter of no font.

    PDF/UA and PDF/A refuse a paper with a letter that has no shape, and leaving it out would change what is said.
    """
    return _OTHER.sub(lambda other: f"[U+{ord(other[0]):04X}]", _SPACE.sub(" ", thai.normalise(text)))
