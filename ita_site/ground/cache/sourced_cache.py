"""Values of one build for the next one, each kept for as long as the files that were read for it stay the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.ground import reading_log
from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.value_cache import ValueCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.ground.cache.file_cache import FileCache

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Made(Generic[Value]):
    """A value, and what it was made from: files by name, each with its digest, and what was told beside them."""

    value: Value
    beside: str
    files: Mapping[str, str]


class SourcedCache(Generic[Value]):
    """Values of one kind by name."""

    def __init__(self, cache: FileCache, kind: str, *, is_packed: bool = False) -> None:
        """Keep them in a folder of files, too, apart from those of other kinds; `is_packed` as `ValueCache` has it."""
        self._kept: ValueCache[_Made[Value]] = ValueCache(cache, is_packed=is_packed)
        self._kind = kind
        self._files: Mapping[str, str] = {}

    def begin(self, base: str, files: Mapping[str, str]) -> None:
        """Begin a build.

        Args:
            base: the key of all that any value depends on, but for what single files say.
            files: the digest of each file by its name.

        """
        self._files = files
        self._kept.begin(key_of(self._kind, base))

    def value(self, name: str, make: Callable[[], Value], beside: str = "") -> Value:
        """Return the value of a name; `beside` is what it is made from and no file says."""
        made = self._kept.known(name)
        is_new = made is None or made.beside != beside or not self._is_current(made)
        if made is None or is_new:
            with reading_log.recording() as read:
                value = make()
            made = _Made(value, beside, {each: self._files[each] for each in sorted(read)})
        self._kept.keep(name, made, is_new=is_new)
        return made.value

    def end(self) -> None:
        """Keep what was asked for in this build, and nothing else."""
        self._kept.end()

    def _is_current(self, made: _Made[Value]) -> bool:
        return all(self._files.get(name) == digest for name, digest in made.files.items())
