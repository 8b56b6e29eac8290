"""The field that a person means: by its path in the file, or by what it is called in Thai."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ita_site.data.load.messages import typed_path
from ita_site.ground import thai
from ita_site.hosts.value_changes import place_of, telling_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value

_SHOWN = 8
"""Fields that are named where what was typed may mean several."""
_PARTS = re.compile(r"\s*[›>]\s*")
_QUOTES = "“”\"'"


class UnknownField(Exception):
    """What was typed names no field of the file, or more than one; the message says which there are, in Thai."""


def field_named(typed: str, root: Value, record: type[Record], names: Mapping[str, str] | None = None) -> Path:
    """Return the path of the field that is meant.

    Args:
        typed: the path of the field, such as `indicators.7.score` or `steps.3`, where an item of a list is its place
            from 1 on or what it is called; or its title in Thai, such as `คะแนนรายตัวชี้วัด › 7 › คะแนน`, of which the
            end is enough.
        root: what the file says.
        record: what such a file holds.
        names: words for ids, such as the titles of measures.

    Raises:
        UnknownField: no field is called so, or several are.

    """
    found = list(dict.fromkeys([*_by_path(typed, root), *_by_optional_key(typed, record)]))
    called: dict[Path, str] = {}
    if len(found) != 1:
        called = {path: place_of(root, path, record, names).label for path in _paths(root)}
        found = found or list(_by_title(typed, called))
    if len(found) == 1:
        return found[0]
    if found:
        listed = [f"  {called.get(path) or typed_path(path)}" for path in found[:_SHOWN]]
        message = "\n".join([f"“{typed}” หมายถึงได้หลายช่อง ให้พิมพ์อย่างใดอย่างหนึ่งในเครื่องหมายคำพูด", *listed])
        raise UnknownField(message)
    like = get_close_matches(typed, [*called.values(), *map(typed_path, called)], 3, 0.5)
    known = ", ".join(like or dict.fromkeys(str(path[0]) for path in called if path))
    message = (
        f"ไม่มีช่อง “{typed}” ในไฟล์นี้ ให้พิมพ์ชื่อช่องในไฟล์ เช่น total หรือ indicators.7.score หรือชื่อภาษาไทยของช่อง ช่องที่มี: {known}"
    )
    raise UnknownField(message)


def _by_path(typed: str, root: Value) -> Iterator[Path]:
    """Yield the paths that fit what was typed, each part of which is a key, a place or what an item is called."""
    parts = [part.strip() for part in thai.arabic(typed).strip().split(".")]
    found: list[tuple[Path, Value]] = [((), root)]
    for part in parts:
        found = [((*path, step), inner) for path, value in found for step, inner in dict(_steps(value, part)).items()]
    yield from (path for path, _ in found)


def _steps(value: Value, part: str) -> Iterator[tuple[str | int, Value]]:
    if isinstance(value, dict) and part in value:
        yield part, value[part]
    elif isinstance(value, list):
        key = telling_field(value, value)
        for index, item in enumerate(value):
            if part == str(index + 1) or (key is not None and _names(item, key, part)):
                yield index, item


def _names(item: Value, key: str, part: str) -> bool:
    return isinstance(item, dict) and thai.arabic(str(item.get(key))) == part


def _by_optional_key(typed: str, record: type[Record]) -> Iterator[Path]:
    """Yield the field of the whole file that was typed, even if it is not in the file."""
    if typed.strip() in record.model_fields:
        yield (typed.strip(),)


def _by_title(typed: str, called: Mapping[Path, str]) -> Iterator[Path]:
    """Yield the paths whose labels end with what was typed; the one whose labels are just that, alone."""
    wanted = _plain(typed)
    fitting = {path: _plain(label) for path, label in called.items()}
    exact = [path for path, label in fitting.items() if label == wanted]
    ends = [path for path, label in fitting.items() if label[-len(wanted) :] == wanted]
    yield from exact or ends


def _plain(labels: str) -> list[str]:
    parts = _PARTS.split(thai.arabic(thai.normalise(labels)).strip())
    return ["".join(part.split()).strip(_QUOTES) for part in parts]


def _paths(value: Value, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value below the top."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))
