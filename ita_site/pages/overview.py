"""Pages over all years: home, indicators through the years, data, contact."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.model import ChannelUse
from ita_site.pages import pictures
from ita_site.pages.book import Link
from ita_site.pages.compare import change_counts, latest
from ita_site.pages.page import Draft
from ita_site.pages.parts import measure_rows, sources_of, status_counts
from ita_site.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.load import Dataset
    from ita_site.pages.book import Book, Row

_KINDS = (
    ("agency.yml", "หน่วยงาน ส่วนราชการ และช่องทางติดต่อ"),
    ("result.yml", "ผลการประเมินที่ประกาศ"),
    ("analysis.yml", "จุดแข็งและจุดที่ต้องพัฒนา"),
    ("measures/", "มาตรการ ไฟล์ละหนึ่งมาตรการ"),
    ("reports/", "รายงานผลการดำเนินการ"),
    ("gaps.yml", "เหตุผลของส่วนที่ไม่มี"),
    ("frameworks/", "เกณฑ์การประเมินที่หน่วยงานแก้ไขเอง"),
)


@dataclass(frozen=True, slots=True)
class OfYear:
    """What one year has of an indicator; `changes` count its items by what became of them since the year before."""

    year: int
    row: Row
    subindicators: tuple[str, ...]
    measures: tuple[Link, ...]
    changes: tuple[tuple[str, int], ...]


def drafts(book: Book) -> Iterator[Draft]:
    """Yield the drafts of the pages that stand above the years."""
    yield _home(book)
    yield _indicators(book)
    for number in _numbers(book):
        yield _indicator(book, number)
    yield _data(book)
    yield _contact(book)


def _home(book: Book) -> Draft:
    year = book.latest
    sources = [each.document.name for each in (year.result, *year.reports.values()) if each is not None]
    planned = [each for each in book.years.values() if each.measures]
    plan = planned[-1] if planned else year
    measures = measure_rows(book, plan)
    counts = status_counts(row.status for row in measures)
    rows = [book.row(year.year, each, f"{year.year}/indicators/{each}/") for each in book.indicator_ids(year.year)]
    reports = [
        (each.year, report_id, report.record)
        for each in reversed(list(book.years.values()))
        for report_id, report in reversed(list(each.reports.items()))
    ]
    return Draft(
        address="",
        template="home",
        title=book.agency.name,
        description=f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) มาตรการ และรายงานของ{book.agency.name}",
        sources=(book.agency_file, *sources),
        values={
            "agency": book.agency,
            "this": year,
            "result": year.result.record if year.result else None,
            "before": book.years.get(year.year - 1),
            "total": book.row(year.year, TOTAL),
            "instruments": [book.row(year.year, each) for each in ("IIT", "EIT", "OIT")],
            "rows": rows,
            "picture": pictures.indicators(year, rows),
            "plan": plan,
            "measures": measures,
            "counts": counts,
            "done": pictures.statuses(counts, plan.year),
            "report": reports[0] if reports else None,
            "compare": latest(book, year.year),
            "reason": year.reasons.result,
            "chain": book.chain(year.year),
        },
        year=year.year,
        nav=("หน้าแรก",),
    )


def _numbers(book: Book) -> list[str]:
    numbers = {number for year in book.years for number in book.indicator_ids(year)}
    return sorted(numbers, key=int)


def _indicators(book: Book) -> Draft:
    years = list(book.years)
    table = [
        (number, book.name(book.latest.year, number), [book.row(year, number) for year in years])
        for number in _numbers(book)
    ]
    return Draft(
        address="indicators/",
        template="indicators",
        title="ตัวชี้วัดทุกปี",
        description=f"คะแนนตัวชี้วัดของการประเมิน ITA ทุกปีที่เผยแพร่ ของ{book.agency.name}",
        sources=sources_of(*(each.result for each in book.years.values())) or (book.agency_file,),
        values={
            "years": years,
            "table": table,
            "totals": [book.row(year, TOTAL) for year in years],
            "picture": pictures.totals(book),
            "lines": pictures.lines(table, years),
        },
        nav=("ตัวชี้วัด",),
    )


def _indicator(book: Book, number: str) -> Draft:
    name = book.name(book.latest.year, number)
    rows = [
        OfYear(
            year=year,
            row=book.row(year, number, f"{year}/indicators/{number}/" if number in book.indicator_ids(year) else None),
            subindicators=tuple(f"{code} {sub}" for code, sub in _subindicators(book, year, number)),
            measures=tuple(
                Link(measure.record.title, f"{year + 1}/measures/{each}/")
                for each, measure in book.answers.to(year, number).items()
            ),
            changes=tuple(_changes(book, year, number)),
        )
        for year in book.years
    ]
    names = sorted({book.name(year, number) for year in book.years} - {name})
    return Draft(
        address=f"indicators/{number}/",
        template="indicator-years",
        title=f"ตัวชี้วัดที่ {number} {name} ทุกปี",
        description=f"คะแนนตัวชี้วัดที่ {number} {name} ของ{book.agency.name} เทียบทุกปีที่เผยแพร่",
        sources=sources_of(*(each.result for each in book.years.values())) or (book.agency_file,),
        values={
            "number": number,
            "name": name,
            "other_names": names,
            "rows": rows,
            "years": list(book.years),
            "picture": pictures.indicator([(each.year, each.row) for each in rows], number),
        },
    )


def _changes(book: Book, year: int, number: str) -> list[tuple[str, int]]:
    """Count what became of the items below an indicator since the framework of the year before."""
    crosswalk = book.crosswalk(year - 1, year)
    if crosswalk is None:
        return []
    return change_counts(
        [each for each in crosswalk.entries if book.indicator_of(year, each.id) == number],
        [each for each in crosswalk.dropped if book.indicator_of(year - 1, each) == number],
    )


def _subindicators(book: Book, year: int, number: str) -> list[tuple[str, str]]:
    framework = book.framework(year)
    indicator = framework.indicator(number) if framework else None
    return [(sub.id, sub.name) for sub in indicator.subindicators] if indicator else []


def _data(book: Book) -> Draft:
    groups = [
        (title, [(name, download(book.dataset, name)) for name in book.dataset.sources if _is_of_kind(name, kind)])
        for kind, title in _KINDS
    ]
    return Draft(
        address="data/",
        template="data",
        title="ข้อมูลเปิด",
        description=f"ไฟล์ข้อมูลทั้งหมดที่ใช้สร้างเว็บไซต์นี้ ของ{book.agency.name}",
        sources=(book.agency_file,),
        values={
            "groups": [(title, files) for title, files in groups if files],
            "frameworks": [
                (year, book.uncertain(year), f"{year}/disclosure/")
                for year in book.years
                if book.framework(year) is not None
            ],
        },
        nav=("ข้อมูลเปิด",),
    )


def _is_of_kind(name: str, kind: str) -> bool:
    """Tell whether a data file is of a kind: a file of that name, or in a folder of that name."""
    path = PurePosixPath(name)
    if kind.endswith("/"):
        return path.parent.name == kind.removesuffix("/")
    return path.name == kind and path.parent.name not in {each.removesuffix("/") for each, _ in _KINDS}


def download(dataset: Dataset, name: str) -> str:
    """Return the address of the published copy of a data file."""
    return "data/" + name.removeprefix(f"{dataset.folder}/")


def _contact(book: Book) -> Draft:
    return Draft(
        address="contact/",
        template="contact",
        title="ติดต่อและร้องเรียน",
        description=f"ช่องทางติดต่อ ร้องเรียน และติดตามข่าวสารของ{book.agency.name}",
        sources=(book.agency_file,),
        values={
            "agency": book.agency,
            "uses": [
                (use, channels)
                for use in ChannelUse
                if (channels := [each for each in book.agency.channels if each.use is use])
            ],
        },
        nav=("ติดต่อ",),
    )
