"""What the result and the framework of one year call the things that references name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.judging.scores import TOTAL
from ita_site.saying.view.marks import Marks

if TYPE_CHECKING:
    from ita_site.data.model import Framework, Result
    from ita_site.saying.view.marks import EditMark


class Register:
    """The names of everything a year's references name, and why a score is missing."""

    def __init__(self, framework: Framework | None, result: Result | None) -> None:
        known = framework or result
        self.indicator_ids = [each.id for each in known.indicators] if known else []
        self.names: dict[str, str] = {}
        self.printed = {each.id: each.name for each in (*result.instruments, *result.indicators)} if result else {}
        self.marks = _marks_of_scores(result) if result else {}
        self.missing = {score.id: score.missing for score in result.indicators} if result else {}
        for score in result.indicators if result else ():
            if score.name:
                self.names[score.id] = score.name
        if framework is None:
            return
        for instrument in framework.instruments:
            self.names[instrument.id] = instrument.name
        for item in framework.items:
            self.names[item.id] = item.title
        for indicator in framework.indicators:
            self.names[indicator.id] = indicator.name
            for sub in indicator.subindicators:
                self.names[sub.id] = sub.name


def _marks_of_scores(result: Result) -> dict[str, tuple[EditMark, ...]]:
    marks = Marks(result.edits)
    lists = {name: getattr(result, name) for name in ("instruments", "indicators", "subindicators", "items")}
    of_lists = {score.id: marks.at(name, index) for name, scores in lists.items() for index, score in enumerate(scores)}
    return {TOTAL: marks.at("total"), **of_lists}
