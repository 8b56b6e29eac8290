"""A memorandum by form 29: the emblem, the title, dotted lines below what is filled in, who signs, who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents import form
from ita_site.publishing.documents.paper import Signature
from ita_site.publishing.documents.word.elements import element, paragraph, raised, run, with_next
from ita_site.publishing.documents.word.signing import signatures
from ita_site.publishing.documents.word.style_sheet import POINT, twips
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from ita_site.publishing.documents.paper import Endorsement, Memorandum
    from ita_site.publishing.documents.word.flow import Flow

_MIDDLE = 0.5
"""Where the day begins on the line of the number, as a share of the line."""


def memorandum(memo: Memorandum, flow: Flow, emblem: BaseOxmlElement | None) -> Iterator[BaseOxmlElement]:
    """Yield the memorandum, from its title to the last endorsement."""
    yield paragraph("PaperMemorandum", [*([emblem] if emblem is not None else []), run(words.MEMORANDUM)])
    yield _dotted(flow, (words.DIVISION, memo.division))
    yield _dotted(flow, (words.NUMBER, memo.number), (words.DAY, memo.day))
    yield _dotted(flow, (words.SUBJECT, memo.subject), notes=memo.notes)
    yield paragraph(
        "PaperText", [run(f"{words.TO}  {memo.to}")], element("spacing", before=form.PARAGRAPH_SPACE * POINT)
    )
    if memo.enclosures:
        many = len(memo.enclosures) > 1
        for number, each in enumerate(memo.enclosures, 1):
            before = f"{words.ENCLOSURES}\t" if number == 1 else "\t"
            place = element("tabs", element("tab", val="left", pos=twips(form.PARAGRAPH_INDENT + 5)))
            hanging = element("ind", left=twips(form.PARAGRAPH_INDENT + 5), hanging=twips(form.PARAGRAPH_INDENT + 5))
            numbered = f"{flow.notes.digits(number)}. " if many else ""
            yield paragraph("PaperBeside", [run(f"{before}{numbered}"), *flow.runs((each,))], place, hanging)
    text = list(text_of(memo, flow))
    yield from with_next(text) if memo.signature else text
    if memo.signature:
        yield from signatures([memo.signature], flow.width)
    yield from endorsements(memo, flow)


def text_of(memo: Memorandum, flow: Flow) -> Iterator[BaseOxmlElement]:
    """Yield the parts of the text, each below its title."""
    for title, texts in memo.paragraphs:
        if title:
            yield paragraph("Heading3", [run(title)])
        yield from (flow.text(each, "PaperIndented") for each in texts)


def endorsements(memo: Memorandum, flow: Flow) -> Iterator[BaseOxmlElement]:
    """Yield what officials wrote below, in order, each with room to sign."""
    for each in memo.endorsements:
        yield from _endorsement(each, flow)


def _endorsement(each: Endorsement, flow: Flow) -> Iterator[BaseOxmlElement]:
    room = element("spacing", before=2 * form.PARAGRAPH_SPACE * POINT)
    said = [text for text in ((each.text or "").split("\n\n")) if text.strip()]
    if each.to:
        yield paragraph("PaperText", [run(f"{words.TO}  {each.to}")], element("keepNext"), room)
    for text in said:
        yield paragraph("PaperIndented", [run(" ".join(text.split("\n")))], element("keepNext"))
    if each.note:
        yield paragraph("PaperIndented", [run(each.note)], element("keepNext"))
    yield from signatures([Signature("", each.position)], flow.width)


def _dotted(flow: Flow, *filled: tuple[str, str], notes: Sequence[str] = ()) -> BaseOxmlElement:
    """Return a line of the head: labels, and dots below what is written after each, to the end of the line."""
    runs: list[BaseOxmlElement] = []
    size = form.LABEL_SIZE * 2
    for label, text in filled:
        large = element("sz", val=size), element("szCs", val=size)
        runs.append(run(label, *large, bold=True))
        runs.append(run(f"  {text}", element("u", val="dotted")))
        runs += [raised(flow.notes.marks(notes))] if notes else []
        runs.append(run("\t", element("u", val="dotted")))
    ends = [flow.width] if len(filled) == 1 else [flow.width * _MIDDLE, flow.width]
    stops = (element("tab", val="left" if end < flow.width else "right", pos=twips(end)) for end in ends)
    return paragraph("PaperMemorandumHead", runs, element("tabs", *stops))
