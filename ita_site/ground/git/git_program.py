"""Commands of Git: run in a folder, answered in English, and untouched by what a hook of Git has set."""

from __future__ import annotations

import os
import subprocess
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_COMMAND = ("git", "-c", "core.quotePath=off", "-c", "core.fsmonitor=false")
_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})


class GitFault(StrEnum):
    """Why Git does not tell all of a folder that is in a repository."""

    PROGRAM = "no-git-program"
    OWNER = "git-owner"
    """The repository belongs to another user, from whom Git takes nothing."""
    UNREADABLE = "git-unreadable"
    SHALLOW = "git-shallow"
    CLOCK = "git-clock"
    """The last commit of a file has a date that cannot be right."""


class NoHistory(Exception):
    """Git tells nothing of a folder; `fault` has why, None where nothing of it was ever committed."""

    def __init__(self, fault: GitFault | None, said: str = "") -> None:
        super().__init__(said)
        self.fault = fault
        self.said = said


def top(folder: Path) -> str:
    """Return the folder of the repository that a folder is in; nothing where it is in none."""
    folder = folder.resolve()
    return next((str(each) for each in (folder, *folder.parents) if (each / ".git").exists()), "")


def repository_of(folder: Path) -> str:
    """Return the folder of the repository that a folder is in.

    Raises:
        NoHistory: it is in none.

    """
    root = top(folder)
    if not root:
        raise NoHistory(None)
    return root


def environment() -> dict[str, str]:
    """Return the environment without what a hook of Git sets, which would name another repository; in English."""
    return {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK} | {"LC_ALL": "C"}


def _only_here() -> dict[str, str]:
    """Return the environment in which Git asks no other repository.

    Settings of a repository may name one, and a program to reach it by, for what a copy made in part lacks.
    """
    return environment() | {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}


def run(
    words: Iterable[str],
    folder: Path | str,
    *,
    variables: Mapping[str, str] | None = None,
    given: bytes | None = None,
    seconds: float | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Return what came of a command.

    Args:
        words: the command without `git`: our own words, and names that are none of Git's switches.
        folder: where it is run.
        variables: the environment; without it, `environment`.
        given: what it reads from its standard input.
        seconds: how long it may take; without it, as long as it likes.

    Raises:
        OSError: there is no program, or no such folder.
        subprocess.TimeoutExpired: it has taken longer.

    """
    return subprocess.run(  # noqa: S603 - see above
        (*_COMMAND, *words),
        cwd=folder,
        env=environment() if variables is None else variables,
        input=given,
        capture_output=True,
        check=False,
        timeout=seconds,
    )


def output(words: Iterable[str], folder: Path | str, lines: Iterable[str] | None = None) -> bytes:
    """Return what a command prints that is given lines to read; nothing in a repository without a commit.

    Raises:
        NoHistory: there is no program, or Git refuses.

    """
    given = None if lines is None else "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
    try:
        done = run(words, folder, variables=_only_here(), given=given)
    except OSError:
        raise NoHistory(GitFault.PROGRAM) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        if "not have any commits" in said:
            return b""
        raise NoHistory(_fault(said), said.partition("\n")[0])
    return done.stdout


def _fault(said: str) -> GitFault:
    """Return why Git tells nothing, by what it says."""
    owner = "dubious ownership" in said or "unsafe repository" in said
    return GitFault.OWNER if owner else GitFault.UNREADABLE
