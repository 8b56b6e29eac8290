"""Lists of a document as pages show them: each line with the lines below it and what an editor did to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying.view.attachments import attachment_views

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.load import PublishedFile
    from ita_site.data.model import Line
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.marks import EditMark, Marks


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line with its marks and what is attached to it."""

    line: Line
    marks: tuple[EditMark, ...]
    attachments: tuple[AttachmentView, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLines:
    """A list; `marks` are those of the list as a whole, of lines that were left out at its end among them.

    A list is `numbered` where its document numbers it in its own way, which then stands as printed.
    """

    lines: tuple[MarkedLine, ...] = ()
    marks: tuple[EditMark, ...] = ()
    numbered: bool = False


NO_LINES = MarkedLines()


def marked_lines(
    lines: Sequence[Line], marks: Marks, *path: str | int, files: Mapping[str, PublishedFile]
) -> MarkedLines:
    """Return a list with its marks; `path` is where it stands in the record, `files` are those of its year."""
    own = marks.below(*path)
    return MarkedLines(
        lines=tuple(
            MarkedLine(line, own.at(index), attachment_views(line.attachments, files))
            for index, line in enumerate(lines)
        ),
        marks=(*marks.own(*path), *own.beyond(len(lines))),
        numbered=any(line.number for line in lines),
    )
