"""A form as a value: its inputs with their labels, hints and messages, in groups and lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.problems import Severity
    from ita_site.hosts.desk.forms.shapes import InputKind


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be chosen, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """Values that are proposed where a text is typed, by the name that inputs call them."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FieldMessage:
    """A message at a place of a form: how bad it is, and what is to be done."""

    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class FormField:
    """An input.

    Attributes:
        name: what browsers send it as, and the id of its element.
        key: the name of the place, for buttons.
        label: what it is called.
        hint: what may be typed, or an example.
        kind: how it is typed.
        value: as it was typed.
        reading: how the value is understood: a day with its weekday, what a number of an item stands for.
        choices: of a choice, all; else empty.
        proposed: the name of a list of values that are proposed; empty where there is none.
        rows: lines of a box for a longer text.
        can_have_more: whether the text may become a group with more fields.
        told: the messages at it.

    """

    name: str
    key: str
    label: str
    hint: str
    kind: InputKind
    value: str
    reading: str = ""
    is_required: bool = False
    choices: tuple[Choice, ...] = ()
    proposed: str = ""
    rows: int = 1
    can_have_more: bool = False
    told: tuple[FieldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class LockedField:
    """A value of the file that no input can hold: it may be left, or taken out."""

    key: str
    label: str
    value: str
    told: tuple[FieldMessage, ...] = ()
    is_cleared: bool = False


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Fields below one heading, those that are seldom filled in apart.

    With `marker` the browser sends that they stand in place of a text.
    """

    key: str
    label: str
    parts: tuple[FormPart, ...]
    more: tuple[FormPart, ...] = ()
    marker: str = ""
    is_open: bool = False
    told: tuple[FieldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class FormItem:
    """An item of a list: its token in the order of the list, and what it is called."""

    token: str
    key: str
    label: str
    part: FormPart


@dataclass(frozen=True, slots=True)
class FormList:
    """A list of inputs or groups, with buttons to add, move and remove."""

    key: str
    order: str
    label: str
    hint: str
    items: tuple[FormItem, ...]
    is_open: bool = False
    told: tuple[FieldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemLink:
    """An item of a list that is a page of its own: the way to it, what it is called, and how much is told of it."""

    key: str
    address: str
    label: str
    told: tuple[FieldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class PagedList:
    """A list whose items are long."""

    key: str
    label: str
    links: tuple[ItemLink, ...]
    new: str
    told: tuple[FieldMessage, ...] = ()


FormPart: TypeAlias = "FormField | LockedField | FormGroup | FormList"


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A message in the summary above a form, with the way to its field; empty for one of the whole file."""

    told: FieldMessage
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Form:
    """All that is asked on one page of a file."""

    title: str
    parts: tuple[FormPart, ...]
    paged: tuple[PagedList, ...]
    summary: tuple[SummaryLine, ...]
    proposals: tuple[Proposals, ...]
    locked: str = ""
    """Why nothing here can be changed; empty where it can."""

    def fields(self) -> Iterator[FormField]:
        """Yield all inputs."""
        for part in self.parts:
            yield from _fields(part)


def _fields(part: FormPart) -> Iterator[FormField]:
    if isinstance(part, FormField):
        yield part
    elif isinstance(part, FormGroup):
        for each in (*part.parts, *part.more):
            yield from _fields(each)
    elif isinstance(part, FormList):
        for item in part.items:
            yield from _fields(item.part)


def is_filled(part: FormPart) -> bool:
    """Tell whether anything stands in a part of a form, or is told of it."""
    if isinstance(part, FormField):
        return bool(part.value.strip() or part.told)
    if isinstance(part, FormGroup):
        return bool(part.told) or any(map(is_filled, (*part.parts, *part.more)))
    return bool(part.items or part.told) if isinstance(part, FormList) else True


def is_shown(part: FormPart) -> bool:
    """Tell whether a field of an item is not one of those that are seldom filled in."""
    return is_filled(part) or (isinstance(part, FormField) and part.is_required)


def is_told(part: FormPart) -> bool:
    """Tell whether there is a message at a part of a form or in it."""
    if isinstance(part, FormGroup):
        return bool(part.told) or any(map(is_told, (*part.parts, *part.more)))
    if isinstance(part, FormList):
        return bool(part.told) or any(is_told(each.part) for each in part.items)
    return bool(part.told)
