"""Pages of one fiscal year: the year itself, its indicators and its disclosure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.model import Part
from ita_site.pages import compare, pictures, plan, working
from ita_site.pages.book import Link, Row
from ita_site.pages.page import Draft
from ita_site.pages.parts import (
    YEAR,
    MeasureRow,
    change_rows,
    files_of,
    measure_row,
    measure_rows,
    moved_rows,
    reports_of,
    sources_of,
    status_counts,
)
from ita_site.scores import TOTAL, check_level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ita_site.load import Year
    from ita_site.model import Framework, Indicator, MeasureItem, Result, WeakPoint
    from ita_site.pages.book import Book


def drafts(book: Book, year: Year) -> Iterator[Draft]:
    """Yield the drafts of the pages of one year."""
    yield _year(book, year)
    for reference in book.indicator_ids(year.year):
        yield _indicator(book, year, reference)
    yield from plan.drafts(book, year)
    framework = book.framework(year.year)
    if framework is not None:
        yield _disclosure(book, year, framework)


def _year(book: Book, year: Year) -> Draft:
    number = year.year
    result = year.result.record if year.result else None
    rows = measure_rows(book, year)
    counts = status_counts(row.status for row in rows)
    instruments = [book.row(number, each) for each in ("IIT", "EIT", "OIT")]
    indicators = [book.row(number, each, f"{number}/indicators/{each}/") for each in book.indicator_ids(number)]
    items = _below_full(book, number, result) if result else ([], 0)
    total = book.row(number, TOTAL)
    framework = book.framework(number)
    lowest = year.analysis.record.lowest if year.analysis else None
    said = f"ได้ {result.total} คะแนน {result.level or ''}" if result else "ยังไม่มีผลการประเมิน"
    return Draft(
        address=f"{number}/",
        template="year",
        title=f"ผลการประเมิน ITA {YEAR}{number}",
        description=f"{book.agency.name} {said} พร้อมจุดแข็ง จุดที่ต้องพัฒนา มาตรการ และรายงาน ปี {number}",
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
                "instruments": pictures.instruments(year, instruments),
                "indicators": pictures.indicators(year, indicators),
                "below": pictures.below(book, year, items[0], _item_count(result)),
                "statuses": pictures.statuses(counts, number),
            },
            "level": check_level(framework, result.level, book.scores.trees[number]) if result else None,
            "analysis": year.analysis.record if year.analysis else None,
            "lowest": book.link(number, lowest) if lowest else None,
            "changes": change_rows(book, number, year.analysis.record.changes if year.analysis else None),
            "improvements": [
                (
                    book.link(number, each.about),
                    [book.label(number, item) for item in each.items if book.name(number, item) != item],
                    [item for item in each.items if book.name(number, item) == item],
                    each,
                )
                for each in (year.analysis.record.improvements if year.analysis else ())
            ],
            "ranking": [book.row(number, each, f"{number}/indicators/{each}/") for each in result.ranking]
            if result
            else [],
            "moved": moved_rows(book, number, sorted((each for row in rows for each in row.references), key=_place)),
            "compare": compare.latest(book, number),
            "strengths": [(book.link(number, each.about), each) for each in year.analysis.record.strengths]
            if year.analysis
            else [],
            "weak": [_weak(book, number, each) for each in year.analysis.record.weak_points] if year.analysis else [],
            "measures": rows,
            "counts": counts,
            "reports": reports_of(year),
            "incoming": book.chain(number, "next"),
            "outgoing": book.chain(number + 1, "result"),
            "has_next": number + 1 in book.years,
        },
        year=number,
        nav=("ปีงบประมาณ", str(number)),
    )


def _place(reference: str) -> tuple[str, Decimal]:
    """Return where a reference stands among others: indicators by number, then EIT, IIT and OIT items by number."""
    letters = reference.rstrip("0123456789.")
    return letters, Decimal(reference.removeprefix(letters) or 0)


def _below_full(book: Book, year: int, result: Result) -> tuple[list[Row], int]:
    """Return what a result gives less than full points to below the indicators, and how many it gives any."""
    printed = [each.id for each in (*result.subindicators, *result.items)]
    references = sorted({*printed, *result.zero_items}, key=_place)
    rows = [book.row(year, each, book.reference_url(year, each)) for each in references]
    return [row for row in rows if row.published is not None and row.published < 100], len(rows)


def _item_count(result: Result | None) -> int:
    """Return how many items, without sub-indicators, a result gives a score."""
    return len({*(each.id for each in result.items), *result.zero_items}) if result else 0


def _weak(book: Book, year: int, point: WeakPoint) -> tuple[Link, WeakPoint, Row, list[MeasureRow]]:
    """Return a weak point with its score and the measures of the next year that answer it."""
    answers = [
        measure_row(book, year + 1, measure_id, measure)
        for measure_id, measure in book.answers.covering(year, point.about).items()
    ]
    return book.link(year, point.about), point, book.row(year, point.about), answers


def _indicator(book: Book, year: Year, reference: str) -> Draft:
    number = year.year
    framework = book.framework(number)
    indicator = framework.indicator(reference) if framework else None
    name = book.name(number, reference)
    analysis = year.analysis.record if year.analysis else None
    weak = [
        _weak(book, number, each)
        for each in (analysis.weak_points if analysis else ())
        if book.indicator_of(number, each.about) == reference
    ]
    strengths = [
        each for each in (analysis.strengths if analysis else ()) if book.indicator_of(number, each.about) == reference
    ]
    answers = book.answers.to(number, reference)
    score = book.scores.get(number, reference)
    said = f"ได้ {score.published} คะแนน" if score and score.published is not None else "ไม่มีคะแนนในเอกสาร"
    others = [each for each in book.years if reference in book.indicator_ids(each)]
    return Draft(
        address=f"{number}/indicators/{reference}/",
        template="indicator",
        title=f"ตัวชี้วัดที่ {reference} {name} ปี {number}",
        description=f"ตัวชี้วัดที่ {reference} {name} {YEAR}{number} {said}",
        sources=files_of(year),
        values={
            "reference": reference,
            "name": name,
            "indicator": indicator,
            "instrument": indicator.instrument if indicator else None,
            "instrument_name": book.name(number, indicator.instrument) if indicator else "",
            "row": book.row(number, reference),
            "method": score.method if score else None,
            "has_working": bool(working.known_parts(book, number)),
            "continuity": book.crosswalk(number - 1, number) is not None,
            "groups": _groups(book, number, indicator),
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
            "answers": [measure_row(book, number + 1, each, measure) for each, measure in answers.items()],
            "has_next": number + 1 in book.years,
            "siblings": [
                Link(f"{each}", f"{number}/indicators/{each}/", each == reference)
                for each in book.indicator_ids(number)
            ],
            "years": [Link(f"ปี {each}", f"{each}/indicators/{reference}/", each == number) for each in others],
            "chain": book.chain(number + 1, "result"),
        },
        year=number,
    )


def _groups(book: Book, year: int, indicator: Indicator | None) -> list[tuple[Row | None, list[Row], Any, bool]]:
    """Return the sub-indicators of an indicator with their items; items without one come alone."""
    if indicator is None:
        return []
    groups: list[tuple[Row | None, list[Row], Any, bool]] = [
        (book.row(year, sub.id), [book.row(year, item) for item in sub.items], sub.provenance, bool(sub.items))
        for sub in indicator.subindicators
    ]
    if indicator.items:
        groups.append((None, [book.row(year, item) for item in indicator.items], None, True))
    return groups


def _disclosure(book: Book, year: Year, framework: Framework) -> Draft:
    number = year.year
    known = [item for item in framework.items if item.id.startswith("O")]
    return Draft(
        address=f"{number}/disclosure/",
        template="disclosure",
        title=f"ข้อมูลที่ต้องเปิดเผย (OIT) {YEAR}{number}",
        description=f"รายการข้อมูลที่แบบตรวจ OIT ปี {number} กำหนดให้เปิดเผย และส่วนที่เว็บไซต์นี้แสดง",
        sources=sources_of(year.result) or files_of(year),
        values={
            "framework": framework,
            "rows": [(book.row(number, item.id), item, book.indicator_of(number, item.id)) for item in known],
            "asked": [_asked(book, number, item) for item in framework.measure_items],
            "unread": max(0, (framework.item_count or 0) - len(known)),
            "scored": any(book.row(number, item.id).published is not None for item in known),
        },
        year=number,
    )


def _asked(book: Book, year: int, item: MeasureItem) -> tuple[MeasureItem, Link]:
    """Return an item about measures or reports, with the page that answers it once there is something on it."""
    of_year = item.of_year or year
    answered = book.years.get(of_year)
    part = {Part.MEASURES: "measures", Part.REPORT: "reports"}[item.answered_by]
    there = answered is not None and bool(getattr(answered, part))
    return item, Link(book.label(year, item.item), f"{of_year}/{part}/" if there else None)
