"""Pages of one fiscal year: the year itself, its indicators and its disclosure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.data.model import Part
from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL, check_level
from ita_site.publishing.pages import measures, reports
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view import captions
from ita_site.saying.view.computation import known_parts
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.parts import YEAR, files_of, sources_of
from ita_site.saying.view.reports import report_cards
from ita_site.saying.view.rows import change_rows, listed_measures, measure_rows, moved_rows, weak_point_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Indicator, MeasureItem, Result
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
    framework = lookup.framework(number)
    indicator = framework.indicator(reference) if framework else None
    name = lookup.name(number, reference)
    analysis = year.analysis.record if year.analysis else None
    weak = [
        weak_point_row(lookup, number, each)
        for each in (analysis.weak_points if analysis else ())
        if lookup.indicator_of(number, each.about) == reference
    ]
    strengths = [
        each
        for each in (analysis.strengths if analysis else ())
        if lookup.indicator_of(number, each.about) == reference
    ]
    answers = lookup.answers.to(number, reference)
    score = lookup.scores.get(number, reference)
    said = f"ได้ {score.published} คะแนน" if score and score.published is not None else "ไม่มีคะแนนในเอกสาร"
    others = [each for each in lookup.years if reference in lookup.indicator_ids(each)]
    return PageSpec(
        subject=Subject(Kind.INDICATOR, number, reference),
        template="indicator",
        title=f"ตัวชี้วัดที่ {reference} {name} ปี {number}",
        description=f"ตัวชี้วัดที่ {reference} {name} {YEAR}{number} {said}",
        sources=files_of(year),
        values={
            "reference": reference,
            "name": name,
            "indicator": indicator,
            "instrument": indicator.instrument if indicator else None,
            "instrument_name": lookup.name(number, indicator.instrument) if indicator else "",
            "row": lookup.row(number, reference),
            "method": score.method if score else None,
            "has_working": bool(known_parts(lookup, number)),
            "continuity": lookup.crosswalk(number - 1, number) is not None,
            "groups": _groups(lookup, number, indicator),
            "question_count": next(
                (
                    each.questions_per_indicator
                    for each in (framework.instruments if framework else ())
                    if indicator and each.id == indicator.instrument
                ),
                None,
            ),
            "weak": weak,
            "strengths": strengths,
            "answers": listed_measures(lookup, number + 1, answers),
            "has_next": number + 1 in lookup.years,
            "siblings": [
                Link(f"{each}", addresses.indicator(number, each), each == reference)
                for each in lookup.indicator_ids(number)
            ],
            "years": [Link(f"ปี {each}", addresses.indicator(each, reference), each == number) for each in others],
            "chain": lookup.chain(number + 1, "result"),
        },
        year=number,
    )


def _groups(
    lookup: Lookup, year: int, indicator: Indicator | None
) -> list[tuple[ScoreRow | None, list[ScoreRow], Any, bool]]:
    """Return the sub-indicators of an indicator with their items; items without one come alone."""
    if indicator is None:
        return []
    groups: list[tuple[ScoreRow | None, list[ScoreRow], Any, bool]] = [
        (lookup.row(year, sub.id), [lookup.row(year, item) for item in sub.items], sub.provenance, bool(sub.items))
        for sub in indicator.subindicators
    ]
    if indicator.items:
        groups.append((None, [lookup.row(year, item) for item in indicator.items], None, True))
    return groups


def _disclosure(lookup: Lookup, year: Year, framework: Framework) -> PageSpec:
    number = year.year
    known = [item for item in framework.items if item.id.startswith("O")]
    return PageSpec(
        subject=Subject(Kind.DISCLOSURE, number),
        template="disclosure",
        title=f"ข้อมูลที่ต้องเปิดเผย (OIT) {YEAR}{number}",
        description=f"รายการข้อมูลที่แบบตรวจ OIT ปี {number} กำหนดให้เปิดเผย และส่วนที่เว็บไซต์นี้แสดง",
        sources=sources_of(year.result) or files_of(year),
        values={
            "framework": framework,
            "rows": [(lookup.row(number, item.id), item, lookup.indicator_of(number, item.id)) for item in known],
            "asked": [_asked(lookup, number, item) for item in framework.measure_items],
            "unread": max(0, (framework.item_count or 0) - len(known)),
            "scored": any(lookup.row(number, item.id).published is not None for item in known),
        },
        year=number,
    )


def _asked(lookup: Lookup, year: int, item: MeasureItem) -> tuple[MeasureItem, Link]:
    """Return an item about measures or reports, with the page that answers it once there is something on it."""
    of_year = item.of_year or year
    answered = lookup.years.get(of_year)
    if item.answered_by is Part.MEASURES:
        there, url = answered is not None and bool(answered.measures), addresses.measures(of_year)
    else:
        there, url = answered is not None and bool(answered.reports), addresses.reports(of_year)
    return item, Link(lookup.label(year, item.item), url if there else None)
