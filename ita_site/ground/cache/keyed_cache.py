"""Values of one build for the next one, each kept for as long as what it is made from stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.ground.cache.value_cache import ValueCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.ground.cache.file_cache import FileCache

Value = TypeVar("Value")


class KeyedCache(Generic[Value]):
    """Values by name, each with the key of all that it was made from."""

    def __init__(self, cache: FileCache) -> None:
        """Keep them in a folder of files, too."""
        self._kept: ValueCache[tuple[str, Value]] = ValueCache(cache)

    def begin(self, base: str) -> None:
        """Begin a build; values of another base are none of its own."""
        self._kept.begin(base)

    def value(self, name: str, key: str, make: Callable[[], Value]) -> Value:
        """Return the value of a name, made where it was not, or from something else."""
        known = self._kept.known(name)
        is_new = known is None or known[0] != key
        if known is None or is_new:
            known = key, make()
        self._kept.keep(name, known, is_new=is_new)
        return known[1]

    def end(self) -> None:
        """Keep what was asked for in this build, and nothing else."""
        self._kept.end()
