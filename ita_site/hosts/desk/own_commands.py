"""Our own commands as the desk runs them: each in a process of its own, with nobody to answer it."""

from __future__ import annotations

import os
import sys

_RUN = "from ita_site.hosts.cli import main; main()"


def command(*words: str) -> list[str]:
    """Return what runs a command of ours by this Python."""
    return [sys.executable, "-c", _RUN, *words]


def environment() -> dict[str, str]:
    """Return the environment for it, in which it prints UTF-8 on any system."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
