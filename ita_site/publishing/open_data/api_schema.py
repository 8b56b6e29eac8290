"""The JSON Schema of the files of the API: of the records of each table, and of each kind of file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ita_site.publishing.open_data.columns import CellType
from ita_site.publishing.open_data.distributions import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.publishing.open_data.columns import OpenColumn, OpenTable

Json = dict[str, Any]
PARTS = {
    "indicator": ("frameworks", "scores", "findings", "answers", "measures"),
    "measure": ("measures", "answers", "owners", "targets", "lines", "progress", "attachments"),
    "report": ("documents", "progress", "owners", "lines", "attachments"),
    "oit_item": ("disclosure", "elements", "attachments", "evidence"),
}
"""What a file of the API about a thing holds: records of these tables."""
_COLUMN = "column_{}"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def api_schema(tables: Sequence[OpenTable]) -> Json:
    """Return the JSON Schema of every file of the API: `$defs` has each table's records, and each kind of file."""
    text, texts = {"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}
    year = {"type": "integer", "minimum": 2500, "maximum": 2700}
    of_files = {"type": "object", "additionalProperties": {"type": "array", "items": text}}
    own: Json = {
        "index": _closed(
            {
                **dict.fromkeys(("title", "description", "publisher", "licence_note", "page"), text),
                "version": {"const": VERSION},
                "licence": {"type": ["string", "null"]},
                "licence_address": {"type": ["string", "null"]},
                **dict.fromkeys(("descriptions", "whole", "years"), texts),
                "tables": {
                    "type": "array",
                    "items": _closed(
                        {"name": text, "title": text, "description": text, "rows": {"type": "integer"}, "files": texts}
                    ),
                },
            }
        ),
        "year": _closed(
            {"year": year, **{each: _records_of(each) for each in ("years", "scores", "documents")}, "files": of_files}
        ),
    }
    kinds = {
        kind: _closed({"year": year, "id": text, **{each: _records_of(each) for each in parts}})
        for kind, parts in PARTS.items()
    }
    counted = Counter(column for each in tables for column in each.columns)
    shared = {column.name: column for column, count in counted.items() if count > 1}
    columns = {_COLUMN.format(name): _property(column) for name, column in shared.items()}
    records = {each.name: _record(each, shared) for each in tables}
    return {"$schema": _DRAFT, "$defs": {**records, **columns, **own, **kinds}}


def _records_of(table: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{table}"}}


def _closed(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": {"$schema": {"type": "string"}, **properties},
        "required": list(properties),
        "additionalProperties": False,
    }


def _record(table: OpenTable, shared: Mapping[str, OpenColumn]) -> Json:
    """Return the schema of a table's records; a column that others have alike is described once for all."""
    return {
        "title": table.title,
        "description": table.description,
        "type": "object",
        "properties": {
            each.name: {"$ref": f"#/$defs/{_COLUMN.format(each.name)}"}
            if shared.get(each.name) == each
            else _property(each)
            for each in table.columns
        },
        "required": list(table.names),
        "additionalProperties": False,
    }


def _property(column: OpenColumn) -> Json:
    kind = CellType.TEXT.value if column.type is CellType.DATE else column.type.value
    choices: list[str | None] = [value for value, _ in column.choices]
    return {
        "title": column.title,
        "description": column.description,
        "type": kind if column.required else [kind, "null"],
        **({"format": "date"} if column.type is CellType.DATE else {}),
        **({"minimum": column.least} if column.least is not None else {}),
        **({"maximum": column.most} if column.most is not None else {}),
        **({"enum": choices if column.required else [*choices, None]} if choices else {}),
    }
