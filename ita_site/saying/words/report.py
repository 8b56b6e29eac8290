"""The sentences of one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import shortened

if TYPE_CHECKING:
    from ita_site.data.model import Report


def description(report: Report) -> str:
    """Describe the page of a report."""
    return shortened(report.summary or report.title)
