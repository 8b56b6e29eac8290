"""A data folder into a `Dataset`: every file read, checked against its model, every problem gathered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any, Generic, Optional, TypeVar, cast

from pydantic import ValidationError, create_model

from ita_site.data import source
from ita_site.data.load import attachments
from ita_site.data.load.attachments import AttachmentKind, PublishedFile
from ita_site.data.load.folder import ADDRESS_LIST, DataFile, FileKind, Scan
from ita_site.data.load.logo import read_logo
from ita_site.data.load.messages import closest, did_you_mean, explain
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
from ita_site.ground.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ita_site.data.model import Line

__all__ = [
    "ADDRESS_LIST",
    "AttachmentKind",
    "Dataset",
    "Loaded",
    "PublishedFile",
    "Year",
    "closest",
    "did_you_mean",
    "load",
    "packaged_framework",
]

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - one letter, as in the standard library
_MAX_SALVAGE = 5
_NO_GAPS = Gaps()


class Loaded(Generic[R]):
    """A record and the document it was read from; to ask for either is to read the file."""

    __slots__ = ("_document", "_record")

    def __init__(self, record: R, document: source.Document) -> None:
        self._record = record
        self._document = document

    @property
    def record(self) -> R:
        """What the file says."""
        reading_log.note(self._document.name)
        return self._record

    @property
    def document(self) -> source.Document:
        """The file as it was read."""
        reading_log.note(self._document.name)
        return self._document

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Return where the value at `path` stands in the file."""
        return self.document.position(path, key=key)

    def within(self, part: str, *path: str | int, skip: int = 0) -> Position:
        """Return where a part of the text at `path` stands in the file, after `skip` others like it."""
        return self.document.within(path, part, skip)


@dataclass(frozen=True)
class Year:
    """All that was published of one fiscal year B.E.; what is not published is None or empty.

    `files` are the attachments that lie beside the data, by the names that `Attachment.file` has.
    """

    year: int
    result: Loaded[Result] | None = None
    analysis: Loaded[Analysis] | None = None
    plan: Loaded[Plan] | None = None
    measures: Mapping[str, Loaded[Measure]] = field(default_factory=dict)
    reports: Mapping[str, Loaded[Report]] = field(default_factory=dict)
    disclosure: Loaded[Disclosure] | None = None
    links: Loaded[LinkLock] | None = None
    gaps: Loaded[Gaps] | None = None
    files: Mapping[str, PublishedFile] = field(default_factory=dict)

    @property
    def records(self) -> tuple[Loaded[Record], ...]:
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
    agency: Loaded[Agency] | None
    years: Mapping[int, Year]
    frameworks: Mapping[int, Framework]
    sources: Mapping[str, bytes]
    logo: PublishedFile | None
    problems: Sequence[Problem]
    damaged: frozenset[str]

    def inside(self, name: str) -> str:
        """Return the path of a file below the data folder, for the name it has in the project."""
        return name.removeprefix(f"{self.folder}/")

    def is_damaged(self, path: str) -> bool:
        """Tell whether a file below a path of the data folder, such as `2568/reports`, has lost something."""
        return any(name.startswith(f"{self.folder}/{path}") for name in self.damaged)


def load(data: Path, root: Path | None = None) -> Dataset:
    """Read the data folder, whatever state it is in; what is wrong is in `problems`.

    Args:
        data: the folder.
        root: the project's folder, at which the names of files start; without it, the folder above `data`.

    Raises:
        OSError: the disk does not answer.

    """
    scan = Scan(data, root)
    problems = list(scan.problems)
    damaged = set(scan.misnamed)
    sources: dict[str, bytes] = {}
    loaded: dict[FileKind, list[tuple[DataFile, Loaded[Record]]]] = {kind: [] for kind in FileKind}
    for file in scan.files:
        document = source.read(file.path, file.name)
        sources[file.name] = document.data
        record, faults = _read(document, cast("type[Record]", file.kind.value), file.year)
        problems += [*document.problems, *faults]
        if faults or not document.complete:
            damaged.add(file.name)
        if record is not None:
            loaded[file.kind].append((file, record))

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

    agency = next((cast("Loaded[Agency]", each) for _, each in loaded[FileKind.AGENCY]), None)
    logo, faults = read_logo(agency, scan.images, scan.folder)
    records = [(file.year, each) for of_kind in loaded.values() for file, each in of_kind]
    shelf = attachments.read(data, scan.attachments, records, damaged)
    problems += [*faults, *shelf.problems]
    return Dataset(
        folder=scan.folder,
        agency=agency,
        years={year: _year(year, loaded, shelf.files.get(year, {})) for year in sorted(scan.years)},
        frameworks=dict(sorted(frameworks.items())),
        sources=reading_log.FileValues(sources, str),
        logo=logo,
        problems=sorted(problems),
        damaged=frozenset(damaged),
    )


