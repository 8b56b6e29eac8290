"""Pages of one fiscal year: the year itself, its indicators and its disclosure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL, check_level
from ita_site.publishing.pages import measures, reports
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view import captions
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.disclosure import disclosure
from ita_site.saying.view.indicator import indicator
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.parts import YEAR, files_of, sources_of
from ita_site.saying.view.reports import report_cards
from ita_site.saying.view.rows import change_rows, measure_rows, moved_rows, weak_point_row
from ita_site.saying.words import disclosure as disclosure_words
from ita_site.saying.words import indicator as indicator_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Result
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


def specs(lookup: Lookup, year: Year) -> Iterator[PageSpec]:
    """Yield the specs of the pages of one year."""
    yield _year(lookup, year)
    for reference in lookup.indicator_ids(year.year):
        yield _indicator(lookup, year, reference)
    yield from measures.specs(lookup, year)
    yield from reports.specs(lookup, year)
    framework = lookup.framework(year.year)
    if framework is not None:
        yield _disclosure(lookup, year, framework)


def _year(lookup: Lookup, year: Year) -> PageSpec:
    number = year.year
    result = year.result.record if year.result else None
    rows = measure_rows(lookup, year)
    counts = status_counts(row.status for row in rows)
    instruments = [lookup.row(number, each) for each in ("IIT", "EIT", "OIT")]
    indicators = [lookup.row(number, each, addresses.indicator(number, each)) for each in lookup.indicator_ids(number)]
    items = _below_full(lookup, number, result) if result else ([], 0)
    total = lookup.row(number, TOTAL)
    framework = lookup.framework(number)
    lowest = year.analysis.record.lowest if year.analysis else None
    said = f"ได้ {result.total} คะแนน {result.level or ''}" if result else "ยังไม่มีผลการประเมิน"
    return PageSpec(
        subject=Subject(Kind.YEAR, number),
        template="year",
        title=f"ผลการประเมิน ITA {YEAR}{number}",
        description=f"{lookup.agency.name} {said} พร้อมจุดแข็ง จุดที่ต้องพัฒนา มาตรการ และรายงาน ปี {number}",
        sources=files_of(year),
        values={
            "reasons": year.reasons,
            "result": result,
            "total": total,
            "framework": framework,
            "instruments": instruments if framework else [],
            "rows": indicators,
            "items": items,
            "pictures": {
                "instruments": captions.instruments(year, instruments),
                "indicators": captions.indicators(year, indicators),
                "below": captions.below(lookup, year, items[0], _item_count(result)),
                "statuses": captions.statuses(counts, number),
            },
            "level": check_level(framework, result.level, lookup.scores.trees[number]) if result else None,
            "analysis": year.analysis.record if year.analysis else None,
            "lowest": lookup.link(number, lowest) if lowest else None,
            "changes": change_rows(lookup, number, year.analysis.record.changes if year.analysis else None),
            "improvements": [
                (
                    lookup.link(number, each.about),
                    [lookup.label(number, item) for item in each.items if lookup.name(number, item) != item],
                    [item for item in each.items if lookup.name(number, item) == item],
                    each,
                )
                for each in (year.analysis.record.improvements if year.analysis else ())
            ],
            "ranking": [lookup.row(number, each, addresses.indicator(number, each)) for each in result.ranking]
            if result
            else [],
            "moved": moved_rows(lookup, number, sorted((each for row in rows for each in row.references), key=_place)),
            "compare": comparison_before(lookup, number),
            "strengths": [(lookup.link(number, each.about), each) for each in year.analysis.record.strengths]
            if year.analysis
            else [],
            "weak": [weak_point_row(lookup, number, each) for each in year.analysis.record.weak_points]
            if year.analysis
            else [],
            "measures": rows,
            "counts": counts,
            "reports": report_cards(year),
            "incoming": lookup.chain(number, "next"),
            "outgoing": lookup.chain(number + 1, "result"),
            "has_next": number + 1 in lookup.years,
        },
        year=number,
        nav=("ปีงบประมาณ", str(number)),
    )


def _place(reference: str) -> tuple[str, Decimal]:
    """Return where a reference stands among others: indicators by number, then EIT, IIT and OIT items by number."""
    letters = reference.rstrip("0123456789.")
    return letters, Decimal(reference.removeprefix(letters) or 0)


def _below_full(lookup: Lookup, year: int, result: Result) -> tuple[list[ScoreRow], int]:
    """Return what a result gives less than full points to below the indicators, and how many it gives any."""
    printed = [each.id for each in (*result.subindicators, *result.items)]
    references = sorted({*printed, *result.zero_items}, key=_place)
    rows = [lookup.row(year, each, lookup.reference_url(year, each)) for each in references]
    return [row for row in rows if row.published is not None and row.published < 100], len(rows)


def _item_count(result: Result | None) -> int:
    """Return how many items, without sub-indicators, a result gives a score."""
    return len({*(each.id for each in result.items), *result.zero_items}) if result else 0


def _indicator(lookup: Lookup, year: Year, reference: str) -> PageSpec:
    number = year.year
    name, published = lookup.name(number, reference), lookup.row(number, reference).published
    return PageSpec(
        subject=Subject(Kind.INDICATOR, number, reference),
        template="indicator",
        title=indicator_words.title(number, reference, name),
        description=indicator_words.description(number, reference, name, published),
        sources=files_of(year),
        view=indicator(lookup, year, reference),
        year=number,
    )


def _disclosure(lookup: Lookup, year: Year, framework: Framework) -> PageSpec:
    return PageSpec(
        subject=Subject(Kind.DISCLOSURE, year.year),
        template="disclosure",
        title=disclosure_words.title(year.year),
        description=disclosure_words.description(year.year),
        sources=sources_of(year.result) or files_of(year),
        view=disclosure(lookup, framework),
        year=year.year,
    )
