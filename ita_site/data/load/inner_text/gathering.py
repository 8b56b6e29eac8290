"""What is read inside a file: stretches of text with where they stand, and what else tells of people and places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.ground import text_damage, thai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

MAX_TEXT = 2_000_000
"""Letters that are read of one file: a book of 700 pages."""
MAX_MARKUP = 60_000_000
"""Bytes of XML that are read for them; a table of 100,000 rows has about as many."""
MAX_PARTS = 100_000
"""Stretches of text of one file: rows of tables, paragraphs, pages."""
_CHUNK = 1 << 16
_REPAIRED = 100_000
"""Letters of a stretch in which what copying has damaged is put right; a page has about 3,000."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of text in a file.

    `place` says in Thai where it stands. `seen` is what everyone sees who opens the file; comments, properties and what
    is hidden are not. `published` is False for what a picture loses when it is published.
    """

    place: str
    text: str
    seen: bool = True
    published: bool = True


class TraceKind(StrEnum):
    """What a picture tells without words."""

    POSITION = "ตำแหน่งที่ถ่าย (GPS)"
    THUMBNAIL = "ภาพย่อเดิม"


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that a picture tells without words, where it stands, and whether it is published."""

    place: str
    kind: TraceKind
    published: bool


@dataclass(frozen=True, slots=True)
class FileText:
    """What was read inside a file; `is_whole` is False where a limit or a fault ended the reading."""

    parts: tuple[TextPart, ...] = ()
    traces: tuple[Trace, ...] = ()
    is_whole: bool = True

    @property
    def seen(self) -> Iterator[str]:
        """What a reader sees who opens the file, in the order of the file."""
        return (each.text for each in self.parts if each.seen)


class Gathering:
    """Gathers what is read of a file, in one spelling and within the limits."""

    def __init__(self) -> None:
        self._parts: list[TextPart] = []
        self._traces: list[Trace] = []
        self._letters = MAX_TEXT
        self._bytes = MAX_MARKUP
        self._whole = True

    @property
    def is_full(self) -> bool:
        """Whether a limit is reached."""
        return self._letters <= 0 or self._bytes <= 0 or len(self._parts) >= MAX_PARTS

    def add(self, place: str, text: str, *, seen: bool = True, published: bool = True) -> None:
        """Add a stretch of text; blank ones are left out."""
        if self.is_full:
            self._whole = False
            return
        if len(text) > self._letters:
            text, self._whole = text[: self._letters], False
        self._letters -= len(text)
        if tidied := _tidied(text):
            self._parts.append(TextPart(place, tidied, seen, published))

    def trace(self, place: str, kind: TraceKind, *, published: bool) -> None:
        """Add what a picture tells without words."""
        self._traces.append(Trace(place, kind, published))

    def stop(self) -> None:
        """Note that something could not be read."""
        self._whole = False

    def chunks(self, part: IO[bytes]) -> Iterator[bytes]:
        """Yield the bytes of a part of the file, as far as the limit lets."""
        while chunk := part.read(_CHUNK):
            if self.is_full:
                self._whole = False
                return
            self._bytes -= len(chunk)
            yield chunk

    def result(self) -> FileText:
        """Return what was gathered."""
        return FileText(tuple(self._parts), tuple(self._traces), self._whole)


def _tidied(text: str) -> str:
    """Return the text in one spelling, with what readers of documents make of Thai put right."""
    normal = thai.normalise(text.replace("\0", "")).strip()
    if normal.isascii() or len(normal) > _REPAIRED:
        return normal
    return thai.normalise(text_damage.read(normal)[0])


def decoded(raw: bytes) -> str:
    """Return a text that does not say how it is encoded: UTF-8, else the Thai of Windows."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp874", errors="replace")
