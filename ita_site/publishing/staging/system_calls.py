"""What Python's own library has not: two names exchanged in one step, and a whole file system put on the disk."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_HERE = -100
"""`AT_FDCWD`: a path is taken from the folder the process is in."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux, renameat2(2)."""
_UNKNOWN = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""How a kernel or a file system says that it cannot exchange."""
_MOUNTS = Path("/proc/self/mountinfo")
_MOUNT_POINT = 4
"""The field of a line of `_MOUNTS` that names where it is mounted, proc(5)."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names of one file system in one step: nobody ever sees less than one of them in each place.

    Return False where the system or the file system has no such step; nothing was changed then.

    Raises:
        OSError: the system refuses.

    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))


def flush(folder: Path) -> None:
    """Put all files of a folder on the disk, so that a power cut after a rename leaves no empty files behind the names.

    Raises:
        OSError: the disk could not take them.

    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is None:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                _flush(path, os.O_RDWR)
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(opened) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def flush_names(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        _flush(folder, os.O_RDONLY)


def is_mounted(folder: Path) -> bool:
    """Tell whether a folder is where something is mounted, of which nothing can take the place."""
    if os.path.ismount(folder):
        return True
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    name = os.fsencode(folder).replace(b"\\", rb"\134").replace(b" ", rb"\040").replace(b"\t", rb"\011")
    return any(line.split(b" ")[_MOUNT_POINT] == name for line in lines)


def _flush(path: Path, how: int) -> None:
    opened = os.open(path, how)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
