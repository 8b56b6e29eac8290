"""What a report says of one measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Line
from ita_site.judging.chain import stated
from ita_site.saying.view.marks import stated_by
from ita_site.saying.words import progress as headings

if TYPE_CHECKING:
    from ita_site.data.model import Progress, Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class TitledList:
    """Lines below a heading, one at least."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What a report says of a measure; `no_output` is why it has no output, and `lists` what stands beside results."""

    status: Status | NoStatus
    status_marks: tuple[EditMark, ...]
    output: tuple[Line, ...]
    no_output: str | None
    outcome: str | None
    lists: tuple[TitledList, ...]


def progress_view(progress: Progress) -> ProgressView:
    """Return what a report says of a measure."""
    lists = (
        TitledList(headings.ACTIONS, progress.actions),
        TitledList(headings.FINDINGS, tuple(Line(text=each.text) for each in progress.findings)),
        TitledList(headings.PROPOSALS, progress.proposals),
        TitledList(headings.FOLLOW_UP, progress.follow_up),
        TitledList(headings.SUGGESTIONS, progress.suggestions),
    )
    return ProgressView(
        status=stated(progress),
        status_marks=stated_by(progress.status_by) if progress.status else (),
        output=progress.output,
        no_output=progress.no_output,
        outcome=progress.outcome,
        lists=tuple(each for each in lists if each.lines),
    )
