"""Two versions of the data of one file compared value by value: which field, from what, to what.

Items of a list are followed by what they are called (a number, the id of a measure, a title), not by their place. The
same day or number typed in another way is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, get_args

from ita_site.data.load.messages import joined
from ita_site.data.model import Record
from ita_site.ground import thai
from ita_site.ground.markup import excerpt
from ita_site.hosts.value_changes.item_pairing import IDS, NAMES, paired, telling_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.source import Path, Value


class ValueKind(StrEnum):
    """What kind of value has changed, in the words of a summary."""

    SCORE = "คะแนน"
    DAY = "วันที่"
    NUMBER = "จำนวน"
    CHOICE = "สถานะหรือตัวเลือก"
    LINK = "ลิงก์"
    TEXT = "ข้อความ"
    ITEM = "รายการ"
    ORDER = "ลำดับ"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that has changed: its field in Thai, from the top of the file down, and what was typed before and now.

    `old` is None where there was nothing, `new` where nothing is left. `path` is where it stands now or, of what was
    taken out, where it stood.
    """

    path: Path
    labels: tuple[str, ...]
    kind: ValueKind
    old: str | None
    new: str | None

    @property
    def label(self) -> str:
        """The labels in one line."""
        return joined(self.labels)


@dataclass(frozen=True, slots=True)
class PlaceOfValue:
    """Where a value stands, with its labels from the top of the file down, and what may stand there."""

    path: Path
    labels: tuple[str, ...]
    annotation: Any
    names: Mapping[str, str]
    kind: ValueKind

    @property
    def label(self) -> str:
        """The labels in one line."""
        return joined(self.labels)

    def below(self, step: str | int, label: str, annotation: Any, kind: ValueKind) -> PlaceOfValue:  # noqa: ANN401 - any
        """Return the place of a field or an item below."""
        return PlaceOfValue((*self.path, step), (*self.labels, label), annotation, self.names, kind)

    def change(self, old: Value, new: Value) -> ValueChange:
        """Return the change of what stands here."""
        kind = ValueKind.ITEM if any(isinstance(each, dict | list) for each in (old, new)) else self.kind
        return ValueChange(self.path, self.labels, kind, value_text(old), value_text(new))


def compared(
    old: Value, new: Value, record: type[Record], names: Mapping[str, str] | None = None
) -> Iterator[ValueChange]:
    """Yield what has changed between the values of two versions of one file, in the order of the newer.

    Args:
        old: the values before.
        new: the values now.
        record: what such a file holds.
        names: words for ids, such as the titles of measures.

    """
    yield from _values(old, new, PlaceOfValue((), (), record, names or {}, ValueKind.TEXT))


def compared_at(old: Value, new: Value, place: PlaceOfValue) -> Iterator[ValueChange]:
    """Yield what has changed between two versions of what stands at one place; None where nothing stood there."""
    yield from _values(old, new, place)


def place_of(root: Value, path: Path, record: type[Record], names: Mapping[str, str] | None = None) -> PlaceOfValue:
    """Return the place at a path of a file's values, with its labels; an item is called as changes of it call it."""
    place = PlaceOfValue((), (), record, names or {}, ValueKind.TEXT)
    for step in path:
        if isinstance(root, list) and isinstance(step, int) and step < len(root):
            key = telling_field(root, root)
            label = _label(root[step], key, step, place.names)
            place = place.below(step, label, place.annotation, place.kind)
            root = root[step]
        else:
            place = _field_below(place, str(step))
            root = root.get(str(step)) if isinstance(root, dict) else None
    return place


def _field_below(place: PlaceOfValue, key: str) -> PlaceOfValue:
    record = record_in(place.annotation)
    field = record.model_fields.get(key) if record else None
    if field is None:
        return place.below(key, key, None, ValueKind.TEXT)
    # What stands beside a type says what kind of number it is.
    kind = _kind_of((field.annotation, *field.metadata))
    return place.below(key, field.title or key, field.annotation, kind)


def _values(old: Value, new: Value, place: PlaceOfValue) -> Iterator[ValueChange]:
    if same_value(old, new, place.kind):
        return
    if isinstance(old, str) and isinstance(new, dict) and "text" in new:
        old = {"text": old}  # a line that was given more than its text
    if isinstance(new, str) and isinstance(old, dict) and "text" in old:
        new = {"text": new}
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _groups(old, new, place)
    elif isinstance(old or [], list) and isinstance(new or [], list):
        yield from _lists(list(old or []), list(new or []), place)
    else:
        yield place.change(old, new)


