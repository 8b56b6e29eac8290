"""All tables of the open data, in the order in which one may be filled after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.open_data import (
    attachment_table,
    change_table,
    disclosure_tables,
    document_tables,
    framework_table,
    line_table,
    measure_tables,
    score_tables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ita_site.publishing.open_data.columns import Cell, FilledTable, OpenTable
    from ita_site.saying.view.lookup import Lookup

_ROWS: tuple[tuple[OpenTable, Callable[[Lookup], Iterable[Mapping[str, Cell]]]], ...] = (
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
    (measure_tables.OWNERS, measure_tables.owners),
    (measure_tables.TARGETS, measure_tables.targets),
    (line_table.LINES, line_table.lines),
    (disclosure_tables.DISCLOSURE, disclosure_tables.disclosure),
    (disclosure_tables.ELEMENTS, disclosure_tables.elements),
    (attachment_table.ATTACHMENTS, attachment_table.attached),
    (disclosure_tables.EVIDENCE, disclosure_tables.evidence),
)
TABLES: tuple[OpenTable, ...] = tuple(each for each, _ in _ROWS)


def filled(lookup: Lookup) -> tuple[FilledTable, ...]:
    """Return all tables with their rows."""
    return tuple(table.filled(rows(lookup)) for table, rows in _ROWS)
