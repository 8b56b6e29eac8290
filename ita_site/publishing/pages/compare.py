"""Two years side by side: scores, and the items of their frameworks with what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.data.model import Continuation, kind_of
from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL, Verdict
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view import captions
from ita_site.saying.view.counts import change_counts, status_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.parts import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from ita_site.saying.view.lookup import Lookup

_INSTRUMENTS = ("IIT", "EIT", "OIT")


@dataclass(frozen=True, slots=True)
class Compared:
    """A score of two years, and what is known of the change."""

    name: str
    url: str | None
    before: Fraction | None
    now: Fraction | None
    change: Fraction | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Continued:
    """An item or sub-indicator of the later framework, and what it was in the earlier one."""

    id: str
    name: str
    continuation: Continuation
    before: tuple[tuple[str, Fraction | None], ...]
    now: Fraction | None
    change: Fraction | None


def specs(lookup: Lookup) -> Iterator[PageSpec]:
    """Yield a page for each two neighbouring years that have results, and one that lists them."""
    pairs = list(pairwise(year for year, each in lookup.years.items() if each.result is not None))
    if not pairs:
        return
    yield PageSpec(
        subject=Subject(Kind.COMPARISONS),
        template="compares",
        title="เทียบปีต่อปี",
        description=f"ผลการประเมิน ITA ของ{lookup.agency.name} เทียบทีละสองปี",
        sources=sources_of(*(each.result for each in lookup.years.values())),
        values={
            "pairs": [(pair, addresses.comparison(*pair), _compared(lookup, *pair, TOTAL)) for pair in reversed(pairs)],
            "picture": captions.totals(lookup),
        },
    )
    for before, after in pairs:
        yield _pair(lookup, before, after)


def _pair(lookup: Lookup, before: int, after: int) -> PageSpec:
    years = [lookup.years[each] for each in (before, after)]
    crosswalk = lookup.crosswalk(before, after)
    items = [_continued(lookup, before, after, entry) for entry in (crosswalk.entries if crosswalk else ())]
    return PageSpec(
        subject=Subject(Kind.COMPARISON, after, before=before),
        template="compare",
        title=f"ผลการประเมิน ITA ปี {before} เทียบกับปี {after}",
        description=f"คะแนน ระดับ ตัวชี้วัด และข้อของแบบตรวจ ปี {before} เทียบกับปี {after} ของ{lookup.agency.name}",
        sources=sources_of(*(each.result for each in years)),
        values={
            "before": before,
            "after": after,
            "total": _compared(lookup, before, after, TOTAL),
            "levels": [each.result.record.level if each.result else None for each in years],
            "scores": [
                *(_compared(lookup, before, after, each) for each in _INSTRUMENTS),
                *(_compared(lookup, before, after, each) for each in lookup.indicator_ids(after)),
            ],
            "item_counts": [lookup.item_count(each) for each in (before, after)],
            "crosswalk": crosswalk,
            "changes": change_counts(crosswalk.entries, crosswalk.dropped) if crosswalk else [],
            "subs": [each for each in items if kind_of(each.id) == "subindicator"],
            "items": [each for each in items if kind_of(each.id) == "item"],
            "dropped": [(each, lookup.name(before, each)) for each in (crosswalk.dropped if crosswalk else ())],
            "measures": [
                (
                    year.year,
                    len(year.measures),
                    status_counts(lookup.status(year.year, each) for each in year.measures),
                    len(year.reports),
                )
                for year in years
            ],
            "links": [
                Link(text, url)
                for year in (before, after)
                for text, url in (
                    (f"ผลปี {year}", addresses.year(year)),
                    (f"คะแนนปี {year} คำนวณอย่างไร", addresses.scores(year)),
                )
            ],
        },
    )


def _compared(lookup: Lookup, before: int, after: int, reference: str) -> Compared:
    now, then = lookup.scores.get(after, reference), lookup.scores.before(after, reference, before)
    is_indicator = reference != TOTAL and kind_of(reference) == "indicator"
    return Compared(
        name="คะแนนรวม" if reference == TOTAL else lookup.label(after, reference),
        url=addresses.indicator(after, reference) if is_indicator else None,
        before=then.value if then else None,
        now=now.value if now else None,
        change=lookup.scores.change(after, reference, before),
        differs=any(score is not None and score.verdict is Verdict.CONTRADICTED for score in (then, now)),
    )


def _continued(lookup: Lookup, before: int, after: int, entry: Continuation) -> Continued:
    now = lookup.scores.get(after, entry.id)
    then = [lookup.scores.get(before, each) for each in entry.was]
    return Continued(
        id=entry.id,
        name=lookup.name(after, entry.id),
        continuation=entry,
        before=tuple((was, score.value) for was, score in zip(entry.was, then, strict=True) if score is not None),
        now=now.value if now else None,
        change=lookup.scores.change(after, entry.id, before),
    )
