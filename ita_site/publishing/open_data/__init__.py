"""The data of a site as tables, in open formats, with what describes them.

`tables` has the tables and fills them, each from one description of its columns (`columns`); `csv_files`,
`json_files`, `sqlite_file`, `parquet_files` and `tables_workbook` write them; `datapackage` and `catalogues` describe
them to programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.publishing.open_data import csv_files, json_files, json_lines
from ita_site.publishing.open_data.catalogues import dcat, gd_catalog
from ita_site.publishing.open_data.columns import FilledTable
from ita_site.publishing.open_data.datapackage import data_package
from ita_site.publishing.open_data.distributions import (
    DATABASE,
    DCAT,
    GD_CATALOG,
    PACKAGE,
    WORKBOOK,
    OpenData,
    open_data_of,
)
from ita_site.publishing.open_data.formats import EXTRAS, Format
from ita_site.publishing.open_data.parquet_files import as_parquet
from ita_site.publishing.open_data.record_files import RecordFiles
from ita_site.publishing.open_data.sqlite_file import as_database
from ita_site.publishing.open_data.tables_workbook import as_tables_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.tables import YearRows

__all__ = ["EXTRAS", "Format", "OpenData", "files", "open_data_of"]


def files(opened: OpenData, website: Website) -> dict[str, bytes]:
    """Return every file of the open data by its address on the site.

    Raises:
        ImportError: a format was asked for whose writer is not installed; `EXTRAS` says which extra has it.

    """
    made: dict[str, bytes] = {}
    for place, each in enumerate(opened.tables):
        name, of_years = each.table.name, [rows[place] for rows in opened.by_year.values()]
        made[f"{name}.csv"] = csv_files.joined(each.table, (rows.csv for rows in of_years))
        made[f"{name}.json"] = json_lines.as_records(line for rows in of_years for line in rows.json)
        if Format.PARQUET in opened.formats:
            made[f"{name}.parquet"] = as_parquet(each)
    made[DATABASE] = as_database(opened.tables)
    if Format.XLSX in opened.formats:
        made[WORKBOOK] = as_tables_workbook(opened.tables, opened.title)
    sizes = {path: len(content) for path, content in made.items()}
    made[PACKAGE] = json_lines.compact(data_package(opened, website))
    made[DCAT] = json_lines.compact(dcat(opened, website, sizes))
    made[GD_CATALOG] = json_lines.compact(gd_catalog(opened, website))
    made |= json_files.files(opened, website)
    made |= _record_files(opened)
    return {addresses.open_data(path): content for path, content in made.items()}


def _record_files(opened: OpenData) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the API; a year's measures answer the year before, whose files have both."""
    for number in opened.by_year:
        of_years = [opened.by_year[each] for each in (number, number + 1) if each in opened.by_year]
        yield from _of_year(opened, number, of_years)


def _of_year(opened: OpenData, number: int, of_years: Sequence[tuple[YearRows, ...]]) -> Iterator[tuple[str, bytes]]:
    known, written = {}, {}
    for place, each in enumerate(opened.tables):
        rows = [row for of_year in of_years for row in of_year[place].rows]
        known[each.table.name] = json_lines.records(FilledTable(each.table, tuple(rows)))
        written[each.table.name] = [line for of_year in of_years for line in of_year[place].json]
    return RecordFiles(number, known, written).files()
