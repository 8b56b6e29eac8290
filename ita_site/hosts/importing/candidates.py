"""What an import would change: new files, and in files that are there only what is empty; checked before it is written.

The check is that of the whole folder with the files in it, made in a folder of its own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import CannotEditError, FileChange
from ita_site.ground.problems import Problem, Severity
from ita_site.hosts.importing.filling_in import Difference, fillings
from ita_site.hosts.new_files.placing import place, schema_way
from ita_site.publishing import data_check
from ita_site.publishing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.hosts.importing.understood_cells import ImportedFile

_HEADING = "นำเข้าจากไฟล์ของหน่วยงาน ปีงบประมาณ พ.ศ. {year}: ให้เทียบกับเอกสารอีกครั้ง"
_NOT_WRITTEN = "{name}: {why}"


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """A file as it would be: its bytes before (None where there is none) and after, and what stays as it is there."""

    path: Path
    name: str
    before: bytes | None
    after: bytes
    changes: tuple[FileChange, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ImportCandidate:
    """All files as they would be, what a check says of them, and why files cannot be made."""

    files: tuple[CandidateFile, ...]
    problems: tuple[Problem, ...]
    refused: tuple[str, ...]

    @property
    def changed(self) -> tuple[CandidateFile, ...]:
        """The files that would be others than they are."""
        return tuple(each for each in self.files if each.before != each.after)


def candidate(data: Path, root: Path | None, year: int, files: Sequence[ImportedFile]) -> ImportCandidate:
    """Return what files of a fiscal year, B.E., would change in a data folder.

    Args:
        data: the data folder.
        root: the project's folder, at which the names of files start; without it, the folder above.
        year: the year.
        files: what was understood.

    Raises:
        OSError: the disk does not answer.

    """
    base = (root or data.absolute().parent).absolute()
    made, refused = [], []
    for each in files:
        path = data / str(year) / Path(*each.path)
        name = Path(os.path.relpath(path.absolute(), base)).as_posix()
        try:
            made.append(_file(path, name, each, data, year))
        except CannotEditError as error:
            refused.append(_NOT_WRITTEN.format(name=name, why=error))
    return ImportCandidate(tuple(made), tuple(_problems(data, base, made)), tuple(refused))


def write(candidate_files: Sequence[CandidateFile]) -> list[Path]:
    """Write files as they would be: new ones all or none, then what fills others; return those that changed.

    Raises:
        CannotEditError: a file was changed since so that it cannot be filled.
        OSError: the disk does not take them; new files are taken away again.

    """
    changed = [each for each in candidate_files if each.before != each.after]
    placed = place({each.path: each.after for each in changed if each.before is None})
    try:
        for each in changed:
            if each.before is not None:
                edit.save(each.path, each.changes, edit.digest(each.before), base=each.before, name=each.name)
    except BaseException:
        placed.take_away()
        raise
    return [each.path for each in changed]


def _file(path: Path, name: str, imported: ImportedFile, data: Path, year: int) -> CandidateFile:
    if not os.path.lexists(path):
        heading = _HEADING.format(year=year)
        content = edit.new_file(imported.record, imported.value, heading, schema_way(data, path))
        return CandidateFile(path, name, None, content, (), ())
    before = path.read_bytes()
    wanted = edit.as_typed_by(imported.record, (), dict(imported.value))
    changes, differences = fillings(edit.values(before, name), wanted)
    return CandidateFile(path, name, before, edit.edit(before, changes, name), tuple(changes), tuple(differences))


def _problems(data: Path, root: Path, files: Sequence[CandidateFile]) -> list[Problem]:
    """Return what a check says of the files, and every error that they bring about elsewhere."""
    with tempfile.TemporaryDirectory(prefix="ita-site-import-") as folder:
        copy = Path(folder) / os.path.relpath(data.absolute(), root)
        shutil.copytree(data, copy, symlinks=True, copy_function=_linked)
        for each in files:
            path = Path(folder) / each.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # what is changed must not be the file that it is a link to
            path.write_bytes(each.after)
        names = {each.name for each in files}
        found = data_check.check(copy, Settings(root=Path(folder), data=copy)).problems
        return [each for each in found if each.position.path in names or each.severity is Severity.ERROR]


def _linked(source: str, target: str) -> str:
    """Give a file a second name in place of a copy, where the system can."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, target)
    return target
