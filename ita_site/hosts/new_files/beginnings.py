"""A year and its documents, a measure, an OIT list begun: which files are written, and what is said of them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.data.edit import CannotEditError
from ita_site.data.model import Gaps, YearFile, is_id
from ita_site.ground.problems import Severity
from ita_site.hosts.new_files.carried_measures import carried_measure
from ita_site.hosts.new_files.forms import (
    ReportRound,
    analysis_form,
    gaps_form,
    measure_form,
    plan_form,
    report_form,
    result_form,
)
from ita_site.hosts.new_files.oit_list import next_list
from ita_site.hosts.new_files.placing import place, schema_way
from ita_site.hosts.reports import problem_report
from ita_site.publishing import data_check, settings
from ita_site.publishing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from ita_site.data.load import Dataset, Year
    from ita_site.ground.problems import Problem
    from ita_site.hosts.new_files.oit_list import NextList

GAPS = {name: str(field.title) for name, field in Gaps.model_fields.items() if name not in YearFile.model_fields}
"""What a year may lack for a reason: the fields of its `gaps.yml`, with what they are called."""
_SHOWN = 5
"""Names of files that are enough to say what is there."""
_NO_ID = "“{given}” ใช้เป็นชื่อไฟล์ไม่ได้ ใช้ได้เฉพาะ a-z 0-9 และ - ยาวไม่เกิน 60 ตัว เช่น asset-lending"
_NO_YEAR = "ยังไม่มีปี {year} ในข้อมูล (ปีที่มี: {known}) ให้เริ่มด้วย ita-site new-year {year} ก่อน"
_NO_MEASURES = "ปี {year} ยังไม่มีมาตรการให้รายงาน ให้เพิ่มด้วย ita-site new-measure {year} ก่อน"
_NO_PART = "ให้เลือกว่าขาดสิ่งใด: ผลการประเมิน บทวิเคราะห์ มาตรการ หรือรายงาน"
_NO_FRAMEWORK = "ยังไม่มีเกณฑ์การประเมินของปี {year} ในระบบ"
_UNKNOWN = "ยังไม่มีเกณฑ์การประเมินของปี {year} ในโปรแกรม จึงยังไม่มีรายการตัวชี้วัดและรายการ OIT"
_NONE_BEFORE = "ปี {before} ไม่มีมาตรการ จึงไม่มีมาตรการให้ยกมา"
_THERE = "มี {there} อยู่แล้ว ไม่เขียนทับ"
_NOT_CARRIED = "ยกมาตรการ {measure} มาไม่ได้: {why}"
_LOOK = "ให้ดู {path}: {what}"


class CannotBeginError(Exception):
    """Something cannot be begun; the message says why, and what to do first."""


class UnfitFilesError(Exception):
    """New files would bring errors into the data, and are not there; the message is the report of these."""


@dataclass
class Beginning:
    """What is begun: the files, those that are there already and stay, and what a person must look at, in sentences."""

    files: dict[Path, bytes] = field(default_factory=dict)
    there: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def begin_year(dataset: Dataset, data: Path, year: int, *, carry: bool) -> Beginning:
    """Return the files of a new fiscal year, B.E.

    Args:
        dataset: the data.
        data: their folder.
        year: the year.
        carry: whether last year's measures and OIT list are taken along.

    Raises:
        CannotBeginError: a measure cannot be carried.

    """
    framework = dataset.framework(year)
    result = data / str(year) / "result.yml"
    begun = Beginning({result: result_form(year, framework, schema_way(data, result))})
    if framework is None:
        begun.said.append(_UNKNOWN.format(year=year))
    if carry:
        _carry(dataset, data, year, begun)
    begun.there = [path for path in begun.files if os.path.lexists(path)]
    for path in begun.there:
        del begun.files[path]
    return begun


def _carry(dataset: Dataset, data: Path, year: int, begun: Beginning) -> None:
    before = dataset.years.get(year - 1)
    for measure_id in before.measures if before else ():
        path = data / str(year) / "measures" / f"{measure_id}.yml"
        try:
            made = carried_measure(dataset, year, measure_id, schema_way(data, path))
        except CannotEditError as error:
            raise CannotBeginError(_NOT_CARRIED.format(measure=measure_id, why=error)) from None
        if not os.path.lexists(path):
            begun.said += [_LOOK.format(path=path, what=each) for each in made.to_look_at]
        begun.files[path] = made.content
    if not (before and before.measures):
        begun.said.append(_NONE_BEFORE.format(before=year - 1))
    if dataset.framework(year):
        listed, made_list = begin_list(dataset, data, year)
        if not os.path.lexists(listed):
            begun.said += made_list.left_out
        begun.files[listed] = made_list.text.encode()


def begin_list(dataset: Dataset, data: Path, year: int) -> tuple[Path, NextList]:
    """Return the OIT list of a year with its file, whether or not that is there.

    Raises:
        CannotBeginError: no framework of the year is known.

    """
    framework = dataset.framework(year)
    if framework is None:
        raise CannotBeginError(_NO_FRAMEWORK.format(year=year))
    path = data / str(year) / "disclosure.yml"
    return path, next_list(dataset, framework, schema_way(data, path))


def measure_file(dataset: Dataset, data: Path, year: int, measure_id: str) -> Path:
    """Return the path of a measure that a year can be given.

    Raises:
        CannotBeginError: the year was not begun, the id cannot be a name, or there is such a file.

    """
    if not is_id(measure_id):
        raise CannotBeginError(_NO_ID.format(given=measure_id))
    _begun_year(dataset, year)
    path = data / str(year) / "measures" / f"{measure_id}.yml"
    _refuse_files(path)
    return path


def begin_measure(dataset: Dataset, data: Path, year: int, measure_id: str, title: str) -> Beginning:
    """Return the file of a new measure of a year.

    Raises:
        CannotBeginError: there can be no such file, or the title cannot be published.

    """
    path = measure_file(dataset, data, year, measure_id)
    try:
        return Beginning({path: measure_form(year, title, schema_way(data, path))})
    except CannotEditError as error:
        raise CannotBeginError(str(error)) from None


def begin_document(dataset: Dataset, data: Path, year: int, name: str, title: str) -> Beginning:
    """Return the file of the analysis or the plan of a year: `analysis` or `plan`.

    Raises:
        CannotBeginError: the year was not begun, or the title cannot be published.

    """
    _begun_year(dataset, year)
    path = data / str(year) / f"{name}.yml"
    form = analysis_form if name == "analysis" else plan_form
    try:
        return Beginning({path: form(year, title, schema_way(data, path))})
    except CannotEditError as error:
        raise CannotBeginError(str(error)) from None


def begin_gaps(dataset: Dataset, data: Path, year: int, part: str, reason: str) -> Beginning:
    """Return the file that says why a year lacks a part, a field of `Gaps`.

    Raises:
        CannotBeginError: the year was not begun, there is no such part, or the reason cannot be published.

    """
    _begun_year(dataset, year)
    if part not in GAPS:
        raise CannotBeginError(_NO_PART)
    path = data / str(year) / "gaps.yml"
    try:
        return Beginning({path: gaps_form(year, part, reason, schema_way(data, path))})
    except CannotEditError as error:
        raise CannotBeginError(str(error)) from None


def begin_report(dataset: Dataset, data: Path, year: int, of_round: ReportRound, title: str | None) -> Beginning:
    """Return the file of a report on all measures of a year.

    Raises:
        CannotBeginError: the year was not begun, has no measures, or the title cannot be published.

    """
    known = _begun_year(dataset, year)
    if not known.measures:
        raise CannotBeginError(_NO_MEASURES.format(year=year))
    path = data / str(year) / "reports" / f"{of_round}.yml"
    titles = {measure_id: each.record.title for measure_id, each in known.measures.items()}
    try:
        return Beginning({path: report_form(year, of_round, titles, title, schema_way(data, path))})
    except CannotEditError as error:
        raise CannotBeginError(str(error)) from None


def write_checked(data: Path, files: Mapping[Path, bytes], known: Collection[Problem] = ()) -> None:
    """Write new files, unless the data would have an error with them: then none of them is left.

    Args:
        data: the data folder.
        files: what is to be written, by path.
        known: the problems that the data have without these files, which forbid nothing.

    Raises:
        CannotBeginError: one of them is there already.
        UnfitFilesError: the data would have an error.
        OSError: the disk does not take them.

    """
    _refuse_files(*files)
    placed = place(files)
    try:
        # The settings may be among the new files, and so may the lines that are quoted of them.
        found = settings.find(data)
        of_project = settings.read_settings(found) if found else Settings()
        problems = data_check.check(data, of_project).problems
        errors = [each for each in problems if each.severity is Severity.ERROR and each not in known]
        told = problem_report.text(errors, of_project.root_above(data))
    except BaseException:
        placed.take_away()
        raise
    if errors:
        placed.take_away()
        raise UnfitFilesError(told)


def listed(paths: list[Path]) -> str:
    """Return some of the names of files, and how many more there are."""
    more = f" และอีก {len(paths) - _SHOWN}" if len(paths) > _SHOWN else ""
    return ", ".join(str(each) for each in paths[:_SHOWN]) + more


def _refuse_files(*paths: Path) -> None:
    if there := [path for path in paths if os.path.lexists(path)]:
        raise CannotBeginError(_THERE.format(there=listed(there)))


def _begun_year(dataset: Dataset, year: int) -> Year:
    if year not in dataset.years:
        known = ", ".join(map(str, dataset.years)) or "ยังไม่มี"
        raise CannotBeginError(_NO_YEAR.format(year=year, known=known))
    return dataset.years[year]
