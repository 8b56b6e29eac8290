"""The analysis of a year's result as the blocks of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.contents.blocks import (
    attachment,
    heading,
    line,
    marked_list,
    plain_list,
    prose,
    said,
    spaced,
    with_notes,
)
from ita_site.publishing.documents.contents.official import closing, document_facts, facts, opening
from ita_site.publishing.documents.contents.score_blocks import score_blocks
from ita_site.publishing.documents.paper import ItemList, ListItem, SectionHeading
from ita_site.saying import words
from ita_site.saying.words import papers as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.analysis import AnalysisView, FindingRow, ImprovementRow, InstrumentFindingRow
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.computation import ComputationView
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.rows import WeakPointRow


def analysis_blocks(
    view: AnalysisView, year: int, website: Website, scores: ComputationView | None = None
) -> Iterator[Block]:
    """Yield the scores that are analysed, and what an analysis says of them, its lists in the order of the document."""
    parts = view.parts
    yield from facts(((sentences.RESULT_OF, line(words.fiscal_year(year))), *document_facts(parts)))
    yield from opening(parts, website)
    if scores is not None:
        yield from score_blocks(scores, year)
    yield from _summary(view)
    for name in view.order:
        marks = () if name == "instruments" else parts.marks.own(name)
        yield heading(1, sentences.LISTS[name], marks)
        if name == "instruments":
            for each in view.instruments:
                yield from _instrument(each, view, website)
        elif name == "weak_points":
            points = (_weak_point(each, f"{index}.", website) for index, each in enumerate(view.weak_points, 1))
            yield ItemList(tuple(points))
        elif name == "improvements":
            for improvement in view.improvements:
                yield from _improvement(improvement, website)
        else:
            found = view.strengths if name == "strengths" else view.findings
            yield ItemList(tuple(_finding(each, f"{index}.", website) for index, each in enumerate(found, 1)))
    yield from closing(parts, website)


def _summary(view: AnalysisView) -> Iterator[Block]:
    """Yield the figures that the document goes by, then its summary."""
    record, marks = view.record, view.parts.marks
    limits = ((sentences.THRESHOLD, record.threshold, "threshold"), (sentences.TARGET, record.target, "target"))
    rows = [
        (sentences.CRITERION, line(record.criterion, marks.at("criterion")) if record.criterion else None),
        *(
            (label, None if value is None else line(sentences.in_points(words.points(value)), marks.at(at)))
            for label, value, at in limits
        ),
        (sentences.LOWEST, line(view.lowest.text, marks.at("lowest")) if view.lowest else None),
    ]
    if record.summary or view.changes or any(text for _, text in rows):
        yield heading(1, sentences.ANALYSIS_SUMMARY)
    yield from facts(rows)
    if view.changes:
        yield line(sentences.CHANGES_OF_ANALYSIS, marks.at("changes"), bold=True)
        yield from plain_list(_change(each.label, each.printed, each.row.change) for each in view.changes)
    yield from prose(record.summary, marks.at("summary"))


def _change(label: str, printed: Decimal | None, change: Fraction | None) -> str:
    text = f"{label} {words.signed(printed)}"
    return text if change is None else f"{text} {sentences.computed(words.signed(change))}"


def _instrument(row: InstrumentFindingRow, view: AnalysisView, website: Website) -> Iterator[Block]:
    each = row.finding
    target = view.record.target
    limit = "" if target is None else f" {words.points(target)}"
    named = (
        each.about,
        words.INSTRUMENTS[each.about],
        "" if each.score is None else words.points(each.score),
        sentences.level(each.level) if each.level else "",
        f"{words.label(each.target)}{limit}" if each.target else "",
    )
    yield _noted_heading(" ".join(filter(None, named)), row.marks, each.notes)
    yield from prose(each.finding)
    if row.suggestions.lines:
        yield line(sentences.SUGGESTIONS, bold=True)
        yield from marked_list(row.suggestions, website)


def _improvement(row: ImprovementRow, website: Website) -> Iterator[Block]:
    each = row.improvement
    yield _noted_heading(row.link.text, row.marks, each.notes)
    items = [
        ListItem("-", said(sentences.item(item.id, item.text)), tuple(ListItem("-", said(text)) for text in item.lines))
        for item in row.items
    ]
    if items:
        yield ItemList(tuple(items))
    if row.unnamed:
        yield line(sentences.item(words.listed(row.unnamed), ""))
    yield from prose(sentences.note_of(sentences.DEVELOPMENT, each.remedy) if each.remedy else None)
    if row.remedies.lines:
        yield line(sentences.DEVELOPMENT, bold=True)
        yield from marked_list(row.remedies, website)
    if each.no_measure and not row.measures:
        yield line(sentences.no_measure(each.no_measure))


def _noted_heading(text: str, marks: tuple[EditMark, ...], notes: tuple[str, ...]) -> SectionHeading:
    """Return the heading of a part of a list, with what an editor did to it or notes of it."""
    return SectionHeading(2, with_notes(said(text, marks), notes))


def _weak_point(row: WeakPointRow, number: str, website: Website) -> ListItem:
    """Return a weak point as a line, what was found and what is to be done below it."""
    point = row.point
    score = said(sentences.in_points(words.points(row.score)), row.score_marks) if row.score is not None else ()
    urgency = said(words.urgency(point.urgency)) if point.urgency else ()
    places = [sentences.under(point.under)] if point.under else []
    places += [sentences.answered_by(words.listed(point.parts))] if point.parts else []
    remedies = (ListItem("", said(sentences.REMEDY), each.items) for each in marked_list(row.remedies, website))
    below = (
        *_lines([" ".join(places)] if places else []),
        *_lines(words.paragraphs(point.finding)),
        *_lines([sentences.note_of(sentences.REMEDY, point.remedy)] if point.remedy else []),
        *remedies,
        *_lines([sentences.refers(words.listed(point.refers))] if point.refers else []),
        *_attached(row.attachments, website),
        *_lines([sentences.no_measure(point.no_measure)] if point.no_measure and not row.measures else []),
    )
    named = spaced(said(_named(row.link.text, point.topic), row.marks), score, urgency)
    return ListItem(number, with_notes(named.words, point.notes), below)


def _finding(row: FindingRow, number: str, website: Website) -> ListItem:
    """Return a finding as a line: what it is about and its score, what was found below it."""
    found = row.finding
    score = said(sentences.in_points(words.points(found.score))) if found.score is not None else ()
    below = (
        *_lines(words.paragraphs(found.finding)),
        *_lines([sentences.refers(words.listed(found.refers))] if found.refers else []),
        *_attached(row.attachments, website),
    )
    named = spaced(said(_named(row.link.text, found.topic), row.marks), score)
    return ListItem(number, with_notes(named.words, found.notes), below)


def _lines(texts: Iterable[str]) -> Iterator[ListItem]:
    return (ListItem("", said(each)) for each in texts)


def _attached(views: Iterable[AttachmentView], website: Website) -> Iterator[ListItem]:
    return (ListItem("", attachment(each, website, within=True)) for each in views)


def _named(name: str, topic: str | None) -> str:
    """Name a finding: the document's own words for it where they differ, then what it is about."""
    return f"{topic} {name}" if topic and topic not in name else name
