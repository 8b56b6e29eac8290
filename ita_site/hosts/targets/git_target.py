"""A site published by its repository: the data are committed, put on top of what others have sent, and sent.

What others have changed is put together with ours in a working tree of its own, which is thrown away. The clerk's own
folder is changed in one step at the end, or not at all: whatever is cut short, it is never in the middle of something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground.git import git_program
from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.hosts.targets.git_rebasing import UNFINISHED, Clone, on_top, sweep, throwaway_tree
from ita_site.hosts.targets.git_repository import GitRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ita_site.hosts.targets.git_repository import Repository
    from ita_site.hosts.targets.target_file import TargetSettings

_TRIES = 3
"""How often others may send something while ours is being put on top of it."""
_TAKEN_BACK = re.compile(r"This reverts commit ([0-9a-f]{40,64})")
NO_REPOSITORY = (
    "โฟลเดอร์นี้ไม่ได้อยู่ในที่เก็บ Git ให้ผู้ดูแลตั้งครั้งเดียวด้วย git init และ git remote add origin ที่อยู่ของที่เก็บ"
    " หรือเลือกปลายทางแบบ folder หรือ zip"
)
_NO_BRANCH = "ที่เก็บ Git นี้ไม่ได้อยู่ที่ branch ใด ให้ผู้ดูแลสั่ง git switch ชื่อ branch ก่อน"


class NoAuthor(Exception):
    """Git does not know who commits; it is asked once."""


class NotYetRight(Exception):
    """What others have sent is here now, and with it something is to be mended before ours is sent."""


def clone_of(repository: Repository, work: Path, data: Path, paths: Sequence[Path], target: TargetSettings) -> Clone:
    """Return the repository of a project, named by the project's folder, which is fit to be published from.

    Raises:
        CannotDeliver: there is none, or something in it was begun and not ended.

    """
    root = repository.folder
    if not git_program.top(root):
        raise CannotDeliver(NO_REPOSITORY)
    folder = root / repository.run("rev-parse", "--git-dir").strip()
    if any((folder / each).exists() for each in ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD")):
        raise CannotDeliver(UNFINISHED)
    here = repository.line("symbolic-ref", "--quiet", "--short", "HEAD")
    if not here:
        raise CannotDeliver(_NO_BRANCH)
    branch = target.branch or here
    if branch != here:
        message = f"ปลายทางคือ branch {branch} แต่โฟลเดอร์นี้อยู่ที่ {here} ให้ผู้ดูแลสั่ง git switch {branch} ก่อน"
        raise CannotDeliver(message)
    return Clone(repository, root, work, data, tuple(paths), target.remote, branch)


def set_author(repository: Repository, name: str, email: str) -> None:
    """Keep who commits, in this repository alone.

    Raises:
        CannotDeliver: Git refuses.

    """
    repository.run("config", "user.name", name)
    repository.run("config", "user.email", email)


def has_author(repository: Repository) -> bool:
    """Tell whether Git knows who commits."""
    return all(repository.line("config", key) for key in ("user.name", "user.email"))


def deliver(clone: Clone, message: str, is_right: Callable[[], bool]) -> Delivered:
    """Commit what has changed, put it on top of what others have sent, and send it.

    Args:
        clone: the repository.
        message: the clerk's words for what was changed.
        is_right: tells whether the data can be published, asked again where others have sent something.

    Raises:
        NoAuthor: nobody is known who commits; nothing was done.
        NotYetRight: with what others have sent, the data are not right; nothing was sent.
        CannotDeliver: Git refuses, or two have changed one field; nothing was sent.

    """
    repository = clone.repository
    sweep(clone)
    if not has_author(repository):
        raise NoAuthor
    committed = _commit(clone, message)
    said: list[str] = []
    for _ in range(_TRIES):
        there = _fetch(clone)
        if there and repository.answers("merge-base", "--is-ancestor", "HEAD", there) and not committed:
            taken_in = not repository.answers("merge-base", "--is-ancestor", there, "HEAD")
            if taken_in:
                repository.run("reset", "--keep", "--quiet", there)
                said.append("รับสิ่งที่ผู้อื่นส่งไว้เข้ามาแล้ว")
            return Delivered(_place(clone), (*said, "ไม่มีอะไรใหม่ให้ส่ง"))
        if there and not repository.answers("merge-base", "--is-ancestor", there, "HEAD"):
            repository.run("reset", "--keep", "--quiet", on_top(clone, there))
            said.append("รวมกับสิ่งที่ผู้อื่นส่งไว้ก่อนแล้ว")
            if not is_right():
                raise NotYetRight
        try:
            repository.run("push", "--quiet", "--set-upstream", clone.remote, f"HEAD:refs/heads/{clone.branch}")
        except GitRefused as error:
            if "fetch first" in error.said or "non-fast-forward" in error.said:
                continue  # others were faster
            raise
        _fetch(clone)
        return Delivered(_place(clone), tuple(dict.fromkeys(said)))
    message = "ผู้อื่นส่งเข้ามาตลอดเวลา ให้สั่งใหม่อีกครั้ง"
    raise CannotDeliver(message)


def roll_back(clone: Clone) -> Delivered:
    """Take the last commit that changed the project back, by one more commit, and send it.

    Those that were taken back before are passed over.

    Raises:
        NoAuthor: nobody is known who commits; nothing was done.
        CannotDeliver: Git refuses, or later changes stand on what is to be taken back; nothing was sent.

    """
    repository = clone.repository
    sweep(clone)
    if not has_author(repository):
        raise NoAuthor
    there = _fetch(clone)
    last = _to_take_back(clone, there) if there else None
    if last is None:
        message = "ไม่มี commit ก่อนหน้าให้ย้อนกลับ"
        raise CannotDeliver(message)
    commit, subject, parents = last
    with throwaway_tree(clone, there) as tree:
        switches = ["-m", "1"] if parents > 1 else []
        try:
            tree.run("revert", "--no-commit", *switches, commit)
        except GitRefused:
            message = f"ย้อน “{subject}” ไม่ได้ เพราะมีการแก้ที่เดียวกันหลังจากนั้น ให้แก้ข้อมูลแล้วเผยแพร่ใหม่ด้วย ita-site publish"
            raise CannotDeliver(message) from None
        tree.run("commit", "--quiet", "--no-verify", "-m", f"ย้อนกลับ: {subject}\n\nThis reverts commit {commit}.")
        made = tree.run("rev-parse", "HEAD").strip()
        repository.run("push", "--quiet", clone.remote, f"{made}:refs/heads/{clone.branch}")
    _fetch(clone)
    said = [f"ย้อน “{subject}”"]
    if repository.answers("merge-base", "--is-ancestor", "HEAD", made):
        try:
            repository.run("reset", "--keep", "--quiet", made)
        except GitRefused:
            said.append("ข้อมูลในโฟลเดอร์นี้ยังเป็นของเดิม เพราะมีการแก้ที่ยังไม่ได้เผยแพร่")
    return Delivered(_place(clone), tuple(said))


def _place(clone: Clone) -> str:
    return f"{clone.remote}/{clone.branch}"


def _commit(clone: Clone, message: str) -> bool:
    """Commit what has changed of the project, and nothing else that was made ready; tell whether there was anything."""
    repository = clone.repository
    names = [str(each) for each in clone.paths]
    known = [each for each in names if (clone.root / each).exists() or repository.line("ls-files", "--", each)]
    paths = [each for each in known if not repository.answers("check-ignore", "--quiet", "--", each)]
    if not paths:
        return False
    repository.run("add", "--all", "--", *paths)
    if repository.line("rev-parse", "--verify", "--quiet", "HEAD"):
        if repository.answers("diff", "--cached", "--quiet", "HEAD", "--", *paths):
            return False
    elif not repository.line("ls-files", "--", *paths):
        return False
    repository.run("commit", "--quiet", "--message", message, "--", *paths)
    return True


def _fetch(clone: Clone) -> str:
    """Return the last commit that others have sent; empty where the branch is not there yet."""
    listed = clone.repository.run("ls-remote", "--heads", clone.remote, f"refs/heads/{clone.branch}").strip()
    if not listed:
        return ""
    clone.repository.run("fetch", "--quiet", "--no-tags", clone.remote, f"+refs/heads/{clone.branch}:{clone.sent}")
    return clone.repository.run("rev-parse", clone.sent).strip()


def _to_take_back(clone: Clone, there: str) -> tuple[str, str, int] | None:
    """Return the last commit of the project that was not taken back, its first line, and how many parents it has."""
    listed = clone.repository.run(
        "log", "--first-parent", "-z", "--format=%H%n%P%n%B", there, "--", *map(str, clone.paths)
    )
    gone: set[str] = set()
    for entry in filter(None, listed.split("\0")):
        commit, parents, message = entry.split("\n", 2)
        if back := _TAKEN_BACK.search(message):
            gone.add(back[1])
        elif commit not in gone and parents:
            return commit, message.strip().partition("\n")[0], len(parents.split())
    return None
