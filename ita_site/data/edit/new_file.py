"""A new data file as a person would begin it: a schema for their editor, keys in the order of the guide, titles.

What stands in which order, and what is a text though it looks like a number, is known from the schemas.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ita_site.data import schemas
from ita_site.data.edit.changes import Quoted, cleaned
from ita_site.data.edit.editing import refuse_forbidden
from ita_site.data.edit.layout import Layout
from ita_site.data.edit.refusals import CannotEditError
from ita_site.data.edit.spelling import WordClass, word_class
from ita_site.data.edit.yaml_text import Splice, YamlText
from ita_site.ground.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value

_NO_WAY = "เขียนไฟล์นี้ให้อ่านกลับได้เหมือนเดิมไม่ได้"


def new_file(
    record: type[Record],
    value: Mapping[str, Value],
    heading: str,
    schema_folder: str = "",
    comments: Mapping[Path, str] | None = None,
) -> bytes:
    """Return the bytes of a new data file.

    Args:
        record: the kind of file.
        value: what it is to say, by its keys; None for a key that is still to be filled in.
        heading: what the file is, for the comment at its top.
        schema_folder: the way from the file to the schemas; without it no schema is named.
        comments: what is said beside items of its lists, by their paths.

    Raises:
        CannotEditError: a text has a character that may not be published, or no file gives these values back.

    """
    refuse_forbidden(dict(value), "")
    schema = _schema(record)
    wanted = as_typed_by(record, (), cleaned(dict(value)))
    assert isinstance(wanted, dict)  # noqa: S101 - as it was given
    lines = [schemas.first_line(record, schema_folder)] if schema_folder else []
    lines += [f"# {' '.join(heading.split())}"] if heading.strip() else []
    for name, each in wanted.items():
        first, *rest = Layout().entry(name, each, 0)
        title = schema["properties"].get(name, {}).get("title", "")
        lines += [f"{first} # {title}" if first.endswith((":", ": []")) and title else first, *rest]
    data = _commented(("\n".join(lines) + "\n").encode(), comments or {})
    if list(wanted.items()) != list((YamlText(data, "").value or {}).items()):  # type: ignore[union-attr]
        raise CannotEditError(_NO_WAY, Position(""))
    return data


def as_typed_by(record: type[Record], path: Path, value: Value) -> Value:
    """Return a value for a place in a kind of file, with its keys in the order of the guide.

    A text that looks like a number is marked, so that it is written in quotes: the number of a step is one, a score is
    none.
    """
    nodes = [_schema(record)]
    inner = nodes[0].get("definitions", {})
    for step in path:
        nodes = list(_inside(nodes, step, inner))
    return _typed(value, nodes, inner)


def _commented(data: bytes, comments: Mapping[Path, str]) -> bytes:
    text = YamlText(data, "")
    ends = {text.line_end(text.span(path).start): " ".join(said.split()) for path, said in comments.items()}
    return text.spliced([Splice(end, end, f" # {said}") for end, said in ends.items()])


@cache
def _schema(record: type[Record]) -> dict[str, Any]:
    return schemas.schema(record)


def _typed(value: Value, nodes: list[dict[str, Any]], inner: Mapping[str, Any]) -> Value:
    if isinstance(value, dict):
        order = [key for node in _plain(nodes, inner) for key in node.get("properties", {})]
        places = {key: order.index(key) for key in order}
        keys = sorted(value, key=lambda key: places.get(key, len(order)))
        return {key: _typed(value[key], list(_inside(nodes, key, inner)), inner) for key in keys}
    if isinstance(value, list):
        return [_typed(each, list(_inside(nodes, 0, inner)), inner) for each in value]
    if value is None:
        return None
    kinds = {kind for node in _plain(nodes, inner) for kind in _kinds(node)}
    # A number may stand for any text, and so may yes and no; the places of dates take texts only.
    is_text = "string" in kinds and ("boolean" in kinds or not kinds & {"number", "integer"})
    is_day = "boolean" not in kinds and word_class(value) is WordClass.DATE
    return Quoted(value) if is_text and not is_day else value


def _plain(nodes: list[dict[str, Any]], inner: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what may stand in a place, with references followed and alternatives one by one."""
    for node in nodes:
        if "$ref" in node:
            yield from _plain([inner[str(node["$ref"]).rpartition("/")[2]]], inner)
        yield node
        for several in ("allOf", "anyOf", "oneOf"):
            yield from _plain(node.get(several, []), inner)


def _inside(nodes: list[dict[str, Any]], step: str | int, inner: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for node in _plain(nodes, inner):
        if isinstance(step, int) and "items" in node:
            yield node["items"]
        elif isinstance(step, str) and step in node.get("properties", {}):
            yield node["properties"][step]


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds
