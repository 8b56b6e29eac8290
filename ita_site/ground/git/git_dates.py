"""When files were last changed, as Git knows: the day in Thailand of the last commit that touched each.

A build is no change: a page has the day its sources were committed, or none. Files that Git does not know, that differ
from what was committed, or that only the cut end of a shallow clone has, have no day here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from ita_site.ground.git.git_program import GitFault, NoHistory, output, top

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LOG = (
    *("log", "-z", "-m", "--raw", "--no-abbrev", "--format=%H|%ct|%P|%D", "--decorate-refs-exclude=*", "--relative"),
    *("--no-renames", "--no-show-signature", "--no-color", "--no-ext-diff", "--", "."),
)
_CUT = "grafted"
"""How Git marks the oldest commit of a shallow clone, which seems to have made all files."""
_THAILAND = timezone(timedelta(hours=7))
_FIRST, _LAST = (int(datetime(year, 4, 7, tzinfo=UTC).timestamp()) for year in (2005, 2100))
"""No commit is older than Git itself, and none of a clock that has the year B.E. is believed."""
_SHA_1 = 40
"""The length of the name of a contents, in hexadecimal, where Git does not use SHA-256."""


@dataclass(frozen=True)
class GitDates:
    """What Git knows of files, by the names they are called.

    `uncertain` are the files that were changed last on a day that is not known; `faults` has why days are not known by
    the name of the folder, with what Git says of it. `commits` has the name of the last commit of each file that is
    there as it was committed.
    """

    days: Mapping[str, date]
    uncertain: frozenset[str]
    faults: Mapping[str, tuple[GitFault, str]]
    commits: Mapping[str, str] = field(default_factory=dict)


class _Change(NamedTuple):
    """What the log says of a file in one commit: the day, None where it cannot be right, and the contents' name."""

    day: date | None
    cut: bool
    contents: str
    commit: str


def read(folders: Mapping[str, Path]) -> GitDates:
    """Return what Git knows of the files in folders, each named by its folder's name and its path in there.

    One process for each: the folders may be of different repositories. A site can be built without any, too.
    """
    days: dict[str, date] = {}
    uncertain: set[str] = set()
    faults: dict[str, tuple[GitFault, str]] = {}
    commits: dict[str, str] = {}
    for name, folder in folders.items():
        log, fault = _log(folder)
        for path, changes in _by_file(log).items():
            if (folder / path).is_symlink() or not (folder / path).is_file():
                continue
            last, key = changes[0], f"{name}/{path}"
            if last.day is None:
                fault = (GitFault.CLOCK, key)
            if last.day is None or not _is_as_committed(folder / path, last.contents):
                uncertain.add(key)
            elif known := [each.day for each in changes if each.day and not each.cut]:
                days[key] = max(known)
                commits[key] = last.commit
            else:
                fault = fault or (GitFault.SHALLOW, "")
        if fault:
            faults[name] = fault
    return GitDates(days, frozenset(uncertain), faults, commits)


def _log(folder: Path) -> tuple[str, tuple[GitFault, str] | None]:
    """Return the history of a folder as Git prints it, and why there is none."""
    if not folder.is_dir() or not top(folder):  # Git takes longer to say that there is no repository
        return "", None
    try:
        return output(_LOG, folder).decode("utf-8", "surrogateescape"), None
    except NoHistory as error:
        fault = error.fault or GitFault.UNREADABLE
        return "", (fault, top(folder) if fault is GitFault.OWNER else error.said)


def _by_file(log: str) -> dict[str, list[_Change]]:
    """Return the changes of each file, the last first."""
    changes: dict[str, list[_Change]] = {}
    for name, change in _changes(log):
        changes.setdefault(name, []).append(change)
    return changes


def _changes(log: str) -> Iterator[tuple[str, _Change]]:
    """Yield the changes of a log: for each parent of a commit, lines that begin with `:`, each with a name behind it.

    What a merge has from one of its parents was changed there and not by the merge.
    """
    tokens = iter(log.split("\0"))
    commit = day = cut = None
    parents, seen = 1, Counter[str]()
    for token in tokens:
        line = token.lstrip("\n")
        if line.startswith(":"):
            name = next(tokens)
            seen[name] += 1
            if seen[name] == parents:
                yield name, _Change(day, bool(cut), line.split()[3], commit or "")
        elif line:
            name, time, others, decoration = line.split("|", 3)
            if name != commit:
                commit, day, cut = name, day_of(time), _CUT in decoration
                parents, seen = len(others.split()) or 1, Counter()


def day_of(time: str) -> date | None:
    """Return the day of a commit; None where its date is no date, or cannot be right."""
    try:
        seconds = int(time)
    except ValueError:
        return None
    return datetime.fromtimestamp(seconds, _THAILAND).date() if _FIRST <= seconds < _LAST else None


def _is_as_committed(path: Path, contents: str) -> bool:
    """Tell whether a file is the one that was committed, if maybe with the line ends of this system."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(contents == _contents(each, contents) for each in (data, data.replace(b"\r\n", b"\n")))


def _contents(data: bytes, like: str) -> str:
    """Return what Git calls contents, by the hash it has used elsewhere."""
    named = b"blob %d\0%b" % (len(data), data)
    return (hashlib.sha1(named, usedforsecurity=False) if len(like) == _SHA_1 else hashlib.sha256(named)).hexdigest()
