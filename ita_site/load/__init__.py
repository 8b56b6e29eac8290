"""A data folder into a `Dataset`: every file read, checked against its model, every problem gathered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from pydantic import ValidationError

from ita_site import source
from ita_site.load.folder import Found, Kind, Scan
from ita_site.load.messages import did_you_mean, excerpt, explain
from ita_site.model import Agency, Analysis, Framework, Measure, Record, Report, Result
from ita_site.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Dataset", "Loaded", "Year", "did_you_mean", "excerpt", "load", "packaged_framework"]

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - one letter, as in the standard library
_MOST_SALVAGE = 5


@dataclass(frozen=True)
class Loaded(Generic[R]):
    """A record and the document it was read from."""

    record: R
    document: source.Document

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Return where the value at `path` stands in the file."""
        return self.document.position(path, key=key)


@dataclass(frozen=True)
class Year:
    """All that was published of one fiscal year B.E.; what is not published is None or empty."""

    year: int
    result: Loaded[Result] | None = None
    analysis: Loaded[Analysis] | None = None
    measures: Mapping[str, Loaded[Measure]] = field(default_factory=dict)
    reports: Mapping[str, Loaded[Report]] = field(default_factory=dict)


@dataclass(frozen=True)
class Dataset:
    """Everything below a data folder, frozen.

    `agency` is None only when `problems` says why; `damaged` names the files that lost something in reading,
    of which no more can be said than what is there.
    """

    folder: str
    agency: Loaded[Agency] | None
    years: Mapping[int, Year]
    frameworks: Mapping[int, Framework]
    sources: Mapping[str, Path]
    problems: Sequence[Problem]
    damaged: frozenset[str]


def load(data: Path) -> Dataset:
    """Read the data folder, whatever state it is in; what is wrong is in `problems`.

    Raises:
        OSError: the disk does not answer.

    """
    scan = Scan(data)
    problems = list(scan.problems)
    damaged: set[str] = set()
    loaded: dict[Kind, list[tuple[Found, Loaded[Record]]]] = {kind: [] for kind in Kind}
    for found in scan.found:
        document = source.read(found.path, found.name)
        record, faults = _record(document, cast("type[Record]", found.kind.value))
        problems += [*document.problems, *faults]
        if faults or not document.complete:
            damaged.add(found.name)
        if record is not None:
            loaded[found.kind].append((found, Loaded(record, document)))

    frameworks: dict[int, Framework] = {}
    for found, each in loaded[Kind.FRAMEWORK]:
        framework = cast("Framework", each.record)
        if framework.year != found.year:
            message = f"ไฟล์ชื่อ {found.year} แต่ข้างในเป็นปี {framework.year} ให้แก้ให้ตรงกัน"
            problems.append(Problem(each.at("year"), "other-year", message))
        frameworks[found.year or framework.year] = framework
    for year in sorted({each + step for each in scan.years for step in (-1, 0, 1)} - set(frameworks)):
        if (packaged := packaged_framework(year)) is not None:
            frameworks[year] = packaged

    agencies = [cast("Loaded[Agency]", each) for _, each in loaded[Kind.AGENCY]]
    return Dataset(
        folder=data.name,
        agency=agencies[0] if agencies else None,
        years={year: _year(year, loaded) for year in sorted(scan.years)},
        frameworks=dict(sorted(frameworks.items())),
        sources={found.name: found.path for found in scan.found},
        problems=sorted(problems),
        damaged=frozenset(damaged),
    )


@cache
def packaged_framework(year: int) -> Framework | None:
    """Return the framework of a fiscal year that comes with this package; None where none does."""
    with resources.as_file(resources.files("ita_site") / "frameworks" / f"{year}.yml") as path:
        if not path.exists():
            return None
        document = source.read(path, path.name)
        return Framework.model_validate_json(json.dumps(document.value))


def _year(year: int, loaded: Mapping[Kind, Sequence[tuple[Found, Loaded[Any]]]]) -> Year:
    def of(kind: Kind) -> dict[str, Loaded[Any]]:
        return {found.id: each for found, each in loaded[kind] if found.year == year}

    last = 10_000
    measures = sorted(of(Kind.MEASURE).items(), key=lambda item: (item[1].record.number or last, item[0]))
    reports = sorted(of(Kind.REPORT).items(), key=lambda item: (item[1].record.period.end, item[0]))
    return Year(
        year=year,
        result=next(iter(of(Kind.RESULT).values()), None),
        analysis=next(iter(of(Kind.ANALYSIS).values()), None),
        measures=dict(measures),
        reports=dict(reports),
    )


def _record(document: source.Document, kind: type[Record]) -> tuple[Record | None, list[Problem]]:
    """Return the record of a document and its faults; with faults, the record is what is left without them."""
    value = document.value
    if value is None:
        if document.problems:
            return None, []
        message = "ไฟล์ว่างเปล่า ให้ใส่ข้อมูล หรือลบไฟล์"
        return None, [Problem(document.position(), "empty-file", message)]
    problems: list[Problem] = []
    for attempt in range(_MOST_SALVAGE):
        try:
            return kind.model_validate_json(json.dumps(value)), problems
        except ValidationError as error:
            errors = error.errors(include_context=False)
        if attempt == 0:
            # What a damaged file seems to lack may stand in the part that could not be read.
            told = (each for each in errors if document.complete or each["type"] != "missing")
            problems = [explain(each, kind, document) for each in told]
        faulty = {each["loc"][:-1] if each["type"] == "missing" else each["loc"] for each in errors}
        if () in faulty:
            break
        value = _without(value, faulty)
    return None, problems


def _without(value: source.Value, faulty: set[tuple[str | int, ...]], path: tuple[str | int, ...] = ()) -> source.Value:
    """Return the value without what stands at the faulty paths, so that the rest can still be checked."""
    if isinstance(value, dict):
        return {
            key: _without(inner, faulty, (*path, key)) for key, inner in value.items() if (*path, key) not in faulty
        }
    if isinstance(value, list):
        return [
            _without(inner, faulty, (*path, index)) for index, inner in enumerate(value) if (*path, index) not in faulty
        ]
    return value
