"""What a project knows of the values that may stand in a file: this year's items, measures, divisions, own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.folder import FileKind
from ita_site.data.model import reference_name
from ita_site.ground import addresses
from ita_site.hosts.desk.forms.form_parts import Choice
from ita_site.hosts.desk.forms.shapes import ChoiceKind, ListShape, group_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Dataset, Year
    from ita_site.data.load.folder import DataFile
    from ita_site.data.model import Framework, Record

_WEAK_POINT = "จุดที่ต้องพัฒนา: {name}"
_ITEM = "{label} รายการที่ 1"


def choices_of(dataset: Dataset, file: DataFile, url: str) -> Mapping[ChoiceKind, tuple[Choice, ...]]:
    """Return the values that may be chosen in a file, by their kind; `url` is the address of the home page."""
    number = file.year or 0
    year = dataset.years.get(number)
    framework = dataset.frameworks.get(number)
    before = dataset.years.get(number - 1)
    agency = dataset.agency.record if dataset.agency else None
    known = {
        ChoiceKind.REFERENCE: _references(framework),
        ChoiceKind.ANSWER: (*_weak_points(before), *_references(dataset.frameworks.get(number - 1))),
        ChoiceKind.MEASURE: _measures(year, file),
        ChoiceKind.DIVISION: tuple(Choice(each, each) for each in (agency.divisions or () if agency else ())),
        ChoiceKind.ADDRESS: tuple(_own_pages(dataset, number, url)) if url else (),
        ChoiceKind.FILE: tuple(Choice(each, each) for each in (sorted(year.files) if year else ())),
        ChoiceKind.LEVEL: _levels(framework),
        ChoiceKind.PLACE: tuple(_places(file.kind.value)),
    }
    return {kind: each for kind, each in known.items() if each}


def _references(framework: Framework | None) -> tuple[Choice, ...]:
    if framework is None:
        return ()
    named = [
        *((each.id, each.name) for each in framework.instruments),
        *((each.id, each.name) for each in framework.indicators),
        *((sub.id, sub.name) for each in framework.indicators for sub in each.subindicators),
        *((each.id, each.title) for each in framework.items),
    ]
    return tuple(Choice(each, f"{reference_name(each)} {name}") for each, name in named)


def _weak_points(year: Year | None) -> tuple[Choice, ...]:
    points = year.analysis.record.weak_points if year and year.analysis else ()
    return tuple(
        Choice(each.id, _WEAK_POINT.format(name=each.topic or each.finding or each.about)) for each in points if each.id
    )


def _measures(year: Year | None, file: DataFile) -> tuple[Choice, ...]:
    """Return the measures that a file may point to: no measure to itself."""
    itself = file.id if file.kind is FileKind.MEASURE else ""
    measures = year.measures if year else {}
    return tuple(Choice(each, loaded.record.title or each) for each, loaded in measures.items() if each != itself)


def _levels(framework: Framework | None) -> tuple[Choice, ...]:
    levels = framework.levels.scale if framework and framework.levels else ()
    return tuple(Choice(each.name, each.name) for each in levels)


def _own_pages(dataset: Dataset, number: int, url: str) -> Iterator[Choice]:
    """Yield the pages of the site that evidence most often is, by their whole addresses."""
    for year in sorted(each for each in dataset.years if each in {number, number - 1}):
        known = dataset.years[year]
        if known.analysis:
            yield Choice(url + addresses.analysis(year), f"บทวิเคราะห์ ปี {year}")
        if known.measures:
            yield Choice(url + addresses.measures(year), f"มาตรการ ปี {year}")
        if known.plan:
            yield Choice(url + addresses.plan(year), f"แผน ปี {year}")
        for each, measure in known.measures.items():
            yield Choice(url + addresses.measure(year, each), measure.record.title or each)
        for each, report in known.reports.items():
            yield Choice(url + addresses.report(year, each), report.record.title or each)
    yield Choice(url + addresses.contact(), "ช่องทางติดต่อ")


def _places(kind: type[Record]) -> Iterator[Choice]:
    for part in group_of(kind).parts:
        yield Choice(part.key, part.label)
        if isinstance(part.shape, ListShape):
            yield Choice(f"{part.key}.1", _ITEM.format(label=part.label))
