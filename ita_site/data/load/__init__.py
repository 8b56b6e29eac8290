"""A data folder into a `Dataset`: every file read, checked against its model, every problem gathered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from ita_site.data import source
from ita_site.data.load import attachments
from ita_site.data.load.attachments import AttachmentKind, PublishedFile
from ita_site.data.load.file_memory import FileMemory
from ita_site.data.load.folder import ADDRESS_LIST, DataFile, FileKind, Scan
from ita_site.data.load.logo import read_logo
from ita_site.data.load.messages import closest, did_you_mean
from ita_site.data.load.record_file import ReadFile, RecordFile, read_once, validated
from ita_site.data.model import (
    Agency,
    Analysis,
    Disclosure,
    Framework,
    Gaps,
    LinkLock,
    Measure,
    Period,
    Plan,
    Record,
    Report,
    Result,
)
from ita_site.ground import reading_log
from ita_site.ground.cache.file_cache import FileCache, key_of, user_folder
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.problems import Problem, blocking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ita_site.data.model import Line

__all__ = [
    "ADDRESS_LIST",
    "AttachmentKind",
    "Dataset",
    "FileMemory",
    "PublishedFile",
    "ReadFile",
    "RecordFile",
    "Year",
    "closest",
    "did_you_mean",
    "load",
    "packaged_framework",
    "packaged_frameworks",
    "validated",
]

_NO_GAPS = Gaps()


@dataclass(frozen=True)
class Year:
    """All that was published of one fiscal year B.E.; what is not published is None or empty.

    `files` are the attachments that lie beside the data, by the names that `Attachment.file` has.
    """

    year: int
    result: RecordFile[Result] | None = None
    analysis: RecordFile[Analysis] | None = None
    plan: RecordFile[Plan] | None = None
    measures: Mapping[str, RecordFile[Measure]] = field(default_factory=dict)
    reports: Mapping[str, RecordFile[Report]] = field(default_factory=dict)
    disclosure: RecordFile[Disclosure] | None = None
    links: RecordFile[LinkLock] | None = None
    gaps: RecordFile[Gaps] | None = None
    files: Mapping[str, PublishedFile] = field(default_factory=dict)

    @property
    def records(self) -> tuple[RecordFile[Record], ...]:
        """The records of all files of the year that may name attachments."""
        one_a_year = (each for each in (self.result, self.analysis, self.plan, self.disclosure) if each is not None)
        return (*one_a_year, *self.measures.values(), *self.reports.values())

    @property
    def reasons(self) -> Gaps:
        """Why the year lacks what it lacks, as far as that is recorded."""
        return self.gaps.record if self.gaps else _NO_GAPS

    def shared_steps(self, measure_id: str) -> tuple[Line, ...]:
        """Return the steps that a row of the plan gives to all measures in it, this one among them."""
        groups = self.plan.record.groups if self.plan else ()
        return next((row.steps for group in groups for row in group.rows if measure_id in row.measures), ())


@dataclass(frozen=True)
class Dataset:
    """Everything below a data folder, frozen.

    `agency` is None only when `problems` says why; `damaged` names the files that lost something in reading,
    of which no more can be said than what is there. `sources` are the data files as they were read, by name.
    """

    folder: str
    agency: RecordFile[Agency] | None
    years: Mapping[int, Year]
    frameworks: Mapping[int, Framework]
    sources: Mapping[str, bytes]
    logo: PublishedFile | None
    problems: Sequence[Problem]
    damaged: frozenset[str]

    def framework(self, year: int) -> Framework | None:
        """Return the framework of any fiscal year B.E., with data or without; None where none is known.

        The office's own comes before the one that comes with this package.
        """
        return self.frameworks.get(year) or packaged_framework(year)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each data file and of each list of them, by the names under which they are read."""
        lists = {_list_of(self.folder): list(self.sources)}
        for number, year in self.years.items():
            lists[_list_of(f"{self.folder}/{number}/measures")] = list(year.measures)
            lists[_list_of(f"{self.folder}/{number}/reports")] = list(year.reports)
        of_lists = {name: key_of(*listed) for name, listed in lists.items()}
        return {**{name: key_of(data) for name, data in self.sources.items()}, **of_lists}

    def inside(self, name: str) -> str:
        """Return the path of a file below the data folder, for the name it has in the project."""
        return name.removeprefix(f"{self.folder}/")

    def is_damaged(self, path: str) -> bool:
        """Tell whether a file below a path of the data folder, such as `2568/reports`, has lost something."""
        return any(name.startswith(f"{self.folder}/{path}") for name in self.damaged)


