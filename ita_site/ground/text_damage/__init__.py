"""What copying does to a text: what of it can be read in one way only is read so, the rest is named.

Documents reach an editor as PDF, whose text layer loses ำ, parts marks from their letters and keeps glyphs of its font;
as pages opened in the wrong encoding; and as words typed with letters of another script. Pure order of marks, which no
reader sees, is no damage: `thai.normalise` sees to it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground.text_damage import encodings, glyphs, sara_am, syllables
from ita_site.ground.text_damage.damage import Damage, DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Damage", "DamageKind", "is_sound", "read"]

_STAGES = (encodings.find, glyphs.find, syllables.find, sara_am.find)
"""Each reads what those before it have put right."""


def is_sound(text: str) -> bool:
    """Tell, cheaply, that `read` would find nothing in the text."""
    suspects = (*encodings.SUSPECTS, *glyphs.SUSPECTS, *syllables.SUSPECTS)
    return not any(each.search(text) for each in suspects) and sara_am.is_sound(text)


def read(text: str) -> tuple[str, list[Damage]]:
    """Return the text as it can only have been meant, and every damage in it, by its place in the text given."""
    origin: Sequence[int] = range(len(text) + 1)
    found: list[Damage] = []
    current = text
    for stage in _STAGES:
        if damages := sorted(stage(current), key=lambda each: each.start):
            for each in damages:
                start, end = origin[each.start], origin[each.end]
                found.append(replace(each, start=start, end=end, found=text[start:end]))
            current, origin = _put_right(current, origin, damages)
    return current, list(_outermost(found))


def _outermost(found: list[Damage]) -> Iterator[Damage]:
    """Yield the damages in order: of those inside one another the outer, of two alike the later, which knows more."""
    done = 0
    for _, each in sorted(enumerate(found), key=lambda pair: (pair[1].start, -pair[1].end, -pair[0])):
        if each.end > done:
            yield each
            done = each.end


def _put_right(text: str, origin: Sequence[int], damages: Iterable[Damage]) -> tuple[str, list[int]]:
    """Return the text with the readings of its damages, and for each of its places where it was before."""
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for each in damages:
        if each.reading is None:
            continue
        pieces += [text[done : each.start], each.reading]
        places += [*origin[done : each.start], *[origin[each.start]] * len(each.reading)]
        done = each.end
    return "".join([*pieces, text[done:]]), [*places, *origin[done:]]
