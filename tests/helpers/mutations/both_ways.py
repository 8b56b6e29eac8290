"""One state of a project built both ways: with all that is remembered, and clean; and the first thing that differs."""

from __future__ import annotations

import difflib
import io
import logging
import os
import re
import shutil
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from mkdocs.__main__ import build_command
from mkdocs.exceptions import MkDocsException

from ita_site.ground.cache.file_cache import OFF
from ita_site.hosts.commands.build_commands import build as our_command
from ita_site.hosts.reports import replaced_report
from tests.helpers import sites
from tests.helpers.mutations.project import files_of
from tests.helpers.mutations.served import ServedProject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.helpers.mutations.project import Project

_MKDOCS = logging.getLogger("mkdocs")
_OURS = "ita-site: "
_ECHOED = re.compile(r"^(?=(?:INFO|WARNING|ERROR) +-  )", re.MULTILINE)
"""Where a line begins that our command repeats without MkDocs."""
_SHOWN = 300


@dataclass(frozen=True)
class Built:
    """What a build has told, sorted, and the files of the site; `files` is None where nothing was published."""

    told: tuple[str, ...]
    files: Mapping[str, bytes] | None


class _Listener(logging.Handler):
    """Keeps the warnings of all, and what our plugin says."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if record.levelno >= logging.WARNING or said.startswith(_OURS):
            self.told.append(f"{record.levelname} {said}")


def by_function(project: Project) -> None:
    sites.build(project.root, project.site, strict=project.is_strict)


def by_mkdocs(project: Project) -> None:
    build_command.main(_arguments(project), standalone_mode=False)


def by_our_command(project: Project) -> None:
    our_command.main(_arguments(project), standalone_mode=False)


WAYS: tuple[Callable[[Project], None], ...] = (by_function, by_mkdocs, by_our_command)


def build(project: Project, way: Callable[[Project], None]) -> Built:
    """Build with what is remembered into the site that is there."""
    with _environment(project), _heard() as (listener, echoed):
        published = _runs(way, project)
    told = listener.told or _repeated(echoed.getvalue().replace(replaced_report.unchanged(project.site), ""))
    return Built(_sorted(told, project.site), files_of(project.site) if published else None)


def build_clean(project: Project) -> Built:
    """Build with nothing remembered into a folder that is not there, which is gone afterwards."""
    folder = project.base / "clean"
    with _environment(project, **{OFF: "1"}), _heard() as (listener, _):
        published = _runs(lambda _: sites.build(project.root, folder, strict=project.is_strict), project)
    built = Built(_sorted(listener.told, folder), files_of(folder) if published else None)
    shutil.rmtree(folder, ignore_errors=True)
    return built


def build_served(project: Project, served: ServedProject) -> Built:
    """Build as the preview does after a save."""
    with _environment(project), _heard() as (listener, _):
        published = _runs(lambda _: served.build(), project)
    return Built(_sorted(listener.told, served.folder), files_of(served.folder) if published else None)


def build_served_clean(project: Project) -> Built:
    """Build as the preview does at its beginning, with nothing remembered."""
    served = ServedProject(project, project.base / "clean")
    with _environment(project, **{OFF: "1"}), _heard() as (listener, _):
        published = _runs(lambda _: served.build(), project)
    built = Built(_sorted(listener.told, served.folder), files_of(served.folder) if published else None)
    served.end()
    return built


def difference(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> str:
    """Return the first file that differs, and how; nothing where all files are the same."""
    names = sorted(each for each in {*expected, *found} if expected.get(each) != found.get(each))
    if not names:
        return ""
    name = names[0]
    if name not in expected or name not in found:
        return f"{len(names)} files differ; {name} is {'missing' if name in expected else 'too much'}"
    one, two = (_lines(each[name]) for each in (expected, found))
    lines = [each[:_SHOWN] for each in difflib.unified_diff(one, two, "clean", "incremental", lineterm="", n=0)]
    return "\n".join([f"{len(names)} files differ; the first is {name}", *lines[:12]])


def _lines(content: bytes) -> list[str]:
    """Return a file by tags, since a page is written in few lines."""
    return content.decode("utf-8", "backslashreplace").replace("<", "\n<").splitlines()


def _runs(way: Callable[[Project], object], project: Project) -> bool:
    try:
        way(project)
    except MkDocsException:
        return False
    return True


def _arguments(project: Project) -> list[str]:
    strict = ["--strict"] if project.is_strict else []
    return ["--config-file", str(project.settings), "--site-dir", str(project.site), *strict]


@contextmanager
def _environment(project: Project, **variables: str) -> Iterator[None]:
    """Let a build find what is installed, what is remembered, and variables, as those of a project are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(OFF, raising=False)
        patch.setenv("XDG_CACHE_HOME", str(project.cache))
        for name, value in {**project.variables, **variables}.items():
            patch.setenv(name, value)
        patch.syspath_prepend(str(project.packages))
        yield


@contextmanager
def _heard() -> Iterator[tuple[_Listener, io.StringIO]]:
    """Listen to what is told, and leave the logs as they were: MkDocs takes each process to be one command."""
    listener, echoed = _Listener(), io.StringIO()
    loggers = [_MKDOCS, logging.getLogger("mkdocs.commands.build")]
    before = [(each, each.level, each.propagate, [*each.handlers], [*each.filters]) for each in loggers]
    _MKDOCS.setLevel(logging.INFO)
    _MKDOCS.addHandler(listener)
    try:
        with redirect_stderr(echoed):
            yield listener, echoed
    finally:
        for logger, level, propagate, handlers, filters in before:
            logger.setLevel(level)
            logger.propagate = propagate
            logger.handlers[:], logger.filters[:] = handlers, filters


def _repeated(echoed: str) -> list[str]:
    """Return what our command has told again by itself, since MkDocs had nothing to do."""
    return [re.sub(r" +-  ", " ", each.strip(), count=1) for each in _ECHOED.split(echoed) if each.strip()]


def _sorted(told: list[str], site: Path) -> tuple[str, ...]:
    """Return what was told but for what only tells that a folder was replaced, or need not be."""
    replaced = (replaced_report.unchanged(site), f"ลบไฟล์ใน {site}")
    kept = (each for each in told if not any(said in each for said in replaced))
    return tuple(sorted(each.replace(str(site), "SITE").replace(os.path.realpath(site), "SITE") for each in kept))
