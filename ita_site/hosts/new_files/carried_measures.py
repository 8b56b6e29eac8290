"""Last year's measures as a new year's: what is to be done goes on, what came of it and what it rests on does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.load.messages import typed_path
from ita_site.data.model import Measure, is_reference, kind_of
from ita_site.ground import thai
from ita_site.hosts.new_files.moved_dates import later_day, later_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import Framework
    from ita_site.data.source import Path, Value

_KEPT = ("agency", "title", "number", "steps", "steps_of", "owners", "period", "budget", "targets", "monitoring")
"""What goes on; sources, scores, findings, attachments, notes and reasons are those of last year's document."""
_HEAD = (
    "มาตรการปีงบประมาณ พ.ศ. {year} ยกมาจากปี {before}: วันที่เลื่อนมาหนึ่งปี ถ้อยคำยังเป็นของปีก่อน ให้แก้ตามแผนของปี {year} แล้วลบบรรทัดนี้"
)
_ANSWER = "ไม่ได้ยก answers: {answer} เพราะไม่แน่ว่าหมายถึงเรื่องเดียวกันในปี {year}"
_NAMES_A_YEAR = "{place} เอ่ยถึงปี {years} คงไว้ตามที่พิมพ์: “{text}”"
_EXCERPT = 70
_YEAR = re.compile(r"25\d\d")


@dataclass(frozen=True, slots=True)
class CarriedMeasure:
    """The YAML of a measure of the new year, and what in it a person must look at, in sentences."""

    content: bytes
    to_look_at: tuple[str, ...]


def carried_measure(dataset: Dataset, year: int, measure_id: str, schemas: str) -> CarriedMeasure:
    """Return last year's measure as one of a fiscal year, B.E., with its dates moved by a year.

    What it answers is taken along where both years call it the same, and left out where the number may by now be that
    of something else; so is what last year's analysis found.

    Raises:
        KeyError: there was no such measure.
        CannotEditError: no file gives its values back.

    """
    before = dataset.years[year - 1]
    loaded = before.measures[measure_id]
    typed = loaded.document.value
    assert isinstance(typed, dict)  # noqa: S101 - a record was read from it
    value: dict[str, Value] = {"document": None}
    value |= {name: typed[name] for name in _KEPT if typed.get(name) is not None}
    if "steps" not in value and "steps_of" not in value and (shared := _shared_steps(before, measure_id)):
        value["steps"] = shared
    if isinstance(steps := value.get("steps"), list):
        value["steps"] = [_without_attachments(each) for each in steps]
    if "period" in value:
        value["period"] = later_period(value["period"])
    if typed.get("follow_up") is not None:
        value["follow_up"] = later_day(typed["follow_up"])
    answers = {each: _goes_on(dataset, year, each) for each in loaded.record.answers}
    value["answers"] = [each for each, goes_on in answers.items() if goes_on]
    left_out = ", ".join(each for each, goes_on in answers.items() if not goes_on)
    answered = [_ANSWER.format(answer=left_out, year=year - 1)] if left_out else []
    named = _naming_years({name: each for name, each in value.items() if name != "period"}, year)
    content = edit.new_file(Measure, value, _HEAD.format(year=year, before=year - 1), schemas)
    return CarriedMeasure(content, (*answered, *named))


def _shared_steps(year: Year, measure_id: str) -> list[Value]:
    """Return the steps that a row of the plan gives to all measures in it, as they were typed."""
    typed = year.plan.document.value if year.plan else None
    for group in _list(typed, "groups"):
        for row in _list(group, "rows"):
            if measure_id in _list(row, "measures"):
                return _list(row, "steps")
    return []


def _list(value: Value, name: str) -> list[Value]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _without_attachments(step: Value) -> Value:
    return {name: each for name, each in step.items() if name != "attachments"} if isinstance(step, dict) else step


def _goes_on(dataset: Dataset, year: int, answer: str) -> bool:
    """Tell whether what a measure answered two years before is called the same in the year before."""
    if not is_reference(answer):
        return False
    names = [_names(dataset.framework(each), answer) for each in (year - 2, year - 1)]
    return bool(names[0] & names[1])


def _names(framework: Framework | None, reference: str) -> frozenset[str]:
    if framework is None:
        return frozenset()
    known: list[str] = []
    match kind_of(reference):
        case "instrument":
            known = [reference]
        case "indicator":
            known = [
                name for each in framework.indicators if each.id == reference for name in (each.name, *each.aliases)
            ]
        case "subindicator":
            known = [
                each.name for above in framework.indicators for each in above.subindicators if each.id == reference
            ]
        case _:
            known = [each.title for each in framework.items if each.id == reference]
    return frozenset("".join(_YEAR.sub("", thai.arabic(thai.normalise(each))).split()) for each in known)


def _naming_years(value: Value, year: int) -> Iterator[str]:
    """Yield the texts that name a year before the new one's end, with where they stand."""
    for path, text in _texts(value, ()):
        if path[0] == "follow_up" and later_day(text) != text:
            continue
        years = sorted(set(thai.years_named(text)))
        if years and min(years) < year:
            place = typed_path(path)
            excerpt = text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"
            yield _NAMES_A_YEAR.format(place=place, years=", ".join(map(str, years)), text=" ".join(excerpt.split()))


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, (*path, name))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts(each, (*path, place))
