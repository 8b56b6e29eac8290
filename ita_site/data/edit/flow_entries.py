"""Entries of lists in `[ ]` and mappings in `{ }`: how they come and go between their commas."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.data.edit.yaml_text import Splice
from ita_site.data.source.spans import SpanKind

if TYPE_CHECKING:
    from ita_site.data.edit.yaml_text import YamlText
    from ita_site.data.source.spans import Span


def removed(text: YamlText, span: Span, index: int) -> Splice:
    """Take an entry out, and one of the commas beside it."""
    if len(span.items) == 1:
        return Splice(span.start, span.end, "{}" if span.kind is SpanKind.MAPPING else "[]")
    if index + 1 < len(span.items):
        return Splice(_start(text, span, index), _start(text, span, index + 1), "")
    return Splice(_end(span, index - 1), _end(span, index), "")


def inserted(text: YamlText, span: Span, index: int, new: str) -> Splice:
    """Put a new entry before the one at an index, or behind the last; with what stands between the others."""
    if not span.items:
        inside = text.text[span.start + 1 : span.end - 1]
        return Splice(span.start + 1, span.end - 1, new if not inside.strip() else f"{new}{inside}")
    gap = ", "
    if len(span.items) > 1:
        between = text.text[_end(span, 0) : _start(text, span, 1)]
        gap = between if "#" not in between else gap
    if index < len(span.items):
        start = _start(text, span, index)
        return Splice(start, start, new + gap)
    end = _end(span, index - 1)
    return Splice(end, end, gap + new)


def moved(text: YamlText, span: Span, index: int, to: int) -> Splice:
    """Move an entry; what stands between the entries stays."""
    first, last = min(index, to), max(index, to)
    bounds = [(_start(text, span, each), _end(span, each)) for each in range(first, last + 1)]
    pieces = [text.text[start:end] for start, end in bounds]
    gaps = [text.text[one[1] : other[0]] for one, other in pairwise(bounds)]
    pieces.insert(to - first, pieces.pop(index - first))
    new = "".join(part for pair in zip(pieces, [*gaps, ""], strict=True) for part in pair)
    return Splice(bounds[0][0], bounds[-1][1], new)


def _start(text: YamlText, span: Span, index: int) -> int:
    if not span.keys:
        return span.items[index].start
    start = span.keys[index].start
    question = text.text.rfind("?", span.start, start)
    return question if question >= 0 and not text.text[question + 1 : start].strip() else start


def _end(span: Span, index: int) -> int:
    return max(span.items[index].end, span.keys[index].end) if span.keys else span.items[index].end
