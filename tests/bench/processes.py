"""Whole processes, and what they took: the bench itself stays small, so that its memory is not counted for theirs."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import click

ROOT = Path(__file__).parents[2]
Command: TypeAlias = "tuple[str, ...]"


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds of the processor, of them in its own code, on the clock; most memory in MiB."""

    cpu: float
    user: float
    wall: float
    peak: float


def run(command: Command, folder: Path, cache: Path | None = None) -> Cost:
    """Run a command to its end and return what it took; what it says is shown only when it fails.

    Seconds are the child's own as the kernel counts them, children of it among them. What was made before is
    remembered in the cache folder; nothing is, where none is given.

    Raises:
        click.ClickException: the command fails.

    """
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory() as nothing:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env=environment(cache or Path(nothing))
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            message = f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}"
            raise click.ClickException(message)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_utime, wall, usage.ru_maxrss / 1024)


def works(command: Command) -> bool:
    """Return whether a command is there and ends well."""
    try:
        done = subprocess.run(command, env=environment(Path(os.devnull)), capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def environment(cache: Path) -> dict[str, str]:
    """Return the environment of what is measured: its cache folder, and Python keeping what it compiles of modules."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(cache)}
