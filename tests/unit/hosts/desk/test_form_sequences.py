"""Whatever is typed and pressed in a form, in whatever order: the file then says what the form said."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ita_site.data import edit
from ita_site.data.edit.changes import get
from ita_site.data.load.folder import Scan
from ita_site.hosts.desk.forms.actions import ADD, DOWN, MORE, REMOVE, UP, act
from ita_site.hosts.desk.forms.drafts import Fields, Row, Rows, Typed, content, draft_of, with_part
from ita_site.hosts.desk.forms.form_changes import changes_of, shape_at
from ita_site.hosts.desk.forms.shapes import EitherShape, GroupShape, ListShape
from tests.helpers import TESTS
from tests.helpers.form_inputs import pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.data.source import Value
    from ita_site.hosts.desk.forms.drafts import Draft
    from ita_site.hosts.desk.forms.shapes import Shape

TYPE = "type"
TEXTS = (
    "",
    "ข้อความใหม่",
    "8",
    "no",
    "ยาว " * 40,
    "a: b",
    "- x",
    "สอง\n\nย่อหน้า",
    'it\'s "q"',
    "#x",
    "12:30",
    "ท้าย:",
    "[x]",
)
"""What is typed: among it what YAML takes for something else."""


@pytest.mark.parametrize("agency", sorted(path.name for path in (TESTS / "agencies").iterdir()))
def test_the_file_says_what_the_form_said(agency: str) -> None:
    chance = random.Random(agency)  # noqa: S311 - a sample, the same each time
    tried = 0
    for file in Scan(TESTS / "agencies" / agency).files:
        data = file.path.read_bytes()
        whole = edit.values(data, file.name)
        forms = list(pages(file.kind.value, whole))
        for page in chance.sample(forms, min(len(forms), 8)):
            shape = shape_at(page.kind, page.path)
            draft, done = draft_of(shape, get(whole, page.path)), []
            for _ in range(chance.randint(1, 6)):
                action, steps = chance.choice(list(spots(shape, draft)))
                text = chance.choice(TEXTS)
                draft = typed(shape, draft, steps, text) if action == TYPE else act(shape, draft, action, steps)
                done.append((action, steps, text))
            after = edit.edit(data, changes_of(page.kind, whole, page.path, draft), file.name)
            assert said(get(edit.values(after), page.path)) == said(content(shape, draft)), (file.name, page.path, done)
            tried += 1
    assert tried > 10


def spots(shape: Shape, draft: Draft, steps: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield everything that can be typed or pressed."""
    if isinstance(draft, Rows) and isinstance(shape, ListShape):
        yield ADD, steps
        for row in draft.rows:
            yield from ((action, (*steps, row.token)) for action in (REMOVE, UP, DOWN))
            yield from spots(shape.item, row.draft, (*steps, row.token))
    elif isinstance(draft, Fields):
        for part in group_in(shape).parts:
            yield from spots(part.shape, draft.parts[part.key], (*steps, part.key))
    elif isinstance(draft, Typed):
        yield TYPE, steps
        yield from [(MORE, steps)] if isinstance(shape, EitherShape) else []


def typed(shape: Shape, draft: Draft, steps: Sequence[str], text: str) -> Draft:
    """Return a draft with another text in one place."""
    if not steps:
        return Typed(text)
    step, *rest = steps
    if isinstance(draft, Rows) and isinstance(shape, ListShape):
        return Rows(
            tuple(
                Row(row.token, typed(shape.item, row.draft, rest, text)) if row.token == step else row
                for row in draft.rows
            )
        )
    assert isinstance(draft, Fields)
    part = group_in(shape).part(step)
    assert part is not None
    return with_part(draft, step, typed(part.shape, draft.parts[step], rest, text))


def group_in(shape: Shape) -> GroupShape:
    group = shape.group if isinstance(shape, EitherShape) else shape
    assert isinstance(group, GroupShape)
    return group


def said(value: Value) -> object:
    """Return what a value says: nothing is nothing, and a group of a text alone is that text."""
    if isinstance(value, dict):
        inner = {key: each for key, each in ((key, said(each)) for key, each in value.items()) if each is not None}
        return inner["text"] if inner.keys() == {"text"} else inner or None
    if isinstance(value, list):
        return [each for each in map(said, value) if each is not None] or None
    return (value or "").strip() or None
