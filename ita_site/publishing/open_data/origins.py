"""Where a row is from, and what an editor of the site did to what its document prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ita_site.saying.words import marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.load import RecordFile
    from ita_site.data.model import Edit, Record
    from ita_site.saying.view.lookup import Lookup


class Edited(Protocol):
    """A record that says what was done to its document."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What was done to the document."""
        ...


def edited(record: Edited, *path: str | int, lines: bool = True) -> str | None:
    """Return what was done to a value and to what lies in it, one thing a line; None where it is as printed.

    Args:
        record: the record of the whole file.
        path: the way to the value.
        lines: whether lines below a line count as lying in it.

    """
    told = (each for each in record.edits if each.path[: len(path)] == path)
    return _told(each for each in told if lines or "lines" not in each.path[len(path) :])


def _told(edits: Iterable[Edit]) -> str | None:
    said = [f"{each.at}: {marks.told(each.change, each.why, each.printed)}" for each in edits]
    return "\n".join(said) or None


def file_of(lookup: Lookup, loaded: RecordFile[Record]) -> str:
    """Return the path of a data file, in the data folder."""
    return lookup.dataset.inside(loaded.document.name)
