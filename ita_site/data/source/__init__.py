"""One YAML file into plain values, with a position for every one of them.

A strict subset of YAML 1.2: mappings, sequences and scalars. Every scalar stays the text that was typed
(`NO`, `012`, `12:30`, `2568-10-06`); the model decides what it means. Refused are anchors, aliases, merge
keys, tags, several documents, keys given twice, and everything in `text`. Faults are collected, mended in
memory where a guess is safe, and the reading goes on, so that one run names them all.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.data.source import nodes, syntax, text, word_processor
from ita_site.data.source.nodes import Mark, Value
from ita_site.data.source.text import MAX_BYTES, Sheet
from ita_site.ground.cache.packed import Packed
from ita_site.ground.problems import Position, Problem, few_of_each

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable

__all__ = ["MAX_BYTES", "Document", "Path", "Value", "is_literal", "parse", "read"]

Path: TypeAlias = "tuple[str | int, ...]"
"""The way to a value in a file: keys, and places in lists from 0."""
_MAX_INDENT = 12
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"


class _Read(NamedTuple):
    """What was read of a file: its text, its values, those that are faulty too, and where each stands."""

    sheet: Sheet
    value: Value
    typed: Value
    mark: Mark


class Document:
    """The values of one file, where each stands, what was wrong with it, and the bytes it was read from."""

    def __init__(self, sheet: Sheet, value: Value, mark: Mark, problems: Iterable[Problem], data: bytes = b"") -> None:
        self.name = sheet.name
        self.data = data
        self.problems = tuple(few_of_each(problems))
        self._read = Packed(_Read(sheet, value, value, mark))

    @property
    def value(self) -> Value:
        """What the file says."""
        return self._read.value.value

    @property
    def typed(self) -> Value:
        """All that the file says, what is faulty too."""
        return self._read.value.typed

    @property
    def _sheet(self) -> Sheet:
        return self._read.value.sheet

    @property
    def _mark(self) -> Mark:
        return self._read.value.mark

    @property
    def complete(self) -> bool:
        """Tell whether all of the file was read; if not, what seems missing may be there."""
        return not any(problem.code in nodes.CODES_THAT_LOSE_DATA for problem in self.problems)

    def position(self, path: Path = (), *, key: bool = False) -> Position:
        """Return where the value at `path` stands, or its key.

        For a value that is not there, return the place of the nearest one around it that is.
        """
        return self._sheet.position(*self._place(path, key=key))

    def within(self, path: Path, part: str, skip: int = 0) -> Position:
        """Return where in the file a part of the text at `path` stands: a text may run over many lines.

        Of a part that stands there more than once, the first `skip` are passed over.
        """
        line, column = self._place(path)
        text = self._sheet.text
        start = 0
        for _ in range(line - 1):
            start = text.find("\n", start) + 1
        value = str(self._value(path))
        end = start + 2 * len(value) + _MAX_INDENT * (2 + sum(map(str.isspace, value)))
        for spelling in (_as_typed, _as_damaged):
            # Where YAML folds lines, a space of the value is a line end and the indentation of the next in the file.
            typed = re.compile(r"\s+".join(map(spelling, part.split())))
            match = next(islice(typed.finditer(text, start + column - 1, end + column), skip, None), None)
            if match is not None:
                return self._sheet.locate(match.start())
        return self._sheet.position(line, column)

    def has(self, path: Path) -> bool:
        """Tell whether there is a value at `path`."""
        mark = self._mark
        for step in path:
            child = mark.children.get(step) if mark.children else None
            if child is None:
                return False
            mark = child
        return True

    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Return every scalar of the file with its path, in the order of the file."""
        return self._texts

    @cached_property
    def _texts(self) -> tuple[tuple[Path, str], ...]:
        leaves: list[tuple[Path, str]] = []
        _leaves(self.value, (), leaves)
        return tuple(leaves)

    def _place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        mark = self._mark
        line, column = mark.line, mark.column
        for step in path:
            child = mark.children.get(step) if mark.children else None
            if child is None:
                break
            at_key = key and child.key_line
            line, column = (child.key_line, child.key_column) if at_key else (child.line, child.column)
            mark = child
        return line, column

    def _value(self, path: Path) -> Value:
        value = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
        return value

    def without(self, faulty: frozenset[tuple[str | int, ...]]) -> Document:
        """Return the document without the values at the faulty paths; what is left keeps its positions."""
        value, mark = nodes.prune(self.value, self._mark, faulty)
        left = Document(self._sheet, value, mark, self.problems, self.data)
        left._read = Packed(_Read(self._sheet, value, self.typed, mark))
        return left


def read(path: pathlib.Path, name: str) -> Document:
    """Read the file at `path`; `name` is what messages call it.

    Never raises for what a file holds: problems are in the document. Only an unreadable disk raises OSError.
    """
    size = path.stat().st_size
    return _too_big(size, name) if size > MAX_BYTES else parse(path.read_bytes(), name)


def parse(data: bytes, name: str) -> Document:
    """Read the bytes of a file; `name` is what messages call it. Never raises for what they hold."""
    if len(data) > MAX_BYTES:
        return _too_big(len(data), name)
    sheet, problems = text.clean(data, name)
    if sheet is None:
        return Document(Sheet(name, ""), None, Mark(1, 1), problems, data)
    value, mark, faults = nodes.parse(sheet)
    return Document(sheet, value, mark, [*problems, *faults], data)


def is_literal(typed: str, name: str = "") -> bool:
    """Tell whether a text with Unix line ends is read as YAML reads it, and nothing in it as something else meant."""
    sheet = Sheet(name, typed)
    word_processor.lint(sheet)
    syntax.lint(sheet)
    return sheet.text == typed


def _too_big(size: int, name: str) -> Document:
    message = f"ไฟล์ใหญ่ {size / 1e6:.1f} MB เกิน {MAX_BYTES // 1_000_000} MB ให้แบ่งเป็นหลายไฟล์"
    problem = Problem(Position(name), "file-too-big", message)
    return Document(Sheet(name, ""), None, Mark(1, 1), [problem])


def _as_typed(word: str) -> str:
    """Return a pattern for a word that may be typed otherwise than `thai.normalise` writes it."""
    pattern = re.sub("([\u0e48-\u0e4b]?)\u0e33", "(?:\\1\u0e33|\u0e4d\\1\u0e32|\\1\u0e4d\u0e32)", re.escape(word))
    return pattern.replace("แ", "(?:แ|เเ)")


def _as_damaged(word: str) -> str:
    """Return a pattern for a word whose marks and vowels may be lost, parted from it or glyphs of a font."""
    torn = rf"[ {_MARKS}\u0e30\u0e32\u0e33\u0e45\uf700-\uf71a\uf884-\uf899]*"
    letters = re.findall(rf"[^{_MARKS}\u0e30\u0e32\u0e33]", word)
    return torn.join(map(re.escape, letters)) or re.escape(word)


def _leaves(value: Value, path: Path, leaves: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        leaves.append((path, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _leaves(inner, (*path, key), leaves)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _leaves(inner, (*path, index), leaves)
