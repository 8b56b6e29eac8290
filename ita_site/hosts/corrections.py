"""A published value put right: the change of the value, and the erratum that says so to readers.

A score has a place of its own for that (`errata:` of a result); any other value is told of in the `notes:` of its
file. A value that was never published is changed without either.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from ita_site.data import edit, source
from ita_site.data.edit import AddKey, FileChange, InsertItem, SetValue
from ita_site.data.edit.changes import get, same
from ita_site.data.model import Erratum, Result
from ita_site.data.model.reference import Reference
from ita_site.ground import thai
from ita_site.ground.problems import stopping
from ita_site.hosts.value_changes import place_of, record_in, same_value, traced
from ita_site.hosts.value_history import field_named
from ita_site.judging.checks import errata
from ita_site.saying.words import correction_notes as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path as FilePath

    from ita_site.data.edit import Saved
    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value
    from ita_site.ground.problems import Problem
    from ita_site.hosts.value_changes import PlaceOfValue

_REFERENCE: TypeAdapter[str] = TypeAdapter(Reference)
_SCORE = 3
"""How long the path of a score in a list is: the list, the item, the score."""


class WouldBeWrong(Exception):
    """With the correction a file would have an error that it has not; the message is the report of these."""


class CannotCorrect(Exception):
    """A correction cannot be made or told of; the message says why, in Thai."""


@dataclass(frozen=True, slots=True)
class RightValue:
    """What is right, as it is typed, with the reason for readers and the day of the correction."""

    text: str
    why: str
    since: date


@dataclass(frozen=True, slots=True)
class Correction:
    """The changes of a file that correct a value, and what was published, the last first; nothing where none was."""

    changes: tuple[FileChange, ...]
    label: str
    published: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileToCorrect:
    """A data file: where it lies, what messages call it, what it holds, and how it was published.

    `published` are its versions that were published, the last first; `names` words for ids, such as the titles
    of measures; `problems` all that is told of the data as they are.
    """

    path: FilePath
    name: str
    record: type[Record]
    published: Sequence[bytes]
    names: Mapping[str, str]
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made, where the value stands, and what was saved."""

    correction: Correction
    path: Path
    saved: Saved


def put_right(
    file: FileToCorrect,
    field: str,
    right: RightValue,
    check: Callable[[], Sequence[Problem]],
    report: Callable[[Sequence[Problem]], str],
) -> Corrected:
    """Correct a value in its file; a file that would have another error with it stays as it was.

    Args:
        file: the file.
        field: what a person calls the field; see `field_named`.
        right: what is right, and why.
        check: returns all that is told of the data as they are by then.
        report: makes a text of the errors, while the file is as it would be.

    Raises:
        CannotCorrect: what is meant is no single value, or nothing would change.
        CannotEditError: no edit of the file gives the value.
        OSError: the disk does not answer.
        UnknownField: no field is called so, or several are.
        WouldBeWrong: there would be another error.

    """
    known = {(each.code, each.message) for each in file.problems}
    seen = file.path.read_bytes()
    now = edit.values(seen, file.name)
    published = [source.parse(each, file.name).value for each in file.published]
    path = field_named(field, now, file.record, file.names)
    made = _correction(file, now, published, path, right)
    saved = edit.save(file.path, made.changes, edit.digest(seen), base=seen, name=file.name)
    found = stopping(check(), strict=False)
    wrong = [each for each in found if (each.code, each.message) not in known]
    if wrong:
        told = report(wrong)
        edit.undo(file.path, saved, file.name)
        raise WouldBeWrong(told)
    return Corrected(made, path, saved)


def _correction(
    file: FileToCorrect, now: Value, published: Sequence[Value], path: Path, right: RightValue
) -> Correction:
    """Return what puts the value at a path right, where a file says `now` and was published otherwise or not at all."""
    record = file.record
    place = place_of(now, path, record, file.names)
    label = place.label
    old = _leaf(now, path, label)
    changes = list(_changed(now, path, old, right.text, record if len(path) == 1 else record_in(place.annotation)))
    printed = list(_printed(now, published, place, label))
    wrong = [each for each in printed if not same_value(each, right.text, place.kind)]
    value = _PublishedValue(now, record, path, label)
    untold = tuple(_untold(value, wrong))
    if untold:
        changes += _told(value, untold, right)
    if not changes:
        known = " มีคำชี้แจงแล้ว" if wrong else " และไม่ต่างจากที่เผยแพร่" if printed else ""
        message = f"“{label}” เป็น {right.text} อยู่แล้ว{known} จึงไม่มีอะไรให้แก้"
        raise CannotCorrect(message)
    return Correction(tuple(changes), label, untold)


