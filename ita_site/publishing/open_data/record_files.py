"""The files of the API, one a thing of a year: from the records of all tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.publishing.open_data.api_schema import PARTS
from ita_site.publishing.open_data.distributions import SCHEMA
from ita_site.publishing.open_data.json_lines import ENCODER, Json, compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_Records = dict[str, list[Json]]


class RecordFiles:
    """The files of the things of one year; what they name is relative to themselves.

    `known` are the records of that year and of the next, whose measures answer it; `written` is each of them as JSON.
    """

    def __init__(self, year: int, known: _Records, written: Mapping[str, Sequence[str]]) -> None:
        self._number = year
        self._all = known
        self._known = {name: [each for each in of if each["year"] == year] for name, of in known.items()}
        self._written = {
            id(record): text for name, of in known.items() for record, text in zip(of, written[name], strict=True)
        }
        self._keyed = {name: {each["id"]: each for each in of} for name, of in known.items() if name != "years"}
        self._referring: dict[tuple[str, str], _Records] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file, by its path among those of the open data, that of the year itself at last."""
        paths: dict[str, list[str]] = defaultdict(list)
        for kind, path, content in (*self._indicators(), *self._measures(), *self._reports(), *self._items()):
            paths[kind].append(path)
            up = "../" * path.count("/")
            yield path, self._file({"$schema": f"{up}{SCHEMA}#/$defs/{kind}", "year": self._number, **content})
        yield addresses.open_record(addresses.year(self._number)), compact(self._year(paths))

    def _file(self, content: Json) -> bytes:
        """Return the file of a thing as JSON: what is said of it, and lists of records, which were written before."""
        parts = []
        for name, value in content.items():
            is_list = isinstance(value, list)
            text = f"[{','.join([self._written[id(each)] for each in value])}]" if is_list else ENCODER.encode(value)
            parts.append(f'"{name}":{text}')
        return f"{{{','.join(parts)}}}\n".encode()

    def _of(self, table: str, column: str, key: str) -> list[Json]:
        """Return the records of a table that refer to a key by a column."""
        index = self._referring.get((table, column))
        if index is None:
            index = defaultdict(list)
            for each in self._all[table]:
                index[each[column]].append(each)
            self._referring[table, column] = index
        return index.get(key, [])

    def _below(self, key: str) -> Iterator[str]:
        yield key
        for each in self._of("frameworks", "parent_id", key):
            yield from self._below(each["id"])

    def _indicators(self) -> Iterator[tuple[str, str, Json]]:
        for part in self._known["frameworks"]:
            if part["kind"] != "indicator":
                continue
            keys = list(self._below(part["id"]))
            findings = [each for key in keys for each in self._of("findings", "framework_id", key)]
            answers = [each for key in keys for each in self._of("answers", "framework_id", key)]
            yield (
                "indicator",
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

    def _measures(self) -> Iterator[tuple[str, str, Json]]:
        for measure in self._known["measures"]:
            key, name = measure["id"], measure["id"].rpartition("/")[2]
            progress = self._of("progress", "measure_id", key)
            yield (
                "measure",
                addresses.open_record(addresses.measure(measure["year"], name)),
                {
                    "id": key,
                    "measures": [measure],
                    "progress": progress,
                    **{each: self._of(each, "measure_id", key) for each in ("answers", "owners", "targets")},
                    **self._with_progress("measure_id", key, progress),
                },
            )

    def _reports(self) -> Iterator[tuple[str, str, Json]]:
        for document in self._known["documents"]:
            key = document["id"]
            if document["kind"] == "report":
                progress = self._of("progress", "document_id", key)
                yield (
                    "report",
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

    def _items(self) -> Iterator[tuple[str, str, Json]]:
        for item in self._known["disclosure"]:
            elements = self._of("elements", "disclosure_id", item["id"])
            yield (
                "oit_item",
                addresses.open_record(addresses.oit_item(item["year"], item["item"])),
                {
                    "id": item["id"],
                    "disclosure": [item],
                    "elements": elements,
                    "attachments": self._of("attachments", "disclosure_id", item["id"]),
                    "evidence": [each for one in elements for each in self._of("evidence", "element_id", one["id"])],
                },
            )

    def _year(self, paths: Mapping[str, Sequence[str]]) -> Json:
        return {
            "$schema": f"{SCHEMA}#/$defs/year",
            "year": self._number,
            "years": self._known["years"],
            "scores": [each for each in self._known["scores"] if each["kind"] in {"total", "instrument"}],
            "documents": self._known["documents"],
            "files": {kind: list(paths.get(kind, ())) for kind in PARTS},
        }


def _once(of: Iterable[Json]) -> list[Json]:
    return list({each["id"]: each for each in of}.values())
