"""A change of a file's values as the smallest change of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.data.edit import block_entries, flow_entries
from ita_site.data.edit.changes import AddKey, InsertItem, MoveItem, RemoveKey, SetValue, cleaned, place
from ita_site.data.edit.layout import Layout
from ita_site.data.edit.replacing import Replacer, as_before, name
from ita_site.data.edit.spelling import key
from ita_site.data.edit.yaml_text import Splice
from ita_site.data.source.spans import SpanKind

if TYPE_CHECKING:
    from ita_site.data.edit.changes import FileChange, RemoveItem
    from ita_site.data.edit.yaml_text import YamlText


def splices(text: YamlText, change: FileChange, attempt: int) -> list[Splice]:
    """Return what is to be written where for a change that the values allow.

    Args:
        text: the file.
        change: what is to be changed.
        attempt: how many ways to write a scalar are passed over, since they did not give its value.

    Raises:
        ValueError: there is no place for it in this text.

    """
    if isinstance(change, SetValue) and not attempt and (quick := as_before(text, change.path, cleaned(change.new))):
        return quick
    layout = replace(Layout.of(text.root, text.text), attempt=attempt)
    replacer = Replacer(text, layout)
    if isinstance(change, SetValue):
        return replacer.replaced(change.path, cleaned(change.new))
    if isinstance(change, AddKey):
        return _added(text, layout, replacer, change)
    if isinstance(change, InsertItem):
        return _inserted(text, layout, replacer, change)
    span = text.span(change.path)
    if isinstance(change, MoveItem):
        way = flow_entries.moved if span.flow else block_entries.moved
        return [way(text, span, change.index, change.to)]
    return _removed(text, replacer, change)


def _added(text: YamlText, layout: Layout, replacer: Replacer, change: AddKey) -> list[Splice]:
    value = cleaned(change.value)
    if text.root is None or (text.root.scalar is None and text.root.start == text.root.end):
        return [_first(text, layout.entry(change.key, value, 0))]
    span = text.span(change.path)
    if not span.items:
        return replacer.replaced(change.path, {change.key: value})
    index = place([str(each.scalar) for each in span.keys], change.key, change.order)
    if span.flow:
        written = layout.value(change.key, value, span.column, span.column, flow=True).head
        return [flow_entries.inserted(text, span, index, f"{key(change.key)}: {written}")]
    return [block_entries.inserted(text, span, index, layout.entry(change.key, value, span.column))]


def _inserted(text: YamlText, layout: Layout, replacer: Replacer, change: InsertItem) -> list[Splice]:
    span, value = text.span(change.path), cleaned(change.value)
    if not span.items:
        return replacer.replaced(change.path, [value])
    if span.flow:
        written = layout.value(name(change.path), value, span.column, span.column, flow=True).head
        return [flow_entries.inserted(text, span, change.index, written)]
    layout = replace(layout, gap=block_entries.gap(text, span))
    return [block_entries.inserted(text, span, change.index, layout.item(value, span.column, name(change.path)))]


def _removed(text: YamlText, replacer: Replacer, change: RemoveKey | RemoveItem) -> list[Splice]:
    span = text.span(change.path)
    if len(span.items) == 1:
        return replacer.replaced(change.path, {} if span.kind is SpanKind.MAPPING else [])
    index = span.place(change.key) if isinstance(change, RemoveKey) else change.index
    return [flow_entries.removed(text, span, index) if span.flow else block_entries.removed(text, span, index)]


def _first(text: YamlText, lines: list[str]) -> Splice:
    """Return the first key of a file of nothing but comments."""
    end = len(text.text)
    above = "" if not text.text or text.text.endswith("\n") else "\n"
    return Splice(end, end, above + "\n".join(lines) + "\n")
