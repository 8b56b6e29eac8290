"""Where officials sign: dots, the name in brackets or dots for it, the position; two stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.word.elements import element, paragraph, run, with_next
from ita_site.publishing.documents.word.grid import cell, grid, row, spacer
from ita_site.publishing.documents.word.style_sheet import POINT
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from ita_site.publishing.documents.paper import Signature

_DOTS = "." * 44
"""Room for a signature or a name, some six centimetres at 16 points."""

_ROOM = 24
"""Room above the dots, in points."""


def signatures(those: Sequence[Signature], width: float) -> Iterator[BaseOxmlElement]:
    """Yield a table without lines, two to a row; one alone stands at the right, as below a letter."""
    half = width / 2
    pairs = [those[at : at + 2] for at in range(0, len(those), 2)]
    rows = [
        row(
            [
                cell([paragraph("PaperSignature", [])] if each is None else list(_lines(each)), half)
                for each in ((None, pair[0]) if len(pair) == 1 else pair)
            ],
            element("cantSplit"),
        )
        for pair in pairs
    ]
    yield from with_next([spacer()])
    yield grid([half, half], rows, style="TableNormal")
    yield spacer()


def _lines(each: Signature) -> Iterator[BaseOxmlElement]:
    if each.role:
        yield paragraph("PaperSignature", [run(each.role, bold=True)])
    yield paragraph("PaperSignature", [run(f"{words.SIGNED}{_DOTS}")], element("spacing", before=_ROOM * POINT))
    day = f"{words.DAY} {each.day}" if each.day else None
    for text in (words.bracketed(each.name or _DOTS), each.position, each.division, day):
        if text:
            yield paragraph("PaperSignature", [run(text)])
