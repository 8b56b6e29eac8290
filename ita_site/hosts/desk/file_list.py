"""The files of the project by year, each with its name in Thai and its state."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.data.load.folder import FileKind
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.forms.file_page import LOCKED

if TYPE_CHECKING:
    from ita_site.data.load.folder import DataFile
    from ita_site.hosts.desk.workspace import Workspace

_NAMED = "{kind}: {title}"
_OF_KIND = "{kind} ปี {year}"
_OF_YEAR = "ปีงบประมาณ พ.ศ. {year}"
_OF_ALL = "หน่วยงานและเกณฑ์"
_READ_ONLY = "ดูได้อย่างเดียว"
_STATES = {Severity.ERROR: "ต้องแก้ {count} เรื่อง", Severity.WARNING: "คำเตือน {count} เรื่อง"}
_FINE = "เรียบร้อย"
_ORDER = list(FileKind)


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file: what the desk calls it, its name in Thai, its state in words, and how bad it is."""

    name: str
    title: str
    state: str
    severity: str


@dataclass(frozen=True, slots=True)
class ListedYear:
    """The files of a year, or those of all years."""

    title: str
    files: tuple[ListedFile, ...]


def file_list(workspace: Workspace) -> tuple[ListedYear, ...]:
    """Return all files, the newest year first, and last those of no year."""
    files = sorted(workspace.files(), key=lambda each: (-_year(each), _ORDER.index(each.kind), each.name))
    return tuple(
        ListedYear(_OF_YEAR.format(year=year) if year else _OF_ALL, tuple(_listed(workspace, each) for each in of_year))
        for year, of_year in groupby(files, key=_year)
    )


def _year(file: DataFile) -> int:
    return 0 if file.kind is FileKind.FRAMEWORK else file.year or 0


def name_of_file(workspace: Workspace, file: DataFile) -> str:
    """Return what a file is called in Thai: a measure and a report by their titles."""
    kind = str(file.kind.value.model_config.get("title"))
    year = workspace.checked().dataset.years.get(file.year or 0)
    if file.kind is FileKind.MEASURE:
        measure = year.measures.get(file.id) if year else None
        return _NAMED.format(kind=kind, title=(measure.record.title if measure else "") or file.id)
    if file.kind is FileKind.REPORT:
        report = year.reports.get(file.id) if year else None
        return _NAMED.format(kind=kind, title=(report.record.title if report else "") or file.id)
    return _OF_KIND.format(kind=kind, year=file.year) if file.year else kind


def _listed(workspace: Workspace, file: DataFile) -> ListedFile:
    told = [each.severity for each in workspace.checked().problems if each.position.path == file.name]
    worst = next((each for each in _STATES if each in told), None)
    state = _STATES[worst].format(count=told.count(worst)) if worst else _FINE
    if file.kind in LOCKED and worst is None:
        state = _READ_ONLY
    name = file.path.relative_to(workspace.data).as_posix()
    return ListedFile(name, name_of_file(workspace, file), state, worst.value if worst else "")
