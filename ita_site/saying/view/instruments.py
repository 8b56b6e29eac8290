"""The three instruments of a year, with all that its table prints of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying import words

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.model import PartScore
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument with its score, and what the document prints beside it: `weighted` is its share of the total."""

    row: ScoreRow
    level: str | None
    weighted: Decimal | None
    parts: tuple[PartScore, ...]
    respondents: int | None


def instrument_rows(lookup: Lookup, year: int) -> tuple[InstrumentRow, ...]:
    """Return the three instruments of a year, none where nothing is known of any or their names are not."""
    rows = tuple(lookup.row(year, each) for each in words.INSTRUMENTS)
    if lookup.framework(year) is None or all(row.value is None for row in rows):
        return ()
    result = lookup.years[year].result
    printed = {each.id: each for each in result.record.instruments} if result else {}

    def row(score: ScoreRow) -> InstrumentRow:
        of = printed.get(score.id)
        if of is None:
            return InstrumentRow(score, None, None, (), None)
        return InstrumentRow(score, of.level, of.weighted, of.parts, of.respondents)

    return tuple(map(row, rows))
