"""A score of a year beside that of the year before, as a table or a card shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.judging.scores import Verdict

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.data.model import Continuation
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score in points, 0 to 100, and its change; figures are exact, rounding is left to who writes them."""

    id: str
    name: str
    url: str | None
    published: Decimal | None
    computed: Fraction | None
    before: Fraction | Decimal | None
    change: Fraction | None
    missing: str | None = None
    verdict: Verdict | None = None
    continued: Continuation | None = None
    marks: tuple[EditMark, ...] = ()
    marks_before: tuple[EditMark, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether the parts of the published figure contradict it."""
        return self.verdict is Verdict.CONTRADICTED

    @property
    def proven(self) -> bool:
        """Tell whether the parts of the published figure give it."""
        return self.verdict is Verdict.PROVEN

    @property
    def value(self) -> Fraction | Decimal | None:
        """The figure that counts: the published one where there is one."""
        return self.computed if self.published is None else self.published
