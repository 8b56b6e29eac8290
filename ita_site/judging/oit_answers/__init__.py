"""How far a year's OIT list is answered: item by item, element by element, by evidence or by the data themselves.

An item that is missing, incomplete, about another year or out of reach scores 0 in the assessment, so each has its own
status. What the elements of an item are is said by the year's framework, or by the office from its own manual; where
neither knows, evidence is shown and not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.data.model import Completeness, Item, Reply, RequiredElement
from ita_site.ground import thai
from ita_site.judging.oit_answers.own_data import OwnData, Place, Shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import Answerable, DisclosedItem, Evidence, Framework, MeasureItem

__all__ = ["ElementAnswer", "ItemAnswer", "ItemStatus", "Place", "asked_years", "item_answers"]


class ItemStatus(StrEnum):
    """How far an item is answered, from the best to what is not asked."""

    COMPLETE = "complete"
    SHOWN = "shown"
    """There is evidence; whether it is whole cannot be told, since not all elements are known or assigned."""
    LACKING = "lacking"
    """An element that is known has no evidence."""
    OTHER_YEAR = "other-year"
    """All evidence is about another fiscal year."""
    UNREACHABLE = "unreachable"
    """Evidence was out of reach when it was last asked, and the rest does not show every element."""
    TO_RENEW = "to-renew"
    ABSENT = "absent"
    """The office answers that there is none."""
    UNANSWERED = "unanswered"
    NOT_REQUIRED = "not-required"


@dataclass(frozen=True, slots=True)
class ElementAnswer:
    """An element of an item: the evidence that shows it by its place in the list, and where this site shows it.

    `missing` is what of it the site's own data do not show, or not of every measure; `lacking` names those, by id.
    """

    element: RequiredElement
    evidence: tuple[int, ...] = ()
    shown_at: tuple[Place, ...] = ()
    missing: tuple[Answerable, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether something shows the whole element."""
        return bool(self.evidence or (self.shown_at and not self.missing))


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """An item of the OIT list of a year, and how it is answered."""

    item: Item
    status: ItemStatus
    entry: DisclosedItem | None
    elements: tuple[ElementAnswer, ...]
    own: MeasureItem | None
    """What the framework says of an item that plans or reports answer."""
    years: frozenset[int]
    """The fiscal years, B.E., that it asks about: those that its title names, else that of the list."""
    shown_at: tuple[Place, ...] = ()
    """The plan or the reports of this site that answer it."""
    falls_short: bool = False
    """Whether those reports leave out days of a year that is over."""
    lost: frozenset[int] = frozenset()
    """The evidence, by its place in the list, that was out of reach when it was last asked."""

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
    lost = _lost(year, evidence)
    of_year = (own.of_year if own else None) or year.year
    data = OwnData(dataset, of_year, own.answered_by, asked_in=year.year) if own else None
    years = asked_years(item, of_year)
    there = {place: each for place, each in enumerate(evidence) if place not in lost}
    elements = tuple(_element(each, number, there, years, data) for number, each in enumerate(asked, 1))
    is_whole = bool(own and own.elements) or item.elements_known is Completeness.WHOLE or bool(not known and asked)
    status = _status(entry, elements, years, is_whole=is_whole, own=data is not None and data.is_there)
    return ItemAnswer(
        item=item,
        status=_out_of_reach(status, elements) if lost else status,
        entry=entry,
        elements=elements,
        own=own,
        years=years,
        shown_at=data.pages() if data else (),
        falls_short=data is not None and data.falls_short,
        lost=lost,
    )


def _lost(year: Year, evidence: Sequence[Evidence]) -> frozenset[int]:
    """Return the places of evidence that was out of reach when it was last asked."""
    if year.links is None:
        return frozenset()
    seen = [year.links.record.of(each.url) for each in evidence]
    return frozenset(place for place, each in enumerate(seen) if each is not None and each.state.is_out_of_reach)


def asked_years(item: Item, of_year: int) -> frozenset[int]:
    """Return the fiscal years, B.E., that evidence of an item may be about: those in its title, else the given one."""
    return frozenset(thai.years_named(item.title)) or frozenset({of_year})


def _typed(entry: DisclosedItem | None) -> tuple[RequiredElement, ...]:
    return tuple(RequiredElement(text=each) for each in entry.elements) if entry else ()


def _element(
    element: RequiredElement,
    number: int,
    evidence: Mapping[int, Evidence],
    years: Collection[int],
    data: OwnData | None,
) -> ElementAnswer:
    of_evidence = tuple(place for place, each in evidence.items() if number in each.elements and _is_of(each, years))
    shown = data.shown(element.answered_by) if data else Shown()
    return ElementAnswer(element, of_evidence, shown.places, shown.missing, shown.without)


def _is_of(evidence: Evidence, years: Collection[int]) -> bool:
    """Tell whether evidence is about a year that is asked for, as far as the office says."""
    return evidence.about_year is None or evidence.about_year in years


def _status(
    entry: DisclosedItem | None,
    elements: Sequence[ElementAnswer],
    years: Collection[int],
    *,
    is_whole: bool,
    own: bool,
) -> ItemStatus:
    reply = entry.reply if entry else None
    fixed = {
        Reply.NOT_REQUIRED: ItemStatus.NOT_REQUIRED,
        Reply.NO: ItemStatus.ABSENT,
        Reply.TO_RENEW: ItemStatus.TO_RENEW,
    }
    if reply in fixed:
        return fixed[reply]
    evidence = entry.evidence if entry else ()
    if not evidence and not own:
        return ItemStatus.UNANSWERED
    if not own and not any(_is_of(each, years) for each in evidence):
        return ItemStatus.OTHER_YEAR
    assigned = _are_assigned(elements)
    if assigned and not all(each.is_shown for each in elements):
        return ItemStatus.LACKING
    return ItemStatus.COMPLETE if assigned and is_whole else ItemStatus.SHOWN


def _out_of_reach(status: ItemStatus, elements: Sequence[ElementAnswer]) -> ItemStatus:
    """Return the status of an item with evidence out of reach: the same where other evidence shows every element."""
    if status not in {ItemStatus.COMPLETE, ItemStatus.SHOWN, ItemStatus.LACKING}:
        return status
    is_shown = _are_assigned(elements) and all(each.is_shown for each in elements)
    return status if is_shown else ItemStatus.UNREACHABLE


def _are_assigned(elements: Sequence[ElementAnswer]) -> bool:
    """Tell whether it is known of any element what shows it."""
    return any(each.evidence or each.element.answered_by for each in elements)
