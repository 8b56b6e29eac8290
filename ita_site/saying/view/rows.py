"""Rows that several pages show: measures, weak points, changes of scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.ground import addresses
from ita_site.judging.scores import TOTAL
from ita_site.saying import words
from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.lines import marked_lines
from ita_site.saying.view.marks import Marks, matched, stated_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import Changes, Measure, Status, WeakPoint
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lines import MarkedLines
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure as a list shows it; `no_answers` is why it does not say what it answers."""

    number: int | None
    title: str
    url: str
    owners: tuple[str, ...]
    answers: tuple[Link, ...]
    status: Status | NoStatus
    status_marks: tuple[EditMark, ...]
    references: tuple[str, ...]
    matched: tuple[EditMark, ...]
    no_answers: str | None


@dataclass(frozen=True, slots=True)
class WeakPointRow:
    """A weak point of a year with its score, and the measures of the next year that answer it.

    `next_known` tells whether there are data of the next year at all.
    """

    link: Link
    point: WeakPoint
    score: Decimal | None
    score_marks: tuple[EditMark, ...]
    remedies: MarkedLines
    measures: tuple[MeasureRow, ...]
    next_known: bool
    marks: tuple[EditMark, ...]
    attachments: tuple[AttachmentView, ...]


@dataclass(frozen=True, slots=True)
class MovedRow:
    """What a measure answers, with its score in the year of the measure beside that of the year before."""

    link: Link
    row: ScoreRow


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of a score as a document prints it, in points, beside the scores it is computed from."""

    label: str
    printed: Decimal | None
    row: ScoreRow


def measure_rows(lookup: Lookup, year: Year) -> tuple[MeasureRow, ...]:
    """Return the measures of a year as a list shows them."""
    return listed_measures(lookup, year.year, year.measures)


def listed_measures(lookup: Lookup, year: int, measures: Mapping[str, RecordFile[Measure]]) -> tuple[MeasureRow, ...]:
    """Return these measures of a year, by id, as a list shows them."""
    return tuple(
        lookup.memory.value(("measure", year, name), partial(_measure_row, lookup, year, name, each.record))
        for name, each in measures.items()
    )


def weak_point_rows(
    lookup: Lookup, year: Year, wanted: Callable[[WeakPoint], bool] = lambda _: True
) -> tuple[WeakPointRow, ...]:
    """Return the weak points that the analysis of a year names, in its order; of the others no measure is read."""
    if year.analysis is None:
        return ()
    record = year.analysis.record
    marks = Marks(record.edits)
    return tuple(
        weak_point_row(lookup, year.year, each, marks.at("weak_points", index))
        for index, each in enumerate(record.weak_points)
        if wanted(each)
    )


def weak_point_row(lookup: Lookup, year: int, point: WeakPoint, marks: tuple[EditMark, ...] = ()) -> WeakPointRow:
    """Return a weak point of a year; its score is the published one, else that which the analysis prints."""
    published = lookup.row(year, point.about).published
    return WeakPointRow(
        link=lookup.link(year, point.about),
        point=point,
        score=point.score if published is None else published,
        score_marks=() if published is None else lookup.marks(year, point.about),
        remedies=marked_lines(point.remedies, Marks(), files=lookup.years[year].files),
        measures=listed_measures(lookup, year + 1, lookup.answers.covering(year, point)),
        next_known=year + 1 in lookup.years,
        marks=(*marks, *matched(point.matched_by)),
        attachments=attachment_views(point.attachments, lookup.years[year].files),
    )


def moved_rows(lookup: Lookup, year: int, references: Iterable[str]) -> tuple[MovedRow, ...]:
    """Return the scores of what measures of a year answer, before and after: of an item those of its indicator."""
    answered = dict.fromkeys(lookup.indicator_of(year - 1, each) or each for each in references)
    rows = (
        MovedRow(lookup.link(year - 1, each), lookup.row(year, each)) for each in answered if kind_of(each) != "item"
    )
    return tuple(each for each in rows if each.row.before is not None or each.row.value is not None)


def only_year_of(year: int, moved: Sequence[MovedRow]) -> int | None:
    """Return the one of two years that alone has scores of what measures of the later answer, None for both."""
    before = any(each.row.before is not None for each in moved)
    return None if before == any(each.row.value is not None for each in moved) else year - 1 if before else year


def change_rows(lookup: Lookup, year: int, changes: Changes | None) -> tuple[ChangeRow, ...]:
    """Return the changes that a document prints, each with what it is about and the scores of both years."""
    if changes is None:
        return ()
    total = () if changes.total is None else (ChangeRow(words.TOTAL_SCORE, changes.total, lookup.row(year, TOTAL)),)
    indicators = (
        ChangeRow(lookup.label(year, each.id), each.change, lookup.row(year, each.id)) for each in changes.indicators
    )
    return (*total, *indicators)


def _measure_row(lookup: Lookup, year: int, measure_id: str, measure: Measure) -> MeasureRow:
    return MeasureRow(
        number=measure.number,
        title=measure.title,
        url=addresses.measure(year, measure_id),
        owners=measure.owners,
        answers=tuple(lookup.answer(year - 1, each) for each in measure.answers),
        status=lookup.status(year, measure_id),
        status_marks=stated_by(lookup.status_by(year, measure_id)),
        references=lookup.answers.references(year - 1, measure.answers),
        matched=matched(measure.matched_by) if measure.answers else (),
        no_answers=measure.missing.answers,
    )
