"""The theme without its hidden pictures: MkDocs lists all files of a theme, and publishes none that is hidden."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Environment


class VisibleTheme(Theme):
    """A theme as another one is, whose hidden files are there but not listed."""

    def __init__(self, theme: Theme) -> None:
        vars(self).update(vars(theme))

    def get_env(self) -> Environment:
        """Return what reads the templates."""
        environment = super().get_env()
        environment.loader = _VisibleFiles(self.dirs)
        return environment


class _VisibleFiles(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [each for each in folders if not each.startswith(".")]
                below = Path(folder).relative_to(root)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)
