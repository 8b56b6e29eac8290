"""The plan of a year as the blocks of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.contents.blocks import heading, line, marked_list, plain_list, prose, said, told
from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.contents.official import closing, document_facts, facts, opening
from ita_site.publishing.documents.paper import BodyText, Cell, Words
from ita_site.saying import words
from ita_site.saying.words import papers as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block, ItemList
    from ita_site.saying.view.plan import PlanSection, PlanTableRow, PlanView
    from ita_site.saying.view.plan_columns import PlanCell


def plan_blocks(view: PlanView, year: int, website: Website) -> Iterator[Block]:
    """Yield what a plan says, in the order of the document."""
    source = line(view.document) if view.document else None
    yield from facts(
        (
            (sentences.PLAN_OF, line(words.fiscal_year(year), view.head_marks)),
            (sentences.SOURCE, source),
            *document_facts(view.parts),
        )
    )
    yield from opening(view.parts, website)
    yield heading(1, sentences.MEASURES)
    for section in view.sections:
        yield from _section(section, year, website)
    yield from closing(view.parts, website, _notes(view))


def _notes(view: PlanView) -> Iterator[Block]:
    """Yield what is noted of measures; each note names its own."""
    if notes := [sentences.note_of(each.of, each.text) for section in view.sections for each in section.notes]:
        yield heading(1, sentences.notes_of_measures())
        yield from plain_list(notes)


def _section(section: PlanSection, year: int, website: Website) -> Iterator[Block]:
    if section.title:
        yield heading(2, section.title, section.marks)
    elif section.marks:
        yield line("", section.marks)
    if section.about:
        yield line(sentences.about(year - 1, section.about.text))
    yield from prose(section.introduction, section.introduction_marks)
    if section.suggestions.lines:
        yield line(sentences.SUGGESTIONS, section.suggestions.marks, bold=True)
        yield from marked_list(section.suggestions, website, headed=True)
    yield table(
        section.caption,
        (sentences.MEASURE, *section.titles),
        [(Cell(tuple(_head(row))), *(_cells(each.cells, website) for each in row.columns)) for row in section.rows],
    )
    for each in section.absences:
        yield line(f"{sentences.of_all(each.title, section.measure_count)}{each.cell.nothing}", each.cell.marks)


def _head(row: PlanTableRow) -> Iterator[BodyText]:
    """Yield what names a row: its printed number, and its measures."""
    if row.name or row.marks:
        yield line(row.name or "", row.marks)
    for each in row.measures:
        yield line(f"{each.number or ''} {each.link.text}", each.marks)


def _cells(cells: tuple[PlanCell, ...], website: Website) -> Cell:
    return Cell(tuple(block for each in cells for block in _cell(each, website)))


def _cell(cell: PlanCell, website: Website) -> Iterator[BodyText | ItemList]:
    """Yield what measures have in a column; what an editor did stands at the end of its last text."""
    if cell.of:
        yield BodyText((Words(f"{words.listed(cell.of)}:"),))
    if not cell.filled:
        yield line(cell.nothing, cell.marks)
        return
    texts = [*(each.text for each in cell.links), *filter(None, [cell.remark]), *words.paragraphs(cell.text)]
    for index, each in enumerate(texts, 1):
        yield BodyText(said(each, cell.marks if index == len(texts) else ()))
    yield from marked_list(cell.lines, website)
    if not texts and told(cell.marks):
        yield line("", cell.marks)
