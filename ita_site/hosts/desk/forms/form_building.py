"""A draft of a file as the form that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_site.data.load.messages import typed_steps
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.forms.drafts import Draft, Fields, Gone, Kept, Rows, Typed, content
from ita_site.hosts.desk.forms.form_parts import (
    Choice,
    FieldMessage,
    Form,
    FormField,
    FormGroup,
    FormItem,
    FormList,
    FormPart,
    ItemLink,
    LockedField,
    PagedList,
    Proposals,
    SummaryLine,
    is_filled,
    is_shown,
    is_told,
)
from ita_site.hosts.desk.forms.input_looks import hint, options, rows
from ita_site.hosts.desk.forms.posted_form import GROUP, ORDER, TEXT, input_name
from ita_site.hosts.desk.forms.readings import reading
from ita_site.hosts.desk.forms.shapes import (
    ChoiceKind,
    EitherShape,
    GroupShape,
    InputKind,
    ListShape,
    PartShape,
    ScalarShape,
    Shape,
    group_in,
)
from ita_site.hosts.desk.forms.spoken_keys import with_fields_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value
    from ita_site.ground.problems import Problem

_IN_SENTENCE = re.compile("“|[a-z]$")
"""What stands in a sentence, and never in what a field is called: a quotation, a key before its colon."""
_FILE_NAME = re.compile(r" \(ชื่อไฟล์[^)]*\)")
"""What is said of a name that is typed, and is not said where it is chosen."""
_EXAMPLE = "เช่น {example}"
_ITEM = "{label} ข้อ {number}"
_CALLED = "{title}: {called}"
_TITLED = "{number}. {title}"
_UNKNOWN = "ช่อง {key} ที่ระบบไม่รู้จัก"
_NEW = "{label} รายการใหม่"
_TITLES = ("title", "name", "measure", "item", "about", "id", "text", "subject", "position", "part", "at", "among")
"""The fields by which an item of a list is called, the best first."""
_SHOWN = 3
"""Fields of an item that are shown though nothing stands in them."""
_FOLDED = 2
"""Fields of an item that are folded away together; a single one takes no more room than the fold."""
_MANY = 12
"""Items of a list that is shown folded."""


@dataclass(frozen=True)
class FormSetting:
    """What a form is made for.

    Attributes:
        kind: what the file holds.
        address: that of the page of the file.
        year: the fiscal year of the file, B.E.
        choices: the values that are proposed.
        faults: what is told of the file, with the ways to what it is about.
        locked: why nothing can be changed.

    """

    kind: type[Record]
    address: str
    year: int | None = None
    choices: Mapping[ChoiceKind, tuple[Choice, ...]] = field(default_factory=dict)
    faults: Sequence[tuple[Path, Problem]] = ()
    locked: str = ""


def build(shape: Shape, draft: Draft, path: Path, setting: FormSetting, title: str) -> Form:
    """Return the form that shows a draft of what stands at a path of a file."""
    return _Builder(setting).form(shape, draft, path, title)


class _Builder:
    def __init__(self, setting: FormSetting) -> None:
        self._setting = setting
        self._targets: dict[Problem, str] = {}
        self._proposed: set[ChoiceKind] = set()

    def form(self, shape: Shape, draft: Draft, path: Path, title: str) -> Form:
        group = group_in(shape)
        parts: tuple[FormPart, ...]
        paged: tuple[PagedList, ...] = ()
        if group is not None and isinstance(draft, Fields):
            paged = tuple(
                self._paged(part, draft.parts[part.key], (*path, part.key))
                for part in group.parts
                if isinstance(part.shape, ListShape) and part.shape.paged and _is_list(draft.parts[part.key])
            )
            long = {each.key for each in paged}
            called = self._title(shape, draft) if path else ""
            title = _CALLED.format(title=title, called=called) if called else title
            parts = tuple(each for each in self._parts(group, draft, path) if each.key not in long)
            if not path:  # what several kinds of file may say stands below what this one is about
                own = group.record.__annotations__
                parts = tuple(sorted(parts, key=lambda each: each.key not in own))
        else:
            parts = (self._part(PartShape("", title, "", shape, is_required=True, default=""), draft, path),)
        return Form(
            title,
            parts,
            paged,
            tuple(self._summary(path)),
            tuple(
                Proposals(kind.name.lower(), self._setting.choices[kind])
                for kind in ChoiceKind
                if kind in self._proposed
            ),
            self._setting.locked,
        )

    def _summary(self, path: Path) -> Iterator[SummaryLine]:
        order = list(Severity)
        for place, problem in sorted(self._setting.faults, key=lambda each: order.index(each[1].severity)):
            if problem in self._targets or not place or not path:
                told = self._told(place, problem)
                label, is_labelled, message = told.message.partition(": ")
                if not is_labelled or _IN_SENTENCE.search(label) or problem not in self._targets:
                    label, message = "", told.message
                yield SummaryLine(replace(told, message=message), self._targets.get(problem, ""), label)

    def _told(self, place: Path, problem: Problem) -> FieldMessage:
        return FieldMessage(problem.severity, with_fields_named(problem.message, self._setting.kind, place))

    def _faults(self, path: Path, target: str, *, inside: bool) -> tuple[FieldMessage, ...]:
        """Return what is told of what stands at a path, and of what is in it; the summary leads to it from then on."""
        told = []
        for place, problem in self._setting.faults:
            if place == path or (inside and place[: len(path)] == path):
                self._targets.setdefault(problem, target)
                told.append(self._told(place, problem))
        return tuple(told)

    def _parts(self, group: GroupShape, draft: Fields, path: Path) -> Iterator[FormPart]:
        known = {part.key for part in group.parts}
        for part in group.parts:
            each = draft.parts.get(part.key, Kept())
            if not (isinstance(part.shape, ListShape) and part.shape.paged and _is_list(each)):
                yield self._part(part, each, (*path, part.key))
        for key, left in draft.parts.items():
            if key not in known:
                yield self._locked(_UNKNOWN.format(key=key), left, (*path, key))

    def _part(self, part: PartShape, draft: Draft, path: Path) -> FormPart:
        if isinstance(draft, Typed):
            return self._field(part, draft.text, path)
        if isinstance(draft, Fields):
            group = group_in(part.shape)
            assert group is not None  # noqa: S101 - drafts are made by shapes
            marker = GROUP + input_name(path) if isinstance(part.shape, EitherShape) else ""
            return self._group(part, group, draft, path, marker)
        if isinstance(draft, Rows) and isinstance(part.shape, ListShape):
            return self._list(part, part.shape, draft, path)
        return self._locked(part.label, draft, path)

    def _locked(self, label: str, draft: Draft, path: Path) -> LockedField:
        key = input_name(path)
        value = draft.value if isinstance(draft, Kept) else None
        told = self._faults(path, f"k:{key}", inside=True)
        return LockedField(key, label, excerpt(str(value)), told, isinstance(draft, Gone))

    def _field(self, part: PartShape, text: str, path: Path) -> FormField:
        shape = part.shape
        simple = shape.simple if isinstance(shape, EitherShape) else shape
        if isinstance(simple, ListShape):
            simple = ScalarShape(InputKind.LINES)
        assert isinstance(simple, ScalarShape)  # noqa: S101 - nothing else is typed
        key = input_name(path)
        known = self._setting.choices.get(simple.known, ())
        kind, choices = simple.kind, tuple(Choice(*each) for each in simple.choices)
        chosen = simple.known is ChoiceKind.MEASURE and bool(known)
        if chosen:
            kind, choices = InputKind.CHOICE, known
        elif known:
            self._proposed.add(simple.known)
        if kind is InputKind.LINE and "\n" in text:
            kind = InputKind.PARAGRAPH
        example = _EXAMPLE.format(example=part.example) if part.example else ""
        is_period = isinstance(shape, EitherShape) and shape.text == "words"
        return FormField(
            name=TEXT + key,
            key=key,
            label=_FILE_NAME.sub("", part.label) if chosen else part.label,
            hint="" if chosen else hint(simple, example),
            kind=kind,
            value=text,
            reading=reading(simple, text, known, self._setting.year, is_period=is_period),
            is_required=part.is_required,
            choices=options(choices, text, part) if kind is InputKind.CHOICE else (),
            proposed=simple.known.name.lower() if known and kind is not InputKind.CHOICE else "",
            rows=rows(text, kind),
            can_have_more=isinstance(shape, EitherShape),
            told=self._faults(path, TEXT + key, inside=True),
        )

    def _group(self, part: PartShape, group: GroupShape, draft: Fields, path: Path, marker: str) -> FormGroup:
        key = input_name(path)
        told = self._faults(path, f"k:{key}", inside=False)
        parts = tuple(self._parts(group, draft, path))
        is_item = not part.key
        seldom = {each.key for place, each in enumerate(parts) if is_item and place >= _SHOWN and not is_shown(each)}
        if len(seldom) < _FOLDED:
            seldom = set()
        return FormGroup(
            key=key,
            label=part.label,
            parts=tuple(each for each in parts if each.key not in seldom),
            more=tuple(each for each in parts if each.key in seldom),
            marker=marker,
            is_open=bool(told) or part.is_required or any(map(is_filled, parts)),
            told=told,
        )

    def _list(self, part: PartShape, shape: ListShape, draft: Rows, path: Path) -> FormList:
        key = input_name(path)
        told = self._faults(path, f"k:{key}", inside=False)
        items = []
        for number, row in enumerate(draft.rows, 1):
            place = (*path, row.token if row.token.startswith("n") else int(row.token))
            called = self._title(shape.item, row.draft)
            label = _ITEM.format(label=part.label, number=number)
            of_item = PartShape("", label, part.example, shape.item, is_required=False, default="")
            shown = self._part(of_item, row.draft, place)
            title = _TITLED.format(number=number, title=called) if called else label
            items.append(FormItem(row.token, input_name(place), title, shown))
        is_open = bool(told) or any(is_told(each.part) for each in items) or 0 < len(items) <= _MANY
        example = _EXAMPLE.format(example=part.example) if part.example else ""
        return FormList(key, ORDER + key, part.label, example, tuple(items), is_open, told)

    def _paged(self, part: PartShape, draft: Draft, path: Path) -> PagedList:
        assert isinstance(draft, Kept)  # noqa: S101 - such a list is never typed as a whole
        assert isinstance(part.shape, ListShape)  # noqa: S101 - as it was asked for
        key = input_name(path)
        address = "/".join([self._setting.address, *typed_steps(path)])
        links = []
        for index, value in enumerate(draft.value if isinstance(draft.value, list) else ()):
            here = f"{address}/{index + 1}"
            told = self._faults((*path, index), here, inside=True)
            title = self._title_of(part.shape.item, value) or _ITEM.format(label=part.label, number=index + 1)
            links.append(ItemLink(f"{key}.{index}", here, title, told))
        told = self._faults(path, f"k:{key}", inside=False)
        return PagedList(key, part.label, tuple(links), f"{address}/new", told)

    def _title(self, shape: Shape, draft: Draft) -> str:
        return self._title_of(shape, content(shape, draft)) if isinstance(draft, Fields) else ""

    def _title_of(self, shape: Shape, value: Value) -> str:
        """Return what an item of a list is called: by its name, and what its number stands for."""
        group = group_in(shape)
        if group is None or not isinstance(value, dict):
            return excerpt(value) if isinstance(value, str) else ""
        named = next((key for key in _TITLES if isinstance(value.get(key), str) and group.part(key)), "")
        part = group.part(named)
        text = value.get(named)
        if part is None or not isinstance(text, str):
            return ""
        known = self._setting.choices.get(part.shape.known, ()) if isinstance(part.shape, ScalarShape) else ()
        read = reading(part.shape, text, known, None, is_period=False) if isinstance(part.shape, ScalarShape) else ""
        return excerpt(read or next((each.label for each in known if each.value == text.strip()), text))


def _is_list(draft: Draft) -> bool:
    return isinstance(draft, Kept) and isinstance(draft.value, (list, type(None)))
