"""Settings of a project, changed as an office might change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path


def with_palette(settings: Path, lines: str) -> None:
    """Write lines for the colours of the theme, which the settings of this repository need not say."""
    sites.replace(settings, "theme:\n  name: material\n", f"theme:\n  name: material\n{lines}")
