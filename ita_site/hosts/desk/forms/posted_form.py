"""A form as a browser sends it, into a draft; what no form of ours asks for is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.hosts.desk.forms.drafts import Draft, Fields, Gone, Kept, Row, Rows, Typed, as_lines
from ita_site.hosts.desk.forms.shapes import EitherShape, GroupShape, ListShape, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.source import Path, Value

TEXT, ORDER, GROUP, CLEARED = "f:", "o:", "g:", "c:"
"""How the names of inputs begin: a value, the order of a list, a text written as a group, a value to be taken out."""
_TOKEN = re.compile(r"0|[1-9]\d{0,3}|n(?:0|[1-9]\d{0,2})", re.ASCII)
_PREFIXES = (TEXT, ORDER, GROUP, CLEARED)


class ForgedFormError(Exception):
    """What was sent is not what a form of the desk sends; `name` is the input."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def input_name(path: Iterable[str | int]) -> str:
    """Return what inputs call the value at a path."""
    return ".".join(map(str, path))


class PostedForm:
    """The inputs of a form that was sent; each is to be asked for, and only once."""

    def __init__(self, inputs: Iterable[tuple[str, str]]) -> None:
        """Take the inputs in the order in which they were sent; those that are none of a form's values are left out.

        Raises:
            ForgedFormError: a value was sent twice.

        """
        self._texts: dict[str, str] = {}
        self._orders: dict[str, list[str]] = {}
        self._marks: set[str] = set()
        self._asked: set[str] = set()
        for name, text in inputs:
            if name.startswith(ORDER):
                self._orders.setdefault(name, []).append(text)
            elif name.startswith((GROUP, CLEARED)):
                self._marks.add(name)
            elif name in self._texts:
                raise ForgedFormError(name)
            elif name.startswith(TEXT):
                self._texts[name] = text.replace("\r\n", "\n").replace("\r", "\n")

    def draft(self, shape: Shape, value: Value, path: Path) -> Draft:
        """Return what was typed in the place of a value of the file.

        Args:
            shape: what may stand there.
            value: what the editor saw there.
            path: where it stands; of a new item of a list, with its token.

        Raises:
            ForgedFormError: something was sent that this form does not ask for.

        """
        draft = self._draft(shape, value, input_name(path))
        left = {*self._texts, *self._orders, *self._marks} - self._asked
        if left:
            raise ForgedFormError(min(left))
        return draft

    def _draft(self, shape: Shape, value: Value, name: str) -> Draft:
        if self._has_mark(CLEARED, name):
            return Gone()
        if isinstance(shape, GroupShape):
            return self._fields(shape, value, name)
        if isinstance(shape, ListShape):
            return self._rows(shape, value, name)
        if isinstance(shape, EitherShape) and (self._has_mark(GROUP, name) or isinstance(value, dict)):
            inner: Value = value if isinstance(value, dict) else {shape.text: value} if value else None
            return self._fields(shape.group, inner, name)
        if isinstance(value, (list, dict)) or (text := self._text(name)) is None:
            return Kept(value)
        return Typed(text)

    def _fields(self, shape: GroupShape, value: Value, name: str) -> Draft:
        if not isinstance(value, dict) and value is not None:
            return Kept(value)
        inner = value or {}
        below = f"{name}." if name else ""
        known = {part.key: self._draft(part.shape, inner.get(part.key), f"{below}{part.key}") for part in shape.parts}
        unknown: dict[str, Draft] = {
            key: Gone() if self._has_mark(CLEARED, f"{below}{key}") else Kept(each)
            for key, each in inner.items()
            if key not in known
        }
        return Fields({**known, **unknown})

    def _rows(self, shape: ListShape, value: Value, name: str) -> Draft:
        if shape.paged or not isinstance(value, (list, type(None))):
            return Kept(value)
        items = value or []
        if as_lines(shape, value) and (text := self._text(name)) is not None:
            return Typed(text)
        order = self._orders.get(f"{ORDER}{name}")
        if order is None:
            return Kept(value)
        self._asked.add(f"{ORDER}{name}")
        tokens = [each for each in order if each]
        if len(set(tokens)) < len(tokens) or not all(self._is_token(each, len(items)) for each in tokens):
            raise ForgedFormError(ORDER + name)
        return Rows(
            tuple(
                Row(each, self._draft(shape.item, None if each[0] == "n" else items[int(each)], f"{name}.{each}"))
                for each in tokens
            )
        )

    @staticmethod
    def _is_token(token: str, items: int) -> bool:
        return _TOKEN.fullmatch(token) is not None and (token[0] == "n" or int(token) < items)

    def _text(self, name: str) -> str | None:
        self._asked.add(f"{TEXT}{name}")
        return self._texts.get(f"{TEXT}{name}")

    def _has_mark(self, prefix: str, name: str) -> bool:
        self._asked.add(f"{prefix}{name}")
        return f"{prefix}{name}" in self._marks
