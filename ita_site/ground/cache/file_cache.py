"""Files made before, by all that they were made from: outside the project, and never more than a saving of time."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from ita_site.ground import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OFF = "ITA_SITE_NO_CACHE"
"""The variable of the environment with which nothing is kept, and nothing taken that was."""
MOST_BYTES = 200_000_000
_LEFT = 0.75
"""The share that is left once there was too much, so that not every further file clears away another."""
_CLEARING = "00"
"""How the key of a file begins with which what is too much is cleared away: that of one of 256.

To look through all that is kept takes as long as a tenth of a build.
"""
_DIGEST = hashlib.sha256().digest_size


def user_folder() -> Path | None:
    """Return where the files of this user are kept: `~/.cache/ita-site`, or what the system has in its place.

    None where the environment has a variable `ITA_SITE_NO_CACHE`: nothing is to be remembered.
    """
    return None if os.environ.get(OFF) else user_cache_path("ita-site", appauthor=False)


def key_of(*parts: bytes | str) -> str:
    """Return the key of what is made from these parts, and from nothing else."""
    whole = hashlib.sha256()
    for each in parts:
        data = each.encode("utf-8", "surrogatepass") if isinstance(each, str) else each
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


class FileCache:
    """A folder of files, each below its key; what is damaged or cannot be read is made anew."""

    def __init__(self, folder: Path | None, most: int | None = MOST_BYTES) -> None:
        """Keep files in a folder, or none without one; hardly more bytes than `most`, where there is a limit."""
        self._folder = folder
        self._most = most

    @property
    def is_kept(self) -> bool:
        """Tell whether there is a folder that files are kept in."""
        return self._folder is not None

    def file(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the file of a key; what is not there is made, and kept where the disk lets it."""
        kept = self.kept(key)
        if kept is None:
            kept = make()
            self.keep(key, kept)
        return kept

    def kept(self, key: str) -> bytes | None:
        """Return the file of a key as it was kept; None where it is not there or not whole."""
        return None if self._folder is None else _read(self._folder / key[:2] / key[2:])

    def keep(self, key: str, made: bytes) -> None:
        """Keep the file of a key."""
        if self._folder is None:
            return
        path = self._folder / key[:2] / key[2:]
        with suppress(OSError):  # a full disk, or a home that may not be written: nothing is lost but time
            path.parent.mkdir(parents=True, exist_ok=True)
            if key.startswith(_CLEARING):
                self._prune()
            whole_file.write(path, hashlib.sha256(made).digest() + made)

    def close(self) -> None:
        """Have none of the files from now on, and keep no more."""
        self._folder = None

    def extent(self) -> tuple[int, int]:
        """Return how many files are kept, and how many bytes they have."""
        sizes = [known.st_size for _, known in self._kept()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Keep none of the files.

        Raises:
            OSError: the system refuses.

        """
        for path, _ in self._kept():
            path.unlink(missing_ok=True)

    def _prune(self) -> None:
        """Remove the files that were not asked for for the longest time, once there are too many bytes."""
        if self._most is None:
            return
        found = list(self._kept())
        size = sum(each.st_size for _, each in found)
        if size <= self._most:
            return
        for path, known in sorted(found, key=lambda each: each[1].st_mtime_ns):
            if size <= self._most * _LEFT:
                break
            path.unlink(missing_ok=True)
            size -= known.st_size

    def _kept(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield each file and what the disk knows of it, but for those that another process takes away meanwhile."""
        for path in self._folder.glob("??/*") if self._folder else ():
            with suppress(OSError):
                if path.is_file():
                    yield path, path.stat()


def _read(path: Path) -> bytes | None:
    """Return a file as it was kept, None where it is not there or not whole."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    digest, kept = data[:_DIGEST], data[_DIGEST:]
    return kept if hashlib.sha256(kept).digest() == digest else None
