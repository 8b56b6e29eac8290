"""A text over several lines written anew only where it changed: the lines around stay as they are broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ita_site.data.edit.spelling import columns, fold

_BLOCKS = frozenset({"|", ">"})
_QUOTES = frozenset({"'", '"'})


class Chunk(NamedTuple):
    """A line of a text in a file.

    Attributes:
        line: which of the lines it is.
        start: where it begins in the value.
        gap: how many characters of the value are between it and the one before.
        blanks: how many blank lines are above it.

    """

    line: int
    start: int
    gap: int
    blanks: int


@dataclass(frozen=True, slots=True)
class _Middle:
    """The part of a value that changed: the chunks before and from which on all stays, and the text between."""

    before: int
    after: int
    text: str


def refold(typed: str, style: str, values: tuple[str, str], width: int) -> str | None:
    """Return a scalar of several lines with another value.

    Args:
        typed: the scalar in the file, from its first character to its last.
        style: its style, as `Span.style` has it.
        values: the value it has and the one it is to have.
        width: columns of a line; the lines that are there may be wider.

    Returns:
        The scalar, or None where its lines are not those of a plain fold.

    """
    lines = typed.split("\n")
    first = 1 if style in _BLOCKS else 0
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), default=0)
    old, new = (value.rstrip("\n") for value in values)
    if values[0][len(old) :] != values[1][len(new) :] or (style == '"' and ("\\" in typed + new or '"' in new)):
        return None
    chunks = _chunks(_bodies(lines[first:], style, indent), style, old)
    if not chunks:
        return None
    changed = _changed(chunks, old, new)
    made = _lines(changed.text, style, max(width, *map(columns, lines)) - indent)
    if made is None:
        return None
    if style in _QUOTES and made:
        made = [line.replace("'", "''") if style == "'" else line for line in made]
        made[0] = style + made[0] if changed.before == 0 else made[0]
        made[-1] += style if changed.after == len(chunks) else ""
    on_first_line = not first and changed.before == 0
    written = [
        " " * indent + line if line and (number or not on_first_line) else line for number, line in enumerate(made)
    ]
    kept_to = first + chunks[changed.before].line
    kept_from = len(lines)
    if style in _BLOCKS:  # the line ends behind the text are those it has
        kept_from -= next((count for count, line in enumerate(reversed(lines)) if line.strip(" ")), 0)
    if changed.after < len(chunks):
        after = chunks[changed.after]
        kept_from = first + after.line - (after.blanks if made else 0)
    return "\n".join([*lines[:kept_to], *written, *lines[kept_from:]])


def _bodies(lines: list[str], style: str, indent: int) -> list[str]:
    """Return what the lines say, without indentation and quotation marks."""
    if style in _BLOCKS:
        return [line[indent:] if line.strip(" ") else "" for line in lines]
    bodies = [line.strip(" ") for line in lines]
    if style in _QUOTES:
        bodies[0] = bodies[0][1:]
        bodies[-1] = bodies[-1][:-1]
    return [body.replace("''", "'") for body in bodies] if style == "'" else bodies


def _chunks(bodies: list[str], style: str, old: str) -> list[Chunk]:
    """Return the lines that are not blank; none where they do not give the old value."""
    chunks: list[Chunk] = []
    blanks = start = 0
    for number, body in enumerate(bodies):
        if not body:
            blanks += 1
            continue
        gap = 0
        if chunks:
            separator = "\n" * (blanks + 1) if style == "|" else "\n" * blanks or " "
            if not old.startswith(separator, start):
                return []
            gap = len(separator)
        if not old.startswith(body, start + gap) or (blanks and not chunks):
            return []
        chunks.append(Chunk(number, start + gap, gap, blanks))
        start, blanks = start + gap + len(body), 0
    return chunks if start == len(old) else []


def _changed(chunks: list[Chunk], old: str, new: str) -> _Middle:
    """Return what changed of a value, in whole chunks."""
    count = len(chunks)
    before = 0
    while before + 1 < count and new.startswith(old[: chunks[before + 1].start]):
        before += 1
    start = chunks[before].start
    for after in range(before, count):
        if new == old[:start] + old[chunks[after].start :]:
            return _Middle(before, after, "")
    for after in range(before + 1, count):
        rest = old[chunks[after].start - chunks[after].gap :]
        if new.endswith(rest) and len(new) - len(rest) > start:
            return _Middle(before, after, new[start : len(new) - len(rest)])
    return _Middle(before, count, new[start:])


def _lines(middle: str, style: str, width: int) -> list[str] | None:
    """Return the lines for the text between, without indentation; None where they would not give it."""
    if not middle or style == "|":
        return middle.split("\n") if middle else []
    if any(each != each.strip() for each in middle.split("\n")) or middle.strip("\n") != middle:
        return None
    made: list[str] = []
    for number, paragraph in enumerate(middle.split("\n")):
        made += [""] * (number > 0)
        made += fold(paragraph, width) if paragraph else []
    return made
