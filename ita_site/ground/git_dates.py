"""When files were last changed, as Git knows: the day of the last commit that touched each.

A build is no change: a page has the day its sources were committed, or none. Files that Git does not know,
or knows only from the cut end of a shallow clone, have no day here.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_COMMIT = "\x01"
"""What a commit begins with in the log; no name of a file has it."""
_LOG = (
    *("git", "-c", "core.quotePath=off", "-c", "core.fsmonitor=false"),
    *("log", "-z", f"--format={_COMMIT}%cs %D", "--decorate-refs-exclude=*", "--name-only", "--relative"),
    *("--no-renames", "--no-show-signature", "--no-color"),
)
_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
_CUT = "grafted"
"""How Git marks the oldest commit of a shallow clone, which seems to have made all files."""


def committed(root: Path, folders: Iterable[Path]) -> Mapping[str, date]:
    """Return the day each file in the folders was last committed, by its path from `root`.

    One process for them all. Nothing without a checkout or without Git: a site can be built from a copy, too.
    """
    inside = [str(each.resolve().relative_to(root)) for each in folders if each.resolve().is_relative_to(root)]
    if not inside:
        return {}
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and folders after `--`
            [*_LOG, "--", *inside], cwd=root, env=_environment(), capture_output=True, check=False
        )
    except OSError:
        return {}
    if done.returncode:
        return {}
    days: dict[str, date] = {}
    for day, name in _entries(done.stdout.decode("utf-8", "surrogateescape")):
        days[name] = max(day, days.get(name, day))
    return days


def _environment() -> dict[str, str]:
    """Return the environment without what a hook of Git sets, which would name another repository."""
    return {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}


def _entries(log: str) -> Iterator[tuple[date, str]]:
    for commit in log.split(_COMMIT)[1:]:
        head, _, names = commit.partition("\0")
        day, _, decoration = head.partition(" ")
        if _CUT not in decoration:
            yield from ((date.fromisoformat(day), name) for name in names.lstrip("\n").split("\0") if name)
