"""The blocks of a paper → paragraphs and tables of Word, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ita_site.publishing.documents import form
from ita_site.publishing.documents.paper import (
    BodyText,
    Facts,
    ItemList,
    PageBreak,
    SectionHeading,
    Signature,
    Table,
)
from ita_site.publishing.documents.word.elements import element, linked, paragraph, raised, run, with_next
from ita_site.publishing.documents.word.grid import cell, grid, row, spacer, table
from ita_site.publishing.documents.word.signing import signatures
from ita_site.publishing.documents.word.style_sheet import twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

    from ita_site.publishing.documents.paper import Block, ListItem, Words
    from ita_site.publishing.documents.word.numbering import NumberedNotes

_NUMBER_LETTER = 0.16
"""The width of a digit or a point as a share of its size, in mm per point of the letters: TH SarabunPSK is narrow."""
_FACTS = (0.3, 0.7)
"""The shares of the columns of labels and what is said of each."""
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Flow:
    """Where blocks are written: the part that knows its links, the notes so far, and how wide a line may be, in mm."""

    part: Part
    notes: NumberedNotes
    width: float

    def blocks(self, blocks: Iterable[Block]) -> Iterator[BaseOxmlElement]:
        """Yield what the blocks are in Word; signatures that follow each other stand side by side."""
        breaks = False
        before: list[BaseOxmlElement] = []
        for kind, several in groupby(blocks, type):
            if kind is PageBreak:
                breaks = True
                continue
            made = list(self._of_a_kind(tuple(several)))
            if breaks:
                made, breaks = _on_a_new_sheet(made), False
            elif kind in {Signature, Table}:
                with_next(before)
            yield from before
            before = made
        yield from before

    def _of_a_kind(self, blocks: Sequence[Block]) -> Iterator[BaseOxmlElement]:
        if isinstance(blocks[0], Signature):
            yield from signatures([each for each in blocks if isinstance(each, Signature)], self.width)
            return
        for each in blocks:
            match each:
                case BodyText():
                    yield self.text(each)
                case SectionHeading():
                    yield paragraph(f"Heading{min(max(each.level, 1), _DEEPEST)}", self.runs(each.words))
                case ItemList():
                    yield from self.items(each.items)
                case Facts():
                    yield from self._facts(each)
                case Table():
                    yield from table(each, self)

    def text(self, text: BodyText, style: str | None = None) -> BaseOxmlElement:
        """Return a paragraph, of a style of its own or as the paper says."""
        own = "PaperCentred" if text.centred else "PaperIndented" if text.indented else "PaperText"
        return paragraph(style or own, self.runs(text.words))

    def runs(self, words: Iterable[Words], *, bold: bool = False) -> Iterator[BaseOxmlElement]:
        """Yield the runs of a line: weight, links, and the numbers of notes above the line."""
        for each in words:
            runs = (
                [run(each.text, bold=each.bold or bold, style="Hyperlink" if each.url else None)] if each.text else []
            )
            yield from linked(self.part, each.url, runs) if each.url and runs else runs
            if each.notes:
                yield raised(self.notes.marks(each.notes))

    def items(self, items: Iterable[ListItem], level: int = 1, style: str | None = None) -> Iterator[BaseOxmlElement]:
        """Yield the lines of a list and those below them: number, tab, text; what hangs fits the longest number."""
        lines = tuple(items)
        longest = max((len(line.number) for line in lines), default=0)
        step = form.LIST_INDENT if style is None else form.LIST_INDENT / 2
        hanging = max(step, longest * _NUMBER_LETTER * form.TEXT_SIZE * (1 if style is None else 0.8))
        left = step * (level - 1) + hanging
        for each in lines:
            places = element("ind", left=twips(left), hanging=twips(hanging))
            stop = element("tabs", element("tab", val="left", pos=twips(left)))
            own = style or f"PaperList{min(level, _DEEPEST)}"
            if each.number:
                yield paragraph(own, (run(f"{each.number}\t"), *self.runs(each.words)), stop, places)
            else:
                yield paragraph(own, self.runs(each.words), element("ind", left=twips(step * (level - 1)), firstLine=0))
            yield from self.items(each.items, level + 1, style)

    def _facts(self, facts: Facts) -> Iterator[BaseOxmlElement]:
        widths = [share * self.width for share in _FACTS]
        rows = [
            row(
                [
                    cell([paragraph("PaperLabel", [run(label)])], widths[0]),
                    cell([self.text(said, "PaperBeside")], widths[1]),
                ]
            )
            for label, said in facts.rows
        ]
        yield grid(widths, rows, style="TableNormal")
        yield spacer()


def _on_a_new_sheet(made: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return elements that begin on a new sheet; before a table, an empty paragraph does."""
    if not made or made[0].tag != qn("w:p"):
        return [paragraph("PaperAfterTable", [], element("pageBreakBefore")), *made]
    properties = made[0].find(qn("w:pPr"))
    if properties is not None:
        kept = properties.find(qn("w:keepNext"))
        properties.insert(1 if kept is None else 2, element("pageBreakBefore"))
    return made
