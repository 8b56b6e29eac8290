"""Two years side by side: scores, and the items of their frameworks with what became of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.model import Continuation, ItemChange, kind_of
from ita_site.pages import pictures
from ita_site.pages.book import Link
from ita_site.pages.page import Draft
from ita_site.pages.parts import sources_of, status_counts
from ita_site.scores import TOTAL, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from ita_site.pages.book import Book

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


def drafts(book: Book) -> Iterator[Draft]:
    """Yield a page for each two neighbouring years that have results, and one that lists them."""
    pairs = list(pairwise(year for year, each in book.years.items() if each.result is not None))
    if not pairs:
        return
    yield Draft(
        address="compare/",
        template="compares",
        title="เทียบปีต่อปี",
        description=f"ผลการประเมิน ITA ของ{book.agency.name} เทียบทีละสองปี",
        sources=sources_of(*(each.result for each in book.years.values())),
        values={
            "pairs": [(pair, address(*pair), _compared(book, *pair, TOTAL)) for pair in reversed(pairs)],
            "picture": pictures.totals(book),
        },
    )
    for before, after in pairs:
        yield _pair(book, before, after)


def address(before: int, after: int) -> str:
    """Return the address of the page that compares two years."""
    return f"compare/{before}-{after}/"


def latest(book: Book, year: int) -> Link | None:
    """Return the link to the page that compares a year with the one before it that has a result, if there is one."""
    earlier = [each for each in book.scores.trees if each < year]
    if year not in book.scores.trees or not earlier:
        return None
    return Link(f"เทียบกับปี {earlier[-1]}", address(earlier[-1], year))


def _pair(book: Book, before: int, after: int) -> Draft:
    years = [book.years[each] for each in (before, after)]
    crosswalk = book.crosswalk(before, after)
    items = [_continued(book, before, after, entry) for entry in (crosswalk.entries if crosswalk else ())]
    return Draft(
        address=address(before, after),
        template="compare",
        title=f"ผลการประเมิน ITA ปี {before} เทียบกับปี {after}",
        description=f"คะแนน ระดับ ตัวชี้วัด และข้อของแบบตรวจ ปี {before} เทียบกับปี {after} ของ{book.agency.name}",
        sources=sources_of(*(each.result for each in years)),
        values={
            "before": before,
            "after": after,
            "total": _compared(book, before, after, TOTAL),
            "levels": [each.result.record.level if each.result else None for each in years],
            "scores": [
                *(_compared(book, before, after, each) for each in _INSTRUMENTS),
                *(_compared(book, before, after, each) for each in book.indicator_ids(after)),
            ],
            "item_counts": [book.item_count(each) for each in (before, after)],
            "crosswalk": crosswalk,
            "changes": change_counts(crosswalk.entries, crosswalk.dropped) if crosswalk else [],
            "subs": [each for each in items if kind_of(each.id) == "subindicator"],
            "items": [each for each in items if kind_of(each.id) == "item"],
            "dropped": [(each, book.name(before, each)) for each in (crosswalk.dropped if crosswalk else ())],
            "measures": [
                (
                    year.year,
                    len(year.measures),
                    status_counts(book.status(year.year, each) for each in year.measures),
                    len(year.reports),
                )
                for year in years
            ],
            "links": [
                Link(text, url)
                for year in (before, after)
                for text, url in (
                    (f"ผลปี {year}", f"{year}/"),
                    (f"คะแนนปี {year} คำนวณอย่างไร", f"{year}/scores/"),
                )
            ],
        },
    )


def change_counts(entries: Iterable[Continuation], dropped: Iterable[str]) -> list[tuple[str, int]]:
    """Count what became of items, without sub-indicators; those that are no more come last."""
    counts = Counter(entry.change for entry in entries if kind_of(entry.id) == "item")
    said = [(change.value, counts[change]) for change in ItemChange if counts[change]]
    gone = sum(kind_of(each) == "item" for each in dropped)
    return [*said, ("ยกเลิก", gone)] if gone else said


def _compared(book: Book, before: int, after: int, reference: str) -> Compared:
    now, then = book.scores.get(after, reference), book.scores.before(after, reference, before)
    is_indicator = reference != TOTAL and kind_of(reference) == "indicator"
    return Compared(
        name="คะแนนรวม" if reference == TOTAL else book.label(after, reference),
        url=f"{after}/indicators/{reference}/" if is_indicator else None,
        before=then.value if then else None,
        now=now.value if now else None,
        change=book.scores.change(after, reference, before),
        differs=any(score is not None and score.verdict is Verdict.CONTRADICTED for score in (then, now)),
    )


def _continued(book: Book, before: int, after: int, entry: Continuation) -> Continued:
    now = book.scores.get(after, entry.id)
    then = [book.scores.get(before, each) for each in entry.was]
    return Continued(
        id=entry.id,
        name=book.name(after, entry.id),
        continuation=entry,
        before=tuple((was, score.value) for was, score in zip(entry.was, then, strict=True) if score is not None),
        now=now.value if now else None,
        change=book.scores.change(after, entry.id, before),
    )
