"""How a file is laid out, and new lists and mappings written the same way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from ita_site.data.edit.changes import Quoted
from ita_site.data.edit.spelling import MARKS, WIDTH, Slot, Spelling, WordClass, columns, key, spellings, word_class
from ita_site.data.source.spans import SpanKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.source import Value
    from ita_site.data.source.spans import Span

_T = TypeVar("_T", int, str)
MIN_WIDTH = 60
_MAX_WIDTH = 110
_PLAIN_BY_ITSELF = frozenset({WordClass.TEXT, WordClass.NUMBER, WordClass.DATE})


@dataclass(frozen=True)
class Layout:
    """What most of a file does.

    Attributes:
        step: spaces that a mapping stands further in than its key.
        offset: spaces that a list stands further in than its key.
        gap: spaces behind a dash.
        quote: the quotation mark.
        width: columns of a line.
        styles: the style of the values of a key, and the class of those without quotes; by the key, of a list by its.
        flows: the keys whose lists or mappings stand in `[ ]` or `{ }`; with True, the items of their lists.
        attempt: how many ways to write a scalar are passed over, since they did not give the value.

    """

    step: int = 2
    offset: int = 2
    gap: int = 1
    quote: str = '"'
    width: int = WIDTH
    styles: Mapping[str, tuple[str, WordClass]] = field(default_factory=dict)
    flows: frozenset[tuple[str, bool]] = frozenset()
    attempt: int = 0

    @classmethod
    def of(cls, root: Span | None, text: str) -> Layout:
        """Read the layout off a text and its spans."""
        survey = _Survey(text)
        if root is not None:
            survey.take(root, "")
        counted = survey.counted
        widths = [len(line) for line in MARKS.sub("", text).split("\n")]
        widest = max((width for width in widths if width <= _MAX_WIDTH), default=WIDTH)
        return cls(
            step=_most(counted["step"], 2),
            offset=_most(counted["offset"], 2),
            gap=_most(counted["gap"], 1),
            quote=_most(survey.quotes, '"'),
            width=min(max(widest, MIN_WIDTH), _MAX_WIDTH) if len(widths) > 20 else WIDTH,
            styles=survey.styles,
            flows=frozenset(each for each, count in survey.flows.items() if count > 0),
        )

    def scalar(self, value: str | None, slot: Slot) -> Spelling:
        """Return a scalar as it is written in a slot."""
        ways = list(dict.fromkeys(spellings(value, slot)))
        return ways[min(self.attempt, len(ways) - 1)]

    def slot(self, name: str, column: int, indent: int, *, flow: bool = False) -> Slot:
        """Return a new slot of a key, as the others of its name are; `indent` is that of what holds it."""
        style, kind = self.styles.get(name, (None, None))
        quoted = style if style in {"'", '"'} else None
        return Slot(
            column=column,
            indent=indent + self.step,
            relative=self.step,
            flow=flow,
            quote=quoted or self.quote,
            plain=kind or WordClass.TEXT,
            width=self.width,
        )

    def new(self, name: str, value: Value, column: int, indent: int, *, flow: bool = False) -> Spelling:
        """Return a scalar where none stood; a number or date without quotes unless its like have them."""
        text = value if isinstance(value, str) else None
        slot = self.slot(name, column, indent, flow=flow)
        kind = word_class(text or "")
        if isinstance(value, Quoted):
            slot = replace(slot, plain=WordClass.TEXT)
        elif name not in self.styles and kind in _PLAIN_BY_ITSELF:
            slot = replace(slot, plain=kind)
        return self.scalar(text, slot)

    def entry(self, name: str, value: Value, column: int) -> list[str]:
        """Return the lines of a new key of a mapping that stands at a column, with their indentation."""
        head = " " * column + key(name) + ":"
        if (short := self._on_one_line(name, value, len(head) + 1, is_item=False)) is not None:
            return [f"{head} {short}"]
        if isinstance(value, dict) and value:
            return [head, *self.mapping(value, column + self.step)]
        if isinstance(value, list) and value:
            return [head, *self.items(value, column + self.offset, name)]
        written = self.value(name, value, columns(head) + 1, column)
        return [f"{head} {written.head}".rstrip(" "), *written.lines]

    def mapping(self, value: dict[str, Value], column: int) -> list[str]:
        """Return the lines of a new mapping that stands at a column."""
        return [line for name, each in value.items() for line in self.entry(name, each, column)]

    def items(self, value: list[Value], column: int, name: str) -> list[str]:
        """Return the lines of a new list that stands at a column; `name` is the key of the list."""
        return [line for each in value for line in self.item(each, column, name)]

    def item(self, value: Value, column: int, name: str) -> list[str]:
        """Return the lines of a new item of a list that stands at a column; `name` is the key of the list."""
        dash = f"{' ' * column}-{' ' * self.gap}"
        if (short := self._on_one_line(name, value, len(dash), is_item=True)) is not None:
            return [dash + short]
        if isinstance(value, dict) and value:
            first, *rest = self.mapping(value, len(dash))
        elif isinstance(value, list) and value:
            first, *rest = self.items(value, len(dash), name)
        else:
            written = self.value(name, value, len(dash), column)
            first, rest = written.head, list(written.lines)
        return [f"{dash}{first.lstrip(' ')}".rstrip(" "), *rest]

    def _on_one_line(self, name: str, value: Value, column: int, *, is_item: bool) -> str | None:
        """Return a list or mapping in `[ ]` or `{ }` where its like stand so and it is short enough."""
        if not value or isinstance(value, str) or (name, is_item) not in self.flows:
            return None
        written = self.value(name, value, column, column, flow=True).head
        return written if column + columns(written) <= self.width else None

    def value(self, name: str, value: Value, column: int, indent: int, *, flow: bool = False) -> Spelling:
        """Return a scalar, or a list or mapping on one line."""
        if isinstance(value, list):
            inner = (self.value(name, each, column, indent, flow=True).head for each in value)
            return Spelling(f"[{', '.join(inner)}]")
        if isinstance(value, dict):
            pairs = (
                f"{key(each)}: {self.value(each, inner, column, indent, flow=True).head}"
                for each, inner in value.items()
            )
            return Spelling(f"{{{', '.join(pairs)}}}")
        return self.new(name, value, column, indent, flow=flow)


class _Survey:
    """Counts how the collections of a file stand."""

    def __init__(self, text: str) -> None:
        self.counted: dict[str, Counter[int]] = {each: Counter() for each in ("step", "offset", "gap")}
        self.quotes: Counter[str] = Counter()
        self.styles: dict[str, tuple[str, WordClass]] = {}
        self.flows: Counter[tuple[str, bool]] = Counter()
        self._text = text

    def take(self, span: Span, name: str) -> None:
        """Take a value and all in it; `name` is its key, or that of the list it is in."""
        if span.kind is SpanKind.SCALAR:
            if span.scalar is not None:
                self.styles.setdefault(
                    name, (span.style, word_class(span.scalar) if not span.style else WordClass.TEXT)
                )
            if span.style in {"'", '"'}:
                self.quotes[span.style] += 1
            return
        for index, item in enumerate(span.items):
            key_span = span.keys[index] if span.keys else None
            if item.items:
                self.flows[(key_span.scalar or "") if key_span else name, key_span is None] += 1 if item.flow else -1
            if not span.flow and not item.flow and item.kind is not SpanKind.SCALAR:
                self._count(span, key_span, item)
            self.take(item, (key_span.scalar or "") if key_span else name)

    def _count(self, span: Span, key_span: Span | None, item: Span) -> None:
        if key_span is None:
            if "\n" not in self._text[item.start - (item.column - span.column) : item.start]:
                self.counted["gap"][item.column - span.column - 1] += 1
        elif item.kind is SpanKind.LIST:
            self.counted["offset"][item.column - key_span.column] += 1
        else:
            self.counted["step"][item.column - key_span.column] += 1


def _most(counter: Counter[_T], default: _T) -> _T:
    return counter.most_common(1)[0][0] if counter else default
