"""The folder that `mkdocs serve` shows: a rebuild writes beside it, and changes in it what is not as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground import file_tree
from ita_site.publishing.last_build import FileKeys

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NEXT = ".next"
"""What the folder is called that a rebuild writes; it is hidden, and gone with the one it lies in."""


class ServedFolder:
    """The site of the last good rebuild; a file of it is there until another has taken its place."""

    def __init__(self) -> None:
        """Know of no file yet."""
        self.keys = FileKeys()
        self._folder = ""
        self._kept: set[str] = set()

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs write elsewhere."""
        self._folder, self._kept = config.site_dir, set()
        config.site_dir = str(Path(config.site_dir, _NEXT))

    def take(self, name: str) -> bool:
        """Leave a file where it is."""
        self._kept.add(name)
        return True

    def publish(self, keys: FileKeys) -> None:
        """Put what was written in its place, and take away what the new site has not."""
        folder = Path(self._folder)
        written = {path: each.path for path, each in file_tree.files(str(folder / _NEXT))}
        for above in {path.rpartition("/")[0] for path in written}:
            (folder / above).mkdir(parents=True, exist_ok=True)
        for path, new in written.items():
            Path(new).replace(folder / path)
        for path, old in [*file_tree.files(self._folder)]:
            if path not in written and path not in self._kept:
                Path(old).unlink()
        self.keys = keys
