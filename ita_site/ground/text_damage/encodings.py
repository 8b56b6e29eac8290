"""Texts opened in an encoding that is not their own, and letters that became question marks on the way.

Thai saved as UTF-8 and read as Windows-1252 begins every letter with à¸ or à¹; Thai saved as TIS-620 and read as
Latin-1 is a row of accented letters (»ÃÐ¡ÒÈ is ประกาศ).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground.text_damage.damage import Damage, DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOWS = bytes(set(range(0x80, 0xA0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252")
"""What Windows-1252 has at 80 to 9F, where Latin-1 has controls."""
_UTF_8 = (
    rf"(?:à[¸¹][\u0080-\u00bf{_WINDOWS} ]?|â€[\u0080-\u00bf{_WINDOWS}]|[ÂÃ][\u0080-\u00bf{_WINDOWS}])"
    rf"(?:[\u0080-\u00ff{_WINDOWS}]| (?=[\u0080-\u00ff]))*"
)
_UTF_8_AS_TIS_620 = rf"(?:เ[ธน][\u0080-\u00a0{_WINDOWS} ก-ฟ]?){{3,}}"
"""Thai saved as UTF-8 and read as Windows-874 begins every letter with เธ or เน."""
_TIS_620 = r"[¡-ÚßÀ-û]{3,}"
_LOST = r"(?<![\w?])(?:\?{3,}(?: +\?{2,})*|\?{2}(?: +\?{2,})+)(?!\w)|\?{6,}"
SUSPECTS = (
    re.compile("[\u00a1-\u00fb]"),  # where all of UTF-8 and TIS-620 begin
    re.compile(rf"เ[ธน][\u0080-\u00a0{_WINDOWS} ก-ฟ]?เ[ธน]"),
    re.compile(r"\?\?"),
)
"""One of these is in every text in which `find` finds something: each begins with letters that are soon looked for."""
_AS_UTF_8 = re.compile(_UTF_8)
_AS_WINDOWS_874 = re.compile(_UTF_8_AS_TIS_620)
_AS_TIS_620 = re.compile(_TIS_620)
_QUESTIONS = re.compile(_LOST)
_LETTERS = re.compile("[À-û]")
_THAI = re.compile("[ก-๛]+")


def find(text: str) -> Iterator[Damage]:
    """Yield what is a text in another encoding, and rows of question marks."""
    taken = []
    for match in _AS_UTF_8.finditer(text):
        taken.append(match.span())
        yield Damage(*match.span(), DamageKind.ENCODING, match[0], _from_utf_8(match[0], "cp1252"))
    for match in _AS_WINDOWS_874.finditer(text):
        yield Damage(*match.span(), DamageKind.ENCODING, match[0], _from_utf_8(match[0], "cp874"))
    for match in _AS_TIS_620.finditer(text):
        if len(_LETTERS.findall(match[0])) > 1 and not any(
            start < match.end() and match.start() < end for start, end in taken
        ):
            reading = _from_tis_620(match[0])
            if reading is not None:
                yield Damage(*match.span(), DamageKind.ENCODING, match[0], reading)
    for match in _QUESTIONS.finditer(text):
        yield Damage(*match.span(), DamageKind.REPLACED, match[0], None)


def _from_utf_8(typed: str, mistaken_for: str) -> str | None:
    data = b"".join(_byte(letter, mistaken_for) for letter in typed)
    # The no-break space of Latin-1 is a blank by now; as the end of a letter it can be nothing else.
    try:
        return re.sub(b"(?<=\xe0[\xb8\xb9]) ", b"\xa0", data).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(letter: str, encoding: str) -> bytes:
    """Return the byte that became a letter; programs disagree about the bytes that an encoding leaves out."""
    for each in (encoding, "cp1252"):
        try:
            return letter.encode(each)
        except UnicodeEncodeError:
            continue
    return letter.encode("latin-1", "replace")


def _from_tis_620(typed: str) -> str | None:
    try:
        reading = typed.encode("latin-1").decode("cp874")
    except UnicodeError:
        return None
    return reading if _THAI.fullmatch(reading) else None
