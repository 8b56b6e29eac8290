"""What stands in a form: the values of a file, and what was typed in their places, as one tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ita_site.hosts.desk.forms.shapes import EitherShape, GroupShape, InputKind, ListShape, ScalarShape, Shape, group_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.source import Value

_MAX_LINE = 120
"""Letters of a text that is typed on a line among others; longer ones have a box each."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A single value as it is typed, or several texts, one a line."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A value of the file that this form leaves as it is."""

    value: Value = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A value that is to be taken out of the file."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A group, by the keys of its fields."""

    parts: Mapping[str, Draft]


@dataclass(frozen=True, slots=True)
class Row:
    """An item of a list; its token is its place in the file, or a name of its own (`n0`) where it is new."""

    token: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class Rows:
    """A list, in the order in which it is to stand."""

    rows: tuple[Row, ...] = ()

    def next_token(self) -> str:
        """Return the token of a further new item."""
        taken = {int(each.token[1:]) for each in self.rows if each.token.startswith("n")}
        return f"n{max(taken, default=-1) + 1}"


Draft: TypeAlias = "Typed | Kept | Gone | Fields | Rows"


def draft_of(shape: Shape, value: Value) -> Draft:
    """Return what a form shows of a value of a file; nothing is known by None."""
    if isinstance(shape, GroupShape):
        return _group_of(shape, value)
    if isinstance(shape, ListShape):
        return _list_of(shape, value)
    if isinstance(shape, EitherShape) and isinstance(value, dict):
        return _group_of(shape.group, value)
    return Kept(value) if isinstance(value, (list, dict)) else Typed(value or "")


def _group_of(shape: GroupShape, value: Value) -> Draft:
    if not isinstance(value, dict) and value is not None:
        return Kept(value)
    inner = value or {}
    known = {part.key: draft_of(part.shape, inner.get(part.key)) for part in shape.parts}
    return Fields({**known, **{key: Kept(each) for key, each in inner.items() if key not in known}})


def _list_of(shape: ListShape, value: Value) -> Draft:
    if not isinstance(value, list) and value is not None:
        return Kept(value)
    if shape.paged:
        return Kept(value)
    if as_lines(shape, value):
        return Typed("\n".join(str(each) for each in value or ()))
    return Rows(tuple(Row(str(index), draft_of(shape.item, each)) for index, each in enumerate(value or ())))


def as_lines(shape: Shape, value: Value) -> bool:
    """Tell whether a list is typed one item a line: one of short texts of which nothing more is known."""
    if not isinstance(shape, ListShape) or not isinstance(shape.item, ScalarShape):
        return False
    if shape.item.kind is not InputKind.PARAGRAPH or not isinstance(value, (list, type(None))):
        return False
    return all(isinstance(each, str) and each.strip() and "\n" not in each for each in value or ()) and all(
        len(str(each)) <= _MAX_LINE for each in value or ()
    )


def content(shape: Shape, draft: Draft) -> Value:
    """Return the value a draft stands for, as plain data; None where nothing is filled in."""
    if isinstance(draft, Typed):
        if isinstance(shape, ListShape):
            return [each.strip() for each in draft.text.splitlines() if each.strip()] or None
        return draft.text if draft.text.strip() else None
    if isinstance(draft, Kept):
        return draft.value
    if isinstance(draft, Rows):
        assert isinstance(shape, ListShape)  # noqa: S101 - drafts are made by shapes
        items = (content(shape.item, row.draft) for row in draft.rows)
        return [each for each in items if each is not None] or None
    if isinstance(draft, Gone):
        return None
    return _content_of_group(shape, draft)


def _content_of_group(shape: Shape, draft: Fields) -> Value:
    group = group_in(shape)
    assert group is not None  # noqa: S101 - drafts are made by shapes
    shapes = {part.key: part.shape for part in group.parts}
    inner = {
        key: each.value if isinstance(each, Kept) else content(shapes[key], each) if key in shapes else None
        for key, each in draft.parts.items()
    }
    filled: dict[str, Value] = {key: each for key, each in inner.items() if each is not None}
    if isinstance(shape, EitherShape) and filled.keys() == {shape.text} and shape.text == "text":
        return filled[shape.text]  # the plain text that such a group stands for
    return filled or None


def is_nothing(value: Value) -> bool:
    """Tell whether a value of a file says nothing."""
    if isinstance(value, dict):
        return all(map(is_nothing, value.values()))
    return not value or (isinstance(value, str) and not value.strip())


def with_part(draft: Fields, key: str, part: Draft) -> Fields:
    """Return a group with another draft of one of its fields."""
    return replace(draft, parts={**draft.parts, key: part})
