"""The properties of a Word file: what it is, whose, and of which day."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_site.publishing.documents.word.elements import in_xml

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document

_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - a field without a zone
"""When a file of data without a day says that it was made."""
_LONGEST = 255
"""Letters that a property of a Word file may have."""


def describe(document: Document, title: str, author: str, day: date | None) -> None:
    """Say in the file's properties what it is, whose, and of which day; what a template says there does not stay."""
    told = document.core_properties
    told.title, told.author = in_xml(title)[:_LONGEST], in_xml(author)[:_LONGEST]
    told.last_modified_by, told.language = told.author, "th-TH"
    told.created = told.modified = datetime.combine(day, time()) if day else _LONG_AGO
    told.subject = told.comments = told.identifier = told.keywords = told.category = told.version = ""
    told.content_status, told.revision = "", 1
