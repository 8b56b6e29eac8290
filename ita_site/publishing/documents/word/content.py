"""What stands in the passages of a template: the memorandum, the content, the notes; of a book all its papers."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.publishing.documents import form
from ita_site.publishing.documents.word import memo_form
from ita_site.publishing.documents.word.drawings import cover_emblem, emblem
from ita_site.publishing.documents.word.elements import element, field, paragraph, run
from ita_site.publishing.documents.word.flow import Flow
from ita_site.publishing.documents.word.numbering import NumberedNotes
from ita_site.publishing.documents.word.signing import signatures
from ita_site.publishing.documents.word.style_sheet import POINT, twips
from ita_site.publishing.documents.word.word_sections import ended, number, text_width, turn, without_first
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart

    from ita_site.publishing.documents.paper import Memorandum, Paper

_MARK = "paper"
"""What the bookmarks of the papers of a book are called, before their numbers."""
_COVER_ROOM = 90
"""Room above the title of a book, in points."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one paper; they are asked for in the order of the sheet, so that notes are numbered in it."""

    paper: Paper
    part: StoryPart
    notes: NumberedNotes

    def written(self, name: str, section: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return what a passage holds, for a place in a section; nothing where the paper has none."""
        flow = Flow(self.part, self.notes, text_width(section))
        memo = self.paper.memorandum
        made: Iterable[BaseOxmlElement] = ()
        match name:
            case "body" if self.paper.parts:
                made = self._book(section)
            case "body":
                made = (*_head(self.paper), *flow.blocks(self.paper.blocks))
            case "notes":
                made = _notes(self.notes)
            case "memorandum" if memo:
                made = self._memorandum(memo, section)
            case "memo_text" if memo:
                made = memo_form.text_of(memo, flow)
            case "memo_signature" if memo and memo.signature:
                made = signatures([memo.signature], flow.width)
            case "endorsements" if memo:
                made = memo_form.endorsements(memo, flow)
        return list(made)

    def _memorandum(self, memo: Memorandum, section: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return the memorandum on upright sheets of its own."""
        upright = deepcopy(section)
        turn(upright, across=False)
        flow = Flow(self.part, self.notes, text_width(upright))
        return ended(upright, list(memo_form.memorandum(memo, flow, emblem(self.part, self.paper.emblem))))

    def _book(self, section: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return cover, contents and papers of a book, numbered throughout; its last section is that given."""
        cover = deepcopy(section)
        turn(cover, across=False)
        inner = deepcopy(cover)
        without_first(inner)
        number(inner, thai_digits=self.paper.thai_digits, first=None)
        made = ended(cover, list(self._cover()))
        made += ended(inner, list(self._contents(text_width(inner))))
        for index, paper in enumerate(self.paper.parts):
            notes = NumberedNotes(paper.thai_digits)
            own = deepcopy(inner)
            turn(own, across=paper.landscape)
            flow = Flow(self.part, notes, text_width(own))
            before = Passages(paper, self.part, notes).written("memorandum", inner)
            inside = [*_head(paper), *flow.blocks(paper.blocks), *_notes(notes)]
            found = [*before, *(inside if paper is self.paper.parts[-1] else ended(own, inside))]
            _bookmark(found[0], index)
            made += found
        without_first(section)
        turn(section, across=self.paper.parts[-1].landscape)
        return made

    def _cover(self) -> Iterator[BaseOxmlElement]:
        paper = self.paper
        year = thai.digits(str(paper.year)) if paper.thai_digits else str(paper.year)
        if (drawn := cover_emblem(self.part, paper.emblem)) is not None:
            yield paragraph("PaperCentred", [drawn])
        yield paragraph("PaperCover", [run(paper.title)], element("spacing", before=_COVER_ROOM * POINT))
        if year not in paper.title:
            yield paragraph("PaperCover", [run(words.fiscal_year(year))])
        yield paragraph("PaperCover", [run(paper.agency)])

    def _contents(self, width: float) -> Iterator[BaseOxmlElement]:
        yield paragraph("Title", [run(words.CONTENTS)])
        stop = ("right", "dot", twips(width))
        for index, paper in enumerate(self.paper.parts):
            place = element("tab", val=stop[0], leader=stop[1], pos=stop[2])
            room = element("ind", left=twips(form.LIST_INDENT), hanging=twips(form.LIST_INDENT))
            yield paragraph(
                "PaperContents",
                [run(f"{paper.title}\t"), *field(f"PAGEREF {_MARK}{index + 1} \\h", "–")],
                element("tabs", place),
                room,
            )


def _head(paper: Paper) -> Iterator[BaseOxmlElement]:
    """Yield the title of a paper and whose it is."""
    yield paragraph("Title", [run(paper.title)], element("outlineLvl", val=0))
    if paper.agency not in paper.title:
        yield paragraph("PaperCentred", [run(paper.agency, bold=True)])


def _bookmark(first: BaseOxmlElement, index: int) -> None:
    """Mark the first paragraph of a paper for the line of contents that names its page."""
    first.append(element("bookmarkStart", id=index + 1, name=f"{_MARK}{index + 1}"))
    first.append(element("bookmarkEnd", id=index + 1))


def _notes(notes: NumberedNotes) -> Iterator[BaseOxmlElement]:
    those = notes.all()
    if not those:
        return
    yield paragraph("Heading1", [run(words.NOTES)])
    longest = max(len(each) for each, _ in those)
    hanging = twips(max(form.LIST_INDENT, 3 * longest + 2))
    for each, text in those:
        stop = element("tabs", element("tab", val="left", pos=hanging))
        yield paragraph("PaperNote", [run(f"{each}\t{text}")], stop, element("ind", left=hanging, hanging=hanging))
