"""All tables of the open data, in the order in which one may be filled after another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_site.publishing.open_data import (
    attachment_table,
    change_table,
    csv_files,
    disclosure_tables,
    document_tables,
    framework_table,
    json_lines,
    line_table,
    measure_tables,
    score_tables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ita_site.data.load import Year
    from ita_site.ground.cache.sourced_cache import SourcedCache
    from ita_site.publishing.open_data.columns import Cell, FilledTable, OpenTable, Row
    from ita_site.saying.view.lookup import Lookup

_ROWS: tuple[tuple[OpenTable, Callable[[Lookup, Year], Iterable[Mapping[str, Cell]]]], ...] = (
    (score_tables.YEARS, score_tables.years),
    (framework_table.FRAMEWORKS, framework_table.frameworks),
    (score_tables.SCORES, score_tables.scores),
    (score_tables.RANKS, score_tables.ranks),
    (score_tables.ERRATA, score_tables.errata),
    (document_tables.DOCUMENTS, document_tables.documents),
    (change_table.CHANGES, change_table.changes),
    (document_tables.FINDINGS, document_tables.findings),
    (measure_tables.MEASURES, measure_tables.measures),
    (measure_tables.ANSWERS, measure_tables.answers),
    (measure_tables.PROGRESS, measure_tables.progress),
    (measure_tables.OWNERS, lambda _, of_year: measure_tables.owners(of_year)),
    (measure_tables.TARGETS, lambda _, of_year: measure_tables.targets(of_year)),
    (line_table.LINES, line_table.lines),
    (disclosure_tables.DISCLOSURE, disclosure_tables.disclosure),
    (disclosure_tables.ELEMENTS, disclosure_tables.elements),
    (attachment_table.ATTACHMENTS, attachment_table.attached),
    (disclosure_tables.EVIDENCE, disclosure_tables.evidence),
)
TABLES: tuple[OpenTable, ...] = tuple(each for each, _ in _ROWS)


@dataclass(frozen=True, slots=True)
class YearRows:
    """The rows of one year of a table, and how CSV and JSON write them."""

    rows: tuple[Row, ...]
    csv: str
    json: tuple[str, ...]


def by_year(
    lookup: Lookup, memory: SourcedCache[tuple[YearRows, ...]] | None = None
) -> dict[int, tuple[YearRows, ...]]:
    """Return the rows of each year of all tables, in the order of `TABLES`; the memory has those made before."""
    of_years = {number: partial(_of_year, lookup, year) for number, year in lookup.years.items()}
    return {number: memory.value(str(number), make) if memory else make() for number, make in of_years.items()}


def _of_year(lookup: Lookup, year: Year) -> tuple[YearRows, ...]:
    return tuple(_written(table.filled(rows(lookup, year))) for table, rows in _ROWS)


def _written(filled: FilledTable) -> YearRows:
    return YearRows(filled.rows, csv_files.lines(filled), tuple(json_lines.encoded(filled)))
