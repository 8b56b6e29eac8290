"""How a text is written as a scalar of YAML: plain, in quotes or as a text block, the way the file does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data.source.nodes import NULLS

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 100
"""Columns of a line, where the file shows no other width."""
MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_BREAK = re.compile("(?<=[^ ]) (?=[^ ])")
_BAD_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~\u2022\u2010-\u2015]|<<|\.\.\.|[a-z_]{2,}:(?=[^\s/:])")
_NEGATIVE = re.compile(r"-\d")
_BAD_INSIDE = re.compile(r":(?: |$)| #|[\t\n\x00-\x1f]")
_BAD_IN_FLOW = re.compile(r"[,\[\]{}]|:$|:(?=[,\[\]{}])")
_KEY = re.compile(r"[A-Za-z\u0e01-\u0e2e][\w.-]*")


class WordClass(Enum):
    """What tools that type plain scalars by their look take one for; our reader takes each as text."""

    TEXT = ""
    BOOLEAN = "yes no on off true false"
    NUMBER = "97.10"
    CODE = "0812345678"
    DATE = "2568-10-06"


_CLASSES = (
    (WordClass.BOOLEAN, re.compile("(?:yes|no|on|off|true|false)", re.IGNORECASE)),
    (WordClass.CODE, re.compile(r"0[0-9_]+|0[xob][0-9a-f_]+|[-+]?\d+(?::\d+)+(?:\.\d*)?", re.IGNORECASE)),
    (WordClass.CODE, re.compile(r"[-+]?\.(?:inf|nan)", re.IGNORECASE)),
    (WordClass.DATE, re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?", re.ASCII)),
    (WordClass.NUMBER, re.compile(r"[-+]?(?:\d[\d_,]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?", re.IGNORECASE | re.ASCII)),
)  # fmt: skip


class Spelling(NamedTuple):
    """A value as it is written: what stands behind its key or dash, and the lines below, with their indentation."""

    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """The place a scalar is written to.

    Attributes:
        column: where it begins.
        indent: spaces before the lines of a text block.
        relative: how many of them are beyond those of what holds it.
        flow: whether it stands in `[ ]` or `{ }`.
        style: the style of what stood there, as `Span.style` has it; None where nothing did.
        old: what stood there.
        quote: the quotation mark that the file uses.
        plain: the class of word that is written without quotes there.
        width: columns of a line.

    """

    column: int = 0
    indent: int = 2
    relative: int = 2
    flow: bool = False
    style: str | None = None
    old: str | None = None
    quote: str = '"'
    plain: WordClass = WordClass.TEXT
    width: int = WIDTH


def word_class(text: str) -> WordClass:
    """Return what a tool that types plain scalars takes a text for."""
    return next((kind for kind, pattern in _CLASSES if pattern.fullmatch(text)), WordClass.TEXT)


def columns(text: str) -> int:
    """Return how many columns a line takes: Thai vowels and tones above or below a letter take none."""
    return len(MARKS.sub("", text))


def fold(text: str, width: int, first: int = 0) -> list[str]:
    """Return the lines of a text broken at single spaces, in the first of which so many columns are taken."""
    lines: list[str] = []
    line, taken = "", first
    for word in _BREAK.split(text):
        if line and taken + columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line, taken = word, 0
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def key(name: str) -> str:
    """Return a key as it is written."""
    plain = _KEY.fullmatch(name) and word_class(name) is WordClass.TEXT and name not in NULLS
    return name if plain else next(_quoted(name, Slot()))


def spellings(value: str | None, slot: Slot) -> Iterator[Spelling]:
    """Yield the ways to write a value, the best first: as what stood there was, plain, a block, in quotes."""
    if value is None:
        old = slot.old is None and slot.style is not None
        yield from [Spelling("~")] if slot.flow else [Spelling(""), Spelling("~")] if not old else [Spelling("")]
        return
    is_long = slot.column + columns(value) > slot.width and _BREAK.search(value) is not None
    was_long = slot.old is not None and slot.style not in {"|", ">"} and slot.column + columns(slot.old) > slot.width
    wraps = is_long and not was_long and not slot.flow
    if slot.style == ">":
        yield from _folded(value, slot)
    elif slot.style == "|":
        yield from _literal(value, slot)
    elif slot.style and not wraps and "\n" not in value:
        yield from map(Spelling, _quoted(value, slot))
    elif _is_plain(value, slot) and not wraps:
        yield Spelling(value)
    if "\n" in value and not slot.flow:
        long_lines = any(slot.indent + columns(line) > slot.width for line in value.split("\n"))
        yield from _folded(value, slot) if long_lines else _literal(value, slot)
        yield from _literal(value, slot)
    elif wraps:
        yield from _folded(value, slot)
    if _is_plain(value, slot):
        yield Spelling(value)
    yield from map(Spelling, _quoted(value, slot))


def _is_plain(value: str, slot: Slot) -> bool:
    """Tell whether a text may stand without quotes; where other tools would type it, only as its neighbours do."""
    if not value or value != value.strip() or value in NULLS or _BAD_INSIDE.search(value):
        return False
    if _BAD_START.match(value) and not _NEGATIVE.match(value):
        return False
    if slot.flow and _BAD_IN_FLOW.search(value):
        return False
    kind = word_class(value)
    return kind is WordClass.TEXT or kind is slot.plain


def _quoted(value: str, slot: Slot) -> Iterator[str]:
    single = "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    double = f'"{escaped}"'
    if "\n" in value or "\t" in value:
        yield double  # nothing else has an escape for them
        return
    preferred = slot.style if slot.style in {"'", '"'} else slot.quote
    # To a clerk a backslash in a text is a riddle, so the quotes that need none come first.
    order = [single, double] if escaped != value or (preferred == "'" and "'" not in value) else [double, single]
    yield from order


def _literal(value: str, slot: Slot) -> Iterator[Spelling]:
    head = _head("|", value, slot)
    if head is not None:
        body = value.removesuffix("\n").split("\n")
        yield Spelling(head, tuple(" " * slot.indent + line if line else "" for line in body))


def _folded(value: str, slot: Slot) -> Iterator[Spelling]:
    head = _head(">", value, slot)
    paragraphs = value.removesuffix("\n").split("\n")
    if head is None or any(each.startswith(" ") for each in paragraphs):
        return
    lines: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        lines += [""] * (index > 0)
        lines += fold(paragraph, slot.width - slot.indent) if paragraph else []
    yield Spelling(head, tuple(" " * slot.indent + line if line else "" for line in lines))


def _head(style: str, value: str, slot: Slot) -> str | None:
    """Return the head of a text block; None where a text block cannot hold the text for certain."""
    body = value.removesuffix("\n")
    if slot.flow or not body.strip() or body.endswith("\n") or "\t" in value:
        return None
    first = next(line for line in body.split("\n") if line)
    return f"{style}{slot.relative if first.startswith(' ') else ''}{'' if value.endswith(chr(10)) else '-'}"
