"""Which field of a form a problem of its file stands at."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data.edit.changes import get
from ita_site.data.edit.yaml_text import YamlText
from ita_site.data.load.messages import label_at
from ita_site.data.source.spans import SpanKind
from ita_site.hosts.desk.forms.form_changes import shape_at
from ita_site.hosts.desk.forms.shapes import group_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.model import Record
    from ita_site.data.source import Path
    from ita_site.data.source.spans import Span
    from ita_site.ground.problems import Problem


_LACKED = re.compile(r"\(([a-z_]+):\)|ให้เติมที่ ([a-z_]+):")
"""How a message that stands at the head of a group names the field that nothing is said in."""


class _Start(NamedTuple):
    line: int
    column: int
    path: Path


class FaultPlaces:
    """Where the values of a file begin, to find what a message is about."""

    def __init__(self, kind: type[Record], data: bytes, name: str) -> None:
        """Read the bytes of a file.

        Raises:
            CannotEditError: the file has faults after which its reader guesses what is meant.

        """
        self._kind = kind
        text = YamlText.of(data, name)
        self._value = text.value
        starts = _spans(text.root, ()) if text.root else ()
        placed = ((text.position(offset), path) for offset, path in starts)
        self._starts = sorted(_Start(place.line, place.column, path) for place, path in placed)
        self._ends = [(each.line, each.column) for each in self._starts]

    def path_of(self, problem: Problem) -> Path:
        """Return the way to what a problem is about; that of the whole file is empty.

        It is the last value that begins at or before its place. Of several that begin there, the message names one,
        and one that is missing.
        """
        place = problem.position.line, problem.position.column
        last = bisect_right(self._ends, place) - 1
        if not problem.position.line or last < 0:
            return ()
        begun = [each.path for each in self._starts[: last + 1] if each[:2] == self._ends[last]]
        named = [
            path for each in begun for path in (*self._lacking(each), each) if self._is_named(path, problem.message)
        ]
        path = max(named or begun, key=len)
        return path if named else self._lacked(path, problem.message) or path

    def _lacked(self, path: Path, message: str) -> Path:
        """Return the way to the field that a message says is not there; nothing where it says so of none."""
        match = _LACKED.search(message)
        key = match[match.lastindex or 0] if match else ""
        for above in (path, path[:-1]):
            group = group_in(shape_at(self._kind, above))
            if group is not None and group.part(key) is not None:
                return (*above, key)
        return ()

    def _is_named(self, path: Path, message: str) -> bool:
        label = label_at(self._kind, path)
        return message.startswith(f"{label}: ")

    def _lacking(self, path: Path) -> Iterator[Path]:
        """Yield the ways to what a group must have and has not."""
        try:
            shape, value = shape_at(self._kind, path), get(self._value, path)
        except KeyError:
            return
        group = group_in(shape)
        if group is not None and isinstance(value, dict):
            yield from ((*path, part.key) for part in group.parts if part.key not in value)


def _spans(span: Span, path: Path) -> Iterator[tuple[int, Path]]:
    """Yield where each value begins, and its key."""
    yield span.start, path
    if span.kind is SpanKind.MAPPING:
        for key, item in zip(span.keys, span.items, strict=True):
            yield key.start, (*path, str(key.scalar))
            yield from _spans(item, (*path, str(key.scalar)))
    elif span.kind is SpanKind.LIST:
        for index, item in enumerate(span.items):
            yield from _spans(item, (*path, index))
