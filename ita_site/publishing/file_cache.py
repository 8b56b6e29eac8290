"""Files made before, by all that they were made from: outside the project, and never more than a saving of time."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from ita_site.ground import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

_MOST_BYTES = 200_000_000
_KEPT_BYTES = 150_000_000
"""What is left once there was too much, so that not every further file clears away another."""
_DIGEST = hashlib.sha256().digest_size


def user_folder() -> Path:
    """Return where the files of this user are kept: `~/.cache/ita-site`, or what the system has in its place."""
    return user_cache_path("ita-site", appauthor=False)


def key_of(*parts: bytes | str) -> str:
    """Return the key of what is made from these parts, and from nothing else."""
    whole = hashlib.sha256()
    for each in parts:
        data = each.encode("utf-8", "surrogatepass") if isinstance(each, str) else each
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


@cache
def program_key(places: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Return the key of what makes a file: parts of this package, by their paths, and libraries by their version."""
    package = resources.files("ita_site")
    parts: list[bytes | str] = [f"{each} {_version(each)}" for each in libraries]
    for place in places:
        parts += [each.read_bytes() for each in _files(package / place)]
    return key_of(*parts)


def _files(place: Traversable) -> Iterator[Traversable]:
    if place.is_file():
        yield place
    elif place.name != "__pycache__":
        for each in sorted(place.iterdir(), key=lambda each: each.name):
            yield from _files(each)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


class FileCache:
    """A folder of files, each below its key; what is damaged or cannot be read is made anew."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in a folder, or none without one."""
        self._folder = folder
        self._is_pruned = False

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
            if not self._is_pruned:  # what one build adds is no flood
                self._prune()
                self._is_pruned = True
            whole_file.write(path, hashlib.sha256(made).digest() + made)

    def _prune(self) -> None:
        """Remove the files that were not asked for for the longest time, once there are too many bytes."""
        found = [(path, path.stat()) for path in self._kept()]
        size = sum(each.st_size for _, each in found)
        if size <= _MOST_BYTES:
            return
        for path, known in sorted(found, key=lambda each: each[1].st_mtime_ns):
            if size <= _KEPT_BYTES:
                break
            path.unlink(missing_ok=True)
            size -= known.st_size

    def _kept(self) -> Iterable[Path]:
        return [each for each in self._folder.glob("??/*") if each.is_file()] if self._folder else []


def _read(path: Path) -> bytes | None:
    """Return a file as it was kept, None where it is not there or not whole."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    digest, kept = data[:_DIGEST], data[_DIGEST:]
    return kept if hashlib.sha256(kept).digest() == digest else None
