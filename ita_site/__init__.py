"""Publish a municipality's integrity and transparency (ITA) from YAML kept in Git.

`check` reads a data folder and returns every problem with the scores, `build` returns the pages and files of its site
and raises `InvalidData` while an error is left, `export` writes them to a folder for any builder of Markdown, or raises
`CannotExport`. `read_settings` reads `mkdocs.yml` into the `Settings` that all three take; without them, nothing is
set. The rest of the package may change with any version.

Values flow one way through its wings: `ground`, `data`, `judging`, `saying`, `publishing`, `hosts`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.ground.problems import InvalidData
    from ita_site.hosts.export import CannotExport, export
    from ita_site.publishing.data_check import check
    from ita_site.publishing.settings import Settings, read_settings
    from ita_site.publishing.site import build

__all__ = ["CannotExport", "InvalidData", "Settings", "build", "check", "export", "read_settings"]

_HOMES = {
    "CannotExport": "ita_site.hosts.export",
    "InvalidData": "ita_site.ground.problems",
    "Settings": "ita_site.publishing.settings",
    "build": "ita_site.publishing.site",
    "check": "ita_site.publishing.data_check",
    "export": "ita_site.hosts.export",
    "read_settings": "ita_site.publishing.settings",
}

if not TYPE_CHECKING:  # a type checker shall know these names and no others

    def __getattr__(name: str) -> object:
        """Import what is asked for: the whole takes half a second, and a wing must not import those after it."""
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(_HOMES[name]), name)
