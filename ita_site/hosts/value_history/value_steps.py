"""The steps of a file, or of one value in it, from the last change back to the first that Git has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.edit.changes import value_at
from ita_site.data.load.messages import joined
from ita_site.ground.git.git_file_steps import file_history
from ita_site.ground.git.git_objects import is_shallow
from ita_site.hosts.value_changes import compared_at, place_of, same_but_for_line_ends, traced, value_text
from ita_site.hosts.value_history.field_naming import UnknownField, field_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path as FilePath

    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value
    from ita_site.ground.git.git_file_steps import FileStep
    from ita_site.hosts.value_changes import PlaceOfValue, ValueChange

_ON_DISK = "on-disk"
"""Stands for the name that Git gives contents, of what was not committed yet."""


@dataclass(frozen=True, slots=True)
class ValueStep:
    """A change of one or several values at once; what was not committed yet has no commit and no author.

    `renamed` is the path that the file had before, from the top of the repository, where it has another since. `before`
    and `after` are the whole file, None where it was not there or is too large.
    """

    commit: str
    author: str
    day: date | None
    subject: str
    values: tuple[ValueChange, ...]
    renamed: str = ""
    before: bytes | None = None
    after: bytes | None = None


@dataclass(frozen=True, slots=True)
class ValueHistory:
    """The changes of a file or of a field in it, the last first.

    `labels` are those of the field in Thai, from the top of the file down, and `now` what it says, None where there is
    nothing; both are empty for a whole file. `cut` is true where the copy of the repository lacks older commits.
    """

    labels: tuple[str, ...]
    now: str | None
    steps: tuple[ValueStep, ...]
    cut: bool

    @property
    def label(self) -> str:
        """The labels in one line."""
        return joined(self.labels)


@dataclass(frozen=True, slots=True)
class _Known:
    """The field in one version of the file: where it stands there or, where it does not, in a later one."""

    contents: str
    path: Path


class _Versions:
    """What the versions of a file say, by the names of their contents."""

    def __init__(self, contents: Mapping[str, bytes], name: str) -> None:
        self._contents = contents
        self._name = name
        self._values: dict[str, Value] = {}

    def data(self, contents: str) -> bytes | None:
        return self._contents.get(contents) if contents else None

    def value(self, contents: str) -> Value:
        if contents not in self._values:
            data = self._contents.get(contents, b"")
            self._values[contents] = source.parse(data, self._name).value if data.strip() else None
        return self._values[contents]

    def at(self, known: _Known) -> Value:
        return value_at(self.value(known.contents), known.path)


def value_history(
    path: FilePath, name: str, record: type[Record], field: str | None = None, names: Mapping[str, str] | None = None
) -> ValueHistory:
    """Return what became of a data file, or of one field in it.

    A field in an item of a list is followed by what the item is called, and by how alike it is, wherever it stood.

    Args:
        path: the file, which may be gone from the disk.
        name: what messages call it.
        record: what such a file holds.
        field: what a person calls the field; see `field_named`.
        names: words for ids, such as the titles of measures.

    Raises:
        NoHistory: there is no repository, no program, or Git refuses.
        UnknownField: no version of the file has such a field, or what was typed may be several.

    """
    history = file_history(path)
    contents = dict(history.contents)
    there = path.is_file() and not path.is_symlink()
    steps = [_Step(each.now.contents, tuple(state.contents for state in each.before), each) for each in history.steps]
    data = path.read_bytes() if there else b""
    committed = history.head.contents
    if there != bool(committed) or (there and not same_but_for_line_ends(data, contents.get(committed, b""))):
        contents[_ON_DISK] = data
        steps.insert(0, _Step(_ON_DISK if there else "", (committed,) if committed else (), None))
    versions = _Versions(contents, name)
    newest = [contents for step in steps for contents in (step.now, *step.before)]
    known = _known(field, newest, versions, record, names or {})
    found = tuple(_told(steps, versions, record, names or {}, known))
    labels = place_of(versions.value(known.contents), known.path, record, names).labels
    here = bool(field and steps) and known.contents == steps[0].now
    now = value_text(versions.at(known)) if here else None
    return ValueHistory(labels, now, found, is_shallow(path.parent))


@dataclass(frozen=True, slots=True)
class _Step:
    """The names of contents after a change and before it; `of_git` is None for what was not committed."""

    now: str
    before: tuple[str, ...]
    of_git: FileStep | None


def _known(
    field: str | None, newest: list[str], versions: _Versions, record: type[Record], names: Mapping[str, str]
) -> _Known:
    """Return the field in the newest version that has it; the whole file where no field is asked for.

    Raises:
        UnknownField: none has.

    """
    wrong: UnknownField | None = None
    for contents in dict.fromkeys(newest):
        if field is None:
            return _Known(contents, ())
        if not contents:
            continue
        try:
            return _Known(contents, field_named(field, versions.value(contents), record, names))
        except UnknownField as error:
            wrong = wrong or error
    if wrong:
        raise wrong
    return _Known("", ())


def _told(
    steps: list[_Step], versions: _Versions, record: type[Record], names: Mapping[str, str], known: _Known
) -> Iterator[ValueStep]:
    where: dict[str, _Known] = {}
    for step in steps:
        start = where.setdefault(step.now, known)
        olds: list[Value] = []
        for before in step.before or ("",):
            found = _before(start, before, versions)
            where[before] = found
            olds.append(versions.at(found) if found.contents == before else None)
        new = versions.at(start) if start.contents == step.now else None
        place = place_of(versions.value(start.contents), start.path, record, names)
        values = _own(olds, new, place)
        git = step.of_git
        renamed = git.before[0].path if git and git.before and git.now.path not in {"", git.before[0].path} else ""
        if values or renamed:
            told = (git.commit, git.author, git.day, git.subject) if git else ("", "", None, "")
            first = step.before[0] if step.before else ""
            yield ValueStep(*told, values, renamed, versions.data(first), versions.data(step.now))


def _before(start: _Known, before: str, versions: _Versions) -> _Known:
    """Return the field in a version before; where that has none, where it is known from is kept."""
    if before == start.contents:
        return start
    path = traced(versions.value(before), versions.value(start.contents), start.path)
    return start if path is None else _Known(before, path)


def _own(olds: list[Value], new: Value, place: PlaceOfValue) -> tuple[ValueChange, ...]:
    """Return what is not as it was in any version before: what a merge has from one of them is not its own."""
    first, *others = (tuple(compared_at(old, new, place)) for old in olds)
    shared = [{(each.labels, each.new) for each in other} for other in others]
    return tuple(each for each in first if all((each.labels, each.new) in other for other in shared))
