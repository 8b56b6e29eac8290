"""The build before this one: what it was made from and what it wrote, so that nothing is done where nothing changed.

It imports neither MkDocs nor the model: to see that nothing has changed takes a tenth of the time that importing takes.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_site.ground import file_tree
from ita_site.ground.cache.file_cache import FileCache, key_of
from ita_site.ground.git import git_dates
from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Told = tuple[int, str]
"""What a build has told, with its level in a log."""

OPTIONS = frozenset({"site_dir", "strict", "theme", "use_directory_urls"})
"""What the command line of MkDocs may set otherwise than the file of settings does."""
_WORD = re.compile(rb"[A-Za-z_]\w*")
_ENVIRONMENT = b"!ENV"
_INSTALLED = (".dist-info", ".egg-info")
"""How the folders end that tell of an installed library and its version."""


@dataclass(frozen=True)
class Inputs:
    """Where all lies that a site is made from, as absolute paths: files, folders, and folders whose history counts."""

    files: tuple[str, ...]
    folders: tuple[str, ...]
    histories: tuple[str, ...]

    def digest(self, program: str | None = None) -> str:
        """Return the digest of all that is there: names, bytes, days that Git knows, this program and its libraries.

        Variables of the environment count as far as a file of settings may ask for them.

        Args:
            program: what `program_digest` has returned; without it, the program is read.

        Raises:
            OSError: the disk does not answer.

        """
        parts: list[bytes | str] = [program or program_digest(), *_variables(self.files)]
        for folder in self.folders:
            parts += [folder, *_contents(Path(folder))]
        for file in self.files:
            parts += [file, _bytes(file)]
        history = git_dates.read({each: Path(each) for each in self.histories})
        parts += [repr(sorted(history.days.items())), repr(sorted(history.uncertain))]
        parts += [repr(sorted(history.faults.items())), repr(sorted(history.commits.items()))]
        return key_of(*parts)


@dataclass(frozen=True)
class LastBuild:
    """What a build was made from, what it wrote and what it told; files are named by their path below the site.

    `written` has the size and the time of each, in nanoseconds: a file of the same is the one that was written.
    """

    inputs: Inputs
    digest: str
    written: Mapping[str, tuple[int, int]]
    told: tuple[Told, ...]

    def is_current(self, site: Path, program: str | None = None) -> bool:
        """Tell whether nothing has changed since, neither what the site was made from nor the site.

        Args:
            site: the folder of the site.
            program: as `Inputs.digest` takes it.

        Raises:
            OSError: the disk does not answer.

        """
        return files_of(site) == self.written and self.inputs.digest(program) == self.digest

    def with_written(self, written: Mapping[str, tuple[int, int]]) -> LastBuild:
        """Return this build with other files, which took the place of those it has written."""
        return replace(self, written=written)


@dataclass(frozen=True)
class FileKeys:
    """What the files of a site were made from: the shell of all pages, and the key of each file by its path."""

    shell: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


class BuildNote:
    """Where it is noted what the last build of a project with some options was."""

    def __init__(self, cache: FileCache, settings: Path, options: Mapping[str, Any]) -> None:
        """Name a build by the file of its settings and by those of `OPTIONS` that its command line sets."""
        said = {name: str(Path(value).absolute()) if name == "site_dir" else value for name, value in options.items()}
        self._cache = cache
        self._key = key_of("build", str(settings.absolute()), json.dumps(said, sort_keys=True, default=repr))
        self._keys = key_of("keys", self._key)

    def read(self) -> tuple[LastBuild, Path] | None:
        """Return the last build, and the folder of its site; None where none is known."""
        if (kept := self._cache.kept(self._key)) is None:
            return None
        known = json.loads(kept)
        last = LastBuild(
            Inputs(**{name: tuple(paths) for name, paths in known["inputs"].items()}),
            known["digest"],
            {name: (size, time) for name, (size, time) in known["written"].items()},
            tuple((level, text) for level, text in known["told"]),
        )
        return last, Path(known["site"])

    def write(self, last: LastBuild, site: Path) -> None:
        """Note what a build was."""
        self._keep(self._key, {**vars(last), "inputs": vars(last.inputs), "site": str(site.absolute())})

    def read_keys(self, last: LastBuild) -> FileKeys:
        """Return what the files of the last build were made from, as far as that is known."""
        kept = self._cache.kept(self._keys)
        build, keys = json.loads(kept) if kept is not None else ("", {})
        return FileKeys(**keys) if build == last.digest else FileKeys()

    def write_keys(self, last: LastBuild, keys: FileKeys) -> None:
        """Note what the files of a build were made from."""
        self._keep(self._keys, (last.digest, vars(keys)))

    def _keep(self, key: str, noted: object) -> None:
        self._cache.keep(key, json.dumps(noted, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def program_digest() -> str:
    """Return the digest of what every site is made with: this program, its libraries, Python.

    Raises:
        OSError: the disk does not answer.

    """
    parts: list[bytes | str] = [sys.version, *_libraries()]
    for folder in (str(Path(__file__).resolve().parent.parent), *(str(package_files.folder(each)) for each in Folder)):
        parts += [folder, *_contents(Path(folder))]
    return key_of(*parts)


def files_of(site: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of each file of a site, by its path; what is hidden at the top is not ours."""
    found = ((path, each.stat(follow_symlinks=False)) for path, each in file_tree.files(str(site)))
    return {path: (known.st_size, known.st_mtime_ns) for path, known in found}


def _libraries() -> list[str]:
    """Return the names of all that is installed, each with its version."""
    folders = sorted({each for each in sys.path if each.endswith("-packages") and Path(each).is_dir()})
    return sorted(each.name for folder in folders for each in os.scandir(folder) if each.name.endswith(_INSTALLED))


def _variables(files: Iterable[str]) -> Iterator[str]:
    for file in files:
        written = _bytes(file)
        if _ENVIRONMENT in written:
            names = sorted({os.fsdecode(each) for each in _WORD.findall(written)} & os.environ.keys())
            yield from (f"{name}={os.environ[name]}" for name in names)


def _contents(folder: Path) -> Iterator[bytes | str]:
    for path, entry in file_tree.entries(str(folder), without="__pycache__"):
        yield path
        yield _bytes(entry.path) if entry.is_file() else ""  # a pipe would never end


def _bytes(path: str) -> bytes:
    """Return what a file holds; nothing where there is none, or a link that leads nowhere."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a thousand files are read before anything is done
            return file.read()
    except (FileNotFoundError, IsADirectoryError):
        return b""
