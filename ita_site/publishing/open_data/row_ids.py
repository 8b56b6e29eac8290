"""The keys of rows: made of the fiscal year, B.E., what a row is, and ids that never change.

Each has a word in it: a spreadsheet takes `2568/9` for September 2568.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from ita_site.data.model import Progress


def part_id(year: int, reference: str) -> str:
    """Return the key of a part of a year's framework, and of its score: `2568/indicator/9`, `2568/total`."""
    return f"{year}/{TOTAL}" if reference == TOTAL else f"{year}/{kind_of(reference)}/{reference}"


def document_id(year: int, kind: str, name: str = "") -> str:
    """Return the key of a document; a year has one of each kind but of reports, which have names."""
    return f"{year}/{kind}" + (f"/{name}" if name else "")


def finding_id(year: int, kind: str, name: str) -> str:
    """Return the key of something that an analysis finds."""
    return f"{year}/{kind}/{name}"


def measure_id(year: int, name: str) -> str:
    """Return the key of a measure."""
    return f"{year}/measure/{name}"


def progress_id(year: int, report_id: str, progress: Progress) -> str:
    """Return the key of what a report says of a measure."""
    return f"{year}/progress/{report_id}/{progress.measure}"


def item_id(year: int, item: str) -> str:
    """Return the key of how an item of a year's OIT list is answered."""
    return f"{year}/item/{item}"
