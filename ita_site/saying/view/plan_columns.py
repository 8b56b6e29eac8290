"""The columns of a plan: what a measure has in each, told with the marks of what an editor did to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Line, reference_name
from ita_site.saying import words
from ita_site.saying.view.lines import NO_LINES, MarkedLines, marked_lines
from ita_site.saying.view.marks import Marks, matched
from ita_site.saying.view.measure import target_lines, weak_points
from ita_site.saying.words import plan as sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.data.load import Year
    from ita_site.data.model import Measure
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class PlanCell:
    """What the measures of a row have in one column.

    `of` names the measures that it is said of, where others of the row have something else; `nothing` stands where a
    measure has nothing.
    """

    links: tuple[Link, ...] = ()
    text: str | None = None
    lines: MarkedLines = NO_LINES
    remark: str = ""
    nothing: str = ""
    marks: tuple[EditMark, ...] = ()
    of: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Tell whether the document has something here."""
        return bool(self.links or self.text or self.lines.lines or self.remark)

    @property
    def length(self) -> int:
        """How many letters stand here."""
        return sum(len(each.text) for each in self.links) + len(self.text or "") + len(self.remark) + self.lines.length


PlanColumn: TypeAlias = "Callable[[Lookup, Year, str], PlanCell]"
"""What a measure has in one column."""


def _reasons(lookup: Lookup, year: Year, measure_id: str) -> PlanCell:
    """Return what a measure answers, the score that the plan prints of it, and the finding that led to it."""
    record, before = year.measures[measure_id].record, year.year - 1
    marks = Marks(record.edits)
    answers = tuple(lookup.answer(before, each) for each in record.answers)
    situation = record.situation and sentences.situation(record.situation)
    findings = () if record.analysis else _findings(lookup, before, measure_id)
    return PlanCell(
        links=answers,
        text="\n\n".join(filter(None, (record.analysis, situation))) or None,
        lines=marked_lines(findings, Marks(), files=year.files),
        remark="" if record.score is None else sentences.score(words.points(record.score), before),
        nothing=record.missing.answers or sentences.NOT_SAID,
        marks=(
            *(matched(record.matched_by) if answers else ()),
            *(mark for each in ("answers", "score", "analysis", "situation") for mark in marks.at(each)),
        ),
    )


def _findings(lookup: Lookup, before: int, measure_id: str) -> tuple[Line, ...]:
    """Return what the analysis of the year before found, for a plan that does not say it again."""
    points = (each.point for each in weak_points(lookup, before, measure_id))
    return tuple(
        Line(text=sentences.finding(before, each.finding, reference_name(each.about)))
        for each in points
        if each.finding
    )


def _steps(_lookup: Lookup, year: Year, measure_id: str) -> PlanCell:
    """Return the steps of a measure, those of another one written out again."""
    record = year.measures[measure_id].record
    other = year.measures.get(record.steps_of or "")
    source = other.record if other else record
    return PlanCell(
        lines=marked_lines(source.steps, Marks(source.edits), "steps", files=year.files),
        nothing=record.missing.steps or sentences.NOT_SAID,
        marks=Marks(record.edits).at("steps_of"),
    )


def _short(field: str, write: Callable[[Measure], str | None]) -> PlanColumn:
    """Return the column of a field that is one short text; `write` writes it."""

    def column(_lookup: Lookup, year: Year, measure_id: str) -> PlanCell:
        record = year.measures[measure_id].record
        return PlanCell(
            text=write(record) or None,
            nothing=getattr(record.missing, field, None) or sentences.NOT_SAID,
            marks=Marks(record.edits).at(field),
        )

    return column


def _targets(_lookup: Lookup, year: Year, measure_id: str) -> PlanCell:
    record = year.measures[measure_id].record
    lines = marked_lines(target_lines(record), Marks(record.edits), "targets", files=year.files)
    return PlanCell(lines=lines, nothing=sentences.NOT_SAID)


def _monitoring(_lookup: Lookup, year: Year, measure_id: str) -> PlanCell:
    record = year.measures[measure_id].record
    marks = Marks(record.edits)
    return PlanCell(
        text=record.monitoring,
        remark="" if record.follow_up is None else sentences.report_day(words.when(record.follow_up)),
        nothing=sentences.NOT_SAID,
        marks=(*marks.at("monitoring"), *marks.at("follow_up")),
    )


COLUMNS: dict[str, PlanColumn] = {
    sentences.REASONS: _reasons,
    sentences.STEPS: _steps,
    sentences.OWNERS: _short("owners", lambda record: words.listed(record.owners)),
    sentences.PERIOD: _short("period", lambda record: words.short_period(record.period)),
    sentences.BUDGET: _short("budget", lambda record: record.budget),
    sentences.TARGETS: _targets,
    sentences.MONITORING: _monitoring,
}
ALWAYS = frozenset({sentences.REASONS, sentences.STEPS, sentences.OWNERS, sentences.PERIOD})
"""The columns that a plan has even where no measure fills them: OIT items ask for them."""
IN_COLUMNS = (
    *("answers", "score", "analysis", "situation", "steps", "steps_of"),
    *("owners", "period", "budget", "targets", "monitoring", "follow_up"),
)
"""The fields of a measure that stand in columns."""
