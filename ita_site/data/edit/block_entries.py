"""Entries of lists and mappings that stand on lines of their own: what belongs to each, and how it comes and goes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data.edit.yaml_text import Splice
from ita_site.data.source.spans import SpanKind

if TYPE_CHECKING:
    from ita_site.data.edit.yaml_text import YamlText
    from ita_site.data.source.spans import Span


class BlockEntry(NamedTuple):
    """An entry with the lines that travel with it.

    Attributes:
        start: where its lines begin, with the comments directly above it; of one that begins behind the dash or key
            of what it is in, where itself begins.
        own: where its key or dash is.
        end: where its last line ends.
        compact: whether it begins behind something else on its line.

    """

    start: int
    own: int
    end: int
    compact: bool


def entry(text: YamlText, span: Span, index: int) -> BlockEntry:
    """Return an entry of a block list or mapping."""
    own = _own(text, span, index)
    line = text.line_start(own)
    end = text.line_end(span.items[index].end)
    if index == 0 and text.text[line:own].strip():
        return BlockEntry(own, own, end, compact=True)
    floor = text.line_end(span.items[index - 1].end) + 1 if index else 0
    if span is not text.root or index:
        while line > floor and _is_comment(text, text.line_start(line - 1), own - text.line_start(own)):
            line = text.line_start(line - 1)
    return BlockEntry(line, own, end, compact=False)


def removed(text: YamlText, span: Span, index: int) -> Splice:
    """Take one of several entries out, with its lines."""
    gone = entry(text, span, index)
    if gone.compact:
        following = entry(text, span, 1)
        lead = text.text[following.start : following.own]
        return Splice(gone.start, following.start + len(lead) - len(lead.lstrip(" ")), "")
    if gone.end == len(text.text):
        return Splice(max(gone.start - 1, 0), gone.end, "")
    end = gone.end + 1
    above = text.text[text.line_start(gone.start - 1) : gone.start] if index else ""
    if above == "\n" and text.text.startswith("\n", end) and span.items[index - 1].end < gone.start - 1:
        end += 1  # of the blank lines around it, one is left
    return Splice(gone.start, end, "")


def inserted(text: YamlText, span: Span, index: int, lines: list[str]) -> Splice:
    """Put a new entry, which has these lines, before the one at an index, or behind the last."""
    space = "\n" if _is_spaced(text, span) else ""
    if index == len(span.items):
        end = entry(text, span, index - 1).end
        return Splice(end, end, "\n" + space + "\n".join(lines))
    before = entry(text, span, index)
    new = "\n".join(lines) + "\n" + space
    if before.compact:
        return Splice(before.start, before.start, new.lstrip(" ") + " " * span.column)
    return Splice(before.start, before.start, new)


def moved(text: YamlText, span: Span, index: int, to: int) -> Splice:
    """Move an entry; the blank lines between the entries stay where they are."""
    first, last = min(index, to), max(index, to)
    entries = [entry(text, span, each) for each in range(first, last + 1)]
    pieces = [(" " * span.column if each.compact else "") + text.text[each.start : each.end] for each in entries]
    gaps = [text.text[one.end : other.start] for one, other in pairwise(entries)]
    pieces.insert(to - first, pieces.pop(index - first))
    if entries[0].compact:
        pieces[0] = pieces[0].lstrip(" ")
    new = "".join(part for pair in zip(pieces, [*gaps, ""], strict=True) for part in pair)
    return Splice(entries[0].start, entries[-1].end, new)


def colon(text: YamlText, span: Span, index: int) -> int | None:
    """Return where the value of a key may begin: behind the colon, in a list behind the dash; None without either."""
    if span.kind is SpanKind.LIST:
        return _own(text, span, index) + 1
    end = max(span.keys[index].end, 0)
    between = text.text[end : max(span.items[index].start, end)]
    return end + between.index(":") + 1 if ":" in between else None


def is_on_line(text: YamlText, span: Span, index: int) -> bool:
    """Tell whether something stands behind the dash or colon of an entry, on its line."""
    after = colon(text, span, index)
    item = span.items[index]
    return after is not None and item.start > after and "\n" not in text.text[after : item.start]


def gap(text: YamlText, span: Span) -> int:
    """Return the spaces behind the dashes of a list."""
    gaps = (item.column - span.column - 1 for index, item in enumerate(span.items) if is_on_line(text, span, index))
    return next(gaps, 1)


def _own(text: YamlText, span: Span, index: int) -> int:
    """Return where the key or dash of an entry is."""
    if span.kind is SpanKind.MAPPING:
        start = span.keys[index].start
        line = text.line_start(start)
        question = text.text.rfind("?", line, start)
        return question if question >= 0 and not text.text[question + 1 : start].strip() else start
    if index == 0:
        return span.start
    line = text.line_start(span.items[index].start)
    while text.text[line : line + span.column + 1].strip() != "-":
        line = text.line_start(line - 1)
    return line + span.column


def _is_comment(text: YamlText, line: int, column: int) -> bool:
    content = text.text[line : text.line_end(line)].lstrip(" \t")
    return content.startswith("#") and text.line_end(line) - line - len(content) <= column


def _is_spaced(text: YamlText, span: Span) -> bool:
    """Tell whether blank lines stand between all the entries."""
    if len(span.items) < 2:
        return False
    entries = [entry(text, span, each) for each in range(len(span.items))]
    gaps = [text.text[one.end : other.start] for one, other in pairwise(entries)]
    return all(gap.count("\n") > 1 for gap in gaps)
