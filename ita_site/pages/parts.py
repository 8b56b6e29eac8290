"""Pieces that several pages show: measures in a list, references as links, the files a page was made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.model import Status
from ita_site.pages.book import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.load import Loaded, Year
    from ita_site.model import Measure
    from ita_site.pages.book import Book

YEAR = "ปีงบประมาณ พ.ศ. "


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure as a list shows it."""

    number: int | None
    title: str
    url: str
    owners: tuple[str, ...]
    answers: tuple[Link, ...]
    status: Status | None


def measure_rows(book: Book, year: Year) -> list[MeasureRow]:
    """Return the measures of a year as a list shows them."""
    return [measure_row(book, year.year, measure_id, measure) for measure_id, measure in year.measures.items()]


def status_counts(rows: Sequence[MeasureRow]) -> list[tuple[Status | None, int]]:
    """Count measures by status, in the order of the statuses; those without any report last."""
    counts = Counter(row.status for row in rows)
    return [(status, counts[status]) for status in (*Status, None) if counts[status]]


def measure_row(book: Book, year: int, measure_id: str, measure: Loaded[Measure]) -> MeasureRow:
    """Return one measure as a list shows it."""
    return MeasureRow(
        number=measure.record.number,
        title=measure.record.title,
        url=f"{year}/measures/{measure_id}/",
        owners=measure.record.owners,
        answers=references(book, year - 1, measure.record.answers),
        status=book.status(year, measure_id),
    )


def references(book: Book, year: int, references: Sequence[str]) -> tuple[Link, ...]:
    """Return references into the result of a year as links."""
    return tuple(Link(book.label(year, each), book.reference_url(year, each)) for each in references)


def sources_of(*loaded: Loaded[Any] | None) -> tuple[str, ...]:
    """Return the names of the data files that a page was made from, each once."""
    return tuple(dict.fromkeys(each.document.name for each in loaded if each is not None))
