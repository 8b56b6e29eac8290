"""What views say as blocks of a paper: texts with their links and notes, lists with their numbers, attachments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import markup
from ita_site.judging.scores import rounded
from ita_site.publishing.documents.paper import BodyText, Cell, ItemList, ListItem, SectionHeading, Words
from ita_site.saying import words
from ita_site.saying.view.lines import typed_number
from ita_site.saying.words import marks as sentences
from ita_site.saying.words import papers as of_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.ground.website import Website
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lines import InnerLine, MarkedLine, MarkedLines
    from ita_site.saying.view.marks import EditMark


def told(marks: Iterable[EditMark]) -> tuple[str, ...]:
    """Return what an editor did as notes, each once."""
    return tuple(dict.fromkeys(sentences.told(each.change, each.why, each.printed) for each in marks))


def said(text: str, marks: Iterable[EditMark] = (), *, bold: bool = False) -> tuple[Words, ...]:
    """Return a text on one line, its web addresses as links, with the notes of what an editor did at its end."""
    pieces = [Words(piece, bold=bold, url=address) for piece, address in markup.with_links(text)]
    return with_notes(pieces, told(marks))


def with_notes(pieces: Sequence[Words], notes: tuple[str, ...]) -> tuple[Words, ...]:
    """Return words with notes at their end; notes of nothing have words of their own."""
    if not notes:
        return tuple(pieces)
    *before, last = pieces or [Words(of_papers.SEE_NOTE)]
    return (*before, replace(last, notes=(*last.notes, *notes)))


def line(text: str, marks: Iterable[EditMark] = (), *, bold: bool = False) -> BodyText:
    """Return a paragraph of one text, without an indent."""
    return BodyText(said(text, marks, bold=bold))


def prose(text: str | None, marks: Iterable[EditMark] = (), *, indented: bool = True) -> Iterator[BodyText]:
    """Yield the paragraphs of a text, which blank lines part; the notes stand at the end of the last."""
    parts = words.paragraphs(text)
    for index, part in enumerate(parts, 1):
        yield BodyText(said(part, marks if index == len(parts) else ()), indented=indented)


def spaced(*texts: tuple[Words, ...], separator: str = " ") -> BodyText:
    """Return several texts in one paragraph, a space or what is given between them."""
    pieces: list[Words] = []
    for each in texts:
        if pieces and each:  # before the text, so that the number of a note stands at the word it is about
            pieces.append(replace(each[0], text=f"{separator}{each[0].text}"))
            pieces += each[1:]
        else:
            pieces += each
    return BodyText(tuple(pieces))


def figure(text: str, value: Fraction | Decimal | None, marks: Iterable[EditMark] = ()) -> Cell:
    """Return a cell with a figure in points as it is written, and as a number for a workbook."""
    return Cell((line(text, marks),), None if value is None else rounded(value))


def heading(level: int, text: str, marks: Iterable[EditMark] = ()) -> SectionHeading:
    """Return a heading."""
    return SectionHeading(level, said(text, marks))


def plain_list(texts: Iterable[str], *, dashed: bool = True) -> Iterator[ItemList]:
    """Yield texts as a list with dashes, nothing where there is none."""
    if items := tuple(ListItem("-" if dashed else "", said(each)) for each in texts):
        yield ItemList(items)


def marked_list(lines: MarkedLines, website: Website, *, headed: bool = False) -> Iterator[ItemList]:
    """Yield a list of a document in its own numbering, else numbered from one where it has several lines.

    The notes of the list as a whole stand at its end, unless its heading has them.
    """
    several = len(lines.lines) > 1 and not lines.numbered
    items = [
        _item(each, f"{index}." if several else _as_number(each.line.number), website)
        for index, each in enumerate(lines.lines, 1)
    ]
    notes = () if headed else told(lines.marks)
    if notes:
        last = items.pop() if items else ListItem("", ())
        items.append(replace(last, words=with_notes(last.words, notes)))
    if items:
        yield ItemList(tuple(items))


def _as_number(typed: str | None) -> str:
    """Return the number that a document has, with the full stop that papers have behind one: data have the figure."""
    return f"{typed}." if typed and typed.isdecimal() else typed or ""


def _item(marked: MarkedLine, number: str, website: Website) -> ListItem:
    attached = (ListItem("", attachment(each, website, within=True)) for each in marked.attachments)
    return _listed(number, marked.line.text, (*_below(marked.lines), *attached), marked.marks)


def _below(lines: Sequence[InnerLine]) -> Iterator[ListItem]:
    for each in lines:
        yield _listed(_as_number(each.number) or ("" if each.numbered else "-"), each.text, tuple(_below(each.lines)))


def _listed(number: str, text: str, items: tuple[ListItem, ...], marks: Iterable[EditMark] = ()) -> ListItem:
    """Return a line; a number or a dash that is typed before its text stands where other lines have theirs."""
    typed = None if number else typed_number(text)
    rest = text[len(typed) :].strip() if typed else ""
    return (
        ListItem(typed.strip(), said(rest, marks), items)
        if typed and rest
        else ListItem(number, said(text, marks), items)
    )


def attachment(view: AttachmentView, website: Website, *, within: bool = False) -> tuple[Words, ...]:
    """Return the title of an attachment, what file it is, and its address in full where the site's is known.

    Within other text it says that it is one.
    """
    address = _address(view, website)
    facts = " ".join(filter(None, (view.facts, view.day)))
    head = of_papers.attached(view.title) if within else view.title
    text = " ".join(filter(None, (head, f"({facts})" if facts else "", view.description)))
    return (*said(text), Words(" "), Words(address, url=markup.link(address)))


def enclosure(view: AttachmentView, website: Website) -> Words:
    """Return an attachment in a few words, as a memorandum names what is sent with it."""
    named = " ".join(filter(None, (view.title, view.description)))
    return Words(markup.one_line(named), url=markup.link(_address(view, website)))


def _address(view: AttachmentView, website: Website) -> str:
    return view.address if view.external else website.absolute(view.address)


def attachments(views: Iterable[AttachmentView], website: Website) -> Iterator[ItemList]:
    """Yield attachments as a numbered list, nothing where there is none."""
    items = [ListItem(f"{index}.", attachment(each, website)) for index, each in enumerate(views, 1)]
    if items:
        yield ItemList(tuple(items))
