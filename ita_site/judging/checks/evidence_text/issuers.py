"""Which local authority a document is of, by the names in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ita_site.judging.checks.evidence_text.skeletons import any_of, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = {
    "องค์การบริหารส่วนตำบล": "อบต.",
    "องค์การบริหารส่วนจังหวัด": "อบจ.",
    "เทศบาลตำบล": "ทต.",
    "เทศบาลเมือง": "ทม.",
    "เทศบาลนคร": "ทน.",
}
_NAMED = re.compile(rf"(?P<kind>{'|'.join(map(re.escape, (*_KINDS, *_KINDS.values())))})\s*(?P<name>[ก-๎]{{2,40}})")
_BEHIND = re.compile(
    "อำเภอ|จังหวัด|ที่|เรื่อง|ประจำปี|ปีงบ|ได้|มี|จึง|โดย|และ|เป็น|ต่าง|หรือ|ซึ่ง|ทุก|อื่น|จะ|ให้|ของ|ใน|เพื่อ|ว่า|กับ|พ.ศ|ขอ|ตาม|สำนัก|กอง|นายก|ปลัด"
)
"""What may follow a name without a blank between; a name is taken up to there."""
_SHORTEST, _SURE = 2, 4
"""Letters of a name that is cut off at a word, and of one that is no part of another word."""
_OFTEN = 2


def other_issuer(text: str, own: Iterable[str]) -> str | None:
    """Return the local authority that a document names often, if it never names the own one; None otherwise.

    Args:
        text: what is read in the document.
        own: the names of the own agency, with those it had before.

    """
    written = skeleton(text)
    if any(each in written for name in own for each in _spellings(name)):
        return None
    named = ((match["kind"], _BEHIND.split(match["name"], maxsplit=1)[0]) for match in _NAMED.finditer(text))
    found = Counter(kind + name for kind, name in named if len(name) > _SHORTEST)
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if count >= _OFTEN and 2 * count >= found.total() else None


def _spellings(name: str) -> tuple[str, ...]:
    """Return how documents write the name of an authority: in full, with an abbreviation, by its place."""
    written = skeleton(name)
    bare = re.sub(rf"^{any_of(*_KINDS, *_KINDS.values())}", "", written)
    placed = (skeleton(each) + bare for each in (*_KINDS.values(), "ตำบล", "ต.", "เทศบาล", "อบต", "ทต", "ทม"))
    return (written, *placed, *([bare] if len(bare) >= _SURE else []))
