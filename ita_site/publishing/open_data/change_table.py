"""The table of changes of scores as documents print them, which may differ from those between the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.judging.scores import TOTAL
from ita_site.publishing.open_data.columns import POINTS, key, number, refers, table, text, year
from ita_site.publishing.open_data.framework_table import framework_id
from ita_site.publishing.open_data.row_ids import document_id
from ita_site.saying.words import measure_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Year
    from ita_site.data.model import Changes
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

CHANGES = table(
    "changes",
    measure_columns.CHANGES,
    key(),
    year(),
    refers("document_id", "documents", required=True),
    text("reference"),
    refers("framework_id", "frameworks"),
    number("printed_change", POINTS, least=-100),
)


def changes(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every change of a score from the year before that an analysis or a report of a year prints."""
    for document, printed in _printed(of_year):
        total = {TOTAL: printed.total} if printed.total is not None else {}
        for reference, change in (total | {each.id: each.change for each in printed.indicators}).items():
            yield {
                "id": f"{document}/change/{reference}",
                "year": of_year.year,
                "document_id": document,
                "reference": None if reference == TOTAL else reference,
                "framework_id": framework_id(lookup, of_year.year, reference),
                "printed_change": change,
            }


def _printed(of_year: Year) -> Iterator[tuple[str, Changes]]:
    if of_year.analysis is not None and of_year.analysis.record.changes is not None:
        yield document_id(of_year.year, "analysis"), of_year.analysis.record.changes
    for name, report in of_year.reports.items():
        if report.record.changes is not None:
            yield document_id(of_year.year, "report", name), report.record.changes
