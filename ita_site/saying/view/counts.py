"""How many of each: measures by status, figures by what is proven of them, items by what became of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_site.data.model import ItemChange, Origin, Status, kind_of
from ita_site.judging.chain import NoStatus
from ita_site.judging.oit_answers import ItemStatus
from ita_site.judging.scores import TOTAL, Verdict
from ita_site.saying.view.marks import stated_by

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ita_site.data.model import Continuation
    from ita_site.judging.scores import Score
    from ita_site.saying.view.marks import EditMark

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Count(Generic[State]):
    """How many have a state, one at least; `marks` say where an editor gave it to some of them."""

    state: State
    count: int
    marks: tuple[EditMark, ...] = ()


def status_counts(
    statuses: Iterable[Status | NoStatus], editors: Collection[Status | NoStatus] = ()
) -> tuple[Count[Status | NoStatus], ...]:
    """Count statuses, in their order; measures without any come last. `editors` are those that no document states."""
    counts = _in_order(statuses, (*Status, *NoStatus))
    return tuple(
        replace(each, marks=stated_by(Origin.EDITOR if each.state in editors else Origin.DOCUMENT)) for each in counts
    )


def change_counts(entries: Iterable[Continuation], dropped: Iterable[str]) -> tuple[Count[ItemChange | None], ...]:
    """Count what became of items, without sub-indicators; those that are no more have None and come last."""
    changes: list[ItemChange | None] = [entry.change for entry in entries if kind_of(entry.id) == "item"]
    changes += [None for each in dropped if kind_of(each) == "item"]
    return _in_order(changes, (*ItemChange, None))


def item_counts(statuses: Iterable[ItemStatus]) -> tuple[Count[ItemStatus], ...]:
    """Count how far the items of an OIT list are answered, the best first."""
    return _in_order(statuses, tuple(ItemStatus))


def verdict_counts(tree: Score) -> tuple[Count[Verdict], ...]:
    """Count what is proven of the published figures above the items, which nothing lies below."""
    above = (score for score in tree.walk() if score.id == TOTAL or kind_of(score.id) != "item")
    return _in_order((score.verdict for score in above if score.verdict is not None), tuple(Verdict))


def _in_order(states: Iterable[State], order: tuple[State, ...]) -> tuple[Count[State], ...]:
    counts = Counter(states)
    return tuple(Count(each, counts[each]) for each in order if counts[each])
