"""Everything that is to be told of a data folder and the settings beside it, without making a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import load
from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.git import git_dates, git_objects
from ita_site.ground.problems import Position, Problem, Severity, blocking, few_of_each
from ita_site.judging import checks, privacy, scores
from ita_site.judging.checks import errata, exposure, git_history
from ita_site.judging.checks.check_memory import CheckMemory
from ita_site.publishing import content
from ita_site.publishing.content import exposure_of_pages, faults
from ita_site.publishing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ita_site.data.load import Dataset, FileMemory, ReadFile
    from ita_site.ground.git.git_dates import GitDates
    from ita_site.judging.scores import Scores

_RESULTS = "*/result.yml"


@dataclass(frozen=True)
class Checked:
    """A dataset with its scores and every problem found, whatever their severity."""

    dataset: Dataset
    scores: Scores
    problems: tuple[Problem, ...]
    history: GitDates


def check(
    data: Path,
    settings: Settings | None = None,
    files: FileMemory[ReadFile] | None = None,
    told: CheckMemory | None = None,
    published: Mapping[str, Sequence[bytes]] | None = None,
) -> Checked:
    """Read a data folder, compute its scores and gather all problems of all files, sorted; of the settings too.

    Args:
        data: the folder.
        settings: those of the project.
        files: what was read of the folder before.
        told: what was told of its files before.
        published: every version of the results that was published, by their paths in the folder, the last first; None
            is what Git knows.

    """
    settings = settings or Settings()
    told = told or CheckMemory(FileCache(None))
    dataset = load(data, settings.root, files)
    computed = scores.compute_all(dataset)
    folders = {dataset.folder: data}
    if settings.content:
        folders[content.folder_name(settings.content, settings.root)] = settings.content
    history = git_dates.read(folders)
    known = privacy.public_by_office(dataset)
    problems = (
        *settings.problems,
        *dataset.problems,
        *checks.check(dataset, computed, told),
        *_without_address(settings),
        *faults.check(settings),
        *errata.check(dataset, git_objects.published_versions(data, [_RESULTS]) if published is None else published),
        *git_history.check(history.faults, published=bool(settings.url)),
        *exposure.check(dataset, known, told),
        *exposure_of_pages.check(settings, known),
    )
    masked = (privacy.masked(each, known) for each in few_of_each(sorted(problems)))
    return Checked(dataset, computed, tuple(sorted(masked)), history)


def _without_address(settings: Settings) -> Iterator[Problem]:
    """Yield a notice where the settings do not say where the site will stand."""
    if settings.file is not None and not settings.url and not blocking(settings.problems):
        yield Problem(
            Position(settings.file.name),
            "no-site-address",
            "ยังไม่ได้ตั้ง site_url จึงไม่มีฟีด ภาพของลิงก์ที่แชร์ และแผนผังเว็บไซต์ เมื่อทราบที่อยู่ที่จะเผยแพร่ ให้เติมบรรทัด site_url:"
            " ตามด้วยที่อยู่เต็ม ขึ้นต้นด้วย https://",
            Severity.NOTICE,
        )
