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
)
from ita_site.publishing.documents.contents.official import closing, document_facts, facts, opening
from ita_site.publishing.documents.paper import BodyText, ItemList, ListItem
from ita_site.saying import words
from ita_site.saying.words import papers as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.ground.website import Website
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.analysis import AnalysisView, FindingRow, ImprovementRow, InstrumentFindingRow
    from ita_site.saying.view.rows import WeakPointRow


def analysis_blocks(view: AnalysisView, year: int, website: Website) -> Iterator[Block]:
    """Yield what an analysis says, its lists in the order of the document."""
    parts = view.parts
    yield from facts(((sentences.RESULT_OF, line(words.fiscal_year(year))), *document_facts(parts)))
    yield from opening(parts, website)
    yield from _summary(view)
    for name in view.order:
        marks = () if name == "instruments" else parts.marks.own(name)
        yield heading(1, sentences.LISTS[name], marks)
        if name == "instruments":
            for each in view.instruments:
                yield from _instrument(each, view, website)
        elif name == "weak_points":
            for point in view.weak_points:
                yield from _weak_point(point, website)
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
    yield heading(
        2,
        " ".join(
            filter(
                None,
                (
                    each.about,
                    words.INSTRUMENTS[each.about],
                    "" if each.score is None else words.points(each.score),
                    sentences.level(each.level) if each.level else "",
                    f"{words.label(each.target)}{limit}" if each.target else "",
                ),
            )
        ),
        row.marks,
    )
    yield from prose(each.finding)
    if row.suggestions.lines:
        yield line(sentences.SUGGESTIONS, bold=True)
        yield from marked_list(row.suggestions, website)
    yield from _notes(each.notes)


def _weak_point(row: WeakPointRow, website: Website) -> Iterator[Block]:
    point = row.point
    yield heading(2, " ".join(_named(row.link.text, point.topic, None)))
    if point.urgency or row.score is not None or row.marks:
        score = said(sentences.in_points(words.points(row.score)), row.score_marks) if row.score is not None else ()
        yield spaced(said(words.urgency(point.urgency)) if point.urgency else (), score, said("", row.marks))
    places = [sentences.under(point.under)] if point.under else []
    places += [sentences.answered_by(words.listed(point.parts))] if point.parts else []
    if places:
        yield line(" ".join(places))
    yield from prose(point.finding)
    yield from _remedy(sentences.REMEDY, point.remedy)
    if row.remedies.lines:
        yield line(sentences.REMEDY, bold=True)
        yield from marked_list(row.remedies, website)
    if point.refers:
        yield line(sentences.refers(words.listed(point.refers)))
    for each in row.attachments:
        yield BodyText(attachment(each, website, within=True))
    yield from _notes(point.notes)
    if point.no_measure and not row.measures:
        yield line(sentences.no_measure(point.no_measure))


def _improvement(row: ImprovementRow, website: Website) -> Iterator[Block]:
    each = row.improvement
    yield heading(2, row.link.text, row.marks)
    items = [
        ListItem("-", said(sentences.item(item.id, item.text)), tuple(ListItem("-", said(text)) for text in item.lines))
        for item in row.items
    ]
    if items:
        yield ItemList(tuple(items))
    if row.unnamed:
        yield line(sentences.item(words.listed(row.unnamed), ""))
    yield from _remedy(sentences.DEVELOPMENT, each.remedy)
    if row.remedies.lines:
        yield line(sentences.DEVELOPMENT, bold=True)
        yield from marked_list(row.remedies, website)
    yield from _notes(each.notes)
    if each.no_measure and not row.measures:
        yield line(sentences.no_measure(each.no_measure))


def _remedy(label: str, text: str | None) -> Iterator[BodyText]:
    yield from prose(sentences.note_of(label, text) if text else None)


def _finding(row: FindingRow, number: str, website: Website) -> ListItem:
    """Return a finding as a line: what it is about and its score, what was found below it."""
    found = row.finding
    below = [
        *words.paragraphs(found.finding),
        *([sentences.refers(words.listed(found.refers))] if found.refers else []),
        *map(sentences.editors_note, found.notes),
    ]
    score = None if found.score is None else sentences.in_points(words.points(found.score))
    return ListItem(
        number,
        said(" ".join(_named(row.link.text, found.topic, score)), row.marks),
        (
            *(ListItem("", said(each)) for each in below),
            *(ListItem("", attachment(each, website, within=True)) for each in row.attachments),
        ),
    )


def _named(name: str, topic: str | None, score: str | None) -> Iterator[str]:
    """Yield what names a finding: the document's own words for it where they differ, then what it is about."""
    if topic and topic not in name:
        yield topic
    yield name
    if score:
        yield score


def _notes(notes: tuple[str, ...]) -> Iterator[BodyText]:
    for each in notes:
        yield line(sentences.editors_note(each))
