"""The child process: reads a task a line, does it, and answers a line; what else is printed goes to the answer."""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from ita_site.ground.cache.file_cache import OFF, FileCache, user_folder
from ita_site.ground.problems import Position, Problem, blocking, stopping
from ita_site.hosts import console
from ita_site.hosts.many import facts_store, shared_files
from ita_site.hosts.many.tasks import Ending, Job, Task
from ita_site.hosts.reports import failures, problem_report
from ita_site.hosts.targets.published_results import published_results
from ita_site.publishing import data_check, settings
from ita_site.publishing.last_build import BuildNote, Inputs, files_of, program_digest
from ita_site.saying.facts import finding
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ita_site.publishing.settings import Settings

_KEEPS_NOTHING = os.environ.get(OFF)
"""What the variable says to which this process was born."""
_MOST_TOLD = 20_000
"""Letters that are told of one municipality."""


def main() -> None:
    """Do tasks until there are no more."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with tempfile.TemporaryFile() as said:
        for descriptor in (1, 2):  # of libraries and of Git, too
            os.dup2(said.fileno(), descriptor)
        console.prepare()
        for line in asked:
            answers.write(json.dumps(_answer(line, said)).encode() + b"\n")
            answers.flush()


def _answer(line: bytes, said: IO[bytes]) -> Mapping[str, Any]:
    given = json.loads(line)
    task = Task(**{**given, "job": Job(given["job"])})
    said.seek(0)
    said.truncate()
    for_all = {} if _KEEPS_NOTHING is None else {OFF: _KEEPS_NOTHING}
    os.environ.pop(OFF, None)
    os.environ.update({OFF: "1"} if task.fresh else for_all)
    try:
        result, told = _JOBS[task.job](task)
    except OSError as error:
        result, told = Ending.REFUSED, failures.of_system(error)
    except Exception as error:  # noqa: BLE001 - whatever happens to one must not end the others
        result, told = Ending.REFUSED, failures.of_program(error)
    sys.stdout.flush()
    sys.stderr.flush()
    said.seek(0)
    printed = said.read().decode("utf-8", "replace").strip()
    return {"result": result, "told": (told or printed)[-_MOST_TOLD:]}


def _build(task: Task) -> tuple[Ending, str]:
    from mkdocs.__main__ import build_command  # noqa: PLC0415 - a check does without it

    known = settings.read_settings(Path(task.settings))
    if refused := _unusable(known):
        return Ending.REFUSED, refused
    site, kept = Path(task.site), FileCache(Path(task.kept), None)
    arguments = ["--config-file", task.settings, "--site-dir", task.site, *["--strict"] * task.strict]
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    try:
        build_command.main(arguments, prog_name="mkdocs build", standalone_mode=False)
    except (click.exceptions.Exit, click.ClickException, click.Abort, SystemExit) as error:
        if isinstance(error, click.ClickException):
            error.show()
        # MkDocs tells of settings in English; what is known of them here, in Thai.
        return Ending.REFUSED, _told(known.problems, known) if "configuration" in str(error) else ""
    finally:
        for handler in [each for each in logger.handlers if each not in before]:
            logger.removeHandler(handler)
    if task.shared:
        shared_files.share(site, Path(task.shared))
    options = build_options(task)
    found = BuildNote(FileCache(user_folder()), Path(task.settings), options).read()
    if found is not None:
        noted = found[0].with_written(files_of(site))
        BuildNote(kept, Path(task.settings), options).write(noted, site)
    return Ending.DONE, ""


def _unusable(known: Settings) -> str:
    """Say why no site of ours can be built with settings; nothing where one can."""
    if blocking(known.problems):
        return _told(known.problems, known)
    if not known.has_plugin:
        at = Position(settings.NAME)
        message = "ไม่มี ita-site ใน plugins: จึงไม่ใช่เว็บไซต์จากข้อมูล ให้เพิ่ม - ita-site หรือลบไฟล์นี้ถ้ามีแต่ข้อมูล"
        return _told([Problem(at, "no-plugin", message)], known)
    return ""


def _told(problems: Iterable[Problem], known: Settings) -> str:
    """Return what stops a strict build as text; nothing where nothing does."""
    found = stopping(problems, strict=True)
    return problem_report.text(found, known.root_above(known.data)) if found else ""


def build_options(task: Task) -> dict[str, Any]:
    """Return what the command line of a build sets."""
    return {"site_dir": task.site, **({"strict": True} if task.strict else {})}


def _check(task: Task) -> tuple[Ending, str]:
    known = settings.read_settings(Path(task.settings))
    published = published_results(known.data, known)
    problems = data_check.check(known.data, known, published=published).problems
    found = stopping(problems, strict=task.strict)
    told = problem_report.text(found, known.root_above(known.data)) if found else ""
    return Ending.REFUSED if found else Ending.DONE, told


_program_digest = cache(program_digest)


def _facts(task: Task) -> tuple[Ending, str]:
    known = settings.read_settings(Path(task.settings))
    inputs = Inputs(tuple(map(str, known.files)), (str(known.data.absolute()),), ())
    digest = inputs.digest(_program_digest())
    kept = facts_store.FactsStore(Path(task.kept))
    if not task.fresh and kept.made_of(task.id) == digest:
        return Ending.UNCHANGED, ""
    checked = data_check.check(known.data, known)
    if blocking(checked.problems) or checked.dataset.agency is None:
        wrong = stopping(checked.problems, strict=False)
        return Ending.REFUSED, problem_report.text(wrong, known.root_above(known.data))
    kept.keep(finding.facts_of(Lookup(checked.dataset, checked.scores), task.id, known.url), digest)
    return Ending.DONE, ""


_JOBS: Mapping[Job, Callable[[Task], tuple[Ending, str]]] = {
    Job.BUILD: _build,
    Job.CHECK: _check,
    Job.FACTS: _facts,
}

if __name__ == "__main__":
    main()
