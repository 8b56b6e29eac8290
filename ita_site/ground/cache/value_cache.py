"""Values of one build for the next one: in this process, and on the disk in one file for each part of them."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.ground.cache.file_cache import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.ground.cache.file_cache import FileCache

Value = TypeVar("Value")

_FASTEST, _NONE = 1, 0
"""Compression: texts of pages and of data repeat much, but not what is packed already."""


@dataclass(slots=True)
class _Part(Generic[Value]):
    known: Mapping[str, Value]
    now: dict[str, Value] = field(default_factory=dict)
    is_new: bool = False


class ValueCache(Generic[Value]):
    """Values by name; what a build does not ask for is forgotten at its end.

    Names before the first slash that are alike make a part, which is read and written as one file.
    """

    def __init__(self, cache: FileCache, *, is_packed: bool = False) -> None:
        """Keep the files of the parts in a cache; values may hold all that is large as `Packed`."""
        self._cache = cache
        self._compression = _NONE if is_packed else _FASTEST
        self._base = ""
        self._parts: dict[str, _Part[Value]] = {}

    def begin(self, base: str) -> None:
        """Begin a build; values of another base are none of its own."""
        same = base == self._base
        self._parts = {name: _Part(part.now) for name, part in self._parts.items()} if same else {}
        self._base = base

    def known(self, name: str) -> Value | None:
        """Return the value of a name in the build before."""
        return self._part(name).known.get(name)

    def keep(self, name: str, value: Value, *, is_new: bool) -> None:
        """Keep a value for the next build."""
        part = self._part(name)
        part.now[name] = value
        part.is_new = part.is_new or is_new

    def end(self) -> None:
        """Write the parts that are not as they were, where there is a disk to keep them on."""
        if not self._cache.is_kept:
            return
        for name, part in self._parts.items():
            if part.is_new or part.known.keys() != part.now.keys():
                self._cache.keep(self._key(name), zlib.compress(pickle.dumps(part.now), self._compression))

    def _part(self, name: str) -> _Part[Value]:
        part = name.partition("/")[0]
        if part not in self._parts:
            kept = self._cache.kept(self._key(part))
            # What is kept is whole, and was written by this very program: its base says so.
            self._parts[part] = _Part(pickle.loads(zlib.decompress(kept)) if kept else {})  # noqa: S301
        return self._parts[part]

    def _key(self, part: str) -> str:
        return key_of("values", self._base, part)
