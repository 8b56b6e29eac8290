"""Pages over all years: home, indicators through the years, data, contact."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data.model import ChannelUse
from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view import captions
from ita_site.saying.view.counts import change_counts, status_counts
from ita_site.saying.view.links import comparison_before
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.parts import sources_of
from ita_site.saying.view.rows import measure_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.model import ItemChange
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow

_KINDS = (
    ("agency.yml", "หน่วยงาน ส่วนราชการ และช่องทางติดต่อ"),
    ("result.yml", "ผลการประเมินที่ประกาศ"),
    ("analysis.yml", "จุดแข็งและจุดที่ต้องพัฒนา"),
    ("measures", "มาตรการ ไฟล์ละหนึ่งมาตรการ"),
    ("reports", "รายงานผลการดำเนินการ"),
    ("gaps.yml", "เหตุผลของส่วนที่ไม่มี"),
    ("frameworks", "เกณฑ์การประเมินที่หน่วยงานแก้ไขเอง"),
)


@dataclass(frozen=True, slots=True)
class OfYear:
    """What one year has of an indicator; `changes` count its items by what became of them since the year before."""

    year: int
    row: ScoreRow
    subindicators: tuple[str, ...]
    measures: tuple[Link, ...]
    changes: tuple[Count[ItemChange | None], ...]


def specs(lookup: Lookup) -> Iterator[PageSpec]:
    """Yield the specs of the pages that stand above the years."""
    yield _home(lookup)
    yield _indicators(lookup)
    for number in _numbers(lookup):
        yield _indicator(lookup, number)
    yield _data(lookup)
    yield _contact(lookup)


def _home(lookup: Lookup) -> PageSpec:
    year = lookup.latest
    sources = [each.document.name for each in (year.result, *year.reports.values()) if each is not None]
    planned = [each for each in lookup.years.values() if each.measures]
    plan = planned[-1] if planned else year
    measures = measure_rows(lookup, plan)
    counts = status_counts(row.status for row in measures)
    rows = [
        lookup.row(year.year, each, addresses.indicator(year.year, each)) for each in lookup.indicator_ids(year.year)
    ]
    reports = [
        (each.year, report_id, report.record)
        for each in reversed(list(lookup.years.values()))
        for report_id, report in reversed(list(each.reports.items()))
    ]
    return PageSpec(
        subject=Subject(Kind.HOME),
        template="home",
        title=lookup.agency.name,
        description=f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) มาตรการ และรายงานของ{lookup.agency.name}",
        sources=(lookup.agency_file, *sources),
        values={
            "agency": lookup.agency,
            "this": year,
            "result": year.result.record if year.result else None,
            "before": lookup.years.get(year.year - 1),
            "total": lookup.row(year.year, TOTAL),
            "instruments": [lookup.row(year.year, each) for each in ("IIT", "EIT", "OIT")],
            "rows": rows,
            "picture": captions.indicators(year, rows),
            "plan": plan,
            "measures": measures,
            "counts": counts,
            "done": captions.statuses(counts, plan.year),
            "report": reports[0] if reports else None,
            "compare": comparison_before(lookup, year.year),
            "reason": year.reasons.result,
            "chain": lookup.chain(year.year),
        },
        year=year.year,
        nav=("หน้าแรก",),
    )


def _numbers(lookup: Lookup) -> list[str]:
    numbers = {number for year in lookup.years for number in lookup.indicator_ids(year)}
    return sorted(numbers, key=int)


def _indicators(lookup: Lookup) -> PageSpec:
    years = list(lookup.years)
    table = [
        (number, lookup.name(lookup.latest.year, number), [lookup.row(year, number) for year in years])
        for number in _numbers(lookup)
    ]
    return PageSpec(
        subject=Subject(Kind.INDICATORS),
        template="indicators",
        title="ตัวชี้วัดทุกปี",
        description=f"คะแนนตัวชี้วัดของการประเมิน ITA ทุกปีที่เผยแพร่ ของ{lookup.agency.name}",
        sources=sources_of(*(each.result for each in lookup.years.values())) or (lookup.agency_file,),
        values={
            "years": years,
            "table": table,
            "totals": [lookup.row(year, TOTAL) for year in years],
            "picture": captions.totals(lookup),
            "lines": captions.sparklines(
                {
                    number: {year: row.published for year, row in zip(years, rows, strict=True)}
                    for number, _, rows in table
                }
            ),
        },
        nav=("ตัวชี้วัด",),
    )


def _indicator(lookup: Lookup, number: str) -> PageSpec:
    name = lookup.name(lookup.latest.year, number)
    rows = [
        OfYear(
            year=year,
            row=lookup.row(
                year, number, addresses.indicator(year, number) if number in lookup.indicator_ids(year) else None
            ),
            subindicators=tuple(f"{code} {sub}" for code, sub in _subindicators(lookup, year, number)),
            measures=tuple(
                Link(measure.record.title, addresses.measure(year + 1, each))
                for each, measure in lookup.answers.to(year, number).items()
            ),
            changes=_changes(lookup, year, number),
        )
        for year in lookup.years
    ]
    names = sorted({lookup.name(year, number) for year in lookup.years} - {name})
    return PageSpec(
        subject=Subject(Kind.INDICATOR_HISTORY, id=number),
        template="indicator-years",
        title=f"ตัวชี้วัดที่ {number} {name} ทุกปี",
        description=f"คะแนนตัวชี้วัดที่ {number} {name} ของ{lookup.agency.name} เทียบทุกปีที่เผยแพร่",
        sources=sources_of(*(each.result for each in lookup.years.values())) or (lookup.agency_file,),
        values={
            "number": number,
            "name": name,
            "other_names": names,
            "rows": rows,
            "years": list(lookup.years),
            "picture": captions.indicator({each.year: each.row.published for each in rows}, number),
        },
    )


def _changes(lookup: Lookup, year: int, number: str) -> tuple[Count[ItemChange | None], ...]:
    """Count what became of the items below an indicator since the framework of the year before."""
    crosswalk = lookup.crosswalk(year - 1, year)
    if crosswalk is None:
        return ()
    return change_counts(
        [each for each in crosswalk.entries if lookup.indicator_of(year, each.id) == number],
        [each for each in crosswalk.dropped if lookup.indicator_of(year - 1, each) == number],
    )


def _subindicators(lookup: Lookup, year: int, number: str) -> list[tuple[str, str]]:
    framework = lookup.framework(year)
    indicator = framework.indicator(number) if framework else None
    return [(sub.id, sub.name) for sub in indicator.subindicators] if indicator else []


def _data(lookup: Lookup) -> PageSpec:
    dataset = lookup.dataset
    offered = {name: addresses.data_file(dataset.inside(name)) for name in dataset.sources}
    groups = [
        (title, [(name, address) for name, address in offered.items() if _is_of_kind(name, kind)])
        for kind, title in _KINDS
    ]
    return PageSpec(
        subject=Subject(Kind.DATA),
        template="data",
        title="ข้อมูลเปิด",
        description=f"ไฟล์ข้อมูลทั้งหมดที่ใช้สร้างเว็บไซต์นี้ ของ{lookup.agency.name}",
        sources=(lookup.agency_file,),
        values={
            "groups": [(title, files) for title, files in groups if files],
            "frameworks": [
                (year, lookup.uncertain(year), addresses.disclosure(year))
                for year in lookup.years
                if lookup.framework(year) is not None
            ],
        },
        nav=("ข้อมูลเปิด",),
    )


def _is_of_kind(name: str, kind: str) -> bool:
    """Tell whether a data file is of a kind: a file of that name, or in a folder of that name."""
    path = PurePosixPath(name)
    if path.parent.name in {each for each, _ in _KINDS}:
        return path.parent.name == kind
    return path.name == kind


def _contact(lookup: Lookup) -> PageSpec:
    return PageSpec(
        subject=Subject(Kind.CONTACT),
        template="contact",
        title="ติดต่อและร้องเรียน",
        description=f"ช่องทางติดต่อ ร้องเรียน และติดตามข่าวสารของ{lookup.agency.name}",
        sources=(lookup.agency_file,),
        values={
            "agency": lookup.agency,
            "uses": [
                (use, channels)
                for use in ChannelUse
                if (channels := [each for each in lookup.agency.channels if each.use is use])
            ],
        },
        nav=("ติดต่อ",),
    )
