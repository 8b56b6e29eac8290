"""Where the attachments of a record stand in it, whatever kind of record it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model.document import Attachment
from ita_site.data.model.fields import Record
from ita_site.data.model.leading import leading_to

if TYPE_CHECKING:
    from collections.abc import Iterator


def attachments(record: Record, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Attachment]]:
    """Yield every attachment of a record, in the order of its fields, with the way to it: keys, and places in lists."""
    if isinstance(record, Attachment):
        yield path, record
        return
    for name in leading_to(Attachment, type(record)):
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
