"""What a build remembers of the one before: the data files it read, what it told of them, pages, and their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import FileMemory
from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.judging.checks.check_memory import CheckMemory
from ita_site.publishing.pages import PageMemory
from ita_site.publishing.search import SearchMemory

if TYPE_CHECKING:
    from ita_site.data.load import ReadFile


@dataclass(frozen=True)
class BuildMemory:
    """The memories of the builds of one site."""

    files: FileMemory[ReadFile]
    told: CheckMemory
    pages: PageMemory
    search: SearchMemory
    cache: FileCache

    def keep_in_process(self) -> None:
        """Keep what further builds make in this process only, where each follows a save and is waited for."""
        self.cache.close()


def of_user() -> BuildMemory:
    """Return what is kept for this user on the disk, and begins empty in this process."""
    cache = FileCache(user_folder())
    return BuildMemory(FileMemory(cache), CheckMemory(cache), PageMemory(cache), SearchMemory(cache), cache)
