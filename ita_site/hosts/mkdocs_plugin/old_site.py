"""The site that a new one replaces: a file that stays as it is need not be written again, but gets a further name."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.publishing.last_build import FileKeys


@dataclass(frozen=True)
class OldSite:
    """The site in a folder.

    Attributes:
        folder: where it lies.
        new: where the new site is written.
        written: the size and the time of each file as it was written, as `LastBuild` has them.
        keys: what its files were made from.

    """

    folder: Path
    new: Path
    written: Mapping[str, tuple[int, int]]
    keys: FileKeys
    _made: set[str] = field(default_factory=set)

    def take(self, name: str) -> bool:
        """Have a file in the new site as well; not one that was touched, nor where a file has one name only."""
        old, new = f"{self.folder}/{name}", f"{self.new}/{name}"
        try:
            known = os.lstat(old)
            if not stat.S_ISREG(known.st_mode) or (known.st_size, known.st_mtime_ns) != self.written.get(name):
                return False
            if (above := name.rpartition("/")[0]) not in self._made:
                Path(self.new, above).mkdir(parents=True, exist_ok=True)
                self._made.add(above)
            os.link(old, new)
        except OSError:
            return False
        return True
