"""Texts as they are compared: what readers of documents lose or add between letters makes no difference."""

from __future__ import annotations

import re

from ita_site.ground import thai

_BLANK = re.compile(r"(?<=\d)\s+(?=\d)|(\s+)")
_DOUBLED = re.compile("\u0e32{2,}")


def skeleton(text: str) -> str:
    """Return a text without blanks, but between numbers, in Arabic digits, with า for ำ, which readers of PDF lose."""
    written = thai.normalise(thai.arabic(text)).replace("\u0e33", "\u0e32").replace("\u0e4d", "").lower()
    return _BLANK.sub(lambda blank: "" if blank[1] else " ", _DOUBLED.sub("\u0e32", written))


def any_of(*words: str) -> str:
    """Return a pattern for any of some words in a skeleton, the longest first."""
    return f"(?:{'|'.join(re.escape(skeleton(each)) for each in sorted(words, key=len, reverse=True))})"
