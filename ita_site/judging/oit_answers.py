"""How far a year's OIT list is answered: item by item, element by element, by evidence or by the data themselves.

An item that is missing, incomplete, about another year or out of reach scores 0 in the assessment, so each has its own
status. What the elements of an item are is said by the year's framework, or by the office from its own manual; where
neither knows, evidence is shown and not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.data.model import Answerable, Completeness, Item, Part, Reply, RequiredElement
from ita_site.ground.addresses import Kind, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import DisclosedItem, Evidence, Framework, Measure, MeasureItem


class ItemStatus(StrEnum):
    """How far an item is answered, from the best to what is not asked."""

    COMPLETE = "complete"
    SHOWN = "shown"
    """There is evidence; whether it is whole cannot be told, since not all elements are known or assigned."""
    LACKING = "lacking"
    """An element that is known has no evidence."""
    OTHER_YEAR = "other-year"
    """All evidence is about another fiscal year."""
    TO_RENEW = "to-renew"
    ABSENT = "absent"
    """The office answers that there is none."""
    UNANSWERED = "unanswered"
    NOT_REQUIRED = "not-required"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page of this site, by the id of its heading; empty for the whole page."""

    subject: Subject
    anchor: str = ""

    @property
    def address(self) -> str:
        """The address of the part."""
        return self.subject.address + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True)
