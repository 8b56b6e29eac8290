"""Data files read before: one is read and checked again only when its bytes have changed."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.ground.cache.file_cache import FileCache, key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.cache.value_cache import ValueCache

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")

_PLACES = ("data", "ground")
_LIBRARIES = ("pydantic", "pydantic-core", "pyyaml")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Read]):
    digest: str
    read: Read


class FileMemory(Generic[Read]):
    """What was read of the files of one data folder, from build to build."""

    def __init__(self, cache: FileCache | None = None) -> None:
        """Keep what was read in a folder of files, too; without one in this process only."""
        self._kept: ValueCache[_Kept[Read]] = ValueCache(cache or FileCache(None), is_packed=True)

    def begin(self, folder: str) -> None:
        """Begin to read a data folder, named by where it lies."""
        self._kept.begin(key_of("read", folder, program_key(_PLACES, _LIBRARIES), sys.version))

    def read(self, name: str, data: bytes, read: Callable[[bytes], Read], is_kept: Callable[[Read], bool]) -> Read:
        """Return what is read of the bytes of a file.

        Args:
            name: the path of the file below the data folder.
            data: its bytes.
            read: what reads them.
            is_kept: whether what was read may be kept.

        """
        digest = hashlib.sha256(data).hexdigest()
        known = self._kept.known(name)
        is_new = known is None or known.digest != digest
        if known is None or is_new:
            known = _Kept(digest, read(data))
        if is_kept(known.read):
            self._kept.keep(name, known, is_new=is_new)
        return known.read

    def end(self) -> None:
        """Keep what was read this time, and nothing else."""
        self._kept.end()
