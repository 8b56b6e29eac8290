"""A site published by its repository: the data are committed, put on top of what others have sent, and sent.

What others have changed is put together with ours in a working tree of its own, which is thrown away. The clerk's own
folder is changed in one step at the end, or not at all: whatever is cut short, it is never in the middle of something.
"""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground import git_dates
from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.hosts.targets.field_merging import merged
from ita_site.hosts.targets.git_program import GitRefused, Repository
from ita_site.hosts.value_changes.data_changes import record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ita_site.hosts.targets.field_merging import FieldConflict
    from ita_site.hosts.targets.target_file import TargetSettings

_TREE = "tree"
_TRIES = 3
"""How often others may send something while ours is being put on top of it."""
_STOPS = 200
"""Commits that may each be in conflict."""
_TAKEN_BACK = re.compile(r"This reverts commit ([0-9a-f]{40,64})")
NO_REPOSITORY = (
    "โฟลเดอร์นี้ไม่ได้อยู่ในที่เก็บ Git ให้ผู้ดูแลตั้งครั้งเดียวด้วย git init และ git remote add origin ที่อยู่ของที่เก็บ"
    " หรือเลือกปลายทางแบบ folder หรือ zip"
)
_UNFINISHED = "ที่เก็บ Git นี้มีการรวมงานค้างอยู่ (rebase หรือ merge) ให้ผู้ดูแลทำให้เสร็จหรือเลิกก่อน เช่น git rebase --abort"
_NO_BRANCH = "ที่เก็บ Git นี้ไม่ได้อยู่ที่ branch ใด ให้ผู้ดูแลสั่ง git switch ชื่อ branch ก่อน"


class NoAuthor(Exception):
    """Git does not know who commits; it is asked once."""


class FieldsContradict(CannotDeliver):
    """Two have changed one field otherwise; the message has every such field with both values."""


class NotYetRight(Exception):
    """What others have sent is here now, and with it something is to be mended before ours is sent."""


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


def clone_of(repository: Repository, work: Path, data: Path, paths: Sequence[Path], target: TargetSettings) -> Clone:
    """Return the repository of a project, named by the project's folder, which is fit to be published from.

    Raises:
        CannotDeliver: there is none, or something in it was begun and not ended.

    """
    root = repository.folder
    if not git_dates.top(root):
        raise CannotDeliver(NO_REPOSITORY)
    folder = root / repository.run("rev-parse", "--git-dir").strip()
    if any((folder / each).exists() for each in ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD")):
        raise CannotDeliver(_UNFINISHED)
    here = repository.line("symbolic-ref", "--quiet", "--short", "HEAD")
    if not here:
        raise CannotDeliver(_NO_BRANCH)
    branch = target.branch or here
    if branch != here:
        message = f"ปลายทางคือ branch {branch} แต่โฟลเดอร์นี้อยู่ที่ {here} ให้ผู้ดูแลสั่ง git switch {branch} ก่อน"
        raise CannotDeliver(message)
    return Clone(repository, root, work, data, tuple(paths), target.remote, branch)


def set_author(clone: Clone, name: str, email: str) -> None:
    """Keep who commits, in this repository alone.

    Raises:
        CannotDeliver: Git refuses.

    """
    clone.repository.run("config", "user.name", name)
    clone.repository.run("config", "user.email", email)


def has_author(clone: Clone) -> bool:
    """Tell whether Git knows who commits."""
    return all(clone.repository.line("config", key) for key in ("user.name", "user.email"))


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
    _sweep(clone)
    if not has_author(clone):
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
            repository.run("reset", "--keep", "--quiet", _on_top(clone, there))
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
    _sweep(clone)
    if not has_author(clone):
        raise NoAuthor
    there = _fetch(clone)
    last = _to_take_back(clone, there) if there else None
    if last is None:
        message = "ไม่มี commit ก่อนหน้าให้ย้อนกลับ"
        raise CannotDeliver(message)
    commit, subject, parents = last
    with _tree(clone, there) as tree:
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


def _on_top(clone: Clone, there: str) -> str:
    """Return our commits on top of those of others, made in a working tree of its own.

    Where one of ours contradicts theirs, all of ours are taken as one: a later one may have settled it.
    """
    ours = clone.repository.run("rev-parse", "HEAD").strip()
    with _tree(clone, ours) as tree:
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
    raise CannotDeliver(_UNFINISHED)


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


@contextmanager
def _tree(clone: Clone, commit: str) -> Iterator[Repository]:
    """Yield a working tree of a commit, which is taken away in the end."""
    place = clone.work / _TREE
    try:
        clone.repository.run("worktree", "add", "--quiet", "--detach", str(place), commit)
        yield clone.repository.at(place)
    finally:
        _sweep(clone)


def _sweep(clone: Clone) -> None:
    """Take away the working tree, also one that a run before this one has left."""
    place = clone.work / _TREE
    if place.exists():
        clone.repository.answers("worktree", "remove", "--force", "--force", str(place))
        shutil.rmtree(place, ignore_errors=True)
    clone.repository.answers("worktree", "prune")
