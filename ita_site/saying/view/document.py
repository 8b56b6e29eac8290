"""What an analysis, a plan and a report have alike, as their pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.lines import marked_lines
from ita_site.saying.view.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.load import PublishedFile
    from ita_site.data.model import Memo, OfficialDocument, Opinion, SentDocument
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.marks import EditMark

_MARKED_IN_PLACE = (
    *("memo", "opinions", "introduction", "purpose", "basis", "method"),
    *("conclusion", "prepared_by", "approved_by"),
)


@dataclass(frozen=True, slots=True)
class SentWith:
    """The memorandum that a document was sent with, if there is one, and what officials wrote on it."""

    memo: Memo | None
    attachments: tuple[AttachmentView, ...]
    opinions: tuple[Opinion, ...]
    marks: tuple[EditMark, ...]
    opinion_marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The parts of an official document; `head_marks` are those that no other part of its page shows.

    `original` is the signed one, where it is published.
    """

    record: OfficialDocument
    sent: SentWith
    marks: Marks
    head_marks: tuple[EditMark, ...]
    purpose: MarkedLines
    basis: MarkedLines
    original: tuple[AttachmentView, ...]
    attachments: tuple[AttachmentView, ...]


def document_parts(record: OfficialDocument, files: Mapping[str, PublishedFile], *own: str) -> DocumentParts:
    """Return the parts of a document; `files` are those of its year, `own` the fields that its page marks by itself."""
    marks = Marks(record.edits)
    shown = (each for each in (*_MARKED_IN_PLACE, *own) if _holds(getattr(record, each)))
    return DocumentParts(
        record=record,
        sent=sent_with(record, files, marks),
        marks=marks,
        head_marks=marks.outside(*shown),
        purpose=marked_lines(record.purpose, marks, "purpose", files=files),
        basis=marked_lines(record.basis, marks, "basis", files=files),
        original=attachment_views([record.original] if record.original else [], files),
        attachments=attachment_views(record.attachments, files),
    )


def sent_with(record: SentDocument, files: Mapping[str, PublishedFile], marks: Marks) -> SentWith:
    """Return what a document was sent with; `files` are those of its year."""
    return SentWith(
        memo=record.memo,
        attachments=attachment_views(record.memo.attachments if record.memo else (), files),
        opinions=record.opinions,
        marks=marks.at("memo"),
        opinion_marks=marks.at("opinions"),
    )


def _holds(value: object) -> bool:
    return value is not None and value != ()
