"""What a file says that the rest of the data speaks against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from ita_site.data.load import RecordFile


def contradiction(loaded: RecordFile[Any], place: Position, code: str, message: str, quoted: str) -> Problem:
    """Return a warning; where a note anywhere in the file speaks of the part quoted, a notice.

    A document may really print what contradicts another. It stays as printed, and a note that names it says why;
    notes are shown on the page.
    """
    # ตัวชี้วัดที่ 1 is not spoken of where ตัวชี้วัดที่ 10 is.
    mention = re.compile(rf"(?<![0-9.]){re.escape(quoted)}(?!\.?[0-9])")
    notes = (typed for path, typed in loaded.document.texts() if "notes" in path)
    if any(mention.search(thai.arabic(note)) for note in notes):
        return Problem(place, code, message, Severity.NOTICE)
    explain = f"ถ้าเอกสารพิมพ์อย่างนี้จริง ให้อธิบายไว้ที่ notes: ของไฟล์นี้ โดยเอ่ยถึง “{quoted}”"
    return Problem(place, code, f"{message} {explain}", Severity.WARNING)