def load(data: Path, root: Path | None = None, memory: FileMemory[ReadFile] | None = None) -> Dataset:
    """Read the data folder, whatever state it is in; what is wrong is in `problems`.

    Args:
        data: the folder.
        root: the project's folder, at which the names of files start; without it, the folder above `data`.
        memory: what was read of the folder before.

    Raises:
        OSError: the disk does not answer.

    """
    memory = memory or FileMemory()
    scan = Scan(data, root)
    memory.begin(f"{data.absolute()} {scan.folder}")
    problems = list(scan.problems)
    damaged = set(scan.misnamed)
    sources: dict[str, bytes] = {}
    loaded: dict[FileKind, list[tuple[DataFile, RecordFile[Record]]]] = {kind: [] for kind in FileKind}
    for file in scan.files:
        document, record, faults = read_once(file, file.name.removeprefix(f"{scan.folder}/"), memory)
        sources[file.name] = document.data
        problems += [*document.problems, *faults]
        if blocking(faults) or not document.complete:
            damaged.add(file.name)
        if record is not None:
            loaded[file.kind].append((file, record))

    memory.end()
    frameworks: dict[int, Framework] = {}
    lost: set[int | None] = set()
    for file, each in loaded[FileKind.FRAMEWORK]:
        framework = cast("Framework", each.record)
        if framework.year and framework.year != file.year:
            message = f"ไฟล์ชื่อ {file.year} แต่ข้างในเป็นปี {framework.year} ให้แก้ให้ตรงกัน"
            problems.append(Problem(each.at("year"), "other-year", message))
        if file.name in damaged:
            lost.add(file.year)
        else:
            frameworks[file.year or framework.year] = framework
    for year in sorted({each + step for each in scan.years for step in (-1, 0, 1)} - set(frameworks) - lost):
        if (packaged := packaged_framework(year)) is not None:
            frameworks[year] = packaged

    agency = next((cast("RecordFile[Agency]", each) for _, each in loaded[FileKind.AGENCY]), None)
    logo, faults = read_logo(agency, scan.images, scan.folder)
    records = [(file.year, each) for of_kind in loaded.values() for file, each in of_kind]
    shelf = attachments.read(data, scan.attachments, records, damaged)
    problems += [*faults, *shelf.problems]
    return Dataset(
        folder=scan.folder,
        agency=agency,
        years={year: _year(year, scan.folder, loaded, shelf.files.get(year, {})) for year in sorted(scan.years)},
        frameworks=dict(sorted(frameworks.items())),
        sources=reading_log.FileValues(sources, str, _list_of(scan.folder)),
        logo=logo,
        problems=sorted(problems),
        damaged=frozenset(damaged),
    )


@cache
def packaged_framework(year: int) -> Framework | None:
    """Return the framework of a fiscal year that comes with this package; None where none does."""
    file = resources.files("ita_site.data") / "frameworks" / f"{year}.yml"
    if not file.is_file():
        return None
    data = file.read_bytes()

    def as_json() -> bytes:
        return json.dumps(source.parse(data, file.name).value, ensure_ascii=False).encode()

    # To read YAML takes five times as long.
    key = key_of("framework", program_key(("data/source", "ground"), ("pyyaml",)), data)
    return Framework.model_validate_json(FileCache(user_folder()).file(key, as_json))


def packaged_frameworks() -> tuple[Framework, ...]:
    """Return the frameworks that come with this package, the earliest first."""
    with resources.as_file(resources.files("ita_site.data") / "frameworks") as folder:
        years = sorted(int(each.stem) for each in folder.glob("*.yml"))
    found = map(packaged_framework, years)
    return tuple(each for each in found if each is not None)


def _list_of(folder: str) -> str:
    """Return the name under which the list of the files below a folder is read."""
    return f"{folder}/"


def _year(
    year: int,
    folder: str,
    loaded: Mapping[FileKind, Sequence[tuple[DataFile, RecordFile[Any]]]],
    files: Mapping[str, PublishedFile],
) -> Year:
    def of(kind: FileKind) -> dict[str, RecordFile[Any]]:
        return {file.id: each for file, each in loaded[kind] if file.year == year}

    measures = sorted(of(FileKind.MEASURE).items(), key=_measure_order)
    reports = sorted(of(FileKind.REPORT).items(), key=_report_order)
    return Year(
        year=year,
        result=next(iter(of(FileKind.RESULT).values()), None),
        analysis=next(iter(of(FileKind.ANALYSIS).values()), None),
        plan=next(iter(of(FileKind.PLAN).values()), None),
        measures=reading_log.ListedValues(dict(measures), _list_of(f"{folder}/{year}/measures")),
        reports=reading_log.ListedValues(dict(reports), _list_of(f"{folder}/{year}/reports")),
        disclosure=next(iter(of(FileKind.DISCLOSURE).values()), None),
        links=next(iter(of(FileKind.LINKS).values()), None),
        gaps=next(iter(of(FileKind.GAPS).values()), None),
        files=files,
    )


def _measure_order(item: tuple[str, RecordFile[Measure]]) -> tuple[bool, int, str]:
    number = item[1].record.number
    return number is None, number or 0, item[0]


def _report_order(item: tuple[str, RecordFile[Report]]) -> tuple[date, str]:
    # The period of a report with faults may have been lost; such a report is only checked.
    period: Period | None = item[1].record.period
    return period.end if period else date.max, item[0]
