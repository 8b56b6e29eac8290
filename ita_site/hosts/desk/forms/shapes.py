"""What a form can ask for in each place of a kind of file, made from its model: inputs, groups, lists, alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from ita_site.data.model import Measure, Progress, PublishedScore, Record, RowPart
from ita_site.data.model.agency import LocalCode
from ita_site.data.model.fields import Address, Count, Day, FiscalYear, Number, Percent, PointChange, Points, Text, When
from ita_site.data.model.link_lock import ByteSize, ContentType, Digest
from ita_site.data.model.names import FileName, Id, ImageName
from ita_site.data.model.reference import Answer, IndicatorNumber, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


class InputKind(StrEnum):
    """How a value is typed."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    LINES = "lines"
    """Texts, one a line."""
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class ChoiceKind(Enum):
    """What the project knows of the values that may stand in a place."""

    NONE = 0
    REFERENCE = 1
    """Indicators and items of the year of the file."""
    ANSWER = 2
    """Those of the year before, and its weak points."""
    MEASURE = 3
    DIVISION = 4
    ADDRESS = 5
    FILE = 6
    LEVEL = 7
    PLACE = 8
    """The fields of the file itself."""


@dataclass(frozen=True, slots=True)
class ScalarShape:
    """A single value; `choices` are all that may stand there, each with what it is called.

    `about` says what to type, `known` which values the project proposes; `is_text` tells plain texts from other kinds.
    """

    kind: InputKind
    about: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    known: ChoiceKind = ChoiceKind.NONE
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class GroupShape:
    """Fields below one heading."""

    record: type[Record]

    @property
    def parts(self) -> tuple[PartShape, ...]:
        """The fields, in the order of the guide."""
        return _parts(self.record)

    def part(self, key: str) -> PartShape | None:
        """Return the field of a key, None where the group has none."""
        return next((each for each in self.parts if each.key == key), None)


@dataclass(frozen=True, slots=True)
class ListShape:
    """Any number of values of one shape; with `paged` each is a page of its own, since it is long."""

    item: Shape
    paged: bool = False


@dataclass(frozen=True, slots=True)
class EitherShape:
    """A single value, or a group in which that value is the field `text`."""

    simple: ScalarShape
    group: GroupShape
    text: str


Shape: TypeAlias = "ScalarShape | GroupShape | ListShape | EitherShape"


@dataclass(frozen=True, slots=True)
class PartShape:
    """A field of a group: its key, what it is called, an example, what may stand there, and what nothing counts as."""

    key: str
    label: str
    example: str
    shape: Shape
    is_required: bool
    default: str


_SHORT = frozenset(
    {"name", "kind", "district", "province", "number", "position", "budget", "level", "among", "published"}
    | {"correct", "division", "owner", "signed_by", "to", "steps_of", "measure", "at", "words", "target", "size"}
)
"""Texts that are a few words, by the names of their fields; others may run over several lines."""
_KNOWN = {
    "owner": ChoiceKind.DIVISION,
    "division": ChoiceKind.DIVISION,
    "measure": ChoiceKind.MEASURE,
    "steps_of": ChoiceKind.MEASURE,
    "level": ChoiceKind.LEVEL,
    "at": ChoiceKind.PLACE,
}
"""Fields of texts of which the project knows which may stand there."""
_KNOWN_IN_LISTS = {"owners": ChoiceKind.DIVISION, "measures": ChoiceKind.MEASURE}
"""The same of lists; elsewhere fields of these names hold reasons."""
_SCALARS: tuple[tuple[object, InputKind, ChoiceKind], ...] = (
    (Text, InputKind.PARAGRAPH, ChoiceKind.NONE),
    (Points, InputKind.NUMBER, ChoiceKind.NONE),
    (PointChange, InputKind.NUMBER, ChoiceKind.NONE),
    (Count, InputKind.NUMBER, ChoiceKind.NONE),
    (FiscalYear, InputKind.NUMBER, ChoiceKind.NONE),
    (Number, InputKind.NUMBER, ChoiceKind.NONE),
    (Percent, InputKind.NUMBER, ChoiceKind.NONE),
    (ByteSize, InputKind.NUMBER, ChoiceKind.NONE),
    (Day, InputKind.DATE, ChoiceKind.NONE),
    (When, InputKind.DATE, ChoiceKind.NONE),
    (Address, InputKind.LINE, ChoiceKind.ADDRESS),
    (FileName, InputKind.LINE, ChoiceKind.FILE),
    (ImageName, InputKind.LINE, ChoiceKind.NONE),
    (Id, InputKind.LINE, ChoiceKind.NONE),
    (LocalCode, InputKind.LINE, ChoiceKind.NONE),
    (ContentType, InputKind.LINE, ChoiceKind.NONE),
    (Digest, InputKind.LINE, ChoiceKind.NONE),
    (Answer, InputKind.LINE, ChoiceKind.ANSWER),
    (IndicatorNumber, InputKind.LINE, ChoiceKind.REFERENCE),
    (Reference, InputKind.LINE, ChoiceKind.REFERENCE),
)
"""The kinds of value that the model has; one made of another stands before it."""
_ON_ONE_PAGE = 8
"""Fields of an item of a list that is shown whole on the page of its file."""


def group_in(shape: Shape) -> GroupShape | None:
    """Return the group that may stand in the place of a shape, maybe as another way to say it than a text."""
    inner = shape.group if isinstance(shape, EitherShape) else shape
    return inner if isinstance(inner, GroupShape) else None


