"""Which measures were tried for an indicator, and what its next score was: counts, and no cause.

A measure of which a report says that it was not done, or not yet begun, was not tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Status
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import NoStatus
from ita_site.saying import words as figures
from ita_site.saying.facts.directory import page_of
from ita_site.saying.words import overview as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ita_site.saying.facts.records import MunicipalityFacts

_NOT_TRIED = frozenset({Status.NOT_STARTED.value, Status.NOT_DONE.value})
_STATUSES = {each.value: figures.status(each) for kind in (Status, NoStatus) for each in kind}


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A measure of a year of a municipality, and the scores of what it answers, in points."""

    municipality: str
    url: str
    title: str
    year: int
    status: str
    """How far it has come, in words."""
    before: Decimal | None
    after: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """What the next score is more; None where one of both is not known."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class TriedCounts:
    """How many measures, and of how many of them the next score rose, stayed, fell or is not known."""

    name: str
    measures: int
    rose: int
    same: int
    fell: int
    unknown: int


@dataclass(frozen=True, slots=True)
class TriedGroup:
    """The measures for an indicator by one name of it, by what its score was before, and each of them."""

    id: str
    name: str
    whole: TriedCounts
    bands: tuple[TriedCounts, ...]
    rows: tuple[TriedRow, ...]

    @property
    def url(self) -> str:
        """The address of the page about it."""
        return Subject(Kind.TRIED_FOR, id=self.id).address


def tried_groups(facts: Sequence[MunicipalityFacts]) -> tuple[TriedGroup, ...]:
    """Return the measures of all municipalities by what they answer, in the order of these."""
    found: dict[tuple[str, str], list[TriedRow]] = {}
    for of in facts:
        for year in of.years:
            for measure in year.measures:
                for each in measure.tried if measure.status not in _NOT_TRIED else ():
                    status = _STATUSES[measure.status]
                    row = TriedRow(of.name, page_of(of), measure.title, year.year, status, each.before, each.after)
                    found.setdefault((each.indicator, each.name), []).append(row)
    return tuple(
        TriedGroup(identity, name, _counts(words.ALL_OF_THEM, rows), _bands(rows), tuple(rows))
        for (identity, name), rows in sorted(found.items(), key=lambda item: (int(item[0][0]), item[0][1]))
    )


def _bands(rows: Sequence[TriedRow]) -> tuple[TriedCounts, ...]:
    known = [(each.before, each) for each in rows if each.before is not None]
    counts, least = [], 0
    for name, below in words.BANDS:
        counts.append(_counts(name, [each for before, each in known if least <= before < below]))
        least = below
    counts.append(_counts(words.NO_SCORE, [each for each in rows if each.before is None]))
    return tuple(each for each in counts if each.measures)


def _counts(name: str, rows: Iterable[TriedRow]) -> TriedCounts:
    changes = [each.change for each in rows]
    known = [each for each in changes if each is not None]
    return TriedCounts(
        name=name,
        measures=len(changes),
        rose=sum(each > 0 for each in known),
        same=sum(each == 0 for each in known),
        fell=sum(each < 0 for each in known),
        unknown=len(changes) - len(known),
    )
