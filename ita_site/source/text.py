"""The bytes of a file into clean text: encoding, line ends, characters that deceive, marks of a Git conflict."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ita_site.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 2_000_000
"""The largest file read; a year's texts are about a twentieth of it."""
_MOST_OF_A_KIND = 20
"""Problems of one kind shown for one file: a binary file has thousands."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\U000e0000-\U000e007f]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_STACKED = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]{4,}")
_UNSAFE = re.compile(f"[\t{_FORBIDDEN.pattern[1:-1]}{_INVISIBLE.pattern[1:-1]}]")


def clean(data: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Return the text with Unix line ends and no tabs, and what was wrong with it; None when unreadable."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [_encoding(name, Position(name), "UTF-16 (Unicode ของ Notepad)")]
    try:
        decoded = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(name, data, error)]
    # An editor on Windows or an old Mac ends lines its own way; a no-break space is what Word pastes.
    unified = decoded.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    problems = [*_conflicts(unified, name)]
    if problems:
        return None, problems
    if _UNSAFE.search(unified) or _STACKED.search(unified):
        problems += _characters(unified, name)
        unified = _FORBIDDEN.sub("\ufffd", _untabbed(unified))
    return unified, problems


def _untabbed(text: str) -> str:
    """Return the text with its tabs as spaces; a line indented by tabs goes where it most likely belongs."""
    lines = text.split("\n")
    before = ""
    for number, line in enumerate(lines):
        content = line.lstrip(" \t")
        if "\t" in line[: len(line) - len(content)]:
            indent = len(before) - len(before.lstrip(" "))
            opens = before.rstrip().endswith(":")
            inside = before.lstrip(" ").startswith("- ") and not content.startswith("- ")
            line = " " * (indent + 2 * (opens or inside)) + content  # noqa: PLW2901 - the line, mended
        lines[number] = line.replace("\t", " ")
        before = lines[number] if content else before
    return "\n".join(lines)


def forbidden(value: str) -> str | None:
    """Return the name of a character in `value` that may not be published, such as U+202E; None if clean."""
    found = _FORBIDDEN.search(value)
    return _name(found[0]) if found else None


def _characters(text: str, name: str) -> Iterator[Problem]:
    for pattern, code, severity, message in (
        (re.compile("\t+"), "tab", Severity.ERROR, "พบแท็บ (Tab) ให้ใช้ช่องว่าง (Space) แทน"),
        (_BIDI, "forbidden-character", Severity.ERROR, "พบอักขระ {name} ที่กลับทิศข้อความ ให้ลบออก"),
        (_FORBIDDEN, "forbidden-character", Severity.ERROR, "พบอักขระควบคุม {name} ที่มองไม่เห็น ให้ลบออก"),
        (_STACKED, "stacked-marks", Severity.ERROR, "มีสระหรือวรรณยุกต์ซ้อนกันเกิน 3 ตัว ให้ลบตัวที่เกิน"),
        (_INVISIBLE, "invisible-character", Severity.NOTICE, "พบอักขระ {name} ที่มองไม่เห็น ระบบตัดออกให้แล้ว"),
    ):
        for found, match in zip(range(_MOST_OF_A_KIND), pattern.finditer(text), strict=False):
            if code == "forbidden-character" and pattern is _FORBIDDEN and _BIDI.match(match[0]):
                continue
            del found
            position = locate(text, name, match.start())
            yield Problem(position, code, message.format(name=_name(match[0])), severity)


def locate(text: str, name: str, offset: int) -> Position:
    """Return the position of a character of the text."""
    start = text.rfind("\n", 0, offset) + 1
    return Position(name, text.count("\n", 0, offset) + 1, offset - start + 1)


def _conflicts(text: str, name: str) -> Iterator[Problem]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for match in _CONFLICT.finditer(text):
        message = f"พบเครื่องหมาย “{match[0][:7]}” ของ Git ที่ยังรวมไฟล์ไม่เสร็จ ให้เลือกเก็บข้อความฝั่งเดียว แล้วลบบรรทัดเครื่องหมาย"
        yield Problem(locate(text, name, match.start()), "conflict", message)


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    if b"\x00" in data:
        return _encoding(name, Position(name), "ไฟล์โปรแกรมหรือรูปภาพ ไม่ใช่ข้อความ")
    before = data[: error.start].decode("utf-8", "replace")
    position = locate(before, name, len(before))
    return _encoding(name, position, "TIS-620 / Windows-874 หรือไฟล์ที่เสียหาย")


def _encoding(name: str, position: Position, guess: str) -> Problem:
    del name
    message = f"ไฟล์ไม่ได้บันทึกเป็น UTF-8 (น่าจะเป็น {guess}) ให้เปิดแล้วบันทึกใหม่ โดยเลือกรหัสอักขระ UTF-8"
    return Problem(position, "encoding", message)


def _name(character: str) -> str:
    return f"U+{ord(character[0]):04X}"
