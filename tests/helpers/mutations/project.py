"""A project that is changed, with what lies around it: the site, what is remembered, installed packages, variables."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from tests.helpers import small_sets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from random import Random

State = dict[str, bytes | None]
"""What a folder holds by its path, sorted; a folder has nothing of its own."""
_GIT = ".git"


class NotApplicable(Exception):
    """There is nothing in the project that could be changed so."""


class Project:
    """One project, below a folder that holds all that a build reads, writes and remembers."""

    def __init__(self, base: Path, name: str) -> None:
        """Make the project of a small set."""
        self.base = base
        self.root = base / "project"
        self.site = base / "site"
        self.cache = base / "cache"
        self.packages = base / "installed-packages"
        self.packages.mkdir(parents=True)
        self.variables: dict[str, str] = {}
        self.is_strict = False
        self.earlier: list[State] = []
        self._made = 0
        small_sets.copy_project(name, self.root)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def theme(self) -> Path:
        return self.root / "theme_overrides"

    @property
    def settings(self) -> Path:
        return self.root / "mkdocs.yml"

    def name(self) -> str:
        """Return a name that was not used before."""
        self._made += 1
        return f"made-{self._made}"

    def one(self, chance: Random, *patterns: str) -> Path:
        """Return one of the files of the project whose paths fit; of a site or a cache, one below the base."""
        found = sorted({each for pattern in patterns for each in self.base.glob(pattern) if each.is_file()})
        if not found:
            raise NotApplicable
        return chance.choice(found)

    def within(self, chance: Random, *patterns: str) -> Path:
        """Return one of the files of the project whose paths fit."""
        return self.one(chance, *(f"{self.root.name}/{pattern}" for pattern in patterns))

    def called(self, path: Path) -> str:
        """Return the name of a file for a description of what was done."""
        return path.relative_to(self.base).as_posix()

    def state(self) -> State:
        """Return all files and folders of the project but its history."""
        found = sorted(self.root.rglob("*"))
        paths = ((each.relative_to(self.root).as_posix(), each) for each in found)
        return {name: _content(path) for name, path in paths if name.split("/")[0] != _GIT}

    def restore(self, state: State) -> None:
        """Make the files and folders of the project what they were; a file that is the same is not written."""
        for name in sorted(self.state().keys() - state.keys(), reverse=True):
            _remove(self.root / name)
        for name, content in state.items():
            path = self.root / name
            if content is None:
                path.mkdir(exist_ok=True)
            elif _content(path) != content:
                path.write_bytes(content)

    def digest(self, variables: Mapping[str, str]) -> str:
        """Return what tells one input of a build from another: files, history, packages, variables, where it lies."""
        whole = hashlib.sha256()
        history = {each.name: _content(each) for each in sorted((self.root / _GIT).glob("refs/heads/*"))}
        installed = sorted(each.name for each in self.packages.iterdir())
        parts = (self.root, self.is_strict, sorted(variables.items()), installed, history, *self.state().items())
        for part in parts:
            whole.update(repr(part).encode())
        return whole.hexdigest()


def files_of(site: Path) -> dict[str, bytes]:
    """Return the files of a site by their path; what is hidden at its top is its owner's."""
    paths = ((each.relative_to(site).as_posix(), each) for each in sorted(site.rglob("*")) if each.is_file())
    return {name: path.read_bytes() for name, path in paths if not name.startswith(".")}


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
