"""Tables → records of JSON, a line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.publishing.open_data.columns import FilledTable

Json = dict[str, Any]
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def records(filled: FilledTable) -> list[Json]:
    """Return the rows of a table as JSON has them: null for what is missing, days as ISO 8601 writes them."""
    names = filled.table.names
    return [dict(zip(names, row, strict=True)) for row in filled.plain_rows]


def encoded(filled: FilledTable) -> list[str]:
    """Return each record of a table as JSON."""
    return [ENCODER.encode(each) for each in records(filled)]


def as_records(lines: Iterable[str]) -> bytes:
    """Return the records of a table as one array of JSON, a line each."""
    text = ",\n".join(lines)
    return (f"[\n{text}\n]\n" if text else "[]\n").encode()


def compact(value: object) -> bytes:
    """Return a value as JSON on one line: what describes the data is longer than they are, and programs read it."""
    return f"{ENCODER.encode(value)}\n".encode()