def _printed(now: Value, published: Sequence[Value], place: PlaceOfValue, label: str) -> Iterator[str]:
    """Yield what stood at a place whenever it was published, each once."""
    seen: list[str] = []
    for version in published:
        before = traced(version, now, place.path)
        printed = _leaf(version, before, label) if before is not None else None
        if printed is not None and not any(same_value(each, printed, place.kind) for each in seen):
            seen.append(printed)
            yield printed


@dataclass(frozen=True, slots=True)
class _PublishedValue:
    """A value that was published: what its file says now, what such a file holds, where the value stands, its label."""

    now: Value
    record: type[Record]
    path: Path
    label: str

    @property
    def is_score(self) -> bool:
        return self.record is Result and (self.path == ("total",) or self._is_listed)

    @property
    def reference(self) -> Value:
        """What the score is of, as it is typed; None for the total."""
        return get(self.now, (*self.path[:-1], "id")) if self._is_listed else None

    @property
    def _is_listed(self) -> bool:
        return len(self.path) == _SCORE and self.path[-1] == "score"

    def beside(self, field: str) -> Value:
        """Return another field of the file; None where it has none."""
        return self.now.get(field) if isinstance(self.now, dict) else None


def _untold(value: _PublishedValue, wrong: Sequence[str]) -> Iterator[str]:
    """Yield what was published wrongly and readers are not told of: every score, of other values the last."""
    if value.is_score:
        reference = str(_REFERENCE.validate_python(value.reference)) if value.reference is not None else ""
        told = tuple(_errata(value))
        yield from (each for each in wrong if not errata.is_told(told, reference, each))
    elif wrong:
        notes = value.beside("notes")
        begun = words.beginning(value.label, wrong[0])
        if not any(isinstance(note, str) and begun in note for note in notes or ()):
            yield wrong[0]


def _errata(value: _PublishedValue) -> Iterator[Erratum]:
    """Yield the errata that a file has and that have no fault."""
    for each in value.beside("errata") or ():
        with suppress(ValidationError):
            yield Erratum.model_validate_json(json.dumps(each, ensure_ascii=False))


def _leaf(root: Value, path: Path, label: str) -> str | None:
    try:
        found = get(root, path)
    except KeyError:
        return None
    if isinstance(found, dict | list):
        message = f"“{label}” มีหลายค่า ให้พิมพ์ชื่อของค่าเดียวในนั้น"
        raise CannotCorrect(message)
    return found


def _changed(now: Value, path: Path, old: str | None, new: str, record: type[Record] | None) -> list[FileChange]:
    """Return the change of the value itself; none where it has been made by hand."""
    if old is not None:
        return [] if same(old, new) else [SetValue(path, old, new)]
    key, around = path[-1], path[:-1]
    try:
        there = get(now, path)
    except KeyError:
        order = tuple(record.model_fields) if record else ()
        return [AddKey(around, str(key), new, order)]
    return [SetValue(path, there, new)]


def _told(value: _PublishedValue, untold: Sequence[str], right: RightValue) -> list[FileChange]:
    """Return what tells readers of a value: an erratum for each score that was published, or a note."""
    correct = right.text or words.NONE
    items: list[Value] = []
    if value.is_score:
        reference = {"id": value.reference} if value.reference is not None else {}
        day = thai.write_short_date(right.since)
        for printed in reversed(untold):
            typed = {"published": printed, "correct": correct, "since": day, "why": right.why}
            items.append({**reference, **typed})
        field = "errata"
    elif "notes" in value.record.model_fields:
        field = "notes"
        items += [words.note(value.label, printed, correct, right.since, right.why) for printed in untold]
    else:
        message = "ไฟล์ชนิดนี้ไม่มีที่สำหรับคำชี้แจง ให้แก้ในไฟล์ได้โดยตรง"
        raise CannotCorrect(message)
    there = value.beside(field)
    if isinstance(there, list):
        return [InsertItem((field,), len(there) + index, item) for index, item in enumerate(items)]
    if isinstance(value.now, dict) and field in value.now:
        return [SetValue((field,), there, items)]
    return [AddKey((), field, items, tuple(value.record.model_fields))]
