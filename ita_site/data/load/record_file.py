"""A data file as a record, with every fault of it, read once for as long as it stays as it is."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Generic, Optional, TypeAlias, TypeVar, cast

from pydantic import ValidationError, create_model

from ita_site.data import source
from ita_site.data.load.messages import explain
from ita_site.data.model import Record, Result, is_unfilled
from ita_site.ground import reading_log
from ita_site.ground.problems import InvalidData, Position, Problem, Severity, blocking

if TYPE_CHECKING:
    from ita_site.data.load.file_memory import FileMemory
    from ita_site.data.load.folder import DataFile

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - one letter, as in the standard library
ReadFile: TypeAlias = "tuple[source.Document, RecordFile[Record] | None, list[Problem]]"
"""A file, what it says as a record, and its faults."""
_MAX_SALVAGE = 5
_UNFILLED = "ยังไม่ได้กรอกผล จึงนับว่ายังไม่มีผลการประเมิน เมื่อประกาศผลแล้ว ให้เติม total: level: และ score: ของแต่ละตัวชี้วัด"


class RecordFile(Generic[R]):
    """A record and the document it was read from; to ask for either is to read the file."""

    __slots__ = ("_document", "_record")

    def __init__(self, record: R, document: source.Document) -> None:
        self._record = record
        self._document = document

    @property
    def record(self) -> R:
        """What the file says."""
        reading_log.note(self._document.name)
        return self._record

    @property
    def document(self) -> source.Document:
        """The file as it was read."""
        reading_log.note(self._document.name)
        return self._document

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Return where the value at `path` stands in the file."""
        return self.document.position(path, key=key)

    def within(self, part: str, *path: str | int, skip: int = 0) -> Position:
        """Return where a part of the text at `path` stands in the file, after `skip` others like it."""
        return self.document.within(path, part, skip)


def validated(document: source.Document, kind: type[R]) -> R:
    """Return what a document says as a record; every fault of it is told, none is passed over.

    Raises:
        InvalidData: the document or what it says has faults.

    """
    if document.value is None and not document.problems:
        raise InvalidData([_empty(document)])
    try:
        record = kind.model_validate_json(json.dumps(document.value, ensure_ascii=False))
    except ValidationError as error:
        faults = explain(error.errors(include_context=False), kind, document)
        raise InvalidData([*document.problems, *faults]) from None
    if blocking(document.problems):
        raise InvalidData(document.problems)
    return record


def read_once(file: DataFile, name: str, memory: FileMemory[ReadFile]) -> ReadFile:
    """Return what is read of a file; `name` is its path below the data folder."""

    def read(document: source.Document) -> ReadFile:
        return as_record(document, file)

    if file.path.stat().st_size > source.MAX_BYTES:
        return read(source.read(file.path, file.name))
    # A record without its faults is of a kind made for it, which no other process knows; its file will soon be another.
    return memory.read(
        name,
        file.path.read_bytes(),
        lambda data: read(source.parse(data, file.name)),
        lambda found: found[1] is not None and type(found[1].record) is file.kind.value,
    )


def as_record(document: source.Document, file: DataFile) -> ReadFile:
    """Return what a document says as the record of a file, with its faults; the file itself is not read."""
    return (document, *_read(document, cast("type[Record]", file.kind.value), file.year))


def _read(document: source.Document, kind: type[R], year: int | None) -> tuple[RecordFile[R] | None, list[Problem]]:
    """Return the record of a document and its faults.

    With faults, the record is what is left without them, so that the rest of the file can still be checked
    in the same run; it is never published. A result that is still to be filled in is none.
    """
    if document.value is None:
        if document.problems:
            return None, []
        return None, [_empty(document)]
    if kind is Result and is_unfilled(document.value):
        return None, [Problem(document.position(), "unfilled-result", _UNFILLED, Severity.NOTICE)]
    problems: list[Problem] = []
    for attempt in range(_MAX_SALVAGE):
        validated = kind if attempt == 0 else _forgiving(kind)
        try:
            text = json.dumps(document.value, ensure_ascii=False)
            return RecordFile(validated.model_validate_json(text, context={"year": year}), document), problems
        except ValidationError as error:
            errors = error.errors(include_context=False)
        if attempt == 0:
            problems = explain(errors, kind, document)
        faulty = frozenset(
            each["loc"][:-1] if each["type"] == "missing" and each["loc"][1:] else each["loc"]
            for each in errors
            if each["loc"]  # a fault of the whole record is none of one that is read forgivingly
        )
        document = document.without(faulty)
    return None, problems


def _empty(document: source.Document) -> Problem:
    return Problem(document.position(), "empty-file", "ไฟล์ว่างเปล่า ให้ใส่ข้อมูล หรือลบไฟล์")


@cache
def _forgiving(kind: type[R]) -> type[R]:
    """Return the kind of record with nothing required at its top."""
    fields: dict[str, Any] = {
        name: (Optional[Annotated[(field.annotation, None, *field.metadata)]], None)  # noqa: UP045 - made at run time
        for name, field in kind.model_fields.items()
        if field.is_required()
    }
    return create_model(kind.__name__, __base__=kind, **fields)
