"""The files that come with the package beside its code: the theme, and the default pages about the assessment."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = Path(__file__).resolve().parent.parent


class Folder(StrEnum):
    """A folder of the package; the value is its name in a checkout, where the wheel takes it from."""

    THEME = "theme_overrides"
    CONTENT = "content"


def folder(name: Folder) -> Path:
    """Return a folder of the package: in the wheel inside the package, in a checkout beside it.

    Raises:
        FileNotFoundError: the package was installed without it.

    """
    places = (_PACKAGE / name.name.lower(), _PACKAGE.parent / name.value)
    found = next((each for each in places if each.is_dir()), None)
    if found is None:
        # The words need the whole model, and are needed once in a lifetime.
        from ita_site.saying.words import theme  # noqa: PLC0415

        raise FileNotFoundError(2, theme.INCOMPLETE, str(places[0]))
    return found


@cache
def files(name: Folder) -> Mapping[str, Path]:
    """Return the files of a folder of the package by their path below it, sorted."""
    root = folder(name)
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