class ElementAnswer:
    """An element of an item: the evidence that shows it by its place in the list, and where this site shows it.

    `lacking` names the measures, by id, in which the site's own data lack it.
    """

    element: RequiredElement
    evidence: tuple[int, ...] = ()
    shown_at: tuple[Place, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether something shows the whole element."""
        return bool(self.evidence or (self.shown_at and not self.lacking))


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """An item of the OIT list of a year, and how it is answered."""

    item: Item
    status: ItemStatus
    entry: DisclosedItem | None
    elements: tuple[ElementAnswer, ...]
    own: MeasureItem | None
    """What the framework says of an item that plans or reports answer."""
    shown_at: tuple[Place, ...] = ()
    """The plan or the reports of this site that answer it."""

    @property
    def has_page(self) -> bool:
        """Whether there is more to say of the item than that it is asked: such an item has a page of its own."""
        return bool(self.entry or self.elements or self.shown_at)


def item_answers(dataset: Dataset, year: Year, framework: Framework) -> tuple[ItemAnswer, ...]:
    """Return how each item of the OIT list of a year is answered, in the order of the form.

    An item of which the framework does not know the name is there when the office has typed it.
    """
    items = {each.id: each for each in framework.items if each.id.startswith("O")}
    for entry in year.disclosure.record.items if year.disclosure else ():
        if entry.item not in items and entry.title is not None:
            items[entry.item] = Item(id=entry.item, title=entry.title)
    ordered = sorted(items.values(), key=lambda each: int(each.id[1:]))
    return tuple(_answer(dataset, year, framework, each) for each in ordered)


def _answer(dataset: Dataset, year: Year, framework: Framework, item: Item) -> ItemAnswer:
    entry = year.disclosure.record.of(item.id) if year.disclosure else None
    own = next((each for each in framework.measure_items if each.item == item.id), None)
    known = (own.elements if own else ()) or item.elements
    asked = known or _typed(entry)
    evidence = entry.evidence if entry else ()
    data = _OwnData(dataset, own.of_year or year.year, own.answered_by) if own else None
    elements = tuple(_element(each, number, evidence, year.year, data) for number, each in enumerate(asked, 1))
    is_whole = bool(own and own.elements) or item.elements_known is Completeness.WHOLE or bool(not known and asked)
    there = bool(evidence) or (data is not None and data.is_there)
    status = _status(entry, elements, year.year, is_whole=is_whole, there=there)
    return ItemAnswer(item, status, entry, elements, own, data.pages() if data else ())


def _typed(entry: DisclosedItem | None) -> tuple[RequiredElement, ...]:
    return tuple(RequiredElement(text=each) for each in entry.elements) if entry else ()


def _element(
    element: RequiredElement, number: int, evidence: Sequence[Evidence], year: int, data: _OwnData | None
) -> ElementAnswer:
    of_evidence = tuple(
        place for place, each in enumerate(evidence) if number in each.elements and each.about_year in {None, year}
    )
    places, lacking = data.places(element.answered_by) if data else ((), ())
    return ElementAnswer(element, of_evidence, places, lacking)


def _status(
    entry: DisclosedItem | None, elements: Sequence[ElementAnswer], year: int, *, is_whole: bool, there: bool
) -> ItemStatus:
    reply = entry.reply if entry else None
    fixed = {
        Reply.NOT_REQUIRED: ItemStatus.NOT_REQUIRED,
        Reply.NO: ItemStatus.ABSENT,
        Reply.TO_RENEW: ItemStatus.TO_RENEW,
    }
    if reply in fixed:
        return fixed[reply]
    if not there:
        return ItemStatus.UNANSWERED
    evidence = entry.evidence if entry else ()
    if evidence and all(each.about_year not in {None, year} for each in evidence):
        return ItemStatus.OTHER_YEAR
    assigned = any(each.evidence or each.element.answered_by for each in elements)
    if assigned and not all(each.is_shown for each in elements):
        return ItemStatus.LACKING
    return ItemStatus.COMPLETE if assigned and is_whole else ItemStatus.SHOWN


class _OwnData:
    """What the plan, the analysis before it and the reports of a year show of the elements that they can answer."""

    def __init__(self, dataset: Dataset, year: int, part: Part) -> None:
        self._year = dataset.years.get(year)
        self._before = dataset.years.get(year - 1)
        self._number = year
        self._part = part
        self._finders: dict[Answerable, Callable[[], Iterator[Place]]] = {
            Answerable.ANALYSIS: self._analysis,
            Answerable.WEAK_POINTS: lambda: self._analysis("weak-points"),
            Answerable.IMPROVEMENTS: lambda: self._analysis("improvements"),
            Answerable.CHANGE: self._change,
            Answerable.REPORT: self._reports,
            Answerable.MEASURES: self._measures,
        }

    @property
    def is_there(self) -> bool:
        """Whether there is a plan or a report at all."""
        if self._year is None:
            return False
        return bool(self._year.measures if self._part is Part.MEASURES else self._year.reports)

    def pages(self) -> tuple[Place, ...]:
        """Return the plan or the reports, as far as there are any."""
        return tuple(self._measures())

    def places(self, asked: Sequence[Answerable]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
        """Return where what is asked is shown, none unless all of it is shown somewhere, and measures that lack it."""
        if not asked or not self.is_there:
            return (), ()
        shown: dict[Place, None] = {}
        lacking: dict[str, None] = {}
        for each in asked:
            finder = self._finders.get(each)
            found = tuple(finder()) if finder else self._of_measures(each, lacking)
            if not found:
                return (), tuple(lacking)
            shown |= dict.fromkeys(found)
        return tuple(shown), tuple(lacking)

    def _analysis(self, anchor: str = "") -> Iterator[Place]:
        analysis = self._before.analysis if self._before else None
        if analysis is None:
            return
        record = analysis.record
        there = {"": True, "weak-points": bool(record.weak_points), "improvements": bool(record.improvements)}
        if there[anchor]:
            yield Place(Subject(Kind.ANALYSIS, self._number - 1), anchor)

    def _change(self) -> Iterator[Place]:
        if self._year is None:
            return
        for name, each in self._year.reports.items():
            if each.record.changes:
                yield Place(Subject(Kind.REPORT, self._number, name), "changes")

    def _reports(self) -> Iterator[Place]:
        if self._year is not None:
            yield from (Place(Subject(Kind.REPORT, self._number, name), "measures") for name in self._year.reports)

    def _measures(self) -> Iterator[Place]:
        if self._part is Part.REPORT:
            yield from self._reports()
        elif self._year is not None and self._year.measures:
            yield Place(Subject(Kind.PLAN, self._number), "measures")

    def _of_measures(self, asked: Answerable, lacking: dict[str, None]) -> tuple[Place, ...]:
        """Return the table in which every measure has a column of what is asked; name in `lacking` those without it."""
        year = self._year
        if year is None or not year.measures:
            return ()
        without = [name for name, each in year.measures.items() if not self._has(asked, name, each.record)]
        if len(without) == len(year.measures):
            return ()
        lacking |= dict.fromkeys(without)
        return tuple(self._measures())

    def _has(self, asked: Answerable, name: str, measure: Measure) -> bool:
        year = self._year
        if year is None:
            return False
        progress = [each for report in year.reports.values() for each in report.record.measures if each.measure == name]
        told = self._part is Part.REPORT
        return {
            Answerable.STEPS: bool(
                measure.steps
                or measure.steps_of
                or year.shared_steps(name)
                or (told and any(each.method or each.actions for each in progress))
            ),
            Answerable.OWNERS: bool(measure.owners or (told and any(each.owners for each in progress))),
            Answerable.PERIOD: bool(measure.period or (told and any(each.period for each in progress))),
            Answerable.MONITORING: bool(measure.monitoring or measure.follow_up),
            Answerable.OUTPUT: any(each.output for each in progress),
            Answerable.OUTCOME: any(each.outcome for each in progress),
        }[asked]
