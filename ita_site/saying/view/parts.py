"""Pieces that several pages show: measures in a list, reports, the files a page was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.data.model import kind_of
from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from ita_site.data.load import Loaded, Year
    from ita_site.data.model import Changes, Measure, Report, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.lookup import Link, Lookup, Row

YEAR = "ปีงบประมาณ พ.ศ. "


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure as a list shows it."""

    number: int | None
    title: str
    url: str
    owners: tuple[str, ...]
    answers: tuple[Link, ...]
    status: Status | NoStatus
    references: tuple[str, ...]
    no_answers: str | None


def measure_rows(lookup: Lookup, year: Year) -> list[MeasureRow]:
    """Return the measures of a year as a list shows them."""
    return [measure_row(lookup, year.year, measure_id, measure) for measure_id, measure in year.measures.items()]


def measure_row(lookup: Lookup, year: int, measure_id: str, measure: Loaded[Measure]) -> MeasureRow:
    """Return one measure as a list shows it."""
    return MeasureRow(
        number=measure.record.number,
        title=measure.record.title,
        url=addresses.measure(year, measure_id),
        owners=measure.record.owners,
        answers=tuple(lookup.link(year - 1, each) for each in measure.record.answers),
        status=lookup.status(year, measure_id),
        references=measure.record.answers,
        no_answers=measure.record.missing.answers,
    )


def moved_rows(lookup: Lookup, year: int, references: Iterable[str]) -> list[tuple[Link, Row]]:
    """Return the scores of what measures of a year answer, before and after: of an item those of its indicator."""
    answered = dict.fromkeys(lookup.indicator_of(year - 1, each) or each for each in references)
    rows = [(lookup.link(year - 1, each), lookup.row(year, each)) for each in answered if kind_of(each) != "item"]
    return [(link, row) for link, row in rows if row.before is not None or row.value is not None]


def reports_of(year: Year) -> list[tuple[str, Report]]:
    """Return the reports of a year with their addresses."""
    return [(addresses.report(year.year, report_id), report.record) for report_id, report in year.reports.items()]


def change_rows(lookup: Lookup, year: int, changes: Changes | None) -> list[tuple[str, Decimal | None, Row]]:
    """Return the changes that a document prints, each with what it is about and the scores of both years."""
    if changes is None:
        return []
    total = [("คะแนนรวม", changes.total, lookup.row(year, TOTAL))] if changes.total is not None else []
    return [
        *total,
        *((lookup.label(year, each.id), each.change, lookup.row(year, each.id)) for each in changes.indicators),
    ]


def files_of(year: Year) -> tuple[str, ...]:
    """Return the data files that say how a year went, or why that is not known: what a page on it is made from."""
    own = sources_of(year.result, year.analysis) or sources_of(year.gaps)
    return own or sources_of(*year.measures.values(), *year.reports.values())


def sources_of(*loaded: Loaded[Any] | None) -> tuple[str, ...]:
    """Return the names of the data files that a page was made from, each once."""
    return tuple(dict.fromkeys(each.document.name for each in loaded if each is not None))
