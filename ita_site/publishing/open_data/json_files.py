"""What leads to the files of the API: the schema of them all, and the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.publishing.open_data.api_schema import api_schema
from ita_site.publishing.open_data.distributions import (
    DCAT,
    GD_CATALOG,
    INDEX,
    LICENCE_ADDRESSES,
    PACKAGE,
    SCHEMA,
    VERSION,
)
from ita_site.publishing.open_data.json_lines import Json, compact
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.distributions import OpenData


def files(opened: OpenData, website: Website) -> dict[str, bytes]:
    """Return the schema and the index, by their paths among the files of the open data."""
    return {
        SCHEMA: compact(api_schema([each.table for each in opened.tables])),
        INDEX: compact(_index(opened, website)),
    }


def _index(opened: OpenData, website: Website) -> Json:
    licence = opened.agency.licence
    return {
        "$schema": f"{SCHEMA}#/$defs/index",
        "title": opened.title,
        "description": opened.summary,
        "version": VERSION,
        "publisher": opened.agency.name,
        "licence": licence,
        "licence_address": LICENCE_ADDRESSES[licence] if licence else None,
        "licence_note": words.licence(licence),
        "page": website.relative(addresses.data(), addresses.open_data(INDEX)),
        "descriptions": {name: name for name in (PACKAGE, DCAT, GD_CATALOG, SCHEMA)},
        "whole": {each.format: each.path for each in opened.whole},
        "tables": [
            {
                "name": each.table.name,
                "title": each.table.title,
                "description": each.table.description,
                "rows": len(each.rows),
                "files": {file.format: file.path for file in opened.files_of(each.table.name, each.table.title)},
            }
            for each in opened.tables
        ],
        "years": {str(year): addresses.open_record(addresses.year(year)) for year in opened.years},
    }
