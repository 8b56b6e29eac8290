"""What lies below a folder, as fast as the system tells it: a site has thousands of files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(folder: str, *, without: str = "", above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield what lies below a folder by its path, sorted in each; of a link to a folder only that it is there.

    Args:
        folder: the folder; where there is none, nothing lies there.
        without: the name of files and folders that do not count.
        above: what all paths begin with.

    Raises:
        OSError: the disk does not answer.

    """
    try:
        found = sorted(os.scandir(folder), key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for each in found:
        if each.name != without:
            yield f"{above}{each.name}", each
            if each.is_dir(follow_symlinks=False):
                yield from entries(each.path, without=without, above=f"{above}{each.name}/")


def files(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the files of a site and links by their path: all but what is hidden at the top, which is its owner's.

    Raises:
        OSError: the disk does not answer.

    """
    for path, each in entries(folder):
        if not path.startswith(".") and not each.is_dir(follow_symlinks=False):
            yield path, each
