"""The project that the desk works on: its files, and what is to be told of them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from ita_site.data.load import FileMemory
from ita_site.data.load.folder import Scan
from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.hosts.targets.published_results import published_results, told_by
from ita_site.judging.checks.check_memory import CheckMemory
from ita_site.publishing import data_check, settings
from ita_site.publishing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.data.load import ReadFile
    from ita_site.data.load.folder import DataFile
    from ita_site.publishing.data_check import Checked

State = tuple[tuple[str, int, int, int], ...]
"""Names, sizes, times and inodes of files: equal as long as none of them was changed."""
_GIT = ("HEAD", "index", "logs/HEAD")
"""What Git changes when something is committed or fetched."""
_HIDDEN = (".", "~$")
"""How the names begin of what a save, a system or another program leaves for a moment."""


class Workspace:
    """A data folder with the settings and pages of its project; safe to be asked by several threads."""

    def __init__(self, data: Path) -> None:
        """Take a data folder; its settings are those of the project it lies in."""
        self.data = data.absolute()
        self._lock = RLock()
        cache = FileCache(user_folder())
        self._files: FileMemory[ReadFile] = FileMemory(cache)
        self._told = CheckMemory(cache)
        self._settings: tuple[State, Settings] | None = None
        self._checked: tuple[State, Checked] | None = None

    @property
    def root(self) -> Path:
        """The project's folder, at which the names of files start."""
        return self.settings.root_above(self.data)

    @property
    def settings(self) -> Settings:
        """The settings as they are now; nothing is set where the data belong to no project."""
        with self._lock:
            found = settings.find(self.data)
            known = self._settings[1].files if self._settings else ()
            state = tuple(_states(dict.fromkeys([*([found] if found else []), *known])))
            if self._settings is None or self._settings[0] != state:
                read = settings.read_settings(found) if found else Settings(data=self.data)
                state = tuple(_states(dict.fromkeys([*([found] if found else []), *read.files])))
                self._settings = state, read
            return self._settings[1]

    def state(self) -> State:
        """Return what tells whether any file was changed that a check or a page is made from."""
        known = self.settings
        folders = [self.data, *([known.content] if known.content else [])]
        git = self.root / ".git"
        return (
            *_states([*known.files, *told_by(known), *(git / each for each in _GIT)]),
            *(each for folder in folders for each in _below(folder)),
        )

    def checked(self) -> Checked:
        """Return the data with all that is to be told of them; they are read again only if a file was changed.

        Raises:
            OSError: the disk does not answer.

        """
        with self._lock:
            state = self.state()
            if self._checked is None or self._checked[0] != state:
                published = published_results(self.data, self.settings)
                checked = data_check.check(self.data, self.settings, self._files, self._told, published)
                self._checked = state, checked
            return self._checked[1]

    def files(self) -> tuple[DataFile, ...]:
        """Return the data files that are there, in the order in which they are read."""
        return tuple(Scan(self.data, self.settings.root).files)

    def path_of(self, name: str) -> Path | None:
        """Return the path of a file that may be edited: a data file, or a page written by hand.

        Args:
            name: of a data file the path below the data folder, such as `2568/result.yml`; of a page that below the
                folder of the pages, after `content/`.

        Returns:
            None where there is no such file, or where it stands behind a link.

        """
        with self._lock:
            found = next((each for each in self._editable() if each[0] == name), None)
        return found[1] if found is not None and not _is_linked(found[1], found[2]) else None

    def _editable(self) -> Iterator[tuple[str, Path, Path]]:
        """Yield the name of each file that may be edited, the file, and the folder it must lie below."""
        for file in self.files():
            yield file.path.relative_to(self.data).as_posix(), file.path, self.data
        pages = self.settings.content
        if pages is not None and pages.resolve() != self.data.resolve():
            for path in sorted(pages.rglob("*.md")):
                if path.is_file():
                    yield f"content/{path.relative_to(pages).as_posix()}", path, pages


def _states(files: Iterable[Path]) -> Iterator[tuple[str, int, int, int]]:
    """Yield what tells the state of each file that is there."""
    for path in files:
        with suppress(OSError):
            known = path.stat()
            yield str(path), known.st_size, known.st_mtime_ns, known.st_ino


def _below(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """Yield the state of each file below a folder, without following links to folders, sorted."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from _states(Path(here, each) for each in sorted(files) if not each.startswith(_HIDDEN))


def _is_linked(path: Path, folder: Path) -> bool:
    """Tell whether a file, or a folder between it and the one it must lie below, is a link."""
    between = path.relative_to(folder).parents
    return path.is_symlink() or any((folder / each).is_symlink() for each in between if each != Path())
