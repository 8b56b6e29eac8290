"""Everything that a Git repository remembers: each version of each file once, on all branches and tags.

What was deleted from the files is still there, and whoever copies the repository gets it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.ground.git.git_dates import day_of
from ita_site.ground.git.git_program import GitFault, NoHistory, output, repository_of, run, top

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

MAX_BYTES = 20_000_000
"""The largest version of a file that is read, and the most that is held at once."""
MAX_VERSIONS = 200_000
_LOG = (
    *("log", "--all", "--reverse", "-z", "-m", "--root", "--raw", "--no-abbrev", "--diff-filter=AMT"),
    *("--format=%x01%H|%ct", "--no-renames", "--no-show-signature", "--no-color", "--no-ext-diff"),
)
_MESSAGES = ("log", "--all", "--reverse", "-z", "--format=%H|%ct|%B", "--no-show-signature", "--no-color")
_PUBLISHED = (
    *("log", "--first-parent", "-m", "-z", "--root", "--raw", "--no-abbrev", "--relative", "--format="),
    *("--no-renames", "--no-show-signature", "--no-color", "--no-ext-diff", "--end-of-options"),
)
UPSTREAM = "@{upstream}"
"""What Git calls the branch that this one is pushed to."""
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FILE_MODES = ("100", "120")
"""How the modes of files and links begin; other entries are other repositories."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file as it was first committed, or the message of a commit, whose `path` is empty."""

    path: str
    commit: str
    day: date | None
    data: bytes


def versions(folder: Path, wanted: Callable[[str], bool], tell: Callable[[int, int], None]) -> Iterator[Version]:
    """Yield every version of every file of the repository that a folder is in, and the message of every commit.

    Args:
        folder: a folder in the repository.
        wanted: whether a file is read, by its path from the top of the repository.
        tell: is told how many versions have been read, and of how many.

    Raises:
        NoHistory: there is no repository, no program, or Git refuses.

    """
    root = repository_of(folder)
    for record in output(_MESSAGES, root).split(b"\0"):
        if record.strip():
            name, when, message = record.lstrip(b"\n").split(b"|", 2)
            yield Version("", name.decode(), day_of(when.decode()), message)
    first = {name: place for name, place in _first_places(output(_LOG, root)) if wanted(place[0])}
    names = list(first)[:MAX_VERSIONS]
    for done, (contents, data) in enumerate(contents_named(names, root), start=1):
        tell(done, len(names))
        path, commit, time = first[contents]
        yield Version(path, commit, day_of(time), data)


def is_shallow(folder: Path) -> bool:
    """Tell whether a repository was copied in part, so that there is more to look through."""
    return output(("rev-parse", "--is-shallow-repository"), top(folder)).strip() == b"true"


def commit_named(folder: Path, name: str) -> tuple[str, date | None]:
    """Return the whole name of a commit, and its day in Thailand, for a branch, a tag or the beginning of a name.

    Args:
        folder: a folder in the repository.
        name: what the commit is called.

    Raises:
        NoHistory: there is no such commit, no repository or nothing in it yet, no program, or Git refuses.

    """
    root = repository_of(folder)
    asked = ("log", "-1", "--format=%H|%ct", "--no-show-signature", "--no-color", "--end-of-options", name, "--")
    if not output(("rev-list", "--all", "--max-count=1"), root):
        raise NoHistory(None)
    found, _, time = output(asked, root).decode().strip().partition("|")
    return found, day_of(time)


def files_at(folder: Path, commit: str) -> dict[str, bytes]:
    """Return the files below a folder as a commit has them, by their paths in it; links and huge files left out.

    Args:
        folder: a folder in the repository.
        commit: the whole name of a commit.

    Raises:
        NoHistory: there is no such commit, no repository, no program, or Git refuses.

    """
    listed = output(("ls-tree", "-r", "-z", "--end-of-options", commit), folder).split(b"\0")
    found: dict[str, str] = {}
    for entry in filter(None, listed):
        about, _, path = entry.partition(b"\t")
        mode, _, name = about.decode().split()
        if mode.startswith("100"):
            found[path.decode("utf-8", "surrogateescape")] = name
    held = dict(contents_named(list(dict.fromkeys(found.values())), str(folder)))
    return {path: held[name] for path, name in sorted(found.items()) if name in held}


