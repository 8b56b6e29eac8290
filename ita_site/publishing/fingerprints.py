"""Names of style sheets and scripts that change with their bytes, so that no reader sees a page with an old one.

A browser keeps such a file for as long as its server says, often longer than the page that names it. Under a name of
its own each version is another file: what a page was made with is what it loads.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.publishing.settings import Settings

KEY = "fingerprints"
"""What the theme's templates call the published names, in `extra`."""
LISTS = ("extra_css", "extra_javascript")
"""The settings of MkDocs that name files by their own names."""
_KINDS = frozenset({".css", ".js"})
_LENGTH = 8


def fingerprinted(name: str, content: bytes) -> str:
    """Return the name with the fingerprint of the bytes in it: `assets/js/site.0123abcd.js`."""
    path = PurePosixPath(name)
    return path.with_suffix(f".{hashlib.sha256(content).hexdigest()[:_LENGTH]}{path.suffix}").as_posix()


def published_names(settings: Settings) -> dict[str, str]:
    """Return the published name of each style sheet and script of the theme, and of those that the settings list.

    A project's own file of a name stands in place of the theme's.

    Raises:
        OSError: the disk does not answer.

    """
    own = [each for each in (settings.content, settings.theme_folder) if each is not None]
    packaged = {name: path for name, path in package_files.files(Folder.THEME).items() if path.suffix in _KINDS}
    names = {}
    for name in sorted({*packaged, *_listed(settings.completed)}):
        found = next((each / name for each in own if (each / name).is_file()), packaged.get(name))
        if found is not None:
            names[name] = fingerprinted(name, found.read_bytes())
    return names


def renamed(listed: Iterable[Any], names: Mapping[str, str]) -> list[Any]:
    """Return the files of a setting of `LISTS`, names or MkDocs' objects with a `path`, by their published names."""
    changed = []
    for each in listed:
        if isinstance(each, str):
            changed.append(names.get(each, each))
        else:
            each.path = names.get(each.path, each.path)
            changed.append(each)
    return changed


def _listed(completed: Mapping[str, Any]) -> set[str]:
    """Return the files that settings list, each by its name or by a mapping that has it as `path`; no full address."""
    listed = [each for key in LISTS for each in completed.get(key) or []]
    paths = (each.get("path") if isinstance(each, dict) else each for each in listed)
    return {
        each
        for each in paths
        if isinstance(each, str) and PurePosixPath(each).suffix in _KINDS and ":" not in each and ".." not in each
    }
