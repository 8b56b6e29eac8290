"""Faults of YAML's grammar, explained in Thai where the hand slipped, and mended so that reading can go on.

The parser reports where it gave up, which may be a page below the fault: an opening quote without its end
swallows everything to the next quote. So the likely slip is looked for first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

    from ita_site.data.source.text import Sheet

_NO_SPACE = re.compile(r"^ *(?:- +)*+(?!mailto:|tel:)[a-z_]{2,}:(?=[^\s/:])", re.MULTILINE)
_CUT_BY_HASH = re.compile(
    r"^ *(?:- +)*+(?:[\w-]+: +)?+(?![\s\"'|>&*!\[{#])[^#\n]*? (#[^\s#][^\n]*)$",
    re.MULTILINE,
)
_OPENING = re.compile(r" *(?:- +)*+(?:[\w-]+: +)?+([\"'])")
_CLOSING = {'"': re.compile(r"(?:[^\"\\]|\\.)*+\""), "'": re.compile(r"(?:[^']|'')*+'")}
_AFTER_CLOSING = re.compile(r"[\s,\]}]*(?:#.*)?$")
_ITEM_WITH_A_KEY = re.compile(r" *- +[a-z_]{2,}: ")
_ITEM = re.compile(r"-(?: |$)")
_KEY = re.compile(r"[a-z_]{2,}:(?: |$)")
_MAX_STRAY_LINES = 5
_MAX_LINES_OF_A_QUOTE = 100
_BLOCK_START = re.compile(r"(?P<dashes> *(?:- +)*+)(?P<key>[^\s:]+: +)?[|>][+-]?\d?[+-]? *(?:#.*)?$")

_QUOTE_IT = 'ข้อความที่ขึ้นต้นด้วยเครื่องหมายนี้ต้องครอบด้วยเครื่องหมายคำพูด "…"'
BACKSLASH = "ใน \"…\" ห้ามใช้ \\ ให้เปลี่ยนเป็น '…'"
_EXPLANATIONS = (
    ("mapping values are not allowed", 'มีเครื่องหมาย : ซ้อนในข้อความ ให้ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด "…"'),
    ("could not find expected ':'", "บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อช่อง ให้พิมพ์แบบ ชื่อช่อง: ค่า หรือลบถ้าเป็นข้อความที่วางติดมา"),
    ("cannot start any token", _QUOTE_IT),
    ("alphabetic or numeric", _QUOTE_IT),
    ("a tag", _QUOTE_IT),
    ("did not find expected key", "ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า หรือมีข้อความเกินหลังเครื่องหมายคำพูด ให้จัดให้ตรงกัน"),
    ("did not find expected '-'", "ย่อหน้าของรายการ - ไม่ตรงกับรายการก่อนหน้า ให้จัดให้ตรงกัน"),
    ("block sequence entries", "เครื่องหมาย - ของรายการต้องอยู่บรรทัดใหม่ ไม่อยู่ต่อจาก :"),
    ("did not find expected ','", "รายการใน [ ] หรือ { } ไม่มีเครื่องหมาย , คั่น หรือยังไม่ปิดวงเล็บ"),
    ("incompatible YAML document", "ให้ลบบรรทัดที่ขึ้นต้นด้วย % ออก"),
    ("unknown escape character", BACKSLASH),
    ("hexdecimal", BACKSLASH),
)  # fmt: skip
_UNKNOWN = "รูปแบบ YAML ของบรรทัดนี้ไม่ถูกต้อง ให้เทียบย่อหน้าและเครื่องหมายกับบรรทัดอื่น"


def lint(sheet: Sheet) -> list[Problem]:
    """Mend on the sheet what YAML would quietly misread, and return the problems that this showed."""
    if not (_NO_SPACE.search(sheet.text) or ("#" in sheet.text and _CUT_BY_HASH.search(sheet.text))):
        return []
    problems: list[Problem] = []
    lines = sheet.text.split("\n")
    for index in list(yaml_lines(lines)):
        line = lines[index]
        if match := _NO_SPACE.match(line):
            message = "ไม่มีเว้นวรรคหลังเครื่องหมาย : ให้พิมพ์แบบ ชื่อช่อง: ค่า"
            problems.append(Problem(sheet.position(index + 1, match.end() + 1), "no-space", message))
            lines[index] = f"{line[: match.end()]} {line[match.end() :]}"
            sheet.moved[index + 1] = (match.end() + 2, 1)
        elif match := _CUT_BY_HASH.match(line):
            message = f"ข้อความตั้งแต่ “{match[1][:20]}” ถูกตัดทิ้งเพราะมี # ให้ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด"
            position = sheet.position(index + 1, match.start(1) + 1)
            problems.append(Problem(position, "cut-by-hash", message, Severity.WARNING))
    sheet.text = "\n".join(lines)
    return problems


def mend(sheet: Sheet, error: yaml.MarkedYAMLError) -> Problem:
    """Take the fault the parser stopped at off the sheet, and return the problem it is.

    Every call takes at least one line out or closes a quote, so a loop of calls ends.
    """
    lines = sheet.text.split("\n")
    parser_message = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    opening = _unclosed_quote(lines, mark.line if mark else 0)
    if opening is not None:
        index, column = opening
        lines[index] += lines[index][column]
        message = "ไม่ได้ปิดเครื่องหมายคำพูด ให้เติมเครื่องหมายคำพูดที่ท้ายข้อความ"
        problem = Problem(sheet.position(index + 1, column + 1), "unclosed-quote", message)
    else:
        # Of a key without its colon, or a bracket without its end, the parser saw the start in time.
        if error.context_mark and ("simple key" in parser_message or "flow" in parser_message):
            mark = error.context_mark
        index, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
        while index and not lines[index].strip():
            index, column = index - 1, len(lines[index - 1])
        message = next((thai for english, thai in _EXPLANATIONS if english in parser_message), _UNKNOWN)
        code = "syntax"
        if (stray := _stray_above(lines, index)) is not None:
            index, column, code = stray, _indent(lines[stray]), "stray-line"
            message = f"“{excerpt(lines[stray])}” ไม่ใช่ช่องหรือข้อของรายการ อาจเป็นหัวตารางที่วางติดมา ให้ลบบรรทัดนี้"
        problem = Problem(sheet.position(index + 1, column + 1), code, message)
        lines[index] = ""
    sheet.text = "\n".join(lines)
    return problem


def _stray_above(lines: Sequence[str], index: int) -> int | None:
    """Return the line that does not belong between a key and its list, when the parser stumbles over the list."""
    if not _ITEM_WITH_A_KEY.match(lines[index]):
        return None
    for above in range(index - 1, max(-1, index - _MAX_STRAY_LINES - 1), -1):
        line = lines[above].strip()
        if _ITEM.match(line) or _KEY.match(line):
            return above + 1 if above + 1 < index and line.endswith(":") else None
    return None


def _unclosed_quote(lines: Sequence[str], last: int) -> tuple[int, int] | None:
    """Return the place of a quote that is opened no later than the line and has no end where a text could end."""
    for index in yaml_lines(lines):
        if index > last:
            break
        opening = _OPENING.match(lines[index])
        if opening and _quote_end(lines, index, opening) is None:
            return index, opening.start(1)
    return None


def yaml_lines(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines that are YAML: not those inside a text block (`|`, `>`) or of a quoted text begun above."""
    block: int | None = None
    quoted_to = -1
    for index, line in enumerate(lines):
        if index <= quoted_to or (block is not None and (_indent(line) > block or not line.strip())):
            continue
        block = None
        yield index
        if start := _BLOCK_START.match(line):
            # The block belongs to the key, or to the dash when it stands right after one.
            # Alone on its line, below its key, its lines may stand no further in than it does.
            block = start.end("dashes") if start["key"] else _indent(line) - ("-" not in start["dashes"])
        elif opening := _OPENING.match(line):
            quoted_to = _quote_end(lines, index, opening) or index


def _quote_end(lines: Sequence[str], first: int, opening: re.Match[str]) -> int | None:
    """Return the line on which a quoted text ends, with nothing but a comment behind it; None when none does."""
    start = opening.end()
    for index in range(first, min(len(lines), first + _MAX_LINES_OF_A_QUOTE)):
        if closing := _CLOSING[opening[1]].match(lines[index], start):
            # On its own line, what stands behind the quote is another fault than a quote left open.
            ended = index == first or _AFTER_CLOSING.match(lines[index], closing.end())
            return index if ended else None
        start = 0
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
