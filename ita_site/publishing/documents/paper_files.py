"""A paper as a file of a kind, written anew only when something in it has changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.ground import outgoing_addresses
from ita_site.ground.cache.file_cache import FileCache, key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.publishing.documents import stamp
from ita_site.publishing.documents.paper import Table
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.printed import PrintedPaper
from ita_site.saying.words.attachments import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Paper, PaperMark

_PLACES = ("publishing/documents", "publishing/fonts", "saying/words")
_WRITERS = ("typst", "docxtpl", "python-docx", "lxml", "xlsxwriter", "segno", "pillow")
"""What the bytes of a file depend on beside the paper: parts of this package, and libraries."""


class PaperFormat(StrEnum):
    """The kinds of file a paper can be; the value is the ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


_SHOWN = {PaperFormat.PDF: "PDF", PaperFormat.DOCX: "Word", PaperFormat.XLSX: "Excel"}


@dataclass(frozen=True, slots=True)
class PaperWriter:
    """Writes papers as files.

    Attributes:
        website: where the site stands, to which the mark at the foot of a sheet leads.
        templates: the folder of the office's own templates, `plan.docx` or `default.docx`; None where it has none.
        cache: the files that were written before.

    """

    website: Website
    templates: Path | None
    cache: FileCache

    def file(self, paper: Paper, kind: PaperFormat) -> bytes:
        """Return the bytes of a paper as a file.

        Raises:
            InvalidData: the office's template cannot be used.
            MissingExtra: the library that writes such files is not installed.

        """
        mark = stamp.mark(paper, self.website)
        template = self._template(paper) if kind is PaperFormat.DOCX else None
        key = key_of(
            *(kind, repr(paper), repr(mark), program_key(_PLACES, _WRITERS)),
            *((template.read_bytes(),) if template else ()),  # an empty file is none of ours
        )
        return self.cache.file(key, lambda: _written(paper, kind, template, mark))

    def _template(self, paper: Paper) -> Path | None:
        names = (f"{paper.kind}.docx", "default.docx") if self.templates else ()
        found = (self.templates / name for name in names if self.templates)
        return next((each for each in found if each.is_file()), None)


def templates_of(root: Path | None) -> Path | None:
    """Return the folder of the office's own templates, beside its settings; None where it has none."""
    folder = root / "documents" if root else None
    return folder if folder and folder.is_dir() else None


def has_tables(paper: Paper) -> bool:
    """Tell whether a workbook of the paper has anything in it."""
    return any(isinstance(each, Table) for each in paper.blocks) or any(has_tables(each) for each in paper.parts)


def kinds_of(paper: Paper, asked: Iterable[str]) -> Iterator[PaperFormat]:
    """Yield the kinds of file that are asked for and that the paper can be."""
    for each in map(PaperFormat, asked):
        if each is not PaperFormat.XLSX or has_tables(paper):
            yield each


def address(paper: Paper, kind: PaperFormat) -> str:
    """Return where a file of a paper is offered."""
    return outgoing_addresses.paper_file(paper.address, paper.name, kind.value)


def printed(paper: Paper, files: Mapping[PaperFormat, bytes]) -> PrintedPaper:
    """Return what the page of a paper says of it and of its files."""
    digest = stamp.paper_digest(paper)
    return PrintedPaper(
        digest=digest,
        anchor=outgoing_addresses.stamp_anchor(stamp.anchor_letters(digest)),
        files=tuple(
            Link(f"{_SHOWN[kind]} ({size(len(content))})", address(paper, kind)) for kind, content in files.items()
        ),
        day=paper.changed,
    )


def _written(paper: Paper, kind: PaperFormat, template: Path | None, mark: PaperMark | None) -> bytes:
    # The writers are imported when one is asked for: each brings a large library.
    if kind is PaperFormat.PDF:
        from ita_site.publishing.documents.pdf import as_pdf  # noqa: PLC0415

        return as_pdf(paper, mark=mark)
    if kind is PaperFormat.DOCX:
        from ita_site.publishing.documents.word import as_docx  # noqa: PLC0415

        return as_docx(paper, template, mark)
    from ita_site.publishing.documents.workbook import as_xlsx  # noqa: PLC0415

    return as_xlsx(paper)
