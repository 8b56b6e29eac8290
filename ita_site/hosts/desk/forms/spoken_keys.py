"""Messages name the keys of a file; a form shows none, so there each is called as its field is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ita_site.data.load.messages import labels
from ita_site.hosts.desk.forms.shapes import GroupShape, ListShape, Shape, group_in, group_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.model import Record
    from ita_site.data.source import Path
    from ita_site.hosts.desk.forms.shapes import PartShape

_KEY = re.compile(r"“([a-z_]{2,}):”|“[^”]*”|(?<![\w.])([a-z_]{2,}):(?![\w/])(?!\s*(?:ของ|ใน)\s*[\w/-]+\.yml)")
"""A key of the file that a message is about: not of another file, none in a text that is quoted, and no `tel:`."""
_AS_FIELD = "“{label}”"


def with_fields_named(message: str, kind: type[Record], place: Path = ()) -> str:
    """Return a message on a kind of file with its keys called as forms call them; one that is not clear stays.

    The last key of the place that a message is about is that one. A key after one of a group, such as `answers:` after
    `missing: ›`, is that of the group where the group has it.
    """
    within: GroupShape | None = None

    def called(match: re.Match[str]) -> str:
        nonlocal within
        key = match[match.lastindex] if match.lastindex else ""
        part = within.part(key) if within else None
        if part is None and place and key == place[-1]:
            return _AS_FIELD.format(label=labels(kind, place)[-1])
        part = part or group_of(kind).part(key)
        if part is None:
            label = _only_label(kind, key)
            return _AS_FIELD.format(label=label) if label else match[0]
        within = _inner(part.shape) or within
        return _AS_FIELD.format(label=part.label)

    return _KEY.sub(called, message)


def _inner(shape: Shape) -> GroupShape | None:
    return group_in(shape.item if isinstance(shape, ListShape) else shape)


@cache
def _only_label(kind: type[Record], key: str) -> str:
    """Return what the fields of a key are called, wherever in a file they stand; nothing where they differ."""
    known = {part.label for part in _parts_below(group_of(kind), frozenset()) if part.key == key}
    return known.pop() if len(known) == 1 else ""


def _parts_below(group: GroupShape, seen: frozenset[type[Record]]) -> Iterator[PartShape]:
    for part in group.parts:
        yield part
        inner = _inner(part.shape)
        if inner is not None and inner.record not in seen:
            yield from _parts_below(inner, seen | {inner.record})
