"""Problems into text for people, annotations for GitHub, JSON for machines."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from ita_site.ground import file_names, thai
from ita_site.ground.problems import Problem, Severity
from ita_site.judging import privacy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_WIDTH = 100
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that a terminal, a log or an eye would obey."""
WORDS = {Severity.ERROR: "ต้องแก้", Severity.WARNING: "คำเตือน", Severity.NOTICE: "ควรทราบ"}
"""How bad a problem is, in a word."""

PREVIEW = "หน้านี้เป็นของเดิม เพราะสร้างหน้าใหม่ไม่ได้ แก้ตามนี้แล้วบันทึก หน้าจะโหลดใหม่เอง"
CHANGED = "ไฟล์ {path} ถูกแก้ระหว่างที่ระบบทำงาน จึงไม่เผยแพร่ ให้บันทึกไฟล์ให้เสร็จ แล้วสั่งใหม่"
TAKEN = "มีหน้า {path} ที่เขียนเองอยู่แล้ว และระบบจะสร้างหน้าชื่อเดียวกัน ให้เปลี่ยนชื่อหรือลบหน้าที่เขียนเอง"


def text(problems: Iterable[Problem], root: Path) -> str:
    """Return every problem as `path:line:column: …` with its source line and a caret, and a count at the end."""
    ordered = sorted(problems)
    blocks = []
    lines = _Lines(root)
    for problem in ordered:
        head = _quiet(f"{problem.position}: {WORDS[problem.severity]}: {problem.message}")
        blocks.append("\n".join([head, *lines.excerpt(problem)]))
    return "\n\n".join([*blocks, summary(ordered)])


def summary(problems: Sequence[Problem]) -> str:
    """Return the counts by severity in one line."""
    if not problems:
        return "ตรวจแล้ว ไม่พบปัญหา"
    counts = [
        f"{WORDS[severity]} {count} เรื่อง"
        for severity in Severity
        if (count := sum(problem.severity is severity for problem in problems))
    ]
    files = len({problem.position.path for problem in problems})
    return f"พบ {' · '.join(counts)} ใน {files} ไฟล์"


def line(problem: Problem) -> str:
    """Return one problem in one line, for a log."""
    return _quiet(f"{problem.position}: {problem.message}")


def github(problems: Iterable[Problem]) -> str:
    """Return the problems as workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(
        f"::{problem.severity.value} file={_property(problem.position.path)},line={max(problem.position.line, 1)}"
        f",col={max(problem.position.column, 1)},title={_property(problem.code)}::{_escaped(problem.message)}"
        for problem in sorted(problems)
    )


def gitlab(problems: Iterable[Problem]) -> str:
    """Return the problems as a report of code quality, which GitLab shows beside the lines of a proposal."""
    levels = {Severity.ERROR: "blocker", Severity.WARNING: "major", Severity.NOTICE: "info"}
    rows = [
        {
            "description": _quiet(problem.message),
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(repr((problem.position, problem.code, problem.message)).encode()).hexdigest(),
            "severity": levels[problem.severity],
            "location": {
                "path": file_names.readable(problem.position.path),
                "lines": {"begin": max(problem.position.line, 1)},
            },
        }
        for problem in sorted(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list, with what moves a cursor or turns the line escaped."""
    rows = [
        {
            "path": file_names.readable(problem.position.path),
            "line": problem.position.line or None,
            "column": problem.position.column or None,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": file_names.readable(problem.message),
        }
        for problem in sorted(problems)
    ]
    written = json.dumps(rows, ensure_ascii=False, indent=2)
    return _CONTROL.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], written)


class _Lines:
    """The lines of the files that problems are in, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def excerpt(self, problem: Problem) -> list[str]:
        """Return the source line with a caret under the column; nothing for a whole file."""
        position = problem.position
        lines = self._lines(position.path)
        if not 0 < position.line <= len(lines):
            return []
        line = privacy.masked_line(lines[position.line - 1], problem)
        content = _CONTROL.sub(" ", line.replace("\u00a0", " "))
        column = min(position.column, len(content) + 1)
        start = max(0, column - _WIDTH * 2 // 3)
        shown = content[start : start + _WIDTH]
        number = f"{position.line:>5} | "
        margin = " " * (len(number) + thai.columns(content[start : column - 1]))
        return [f"{number}{shown}", f"{margin}^"]

    def _lines(self, path: str) -> list[str]:
        if path not in self._files:
            file = self._root / path
            try:
                data = file.read_bytes() if file.is_file() else b""
            except OSError:
                data = b""
            decoded = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
            self._files[path] = re.split(r"\r\n|\r|\n", decoded) if decoded else []
        return self._files[path]


def _quiet(message: str) -> str:
    """Return the message on one line, with nothing in it that moves a terminal's cursor."""
    return _CONTROL.sub(" ", file_names.readable(message))


def _escaped(message: str) -> str:
    lines = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _quiet(lines)


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
