"""Where in a text of YAML each value begins and ends, and how it is written: what an edit must know, and a check not.

One pass over the events of the parser, apart from the reading, which stays as fast as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.data.source import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_site.data.source.nodes import Value

_BLOCK_HEAD = re.compile(r"[|>](?P<marks>[-+1-9]*)")


class SpanKind(Enum):
    """What a value is."""

    SCALAR = "scalar"
    LIST = "list"
    MAPPING = "mapping"


@dataclass(slots=True)
class Span:
    """A value in a text: its offsets, from 0, the end behind its last character, and its column, from 0.

    `style` is the first character of a scalar in quotes (`'`, `"`) or of a text block (`|`, `>`), else empty;
    `flow` tells a list in `[ ]` or a mapping in `{ }`. A text block ends where its last line does; what is empty
    stands where a value would begin. `keys` are beside the `items` of a mapping.
    """

    kind: SpanKind
    start: int
    end: int
    column: int
    style: str = ""
    flow: bool = False
    scalar: str | None = None
    items: Sequence[Span] = ()
    keys: Sequence[Span] = ()

    @property
    def value(self) -> Value:
        """The value as plain data: what YAML says, with blank texts, and texts as they are typed."""
        if self.kind is SpanKind.SCALAR:
            return self.scalar
        if self.kind is SpanKind.LIST:
            return [item.value for item in self.items]
        return {str(key.scalar): item.value for key, item in zip(self.keys, self.items, strict=True)}

    def place(self, key: str) -> int:
        """Return which entry of a mapping has the key; -1 if none has."""
        return next((index for index, each in enumerate(self.keys) if each.scalar == key), -1)


class NotPlainYamlError(Exception):
    """The text is not YAML, or has what no data file may have: anchors, aliases, tags, keys twice, two documents."""


def parse(text: str) -> Span | None:
    """Return the value of a text of YAML with Unix line ends; None for a text without any.

    Raises:
        NotPlainYamlError: nobody can say for certain what the text means.

    """
    try:
        return _Parser(text).document()
    except yaml.YAMLError as error:
        raise NotPlainYamlError(str(error)) from error


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._next: Callable[[], Any] = nodes.LOADER(text).get_event

    def document(self) -> Span | None:
        root: Span | None = None
        while (event := self._next()) is not None:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    message = "several documents"
                    raise NotPlainYamlError(message)
                root = self._node(event, 0)
        return root

    def _node(self, event: Any, depth: int) -> Span:  # noqa: ANN401 - yaml has no types
        if event.anchor is not None or getattr(event, "tag", None) is not None or depth > nodes.MAX_DEPTH:
            message = f"line {event.start_mark.line + 1}: an anchor, an alias, a tag, or too deep"
            raise NotPlainYamlError(message)
        mark = event.start_mark
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value, style, end = event.value, event.style or "", event.end_mark.index
            if not style:
                value = None if value in nodes.NULLS else value
            elif style in "|>":
                end = self._end_of_block(mark.index, end)
            return Span(SpanKind.SCALAR, mark.index, end, mark.column, style, scalar=value)
        if kind is yaml.SequenceStartEvent:
            span = Span(SpanKind.LIST, mark.index, 0, mark.column, flow=bool(event.flow_style))
            end = self._list(span, depth + 1)
        else:
            span = Span(SpanKind.MAPPING, mark.index, 0, mark.column, flow=bool(event.flow_style))
            end = self._mapping(span, depth + 1)
        # Of a block, the parser has the end only where something else begins.
        span.end = end if span.flow or not span.items else span.items[-1].end
        return span

    def _list(self, span: Span, depth: int) -> int:
        items: list[Span] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
        span.items = items
        return _end(event)

    def _mapping(self, span: Span, depth: int) -> int:
        names: set[str | None] = {None, "<<"}
        keys: list[Span] = []
        items: list[Span] = []
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            if key.scalar in names:
                message = f"line {event.start_mark.line + 1}: a key twice, or none"
                raise NotPlainYamlError(message)
            names.add(key.scalar)
            keys.append(key)
            items.append(self._node(self._next(), depth))
        span.keys, span.items = keys, items
        return _end(event)

    def _end_of_block(self, start: int, end: int) -> int:
        """Return the end of the last line of a text block; the parser's end is behind the blank lines after it."""
        lines = self._text[start:end].split("\n")
        head = _BLOCK_HEAD.match(lines[0])
        if not lines[-1].strip(" "):
            lines.pop()
        while len(lines) > 1 and not lines[-1].strip(" ") and not (head and "+" in head["marks"]):
            lines.pop()
        return start + len("\n".join(lines))


def _end(event: Any) -> int:  # noqa: ANN401
    return int(event.end_mark.index)