def _groups(old: dict[str, Value], new: dict[str, Value], place: PlaceOfValue) -> Iterator[ValueChange]:
    for key in [*new, *(each for each in old if each not in new)]:
        yield from _values(old.get(key), new.get(key), _field_below(place, key))


def _lists(old: list[Value], new: list[Value], place: PlaceOfValue) -> Iterator[ValueChange]:
    key, pairs = telling_field(old, new), paired(old, new)
    gone = [index for index in range(len(old)) if index not in pairs.values()]
    for index, item in enumerate(new):
        label = _label(item, key, index, place.names)
        below = place.below(index, label, place.annotation, place.kind)
        if index in pairs:
            yield from _values(old[pairs[index]], item, below)
        else:
            yield below.change(None, item)
    for index in gone:
        below = place.below(index, _label(old[index], key, index, place.names), place.annotation, place.kind)
        yield below.change(old[index], None)
    kept = [pairs[index] for index in sorted(pairs)]
    if kept != sorted(kept):
        shown = [", ".join(_label(each, key, at, place.names) for at, each in enumerate(items)) for items in (old, new)]
        yield ValueChange(place.path, place.labels, ValueKind.ORDER, shown[0], shown[1])


def _label(item: Value, key: str | None, index: int, names: Mapping[str, str]) -> str:
    if isinstance(item, dict):
        called = item.get(key) if key else next((item[each] for each in (*NAMES, *IDS) if each in item), None)
        if isinstance(called, str):
            return excerpt(names.get(called, called)) if key in IDS else f"“{excerpt(called)}”"
    return f"รายการที่ {index + 1}"


def same_value(old: Value, new: Value, kind: ValueKind) -> bool:
    """Tell whether two values say the same, however a day or a number was typed."""
    if isinstance(old, list | dict) or isinstance(new, list | dict):
        return old == new or (not old and not new)
    one, other = (thai.normalise(each or "").strip() for each in (old, new))
    if one == other:
        return True
    if kind in {ValueKind.SCORE, ValueKind.NUMBER}:
        numbers = thai.number(one.replace(",", "")), thai.number(other.replace(",", ""))
        return numbers[0] is not None and numbers[0] == numbers[1]
    if kind is ValueKind.DAY:
        days = _day(one), _day(other)
        return days[0] is not None and days[0] == days[1]
    return thai.arabic(one) == thai.arabic(other) and thai.number(one) is not None


def _day(text: str) -> date | None:
    try:
        return thai.read_date(text)
    except thai.BadDate:
        return None


def value_text(value: Value) -> str | None:
    """Return a value in one text: of a group what it is called, of a list its items."""
    if isinstance(value, dict):
        called = next((value[each] for each in (*NAMES, *IDS) if isinstance(value.get(each), str)), None)
        score = value.get("score")
        if isinstance(called, str):
            return f"{called} ({score})" if isinstance(score, str) else called
        return " ".join(f"{key}: {value_text(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(said for each in value if (said := value_text(each)))
    return value


def record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401 - any annotation of a field
    """Return the record that may stand where an annotation is, if one may."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for option in get_args(annotation) if (found := record_in(option))), None)


def _kind_of(annotation: Any) -> ValueKind:  # noqa: ANN401 - any annotation, with what stands beside it
    parts = set(_parts(annotation))
    types = [each for each in parts if isinstance(each, type)]
    if date in parts:
        return ValueKind.DAY
    if Decimal in parts:
        return ValueKind.SCORE
    if int in parts:
        return ValueKind.NUMBER
    if any(issubclass(each, Enum) for each in types):
        return ValueKind.CHOICE
    named = {getattr(getattr(each, "func", None), "__name__", "") for each in parts}
    return ValueKind.LINK if "_address" in named else ValueKind.TEXT


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, tuple):
        for each in annotation:
            yield from _parts(each)
        return
    if not isinstance(annotation, list):
        try:
            hash(annotation)
        except TypeError:
            return
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return  # its own fields say what they are
        yield annotation
    for option in get_args(annotation):
        yield from _parts(option)
