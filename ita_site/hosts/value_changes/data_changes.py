"""A project compared with what was published of it: values by file, attachments, pages by hand, and pages touched."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.data import schemas, source
from ita_site.data.load import load
from ita_site.data.model import Measure
from ita_site.ground.addresses import Kind
from ita_site.ground.git.git_dates import GitDates
from ita_site.ground.problems import blocking
from ita_site.ground.website import Website
from ita_site.hosts.value_changes.published_data import same_but_for_line_ends
from ita_site.hosts.value_changes.value_comparing import compared
from ita_site.judging import scores
from ita_site.publishing import pages
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Dataset
    from ita_site.data.model import Record
    from ita_site.data.source import Value
    from ita_site.hosts.value_changes.published_data import PublishedData
    from ita_site.hosts.value_changes.value_comparing import ValueChange
    from ita_site.publishing.settings import Settings

_OF_A_YEAR = re.compile(r"[0-9]{4}(?=/)")
_RECORDS = [
    (re.compile(re.escape(path).replace("<ปี>", "[0-9]{4}").replace("<ชื่อ>", "[^/]+")), record)
    for path, record in schemas.RECORDS.items()
]
_NO_HISTORY = GitDates({}, frozenset(), {})
"""The days of files: a page is not touched for another day at its foot."""


class FileState(StrEnum):
    """What has become of a file, in the words of a summary."""

    NEW = "ใหม่"
    CHANGED = "แก้"
    GONE = "ถอนออก"


@dataclass(frozen=True, slots=True)
class FileDifference:
    """A data file that says something else than the one published.

    `path` is that below the data folder, `kind` what such files are called in Thai, `title` the same with its year and
    what it is called itself. Only of a file that was changed are there `values`.
    """

    path: str
    kind: str
    title: str
    state: FileState
    values: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DataChanges:
    """All that has changed since something was published, whose `name` says in Thai what.

    `attachments` and `written` (pages written by hand) are paths with what has become of them. `pages` are addresses
    from the root of the site, None where they cannot be known, since one of the two states has errors.
    """

    name: str
    files: tuple[FileDifference, ...]
    attachments: tuple[tuple[str, FileState], ...]
    written: tuple[tuple[str, FileState], ...]
    pages: tuple[str, ...] | None

    def __bool__(self) -> bool:
        return bool(self.files or self.attachments or self.written or self.pages)


def data_changes(published: PublishedData, dataset: Dataset, settings: Settings, data: Path) -> DataChanges:
    """Return what has changed.

    Args:
        published: what it is compared with.
        dataset: the data now.
        settings: those of the project.
        data: the data folder.

    Raises:
        OSError: the disk does not answer.

    """
    now = {dataset.inside(name): each for name, each in dataset.sources.items()}
    before = {path: each for path, each in published.files.items() if path.endswith(".yml")}
    titles = measure_titles(before) | measure_titles(now)
    return DataChanges(
        name=published.name,
        files=tuple(_files(before, now, titles)),
        attachments=tuple(_attachments(published, dataset, data)),
        written=tuple(_written(published.pages, settings.content)),
        pages=_touched(published, dataset, settings),
    )


def record_of(path: str) -> type[Record] | None:
    """Return what a file holds, by its path below the data folder."""
    return next((record for pattern, record in _RECORDS if pattern.fullmatch(path)), None)


def _files(
    before: Mapping[str, bytes], now: Mapping[str, bytes], titles: Mapping[str, str]
) -> Iterator[FileDifference]:
    for path in sorted({*before, *now}):
        record = record_of(path)
        if record is None or before.get(path) == now.get(path):
            continue
        kind = str(record.model_config.get("title") or record.__name__)
        old, new = (source.parse(each[path], path).value if path in each else None for each in (before, now))
        year = _OF_A_YEAR.match(path)
        called = _title(new) or _title(old)
        title = " ".join([kind, *([f"“{called}”"] if called else []), *([f"ปี {year[0]}"] if year else [])])
        if path not in before:
            yield FileDifference(path, kind, title, FileState.NEW)
        elif path not in now:
            yield FileDifference(path, kind, title, FileState.GONE)
        elif values := tuple(compared(old, new, record, titles)):
            yield FileDifference(path, kind, title, FileState.CHANGED, values)


def measure_titles(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the titles of measures by their ids."""
    found = {}
    for path, data in files.items():
        if record_of(path) is Measure and (title := _title(source.parse(data, path).value)):
            found[Path(path).stem] = title
    return found


def _title(value: Value) -> str:
    title = value.get("title") if isinstance(value, dict) else None
    return title if isinstance(title, str) else ""


def _attachments(published: PublishedData, dataset: Dataset, data: Path) -> Iterator[tuple[str, FileState]]:
    before = {path: each for path, each in published.files.items() if not path.endswith(".yml")}
    now = {
        f"{number}/files/{name}": each for number, year in dataset.years.items() for name, each in year.files.items()
    }
    for path in sorted({*before, *now}):
        if path not in before:
            yield path, FileState.NEW
        elif path not in now:
            # A file that no record names is not published.
            if (data / path).is_file():
                continue
            yield path, FileState.GONE
        elif before[path] not in {now[path].cleaned, now[path].read(), (data / path).read_bytes()}:
            yield path, FileState.CHANGED


def _written(before: Mapping[str, bytes] | None, content: Path | None) -> Iterator[tuple[str, FileState]]:
    if before is None or content is None:
        return
    found = (path for path in sorted(content.rglob("*")) if path.is_file() and not path.is_symlink())
    now = {path.relative_to(content).as_posix(): path for path in found}
    for path in sorted({*before, *now}):
        if path not in before:
            yield path, FileState.NEW
        elif path not in now:
            yield path, FileState.GONE
        elif not same_but_for_line_ends(before[path], now[path].read_bytes()):
            yield path, FileState.CHANGED


def _touched(published: PublishedData, dataset: Dataset, settings: Settings) -> tuple[str, ...] | None:
    """Return the addresses of the pages that say something else, that are new or that are gone."""
    website = Website(settings.url, settings.directory_urls)
    with tempfile.TemporaryDirectory(prefix="ita-site-") as folder:
        data = Path(folder, dataset.folder)
        for path, content in published.files.items():
            file = data / path
            if not file.resolve().is_relative_to(data.resolve()):
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        data.mkdir(parents=True, exist_ok=True)
        before = _pages(load(data, Path(folder)), website)
    now = _pages(dataset, website)
    if before is None or now is None:
        return None
    return tuple(f"/{each}" for each in sorted({*before, *now}) if before.get(each) != now.get(each))


def _pages(dataset: Dataset, website: Website) -> dict[str, str] | None:
    """Return what each page says, by its address; None where the data have errors.

    The proof of a year is left out: it has the line of every figure, and says nothing that other pages do not.
    """
    if dataset.agency is None or blocking(dataset.problems):
        return None
    lookup = Lookup(dataset, scores.compute_all(dataset), _NO_HISTORY)
    made = pages.write(lookup, website)
    return {each.address: each.content for each in made if each.subject.kind is not Kind.PROOF}
