"""A folder made anew beside the one it replaces, and put there in one step: readers find the old one or the new one.

Whatever goes wrong before that step, the old one is as it was; what a run that was cut short has left behind, the next
one finishes or takes away.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground import file_tree
from ita_site.ground.file_lock import FileLock
from ita_site.publishing.staging import contents
from ita_site.publishing.staging.previous import PreviousSites
from ita_site.publishing.staging.system_calls import exchange, flush, flush_names, is_mounted

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WORKING_FOLDER", "PreviousSites", "Replaced", "StagedFolder"]

WORKING_FOLDER = ".ita-site-work"
"""What the folder is called that is written in, inside the target or behind its name beside it."""
_FILE, _FOLDER = 0o644, 0o755
"""What a web server of another user must be allowed, whatever the umask of who builds."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was replaced.

    `gone` are the files of the old folder that the new one has not, sorted; `at_once` tells whether all was replaced in
    one step; `left` is where the old folder lies if the system does not let it be deleted.
    """

    gone: tuple[str, ...]
    at_once: bool
    left: Path | None = None


class StagedFolder:
    """A folder to be written, `folder`, that is to take the place of `target`.

    A target that is a symbolic link is followed: what it leads to is replaced, and the link stays. Where the target is
    mounted, is the folder that the process is in, or lies in one that may not be written, its contents are replaced
    instead. Hidden files of the old folder are kept.
    """

    def __init__(self, target: Path, waiting: Callable[[], None] = lambda: None) -> None:
        """Wait until no other process replaces the target, clear away what was left behind, and make the folder.

        Args:
            target: the folder to be replaced; it and those above it need not be there.
            waiting: called once before waiting for another process.

        Raises:
            OSError: the target is no folder, or nothing can be written beside it.

        """
        self.target = Path(os.path.realpath(target))
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._inside = _must_stay(self.target)
        beside = self.target.with_name(f".{self.target.name}{WORKING_FOLDER}")
        self._work = self.target / WORKING_FOLDER if self._inside else beside
        self.previous = PreviousSites(self._work.parent, self.target.name)
        """What stood in the place before, as far as it was kept."""
        self._lock: FileLock | None = FileLock(self._work / "lock", waiting)
        try:
            (self._work / ".gitignore").write_text("*\n", encoding="utf-8")
            self._recover()
            self.folder = Path(tempfile.mkdtemp(prefix="new-", dir=self._work))
        except BaseException:
            self.discard()
            raise

    def publish(self, *, keep: bool = False) -> Replaced:
        """Put the folder in place of its target, readable for all and safe on the disk.

        Args:
            keep: the old folder is to be put back one day.

        Raises:
            OSError: the system refuses; the target is as it was.

        """
        _make_readable(self.folder)
        there = self.target.is_dir()
        gone = sorted(_files(self.target) - _files(self.folder)) if there else []
        if there and not self._inside:
            self._keep_hidden()
        place = self.previous.place() if there and keep else None
        flush(self.folder)
        old = self._work / "old"
        if self._inside:
            contents.replace_contents(self.folder, self.target)
        elif not there:
            self.folder.rename(self.target)
        elif exchange(self.folder, self.target):
            old = self.folder
        else:
            self._rename_both()
        if place is not None:
            with suppress(OSError):  # what is new stands there, and nothing may be said against it any more
                old.rename(place)
            self.previous.let_go()
        flush_names(self.target.parent)
        self._clear()
        left = next((path for path in self._work.iterdir() if path.is_dir()), None)
        self.discard()
        return Replaced(tuple(gone), not self._inside, left)

    def newest(self) -> str:
        """Return the path below the folder of the file that was written last; a dot where none was."""
        written = [path for path in self.folder.rglob("*") if path.is_file()]
        last = max(written, key=lambda path: path.stat().st_mtime_ns, default=self.folder)
        return last.relative_to(self.folder).as_posix()

    def discard(self) -> None:
        """Take away what was written and not published, and let others write; nothing where that was done before."""
        if self._lock is not None:
            self._clear()
            self._lock.release()
            self._lock = None

    def _keep_hidden(self) -> None:
        """Copy what was put into the old folder by hand for the web server: `.htaccess`, `.well-known`."""
        status = self.target.stat()
        self.folder.chmod(stat.S_IMODE(status.st_mode) | _FOLDER)
        for path in self.target.iterdir():
            copy = self.folder / path.name
            if path.name.startswith(".") and path.name != WORKING_FOLDER and not os.path.lexists(copy):
                if path.is_dir() and not path.is_symlink():
                    shutil.copytree(path, copy, symlinks=True)
                else:
                    shutil.copy2(path, copy, follow_symlinks=False)

    def _rename_both(self) -> None:
        """Replace the target in two steps where one is not to be had; a later run finishes what is cut short."""
        old = self._work / "old"
        journal = self._work / contents.JOURNAL
        journal.write_text(json.dumps({"new": self.folder.name}), encoding="utf-8")
        flush_names(self._work)
        try:
            self.target.rename(old)
            self.folder.rename(self.target)
        finally:
            if not self.target.exists():
                old.rename(self.target)
            journal.unlink()

    def _recover(self) -> None:
        """Finish what a run before this one had begun when it was cut short, and clear away what it left."""
        journal = self._work / contents.JOURNAL
        if self._inside:
            contents.resume(self._work, self.target)
        elif journal.is_file():
            if not self.target.exists():
                new = self._work / str(json.loads(journal.read_text(encoding="utf-8"))["new"])
                (new if new.is_dir() else self._work / "old").rename(self.target)
            journal.unlink()
        self._clear()

    def _clear(self) -> None:
        if (self._work / contents.JOURNAL).is_file():
            return  # the system has refused to undo what was begun: a later run finishes it
        for path in self._work.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != "lock":
                path.unlink(missing_ok=True)


def _must_stay(target: Path) -> bool:
    """Tell whether nothing can take a folder's place: it is mounted, we are in it, or nothing beside it may change."""
    try:
        inside = Path.cwd().is_relative_to(target)
    except FileNotFoundError:  # the folder the process was in is gone
        inside = False
    return target.exists() and (inside or is_mounted(target) or not os.access(target.parent, os.W_OK))


def _make_readable(folder: Path) -> None:
    known = ((each.path, each.stat()) for _, each in file_tree.entries(str(folder)) if not each.is_symlink())
    for path, status in ((str(folder), folder.stat()), *known):
        mode = stat.S_IMODE(status.st_mode)
        wanted = mode | (_FOLDER if stat.S_ISDIR(status.st_mode) else _FILE)
        if wanted != mode:
            Path(path).chmod(wanted)


def _files(folder: Path) -> set[str]:
    """Return the paths of the files below a folder, but for what is hidden at its top."""
    return {path for path, _ in file_tree.files(str(folder))}
