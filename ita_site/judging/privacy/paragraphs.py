"""The lines of a file that are read together, and the lines that may hold personal data, with the reason given there.

A number or a name may run from one line to the next, in a text that YAML folds, in a comment, in Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

_LINE_END = re.compile(r"\r\n|\r|\n")
_ENTRY = re.compile(r"\s*(?:-\s|[\"']?[^\s:#{}\[\]\"',][^:#]{0,60}:(?:\s|$))")
"""How a new key or entry of YAML begins."""
_GOES_ON = re.compile(r"\s*#+\s*(?!เปิดเผยได้)")
"""The mark of a comment that goes on from the line before."""
_OF_ENTRY = re.compile(r"\s*(?:-\s+)+(?=[^\s|>-])")
_BLOCK = re.compile(r"[:\-]\s+[|>][+\-0-9]*\s*(?:#.*)?$")
"""How the line ends after which a text stands on lines of its own."""
_ITEM = re.compile(r"\s*(?:#|[-*+|>]|\d+[.)]\s|<!--)")
"""How a line of Markdown begins that does not go on with the one before."""
_REMARK = re.compile(r"<!--\s*เปิดเผยได้(?P<colon>\s*[:：])?(?P<reason>.*?)(?:-->|$)")
_REMARK_OF_YAML = re.compile(r"(?:(?<=\s)|^)#\s*เปิดเผยได้(?P<colon>\s*[:：])?(?P<reason>.*)")
_LETTERS = re.compile(r"[A-Za-z\u0e01-\u0e2e]")
_SHORTEST = 4
"""Letters that a reason has at least."""


class Language(Enum):
    """The languages of files that are read; the value is how an exception is written in it."""

    YAML = "# เปิดเผยได้: เหตุผล"
    MARKDOWN = "<!-- เปิดเผยได้: เหตุผล -->"


@dataclass(frozen=True, slots=True)
class Exemption:
    """The remark that what stands here may be public: its line and column from 1, and why; empty without a reason.

    Of one that is a part of the text, and so published with it, `is_text` is true.
    """

    line: int
    column: int
    reason: str
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read as one text, and the remark that it may be public.

    `starts` has where each line begins in the text, `places` its line and column in the file, from 1.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    exemption: Exemption | None

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character of the text."""
        index = bisect_right(self.starts, offset) - 1
        line, column = self.places[index]
        return line, column + offset - self.starts[index]


def paragraphs(text: str, language: Language) -> list[Paragraph]:
    """Return the lines of a file, but for empty ones, as texts that are read together."""
    reader = _YamlLines() if language is Language.YAML else _TextLines()
    for number, line in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1):
        reader.read(number, line)
    reader.close()
    return reader.done


class _TextLines:
    """Lines of Markdown and of plain text, into paragraphs."""

    remark = _REMARK

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._lines: list[tuple[int, int, str]] = []
        self._exemption: Exemption | None = None
        self._next: Exemption | None = None
        """The remark on a line of its own, which is about what comes next."""

    def read(self, number: int, line: str) -> None:
        """Take the next line of the file."""
        if not line.strip():
            self.close()
            return
        if _ITEM.match(line):
            self.close()
        self._add(number, line)

    def close(self) -> None:
        """End the paragraph."""
        if self._lines:
            starts, length = [], 0
            for *_, part in self._lines:
                starts.append(length)
                length += len(part) + 1
            text = " ".join(part for *_, part in self._lines)
            places = tuple((line, column) for line, column, _ in self._lines)
            self.done.append(Paragraph(text, tuple(starts), places, self._exemption))
        self._lines = []
        self._exemption = None

    def _add(self, number: int, line: str, *, is_text: bool = False) -> None:
        content = line.strip()
        indent = len(line) - len(line.lstrip())
        if self._lines and (mark := _GOES_ON.match(line)):
            indent, content = mark.end(), line[mark.end() :].rstrip()
        remark = self.remark.search(line)
        exemption = None
        if remark:
            reason = remark["reason"].strip() if remark["colon"] else ""
            is_text = is_text or line.count('"', 0, remark.start()) % 2 == 1
            enough = len(_LETTERS.findall(reason)) >= _SHORTEST
            exemption = Exemption(number, remark.start() + 1, reason if enough else "", is_text)
        if remark and remark.start() == indent and not is_text:
            self.close()
            self._lines = [(number, indent + 1, content)]
            self.close()
            self._next = exemption
            return
        self._exemption = self._exemption or exemption or self._next
        self._next = None
        self._lines.append((number, indent + 1, content))


class _YamlLines(_TextLines):
    """Lines of YAML: keys and entries with the texts behind them, texts on lines of their own, comments."""

    remark = _REMARK_OF_YAML

    def __init__(self) -> None:
        super().__init__()
        self._is_comment = False
        self._block: int | None = None
        """Where the key stands whose text is on the lines below it."""
        self._of_block: Exemption | None = None

    def read(self, number: int, line: str) -> None:
        content = line.strip()
        if not content:
            self.close()
            return
        if self._block is not None and _indent(line) > self._block:
            if content.startswith("- "):
                self.close()
            self._add(number, line, is_text=True)
            self._exemption = self._exemption or self._of_block
            return
        if self._block is not None:
            self.close()
        self._block = self._of_block = None
        comment = content.startswith("#")
        if comment != self._is_comment or (_ENTRY.match(line) and not comment):
            self.close()
        self._is_comment = comment
        self._add(number, line)
        if comment and self._exemption:
            self.close()
        if not comment and _BLOCK.search(line):
            self._block, self._of_block = _key(line), self._exemption


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key(line: str) -> int:
    """Return where the key of a line stands, or the dash of one without a key."""
    entry = _OF_ENTRY.match(line)
    return entry.end() if entry else _indent(line)


def exemptions(text: str, language: Language) -> dict[int, Exemption]:
    """Return the remarks with a reason by the lines they are about."""
    if "เปิดเผยได้" not in text:
        return {}
    return {
        line: each.exemption
        for each in paragraphs(text, language)
        if each.exemption and each.exemption.reason
        for line, _ in each.places
    }
