"""Syllables that copying has torn: marks and vowels parted from their consonant, doubled, or where none can stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.text_damage import sara_am
from ita_site.ground.text_damage.damage import Damage, DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = "\u0e31\u0e34-\u0e39\u0e47"
_TONES = "\u0e48-\u0e4b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_AA, _AM, _LAKKHANG = "\u0e32", "\u0e33", "\u0e45"
_NIKHAHIT = "\u0e4d"
SUSPECTS = (
    # A blank before a mark, a mark without its consonant, two marks of one kind, three marks, and so on.
    re.compile(f" [{_MARKS}\u0e30\u0e32\u0e33]"),
    re.compile(f"[{_MARKS}](?<![ก-ฮ{_MARKS}].)"),
    re.compile(f"[{_VOWELS}][{_VOWELS}\u0e32\u0e33]"),
    re.compile(f"[{_TONES}\u0e4c][{_TONES}\u0e4c]"),
    re.compile(f"[{_MARKS}][{_MARKS}][{_MARKS}]"),
    re.compile(_LAKKHANG),
    re.compile("[เ-ไ] +[ก-ฮ]"),
    re.compile("\u0e33[\u0e32\u0e33]"),
    re.compile(r"([แ-ไ])\1"),
)
"""One of these is in every text in which `find` finds something; each begins with letters that are soon looked for."""
_SYLLABLE = re.compile(
    rf"(?P<base>[ก-ฮ])(?P<marks>(?: *[{_MARKS}])*)"
    rf"(?:(?P<gap> *)(?P<tail>\u0e33[\u0e32\u0e33]*|[\u0e30\u0e32]\u0e33*|(?<! ){_LAKKHANG})"
    rf"(?P<late>(?: *[{_TONES}])*))?"
)
_PARTED_BEFORE = re.compile("(?P<vowel>[เ-ไ]) +(?=[ก-ฮ])")
_DOUBLED_BEFORE = re.compile(r"(?P<vowel>[แ-ไ])(?P=vowel)+(?=[ก-ฮ])")
_STRAY = re.compile(f"[{_MARKS}]+|{_LAKKHANG}")
_CLOSED = re.compile(
    "การ|งาน|ราย|ทาง|บาท|มาต|สาม|ตาม|อาจ|ภาย|ฐาน|ผ่าน|ด้าน|บ้าน|ข่าว|ชาว|สาย|ชาย|ถาม|วาม|ศาล|ค่าย|จ่าย|ง่าย"
    "|ต่าง|ย่าง|สาร|หาร|อาย|ชาต|ธาร|นาย|จาก|มาก|อาค|ขาด|ขาว|หาย|ภาพ|ลาด|วาง|สาธ|อาช|พาน|ยาก|ว่าง|ช่าง|ร่าง"
)
"""Syllables with า in which a blank before the vowel may as well be a mere blank."""


def find(text: str) -> Iterator[Damage]:
    """Yield the torn syllables of a text, and marks that belong to none."""
    if not any(each.search(text) for each in SUSPECTS):
        return
    covered = 0
    for match in _SYLLABLE.finditer(text):
        yield from _stray(text, covered, match.start())
        covered = match.end()
        if match.end() - match.start() > 1:
            yield from _syllable(match)
    yield from _stray(text, covered, len(text))
    for match in _DOUBLED_BEFORE.finditer(text):
        yield Damage(match.start(), match.end(), DamageKind.MARK, match[0], match["vowel"])
    for match in _PARTED_BEFORE.finditer(text):
        yield Damage(match.start(), match.end(), DamageKind.DETACHED, match[0], match["vowel"])


def _stray(text: str, start: int, end: int) -> Iterator[Damage]:
    for match in _STRAY.finditer(text, start, end):
        kind = DamageKind.SARA_AA if match[0] == _LAKKHANG else DamageKind.MARK
        if kind is DamageKind.MARK or text[match.start() - 1 : match.start()] not in ("ฤ", "ฦ"):
            yield Damage(*match.span(), kind, match[0], None)


def _syllable(match: re.Match[str]) -> Iterator[Damage]:
    """Yield the damage of a syllable, if it has one that is seen."""
    base, tail = match["base"], match["tail"] or ""
    if tail == _LAKKHANG and base in "ฤฦ":
        return
    late = (match["late"] or "").replace(" ", "")
    typed = match["marks"].replace(" ", "") + late
    marks = "".join(dict.fromkeys(typed))
    vowel = {_LAKKHANG: _AA}.get(tail, tail[:1])
    parted = " " in match[0]
    if parted and match["gap"] and vowel == _AA:
        written_before = match.string[max(0, match.start() - 1) : match.start()] == "เ"
        vowel = _AA if written_before else _AM if _NIKHAHIT in marks or _is_am(match, marks) else ""
        marks = marks.replace(_NIKHAHIT, "") if vowel else marks
    possible = _fits(marks, vowel) and (vowel or not tail)
    moved = bool(late) and not tail.startswith(_AM)
    doubled = len(marks) < len(typed) - typed.count(_NIKHAHIT) + marks.count(_NIKHAHIT) or len(tail) > 1
    if not (parted or moved or doubled or tail == _LAKKHANG) and possible:
        return
    reading = thai.normalise(base + marks + vowel) if possible else None
    kind = DamageKind.DETACHED if parted else DamageKind.SARA_AA if tail == _LAKKHANG else DamageKind.MARK
    yield Damage(*match.span(), kind, match[0], reading)


def _fits(marks: str, vowel: str) -> bool:
    """Tell whether the marks can stand on one consonant, before a vowel that follows it."""
    vowels = len(re.findall(f"[{_VOWELS}]", marks))
    tones = len(re.findall(f"[{_TONES}\u0e4c]", marks))
    return vowels <= 1 and tones <= 1 and not (vowels and vowel in (_AA, _AM) and vowel)


def _is_am(match: re.Match[str], marks: str) -> bool:
    """Tell whether the blank before า is where the upper half of ำ stood."""
    text, base = match.string, match["base"]
    before = text[max(0, match.start() - 8) : match.start()]
    syllable = base + marks + _AM
    behind = text[match.end() : match.end() + 24].replace(f" {_AA}", _AM)
    whole = before + syllable + behind
    if sara_am.is_in_a_word(whole, len(before + syllable) - 1):
        return True
    return _CLOSED.fullmatch(base + marks + _AA + behind[:1]) is None
