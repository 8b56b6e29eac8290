"""The reports of a year, in one list and each in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import reports as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Report
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report of a year in short."""

    link: Link
    year: int
    report: Report


@dataclass(frozen=True, slots=True)
class ReportsView:
    """What the list of a year's reports says; without any, `absence` says why."""

    cards: tuple[ReportCard, ...]
    absence: str
    measure_count: int
    chain: tuple[Link, ...]


def report_cards(year: Year) -> tuple[ReportCard, ...]:
    """Return the reports of a year in short, earliest first."""
    return tuple(
        ReportCard(Link(loaded.record.title, addresses.report(year.year, report_id)), year.year, loaded.record)
        for report_id, loaded in year.reports.items()
    )


def reports(lookup: Lookup, year: Year) -> ReportsView:
    """Return the reports of a year, and how many measures wait for one."""
    return ReportsView(
        cards=report_cards(year),
        absence=year.reasons.reports or sentences.none_yet(year.year),
        measure_count=len(year.measures),
        chain=cycle(lookup, year.year, CyclePart.REPORTS),
    )
