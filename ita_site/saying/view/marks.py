"""What an editor of the site did to a document, to be shown at each value that it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Change, Origin
from ita_site.saying.words import marks as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.model import Edit

_Path: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class EditMark:
    """A remark on a value that is not as the document has it: what was done, what is printed, and why."""

    change: Change
    why: str
    printed: str | None = None


class Marks:
    """The marks of one record, by the path of the value in its file."""

    def __init__(self, edits: Iterable[Edit] = (), *, marks: Iterable[tuple[_Path, EditMark]] = ()) -> None:
        self._marks = [*((each.path, EditMark(each.change, each.why, each.printed)) for each in edits), *marks]

    def at(self, *path: str | int) -> tuple[EditMark, ...]:
        """Return the marks of a value and of what lies in it."""
        return tuple(mark for where, mark in self._marks if where[: len(path)] == path)

    def own(self, *path: str | int) -> tuple[EditMark, ...]:
        """Return the marks of a value as a whole, not those of what lies in it."""
        return tuple(mark for where, mark in self._marks if where == path)

    def below(self, *path: str | int) -> Marks:
        """Return the marks of what lies in a value, by their paths from there."""
        if not self._marks:
            return self
        inner = ((where[len(path) :], mark) for where, mark in self._marks if where[: len(path)] == path)
        return Marks(marks=inner)

    def beyond(self, count: int) -> tuple[EditMark, ...]:
        """Return the marks of what a list of so many values no longer has."""
        return tuple(mark for where, mark in self._marks if where and isinstance(where[0], int) and where[0] >= count)

    def outside(self, *fields: str) -> tuple[EditMark, ...]:
        """Return the marks of all values but those of these fields."""
        return tuple(mark for where, mark in self._marks if where and where[0] not in fields)


def matched(by: Origin) -> tuple[EditMark, ...]:
    """Return the mark of what a document does not say and an editor matched; none where the document says it."""
    return (EditMark(Change.MATCHED, sentences.MATCHED),) if by is Origin.EDITOR else ()


def stated_by(by: Origin) -> tuple[EditMark, ...]:
    """Return the mark of a status that no document states."""
    return (EditMark(Change.ADDED, sentences.STATUS),) if by is Origin.EDITOR else ()
