"""The key of the program: what it makes of the same data changes with its code and its libraries only."""

from __future__ import annotations

from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


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
