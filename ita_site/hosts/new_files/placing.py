"""New files in their places: all of them or none, and never one over another."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.ground import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SCHEMA = re.compile(rb"# yaml-language-server: \$schema=(\S+)/agency\.json")


@dataclass
class Placed:
    """What was put on the disk, in order, so that it can be taken away again."""

    files: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def take_away(self) -> None:
        """Take the files away, and the folders that were made for them."""
        for path in self.files:
            path.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            with suppress(OSError):  # somebody has put something else there
                folder.rmdir()


def place(files: Mapping[Path, bytes]) -> Placed:
    """Write new files, with the folders they stand in.

    Raises:
        FileExistsError: one of them is there already; nothing is written.
        OSError: the disk does not take them; nothing is left.

    """
    placed = Placed()
    try:
        for path, content in files.items():
            missing = [each for each in (path.parent, *path.parent.parents) if not each.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                placed.folders.append(folder)
            whole_file.create(path, content)
            placed.files.append(path)
    except BaseException:
        placed.take_away()
        raise
    return placed


def schema_way(data: Path, file: Path) -> str:
    """Return the way from a data file to the schemas: those of `agency.yml`, else `.schemas` beside the data."""
    agency = data / "agency.yml"
    named = _SCHEMA.search(agency.read_bytes()[:1000]) if agency.is_file() else None
    schemas = data / (named[1].decode("utf-8", "replace") if named else "../.schemas")
    return os.path.relpath(schemas, file.parent).replace(os.sep, "/")
