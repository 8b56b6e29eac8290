"""What a report says of a measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Line, RowPart
from ita_site.judging.chain import stated
from ita_site.saying.view.attachments import attachment_views
from ita_site.saying.view.lines import NO_LINES, MarkedLines, marked_lines
from ita_site.saying.view.marks import Marks, stated_by
from ita_site.saying.words import progress as headings

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.model import Period, Progress, Report, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class TitledList:
    """Lines below a heading, one at least; `part` is which part of the row they are.

    `about` is what all of several findings are about, in words: the heading says it once.
    """

    part: RowPart
    name: str
    about: str
    list: MarkedLines

    @property
    def title(self) -> str:
        """The heading."""
        return self.below(self.name)

    def below(self, heading: str) -> str:
        """Return the heading where they stand below another, which may be none."""
        return headings.findings(heading, self.about) if self.about else heading


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What a report says of a measure; `no_output` is why it has no output, and `lists` what stands beside results.

    `owners` and `period` are the report's own; `percent` is how far the measure has come, 0 to 100.
    """

    status: Status | NoStatus
    status_marks: tuple[EditMark, ...]
    percent: Decimal | None
    owners: tuple[str, ...]
    period: Period | None
    output: MarkedLines
    no_output: str | None
    outcome: str | None
    lists: tuple[TitledList, ...]
    attachments: tuple[AttachmentView, ...]
    notes: tuple[str, ...]
    marks: Marks
    head_marks: tuple[EditMark, ...]


_MARKED_IN_PLACE = (
    *("owners", "period", "output", "outcome", "status", "percent"),
    *("findings", "method", "actions", "proposals", "follow_up", "suggestions"),
)


def progress_view(lookup: Lookup, year: int, report: Report, place: int) -> ProgressView:
    """Return what a report of a year says of a measure; `place` is that of the measure among those of the report."""
    progress = report.measures[place]
    files = lookup.years[year].files
    marks = Marks(report.edits).below("measures", place)
    about = _about_all(lookup, year - 1, progress)
    lists = {
        RowPart.ACTIONS: progress.actions,
        RowPart.FINDINGS: tuple(
            _finding(lookup, year - 1, each.text, None if about else each.about) for each in progress.findings
        ),
        RowPart.METHOD: progress.method,
        RowPart.PROPOSALS: progress.proposals,
        RowPart.FOLLOW_UP: progress.follow_up,
        RowPart.SUGGESTIONS: progress.suggestions,
    }
    return ProgressView(
        status=stated(progress),
        status_marks=(*(stated_by(progress.status_by) if progress.status else ()), *marks.at("status")),
        percent=progress.percent,
        owners=progress.owners,
        period=progress.period,
        output=marked_lines(progress.output, marks, "output", files=files) if progress.output else NO_LINES,
        no_output=progress.no_output,
        outcome=progress.outcome,
        lists=tuple(
            TitledList(
                part,
                headings.LISTS[part],
                about if part is RowPart.FINDINGS else "",
                marked_lines(lines, marks, part.value, files=files),
            )
            for part, lines in lists.items()
            if lines
        ),
        attachments=attachment_views(progress.attachments, files),
        notes=progress.notes,
        marks=marks,
        head_marks=marks.outside(*_MARKED_IN_PLACE),
    )


def _about_all(lookup: Lookup, year: int, progress: Progress) -> str:
    """Return what all of several findings are about, nothing where they differ."""
    subjects = {each.about for each in progress.findings}
    (about,) = subjects if len(subjects) == 1 and len(progress.findings) > 1 else (None,)
    return lookup.label(year, about) if about else ""


def _finding(lookup: Lookup, year: int, text: str, about: str | None) -> Line:
    """Return a finding with what the report credits it to."""
    return Line(text=headings.finding(text, lookup.label(year, about)) if about else text)
