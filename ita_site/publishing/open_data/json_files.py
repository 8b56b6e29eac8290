"""Tables → JSON: records, the files of the API, one a thing of a year, the index and the schema of them all."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ita_site.ground import addresses
from ita_site.publishing.open_data.api_schema import PARTS, api_schema
from ita_site.publishing.open_data.distributions import (
    DCAT,
    GD_CATALOG,
    INDEX,
    LICENCE_ADDRESSES,
    PACKAGE,
    SCHEMA,
    VERSION,
)
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.columns import FilledTable
    from ita_site.publishing.open_data.distributions import OpenData

Json = dict[str, Any]
_Records = dict[str, list[Json]]


def pretty(value: object) -> bytes:
    """Return a value as JSON that a person can read: a line for each part."""
    return (json.dumps(value, ensure_ascii=False, indent=0) + "\n").encode()


def records(filled: FilledTable) -> list[Json]:
    """Return the rows of a table as JSON has them: null for what is missing, days as ISO 8601 writes them."""
    names = filled.table.names
    return [dict(zip(names, row, strict=True)) for row in filled.plain_rows]


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(of_table: Sequence[Json]) -> list[str]:
    """Return each record of a table as JSON."""
    return [_ENCODER.encode(each) for each in of_table]


def as_records(lines: Sequence[str]) -> bytes:
    """Return the records of a table as one array of JSON, a line each."""
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode() if lines else b"[]\n"


class Api:
    """The files of the API, from the records of all tables; what they name is relative to themselves.

    `written` is each record of each table as JSON, in the order of `known`.
    """

    def __init__(
        self, opened: OpenData, website: Website, known: _Records, written: Mapping[str, Sequence[str]]
    ) -> None:
        self._opened = opened
        self._website = website
        self._known = known
        self._written = {
            id(record): text for name, of in known.items() for record, text in zip(of, written[name], strict=True)
        }
        self._keyed = {name: {each["id"]: each for each in of} for name, of in known.items() if name != "years"}
        self._referring: dict[tuple[str, str], _Records] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file, by its path among those of the open data."""
        yield SCHEMA, pretty(api_schema([each.table for each in self._opened.tables]))
        yield INDEX, pretty(self._index())
        paths: dict[int, dict[str, list[str]]] = {year: defaultdict(list) for year in self._opened.years}
        for kind, year, path, content in (*self._indicators(), *self._measures(), *self._reports(), *self._items()):
            paths[year][kind].append(path)
            up = "../" * path.count("/")
            yield path, self._file({"$schema": f"{up}{SCHEMA}#/$defs/{kind}", "year": year, **content})
        for year, of_year in paths.items():
            yield addresses.open_record(addresses.year(year)), pretty(self._year(year, of_year))

    def _file(self, content: Json) -> bytes:
        """Return the file of a thing as JSON: what is said of it, and lists of records, which were written before."""
        parts = []
        for name, value in content.items():
            is_list = isinstance(value, list)
            text = f"[{','.join([self._written[id(each)] for each in value])}]" if is_list else _ENCODER.encode(value)
            parts.append(f'"{name}":{text}')
        return f"{{{','.join(parts)}}}\n".encode()

    def _of(self, table: str, column: str, key: str) -> list[Json]:
        """Return the records of a table that refer to a key by a column."""
        index = self._referring.get((table, column))
        if index is None:
            index = defaultdict(list)
            for each in self._known[table]:
                index[each[column]].append(each)
            self._referring[table, column] = index
        return index.get(key, [])

    def _below(self, key: str) -> Iterator[str]:
        yield key
        for each in self._of("frameworks", "parent_id", key):
            yield from self._below(each["id"])

    def _indicators(self) -> Iterator[tuple[str, int, str, Json]]:
        for part in self._known["frameworks"]:
            if part["kind"] != "indicator":
                continue
            keys = list(self._below(part["id"]))
            findings = [each for key in keys for each in self._of("findings", "framework_id", key)]
            answers = [each for key in keys for each in self._of("answers", "framework_id", key)]
            yield (
                "indicator",
                part["year"],
                addresses.open_record(addresses.indicator(part["year"], part["reference"])),
                {
                    "id": part["id"],
                    "frameworks": [self._keyed["frameworks"][key] for key in keys],
                    "scores": [each for key in keys for each in self._of("scores", "framework_id", key)],
                    "findings": findings,
                    "answers": answers,
                    "measures": _once(self._keyed["measures"][each["measure_id"]] for each in answers),
                },
            )

    def _measures(self) -> Iterator[tuple[str, int, str, Json]]:
        for measure in self._known["measures"]:
            key, name = measure["id"], measure["id"].rpartition("/")[2]
            progress = self._of("progress", "measure_id", key)
            yield (
                "measure",
                measure["year"],
                addresses.open_record(addresses.measure(measure["year"], name)),
                {
                    "id": key,
                    "measures": [measure],
                    "progress": progress,
                    **{each: self._of(each, "measure_id", key) for each in ("answers", "owners", "targets")},
                    **self._with_progress("measure_id", key, progress),
                },
            )

    def _reports(self) -> Iterator[tuple[str, int, str, Json]]:
        for document in self._known["documents"]:
            key = document["id"]
            if document["kind"] == "report":
                progress = self._of("progress", "document_id", key)
                yield (
                    "report",
                    document["year"],
                    addresses.open_record(addresses.report(document["year"], key.rpartition("/")[2])),
                    {
                        "id": key,
                        "documents": [document],
                        "progress": progress,
                        "owners": [each for one in progress for each in self._of("owners", "progress_id", one["id"])],
                        **self._with_progress("document_id", key, progress),
                    },
                )

    def _with_progress(self, column: str, key: str, progress: Iterable[Json]) -> Json:
        """Return the lines and attachments of a row, and of what is reported of it."""
        keys = [(column, key), *(("progress_id", each["id"]) for each in progress)]
        return {
            table: [each for of, name in keys for each in self._of(table, of, name)]
            for table in ("lines", "attachments")
        }

    def _items(self) -> Iterator[tuple[str, int, str, Json]]:
        for item in self._known["disclosure"]:
            elements = self._of("elements", "disclosure_id", item["id"])
            yield (
                "oit_item",
                item["year"],
                addresses.open_record(addresses.oit_item(item["year"], item["item"])),
                {
                    "id": item["id"],
                    "disclosure": [item],
                    "elements": elements,
                    "attachments": self._of("attachments", "disclosure_id", item["id"]),
                    "evidence": [each for one in elements for each in self._of("evidence", "element_id", one["id"])],
                },
            )

    def _year(self, year: int, paths: Mapping[str, Sequence[str]]) -> Json:
        return {
            "$schema": f"{SCHEMA}#/$defs/year",
            "year": year,
            "years": [each for each in self._known["years"] if each["year"] == year],
            "scores": [
                each
                for each in self._known["scores"]
                if each["year"] == year and each["kind"] in {"total", "instrument"}
            ],
            "documents": [each for each in self._known["documents"] if each["year"] == year],
            "files": {kind: list(paths.get(kind, ())) for kind in PARTS},
        }

    def _index(self) -> Json:
        opened, licence = self._opened, self._opened.agency.licence
        return {
            "$schema": f"{SCHEMA}#/$defs/index",
            "title": opened.title,
            "description": opened.summary,
            "version": VERSION,
            "publisher": opened.agency.name,
            "licence": licence,
            "licence_address": LICENCE_ADDRESSES[licence] if licence else None,
            "licence_note": words.licence(licence),
            "page": self._website.relative(addresses.data(), addresses.open_data(INDEX)),
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


def _once(of: Iterable[Json]) -> list[Json]:
    return list({each["id"]: each for each in of}.values())
