"""Words that a line never breaks in.

Typst finds the words of Thai text by a trained model (ICU4X), which is wrong now and then. Measured on all texts of the
five agencies, of the frameworks and of the program, 85,000 letters: 903 breaks stand where ICU's dictionary has none,
nearly all between two words that it holds for one. Those that a reader would call wrong, a word without its last
letter or a sign of abbreviation or repetition that begins a line, are in `unbroken_words.txt`; so are the compounds
that papers break again and again, as a clerk who reads them would not: งบ-ประมาณ, ตัว-ชี้วัด. Each that stands in a text
costs time and parts what Firefox copies, so that other common words which are broken rightly are not there.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from ita_site.ground import thai
from ita_site.saying.words import paper_form

_LIST: Final = Path(__file__).with_name("unbroken_words.txt")
_MONTHS: Final = "|".join(re.escape(each) for each in (*thai.MONTHS, *thai.SHORT_MONTHS))
_DAY: Final = rf"[0-9๐-๙]{{1,2}} (?:{_MONTHS})"
_SHORTEST_NAME: Final = 3


@cache
def unbroken(agency: str) -> str:
    """Return what is not broken as a regular expression, a longer word before a shorter one.

    The name of the place of the agency is one: no list of words has all of them.
    """
    words = _LIST.read_text(encoding="utf-8").split()
    place = re.sub(f"^(?:{paper_form.KINDS_OF_OFFICES})", "", agency)
    if place != agency and len(place) >= _SHORTEST_NAME and " " not in place:
        words.append(f"(?:{paper_form.BEFORE_A_PLACE})?{re.escape(place)}")
    return "|".join((*paper_form.KEPT_WITH_THEIR_SPACE, _DAY, *sorted(words, key=len, reverse=True)))