def published_versions(folder: Path, paths: Iterable[str], branch: str = UPSTREAM) -> dict[str, tuple[bytes, ...]]:
    """Return every version of files that was published, the last first, by their paths below a folder.

    What was published is what stood at the branch that this one is pushed to, for that is what Git hosts publish; where
    there is none, what stood at this one. What was only proposed on another branch and merged is told of as it was
    merged. Files that are gone are told of, too. Without Git nothing is known, and nothing returned.

    Args:
        folder: a folder in the repository.
        paths: the paths of files below it, or patterns with `*` for a part of one.
        branch: what is published.

    """
    if not top(folder):
        return {}
    try:
        tip = _published_tip(folder, branch)
        return dict(_versions_at(str(folder), tip, tuple(paths))) if tip else {}
    except NoHistory:
        return {}


def _published_tip(folder: Path, branch: str) -> str:
    """Return the commit that was published last; nothing where nothing was committed."""
    try:
        done = run(("rev-parse", "--quiet", "HEAD", branch, "--"), folder)
    except OSError:
        raise NoHistory(GitFault.PROGRAM) from None
    # Where there is no such branch, Git answers the first and refuses the second.
    named = [each for each in done.stdout.decode("utf-8", "replace").split() if _HASH.fullmatch(each)]
    return named[-1] if named else ""


@lru_cache(maxsize=8)
def _versions_at(folder: str, commit: str, paths: tuple[str, ...]) -> tuple[tuple[str, tuple[bytes, ...]], ...]:
    """Return the versions of files in a commit and those it follows from; they never change."""
    asked = [f":(glob){each}" for each in paths]
    tokens = iter(output((*_PUBLISHED, commit, "--", *asked), folder).split(b"\0"))
    found: dict[str, dict[str, None]] = {}
    for token in tokens:
        line = token.lstrip(b"\n").decode("utf-8", "surrogateescape")
        if line.startswith(":"):
            _, mode, _, name, _ = line.split(" ", 4)
            path = next(tokens).decode("utf-8", "surrogateescape")
            versions = found.setdefault(path, {})
            if mode.startswith("100"):
                versions.setdefault(name)
    held = dict(contents_named(list(dict.fromkeys(name for each in found.values() for name in each)), folder))
    return tuple((path, tuple(held[name] for name in names if name in held)) for path, names in found.items())


def _first_places(log: bytes) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the names of contents, each with the path, the commit and the time at which it first was."""
    seen: set[str] = set()
    commit = time = ""
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        line = token.lstrip(b"\n").decode("utf-8", "surrogateescape")
        if line.startswith("\x01"):
            commit, _, time = line[1:].partition("|")
        elif line.startswith(":"):
            _, mode, _, name, _ = line.split(" ", 4)
            path = next(tokens).decode("utf-8", "surrogateescape")
            if name not in seen and mode.startswith(_FILE_MODES):
                seen.add(name)
                yield name, (path, commit, time)


def contents_named(names: list[str], root: str) -> Iterator[tuple[str, bytes]]:
    """Yield contents by their names, without what is too large, or not there in a copy that was made in part."""
    batch: list[str] = []
    weight = 0
    for line in output(("cat-file", "--batch-check"), root, names).decode().splitlines():
        name, kind, *size = line.split()
        if kind != "blob" or int(size[0]) > MAX_BYTES:
            continue
        if batch and weight + int(size[0]) > MAX_BYTES:
            yield from _batch(batch, root)
            batch, weight = [], 0
        batch.append(name)
        weight += int(size[0])
    if batch:
        yield from _batch(batch, root)


def _batch(names: list[str], root: str) -> Iterator[tuple[str, bytes]]:
    answer, at = output(("cat-file", "--batch"), root, names), 0
    for name in names:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        yield name, answer[end + 1 : end + 1 + size]
        at = end + size + 2
