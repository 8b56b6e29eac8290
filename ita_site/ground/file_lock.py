"""A lock on a file: of several processes that write one folder, one after the other."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAUSE = 0.2
"""Seconds between two looks at a lock that another holds."""
_MISSES = 100
"""How often the folder can have been taken away; after that, it is one that takes no files, such as those of /proc."""


class FileLock:
    """The file at `path`, held by this process until `release`; the folder it lies in is made for it.

    A process that ends, however it ends, holds nothing any longer.
    """

    def __init__(self, path: Path, waiting: Callable[[], None]) -> None:
        """Take the lock, and wait for it where another process holds it; `waiting` is called once then.

        Raises:
            OSError: the file cannot be made.

        """
        self._path = path
        told = False
        missed = 0
        while True:
            path.parent.mkdir(exist_ok=True)
            try:
                opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            except FileNotFoundError:
                missed += 1
                if missed > _MISSES:
                    raise
                continue  # who held it has just taken the folder away
            if _taken(opened) and self._is_still(opened):
                self._opened = opened
                return
            os.close(opened)
            if path.exists():
                if not told:
                    waiting()
                told = True
                time.sleep(_PAUSE)

    def release(self) -> None:
        """Let the lock go, and take away its file and the folder around it where nothing else is left there."""
        with suppress(OSError):
            self._path.unlink()
        with suppress(OSError):
            self._path.parent.rmdir()
        os.close(self._opened)
        # Windows lets no open file be taken away.
        with suppress(OSError):
            self._path.parent.rmdir()

    def _is_still(self, opened: int) -> bool:
        """Tell whether the file that was opened is still the one at the path, and not one taken away meanwhile."""
        try:
            return os.path.samestat(os.fstat(opened), self._path.stat())
        except FileNotFoundError:
            return False


def _taken(opened: int) -> bool:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        with suppress(OSError):
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: better a site than none
    return True
