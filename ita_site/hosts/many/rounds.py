"""One round over many municipalities: what is as it should be is left out, all else is given to an executor."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.problems import InvalidData
from ita_site.hosts.many import listing, made_settings
from ita_site.hosts.many.tasks import Ending, Job, Outcome, Task, perform
from ita_site.hosts.many.worker import build_options
from ita_site.hosts.reports import failures, problem_report
from ita_site.publishing.last_build import BuildNote, program_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from ita_site.ground.problems import Problem
    from ita_site.hosts.many.listing import Listing, Municipality

_WORK = ".ita-site-many"
_MOST_FETCHED = 8
"""Repositories that are asked at once."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is asked for of all municipalities.

    `into` is the folder of the sites, each by its id. What is remembered from round to round lies beside it, hidden, so
    that it is never published.
    """

    job: Job
    into: Path
    strict: bool = False
    shared: bool = False
    fresh: bool = False
    """Nothing remembered counts."""
    seconds: float = 300
    data_only: bool = False
    """No code of a municipality's own project is run."""

    @property
    def work(self) -> Path:
        """The folder of what is remembered."""
        return self.into.absolute().with_name(f".{self.into.name}{_WORK}")

    @property
    def facts(self) -> Path:
        """The folder of the facts of each municipality, a file each."""
        return self.work / "facts"


def run(asked: Round, listed: Listing, executor: Executor) -> Iterator[Outcome]:
    """Yield what came of each municipality, as it comes.

    The sites of municipalities that are no longer listed stay.

    Raises:
        OSError: the disk does not take what is remembered.

    """
    asked.work.mkdir(parents=True, exist_ok=True)
    left, notes = [], {}
    program = program_digest() if asked.job is Job.BUILD and not asked.fresh else ""
    with ThreadPoolExecutor(_MOST_FETCHED) as fetching:
        refused = fetching.map(lambda each: list(listing.fetch(each)), listed.municipalities)
        for each, problems in zip(listed.municipalities, refused, strict=True):
            if problems:
                yield Outcome(each.id, Ending.REFUSED, "\n".join(map(problem_report.line, problems)))
                continue
            try:
                task, notices = task_of(asked, each, listed.url)
            except InvalidData as error:
                yield Outcome(each.id, Ending.REFUSED, problem_report.text(error.problems, each.folder))
                continue
            except OSError as error:
                yield Outcome(each.id, Ending.REFUSED, failures.of_system(error))
                continue
            notes[each.id] = "\n".join(map(problem_report.line, notices))
            if program and is_current(task, program):
                yield Outcome(task.id, Ending.UNCHANGED, notes=notes[each.id])
            else:
                left.append(task)
    for done in as_completed([executor.submit(perform, task) for task in left]):
        outcome: Outcome = done.result()
        yield replace(outcome, notes=notes[outcome.id])


def task_of(asked: Round, municipality: Municipality, url: str) -> tuple[Task, tuple[Problem, ...]]:
    """Return the task of a municipality, and what of its own settings is left out.

    Raises:
        InvalidData: its settings cannot be read as data alone, which is asked for.
        OSError: the disk does not answer.

    """
    work = asked.work
    known, notices = made_settings.of(municipality, url, work / "settings", data_only=asked.data_only)
    task = Task(
        id=municipality.id,
        job=asked.job,
        settings=str(known.absolute()),
        site=str((asked.into / municipality.id).absolute()),
        kept=str(asked.facts if asked.job is Job.FACTS else work / "builds"),
        strict=asked.strict,
        fresh=asked.fresh,
        shared=str(work / "shared") if asked.shared else "",
        seconds=asked.seconds,
    )
    return task, notices


def is_current(task: Task, program: str | None = None) -> bool:
    """Tell whether the site of a task is there as it would become; `program` is what `program_digest` has returned."""
    try:
        found = BuildNote(FileCache(Path(task.kept), None), Path(task.settings), build_options(task)).read()
        return found is not None and found[0].is_current(found[1], program)
    except OSError:
        return False
