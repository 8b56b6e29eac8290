"""What word processors and habit put in the place of YAML's marks: told, and read as what was meant.

A dash or a dot that heads an item, a colon of double width, curly quotation marks, a text that begins with a bracket.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data.source.syntax import yaml_lines
from ita_site.ground.problems import Problem

if TYPE_CHECKING:
    from ita_site.data.source.text import Sheet

_DOTS = (
    "\u2022\u00b7\u2023\u2043\u204c\u2219\u25a0\u25aa\u25ab\u25b6\u25ba\u25cb\u25cf\u25e6"
    "\u2713\u2714\u2794\u27a2\u27a4\u30fb*"
)
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_BULLET = re.compile(rf"(?P<indent> *)(?P<mark>[{_DOTS}{_DASHES}])(?P<gap> *)(?=\S)")
_CLOSE_DASH = re.compile(r"(?P<indent> *)(?P<mark>-)(?P<gap>)(?=[^\s\d.\-])")
_NUMBER = re.compile(r"(?P<indent> *)(?P<mark>(?:\d{1,2}|[ก-ฮ])[.)])(?P<gap> +)(?=\S)")
_ITEM = re.compile(r"( *)- ")
_WIDE_COLON = re.compile(r"(?P<key> *(?:- +)*+[a-z_]{2,} *)(?P<colon>[\uff1a\ufe55\ua789\u02d0\u2236]) *")
_VALUE = r"(?P<before> *(?:- +)*+(?:[a-z_]{2,}: +)?+)"
_CURLY = re.compile(rf"{_VALUE}(?P<value>[\u201c\u201d\u201e\u201f](?P<text>[^\n]*)[\u201c\u201d\"]) *$")
_BREAKS_A_TEXT = re.compile(r":(?: |$)| #")
_QUOTED = r"\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*'"
_BRACKET = re.compile(
    rf"{_VALUE}(?P<value>(?:\[(?:{_QUOTED}|[^\]\n])*+\]|\{{(?:{_QUOTED}|[^}}\n])*+\}})(?= *[^\s,\]}}#])[^\n]*)$"
)
_NO_VALUE = re.compile(r"(?P<before> *(?:- +)*+[a-z_]{2,}: +)(?P<value>-) *$")
_WORTH_A_LOOK = tuple(
    re.compile(each, re.MULTILINE)
    for each in (
        rf"\n *(?:[{_DOTS}{_DASHES}]|-[^\s\d.\-]|(?:\d{{1,2}}|[ก-ฮ])[.)] )",
        "[\uff1a\ufe55\ua789\u02d0\u2236]",
        r"[\u201c-\u201f][^\n\u201c-\u201f]*(?:: | #)",
        r"[:-] +[\[{]",
        r": +- *$",
    )
)
"""One of these is in a line that is mended, with the end of the line before it; each begins with letters soon found."""


class _Mended(NamedTuple):
    """A line as it was meant: from which column and by how much it moved, and what to say of it."""

    line: str
    column: int
    by: int
    code: str
    message: str


def lint(sheet: Sheet) -> list[Problem]:
    """Write on the sheet YAML's own marks for those that stand in their place, and return what to say of them."""
    text = f"\n{sheet.text}"
    if not any(each.search(text) for each in _WORTH_A_LOOK):
        return []
    problems: list[Problem] = []
    lines = sheet.text.split("\n")
    for index in list(yaml_lines(lines)):
        mended = _item(lines, index) or _marks(lines[index])
        if mended is not None:
            lines[index] = mended.line
            if mended.message:
                place = sheet.position(index + 1, mended.column)
                problems.append(Problem(place, mended.code, mended.message))
            if mended.by:
                sheet.moved[index + 1] = (mended.column + 1, mended.by)
    sheet.text = "\n".join(lines)
    return problems


def _item(lines: list[str], index: int) -> _Mended | None:
    """Return a line whose bullet is not the hyphen of YAML; only where an item of a list stands."""
    line = lines[index]
    match = _BULLET.match(line) or _CLOSE_DASH.match(line) or _NUMBER.match(line)
    if match is None or not _is_in_a_list(lines, index, len(match["indent"])):
        return None
    mark, gap = match["mark"], match["gap"]
    head = f"{match['indent']}-".ljust(len(match["indent"]) + len(mark))
    by = 0 if gap else 1
    column = len(match["indent"]) + 1
    if mark == "-":
        message = "ไม่มีเว้นวรรคหลังเครื่องหมาย - ให้พิมพ์แบบ - ข้อความ"
    elif mark[0].isalnum():
        message = f"รายการใช้ - นำหน้าทุกข้อ ให้พิมพ์ - แทน “{mark}”"
    else:
        message = f"“{mark}” (U+{ord(mark):04X}) ไม่ใช่ - ให้พิมพ์ - แล้วเว้นวรรค"
    return _Mended(f"{head}{gap or ' '}{line[match.end() :]}", column, by, "bullet", message)


def _is_in_a_list(lines: list[str], index: int, indent: int) -> bool:
    """Tell whether the line is an item beside others, as the nearest lines above it with no more space before tell.

    Below a key only, a line may be its text as well; it is an item where the next line is one.
    """
    for above in range(index - 1, -1, -1):
        line = lines[above]
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and depth <= indent:
            item = _ITEM.match(line)
            if item is not None and len(item[1]) == indent:
                return True
            return line.rstrip().endswith(":") and _is_followed_by_an_item(lines, index, indent)
    return False


def _is_followed_by_an_item(lines: list[str], index: int, indent: int) -> bool:
    following = next((line for line in islice(lines, index + 1, None) if line.strip()), "")
    match = _ITEM.match(following) or _BULLET.match(following) or _CLOSE_DASH.match(following)
    return match is not None and len(match[0]) - len(match[0].lstrip(" ")) == indent


def _marks(line: str) -> _Mended | None:
    """Return a line with another mark of YAML put right."""
    if (colon := _WIDE_COLON.match(line)) is not None:
        column = colon.start("colon") + 1
        message = f"“{colon['colon']}” (U+{ord(colon['colon']):04X}) ไม่ใช่ : ให้พิมพ์ : แล้วเว้นวรรค"
        by = len(colon["key"]) + 2 - colon.end()
        return _Mended(f"{colon['key']}: {line[colon.end() :]}", column, by, "no-space", message)
    if (curly := _CURLY.match(line)) is not None and _BREAKS_A_TEXT.search(curly["text"]):
        message = '“ ” เป็นเครื่องหมายคำพูดของ Word ให้ใช้ "…" แบบตรง ครอบข้อความที่มี : หรือ #'
        return _quoted(curly, curly["text"], "curly-quotes", message)
    if (bracket := _BRACKET.match(line)) is not None:
        message = f"ข้อความที่ขึ้นต้นด้วย {bracket['value'][0]} ต้องครอบทั้งข้อความด้วยเครื่องหมายคำพูด '…'"
        return _quoted(bracket, bracket["value"], "bracket", message)
    if (nothing := _NO_VALUE.match(line)) is not None:
        return _quoted(nothing, "-", "", "")
    return None


def _quoted(match: re.Match[str], text: str, code: str, message: str) -> _Mended:
    escaped = text.replace("'", "''")
    return _Mended(f"{match['before']}'{escaped}'", match.start("value") + 1, 0, code, message)
