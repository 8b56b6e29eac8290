"""What of a year's OIT list is still to be done, by whose division and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.judging.oit_answers import ItemStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ita_site.data.load import Year
    from ita_site.data.model import Framework
    from ita_site.judging.oit_answers import ItemAnswer

READY = frozenset({ItemStatus.COMPLETE, ItemStatus.SHOWN, ItemStatus.ABSENT, ItemStatus.NOT_REQUIRED})
"""The states in which an item may be filed."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """An item that may not be filed yet, its owner, and the last day for it, as far as these are known."""

    answer: ItemAnswer
    owner: str | None
    due: date | None

    def is_late(self, day: date | None) -> bool:
        """Tell whether the last day for the item was over on a day; nothing is late where a day is not known."""
        return self.due is not None and day is not None and day > self.due


def closing_day(year: Year, framework: Framework | None) -> date | None:
    """Return the last day on which the form is taken: as the office typed it, else as the framework has it."""
    typed = year.disclosure.record.closes if year.disclosure else None
    return typed or (framework.oit_window.end if framework and framework.oit_window else None)


def is_open(year: Year, framework: Framework, day: date | None) -> bool:
    """Tell whether there is still something to be filed: the office keeps a list, and the year is not assessed yet.

    Where nobody knows when the form closes, it does at the latest with the fiscal year; `day` is the newest one known.
    """
    if year.disclosure is None or year.result is not None:
        return False
    over = day is not None and thai.fiscal_year(day) > year.year
    return not over or closing_day(year, framework) is not None


def outstanding(answers: Iterable[ItemAnswer], year: Year, framework: Framework) -> tuple[Outstanding, ...]:
    """Return the items of a year that may not be filed yet, in the order of the form."""
    closes = closing_day(year, framework)
    return tuple(
        Outstanding(each, each.entry.owner if each.entry else None, (each.entry.due if each.entry else None) or closes)
        for each in answers
        if each.status not in READY
    )


def by_division(
    items: Iterable[Outstanding], divisions: Sequence[str]
) -> tuple[tuple[str | None, tuple[Outstanding, ...]], ...]:
    """Return items by their owner: the divisions in the order of the agency, then other names, last those of nobody."""
    owed: dict[str | None, list[Outstanding]] = {}
    for each in items:
        owed.setdefault(each.owner, []).append(each)
    known = [*dict.fromkeys([*divisions, *sorted(each for each in owed if each is not None)]), None]
    return tuple((each, tuple(owed[each])) for each in known if each in owed)
