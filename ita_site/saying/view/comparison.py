"""Two years side by side: their scores, and the items of their frameworks with what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL, Verdict
from ita_site.saying import words
from ita_site.saying.view import captions
from ita_site.saying.view.counts import change_counts, status_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks
from ita_site.saying.words import comparison as sentences
from ita_site.saying.words import computation, cycle

if TYPE_CHECKING:
    from fractions import Fraction

    from ita_site.data.model import Continuation, Crosswalk, ItemChange, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.captions import HistoryPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class ComparedScore:
    """A score of two years in points, the change where it is known, and whether the parts of either contradict it."""

    name: str
    url: str | None
    before: Fraction | None
    after: Fraction | None
    change: Fraction | None
    differs: bool
    marks_before: tuple[EditMark, ...]
    marks_after: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class EarlierScore:
    """What an item of the earlier framework got, in points, None where that is not known."""

    id: str
    value: Fraction | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class ContinuedItem:
    """An item or sub-indicator of the later framework, and those of the earlier one that it continues."""

    label: str
    continuation: Continuation
    before: tuple[EarlierScore, ...]
    after: Fraction | None
    change: Fraction | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class ContinuedItems:
    """A table of items; `scored` tells whether any has a score in both years."""

    rows: tuple[ContinuedItem, ...]
    scored: bool


@dataclass(frozen=True, slots=True)
class ComparedYear:
    """What else is compared of a year: its level, how many OIT items it has, its measures and reports."""

    year: int
    level: str | None
    level_marks: tuple[EditMark, ...]
    item_count: int | None
    measure_count: int
    statuses: tuple[Count[Status | NoStatus], ...]
    report_count: int


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two years side by side; `dropped` are the items that the later framework no longer has.

    `no_scores` says why there is nothing to compare below the totals; empty where there is.
    """

    before: ComparedYear
    after: ComparedYear
    total: ComparedScore
    scores: tuple[ComparedScore, ...]
    no_scores: str
    crosswalk: Crosswalk | None
    changes: tuple[Count[ItemChange | None], ...]
    dropped: tuple[str, ...]
    subindicators: ContinuedItems
    items: ContinuedItems
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two years in the list of all that are compared."""

    before: int
    after: int
    url: str
    total: ComparedScore


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    """All pairs of neighbouring years with results, latest first."""

    pairs: tuple[ComparedPair, ...]
    picture: HistoryPicture | None


def compared_years(lookup: Lookup) -> tuple[tuple[int, int], ...]:
    """Return each two neighbouring years that have results, earliest first."""
    return tuple(pairwise(year for year, each in lookup.years.items() if each.result is not None))


def comparisons(lookup: Lookup) -> ComparisonsView:
    """Return the list of all compared years."""
    pairs = (
        ComparedPair(before, after, addresses.comparison(before, after), _score(lookup, before, after, TOTAL))
        for before, after in reversed(compared_years(lookup))
    )
    return ComparisonsView(tuple(pairs), captions.totals(lookup))


def comparison(lookup: Lookup, before: int, after: int) -> ComparisonView:
    """Return two fiscal years, B.E., side by side."""
    crosswalk = lookup.crosswalk(before, after)
    entries = crosswalk.entries if crosswalk else ()
    dropped = crosswalk.dropped if crosswalk else ()
    scores = tuple(_score(lookup, before, after, each) for each in (*words.INSTRUMENTS, *lookup.indicator_ids(after)))
    return ComparisonView(
        before=_year(lookup, before),
        after=_year(lookup, after),
        total=_score(lookup, before, after, TOTAL),
        scores=scores,
        no_scores=_no_scores(before, after, scores),
        crosswalk=crosswalk,
        changes=change_counts(entries, dropped),
        dropped=tuple(words.with_name(each, lookup.name(before, each)) for each in dropped),
        subindicators=_items(lookup, before, after, entries, "subindicator"),
        items=_items(lookup, before, after, entries, "item"),
        links=(*_links(before), *_links(after)),
    )


def _no_scores(before: int, after: int, scores: tuple[ComparedScore, ...]) -> str:
    """Say which of two years have no scores of parts; nothing where both have some."""
    known = {
        before: any(each.before is not None for each in scores),
        after: any(each.after is not None for each in scores),
    }
    without = [year for year, has_scores in known.items() if not has_scores]
    return sentences.only_totals(without, next((year for year in known if known[year]), None)) if without else ""


def _links(year: int) -> tuple[Link, Link]:
    return (
        Link(cycle.result(year), addresses.year(year)),
        Link(computation.title(year), addresses.scores(year)),
    )


def _year(lookup: Lookup, number: int) -> ComparedYear:
    year = lookup.years[number]
    return ComparedYear(
        year=number,
        level=year.result.record.level if year.result else None,
        level_marks=Marks(year.result.record.edits).at("level") if year.result else (),
        item_count=lookup.item_count(number),
        measure_count=len(year.measures),
        statuses=status_counts((lookup.status(number, each) for each in year.measures), lookup.editor_statuses(number)),
        report_count=len(year.reports),
    )


def _score(lookup: Lookup, before: int, after: int, reference: str) -> ComparedScore:
    now, then = lookup.scores.get(after, reference), lookup.scores.before(after, reference, before)
    is_indicator = reference != TOTAL and kind_of(reference) == "indicator"
    return ComparedScore(
        name=words.TOTAL_SCORE if reference == TOTAL else lookup.label(after, reference),
        url=lookup.indicator_url(after, reference) if is_indicator else None,
        before=then.value if then else None,
        after=now.value if now else None,
        change=lookup.scores.change(after, reference, before),
        differs=any(score is not None and score.verdict is Verdict.CONTRADICTED for score in (then, now)),
        marks_before=lookup.marks(before, reference),
        marks_after=lookup.marks(after, reference),
    )


def _items(lookup: Lookup, before: int, after: int, entries: tuple[Continuation, ...], kind: str) -> ContinuedItems:
    """Return the entries of a crosswalk about one kind of reference."""
    rows = tuple(_item(lookup, before, after, each) for each in entries if kind_of(each.id) == kind)
    in_both = (row.after is not None and any(each.value is not None for each in row.before) for row in rows)
    return ContinuedItems(rows, scored=any(in_both))


def _item(lookup: Lookup, before: int, after: int, entry: Continuation) -> ContinuedItem:
    now = lookup.scores.get(after, entry.id)
    then = [lookup.scores.get(before, each) for each in entry.was]
    return ContinuedItem(
        label=words.with_name(entry.id, lookup.name(after, entry.id)),
        continuation=entry,
        before=tuple(
            EarlierScore(was, score.value, lookup.marks(before, was))
            for was, score in zip(entry.was, then, strict=True)
            if score is not None
        ),
        after=now.value if now else None,
        change=lookup.scores.change(after, entry.id, before),
        marks=lookup.marks(after, entry.id),
    )
