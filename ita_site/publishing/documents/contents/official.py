"""What every official document begins and ends with on paper: its head, its memorandum, who signs, what is attached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.publishing.documents.contents.blocks import (
    attachments,
    enclosure,
    heading,
    line,
    marked_list,
    plain_list,
    prose,
    told,
)
from ita_site.publishing.documents.paper import BodyText, Endorsement, Facts, Memorandum, Signature, Words
from ita_site.saying.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.data.model import Opinion, Person
    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.document import DocumentParts, SentWith


def facts(rows: Iterable[tuple[str, BodyText | None]]) -> Iterator[Facts]:
    """Yield the facts that are there, nothing where none is."""
    if found := tuple((label, text) for label, text in rows if text is not None and text.words):
        yield Facts(found)


def document_facts(parts: DocumentParts | None) -> Iterator[tuple[str, BodyText]]:
    """Yield what stands at the head of an official document."""
    if parts is None:
        return
    record = parts.record
    if record.document:
        yield words.SOURCE, line(record.document)
    if record.number:
        yield words.NUMBER, line(record.number)
    if record.date:
        yield words.DATED, line(thai.write_date(record.date))
    if parts.head_marks:
        yield words.NOTES, line("", parts.head_marks)


def opening(parts: DocumentParts | None, website: Website) -> Iterator[Block]:
    """Yield what a document says before its substance."""
    if parts is None:
        return
    record, marks = parts.record, parts.marks
    if record.introduction:
        yield heading(1, words.INTRODUCTION)
        yield from prose(record.introduction, marks.at("introduction"))
    for title, lines in ((words.PURPOSE, parts.purpose), (words.BASIS, parts.basis)):
        if lines.lines:
            yield heading(1, title)
            yield from marked_list(lines, website)
    if record.method:
        yield heading(1, words.METHOD)
        yield from prose(record.method, marks.at("method"))


def closing(parts: DocumentParts | None, website: Website, notes_of_parts: Iterable[Block] = ()) -> Iterator[Block]:
    """Yield what a document says after its substance: its conclusion, who signs, notes, what is attached.

    Who signs does so below what the document says, and above all that an editor notes of it or of its parts.
    """
    if parts is None:
        yield from notes_of_parts
        return
    record, marks = parts.record, parts.marks
    if record.conclusion:
        yield heading(1, words.CONCLUSION)
        yield from prose(record.conclusion, marks.at("conclusion"))
    yield from signatures(words.PREPARED_BY, record.prepared_by)
    yield from signatures(words.APPROVED_BY, record.approved_by)
    if notes := told((*marks.at("prepared_by"), *marks.at("approved_by"))):
        yield BodyText((Words(words.ON_SIGNERS, notes=notes),))
    yield from opinions_alone(parts.sent)
    yield from notes_of_parts
    if record.notes:
        yield heading(1, words.NOTES)
        yield from plain_list(record.notes)
    if parts.original or parts.attachments:
        yield heading(1, words.ATTACHMENTS)
        signed = (replace(each, title=words.signed(each.title)) for each in parts.original)
        yield from attachments((*signed, *parts.attachments), website)


def signatures(role: str, persons: Sequence[Person]) -> Iterator[Signature]:
    """Yield where each person signs, by the position; a name only where the data have it."""
    for each in persons:
        yield Signature(
            role, each.position, each.division, each.name, thai.write_date(each.date) if each.date else None
        )


def memorandum(sent: SentWith | None, website: Website) -> Memorandum | None:
    """Return the memorandum that a document was sent with, None where the data have none."""
    if sent is None or (memo := sent.memo) is None:
        return None
    return Memorandum(
        division=memo.division,
        number=memo.number or "",
        day=thai.write_date(memo.date),
        subject=memo.subject,
        to=memo.to,
        paragraphs=tuple(
            (title, tuple(block for text in texts for block in prose(text)))
            for title, texts in words.memo_paragraphs(memo)
        ),
        enclosures=tuple(enclosure(each, website) for each in sent.attachments),
        signature=Signature("", memo.signed_by or ""),
        endorsements=tuple(_endorsement(each) for each in sent.opinions),
        notes=told((*sent.marks, *sent.opinion_marks)),
    )


def _endorsement(opinion: Opinion) -> Endorsement:
    note = opinion.unreadable or (None if opinion.text else words.NO_OPINION)
    return Endorsement(opinion.position, opinion.to, opinion.text, note)


def opinions_alone(sent: SentWith | None) -> Iterator[Block]:
    """Yield what officials wrote on a document that has no memorandum, each with room to sign."""
    if sent is None or sent.memo is not None or not sent.opinions:
        return
    yield heading(1, words.OPINIONS, sent.opinion_marks)
    for each in sent.opinions:
        endorsement = _endorsement(each)
        if each.to:
            yield line(words.to(each.to))
        yield from prose(endorsement.text)
        if endorsement.note:
            yield line(endorsement.note)
        yield Signature("", each.position)
