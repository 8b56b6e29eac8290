"""A file written whole or not at all: nobody ever reads half of one."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put a file in its place in one step, with the permissions of the one that was there.

    Raises:
        OSError: the disk does not take it, and names this file; what was there stays.

    """
    try:
        _write(path, content)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as made:
        try:
            made.write(content)
            made.close()
            Path(made.name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(made.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(made.name).unlink()
            raise