@cache
def group_of(record: type[Record]) -> GroupShape:
    """Return the shape of a kind of file, or of a part of one."""
    return GroupShape(record)


@cache
def _parts(record: type[Record]) -> tuple[PartShape, ...]:
    return tuple(_part(name, field) for name, field in record.model_fields.items())


def _part(name: str, field: FieldInfo) -> PartShape:
    example = next(iter(field.examples or ()), "")
    while isinstance(example, list):
        example = next(iter(example), "")
    shape = _shape(field.annotation, tuple(field.metadata), name)
    label = field.title or _title_in(field.annotation) or name
    default = field.default.value if isinstance(field.default, StrEnum) else ""
    return PartShape(name, label, str(example), shape, field.is_required(), default)


def _shape(annotation: Any, metadata: tuple[object, ...], name: str) -> Shape:  # noqa: ANN401 - any annotation
    while get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        metadata = (*inner, *metadata)
    for alias, kind, known in _SCALARS:
        if all(any(each is one for one in metadata) for each in _kept(get_args(alias)[1:])):
            return _scalar(name, kind, known, _about(metadata))
    if (either := _either(metadata, name)) is not None:
        return either
    if get_origin(annotation) in {Union, UnionType}:
        (left,) = (each for each in get_args(annotation) if each is not type(None))
        return _shape(left, metadata, name)
    if get_origin(annotation) is tuple:
        item = _shape(get_args(annotation)[0], (), name)
        if isinstance(item, ScalarShape) and name in _KNOWN_IN_LISTS:
            item = replace(item, kind=InputKind.LINE, known=_KNOWN_IN_LISTS[name])
        return ListShape(item, _is_long(item))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return group_of(annotation)
    return ScalarShape(InputKind.CHOICE, choices=_named(annotation))


def _named(annotation: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - any annotation
    """Return the values of a choice, each with what it is called."""
    if get_origin(annotation) is Literal:
        return tuple((each, each) for each in get_args(annotation))
    assert issubclass(annotation, StrEnum)  # noqa: S101 - the model has no other kinds
    return tuple((each.value, _called(each)) for each in annotation)


def _kept(metadata: tuple[object, ...]) -> tuple[object, ...]:
    """Return of what makes a kind of value only what functions do: pydantic takes limits apart."""
    return tuple(each for each in metadata if callable(getattr(each, "func", None)))


def _scalar(name: str, kind: InputKind, known: ChoiceKind, about: str) -> ScalarShape:
    is_text = kind is InputKind.PARAGRAPH
    if is_text:
        known = _KNOWN.get(name, known)
        kind = InputKind.LINE if name in _SHORT or known is not ChoiceKind.NONE else kind
        about = ""
    return ScalarShape(kind, about, known=known, is_text=is_text)


def _about(metadata: tuple[object, ...]) -> str:
    """Return what the schema says of a kind of value."""
    schemas = (getattr(each, "json_schema", None) for each in metadata)
    return next((str(each["description"]) for each in schemas if isinstance(each, dict)), "")


def _either(metadata: tuple[object, ...], name: str) -> EitherShape | None:
    for each in metadata:
        typed = getattr(each, "json_schema_input_type", None)
        if get_origin(typed) not in {Union, UnionType}:
            continue
        shapes = [_typed_shape(one, name) for one in get_args(typed)]
        group = next((one for one in shapes if isinstance(one, GroupShape)), None)
        simple = next((one for one in shapes if isinstance(one, ScalarShape)), None)
        if group is not None and simple is not None:
            return EitherShape(simple, group, "text" if "text" in group.record.model_fields else "words")
    return None


def _typed_shape(annotation: Any, name: str) -> Shape:  # noqa: ANN401 - any annotation
    schema = _about(get_args(annotation)[1:]) if get_origin(annotation) is Annotated else ""
    if get_args(annotation)[:1] == (str,) and annotation is not Text:
        return ScalarShape(InputKind.LINE, schema)  # words that only this place takes: those of a period
    return _shape(annotation, (), name)


def _is_long(item: Shape) -> bool:
    """Tell whether an item of a list is long; figures stand below one another however much may be said of each."""
    return isinstance(item, GroupShape) and not issubclass(item.record, PublishedScore) and _size(item) > _ON_ONE_PAGE


def _size(shape: Shape) -> int:
    if isinstance(shape, GroupShape):
        return sum(_size(each.shape) for each in shape.parts)
    return _size(shape.item) if isinstance(shape, ListShape) else 1


def _called(value: StrEnum) -> str:
    """Return what a choice is called where its value is no Thai: the parts of a row of a report."""
    if isinstance(value, RowPart):
        of = next(each for each in (Progress, Measure) if value.value in each.model_fields)
        return of.model_fields[value.value].title or value.value
    return value.value


def _title_in(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    """Return what a group is called by itself."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return str(annotation.model_config.get("title") or "")
    return next((title for each in get_args(annotation) if (title := _title_in(each))), "")


def inputs_of(record: type[Record]) -> Iterator[tuple[str, ...]]:
    """Yield the keys that lead to every value a form of this kind of file can ask for."""
    yield from _inputs(group_of(record), ())


def _inputs(shape: Shape, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(shape, ListShape):
        yield from _inputs(shape.item, path)
    elif isinstance(shape, GroupShape):
        for part in shape.parts:
            yield from _inputs(part.shape, (*path, part.key))
    elif isinstance(shape, EitherShape):
        yield path
        yield from _inputs(shape.group, path)
    else:
        yield path
