"""Tables → Excel workbooks to read, print and count with: the place that knows what such a workbook looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.workbook.of_paper import notes_of, sheets_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ita_site.publishing.documents.paper import Paper
    from ita_site.publishing.documents.workbook.cells import PlannedSheet


def as_xlsx(paper: Paper) -> bytes:
    """Return the tables of a paper as XLSX, a sheet each, and its notes in the last; no text is a formula or a link.

    A paper without a table gives a sheet with its lines. The same paper makes the same bytes.

    Raises:
        MissingExtra: the extra `documents` is not installed.

    """
    return as_workbook([*sheets_of(paper), *notes_of(paper)], paper.title, paper.day, paper.agency)


def as_workbook(sheets: Sequence[PlannedSheet], title: str, day: date | None = None, author: str = "") -> bytes:
    """Return sheets as XLSX.

    Args:
        sheets: one at least.
        title: of the file, in its properties.
        day: of the data, in its properties; a day long ago without one.
        author: whose it is.

    Raises:
        MissingExtra: the extra `documents` is not installed.

    """
    try:
        import xlsxwriter  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra(extra="documents", library="xlsxwriter") from error
    from ita_site.publishing.documents.workbook.writing import written  # noqa: PLC0415 - needs the extra

    return written(sheets, title, day, author)