@cache
def packaged_framework(year: int) -> Framework | None:
    """Return the framework of a fiscal year that comes with this package; None where none does."""
    with resources.as_file(resources.files("ita_site.data") / "frameworks" / f"{year}.yml") as path:
        if not path.exists():
            return None
        document = source.read(path, path.name)
        return Framework.model_validate_json(json.dumps(document.value, ensure_ascii=False))


def _year(
    year: int, loaded: Mapping[FileKind, Sequence[tuple[DataFile, Loaded[Any]]]], files: Mapping[str, PublishedFile]
) -> Year:
    def of(kind: FileKind) -> dict[str, Loaded[Any]]:
        return {file.id: each for file, each in loaded[kind] if file.year == year}

    measures = sorted(of(FileKind.MEASURE).items(), key=_measure_order)
    reports = sorted(of(FileKind.REPORT).items(), key=_report_order)
    return Year(
        year=year,
        result=next(iter(of(FileKind.RESULT).values()), None),
        analysis=next(iter(of(FileKind.ANALYSIS).values()), None),
        plan=next(iter(of(FileKind.PLAN).values()), None),
        measures=dict(measures),
        reports=dict(reports),
        disclosure=next(iter(of(FileKind.DISCLOSURE).values()), None),
        links=next(iter(of(FileKind.LINKS).values()), None),
        gaps=next(iter(of(FileKind.GAPS).values()), None),
        files=files,
    )


def _measure_order(item: tuple[str, Loaded[Measure]]) -> tuple[bool, int, str]:
    number = item[1].record.number
    return number is None, number or 0, item[0]


def _report_order(item: tuple[str, Loaded[Report]]) -> tuple[date, str]:
    # The period of a report with faults may have been lost; such a report is only checked.
    period: Period | None = item[1].record.period
    return period.end if period else date.max, item[0]


def _read(document: source.Document, kind: type[R], year: int | None) -> tuple[Loaded[R] | None, list[Problem]]:
    """Return the record of a document and its faults.

    With faults, the record is what is left without them, so that the rest of the file can still be checked
    in the same run; it is never published.
    """
    if document.value is None:
        if document.problems:
            return None, []
        message = "ไฟล์ว่างเปล่า ให้ใส่ข้อมูล หรือลบไฟล์"
        return None, [Problem(document.position(), "empty-file", message)]
    problems: list[Problem] = []
    for attempt in range(_MAX_SALVAGE):
        validated = kind if attempt == 0 else _forgiving(kind)
        try:
            text = json.dumps(document.value, ensure_ascii=False)
            return Loaded(validated.model_validate_json(text, context={"year": year}), document), problems
        except ValidationError as error:
            errors = error.errors(include_context=False)
        if attempt == 0:
            problems = explain(errors, kind, document)
        faulty = frozenset(
            each["loc"][:-1] if each["type"] == "missing" and each["loc"][1:] else each["loc"]
            for each in errors
            if each["loc"]  # a fault of the whole record is none of one that is read forgivingly
        )
        document = document.without(faulty)
    return None, problems


@cache
def _forgiving(kind: type[R]) -> type[R]:
    """Return the kind of record with nothing required at its top."""
    fields: dict[str, Any] = {
        name: (Optional[Annotated[(field.annotation, None, *field.metadata)]], None)  # noqa: UP045 - made at run time
        for name, field in kind.model_fields.items()
        if field.is_required()
    }
    return create_model(kind.__name__, __base__=kind, **fields)
