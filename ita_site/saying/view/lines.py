"""Lists of a document as pages show them: each line with the lines below it and what an editor did to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.saying.view.attachments import attachment_views

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.load import PublishedFile
    from ita_site.data.model import Line, SubLine
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.marks import EditMark, Marks


_PLAIN_NUMBER = re.compile(r"\(?([0-9๐-๙]+(?:\.[0-9๐-๙]+)*)[.)]?")
"""A number that lines below can continue: 2, 2.1, (๒)."""
_TYPED_NUMBER = re.compile(
    r"\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]\s*(?=[^0-9๐-๙])"
    r"|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*\.[1๑]\s|\(?[\u0e01-\u0e2e][.)]\s|[-–•]\s?"
)
"""How a text begins that has a number or a dash of its own."""


_ALONE = "*"
"""What stands for the number of the only line of a list, which has none: those below it count from one."""


@dataclass(frozen=True, slots=True)
class InnerLine:
    """A line below another; its number is that of the document, else the next below that of the line above it.

    It is empty where the text begins with a number or a dash of its own, and below a line whose number is no figure.
    """

    number: str
    text: str
    lines: tuple[InnerLine, ...] = ()

    @property
    def numbered(self) -> bool:
        """Tell whether it has a number or a dash, of the document, of its place or typed before its text."""
        return bool(self.number or _TYPED_NUMBER.match(self.text))

    @property
    def length(self) -> int:
        """How many letters it has, with those of the lines below it."""
        return len(self.text) + sum(each.length for each in self.lines)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line with its marks, the lines below it and what is attached to it."""

    line: Line
    marks: tuple[EditMark, ...]
    lines: tuple[InnerLine, ...] = ()
    attachments: tuple[AttachmentView, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLines:
    """A list; `marks` are those of the list as a whole, of lines that were left out at its end among them.

    A list is `numbered` where its document numbers it in its own way, which then stands as printed or typed.
    """

    lines: tuple[MarkedLine, ...] = ()
    marks: tuple[EditMark, ...] = ()
    numbered: bool = False

    @property
    def length(self) -> int:
        """How many letters the list has."""
        return sum(len(each.line.text) + sum(below.length for below in each.lines) for each in self.lines)


NO_LINES = MarkedLines()


def typed_number(text: str) -> str | None:
    """Return the number or dash that is typed at the beginning of a text, with the space behind it, else None."""
    match = _TYPED_NUMBER.match(text)
    return match[0] if match else None


def marked_lines(
    lines: Sequence[Line], marks: Marks, *path: str | int, files: Mapping[str, PublishedFile]
) -> MarkedLines:
    """Return a list with its marks; `path` is where it stands in the record, `files` are those of its year."""
    own = marks.below(*path)
    numbered = any(line.number for line in lines)
    typed = bool(lines) and all(_TYPED_NUMBER.match(line.text) for line in lines)
    above = "{}" if len(lines) > 1 else _ALONE
    return MarkedLines(
        lines=tuple(
            MarkedLine(
                line,
                own.at(index),
                _below(line.lines, (line.number or "") if numbered or typed else above.format(index + 1)),
                attachment_views(line.attachments, files),
            )
            for index, line in enumerate(lines)
        ),
        marks=(*marks.own(*path), *own.beyond(len(lines))),
        numbered=numbered or typed,
    )


def _below(lines: Sequence[SubLine | str], above: str) -> tuple[InnerLine, ...]:
    """Return lines with their numbers below that of another: 2 has 2.1 and 2.2 below it, ๒ has ๒.๑."""
    numbers = [None if isinstance(line, str) else line.number for line in lines]
    texts = [line if isinstance(line, str) else line.text for line in lines]
    match = _PLAIN_NUMBER.fullmatch(above.strip())
    typed = any(numbers) or any(map(_TYPED_NUMBER.match, texts))
    if above == _ALONE and not typed:
        numbers = [f"{index}." for index in range(1, len(lines) + 1)]
    elif match and not typed:
        write = str if match[1].isascii() else thai.digits
        numbers = [f"{match[1]}.{write(str(index))}" for index in range(1, len(lines) + 1)]
    return tuple(
        InnerLine(number or "", text, () if isinstance(line, str) else _below(line.lines, number or ""))
        for number, text, line in zip(numbers, texts, lines, strict=True)
    )
