"""The data of a site as tables, in open formats, with what describes them.

`tables` has the tables and fills them, each from one description of its columns (`columns`); `csv_files`,
`json_files`, `sqlite_file`, `parquet_files` and `tables_workbook` write them; `datapackage` and `catalogues` describe
them to programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.publishing.open_data import json_files
from ita_site.publishing.open_data.catalogues import dcat, gd_catalog
from ita_site.publishing.open_data.csv_files import as_csv
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
from ita_site.publishing.open_data.sqlite_file import as_database
from ita_site.publishing.open_data.tables_workbook import as_tables_workbook

if TYPE_CHECKING:
    from ita_site.ground.website import Website

__all__ = ["EXTRAS", "Format", "OpenData", "files", "open_data_of"]


def files(opened: OpenData, website: Website) -> dict[str, bytes]:
    """Return every file of the open data by its address on the site.

    Raises:
        ImportError: a format was asked for whose writer is not installed; `EXTRAS` says which extra has it.

    """
    made: dict[str, bytes] = {}
    known: dict[str, list[json_files.Json]] = {}
    written: dict[str, list[str]] = {}
    for each in opened.tables:
        name = each.table.name
        known[name] = json_files.records(each)
        made[f"{name}.csv"] = as_csv(each)
        written[name] = json_files.encoded(known[name])
        made[f"{name}.json"] = json_files.as_records(written[name])
        if Format.PARQUET in opened.formats:
            made[f"{name}.parquet"] = as_parquet(each)
    made[DATABASE] = as_database(opened.tables)
    if Format.XLSX in opened.formats:
        made[WORKBOOK] = as_tables_workbook(opened.tables, opened.title)
    sizes = {path: len(content) for path, content in made.items()}
    made[PACKAGE] = json_files.pretty(data_package(opened, website))
    made[DCAT] = json_files.pretty(dcat(opened, website, sizes))
    made[GD_CATALOG] = json_files.pretty(gd_catalog(opened, website))
    made |= json_files.Api(opened, website, known, written).files()
    return {addresses.open_data(path): content for path, content in made.items()}
