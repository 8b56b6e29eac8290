"""Our commits on top of those of others, made in a working tree of its own, which is thrown away.

Where both have changed one file, it is put together field by field.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.hosts.targets.delivery import CannotDeliver
from ita_site.hosts.targets.field_merging import merged
from ita_site.hosts.targets.git_repository import GitRefused
from ita_site.hosts.value_changes.data_changes import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.hosts.targets.field_merging import FieldConflict
    from ita_site.hosts.targets.git_repository import Repository

_TREE = "tree"
_STOPS = 200
"""Commits that may each be in conflict."""
UNFINISHED = "ที่เก็บ Git นี้มีการรวมงานค้างอยู่ (rebase หรือ merge) ให้ผู้ดูแลทำให้เสร็จหรือเลิกก่อน เช่น git rebase --abort"


class FieldsContradict(CannotDeliver):
    """Two have changed one field otherwise; the message has every such field with both values."""


@dataclass(frozen=True, slots=True)
class Clone:
    """A clerk's copy of a repository.

    `root` is the project's folder, `work` one in it for what is thrown away, `data` the data folder; `paths` are what
    belongs to the project.
    """

    repository: Repository
    root: Path
    work: Path
    data: Path
    paths: tuple[Path, ...]
    remote: str
    branch: str

    @property
    def sent(self) -> str:
        """What was last known to be published."""
        return f"refs/remotes/{self.remote}/{self.branch}"


def on_top(clone: Clone, there: str) -> str:
    """Return our commits on top of those of others, made in a working tree of its own.

    Where one of ours contradicts theirs, all of ours are taken as one: a later one may have settled it.
    """
    ours = clone.repository.run("rev-parse", "HEAD").strip()
    with throwaway_tree(clone, ours) as tree:
        if not tree.line("merge-base", ours, there):
            message = "ที่เก็บในเครื่องนี้กับที่ปลายทางไม่ได้มาจากที่เดียวกัน ให้ผู้ดูแลตรวจปลายทาง (git remote -v)"
            raise CannotDeliver(message)
        try:
            _rebase(clone, tree, there)
        except FieldsContradict:
            tree.answers("rebase", "--abort")
            tree.run("reset", "--hard", "--quiet", there)
            _apply_whole(clone, tree, ours, there)
        return tree.run("rev-parse", "HEAD").strip()


def _rebase(clone: Clone, tree: Repository, there: str) -> None:
    going_on: tuple[str, ...] = ("rebase", "--quiet", there)
    for _ in range(_STOPS):
        try:
            tree.run(*going_on)
        except GitRefused:
            if not tree.line("rev-parse", "--verify", "--quiet", "REBASE_HEAD"):
                raise
        else:
            return
        if unmerged := _unmerged(tree):
            _put_together(clone, tree, unmerged)
            going_on = ("rebase", "--continue")
        else:
            going_on = ("rebase", "--skip")  # others have made the very same change
    raise CannotDeliver(UNFINISHED)


def _apply_whole(clone: Clone, tree: Repository, ours: str, there: str) -> None:
    tree.answers("merge", "--squash", "--quiet", ours)
    _put_together(clone, tree, _unmerged(tree))
    if not tree.answers("diff", "--cached", "--quiet", "HEAD"):
        subjects = dict.fromkeys(tree.run("log", "--format=%s", f"{there}..{ours}").splitlines())
        tree.run("commit", "--quiet", "--no-verify", "--message", "\n".join(subjects))


def _unmerged(tree: Repository) -> list[str]:
    return [each for each in tree.run("diff", "--name-only", "--diff-filter=U", "-z").split("\0") if each]


def _put_together(clone: Clone, tree: Repository, paths: Sequence[str]) -> None:
    """Make one of the two versions of each file, field by field.

    Raises:
        FieldsContradict: there is a field that both have changed; every one of them is told.

    """
    top = Path(tree.run("rev-parse", "--show-toplevel").strip())
    below = clone.data.resolve().relative_to(clone.repository.run("rev-parse", "--show-toplevel").strip()).as_posix()
    told: list[str] = []
    for path in paths:
        versions = [tree.read("show", f":{stage}:{path}") for stage in (1, 2, 3)]
        record = record_of(path.removeprefix(f"{below}/")) if path.startswith(f"{below}/") else None
        base, theirs, mine = versions
        if record is None or base is None or theirs is None or mine is None:
            told.append(f"{path}: ทั้งสองฝ่ายแก้ไฟล์นี้ หรือฝ่ายหนึ่งลบ")
            continue
        made = merged(base, theirs, mine, path, record)
        if isinstance(made, bytes):
            (top / path).write_bytes(made)
            tree.at(top).run("add", "--", path)
        else:
            told += [_said(path, each) for each in made]
    if told:
        head = "ผู้อื่นเผยแพร่การแก้ที่ช่องเดียวกันไว้ก่อน จึงยังไม่ได้ส่ง ของท่านยังอยู่ครบในเครื่องนี้ ให้ตกลงกันว่าใช้ค่าใด"
        foot = "แล้วพิมพ์ค่าของผู้อื่นในช่องนั้น สั่ง ita-site publish (ค่าของผู้อื่นจะเข้ามา) จากนั้นแก้เป็นค่าที่ตกลงกันแล้วเผยแพร่อีกครั้ง"
        raise FieldsContradict("\n".join([head, *(f"  {each}" for each in told), foot]))


def _said(path: str, conflict: FieldConflict) -> str:
    theirs, mine = ("(ไม่มี)" if each is None else f"“{each}”" for each in (conflict.theirs, conflict.mine))
    return f"{path}: {conflict.field}: ของผู้อื่น {theirs} ของท่าน {mine}"


@contextmanager
def throwaway_tree(clone: Clone, commit: str) -> Iterator[Repository]:
    """Yield a working tree of a commit, which is taken away in the end."""
    place = clone.work / _TREE
    try:
        clone.repository.run("worktree", "add", "--quiet", "--detach", str(place), commit)
        yield clone.repository.at(place)
    finally:
        sweep(clone)


def sweep(clone: Clone) -> None:
    """Take away the working tree, also one that a run before this one has left."""
    place = clone.work / _TREE
    if place.exists():
        clone.repository.answers("worktree", "remove", "--force", "--force", str(place))
        shutil.rmtree(place, ignore_errors=True)
    clone.repository.answers("worktree", "prune")
