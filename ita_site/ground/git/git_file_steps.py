"""What became of one file in a Git repository, commit by commit: through merges, and under the names it had before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground.git.git_dates import day_of
from ita_site.ground.git.git_objects import contents_named
from ita_site.ground.git.git_program import NoHistory, output, repository_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

_FORMAT = "--format=%x01%H%x02%P%x02%at%x02%aN%x02%s"
_RAW = ("-z", "-m", "--root", "--raw", "--no-abbrev", "--no-ext-diff", "--no-color")
_LOG = (
    *("log", *_RAW, "--date-order", "--full-history", "--no-renames", "--no-show-signature", _FORMAT),
    "--end-of-options",
)
_RENAMES = ("diff-tree", *_RAW, "-r", "-M", "--stdin", "--format=%x01%H")
_MOST_NAMES = 50
"""Names that one file is followed through."""


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as a commit has it: its path from the top of the repository, and the name of its contents.

    Both are empty where the commit has no such file.
    """

    path: str = ""
    contents: str = ""


@dataclass(frozen=True, slots=True)
class FileStep:
    """A commit after which a file is not what it was in any commit before it.

    `author`, `day` (in Thailand; None where it cannot be right) and `subject` are as Git has them; `before` has the
    file of each commit before this one, of which a merge has several and the first of a repository none.
    """

    commit: str
    author: str
    day: date | None
    subject: str
    now: FileVersion
    before: tuple[FileVersion, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A commit of the log, and what it has of one name against each of its parents."""

    commit: str
    parents: tuple[str, ...]
    time: str
    author: str
    subject: str
    changes: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class FileHistory:
    """The steps of a file, the last first.

    `contents` has what their versions hold, by its name, but for those that are too large; `head` is the file as the
    last commit has it.
    """

    steps: tuple[FileStep, ...]
    contents: Mapping[str, bytes]
    head: FileVersion


def file_history(path: Path) -> FileHistory:
    """Return what became of a file; only commits that touch it are looked at.

    Raises:
        NoHistory: there is no repository, no program, or Git refuses.

    """
    root = repository_of(path.parent)
    name = path.parent.resolve().relative_to(root).joinpath(path.name).as_posix()
    steps = _ordered(root, _steps(root, name))
    head = _at_head(root, name) if steps else FileVersion()
    states = [head, *(state for step in steps for state in (step.now, *step.before))]
    names = list(dict.fromkeys(state.contents for state in states if state.contents))
    return FileHistory(tuple(steps), dict(contents_named(names, root)), head)


def _at_head(root: str, name: str) -> FileVersion:
    listed = output(("ls-tree", "-z", "--full-tree", "HEAD", "--", name), root).decode("utf-8", "surrogateescape")
    about = listed.partition("\t")[0].split()
    return FileVersion(name, about[2]) if about and about[0].startswith("100") else FileVersion()


def _steps(root: str, name: str) -> dict[str, FileStep]:
    """Return the steps of a file by their commits: of the name it has, and of the names it had where that began."""
    found: dict[str, FileStep] = {}
    begun = [("HEAD", name)]
    asked: set[tuple[str, str]] = set()
    while begun and len(asked) < _MOST_NAMES:
        start, name = begun.pop(0)
        if (start, name) in asked:
            continue
        asked.add((start, name))
        entries = list(_log(root, start, name))
        new = [each.commit for each in entries if any(not old for old, _ in each.changes.get(name, ()))]
        renamed = _renamed(root, new, name)
        for entry in entries:
            step = _step(entry, name, renamed)
            if step is None or entry.commit in found:
                continue
            found[entry.commit] = step
            begun += [
                (parent, state.path)
                for parent, state in zip(entry.parents, step.before, strict=False)
                if state.path not in {name, ""}
            ]
    return found


def _step(entry: _Entry, name: str, renamed: Mapping[tuple[str, int], FileVersion]) -> FileStep | None:
    """Return what a commit did to a file; None where it has it from one of its parents."""
    changes = entry.changes.get(name, ())
    if len(changes) < max(1, len(entry.parents)):
        return None
    before = tuple(
        FileVersion(name, old) if old else renamed.get((entry.commit, place), FileVersion())
        for place, (old, _) in enumerate(changes)
    )
    new = changes[0][1]
    now = FileVersion(name, new) if new else FileVersion()
    if now in before:
        return None
    # A file that was only given another name by one side of a merge was not changed by it.
    if len(before) > 1 and any(state.contents == new for state in before):
        return None
    return FileStep(entry.commit, entry.author, day_of(entry.time), entry.subject, now, before if entry.parents else ())


def _log(root: str, start: str, name: str) -> Iterator[_Entry]:
    """Yield the commits up to one that touch a name, the last first."""
    try:
        log = output((*_LOG, start, "--", f":(top,literal){name}"), root)
    except NoHistory as error:
        # A repository with no commit yet has no HEAD either.
        if error.said.startswith("fatal: bad revision 'HEAD'"):
            return
        raise
    header: list[str] = []
    changes: list[tuple[str, str, str]] = []
    seen: dict[str, tuple[list[str], list[tuple[str, str, str]]]] = {}
    for token in _tokens(log):
        if isinstance(token, str):
            header = token.split("\x02", 4)
            _, changes = seen.setdefault(header[0], (header, []))
        else:
            changes.append(token)
    for commit, (told, of_commit) in seen.items():
        by_name: dict[str, list[tuple[str, str]]] = {}
        for old, new, path in of_commit:
            by_name.setdefault(path, []).append((old, new))
        _, parents, time, author, subject = told
        yield _Entry(
            commit, tuple(parents.split()), time, author, subject, {key: tuple(each) for key, each in by_name.items()}
        )


def _tokens(log: bytes) -> Iterator[str | tuple[str, str, str]]:
    """Yield the heads of commits and, for each of their changes, the contents' names before and after and the path."""
    tokens = iter(log.split(b"\0"))
    for raw in tokens:
        token = raw.lstrip(b"\n").decode("utf-8", "surrogateescape")
        if token.startswith("\x01"):
            yield token[1:].rstrip("\n")
        elif token.startswith(":"):
            _, _, old, new, _ = token.split(" ", 4)
            yield _named(old), _named(new), next(tokens).decode("utf-8", "surrogateescape")


def _renamed(root: str, commits: list[str], name: str) -> dict[tuple[str, int], FileVersion]:
    """Return what a file was called before, by the commits that brought its name and the place of their parent."""
    if not commits:
        return {}
    found: dict[tuple[str, int], FileVersion] = {}
    commit, place = "", -1
    tokens = iter(output(_RENAMES, root, commits).split(b"\0"))
    for raw in tokens:
        token = raw.lstrip(b"\n").decode("utf-8", "surrogateescape")
        if token.startswith("\x01"):
            place = place + 1 if token[1:].strip() == commit else 0
            commit = token[1:].strip()
        elif token.startswith(":"):
            _, _, old, _, status = token.split(" ", 4)
            path = next(tokens).decode("utf-8", "surrogateescape")
            if status.startswith(("R", "C")):
                to = next(tokens).decode("utf-8", "surrogateescape")
                if to == name:
                    found[commit, place] = FileVersion(path, old)
    return found


def _named(contents_name: str) -> str:
    """Return the name of contents; nothing where there are none."""
    return contents_name if contents_name.strip("0") else ""


def _ordered(root: str, steps: Mapping[str, FileStep]) -> list[FileStep]:
    """Return steps as their commits follow each other, the last first."""
    if not steps:
        return []
    listed = output(("rev-list", "--date-order", "HEAD"), root).decode().split()
    return [steps[commit] for commit in listed if commit in steps]
