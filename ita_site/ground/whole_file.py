"""A file written whole or not at all: nobody ever reads half of one."""

from __future__ import annotations

import glob
import os
import tempfile
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEING_WRITTEN = ".writing"
"""What the name of a file ends with that is not in its place yet; a process that was killed leaves it."""


def write(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Put a file in its place in one step, with the permissions of the one that was there.

    A link stays a link: what it leads to is written.

    Args:
        path: the file.
        content: what it is to hold.
        durable: put it on the disk before its name is, so that a power cut leaves the old file or the new one;
            for what nobody can make again.

    Raises:
        OSError: the disk does not take it, and names this file; what was there stays.

    """
    target = Path(os.path.realpath(path))
    with _named(path), written(target, content, durable=durable) as made:
        made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        made.replace(target)
        if durable:
            _flush_names(target.parent)


def create(path: Path, content: bytes) -> None:
    """Put a new file in its place in one step, on the disk before its name is, and never over another.

    Raises:
        FileExistsError: something is there already; it stays.
        OSError: the disk does not take it, and names this file.

    """
    with _named(path), written(path, content, durable=True) as made:
        made.chmod(0o644)
        try:
            path.hardlink_to(made)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            with path.open("xb") as opened:
                opened.write(content)
        made.unlink(missing_ok=True)
        _flush_names(path.parent)


def sweep(path: Path) -> None:
    """Take away what processes that were killed have left of a file they wrote; only while nobody writes it."""
    for left in path.parent.glob(f"{glob.escape(_prefix(path))}*{_BEING_WRITTEN}"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error of the system name a file, not what is written in its place."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def written(path: Path, content: bytes, *, durable: bool) -> Iterator[Path]:
    """Write the content beside the place it is for; what is left there in the end is taken away."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=_prefix(path), suffix=_BEING_WRITTEN, delete=False
    ) as opened:
        made = Path(opened.name)
        try:
            opened.write(content)
            opened.flush()
            if durable:
                os.fsync(opened.fileno())
            opened.close()
            yield made
        except BaseException:
            with suppress(OSError):
                made.unlink()
            raise


def _prefix(path: Path) -> str:
    """Return the beginning of a name beside a file that is no longer than a name may be, and no other file's."""
    return f".{path.name[:20]}-{zlib.crc32(os.fsencode(path.name)):08x}-"


def _flush_names(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
