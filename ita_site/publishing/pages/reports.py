"""The pages of the reports on a year's measures: the list of them, and one of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying import words
from ita_site.saying.view.report import report
from ita_site.saying.view.reports import reports
from ita_site.saying.view.sources import files_of, sources_of
from ita_site.saying.words import report as of_report
from ita_site.saying.words.reports import description, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup, year: Year) -> Iterator[PageDraft]:
    """Yield the list of a year's reports, then the page of each."""
    yield PageDraft(Subject(Kind.REPORTS, year.year), partial(_list, lookup, year))
    for report_id in year.reports:
        yield PageDraft(Subject(Kind.REPORT, year.year, report_id), partial(_report, lookup, year, report_id))


def _list(lookup: Lookup, year: Year) -> PageSpec:
    number = year.year
    years_with_reports = [each.year for each in lookup.years.values() if each.reports] or list(lookup.years)
    return PageSpec(
        subject=Subject(Kind.REPORTS, number),
        template="reports",
        title=title(number),
        description=description(number, lookup.agency.name),
        sources=sources_of(*year.reports.values()) or files_of(year),
        view=reports(lookup, year),
        year=number,
        nav=(words.section(Kind.REPORTS),) if number == years_with_reports[-1] else (),
    )


def _report(lookup: Lookup, year: Year, report_id: str) -> PageSpec:
    loaded = year.reports[report_id]
    return PageSpec(
        subject=Subject(Kind.REPORT, year.year, report_id),
        template="report",
        title=loaded.record.title,
        description=of_report.description(loaded.record),
        sources=sources_of(loaded),
        view=report(lookup, year, report_id),
        year=year.year,
    )
