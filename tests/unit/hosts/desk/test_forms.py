"""Forms made from the models: every field can be typed, and only what was typed otherwise is changed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from ita_site.data import edit, schemas
from ita_site.data.edit import AddKey, InsertItem, MoveItem, RemoveItem, RemoveKey, SetValue
from ita_site.data.load.folder import FileKind, Scan
from ita_site.data.model import Agency, Analysis, Disclosure, Measure, Plan, Report, Result
from ita_site.hosts.desk.forms.form_changes import moves
from ita_site.hosts.desk.forms.posted_form import ForgedFormError
from tests.helpers import TESTS
from tests.helpers.form_inputs import FormPage, changed, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load.folder import DataFile
    from ita_site.data.source import Value

AGENCIES = sorted(path.name for path in (TESTS / "agencies").iterdir())
KINDS = [kind.value for kind in FileKind]


def files(agency: str) -> Iterator[tuple[DataFile, bytes, list[FormPage]]]:
    for file in Scan(TESTS / "agencies" / agency).files:
        data = file.path.read_bytes()
        yield file, data, list(pages(file.kind.value, edit.values(data, file.name)))


def read(text: str, kind: type[Any]) -> FormPage:
    return FormPage(kind, edit.values(text.encode()), ())


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_was_not_touched_is_not_changed(agency: str) -> None:
    sent = 0
    for file, _, forms in files(agency):
        for page in forms:
            inputs = page.inputs()
            sent += len(inputs)
            assert page.changes(inputs) == (), (file.name, page.path)
    assert sent > 300


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_field_typed_otherwise_changes_only_its_lines(agency: str) -> None:
    """One field of each page, another one with each agency: the lines of its value are other lines, and no others."""
    chance = random.Random(agency)  # noqa: S311 - a sample, the same each time
    for file, data, forms in files(agency):
        for page in chance.sample(forms, min(len(forms), 6)):
            typed = [each for each in page.form().fields() if each.value and each.kind != "choice" and each.rows < 4]
            if not typed:
                continue
            field = chance.choice(typed)
            new = "45.5" if field.kind == "number" else f"{field.value} แก้"
            made = page.changes(changed(page.inputs(), field.name, new))
            assert len(made) == 1, (file.name, field.name)
            after = edit.edit(data, made)
            before, now = data.splitlines(), after.splitlines()
            same_head = next(index for index, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1])
            tail = len(before) - same_head - 6
            assert before[-tail:] == now[-tail:] or tail <= 0, (file.name, field.name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_of_the_model_can_be_typed(kind: type[Any]) -> None:
    schema = schemas.schema(kind)
    value = filled(schema, schema.get("definitions", {}))
    shown = {
        tuple(step for step in (*page.path, *field.key.split(".")[len(page.path) :]) if not str(step).isdecimal())
        for page in pages(kind, value)
        for field in page.form().fields()
    }
    assert set(leaves(value)) - shown == set()
    assert all(field.label for page in pages(kind, value) for field in page.form().fields())


def filled(node: dict[str, Any], inner: dict[str, Any]) -> Value:
    """Return a value with every field that a schema knows, in the longest form that may stand there."""
    if "$ref" in node:
        return filled(inner[node["$ref"].rpartition("/")[2]], inner)
    if "allOf" in node:
        return filled(node["allOf"][0], inner)
    if "anyOf" in node:
        options = [each for each in node["anyOf"] if each != {"type": "null"}]
        return filled(next((each for each in options if "$ref" in each), options[0]), inner)
    if "properties" in node:
        return {key: filled(each, inner) for key, each in node["properties"].items()}
    if "items" in node:
        return [filled(node["items"], inner)]
    return "x"


def leaves(value: Value, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, path)
    else:
        yield path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_empty_file_has_a_form(kind: type[Any]) -> None:
    page = FormPage(kind, None, ())
    assert page.changes(page.inputs()) == ()
    if kind is Measure:
        assert page.changes(changed(page.inputs(), "f:title", "มาตรการ")) == (
            AddKey((), "title", "มาตรการ", tuple(Measure.model_fields)),
        )


def test_what_is_emptied_is_taken_out_and_what_is_new_stands_in_order() -> None:
    page = read("title: ก\nbudget: 100 บาท\nmissing:\n  steps: ไม่มี\n", Measure)
    order = tuple(Measure.model_fields)
    assert page.changes(changed(page.inputs(), "f:budget", " ")) == (RemoveKey((), "budget", "100 บาท"),)
    assert page.changes(changed(page.inputs(), "f:missing.steps", "")) == (RemoveKey((), "missing", {"steps": "ไม่มี"}),)
    assert page.changes(changed(page.inputs(), "f:analysis", "ข")) == (AddKey((), "analysis", "ข", order),)
    assert page.changes(changed(page.inputs(), "f:title", "")) == (SetValue(("title",), "ก", None),)


def test_figures_and_days_go_in_as_they_are_typed() -> None:
    data = "total:\nlevel:\nindicators:\n  - id: 1\n    score:\n  - {id: 2, score: 90}\n"
    page = read(data, Result)
    sent = changed(changed(page.inputs(), "f:total", "๙๙.๓๗"), "f:indicators.0.score", "100.00")
    sent = changed(sent, "f:indicators.1.score", "91.5")
    assert edit.edit(data.encode(), page.changes(sent)).decode() == (
        "total: ๙๙.๓๗\nlevel:\nindicators:\n  - id: 1\n    score: 100.00\n  - {id: 2, score: 91.5}\n"
    )


def test_items_are_moved_removed_and_added_with_their_comments() -> None:
    data = "title: ก\nsteps:\n  # หนึ่ง\n  - ก\n  # สอง\n  - ข\n  - ค\n"
    page = read(data, Measure)
    steps = [("o:steps", "1"), ("f:steps.1", "ข"), ("o:steps", "0"), ("f:steps.0", "ก ใหม่")]
    steps += [("o:steps", "n0"), ("f:steps.n0", "8"), ("o:steps", "n1"), ("f:steps.n1", "")]
    sent = [each for each in page.inputs() if not each[0].endswith(("steps", "steps.0", "steps.1", "steps.2"))] + steps
    made = page.changes(sent)
    assert [type(each) for each in made] == [SetValue, RemoveItem, MoveItem, InsertItem]
    assert edit.edit(data.encode(), made).decode() == (
        'title: ก\nsteps:\n  # สอง\n  - ข\n  # หนึ่ง\n  - ก ใหม่\n  - "8"\n'
    )


def test_an_item_that_is_emptied_goes_and_a_new_one_stands_where_it_was_put() -> None:
    data = "title: ก\nsteps:\n  - ก\n  - ข\n"
    page = read(data, Measure)
    steps = [("o:steps", "0"), ("f:steps.0", " "), ("o:steps", "n0"), ("f:steps.n0", "ค"), ("o:steps", "1")]
    sent = [each for each in page.inputs() if each[0] not in {"o:steps", "f:steps.0"}]
    assert edit.edit(data.encode(), page.changes([*sent, *steps])).decode() == "title: ก\nsteps:\n  - ค\n  - ข\n"


def test_a_text_becomes_a_group_and_a_group_of_nothing_else_stays_a_text() -> None:
    data = "title: ก\nsteps:\n  - ก\n  - text: ข\n    number: ๒\n"
    page = read(data, Measure)
    as_group = [("g:steps.0", "1"), ("f:steps.0.text", "ก"), ("f:steps.0.number", "๑")]
    sent = [each for each in page.inputs() if each[0] != "f:steps.0"]
    assert edit.edit(data.encode(), page.changes([*sent, *as_group])).decode() == (
        "title: ก\nsteps:\n  - text: ก\n    number: ๑\n  - text: ข\n    number: ๒\n"
    )
    assert page.changes([*sent, *as_group[:2]]) == ()


def test_a_period_is_typed_in_words_or_by_its_days() -> None:
    page = read("title: ก\nperiod: ไตรมาส 2\n", Measure)
    sent = [each for each in page.inputs() if each[0] != "f:period"]
    days = [
        ("g:period", "1"),
        ("f:period.start", "1 ม.ค. 2569"),
        ("f:period.end", "31 มี.ค. 2569"),
        ("f:period.words", ""),
    ]
    assert page.changes([*sent, *days]) == (
        SetValue(("period",), "ไตรมาส 2", {"start": "1 ม.ค. 2569", "end": "31 มี.ค. 2569"}),
    )


@pytest.mark.parametrize(
    "forged",
    [
        ("f:unknown", "x"),
        ("f:title.text", "x"),
        ("f:steps.9", "x"),
        ("o:steps", "9"),
        ("o:steps", "-1"),
        ("o:steps", "๑"),
        ("o:steps", "0"),
        ("f:title", "twice"),
        ("f:steps.0.number", "without its group"),
        ("f:__class__", "x"),
        ("g:title", "1"),
        ("f:", "x"),
        ("o:notes", "0"),
        ("f:steps.n0", "not in the order"),
    ],
)
def test_a_form_that_is_not_ours_is_refused(forged: tuple[str, str]) -> None:
    page = read("title: ก\nsteps:\n  - ก\n", Measure)
    with pytest.raises(ForgedFormError):
        page.changes([*page.inputs(), forged])


def test_a_value_that_no_input_can_hold_is_shown_and_stays() -> None:
    page = read("title: [ก, ข]\nowners: กองคลัง\nsurprise: ก\n", Measure)
    assert {"title", "owners", "surprise"} <= {part.key for part in page.form().parts}
    assert page.changes(page.inputs()) == ()
    assert page.changes([*page.inputs(), ("c:surprise", "1")]) == (RemoveKey((), "surprise", "ก"),)


@pytest.mark.parametrize(
    ("kind", "long"),
    [
        (Agency, set()),
        (Result, set()),
        (Analysis, {"strengths", "weak_points", "findings", "improvements"}),
        (Plan, {"groups"}),
        (Report, {"measures"}),
        (Disclosure, {"items"}),
    ],
    ids=lambda kind: getattr(kind, "__name__", ""),
)
def test_long_items_are_pages_of_their_own(kind: type[Any], long: set[str]) -> None:
    assert {each.key for each in FormPage(kind, None, ()).form().paged} == long


def test_an_order_is_made_with_the_fewest_moves() -> None:
    assert moves([0, 1, 2, 3], [1, 2, 3, 0]) == [(0, 3)]
    assert moves([0, 1, 2, 3], [3, 0, 1, 2]) == [(3, 0)]
    assert moves([5, 6], [5, 6]) == []
    for seed in range(50):
        wanted = random.Random(seed).sample(range(9), 9)  # noqa: S311 - a sample, the same each time
        order = list(range(9))
        for start, to in moves(order, wanted):
            order.insert(to, order.pop(start))
        assert order == wanted
