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
    """An instrument with its score, and what the document prints beside it: `weighted` is its share of the total.

    `name` is the printed one where it is not the official name, `missing` why there is no score.
    """

    row: ScoreRow
    name: str | None
    missing: str | None
    level: str | None
    weighted: Decimal | None
    parts: tuple[PartScore, ...]
    respondents: int | None


def instrument_rows(lookup: Lookup, year: int) -> tuple[InstrumentRow, ...]:
    """Return the three instruments of a year, none where nothing is known of any or their names are not."""
    rows = tuple(lookup.row(year, each) for each in words.INSTRUMENTS)
    result = lookup.years[year].result
    printed = {each.id: each for each in result.record.instruments} if result else {}
    if lookup.framework(year) is None or (not printed and all(row.value is None for row in rows)):
        return ()

    def row(score: ScoreRow) -> InstrumentRow:
        of = printed.get(score.id)
        if of is None:
            return InstrumentRow(score, None, None, None, None, (), None)
        return InstrumentRow(
            score, lookup.printed_name(year, score.id), of.missing, of.level, of.weighted, of.parts, of.respondents
        )

    return tuple(map(row, rows))
