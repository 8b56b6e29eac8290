"""The reports of a year, in one list and each in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks
from ita_site.saying.words import reports as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Report
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report of a year in short; `marks` are those of its title, its period and the day of its memorandum."""

    link: Link
    year: int
    report: Report
    marks: tuple[EditMark, ...]
    summary_marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """What the list of a year's reports says; without any, `absence` says why."""

    cards: tuple[ReportCard, ...]
    absence: str
    measure_count: int
    chain: tuple[Link, ...]


def report_cards(year: Year) -> tuple[ReportCard, ...]:
    """Return the reports of a year in short, earliest first."""
    return tuple(_card(year.year, report_id, loaded.record) for report_id, loaded in year.reports.items())


def _card(year: int, report_id: str, report: Report) -> ReportCard:
    marks = Marks(report.edits)
    return ReportCard(
        link=Link(report.title, addresses.report(year, report_id)),
        year=year,
        report=report,
        marks=(*marks.at("title"), *marks.at("period"), *marks.at("memo", "date")),
        summary_marks=marks.at("summary"),
    )


def reports(lookup: Lookup, year: Year) -> ReportsView:
    """Return the reports of a year, and how many measures wait for one."""
    return ReportsView(
        cards=report_cards(year),
        absence=year.reasons.reports or sentences.none_yet(year.year),
        measure_count=len(year.measures),
        chain=cycle(lookup, year.year, CyclePart.REPORTS),
    )
