"""What of a year's cycle is complete, and what is missing, with the reason where one is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import Requirement
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.counts import verdict_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.parts import YEAR, sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.load import Year
    from ita_site.judging.chain import Gap
    from ita_site.saying.view.lookup import Lookup

_LACKS = {
    Requirement.ANSWERS: "ไม่บอกว่าตอบตัวชี้วัดใด",
    Requirement.STEPS: "ไม่มีขั้นตอน",
    Requirement.OWNERS: "ไม่มีผู้รับผิดชอบ",
    Requirement.PERIOD: "ไม่มีระยะเวลา",
    Requirement.REPORTED: "ไม่มีในรายงาน",
    Requirement.OUTPUT: "รายงานว่าทำแล้วแต่ไม่บอกผล",
}
_LINKS = {
    Requirement.RESULT: "ผลการประเมิน",
    Requirement.ANALYSIS: "บทวิเคราะห์ผล",
    Requirement.MEASURES: "มาตรการ",
    Requirement.REPORTS: "รายงาน",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that should be there: what it is, what of it is there, and what is missing with the reason."""

    link: Link
    there: str
    missing: tuple[tuple[str, str | None], ...]
    due: bool = True


def spec(lookup: Lookup, year: Year) -> PageSpec:
    """Return the status page of a year."""
    number = year.year
    gaps = [gap for gap in lookup.gaps if gap.year == number]
    tree = lookup.scores.trees.get(number)
    return PageSpec(
        subject=Subject(Kind.STATUS, number),
        template="status",
        title=f"อะไรครบ อะไรขาด {YEAR}{number}",
        description=f"สถานะข้อมูล ITA ปี {number} ของ{lookup.agency.name}: สิ่งที่มีครบ สิ่งที่ยังขาด และเหตุผล",
        sources=sources_of(year.result, year.analysis, *year.measures.values(), *year.reports.values(), year.gaps),
        values={
            "links": _links(year, gaps),
            "measures": [_measure(year, measure_id, gaps) for measure_id in year.measures],
            "weak": _weak(lookup, year, gaps),
            "counts": verdict_counts(tree) if tree else [],
            "open": sum(gap.reason is None for gap in gaps),
            "explained": sum(gap.reason is not None for gap in gaps),
            "chain": lookup.chain(number),
        },
        year=number,
    )


def _links(year: Year, gaps: Sequence[Gap]) -> list[Line]:
    number = year.year
    there = {
        Requirement.RESULT: ("มีแล้ว" if year.result else "", addresses.year(number)),
        Requirement.ANALYSIS: ("มีแล้ว" if year.analysis else "", addresses.analysis(number)),
        Requirement.MEASURES: (f"{len(year.measures)} เรื่อง" if year.measures else "", addresses.measures(number)),
        Requirement.REPORTS: (f"{len(year.reports)} ฉบับ" if year.reports else "", addresses.reports(number)),
    }
    found = {gap.requirement: gap for gap in gaps}
    return [
        Line(
            Link(f"{_LINKS[link]}ปี {number}", address if said else None),
            said,
            (("ยังไม่มี", found[link].reason),) if link in found else (),
            due=bool(said) or link in found,
        )
        for link, (said, address) in there.items()
    ]


def _measure(year: Year, measure_id: str, gaps: Sequence[Gap]) -> Line:
    missing = tuple(
        (_LACKS[gap.requirement], gap.reason) for gap in gaps if gap.subject == measure_id and gap.requirement in _LACKS
    )
    title = year.measures[measure_id].record.title
    return Line(Link(title, addresses.measure(year.year, measure_id)), "" if missing else "ครบทุกช่อง", missing)


def _weak(lookup: Lookup, year: Year, gaps: Sequence[Gap]) -> list[Line]:
    points = year.analysis.record.weak_points if year.analysis else ()
    unanswered = {gap.subject: gap.reason for gap in gaps if gap.requirement is Requirement.ANSWERED}
    lines = []
    for reference in dict.fromkeys(point.about for point in points):
        count = len(lookup.answers.covering(year.year, reference))
        missing = (("ไม่มีมาตรการที่ตอบ", unanswered[reference]),) if reference in unanswered else ()
        there = f"มาตรการ {count} เรื่อง" if count else ""
        lines.append(Line(lookup.link(year.year, reference), there, missing, due=bool(there or missing)))
    return lines
