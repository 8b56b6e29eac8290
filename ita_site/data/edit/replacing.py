"""A value written in the place of another: as the one before was written, and no more of it than changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data.edit import block_entries
from ita_site.data.edit.layout import MIN_WIDTH
from ita_site.data.edit.refolding import refold
from ita_site.data.edit.spelling import Slot, Spelling, columns, spellings, word_class
from ita_site.data.edit.yaml_text import Splice
from ita_site.data.source.spans import SpanKind

if TYPE_CHECKING:
    from ita_site.data.edit.layout import Layout
    from ita_site.data.edit.yaml_text import YamlText
    from ita_site.data.source import Path, Value
    from ita_site.data.source.spans import Span

_BLOCK_HEAD = re.compile(r"[|>][-+1-9]*")


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """A value in a text, and what it is in.

    Attributes:
        span: the value.
        around: the list or mapping it is in; None of the whole file.
        index: which entry of that it is.
        name: its key, or that of the list it is in.

    """

    span: Span
    around: Span | None
    index: int
    name: str

    @classmethod
    def at(cls, text: YamlText, path: Path) -> ValuePlace:
        """Return the place at a path."""
        around = text.span(path[:-1]) if path else None
        last = path[-1] if path else 0
        index = last if isinstance(last, int) else around.place(last) if around else 0
        return cls(text.span(path), around, index, name(path))

    @property
    def column(self) -> int:
        """The column of what it is in."""
        return self.around.column if self.around else 0

    @property
    def flow(self) -> bool:
        """Whether it stands in `[ ]` or `{ }`."""
        return self.around is not None and self.around.flow

    def slot(self, text: YamlText) -> int | None:
        """Return the offset behind its colon or dash; None where it has neither."""
        if self.around is None or (self.flow and self.around.kind is SpanKind.LIST):
            return None
        return block_entries.colon(text, self.around, self.index)


def name(path: Path) -> str:
    """Return the key that a path ends with, or that of the list it ends in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def as_before(text: YamlText, path: Path, new: Value) -> list[Splice] | None:
    """Return a short text written just as the one before; None where more must be known to write it."""
    place = ValuePlace.at(text, path)
    span = place.span
    if not isinstance(new, str) or span.scalar is None or span.style in {"|", ">"}:
        return None
    if span.column + columns(new) > MIN_WIDTH or "\n" in new or "\n" in text.text[span.start : span.end]:
        return None
    slot = Slot(flow=place.flow, style=span.style, old=span.scalar, plain=word_class(span.scalar))
    best = next(spellings(new, slot)).head
    is_alike = best[0] == span.style if span.style else best == new
    return [Splice(span.start, span.end, best)] if is_alike else None


