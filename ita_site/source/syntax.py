"""Faults of YAML's grammar, told in Thai where the hand slipped, and mended so that reading can go on.

The parser reports where it gave up, which may be a page below the fault: an opening quote without its end
swallows everything to the next quote. So the likely slip is looked for first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.problems import Position, Problem, Severity
from ita_site.source.text import locate

if TYPE_CHECKING:
    import yaml

_CUT_BY_HASH = re.compile(r"^[^\n#]*?[:-] +[^\s\"'|>&*!\[{#][^\n#]*? (#[^\s#][^\n]*)$", re.MULTILINE)
_NO_SPACE = re.compile(r"^ *(?:- +)?[a-z_]{2,}:(?=[^\s/:])", re.MULTILINE)
_OPENING = re.compile(r"^ *(?:- +)*(?:[\w-]+: +)?([\"'])", re.MULTILINE)
_CLOSING = {'"': re.compile(r"(?:[^\"\\]|\\.)*\"", re.DOTALL), "'": re.compile(r"(?:[^']|'')*'", re.DOTALL)}
_LOOKS_LIKE_A_KEY = re.compile(r"\n *(?:- |[a-z_]+:)")
_BLOCK_START = re.compile(r"(?P<dashes> *(?:- +)*)(?P<key>[^\s:]+: +)?[|>][+-]?\d?[+-]? *(?:#.*)?$")

_EXPLANATIONS = (
    ("mapping values are not allowed", 'มีเครื่องหมาย : ซ้อนในข้อความ ให้ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด "…"'),
    ("could not find expected ':'", "บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อช่อง ให้พิมพ์แบบ ชื่อช่อง: ค่า"),
    ("cannot start any token", 'ข้อความที่ขึ้นต้นด้วยเครื่องหมายนี้ต้องครอบด้วยเครื่องหมายคำพูด "…"'),
    ("did not find expected key", "ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า หรือมีข้อความเกินหลังเครื่องหมายคำพูด ให้จัดให้ตรงกัน"),
    ("did not find expected '-'", "ย่อหน้าของรายการ - ไม่ตรงกับรายการก่อนหน้า ให้จัดให้ตรงกัน"),
    ("block sequence entries", "เครื่องหมาย - ของรายการต้องอยู่บรรทัดใหม่ ไม่อยู่ต่อจาก :"),
    ("did not find expected ','", "รายการใน [ ] หรือ { } ไม่มีเครื่องหมาย , คั่น หรือยังไม่ปิดวงเล็บ"),
    ("incompatible YAML document", "ให้ลบบรรทัดที่ขึ้นต้นด้วย % ออก"),
    ("found unknown escape character", "ใน \"…\" ห้ามใช้ \\ ให้เปลี่ยนเป็น '…'"),
)  # fmt: skip


def lint(text: str, name: str) -> tuple[str, list[Problem]]:
    """Return the text with what YAML would quietly misread mended, and the problems that this showed."""
    problems: list[Problem] = []
    if "#" in text:
        for match in _CUT_BY_HASH.finditer(text):
            if not _in_block(text, match.start(1)):
                message = f"ข้อความตั้งแต่ “{match[1][:20]}” ถูกตัดทิ้งเพราะมี # ให้ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด"
                position = locate(text, name, match.start(1))
                problems.append(Problem(position, "cut-by-hash", message, Severity.WARNING))
    # From the last to the first, so that the places of those still to do stay right.
    for match in reversed(list(_NO_SPACE.finditer(text))):
        if not _in_block(text, match.start()):
            message = "ไม่มีเว้นวรรคหลังเครื่องหมาย : ให้พิมพ์แบบ ชื่อช่อง: ค่า"
            problems.append(Problem(locate(text, name, match.end()), "no-space", message))
            text = f"{text[: match.end()]} {text[match.end() :]}"
    return text, problems


def mend(text: str, error: yaml.MarkedYAMLError, name: str) -> tuple[str, Problem]:
    """Return the text without the fault the parser stopped at, and the problem it is.

    Every call takes at least one line out or closes a quote, so a loop of calls ends.
    """
    gave_up = error.problem_mark or error.context_mark
    line = gave_up.line if gave_up else 0
    if (opening := _unclosed_quote(text, line)) is not None:
        end = text.find("\n", opening)
        end = len(text) if end < 0 else end
        message = "ไม่ได้ปิดเครื่องหมายคำพูด ให้เติมเครื่องหมายคำพูดที่ท้ายข้อความ"
        problem = Problem(locate(text, name, opening), "unclosed-quote", message)
        return f"{text[:end]}{text[opening]}{text[end:]}", problem
    reason = error.problem or ""
    if error.context_mark and ("expected ':'" in reason or "simple key" in (error.context or "")):
        line, column = error.context_mark.line, error.context_mark.column
    else:
        column = gave_up.column if gave_up else 0
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    while line and not lines[line].strip():
        line, column = line - 1, len(lines[line - 1])
    message = next(
        (thai for english, thai in _EXPLANATIONS if english in reason),
        "รูปแบบ YAML ของบรรทัดนี้ไม่ถูกต้อง ให้เทียบย่อหน้าและเครื่องหมายกับบรรทัดอื่น",
    )
    lines[line] = ""
    return "\n".join(lines), Problem(Position(name, line + 1, column + 1), "syntax", message)


def _unclosed_quote(text: str, last_line: int) -> int | None:
    """Return the place of a quote that is opened no later than the line and does not end as a text would."""
    for match in _OPENING.finditer(text):
        if text.count("\n", 0, match.start(1)) > last_line:
            return None
        closing = _CLOSING[match[1]].match(text, match.end(1))
        inside = closing[0] if closing else text[match.end(1) :]
        swallowed = _LOOKS_LIKE_A_KEY.search(inside) is not None
        if (swallowed or closing is None) and not _in_block(text, match.start(1)):
            return match.start(1)
    return None


def _in_block(text: str, offset: int) -> bool:
    """Tell whether the place is inside a text block (`|` or `>`), where nothing is YAML."""
    block: int | None = None
    first = text.rfind("\n", 0, offset) + 1
    here = text[first:].split("\n", 1)[0]
    for line in text[:first].split("\n"):
        if block is not None and (_indent(line) > block or not line.strip()):
            continue
        start = _BLOCK_START.match(line)
        # The block belongs to the key, or to the dash when it stands right after one.
        block = (start.end("dashes") if start["key"] else _indent(line)) if start else None
    return block is not None and _indent(here) > block


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
