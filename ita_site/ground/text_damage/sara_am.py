"""Words whose ำ was lost to า: ดาเนิน is ดำเนิน, and nothing else.

The words stand in `sara_am.tsv`: a word, what must not stand before it, what must not stand after it. A word is there
only if, without its ำ, it occurs in no word, title or name that is right; ทา, จา and น้า alone are right.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from ita_site.ground.text_damage.damage import Damage, DamageKind
from ita_site.ground.word_pattern import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_AA, _AM = "\u0e32", "\u0e33"
_KEY = re.compile("[ก-ฮ\u0e48-\u0e4b]\u0e32")
_LEADING = ("เ", "แ", "โ", "ไ", "ใ")
"""After one of these, า belongs to another vowel: เทา, เรา."""
_ANY = "*"
"""Written in the table for any Thai letter."""
_THAI_LETTER = re.compile("[ก-ฮ\u0e30-\u0e3a\u0e40-\u0e4e]")
_CONTEXT = 10
"""Letters before a word that are looked at."""


class _Lost(NamedTuple):
    """A word that lost a ำ, and where in it the first of them stood."""

    at: int
    found: str
    meant: str
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]


def find(text: str) -> Iterator[Damage]:
    """Yield the words that lost their ำ."""
    if _AA not in text:
        return
    done = 0
    for match in _KEY.finditer(text):
        for lost in _candidates(text[match.start() : match.end() + 1]):
            start = match.start() + 1 - lost.at
            end = start + len(lost.found)
            if start >= done and text.startswith(lost.found, start) and _stands_alone(text, start, end, lost):
                yield Damage(start, end, DamageKind.SARA_AM, lost.found, lost.meant)
                done = end
                break


def is_sound(text: str) -> bool:
    """Tell that no word of the text has lost its ำ."""
    return _any_lost().search(text) is None or next(find(text), None) is None


def is_in_a_word(text: str, place: int) -> bool:
    """Tell whether the ำ at a place of the text is that of a word of the list."""
    key = text[place - 1 : place]
    return any(text.startswith(word, place - at) for at, word in _words_by_letter().get(key, ()) if place >= at and key)


def _stands_alone(text: str, start: int, end: int, lost: _Lost) -> bool:
    before = text[max(0, start - _CONTEXT) : start]
    if _ANY in lost.not_after and before and _THAI_LETTER.match(before[-1]):
        return False
    return not before.endswith((*_LEADING, *lost.not_after)) and not text.startswith(lost.not_before, end)


@lru_cache(maxsize=10_000)
def _candidates(letters: str) -> tuple[_Lost, ...]:
    """Return the damaged forms that may stand where a letter, า and the letter after it do, the longest first."""
    forms = _lost_words().get(letters[:2], ())
    return tuple(
        each for each in forms if each.found[each.at - 1 :].startswith(letters) or each.at + 1 == len(each.found)
    )


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    table = resources.files(__package__ or "").joinpath("sara_am.tsv").read_text(encoding="utf-8")
    rows = (f"{line}\t\t".split("\t")[:3] for line in table.splitlines())
    return tuple((word, tuple(after.split()), tuple(before.split())) for word, after, before in rows)


@cache
def _lost_words() -> dict[str, list[_Lost]]:
    """Return the damaged forms of all words, the longest first, by the letter before the first ำ lost and its า."""
    forms: dict[str, list[_Lost]] = {}
    for word, after, before in _rows():
        places = [place for place, letter in enumerate(word) if letter == _AM]
        for kept in itertools.product((_AA, _AM), repeat=len(places)):
            if _AA not in kept:
                continue
            letters = list(word)
            for place, letter in zip(places, kept, strict=True):
                letters[place] = letter
            form = "".join(letters)
            at = places[kept.index(_AA)]
            forms.setdefault(form[at - 1 : at + 1], []).append(_Lost(at, form, word, after, before))
    return {key: sorted(lost, key=lambda each: -len(each.found)) for key, lost in forms.items()}


@cache
def _any_lost() -> re.Pattern[str]:
    return re.compile(any_of(each.found for lost in _lost_words().values() for each in lost))


@cache
def _words_by_letter() -> dict[str, list[tuple[int, str]]]:
    """Return the words with the place of each of their ำ, by the letter before it."""
    words: dict[str, list[tuple[int, str]]] = {}
    for word, _, _ in _rows():
        for place, letter in enumerate(word):
            if letter == _AM:
                words.setdefault(word[place - 1], []).append((place, word))
    return words
