"""The fields that a template of an office may use; the one list of them, for the filling, the check and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_site.saying.words import template_fields as words


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    """Some words within a line."""
    PICTURE = "picture"
    """A picture within a line."""
    PASSAGE = "passage"
    """Paragraphs and tables: the field stands in a paragraph of its own, which they replace."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field; `meaning` is told to who writes a template."""

    name: str
    kind: FieldKind
    meaning: str


FIELDS = tuple(
    TemplateField(name, kind, words.MEANINGS[name])
    for kind, names in (
        (FieldKind.PASSAGE, ("memorandum", "body", "notes", "memo_text", "memo_signature", "endorsements")),
        (
            FieldKind.TEXT,
            ("title", "agency", "year", "division", "number", "date", "subject", "to", "address", "digest"),
        ),
        (FieldKind.PICTURE, ("emblem", "qr")),
    )
    for name in names
)
REQUIRED = "body"
"""What no template may leave out."""
BY_NAME = {field.name: field for field in FIELDS}


def table_of_fields() -> str:
    """Return the fields as a table in Markdown, for the reader of the guide."""
    rows = (f"| `{{{{ {field.name} }}}}` | {words.KINDS[field.kind]} | {field.meaning} |" for field in FIELDS)
    return "\n".join((words.HEAD, "|---|---|---|", *rows))
