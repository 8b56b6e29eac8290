"""Every figure and status of a year with what is proven of it, the file and the line it stands in, and those files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Origin
from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL, check_level
from ita_site.saying import words
from ita_site.saying.view.marks import Marks, stated_by
from ita_site.saying.words import disclosure
from ita_site.saying.words import proof as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Report, Result
    from ita_site.ground.problems import Position
    from ita_site.judging.scores import Verdict
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark

_LISTS = ("instruments", "indicators", "subindicators", "items")


@dataclass(frozen=True, slots=True)
class ProvenFigure:
    """A figure or a status as pages show it.

    `key` names it for all time within its year: `scores:total`, `measures:e-service`. `place` is where it is
    typed, `page` the address of the page that tells most of it; `verdict` is None for what nothing is computed of.
    """

    key: str
    name: str
    shown: str
    place: Position
    page: str
    computed: str = ""
    verdict: Verdict | None = None
    marks: tuple[EditMark, ...] = ()

    @property
    def file(self) -> str:
        """The path of its file in the project."""
        return self.place.path

    @property
    def line(self) -> int:
        """Its line in the file."""
        return self.place.line


@dataclass(frozen=True, slots=True)
class ProofGroup:
    """Figures of one kind, one at least; some of them are computed again where `is_computed`."""

    title: str
    anchor: str
    figures: tuple[ProvenFigure, ...]

    @property
    def is_computed(self) -> bool:
        """Tell whether anything is proven of the figures by computing."""
        return any(each.verdict is not None for each in self.figures)


@dataclass(frozen=True, slots=True)
class ProvenFile:
    """A data file: where it is downloaded, its SHA-256, and the commit and the day that Git has of it, if it knows."""

    name: str
    url: str
    sha256: str
    commit: str
    day: date | None

    @property
    def checksum(self) -> str:
        """The SHA-256 as readers see it."""
        return sentences.grouped(self.sha256)


@dataclass(frozen=True, slots=True)
class ProofView:
    """What the page that proves the figures of a year says; `for_programs` is the same as JSON."""

    groups: tuple[ProofGroup, ...]
    files: tuple[ProvenFile, ...]
    for_programs: str
    count: int


def proof(lookup: Lookup, year: Year) -> ProofView | None:
    """Return every figure of a year with its source; None where it has none."""
    return lookup.memory.value(("proof", year.year), lambda: _proof(lookup, year))


def _proof(lookup: Lookup, year: Year) -> ProofView | None:
    kinds = (
        (sentences.SCORES, "scores", _scores(lookup, year)),
        (sentences.LEVEL, "level", _level(lookup, year)),
        (sentences.MEASURES, "measures", _measures(lookup, year)),
        (sentences.REPORTS, "reports", _reports(year)),
        (sentences.DISCLOSURE, "disclosure", _answers(lookup, year)),
    )
    groups = tuple(ProofGroup(title, anchor, found) for title, anchor, each in kinds if (found := tuple(each)))
    if not groups:
        return None
    count = sum(len(each.figures) for each in groups)
    return ProofView(groups, _files(lookup, year.year), addresses.proof_file(year.year), count)


def _scores(lookup: Lookup, year: Year) -> Iterator[ProvenFigure]:
    if year.result is None:
        return
    number, places = year.year, _places(year.result)
    for score in lookup.scores.of(number):
        if score.published is None or score.id not in places:
            continue
        name = words.TOTAL_SCORE if score.id == TOTAL else lookup.label(number, score.id)
        page = addresses.year(number) if score.id == TOTAL else lookup.reference_url(number, score.id)
        computed = "" if score.computed is None else words.points(score.computed)
        yield ProvenFigure(
            f"scores:{score.id}",
            name,
            words.points(score.published),
            places[score.id],
            page or addresses.year(number),
            computed=computed,
            verdict=score.verdict if score.computed is not None or score.bounds is not None else None,
            marks=lookup.marks(number, score.id),
        )


def _places(result: RecordFile[Result]) -> dict[str, Position]:
    """Return where each published score stands, by its reference."""
    record = result.record
    places = {TOTAL: result.at("total")}
    places |= {each: result.at("zero_items", index) for index, each in enumerate(record.zero_items)}
    for name in _LISTS:
        for index, score in enumerate(getattr(record, name)):
            if score.score is not None:
                places[score.id] = result.at(name, index, "score")
    return places


def _level(lookup: Lookup, year: Year) -> Iterator[ProvenFigure]:
    if year.result is None or year.result.record.level is None:
        return
    number, level = year.year, year.result.record.level
    check = check_level(lookup.framework(number), level, lookup.scores.trees[number])
    yield ProvenFigure(
        "level",
        sentences.PUBLISHED_LEVEL,
        level,
        year.result.at("level"),
        addresses.year(number),
        computed=" / ".join(check.levels) if check else "",
        verdict=check.verdict if check and check.levels else None,
        marks=Marks(year.result.record.edits).at("level"),
    )


def _measures(lookup: Lookup, year: Year) -> Iterator[ProvenFigure]:
    stated = {
        each.measure: (report, index)
        for report in year.reports.values()
        for index, each in enumerate(report.record.measures)
        if each.status is not None
    }
    for name, measure in year.measures.items():
        status = words.status(lookup.status(year.year, name))
        place, marks = measure.at("title"), stated_by(lookup.status_by(year.year, name))
        if name in stated:
            report, index = stated[name]
            place = report.at("measures", index, "status")
            marks = (*marks, *Marks(report.record.edits).below("measures", index).at("status"))
        page = addresses.measure(year.year, name)
        yield ProvenFigure(f"measures:{name}", measure.record.title, status, place, page, marks=marks)


def _reports(year: Year) -> Iterator[ProvenFigure]:
    for report_id, report in year.reports.items():
        yield from _of_report(year, report_id, report)


def _of_report(year: Year, report_id: str, report: RecordFile[Report]) -> Iterator[ProvenFigure]:
    page = addresses.report(year.year, report_id)
    for index, each in enumerate(report.record.measures):
        measure = year.measures.get(each.measure)
        title = measure.record.title if measure else each.measure
        name, key = sentences.of_report(report.record.title, title), f"reports:{report_id}:{each.measure}"
        marks = Marks(report.record.edits).below("measures", index)
        if each.status is not None:
            shown = words.status(each.status)
            place = report.at("measures", index, "status")
            shown = sentences.by_editor(shown) if each.status_by is Origin.EDITOR else shown
            yield ProvenFigure(key, name, shown, place, page, marks=marks.at("status"))
        if each.percent is not None:
            place = report.at("measures", index, "percent")
            shown, name = words.percent(each.percent), sentences.percent_of(name)
            yield ProvenFigure(f"{key}:percent", name, shown, place, page, marks=marks.at("percent"))


def _answers(lookup: Lookup, year: Year) -> Iterator[ProvenFigure]:
    if year.disclosure is None:
        return
    entries = {each.item: index for index, each in enumerate(year.disclosure.record.items)}
    for answer in lookup.oit_answers(year.year):
        if answer.item.id in entries:
            name = words.with_name(answer.item.id, answer.item.title)
            place = year.disclosure.at("items", entries[answer.item.id], "item")
            page = lookup.oit_item_url(year.year, answer.item.id) or addresses.disclosure(year.year)
            yield ProvenFigure(f"disclosure:{answer.item.id}", name, disclosure.item_status(answer.status), place, page)


def _files(lookup: Lookup, year: int) -> tuple[ProvenFile, ...]:
    """Return the files of a year, and those of the office that go for all years."""
    dataset = lookup.dataset
    return tuple(
        ProvenFile(
            name=name,
            url=addresses.data_file(inside),
            sha256=hashlib.sha256(dataset.sources[name]).hexdigest(),
            commit=lookup.history.commits.get(name, ""),
            day=lookup.history.days.get(name),
        )
        for name in dataset.sources
        if (inside := dataset.inside(name)).startswith(f"{year}/")
        or inside in {dataset.inside(lookup.agency_file), f"frameworks/{year}.yml"}
    )
