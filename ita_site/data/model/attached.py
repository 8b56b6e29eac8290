"""Where the attachments of a record stand in it, whatever kind of record it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

from ita_site.data.model.document import Attachment
from ita_site.data.model.fields import Record

if TYPE_CHECKING:
    from collections.abc import Iterator


def attachments(record: Record, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Attachment]]:
    """Yield every attachment of a record, in the order of its fields, with the way to it: keys, and places in lists."""
    if isinstance(record, Attachment):
        yield path, record
        return
    for name in _leading(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from attachments(value, (*path, name))
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                if isinstance(each, Record):
                    yield from attachments(each, (*path, name, index))


def attached_files(record: Record) -> frozenset[str]:
    """Return the names of the files beside the data that a record names."""
    return frozenset(each.file for _, each in attachments(record) if each.file is not None)


@cache
def _leading(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record in which attachments can stand: most have none, and are not looked into."""
    return tuple(name for name, field in kind.model_fields.items() if _leads(field.annotation, frozenset({kind})))


def _leads(annotation: object, passed: frozenset[type[Record]]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return issubclass(annotation, Attachment) or (
            annotation not in passed
            and any(_leads(field.annotation, passed | {annotation}) for field in annotation.model_fields.values())
        )
    return any(_leads(each, passed) for each in get_args(annotation))
