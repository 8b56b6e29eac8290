"""The bytes of a file into clean text: encoding, line ends, characters that deceive, marks of a Git conflict."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.problems import MANY_MORE, MAX_OF_A_KIND, Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 2_000_000
"""The largest file read; a year's texts are about a twentieth of it."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_TABS = re.compile("\t+")
_BIDI = "\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\U000e0000-\U000e007f"
_FORBIDDEN = re.compile(f"[{_BIDI}{_CONTROL}]+")
_INVISIBLE = re.compile(f"[{thai.UNSEEN}]+")
STACKED = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]{4,}")
"""More marks than three on one letter: no script has them, and some screens draw them over the lines around."""
_PRIVATE = "\ue000-\uf6ff\uf71b-\uf883\uf89a-\uf8ff\U000f0000-\U0010ffff"
"""Characters that only one font knows, but for the Thai letters of `text_damage`."""
_OF_ONE_FONT = re.compile(f"[{_PRIVATE}]+")
_LOST = "\ufffd"
_UNSAFE = re.compile(f"[\t{_BIDI}{_CONTROL}{_PRIVATE}{_LOST}{thai.UNSEEN}]")
_OF_A_FONT = "พบ {name} ซึ่งเป็นอักขระเฉพาะของแบบอักษร เครื่องอื่นแสดงไม่ได้ ให้เทียบกับเอกสารแล้วพิมพ์ใหม่ ถ้าเป็นหัวข้อย่อยให้ลบออก"
_LOST_LETTER = "พบ \ufffd ({name}) คือตัวอักษรที่หายไประหว่างคัดลอกหรือแปลงไฟล์ ให้เทียบกับเอกสารแล้วพิมพ์ใหม่"
_MAX_TABS = 200
"""A file with more tabs than this was not made by hand; none of its lines is guessed at."""


