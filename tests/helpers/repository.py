"""A repository of Git for a test, which knows nobody on this machine."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *arguments: str, day: str = "2026-01-02") -> str:
    """Run a command of Git as a committer of a day and return what it prints."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    environment = {
        "GIT_COMMITTER_DATE": f"{day}T12:00:00+07:00",
        "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z",
        "PATH": os.environ["PATH"],
    }
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout
