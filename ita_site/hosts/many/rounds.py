"""One round over many municipalities: what is as it should be is left out, all else is given to an executor."""

from __future__ import annotations

from concurrent.futures import as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import FileCache
from ita_site.hosts.many import listing
from ita_site.hosts.many.tasks import Ending, Job, Outcome, Task, perform
from ita_site.hosts.many.worker import build_options
from ita_site.hosts.reports import problem_report
from ita_site.publishing.last_build import BuildNote, program_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from ita_site.hosts.many.listing import Listing, Municipality

_WORK = ".ita-site-many"


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
    waiting = []
    for each in listed.municipalities:
        refused = "\n".join(map(problem_report.line, listing.fetch(each)))
        if refused:
            yield Outcome(each.id, Ending.REFUSED, refused)
            continue
        waiting.append(task_of(asked, each, listed.url))
    left = []
    program = program_digest() if asked.job is Job.BUILD and not asked.fresh else ""
    for task in waiting:
        if program and is_current(task, program):
            yield Outcome(task.id, Ending.UNCHANGED)
        else:
            left.append(task)
    for done in as_completed([executor.submit(perform, task) for task in left]):
        yield done.result()


def task_of(asked: Round, municipality: Municipality, url: str) -> Task:
    """Return the task of a municipality."""
    work = asked.work
    return Task(
        id=municipality.id,
        job=asked.job,
        settings=str(listing.settings_of(municipality, url, work / "settings").absolute()),
        site=str((asked.into / municipality.id).absolute()),
        kept=str(asked.facts if asked.job is Job.FACTS else work / "builds"),
        strict=asked.strict,
        fresh=asked.fresh,
        shared=str(work / "shared") if asked.shared else "",
        seconds=asked.seconds,
    )


def is_current(task: Task, program: str | None = None) -> bool:
    """Tell whether the site of a task is there as it would become; `program` is what `program_digest` has returned."""
    try:
        found = BuildNote(FileCache(Path(task.kept), None), Path(task.settings), build_options(task)).read()
        return found is not None and found[0].is_current(found[1], program)
    except OSError:
        return False
