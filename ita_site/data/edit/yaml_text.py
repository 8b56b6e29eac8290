"""The text of a data file while it is edited: offsets that fit its bytes, its values with where they stand."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data import source
from ita_site.data.edit.refusals import CannotEditError
from ita_site.data.source import spans
from ita_site.ground.problems import Position, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.source import Value

_CRLF = re.compile("\r\n")
_TAB_BEFORE_TEXT = re.compile(r"^ *\t[ \t]*[^\s#]", re.MULTILINE)
_AS_READ: dict[str, str | int | None] = {
    "\u00a0": " ",
    "\t": " ",
    **dict.fromkeys("\u0085\u2028\u2029", "\ufffd"),
}
"""What the reader reads in another way, one character for one: offsets stay."""
_READ_OTHERWISE = re.compile(f"[{''.join(_AS_READ)}]")
_UNREADABLE = "แก้ไฟล์นี้ทีละช่องไม่ได้ เพราะไฟล์มีข้อผิดพลาดที่ทำให้อ่านได้ไม่แน่ชัด ให้แก้ในไฟล์ก่อน"


class Splice(NamedTuple):
    """New characters in the place of those between two offsets of a text."""

    start: int
    end: int
    new: str


class YamlText:
    """A data file as text with Unix line ends and without a byte order mark, and as values with their places.

    Attributes:
        name: what messages call the file.
        data: the bytes it was read from.
        text: what they say.
        root: the value with its spans; None in a file of nothing but comments.
        value: the same as plain data.

    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read the bytes of a file.

        Raises:
            NotPlainYamlError: they cannot be read in one way only.
            UnicodeDecodeError: they are not UTF-8.

        """
        self.name = name
        self.data = data
        typed = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        self.text = typed.replace("\r\n", "\n").replace("\r", "\n") if "\r" in typed else typed
        ends = [match.start() for match in _CRLF.finditer(typed)] if "\r" in typed else []
        self._returns = [end - before for before, end in enumerate(ends)]
        """The offsets in `text` of the line ends that are those of Windows in the file."""
        self.reading = self.text
        if _READ_OTHERWISE.search(self.text):
            if _TAB_BEFORE_TEXT.search(self.text):
                message = "a tab before the text of a line"
                raise spans.NotPlainYamlError(message)
            self.reading = self.text.translate(str.maketrans(_AS_READ))
        self.root = spans.parse(self.reading)
        self.value: Value = self.root.value if self.root else None

    @staticmethod
    @lru_cache(maxsize=4)
    def of(data: bytes, name: str) -> YamlText:
        """Read the bytes of a file that somebody wrote by hand.

        Raises:
            CannotEditError: the file has faults after which its reader guesses what is meant; they are told.

        """
        try:
            read = YamlText(data, name)
        except (spans.NotPlainYamlError, UnicodeDecodeError):
            read = None
        if read is not None and source.is_literal(read.reading, name):
            return read
        faults = [each for each in source.parse(data, name).problems if each.severity is Severity.ERROR]
        raise CannotEditError(_UNREADABLE, faults[0].position if faults else Position(name), faults)

    def spliced(self, splices: Sequence[Splice]) -> bytes:
        """Return the bytes of the file with splices made, which do not overlap; every other byte as it is."""
        bom = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        typed = self.data[len(bom) :].decode("utf-8")
        # Where the file has line ends of both kinds, new lines get those of most.
        windows = 2 * len(self._returns) > self.text.count("\n")
        parts, done = [], 0
        for splice in sorted(splices):
            parts += [typed[done : self._typed(splice.start)], splice.new.replace("\n", "\r\n" if windows else "\n")]
            done = self._typed(splice.end)
        return bom + "".join([*parts, typed[done:]]).encode("utf-8")

    def _typed(self, offset: int) -> int:
        return offset + bisect_left(self._returns, offset)

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends: before its line end, or at the end of the text."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def position(self, offset: int) -> Position:
        """Return where in the file an offset is."""
        return Position(self.name, self.text.count("\n", 0, offset) + 1, offset - self.line_start(offset) + 1)

    def span(self, path: source.Path) -> spans.Span:
        """Return where the value at a path stands.

        Raises:
            KeyError: nothing stands there.

        """
        span = self.root
        for step in path:
            if span is None:
                break
            index = span.place(step) if isinstance(step, str) else step
            span = span.items[index] if 0 <= index < len(span.items) else None
        if span is None:
            raise KeyError(path)
        return span
