"""Settings of a project, changed as an office might change them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def without_palette(settings: Path) -> None:
    """Take the colours of the theme out."""
    with_palette(settings, "")


def with_palette(settings: Path, lines: str) -> None:
    """Write other lines in the place of the colours of the theme."""
    text, found = re.subn(
        r"^  palette:\n(?: {4}.*\n)+", lines, settings.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert found == 1
    settings.write_text(text, encoding="utf-8")
