"""A year's round as the first screen shows it: each part with what it has, what it lacks, and where it is filled in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.reports.status_report import NextStep, next_steps
from ita_site.saying.view.completeness import completeness
from ita_site.saying.view.disclosure import disclosure_progress
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Measure, Report
    from ita_site.hosts.desk.workspace import Workspace
    from ita_site.publishing.data_check import Checked
    from ita_site.saying.view.completeness import CompletenessLine, MissingPart
    from ita_site.saying.view.disclosure import DisclosureProgress
    from ita_site.saying.view.owed import OwedView

_DONE, _LACKING, _TO_COME, _NOT_THERE = "มีแล้ว", "ยังขาด", "ยังไม่ถึงรอบ", "ไม่มีในข้อมูล"
_MISTAKES, _DOUBTS = "ต้องแก้ {count} เรื่อง", "คำเตือน {count} เรื่อง"
_BELOW = ("", "analysis-title", "measure-title", "")
"""For each part of the cycle the input that begins it, where no button beside the part does."""
_NAMES = {
    "result.yml": "ผลที่ประกาศ",
    "analysis.yml": "บทวิเคราะห์",
    "gaps.yml": "เหตุที่ยังไม่มี",
    "plan.yml": "แผน",
    "disclosure.yml": "คำตอบแบบตรวจ OIT",
}


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form: what it is called, and the name of its file."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class FormNote:
    """What is to be done in a form."""

    form: FormLink
    told: str


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One part of the round: how it stands in a word, what it has and lacks, and its forms.

    `step` is what begins it, where it is not there; `below` the input by which it is begun at the foot of the screen.
    """

    name: str
    state: str
    told: tuple[str, ...]
    forms: tuple[FormLink, ...]
    step: NextStep | None
    below: str


@dataclass(frozen=True, slots=True)
class YearRound:
    """All that the first screen says of a year."""

    year: int
    years: tuple[int, ...]
    next_year: int
    as_of: str
    summary: tuple[str, ...]
    parts: tuple[RoundPart, ...]
    lacking: tuple[FormNote, ...]
    owed: OwedView | None
    disclosure: FormLink | None
    progress: DisclosureProgress | None
    """How far the OIT list is answered, if at all."""
    steps: tuple[NextStep, ...]
    to_mend: tuple[FormNote, ...]
    """The files with mistakes or doubts, and how many each has."""
    counts: Mapping[Severity, int]
    """Of all that is to be told of the data."""


def year_round(workspace: Workspace, asked: int | None = None) -> YearRound | None:
    """Return the round of a year, or of the newest; None where no year was begun.

    Raises:
        KeyError: there is no such year.
        OSError: the disk does not answer.

    """
    checked = workspace.checked()
    years = checked.dataset.years
    if not years:
        return None
    year = years[max(years) if asked is None else asked]
    lookup = Lookup(checked.dataset, checked.scores, checked.history)
    view = completeness(lookup, year)
    steps = tuple(next_steps(year, view))
    measures = _forms(year.measures, f"{year.year}/measures")
    return YearRound(
        year=year.year,
        years=tuple(sorted(years, reverse=True)),
        next_year=max(years) + 1,
        as_of=thai.write_date(lookup.schedule.as_of) if lookup.schedule.as_of else "",
        summary=view.summary,
        parts=tuple(
            RoundPart(
                line.link.text,
                _state(line),
                _told(line),
                forms,
                next(filter(steps.__contains__, begins), None),
                "" if forms or not line.due else below,
            )
            for line, below, (forms, begins) in zip(view.cycle, _BELOW, _entries(checked, year, measures), strict=True)
        ),
        lacking=tuple(
            FormNote(form, _missing(line.missing))
            for form, line in zip(measures, view.measures, strict=True)
            if line.missing
        ),
        owed=view.owed,
        disclosure=_form(checked, year.year, "disclosure.yml"),
        progress=disclosure_progress(lookup, year),
        steps=steps,
        to_mend=_to_mend(workspace, checked),
        counts={severity: sum(each.severity is severity for each in checked.problems) for severity in Severity},
    )


def _entries(
    checked: Checked, year: Year, measures: tuple[FormLink, ...]
) -> tuple[tuple[tuple[FormLink, ...], tuple[NextStep, ...]], ...]:
    """Return the forms of each part of the cycle, and what begins it, in the order of the cycle."""
    result, analysis, gaps, plan = (
        _form(checked, year.year, name) for name in ("result.yml", "analysis.yml", "gaps.yml", "plan.yml")
    )
    reports = _forms(year.reports, f"{year.year}/reports")
    return (
        (tuple(filter(None, (result, gaps))), (NextStep.RESULT,)),
        (tuple(filter(None, (analysis,))), ()),
        ((*filter(None, (plan,)), *measures), (NextStep.MEASURES,)),
        (reports, (NextStep.REPORT,)),
    )


def _state(line: CompletenessLine) -> str:
    if not line.due:
        return _TO_COME if line.to_come else _NOT_THERE
    return _LACKING if line.missing or not line.complete or not line.present else _DONE


def _told(line: CompletenessLine) -> tuple[str, ...]:
    return tuple(filter(None, (line.present, _missing(line.missing))))


def _missing(parts: Iterable[MissingPart]) -> str:
    return ", ".join(f"{each.name} ({each.reason})" if each.reason else each.name for each in parts)


def _forms(
    records: Mapping[str, RecordFile[Measure]] | Mapping[str, RecordFile[Report]], folder: str
) -> tuple[FormLink, ...]:
    return tuple(FormLink(each.record.title, f"{folder}/{record_id}.yml") for record_id, each in records.items())


def _form(checked: Checked, year: int, name: str) -> FormLink | None:
    """Return the form of a file that a year has one of; None where it is not there."""
    path = f"{year}/{name}"
    return FormLink(_NAMES[name], path) if f"{checked.dataset.folder}/{path}" in checked.dataset.sources else None


def _to_mend(workspace: Workspace, checked: Checked) -> tuple[FormNote, ...]:
    """Return the files with mistakes and doubts, the worst first, and how many each has, in words."""
    dataset = checked.dataset
    names = {each.name: name_of_file(workspace, each) for each in workspace.files()}
    told = [each for each in checked.problems if each.severity is not Severity.NOTICE]
    errors = Counter(each.position.path for each in told if each.severity is Severity.ERROR)
    files = sorted({each.position.path for each in told}, key=lambda path: (-errors[path], path))
    counts = Counter(each.position.path for each in told)
    return tuple(
        FormNote(
            FormLink(names.get(path, path), dataset.inside(path) if path in dataset.sources else ""),
            _MISTAKES.format(count=errors[path]) if errors[path] else _DOUBTS.format(count=counts[path]),
        )
        for path in files
    )
