"""What of a year's OIT list is still owed: which division must answer which items, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ita_site.judging.oit_answers.deadlines import by_division, closing_day, is_open, outstanding
from ita_site.saying.words import owed as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import Framework
    from ita_site.judging.oit_answers import ItemAnswer, ItemStatus
    from ita_site.judging.oit_answers.deadlines import Outstanding
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class OwedItem:
    """An item that may not be filed yet."""

    code: str
    name: str
    has_page: bool


@dataclass(frozen=True, slots=True)
class OwedItems:
    """Items of a division in one state, and until when they must be answered, in words."""

    status: ItemStatus
    due: str
    late: bool
    items: tuple[OwedItem, ...]


@dataclass(frozen=True, slots=True)
class OwingDivision:
    """A division and the items that it owes, the most urgent first."""

    name: str
    count: str
    owed: tuple[OwedItems, ...]


@dataclass(frozen=True, slots=True)
class OwedView:
    """What is owed of a year, by division; `as_of` says by which day it is late, where anything can be."""

    closes: str
    as_of: str
    divisions: tuple[OwingDivision, ...]


def owed(
    dataset: Dataset, year: Year, framework: Framework, answers: Iterable[ItemAnswer], day: date | None
) -> OwedView:
    """Return what is owed of a year as seen on a day, None where no day is known."""
    items = outstanding(answers, year, framework)
    closes = closing_day(year, framework)
    divisions = dataset.agency.record.divisions if dataset.agency else ()
    return OwedView(
        closes=words.closes(year.year, closes, day),
        as_of=words.as_of(day) if day is not None and any(each.due for each in items) else "",
        divisions=tuple(
            OwingDivision(name or words.NOBODY, words.count(len(of_owner)), tuple(_items(of_owner, day)))
            for name, of_owner in by_division(items, divisions)
        ),
    )


def still_owed(lookup: Lookup, year: Year) -> OwedView | None:
    """Return what is owed of a year by the newest day known; None where nothing can be filed any more, or is left."""
    framework, day = lookup.framework(year.year), lookup.schedule.as_of
    if framework is None or not is_open(year, framework, day):
        return None
    view = owed(lookup.dataset, year, framework, lookup.oit_answers(year.year), day)
    return view if view.divisions else None


def _items(items: Iterable[Outstanding], day: date | None) -> Iterator[OwedItems]:
    alike: dict[tuple[date, ItemStatus], list[Outstanding]] = {}
    for each in items:
        alike.setdefault((each.due or date.max, each.answer.status), []).append(each)
    for (_, status), group in sorted(alike.items(), key=lambda pair: pair[0][0]):
        late = group[0].is_late(day)
        answers = [each.answer for each in group]
        named = tuple(OwedItem(each.item.id, each.item.title, each.has_page) for each in answers)
        yield OwedItems(status, words.due(group[0].due, late=late), late, named)
