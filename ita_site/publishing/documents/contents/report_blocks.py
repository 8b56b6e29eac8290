"""A progress report as the blocks of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.contents.blocks import (
    attachment,
    figure,
    heading,
    line,
    marked_list,
    plain_list,
    prose,
    said,
    spaced,
    with_notes,
)
from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.contents.official import closing, document_facts, facts, opening
from ita_site.publishing.documents.paper import BodyText, Cell
from ita_site.saying import words
from ita_site.saying.words import papers as sentences
from ita_site.saying.words import progress as progress_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block, ItemList
    from ita_site.saying.view.report import ReportHead, ReportView
    from ita_site.saying.view.report_table import ProgressRow, ProgressTable, ReportedPart
    from ita_site.saying.view.rows import ChangeRow


def report_blocks(view: ReportView, year: int, website: Website) -> Iterator[Block]:
    """Yield what a report says, in the order of the document."""
    parts, report = view.parts, view.report
    yield from facts((*_head(view.head), *document_facts(parts)))
    yield from opening(parts, website)
    if report.summary:
        yield heading(1, sentences.SUMMARY)
        yield from prose(report.summary, parts.marks.at("summary"))
    yield heading(1, sentences.RESULTS)
    if view.table.rows:
        yield _table(view.table, website)
    else:
        yield line(sentences.NO_RESULTS)
    if view.unreported_measures:
        yield heading(2, sentences.UNREPORTED)
        yield from plain_list(_numbered(each.number, each.title) for each in view.unreported_measures)
    if view.changes:
        yield heading(1, sentences.CHANGES, parts.marks.at("changes"))
        yield changes_table(view.changes, year)
    yield from closing(parts, website)


def _head(head: ReportHead) -> Iterator[tuple[str, BodyText]]:
    yield sentences.REPORT_OF, line(words.fiscal_year(head.year))
    yield sentences.REPORTED_PERIOD, line(words.period(head.report.period))
    counts = (said(f"{words.status(each.state)} {each.count}", each.marks) for each in head.counts)
    yield (
        sentences.REPORTED_MEASURES,
        spaced(said(sentences.counted(head.measure_count), head.row_marks), *counts, separator=", "),
    )


def _numbered(number: int | None, title: str) -> str:
    return f"{number}. {title}" if number else title


def _table(of: ProgressTable, website: Website) -> Block:
    rows = [
        tuple(
            Cell(
                (
                    *(_measure(row, tells_status=of.tells_status) if column.is_measure else ()),
                    *(block for part in column.parts for block in _part(part, website)),
                    *(_attached(row, website) if column.is_measure else ()),
                )
            )
            for column in row.columns
        )
        for row in of.rows
    ]
    return table(sentences.results(of.year), of.titles, rows)


def _measure(row: ProgressRow, *, tells_status: bool) -> Iterator[BodyText]:
    """Yield the measure of a row with how far it has come."""
    progress = row.progress
    name = line(_numbered(row.measure.number, row.link.text), progress.head_marks)
    yield BodyText(with_notes(name.words, progress.notes))
    if tells_status:
        yield line(sentences.status(words.status(progress.status)), progress.status_marks)
    if progress.percent is not None:
        yield line(progress_words.percent(words.percent(progress.percent)), progress.marks.at("percent"))


def _attached(row: ProgressRow, website: Website) -> Iterator[BodyText]:
    for each in row.progress.attachments:
        yield BodyText(attachment(each, website, within=True))


def _part(part: ReportedPart, website: Website) -> Iterator[BodyText | ItemList]:
    if part.title:
        yield line(part.title, bold=True)
    if part.links:
        for link in part.links:
            yield line(link.text, part.marks)
    elif part.list.lines:
        yield from marked_list(part.list, website)
    elif part.text:
        yield from prose(part.text, part.marks, indented=False)
    else:
        yield line(part.nothing, part.marks)


def changes_table(changes: tuple[ChangeRow, ...], year: int) -> Block:
    """Return the changes that a document prints beside the scores of both years."""
    before, now = sentences.of_year(year - 1), sentences.of_year(year)
    titles = (sentences.CHANGED_THING, before, now, sentences.AS_REPORTED, sentences.COMPUTED)
    rows = [
        (
            Cell((line(each.label),)),
            figure(words.points(each.row.before), each.row.before, each.row.marks_before),
            figure(words.points(each.row.published), each.row.published, each.row.marks),
            figure(progress_words.NOT_SAID if each.printed is None else words.signed(each.printed), each.printed),
            figure(words.signed(each.row.change), each.row.change),
        )
        for each in changes
    ]
    return table(sentences.changes(year), titles, rows, of_figures=frozenset(titles[1:]))
