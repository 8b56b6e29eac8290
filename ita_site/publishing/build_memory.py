"""What a build remembers of the one before: the data files it read, what it told of them, what it made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import FileMemory
from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.judging.checks.check_memory import CheckMemory
from ita_site.publishing.data_memory import DataMemory
from ita_site.publishing.search import SearchMemory

if TYPE_CHECKING:
    from ita_site.data.load import ReadFile
    from ita_site.publishing.embeds import EmbedMemory


@dataclass(frozen=True)
class BuildMemory:
    """The memories of the builds of one site."""

    files: FileMemory[ReadFile]
    told: CheckMemory
    made: DataMemory
    embeds: EmbedMemory
    search: SearchMemory
    cache: FileCache

    def keep_in_process(self) -> None:
        """Keep what further builds make in this process only, where each follows a save and is waited for."""
        self.cache.close()


def of_user() -> BuildMemory:
    """Return what is kept for this user on the disk, and begins empty in this process."""
    cache = FileCache(user_folder())
    return BuildMemory(
        files=FileMemory(cache),
        told=CheckMemory(cache),
        made=DataMemory(cache),
        embeds=KeyedCache(cache),
        search=SearchMemory(cache),
        cache=cache,
    )