@dataclass
class Sheet:
    """The text of a file while it is read, and where mending it has moved what was typed.

    `moved` has for a line the first column that was moved, and by how much, so that a position is always
    that in the file.
    """

    name: str
    text: str
    moved: dict[int, tuple[int, int]] = field(default_factory=dict)

    def position(self, line: int, column: int) -> Position:
        """Return where in the file a place of the text is; both count from 1."""
        first, by = self.moved.get(line, (0, 0))
        return Position(self.name, line, max(1, column - by) if column >= first else column)

    def locate(self, offset: int) -> Position:
        """Return where in the file the character at an offset of the text is."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.position(self.text.count("\n", 0, offset) + 1, offset - start + 1)

    def find(self, part: str, start: int, skip: int = 0) -> int:
        """Return the offset of a part of a text that begins at `start`, after `skip` others like it.

        YAML folds lines, so a space of the part may be a line end and the indentation of the next in the file.
        """
        words = (re.escape(word) for word in re.split(" +", part))
        matches = re.compile(r"\s+".join(words)).finditer(self.text, start)
        match = next(islice(matches, skip, None), None)
        return match.start() if match else start


def clean(data: bytes, name: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the text with Unix line ends and no tabs, and what was wrong with it; None when unreadable."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [_encoding(Position(name), "UTF-16 (Unicode ของ Notepad)")]
    if data.count(0) > len(data) // 4:  # every second byte of UTF-16 in English letters
        return None, [_encoding(Position(name), "UTF-16 หรือไฟล์ที่ไม่ใช่ข้อความ")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(name, data, error)]
    # A no-break space is what Word pastes.
    sheet = Sheet(name, _unix(decoded).replace("\u00a0", " "))
    if problems := list(_conflicts(sheet)):
        return None, problems
    if _UNSAFE.search(sheet.text) or STACKED.search(sheet.text):
        problems += _characters(sheet)
        _untab(sheet)
        sheet.text = _FORBIDDEN.sub(_LOST, _INVISIBLE.sub("", sheet.text))
    return sheet, problems


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _untab(sheet: Sheet) -> None:
    """Write tabs as spaces; a line indented by tabs goes where it most likely belongs."""
    if sheet.text.count("\t") > _MAX_TABS:
        sheet.text = sheet.text.replace("\t", " ")
        return
    lines = sheet.text.split("\n")
    before = ""
    for index, line in enumerate(lines):
        content = line.lstrip(" \t")
        typed = len(line) - len(content)
        if "\t" in line[:typed]:
            opens = before.rstrip().endswith(":")
            inside = before.lstrip(" ").startswith("- ") and not content.startswith("- ")
            indent = len(before) - len(before.lstrip(" ")) + 2 * (opens or inside)
            line = " " * indent + content  # noqa: PLW2901 - the line, mended
            sheet.moved[index + 1] = (1, indent - typed)
        lines[index] = line.replace("\t", " ")
        before = lines[index] if content else before
    sheet.text = "\n".join(lines)


def forbidden(value: str) -> str | None:
    """Return the name of a character in `value` that may not be published, such as U+202E; None if clean."""
    match = _FORBIDDEN.search(value) or _OF_ONE_FONT.search(value)
    return _name(match[0]) if match else None


def _characters(sheet: Sheet) -> Iterator[Problem]:
    for pattern, code, severity, message in (
        (_TABS, "tab", Severity.ERROR, "พบแท็บ (Tab) ให้ใช้ช่องว่าง (Space) แทน"),
        (re.compile(f"[{_BIDI}]+"), "forbidden-character", Severity.ERROR, "พบอักขระ {name} ที่กลับทิศข้อความ ให้ลบออก"),
        (re.compile(f"[{_CONTROL}]+"), "forbidden-character", Severity.ERROR, "พบอักขระควบคุม {name} ที่มองไม่เห็น ให้ลบออก"),
        (_OF_ONE_FONT, "unreadable-text", Severity.ERROR, _OF_A_FONT),
        (re.compile(f"{_LOST}+"), "unreadable-text", Severity.ERROR, _LOST_LETTER),
        (STACKED, "stacked-marks", Severity.ERROR, "มีสระหรือวรรณยุกต์ซ้อนกันเกิน 3 ตัว ให้ลบตัวที่เกิน"),
        (_INVISIBLE, "invisible-character", Severity.NOTICE, "พบอักขระ {name} ที่มองไม่เห็น ระบบตัดออกให้แล้ว"),
    ):
        matches = pattern.finditer(sheet.text)
        for match in islice(matches, MAX_OF_A_KIND):
            yield Problem(sheet.locate(match.start()), code, message.format(name=_name(match[0])), severity)
        if (next_one := next(matches, None)) is not None:
            more = MANY_MORE.format(more=1 + sum(1 for _ in matches), most=MAX_OF_A_KIND)
            yield Problem(sheet.locate(next_one.start()), code, more, severity)


def _conflicts(sheet: Sheet) -> Iterator[Problem]:
    if "<<<<<<<" not in sheet.text and ">>>>>>>" not in sheet.text:
        return
    for match in islice(_CONFLICT.finditer(sheet.text), MAX_OF_A_KIND):
        message = f"พบเครื่องหมาย “{match[0][:7]}” ของ Git ที่ยังรวมไฟล์ไม่เสร็จ ให้เลือกเก็บข้อความฝั่งเดียว แล้วลบบรรทัดเครื่องหมาย"
        yield Problem(sheet.locate(match.start()), "conflict", message)


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    if 0 in data:
        return _encoding(Position(name), "ไฟล์โปรแกรมหรือรูปภาพ ไม่ใช่ข้อความ")
    before = _unix(data[: error.start].decode("utf-8"))
    position = Sheet(name, before).locate(len(before))
    return _encoding(position, "TIS-620 / Windows-874 หรือไฟล์ที่เสียหาย")


def _encoding(position: Position, guess: str) -> Problem:
    message = f"ไฟล์ไม่ได้บันทึกเป็น UTF-8 (น่าจะเป็น {guess}) ให้เปิดแล้วบันทึกใหม่ โดยเลือกรหัสอักขระ UTF-8"
    return Problem(position, "encoding", message)


def _name(character: str) -> str:
    return f"U+{ord(character[0]):04X}"
