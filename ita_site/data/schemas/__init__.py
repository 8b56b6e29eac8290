"""JSON Schemas of every kind of file, for editors such as VS Code, and the guide to the data: both from the models.

They are committed beside this module, so that a sample file can name its schema by a path that stays.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ita_site.data import model
from ita_site.data.schemas import guide

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS: Mapping[str, type[model.Record]] = {
    "agency.yml": model.Agency,
    "<ปี>/result.yml": model.Result,
    "<ปี>/analysis.yml": model.Analysis,
    "<ปี>/plan.yml": model.Plan,
    "<ปี>/measures/<ชื่อ>.yml": model.Measure,
    "<ปี>/reports/<ชื่อ>.yml": model.Report,
    "<ปี>/disclosure.yml": model.Disclosure,
    "<ปี>/links.lock.yml": model.LinkLock,
    "<ปี>/gaps.yml": model.Gaps,
    "frameworks/<ปี>.yml": model.Framework,
}
"""Where in the data folder each kind of file stands, and its record."""
GUIDE = "data-guide.md"
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The latest draft that VS Code's YAML server knows whole."""
_DEFINITIONS = "#/definitions/"


def name(record: type[model.Record]) -> str:
    """Return the name of the file with the schema of a record: `result.json`."""
    return f"{record.__name__.lower()}.json"


def first_line(record: type[model.Record], folder: str) -> str:
    """Return the line by which a data file names its schema; `folder` is the way from that file to the schemas."""
    return f"# yaml-language-server: $schema={folder}/{name(record)}"


def files() -> dict[str, str]:
    """Return the text of every file that stands beside this module: a schema a kind of file, and the guide."""
    schemas = {path: schema(record) for path, record in RECORDS.items()}
    texts = {
        name(record): json.dumps(schemas[path], ensure_ascii=False, indent=2) + "\n" for path, record in RECORDS.items()
    }
    return {**texts, GUIDE: guide.write(schemas)}


def schema(record: type[model.Record]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file: all that the loader reads, as a tool that knows only YAML sees it."""
    made = record.model_json_schema(ref_template=_DEFINITIONS + "{model}")
    inner = made.pop("$defs", {})
    records = {key: _tidy(each, inner) for key, each in inner.items() if "enum" not in each}
    return {"$schema": DRAFT, **_tidy(made, inner), **({"definitions": records} if records else {})}


def _tidy(node: dict[str, Any], inner: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return a schema that draft 7 reads as it is meant and that an editor can show.

    Beside a `$ref` draft 7 reads nothing, so one with a title stands in an `allOf`; choices stand where they are
    made; docstrings are not for clerks, and an empty default is no proposal.
    """
    tidy = {key: _inside(key, value, inner) for key, value in node.items() if key != "default" or value}
    if "properties" in node:
        tidy.pop("description", None)
    if "$ref" in tidy:
        return _referred(tidy, inner)
    options = tidy.get("anyOf", [])
    if options[1:] == [{"type": "null"}] and "type" in options[0]:
        tidy = {**_or_null(options[0]), **{key: value for key, value in tidy.items() if key != "anyOf"}}
    if "const" in tidy:
        tidy["enum"] = [tidy.pop("const")]  # editors propose what stands in an enum
    return tidy


def _inside(key: str, value: Any, inner: Mapping[str, dict[str, Any]]) -> Any:  # noqa: ANN401 - any part of a schema
    if key == "properties":
        return {name: _tidy(each, inner) for name, each in value.items()}
    if key in {"anyOf", "oneOf"}:
        return [_tidy(each, inner) for each in value]
    return _tidy(value, inner) if key == "items" else value


def _referred(node: dict[str, Any], inner: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    target = inner[str(node["$ref"]).removeprefix(_DEFINITIONS)]
    beside = {key: value for key, value in node.items() if key != "$ref"}
    if "enum" in target:
        return {"type": target["type"], "enum": target["enum"], **beside}
    return {"allOf": [{"$ref": node["$ref"]}], **beside} if beside else node


def _or_null(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that also admits a key without a value, as the loader does where a field may be absent."""
    kinds = node["type"] if isinstance(node["type"], list) else [node["type"]]
    choices = {"enum": [*node["enum"], None]} if "enum" in node else {}
    return {**node, "type": [*kinds, "null"], **choices}