class Replacer:
    """Writes values of one text in the place of others, in a layout."""

    def __init__(self, text: YamlText, layout: Layout) -> None:
        self._text = text
        self._layout = layout

    def replaced(self, path: Path, value: Value) -> list[Splice]:
        """Return what is to be written for another value at a path.

        Raises:
            ValueError: there is no place for it.

        """
        span = self._text.span(path)
        if span.value == value and (value is not None or span.kind is SpanKind.SCALAR):
            return []
        place = ValuePlace.at(self._text, path)
        if isinstance(value, str) and (refolded := self._refolded(span, value)) is not None:
            return [Splice(span.start, span.end, refolded)]
        return [self._put(place, self._spelled(place, value))]

    def _refolded(self, span: Span, value: str) -> str | None:
        typed = self._text.text[span.start : span.end]
        if span.scalar is None or "\n" not in typed or self._layout.attempt:
            return None
        made = refold(typed, span.style, (span.scalar, value), self._layout.width)
        if made is None or (not span.style and span.column + columns(made.split("\n")[0]) > self._layout.width):
            return None
        return made

    def _spelled(self, place: ValuePlace, value: Value) -> Spelling:
        """Return how a value is written in the place of another."""
        layout, span, column = self._layout, place.span, place.column
        if isinstance(value, (str, type(None))):
            return self._scalar(place, value)
        one_line = layout.value(place.name, value, span.column, column, flow=True)
        was_one_line = span.flow and span.items and span.column + columns(one_line.head) <= layout.width
        # Behind the `---` that begins a file no block can begin.
        is_behind_mark = place.around is None and span.start > self._text.line_start(span.start)
        if place.flow or not value or was_one_line or is_behind_mark:
            return one_line
        is_entry = place.around is not None and place.around.kind is SpanKind.MAPPING
        if isinstance(value, dict):
            lines = layout.mapping(value, column + layout.step if is_entry else self._behind_dash(place))
        else:
            lines = layout.items(value, column + layout.offset if is_entry else self._behind_dash(place), place.name)
        return Spelling("", tuple(lines)) if is_entry else Spelling(lines[0].lstrip(" "), tuple(lines[1:]))

    def _behind_dash(self, place: ValuePlace) -> int:
        """Return the column of what stands behind a dash; that of the whole file is 0."""
        if place.around is None:
            return 0
        on_one_line = block_entries.is_on_line(self._text, place.around, place.index)
        return place.span.column if on_one_line else place.column + 1 + self._layout.gap

    def _scalar(self, place: ValuePlace, value: str | None) -> Spelling:
        span, layout = place.span, self._layout
        if span.kind is not SpanKind.SCALAR or span.start == span.end:
            return layout.new(place.name, value, span.column + 1, place.column, flow=place.flow)
        slot = layout.slot(place.name, span.column, place.column, flow=place.flow)
        slot = replace(slot, style=span.style, old=span.scalar)
        if span.style in {"'", '"'}:
            slot = replace(slot, quote=span.style)
        elif span.scalar is not None and not span.style:
            slot = replace(slot, plain=word_class(span.scalar))
        lines = [line for line in self._text.text[span.start : span.end].split("\n")[1:] if line.strip()]
        if span.style in {"|", ">"} and lines:
            spaces = min(len(line) - len(line.lstrip(" ")) for line in lines)
            if spaces > place.column and not lines[0].startswith(" " * (spaces + 1)):
                slot = replace(slot, indent=spaces, relative=spaces - place.column)
        return layout.scalar(value, slot)

    def _put(self, place: ValuePlace, spelled: Spelling) -> Splice:
        """Return the splice for a value; a comment on its line stays on its line."""
        text, span = self._text.text, place.span
        slot = place.slot(self._text)
        if slot is not None and span.kind is not SpanKind.SCALAR and not place.flow and "\n" in text[slot : span.start]:
            behind = text[slot : self._text.line_end(slot)].rstrip(" ")  # the list or mapping begins below its key
            head = f" {spelled.head}" if spelled.head else ""
            return Splice(slot, self._text.line_end(span.end), "\n".join([head + behind, *spelled.lines]))
        start, end, head = span.start, span.end, spelled.head
        if start == end or not head:
            start, end, head = self._begun(place, slot, head)
        is_block = span.kind is SpanKind.SCALAR and span.style in {"|", ">"}
        if is_block:
            comment = _BLOCK_HEAD.sub("", text[span.start : self._text.line_end(span.start)], count=1).rstrip(" ")
        elif place.flow:
            comment = ""
        else:
            comment = text[end : self._text.line_end(end)].rstrip(" ")
        if spelled.lines:
            return Splice(start, self._text.line_end(end), "\n".join([head + comment, *spelled.lines]))
        if not is_block and not comment and not place.flow and start != span.start:
            end = self._text.line_end(end)  # no spaces are left behind
        return Splice(start, end, head + comment if is_block else head)

    def _begun(self, place: ValuePlace, slot: int | None, head: str) -> tuple[int, int, str]:
        """Return the splice of a value of which, before or after, there is nothing to see."""
        span, around = place.span, place.around
        if slot is not None and not head and (above := self._text.text.rfind("\n", slot, span.start)) >= 0:
            # It stands below its key, perhaps with comments between, and one behind it.
            rest = self._text.text[span.end : self._text.line_end(span.end)]
            return (
                (span.start, self._text.line_end(span.end) - len(rest.lstrip(" ")), "")
                if rest.strip()
                else (above, span.end, "")
            )
        if slot is not None:
            gap = self._layout.gap if around is not None and around.kind is SpanKind.LIST else 1
            return slot, span.end, " " * gap + head if head else ""
        if around is None or around.kind is SpanKind.LIST:
            return span.start, span.end, head
        if not around.flow:
            raise ValueError(place)  # `? key` without a colon
        end = around.keys[place.index].end
        return end, end, f": {head}"
