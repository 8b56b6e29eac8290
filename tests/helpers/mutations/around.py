"""Changes of what is around a project: its history, the site, what is remembered, what is installed, where it lies."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from tests.helpers.mutations.project import NotApplicable
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.helpers.mutations.project import Project

_KEPT = "cache/**/*"
_PUBLISHED = "site*/**/*.html"


def nothing(_: Project, __: Random) -> str:
    return ""


def commit(project: Project, chance: Random) -> str:
    """What changed has a day, and a history."""
    day = f"2026-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    if not (project.root / ".git").exists():
        git(project.root, "init", "-q", "-b", "main")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-qm", "x", "--allow-empty", day=day)
    return day


def commit_of_another_day(project: Project, chance: Random) -> str:
    """Not a byte of the project is another."""
    if not (project.root / ".git").exists():
        raise NotApplicable
    day = f"2025-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    git(project.root, "commit", "-qm", "y", "--allow-empty", "--amend", day=day)
    return day


def no_history(project: Project, _: Random) -> str:
    if not (project.root / ".git").exists():
        raise NotApplicable
    shutil.rmtree(project.root / ".git")
    return "no .git"


def install(project: Project, chance: Random) -> str:
    """A library comes, or is of another version."""
    for each in project.packages.iterdir():
        shutil.rmtree(each)
    folder = project.packages / f"library-{chance.randint(1, 9)}.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: library\nVersion: 1\n", encoding="utf-8")
    return folder.name


def lose_the_site(project: Project, _: Random) -> str:
    if not project.site.exists():
        raise NotApplicable
    shutil.rmtree(project.site)
    return project.site.name


def lose_a_page(project: Project, chance: Random) -> str:
    path = project.one(chance, _PUBLISHED)
    path.unlink()
    return project.called(path)


def lose_a_file_of_the_site(project: Project, chance: Random) -> str:
    path = project.one(chance, "site*/**/*")
    path.unlink()
    return project.called(path)


def change_a_page_of_the_site(project: Project, chance: Random) -> str:
    path = project.one(chance, _PUBLISHED)
    path.write_bytes(path.read_bytes()[: chance.choice([0, 100])] + b"changed")
    return project.called(path)


def change_a_page_of_the_site_in_its_size(project: Project, chance: Random) -> str:
    path = project.one(chance, _PUBLISHED)
    path.write_bytes(path.read_bytes().replace(b"<a", b"<b").replace(b"2568", b"9999"))
    return project.called(path)


def exchange_pages_of_the_site(project: Project, chance: Random) -> str:
    one, other = project.one(chance, _PUBLISHED), project.one(chance, _PUBLISHED)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    return f"{project.called(one)} and {project.called(other)}"


def add_a_file_to_the_site(project: Project, chance: Random) -> str:
    if not project.site.exists():
        raise NotApplicable
    path = project.site / chance.choice(["stray.html", "2568/stray/index.html", "assets/stray.js"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("stray", encoding="utf-8")
    return project.called(path)


def write_to_another_site(project: Project, _: Random) -> str:
    """The one before stays as it is, to be written again later."""
    project.site = project.base / ("site" if project.site.name == "site-2" else "site-2")
    return project.site.name


def forget_all(project: Project, _: Random) -> str:
    shutil.rmtree(project.cache, ignore_errors=True)
    return "cache"


def forget_some(project: Project, chance: Random) -> str:
    return _damage(project, chance, lambda _: None)


def change_a_byte_remembered(project: Project, chance: Random) -> str:
    def flipped(kept: bytes) -> bytes:
        place = chance.randrange(len(kept) or 1)
        return kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :] if kept else b"x"

    return _damage(project, chance, flipped)


def cut_what_is_remembered(project: Project, chance: Random) -> str:
    return _damage(project, chance, lambda kept: kept[: chance.randint(0, len(kept))])


def put_folders_where_files_are_remembered(project: Project, chance: Random) -> str:
    path = project.one(chance, _KEPT)
    path.unlink()
    path.mkdir()
    return project.called(path)


def move_the_project(project: Project, _: Random) -> str:
    other = project.base / ("project" if project.root.name == "moved" else "moved")
    project.root.rename(other)
    project.root = other
    return other.name


def all_files_of_one_time(project: Project, chance: Random) -> str:
    """As an archive or a checkout leaves them."""
    time = chance.choice([315532800, 1700000000, 4000000000])
    for path in sorted(project.root.rglob("*")):
        os.utime(path, (time, time))
    return str(time)


def go_back(project: Project, chance: Random) -> str:
    """All is as it was before, but for the times of files."""
    if not project.earlier:
        raise NotApplicable
    place = chance.randrange(len(project.earlier))
    project.restore(project.earlier[place])
    return f"to state {place}"


def refuse_warnings(project: Project, _: Random) -> str:
    project.is_strict = True
    return "--strict"


KINDS: tuple[Callable[[Project, Random], str], ...] = (
    *(nothing, commit, commit_of_another_day, go_back, no_history, install, lose_the_site, lose_a_page, go_back),
    *(lose_a_file_of_the_site, change_a_page_of_the_site, change_a_page_of_the_site_in_its_size),
    *(exchange_pages_of_the_site, add_a_file_to_the_site, write_to_another_site, write_to_another_site),
    *(forget_all, forget_some, change_a_byte_remembered, cut_what_is_remembered, go_back),
    *(put_folders_where_files_are_remembered, move_the_project, all_files_of_one_time, refuse_warnings),
)


def _damage(project: Project, chance: Random, change: Callable[[bytes], bytes | None]) -> str:
    """Change a third of the files that are remembered."""
    found = sorted(each for each in project.cache.rglob("*") if each.is_file())
    if not found:
        raise NotApplicable
    damaged = chance.sample(found, len(found) // 3 + 1)
    for path in damaged:
        changed = change(path.read_bytes())
        if changed is None:
            path.unlink()
        else:
            path.write_bytes(changed)
    return f"{len(damaged)} of {len(found)} files"
