"""What was published before, kept beside what took its place, to be put back: the last two.

What is taken back may hold what nobody should read. A web server may show all that lies beside a site, too, so the name
of the folder cannot be guessed, it is hidden, and no other user may open it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

_MOST = 2


class PreviousSites:
    """The folder in which former sites lie, the last with the highest number; it is made with the first of them."""

    def __init__(self, beside: Path, name: str) -> None:
        """Name what is published, by its name and the folder in which what was published before is to lie."""
        self._beside = beside
        self._prefix = f".{name}.ita-site-previous-"

    def place(self) -> Path:
        """Return where the next one is to lie, in a folder that is there.

        Raises:
            OSError: the system refuses.

        """
        kept = self.all()
        found = self._folder()
        folder = found if found is not None else Path(tempfile.mkdtemp(prefix=self._prefix, dir=self._beside))
        return folder / str(int(kept[0].name) + 1 if kept else 1)

    def let_go(self) -> None:
        """Take away those that are too many."""
        for each in self.all()[_MOST:]:
            self.drop(each)

    def all(self) -> list[Path]:
        """Return what lies here, the last first."""
        folder = self._folder()
        found = [each for each in folder.iterdir() if each.name.isascii() and each.name.isdigit()] if folder else []
        return sorted(found, key=lambda each: -int(each.name))

    def drop(self, kept: Path) -> None:
        """Take one away, and the folder with the last."""
        if kept.is_dir():
            shutil.rmtree(kept, ignore_errors=True)
        else:
            kept.unlink(missing_ok=True)
        if not any(kept.parent.iterdir()):
            kept.parent.rmdir()

    def _folder(self) -> Path | None:
        found = sorted(each for each in self._beside.iterdir() if each.name.startswith(self._prefix))
        return next((each for each in found if each.is_dir() and not each.is_symlink()), None)
