"""A paper's sheets: hands it to Typst as JSON and takes back the bytes of a PDF.

Measured on two busy cores, 37 papers of five agencies (1 to 29 sheets): 0.1 to 2.5 s each, half a second in the middle.
"""

from __future__ import annotations

import json
from calendar import timegm
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.pdf.quick_response import as_svg
from ita_site.publishing.documents.pdf.row_headers import with_row_headers
from ita_site.publishing.documents.pdf.template_input import as_json

if TYPE_CHECKING:
    import typst

    from ita_site.publishing.documents.paper import Paper, PaperMark

STANDARDS: Final = ("ua-1", "a-2a")
"""PDF/UA-1, for who listens to a paper, and PDF/A-2a, for who keeps it; Typst refuses to write what is neither."""
_FONTS: Final = Path(__file__).parents[2] / "fonts" / "sarabun"
_TEMPLATE: Final = Path(__file__).with_name("paper.typ")


def as_pdf(paper: Paper, *, mark: PaperMark | None = None, draft: bool = False) -> bytes:
    """Return a paper as PDF: A4, tagged, with its fonts in it; no clock is read and no file besides the program's own.

    PDF/A asks for a date: that of a paper without a day is the last of its fiscal year.

    Args:
        paper: what stands on it, its digits as they are to be read.
        mark: the page on the web that the foot of each sheet leads to, as a square for telephones and as letters.
        draft: whether each sheet says that it is a draft.

    Raises:
        MissingExtra: Typst or, for a mark, segno is not installed.

    """
    inputs = as_json(paper, mark=mark, square=as_svg(mark.url) if mark else None, draft=draft)
    written = compiler().compile(
        format="pdf",
        sys_inputs={"paper": json.dumps(inputs, ensure_ascii=False)},
        pdf_standards=list(STANDARDS),
        timestamp=timegm((*inputs["day"], 0, 0, 0)),
    )
    if not isinstance(written, bytes):
        message = "Typst writes one file for a PDF"
        raise TypeError(message)
    return with_row_headers(written)


@cache
def compiler() -> typst.Compiler:
    """Return the one compiler of this process: it reads the fonts once, and remembers what it has set before."""
    try:
        import typst  # noqa: PLC0415 - an extra, and 34 MB
    except ImportError:
        extra = "documents"
        raise MissingExtra(extra, "typst") from None
    return typst.Compiler(
        str(_TEMPLATE), root=str(_TEMPLATE.parent), font_paths=[str(_FONTS)], ignore_system_fonts=True
    )
