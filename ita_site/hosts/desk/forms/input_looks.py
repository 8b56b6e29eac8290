"""How an input looks: what may be chosen in it, how large it is, what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.hosts.desk.forms.form_parts import Choice
from ita_site.hosts.desk.forms.shapes import InputKind

if TYPE_CHECKING:
    from ita_site.hosts.desk.forms.shapes import PartShape, ScalarShape

_A_LINE_EACH = "พิมพ์บรรทัดละหนึ่งข้อ"
_NOTHING = "(ไม่ระบุ)"
_COUNTS_AS = "(ไม่ระบุ ถือว่า “{default}”)"
_CHOOSE = "เลือก…"
_NOT_LISTED = "“{value}” (ไม่มีในรายการ)"
_ROW = 70
"""Letters in a line of a box, about."""
_MOST_ROWS = 14


def options(choices: tuple[Choice, ...], text: str, part: PartShape) -> tuple[Choice, ...]:
    """Return what may be chosen: nothing first, and last what stands there and is none of the choices."""
    nothing = _COUNTS_AS.format(default=part.default) if part.default else _CHOOSE if part.is_required else _NOTHING
    other = text and text.strip() not in {each.value for each in choices}
    unlisted = (Choice(text, _NOT_LISTED.format(value=text)),) if other else ()
    return (Choice("", nothing), *choices, *unlisted)


def rows(text: str, kind: InputKind) -> int:
    """Return how many lines a box has for a text."""
    lines = sum(1 + len(line) // _ROW for line in text.split("\n"))
    return min(_MOST_ROWS, lines + (1 if kind is InputKind.LINES else 0))


def hint(simple: ScalarShape, example: str) -> str:
    """Return what is said of a value before it is typed: what may stand there, or an example of it."""
    if simple.kind is InputKind.LINES:
        return f"{_A_LINE_EACH} {example}".strip()
    return simple.about or example
