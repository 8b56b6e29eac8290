"""Files that many sites have in common, kept once on the disk: each site has a further name of the same file.

A site stays whole by itself: whatever copies it, copies the file.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = "assets"
"""The folder of a site in which nothing is of one municipality alone, but for what its own theme has."""


def share(site: Path, shared: Path) -> None:
    """Let the assets of a site be names of files in a shared folder.

    Where the system has no such names, everything stays as it is.

    Raises:
        OSError: the disk does not answer.

    """
    shared.mkdir(parents=True, exist_ok=True)
    for path in sorted(each for each in (site / ASSETS).rglob("*") if each.is_file() and not each.is_symlink()):
        known = shared / hashlib.sha256(path.read_bytes()).hexdigest()
        beside = path.with_name(f".{path.name}.shared")
        with suppress(OSError):
            if not known.exists():
                os.link(path, known)
                continue
            if path.samefile(known):
                continue
            os.link(known, beside)
            os.replace(beside, path)  # noqa: PTH105 - beside `os.link`
