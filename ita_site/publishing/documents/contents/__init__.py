"""Every paper that the data of an office have, from the views that its pages are made of: no figure is made here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data.model import Digits
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.documents.contents.analysis_blocks import analysis_blocks
from ita_site.publishing.documents.contents.column_widths import needs_sheet_across
from ita_site.publishing.documents.contents.official import memorandum
from ita_site.publishing.documents.contents.plan_blocks import plan_blocks
from ita_site.publishing.documents.contents.report_blocks import report_blocks
from ita_site.publishing.documents.paper import Paper, PaperKind, Table
from ita_site.publishing.documents.paper_digits import with_thai_digits
from ita_site.publishing.sharing.last_changed import LastChanged
from ita_site.saying.view.analysis import analysis
from ita_site.saying.view.plan import plan
from ita_site.saying.view.report import report
from ita_site.saying.view.sources import sources_of
from ita_site.saying.words.analysis import title as analysis_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ita_site.data.load import Year
    from ita_site.data.model import Memo, OfficialDocument
    from ita_site.ground.git_dates import GitDates
    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.sources import FromFile


def papers(lookup: Lookup, website: Website, history: GitDates) -> Iterator[Paper]:
    """Yield every paper that the data have, the years in their order, those of a year as the cycle goes.

    Args:
        lookup: the data.
        website: where the site stands, for the addresses of what is attached.
        history: the days of the data files, for papers whose data state no day.

    """
    making = _Making(lookup, website, LastChanged(lookup.dataset, history))
    for year in lookup.years.values():
        for paper in making.of_year(year):
            yield with_thai_digits(paper) if paper.thai_digits else paper


@dataclass(frozen=True, slots=True)
class _Making:
    """What papers are made with."""

    lookup: Lookup
    website: Website
    changed: LastChanged

    def of_year(self, year: Year) -> Iterator[Paper]:
        """Yield the papers of a year."""
        yield from self._analysis(year)
        yield from self._plan(year)
        for report_id in year.reports:
            yield self._report(year, report_id)

    def _analysis(self, year: Year) -> Iterator[Paper]:
        if year.analysis is None:
            return
        view = analysis(self.lookup, year, year.analysis)
        yield self._paper(
            PaperKind.ANALYSIS,
            Subject(Kind.ANALYSIS, year.year),
            analysis_title(year.year, view.record.title),
            analysis_blocks(view, year.year, self.website),
            self._day((view.record,), year.analysis),
        )

    def _plan(self, year: Year) -> Iterator[Paper]:
        if not year.plan and not year.measures:
            return
        view = plan(self.lookup, year)
        records = (year.plan.record,) if year.plan else ()
        yield self._paper(
            PaperKind.PLAN,
            Subject(Kind.PLAN, year.year),
            view.heading,
            plan_blocks(view, year.year, self.website),
            self._day(records, year.plan, *year.measures.values()),
        )

    def _report(self, year: Year, report_id: str) -> Paper:
        view = report(self.lookup, year, report_id)
        record = view.report
        paper = self._paper(
            PaperKind.REPORT,
            Subject(Kind.REPORT, year.year, report_id),
            record.title,
            report_blocks(view, year.year, self.website),
            self._day((record,), year.reports[report_id]),
        )
        return replace(paper, memorandum=memorandum(view.parts.sent, self.website))

    def _day(self, records: Iterable[OfficialDocument], *loaded: FromFile | None) -> date | None:
        """Return the newest day that a document states of itself, else the day that its files were changed."""
        stated = [day for record in records for day in _days(record)]
        return max(stated) if stated else self.changed.of(sources_of(*loaded))

    def _paper(self, kind: PaperKind, subject: Subject, title: str, blocks: Iterable[Block], day: date | None) -> Paper:
        of_paper, logo = tuple(blocks), self.lookup.dataset.logo
        year = subject.year or 0
        return Paper(
            kind=kind,
            year=year,
            name="-".join(filter(None, (str(year), kind.value, subject.id))),
            title=title,
            agency=self.lookup.agency.name,
            address=subject.address,
            day=day,
            memorandum=None,
            blocks=of_paper,
            landscape=needs_sheet_across(each for each in of_paper if isinstance(each, Table)),
            thai_digits=self.lookup.agency.paper_digits is Digits.THAI,
            emblem=logo.read() if logo else None,
        )


def _days(record: OfficialDocument) -> Iterator[date]:
    """Yield the days that a document states of itself: when it was written and signed."""
    memo: Memo | None = getattr(record, "memo", None)
    for each in (
        record.date,
        memo.date if memo else None,
        *(each.date for each in (*record.prepared_by, *record.approved_by)),
    ):
        if each is not None:
            yield each
