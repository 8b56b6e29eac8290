"""Glyphs and styled forms that stand for letters, and letters of another script that look like the one meant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.text_damage.damage import Damage, DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_WINDOWS = "\u0e10\u0e34\u0e35\u0e36\u0e37" + 2 * _TONES + "\u0e0d\u0e31\u0e4d\u0e47" + _TONES + "\u0e38\u0e39\u0e3a"
"""The letters that the Thai fonts of Windows drew from U+F700 on: raised, lowered and moved to the left."""
_MAC = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47" + "".join(3 * tone for tone in _TONES) + "\u0e4d"
"""Those that the fonts of the Macintosh drew from U+F884 on."""
_THAI = {
    first + place: letter for first, row in ((0xF700, _WINDOWS), (0xF884, _MAC)) for place, letter in enumerate(row)
}
_FONT = "".join(map(chr, _THAI))
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LATIN = str.maketrans(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423"
    "\u0430\u0435\u0441\u0455\u0456\u0458\u043e\u0440\u0445\u0443"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03a5\u03bf\u03bd",
    "ABESIJKMHOPCTXYaecsijopxyABEZHIKMNOPTXYov",
)
"""The letters of the Cyrillic and the Greek script that nobody can tell from Latin ones."""
_LOOK_ALIKES = "".join(map(chr, _LATIN))
_OTHERS = "\u0370-\u03ff\u0400-\u04ff"
_STYLED = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
SUSPECTS = (re.compile(f"[{_FONT}{_LOOK_ALIKES}{_STYLED}]"),)
_OF_A_FONT = re.compile(f"[{_FONT}]")
_WITH_MARKS = re.compile(f"[ก-ฮ]?[{_MARKS}{_FONT}]+")
_WORD = re.compile(f"[A-Za-z0-9{_OTHERS}]+")
_HAS_LOOK_ALIKE = re.compile(f"[{_LOOK_ALIKES}]")
_OURS = re.compile(r"[IEO]IT|ITA|[IEO]\d{1,2}", re.ASCII)
"""What a word of nothing but look-alikes is read as: these documents hold no Russian and no Greek."""
_LONGEST = 200
"""Letters of an address that are looked at."""
_ANY_STYLED = re.compile(f"[{_STYLED}]+")


def find(text: str) -> Iterator[Damage]:
    """Yield glyphs of a font, styled forms, and look-alikes in words."""
    for match in _WITH_MARKS.finditer(text) if _OF_A_FONT.search(text) else ():
        if _OF_A_FONT.search(match[0]):
            yield Damage(*match.span(), DamageKind.GLYPH, match[0], thai.normalise(match[0].translate(_THAI)))
    for match in _ANY_STYLED.finditer(text):
        yield Damage(*match.span(), DamageKind.GLYPH, match[0], unicodedata.normalize("NFKC", match[0]))
    for match in _WORD.finditer(text):
        if _HAS_LOOK_ALIKE.search(match[0]) and not _in_an_address(match):
            yield from _look_alike(match)


def _in_an_address(match: re.Match[str]) -> bool:
    """Tell whether a word is part of an address, which nobody may put right: it leads where it says, or to a fraud."""
    start, end = match.span()
    before = match.string[max(0, start - _LONGEST) : start].split(" ")[-1]
    behind = match.string[end : end + _LONGEST].split(" ", 1)[0]
    return any(mark in before + behind for mark in ("://", "@", "www."))


def _look_alike(match: re.Match[str]) -> Iterator[Damage]:
    latin = match[0].translate(_LATIN)
    if latin.isascii():
        if re.search("[A-Za-z]", match[0]) or _OURS.fullmatch(latin):
            yield Damage(*match.span(), DamageKind.OTHER_SCRIPT, match[0], latin)
    elif re.search("[A-Za-z]", match[0]):
        yield Damage(*match.span(), DamageKind.OTHER_SCRIPT, match[0], None)
