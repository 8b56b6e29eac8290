"""What an analysis, a plan and a report have alike, as their pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying.view.lines import marked_lines
from ita_site.saying.view.marks import Marks

if TYPE_CHECKING:
    from ita_site.data.model import OfficialDocument
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.marks import EditMark

_MARKED_IN_PLACE = ("introduction", "purpose", "basis", "method", "conclusion", "prepared_by", "approved_by")


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The parts of an official document; `head_marks` are those that no other part of its page shows."""

    record: OfficialDocument
    marks: Marks
    head_marks: tuple[EditMark, ...]
    purpose: MarkedLines
    basis: MarkedLines


def document_parts(record: OfficialDocument, *own: str) -> DocumentParts:
    """Return the parts of a document; `own` names the fields that its page marks by itself."""
    marks = Marks(record.edits)
    return DocumentParts(
        record=record,
        marks=marks,
        head_marks=marks.outside(*_MARKED_IN_PLACE, *own),
        purpose=marked_lines(record.purpose, marks, "purpose"),
        basis=marked_lines(record.basis, marks, "basis"),
    )
