"""Personal data and secrets in a text, as the reader of an open web page would misuse them.

The kinds are those of the Personal Data Protection Act B.E. 2562 that turn up in offices' documents (numbers of
persons, ways to reach them, homes, days of birth, health) and keys to computers. A false alarm teaches to look away:
what is not surely one person's stays silent.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.judging.privacy import credentials, person_facts, person_numbers, private_contacts
from ita_site.judging.privacy.kinds import Known
from ita_site.judging.privacy.person_numbers import UNSEEN
from ita_site.judging.privacy.suspicion import may_hold

if TYPE_CHECKING:
    from ita_site.judging.privacy.kinds import Exposure

_NOBODY = Known()
_WINDOW, _CONTEXT = 2_000, 250
"""How many characters are looked at together, and how many around them: what is far away says nothing of a number, and
time grows with the text and not with its square."""
_AROUND = re.compile("[*`\"'“”‘’]")
"""What stands around words in Markdown, and quotation marks."""
_STRANGE = re.compile(f"[\u00a0\u00ad\uff01-\uff5e{thai.UNSEEN}]|(?![0-9๐-๙])\\d")


def recognise(text: str, known: Known = _NOBODY) -> list[Exposure]:
    """Return what should not be public in a text, in its order, without what the office itself makes public.

    Where two recognisers see the same letters, the surer one's exposure stands: it comes first.
    """
    if not may_hold(text):
        return []
    if len(text) <= _WINDOW:
        return _in_window(text, known)
    found = []
    for start in range(0, len(text), _WINDOW):
        first = max(0, start - _CONTEXT)
        part = text[first : start + _WINDOW + _CONTEXT]
        if may_hold(part):
            moved = (replace(each, start=first + each.start, end=first + each.end) for each in _in_window(part, known))
            found += [each for each in moved if start <= each.start < start + _WINDOW]
    return found


def _in_window(text: str, known: Known) -> list[Exposure]:
    exact = _plain(text)
    plain = exact.replace(UNSEEN, " ")
    unmarked = _AROUND.sub(" ", plain)
    found: list[Exposure] = []
    for exposure in (
        *credentials.secrets(plain),
        *private_contacts.mails(plain, known),
        *person_numbers.national_ids(exact),
        *person_numbers.passports(unmarked),
        *person_numbers.bank_accounts(unmarked),
        *private_contacts.line_ids(unmarked, known),
        *private_contacts.phones(plain, known),
        *person_facts.births(unmarked),
        *private_contacts.homes(unmarked),
        *person_facts.names(unmarked, known),
    ):
        if not any(one.start < exposure.end and exposure.start < one.end for one in found):
            found.append(exposure)
    return sorted(found, key=lambda each: each.start)


def mask(text: str, known: Known = _NOBODY) -> str:
    """Return a text of the same length in which nothing can be used that should not be public."""
    parts, done = [], 0
    for each in recognise(text, known):
        parts += [text[done : each.start], each.masked(text)]
        done = each.end
    return "".join([*parts, text[done:]])


def _plain(text: str) -> str:
    """Return a text of the same length with Arabic digits and with one character for all that cannot be seen."""
    return thai.arabic(_STRANGE.sub(_as_plain, text) if _STRANGE.search(text) else text)


def _as_plain(found: re.Match[str]) -> str:
    character = found[0]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if "\uff01" <= character <= "\uff5e":  # the wide letters of Chinese and Japanese computers
        return chr(ord(character) - 0xFEE0)
    return " " if character == "\u00a0" else UNSEEN
