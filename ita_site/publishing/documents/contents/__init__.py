"""Every paper that the data of an office have, from the views that its pages are made of: no figure is made here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data.model import Digits, OfficialDocument, SentDocument
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.oit_answers import ItemStatus
from ita_site.publishing.documents.contents.analysis_blocks import analysis_blocks
from ita_site.publishing.documents.contents.column_widths import needs_sheet_across
from ita_site.publishing.documents.contents.computation_blocks import computation_blocks
from ita_site.publishing.documents.contents.disclosure_blocks import disclosure_blocks
from ita_site.publishing.documents.contents.official import memorandum
from ita_site.publishing.documents.contents.plan_blocks import plan_blocks
from ita_site.publishing.documents.contents.report_blocks import report_blocks
from ita_site.publishing.documents.paper import Paper, PaperKind, Table
from ita_site.publishing.documents.paper_digits import with_thai_digits
from ita_site.publishing.sharing.last_changed import LastChanged
from ita_site.saying.view.analysis import analysis
from ita_site.saying.view.computation import computation
from ita_site.saying.view.disclosure import disclosure
from ita_site.saying.view.oit_form import form_rows
from ita_site.saying.view.plan import plan
from ita_site.saying.view.report import report
from ita_site.saying.view.sources import files_of, sources_of
from ita_site.saying.words import computation as of_scores
from ita_site.saying.words import disclosure as of_list
from ita_site.saying.words import papers as of_papers
from ita_site.saying.words.analysis import title as analysis_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Analysis, Framework, Record, Report, Result
    from ita_site.ground.git.git_dates import GitDates
    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.document import SentWith
    from ita_site.saying.view.lookup import Lookup


def papers(lookup: Lookup, website: Website, history: GitDates) -> Iterator[Paper]:
    """Yield every paper that the data have, the years in their order, those of a year as the cycle goes.

    The last paper of a year is its book, which has all the others as its parts.

    Args:
        lookup: the data.
        website: where the site stands, for the addresses of what is attached.
        history: the days of the data files, for papers whose data state no day.

    """
    making = _Making(lookup, website, LastChanged(lookup.dataset, history))
    for year in lookup.years.values():
        of_year = [with_thai_digits(each) if each.thai_digits else each for each in making.of_year(year)]
        yield from of_year
        if of_year:
            cover = replace(making.book(year.year, of_year), parts=())
            yield replace(with_thai_digits(cover) if cover.thai_digits else cover, parts=tuple(of_year))


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands on a paper beside its blocks; `sources` are the names of its data files."""

    kind: PaperKind
    subject: Subject
    title: str
    sent: SentWith | None = None
    stated: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Making:
    """What papers are made with."""

    lookup: Lookup
    website: Website
    changed: LastChanged

    def of_year(self, year: Year) -> Iterator[Paper]:
        """Yield the papers of a year, without its book."""
        if year.analysis is not None:
            yield self._analysis(year, year.analysis)
        if year.plan or year.measures:
            yield self._plan(year)
        for report_id, loaded in year.reports.items():
            yield self._report(year, report_id, loaded)
        framework = self.lookup.framework(year.year)
        answers = self.lookup.oit_answers(year.year)
        if framework is not None and any(each.status is not ItemStatus.UNANSWERED for each in answers):
            yield self._disclosure(year, framework)
        if year.result is not None:
            yield self._computation(year.year, year.result)

    def book(self, year: int, of_year: Iterable[Paper]) -> Paper:
        """Return the book of a year, which has its papers as parts."""
        parts = tuple(of_year)
        days = [each.day for each in parts if each.day is not None]
        head = _Head(PaperKind.YEARBOOK, Subject(Kind.YEAR, year), of_papers.BOOK, stated=max(days, default=None))
        changed = [each.changed for each in parts if each.changed is not None]
        return replace(
            self._paper(head, (), parts),
            agency=of_papers.office(self.lookup.agency),
            changed=max(changed) if changed and len(changed) == len(parts) else None,
        )

    def _analysis(self, year: Year, loaded: RecordFile[Analysis]) -> Paper:
        view, number = analysis(self.lookup, year, loaded), year.year
        head = _Head(
            PaperKind.ANALYSIS,
            Subject(Kind.ANALYSIS, number),
            analysis_title(number, loaded.record.title),
            view.parts.sent,
            _stated(loaded.record),
            sources_of(loaded),
        )
        scores = computation(self.lookup, number, year.result.record) if year.result else None
        return self._paper(head, analysis_blocks(view, number, self.website, scores))

    def _plan(self, year: Year) -> Paper:
        view = plan(self.lookup, year)
        head = _Head(
            PaperKind.PLAN,
            Subject(Kind.PLAN, year.year),
            view.heading,
            view.parts.sent if view.parts else None,
            _stated(year.plan.record) if year.plan else None,
            sources_of(year.plan, *year.measures.values()),
        )
        return self._paper(head, plan_blocks(view, year.year, self.website))

    def _report(self, year: Year, report_id: str, loaded: RecordFile[Report]) -> Paper:
        view = report(self.lookup, year, report_id)
        head = _Head(
            PaperKind.REPORT,
            Subject(Kind.REPORT, year.year, report_id),
            loaded.record.title,
            view.parts.sent,
            _stated(loaded.record),
            sources_of(loaded),
        )
        return self._paper(head, report_blocks(view, year.year, self.website))

    def _disclosure(self, year: Year, framework: Framework) -> Paper:
        view, number = disclosure(self.lookup, year, framework), year.year
        entries = {each.item.id: each.entry for each in self.lookup.oit_answers(number) if each.entry is not None}
        head = _Head(
            PaperKind.DISCLOSURE,
            Subject(Kind.DISCLOSURE, number),
            of_list.title(number),
            view.sent,
            _stated(year.disclosure.record) if year.disclosure else None,
            sources_of(year.disclosure, year.result) or files_of(year),
        )
        form = form_rows(self.lookup.dataset, number, self.website)
        return self._paper(head, disclosure_blocks(view, form, entries, number))

    def _computation(self, year: int, loaded: RecordFile[Result]) -> Paper:
        subject, title = Subject(Kind.SCORES, year), of_scores.title(year)
        head = _Head(PaperKind.COMPUTATION, subject, title, sources=sources_of(loaded))
        return self._paper(head, computation_blocks(computation(self.lookup, year, loaded.record), year))

    def _paper(self, head: _Head, blocks: Iterable[Block], parts: tuple[Paper, ...] = ()) -> Paper:
        """Return a paper; its day is the newest that it states of itself, else that on which its files were changed."""
        own, logo, agency = tuple(blocks), self.lookup.dataset.logo, self.lookup.agency
        year = head.subject.year or 0
        return Paper(
            kind=head.kind,
            year=year,
            name="-".join(filter(None, (str(year), head.kind.value, head.subject.id))),
            title=head.title,
            agency=agency.name,
            address=head.subject.address,
            day=head.stated or (self.changed.of(head.sources) if head.sources else None),
            memorandum=memorandum(head.sent, self.website),
            blocks=own,
            landscape=needs_sheet_across(each for each in own if isinstance(each, Table)),
            thai_digits=agency.paper_digits is Digits.THAI,
            emblem=logo.read() if logo else None,
            parts=parts,
            changed=None if self.changed.is_stated(head.sources) else self.changed.of(head.sources),
        )


def _stated(record: Record) -> date | None:
    """Return the newest day that a document states of itself: when it was written, sent or signed."""
    days = [record.memo.date] if isinstance(record, SentDocument) and record.memo else []
    if isinstance(record, OfficialDocument):
        days += [each for each in (record.date, *(_signed(record))) if each is not None]
    return max(days, default=None)


def _signed(record: OfficialDocument) -> Iterator[date | None]:
    for each in (*record.prepared_by, *record.approved_by):
        yield each.date
