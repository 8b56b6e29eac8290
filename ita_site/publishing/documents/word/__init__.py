"""A paper → Word, for an office to change a word of and sign: by its own template, or by that of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.extras import MissingExtra

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.publishing.documents.paper import Paper, PaperMark


def as_docx(paper: Paper, template: Path | None = None, mark: PaperMark | None = None) -> bytes:
    """Return a paper as DOCX; the same paper, template and mark make the same bytes.

    Args:
        paper: what it says.
        template: a template of the office's own; the program's where it has none.
        mark: what leads from the sheet to its page, at the foot of its first sheet.

    Raises:
        InvalidData: the template cannot be used; the problems say why, each with what to write instead.
        MissingExtra: the extra `documents` is not installed.

    """
    try:
        import docxtpl  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra(extra="documents", library="docxtpl") from error
    from ita_site.publishing.documents.word.filling import filled  # noqa: PLC0415 - needs the extra
    from ita_site.publishing.documents.word.office_template import readable  # noqa: PLC0415 - needs the extra
    from ita_site.publishing.documents.word.starting_template import starting_template  # noqa: PLC0415 - as above

    return filled(starting_template() if template is None else readable(template), paper, mark)
