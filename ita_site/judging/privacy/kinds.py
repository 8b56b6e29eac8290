"""What personal data and secrets are: their kinds, a place of one in a text, and what an office itself makes public."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ita_site.judging.privacy import person_names


class PrivateKind(StrEnum):
    """The kinds of what should not be public; each is the code of its problem."""

    NATIONAL_ID = "national-id"
    PASSPORT = "passport"
    PHONE = "private-phone"
    BANK_ACCOUNT = "bank-account"
    EMAIL = "private-email"
    LINE_ID = "line-id"
    HOME = "home-address"
    NAME = "person-name"
    BIRTH = "birth-date"
    HEALTH = "health-of-a-person"
    SECRET = "secret"  # noqa: S105 - the name of a kind


@dataclass(frozen=True, slots=True)
class Exposure:
    """One thing that should not be public, from `start` up to `end` of the text, counted in characters from 0."""

    kind: PrivateKind
    start: int
    end: int

    def masked(self, text: str) -> str:
        """Return what was found, as long as it was, so that an editor knows it again and nobody can use it."""
        found = text[self.start : self.end]
        shown = _SHOWN.get(self.kind, 4 if len(found) >= _LONG else 2)
        if self.kind in {PrivateKind.NAME, PrivateKind.HEALTH}:
            named = len(found) - len(person_names.without_titles(found))
            return found[:named] + _AFTER_TWO_LETTERS.sub("•", found[named:])
        return found[:shown] + _LETTER.sub("•", found[shown:])


@dataclass(frozen=True, slots=True)
class Known:
    """What an office itself makes public, and so may stand anywhere.

    `numbers` are the digits of its telephones, `accounts` its addresses of mail and its names in LINE, in small letters
    and without spaces, `names` those of persons as `person_names.bare` writes them.
    """

    numbers: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


_LONG = 8
_SHOWN = {PrivateKind.HOME: 0, PrivateKind.BIRTH: 0, PrivateKind.SECRET: 3}
_LETTER = re.compile(r"[0-9๐-๙A-Za-z]")
_AFTER_TWO_LETTERS = re.compile(r"(?<=[A-Za-z\u0e01-\u0e4e]{2})[A-Za-z\u0e01-\u0e4e]")
