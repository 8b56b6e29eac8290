"""The open data described as a Data Package, version 2, of Frictionless Data: https://datapackage.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.ground import addresses
from ita_site.publishing.open_data.columns import CellType
from ita_site.publishing.open_data.distributions import LICENCE_ADDRESSES, VERSION
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.columns import OpenColumn, OpenTable
    from ita_site.publishing.open_data.distributions import OpenData

_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
Described = dict[str, Any]


def data_package(opened: OpenData, website: Website) -> Described:
    """Return the description: the files of CSV as resources, with types, units, constraints and foreign keys."""
    licence = opened.agency.licence
    keys = {each.table.name: each.table.key for each in opened.tables}
    return {
        "$schema": _PROFILE.format("datapackage"),
        "name": "ita-open-data",
        "title": opened.title,
        "description": f"{opened.summary}\n\n{words.licence(licence)}\n\n{words.SIGNED_TEXT}",
        "version": f"{VERSION}.0.0",
        **({"homepage": website.absolute(addresses.data())} if website.url else {}),
        "contributors": [{"title": opened.agency.name, "roles": ["publisher"]}],
        **(
            {"licenses": [{"name": licence, "title": words.LICENCES[licence], "path": LICENCE_ADDRESSES[licence]}]}
            if licence
            else {}
        ),
        "resources": [_resource(each.table, keys) for each in opened.tables],
    }


def _resource(table: OpenTable, keys: Mapping[str, str]) -> Described:
    return {
        "$schema": _PROFILE.format("dataresource"),
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table, keys),
    }


def table_schema(table: OpenTable, keys: Mapping[str, str]) -> Described:
    """Return the columns of a table as a Table Schema; `keys` are the keys of all tables."""
    references = [_reference(table, each, keys) for each in table.columns if each.refers]
    return {
        "$schema": _PROFILE.format("tableschema"),
        "fields": [_field(each, is_key=each.name == table.key) for each in table.columns],
        "missingValues": [""],
        "primaryKey": [table.key],
        **({"foreignKeys": references} if references else {}),
    }


def _reference(table: OpenTable, column: OpenColumn, keys: Mapping[str, str]) -> Described:
    # A table that refers to itself has no name there.
    resource = {} if column.refers == table.name else {"resource": column.refers}
    return {"fields": [column.name], "reference": {**resource, "fields": [keys[column.refers]]}}


def _field(column: OpenColumn, *, is_key: bool) -> Described:
    constraints: Described = {
        **({"required": True} if column.required else {}),
        **({"unique": True} if is_key else {}),
        **({"minimum": column.least} if column.least is not None else {}),
        **({"maximum": column.most} if column.most is not None else {}),
        **({"pattern": column.pattern} if column.pattern else {}),
        **({"enum": [value for value, _ in column.choices]} if column.choices else {}),
    }
    labels = [{"value": value, "label": label} for value, label in column.choices if label]
    return {
        "name": column.name,
        "type": column.type.value,
        "title": column.title,
        "description": column.description,
        "example": _example(column),
        **({"unit": column.unit} if column.unit else {}),
        **({"categories": labels} if labels else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _example(column: OpenColumn) -> str | int | float | bool:
    match column.type:
        case CellType.INTEGER:
            return int(column.example)
        case CellType.NUMBER:
            return float(column.example)
        case CellType.BOOLEAN:
            return column.example == "true"
        case _:
            return column.example
