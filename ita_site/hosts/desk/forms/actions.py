"""The buttons of a form that change it without saving: add, move, remove, write a text as a group, take out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.hosts.desk.forms.drafts import Draft, Fields, Gone, Row, Rows, Typed, draft_of, with_part
from ita_site.hosts.desk.forms.posted_form import ForgedFormError
from ita_site.hosts.desk.forms.shapes import EitherShape, ListShape, Shape, group_in

if TYPE_CHECKING:
    from collections.abc import Sequence

ADD, REMOVE, UP, DOWN, MORE, CLEAR = "add", "remove", "up", "down", "more", "clear"


def act(shape: Shape, draft: Draft, action: str, steps: Sequence[str]) -> Draft:
    """Return a draft after a button was pressed.

    Args:
        shape: what may stand in the draft's place.
        draft: what was typed.
        action: what the button does.
        steps: the way from the draft to what it does it to, with the tokens of items.

    Raises:
        ForgedFormError: there is no such button.

    """
    if not steps:
        return _acted(shape, draft, action)
    step, *rest = steps
    if isinstance(draft, Rows) and isinstance(shape, ListShape):
        index = next((place for place, row in enumerate(draft.rows) if row.token == step), None)
        if index is not None and not rest and action in {REMOVE, UP, DOWN}:
            return _moved(draft, index, action)
        if index is not None:
            row = replace(draft.rows[index], draft=act(shape.item, draft.rows[index].draft, action, rest))
            return Rows((*draft.rows[:index], row, *draft.rows[index + 1 :]))
    group = group_in(shape)
    if isinstance(draft, Fields) and group is not None and step in draft.parts:
        if not rest and action == CLEAR:
            return with_part(draft, step, Gone())
        if (part := group.part(step)) is not None:
            return with_part(draft, step, act(part.shape, draft.parts[step], action, rest))
    raise ForgedFormError(action)


def row_added(draft: Draft, steps: Sequence[str]) -> str:
    """Return the token of the last item of the list at the end of a way."""
    for step in steps:
        if isinstance(draft, Fields):
            draft = draft.parts[step]
        elif isinstance(draft, Rows):
            draft = next(row.draft for row in draft.rows if row.token == step)
    return draft.rows[-1].token if isinstance(draft, Rows) and draft.rows else ""


def _acted(shape: Shape, draft: Draft, action: str) -> Draft:
    if action == ADD and isinstance(shape, ListShape) and isinstance(draft, Rows):
        item = draft_of(shape.item, None)
        return Rows((*draft.rows, Row(draft.next_token(), item)))
    if action == MORE and isinstance(shape, EitherShape) and isinstance(draft, Typed):
        return draft_of(shape.group, {shape.text: draft.text} if draft.text else None)
    if action == CLEAR:
        return Gone()
    raise ForgedFormError(action)


def _moved(draft: Rows, index: int, action: str) -> Rows:
    rows = list(draft.rows)
    row = rows.pop(index)
    if action != REMOVE:
        rows.insert(max(0, index - 1) if action == UP else index + 1, row)
    return Rows(tuple(rows))
