"""Words that a line never breaks in.

Typst finds the words of Thai text by a trained model (ICU4X), which is wrong now and then. Measured on all texts of the
five agencies, of the frameworks and of the program, 85,000 letters: 903 breaks stand where ICU's dictionary has none,
nearly all between two words that it holds for one. Those that a reader would call wrong, a word without its last
letter or a sign of abbreviation or repetition that begins a line, are in `unbroken_words.txt`. Each that stands in a
text costs time and parts what Firefox copies, so that common words which are broken rightly are not there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("unbroken_words.txt")


@cache
def unbroken() -> str:
    """Return the words as a regular expression, a longer one before a shorter one."""
    return "|".join(_LIST.read_text(encoding="utf-8").split())
