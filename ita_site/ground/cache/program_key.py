"""The key of the program: what it makes of the same data changes with its code and its libraries only."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


@cache
def program_key(places: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Return the key of what makes a file: parts of this package, by their paths, and libraries by their version."""
    versions = (f"{each} {_version(each)}" for each in libraries)
    within = tuple(f"{place}/" if place else "" for place in places)
    return key_of(*versions, *(digest for path, digest in _digests() if f"{path}/".startswith(within)))


@cache
def _digests() -> tuple[tuple[str, bytes], ...]:
    """Return each file of the package by its path, with the digest of its bytes."""
    return tuple((path, sha256(file.read_bytes()).digest()) for path, file in _files(resources.files("ita_site"), ""))


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_file():
            yield f"{above}{each.name}", each
        elif each.name != "__pycache__":
            yield from _files(each, f"{above}{each.name}/")


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""
