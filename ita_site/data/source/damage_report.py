"""Damaged texts of a file: what can be read in one way only is read so, and an editor is told of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ita_site.data.source.text import STACKED
from ita_site.ground import text_damage
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import MAX_OF_A_KIND, Problem, Severity
from ita_site.ground.text_damage import DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.source.text import Sheet
    from ita_site.ground.problems import Position
    from ita_site.ground.text_damage import Damage

_UNREADABLE = {
    DamageKind.ENCODING: "เป็นภาษาไทยที่ถูกเปิดด้วยรหัสอักขระอื่น และบางตัวหายไปแล้ว",
    DamageKind.REPLACED: "คือตัวอักษรที่หายไประหว่างบันทึกหรือคัดลอก",
    DamageKind.OTHER_SCRIPT: "มีอักษรของภาษาอื่นปนอยู่ในคำ",
    DamageKind.DETACHED: "มีเว้นวรรคคั่นกลางคำ อ่านได้มากกว่าหนึ่งแบบ",
    DamageKind.MARK: "มีสระหรือวรรณยุกต์ที่ซ้อนกันหรือไม่มีพยัญชนะรองรับ",
    DamageKind.SARA_AA: "คือลากข้าง (ๅ) ซึ่งใช้หลัง ฤ เท่านั้น อาจเป็น า หรือเลข ๑",
}
_WHY = {
    DamageKind.ENCODING: "เปิดด้วยรหัสอักขระผิด",
    DamageKind.GLYPH: "เป็นอักขระเฉพาะของแบบอักษร",
    DamageKind.OTHER_SCRIPT: "มีอักษรของภาษาอื่นที่หน้าตาเหมือนกัน",
    DamageKind.DETACHED: "มีเว้นวรรคคั่นกลางคำ",
    DamageKind.MARK: "มีสระหรือวรรณยุกต์ซ้ำหรือผิดที่",
    DamageKind.SARA_AA: "ใช้ลากข้าง (ๅ) แทน า",
    DamageKind.SARA_AM: "เสียสระอำ",
}
_LOST_FOR_GOOD = {DamageKind.ENCODING}


class Repairs:
    """Reads the texts of one file as they can only have been meant; `problems` is what an editor is told."""

    def __init__(self, sheet: Sheet) -> None:
        self.problems: list[Problem] = []
        self._sheet = sheet
        self._told: Counter[DamageKind] = Counter()

    def read(self, text: str, line: int, column: int, offset: int) -> str:
        """Return a text as it is read, which begins in the file at a line and a column, and at an offset."""
        reading, damages = text_damage.read(text)
        done = 0
        for damage in damages:
            if STACKED.search(damage.found):
                continue  # of these the whole file has been searched
            self._told[damage.kind] += 1
            if self._told[damage.kind] <= MAX_OF_A_KIND:  # a file made to annoy has thousands
                offset = self._sheet.find(damage.found, offset, text.count(damage.found, done, damage.start))
                self.problems.append(problem(damage, self._sheet.locate(offset)))
                done = damage.end
                offset += len(damage.found)
            else:
                self.problems.append(self._more(damage, line, column))
        return reading

    def _more(self, damage: Damage, line: int, column: int) -> Problem:
        code, severity = _code(damage, put_right=True)
        return Problem(self._sheet.position(line, column), code, "ข้อความนี้มีที่เสียหายอีก", severity)


def problem(damage: Damage, position: Position, *, put_right: bool = True) -> Problem:
    """Return what an editor is told of a damage.

    Args:
        damage: the damage.
        position: where it stands.
        put_right: whether its only reading is what is published.

    """
    found = "".join(_visible(excerpt(damage.found)))
    code, severity = _code(damage, put_right=put_right)
    if damage.reading is None:
        message = f"“{found}” {_UNREADABLE[damage.kind]} ให้เทียบกับเอกสารแล้วพิมพ์ใหม่"
    elif put_right:
        shown = f"อ่านเป็น “{excerpt(damage.reading)}” และหน้าเว็บแสดงตามนี้"
        message = f"“{found}” {_WHY[damage.kind]} {shown} โปรดเทียบกับเอกสารแล้วพิมพ์แทน"
    else:
        message = f"“{found}” {_WHY[damage.kind]} ให้พิมพ์ “{excerpt(damage.reading)}”"
    return Problem(position, code, message, severity)


def _code(damage: Damage, *, put_right: bool) -> tuple[str, Severity]:
    if damage.reading is not None:
        return "damaged-text", Severity.NOTICE if put_right else Severity.WARNING
    return "unreadable-text", Severity.ERROR if damage.kind in _LOST_FOR_GOOD else Severity.WARNING


def _visible(text: str) -> Iterator[str]:
    """Yield the letters of a text; those that a screen may not have, by their number."""
    for letter in text:
        yield letter if letter.isprintable() else f"[U+{ord(letter):04X}]"
