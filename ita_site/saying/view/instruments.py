"""The three instruments of a year, with all that its table prints of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.saying import words
from ita_site.saying.words import instruments as sentences

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.model import PartScore
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument with its score, and what the document prints beside it: `weighted` is its share of the total.

    `name` is the printed one where it is not the official name, `unpublished` why there is no score of the document.
    """

    row: ScoreRow
    name: str | None
    unpublished: str
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
            return InstrumentRow(score, None, _unpublished(score, None), None, None, (), None)
        return InstrumentRow(
            row=score,
            name=lookup.printed_name(year, score.id),
            unpublished=_unpublished(score, of.missing),
            level=of.level,
            weighted=of.weighted,
            parts=of.parts,
            respondents=of.respondents,
        )

    return tuple(map(row, rows))


def _unpublished(score: ScoreRow, missing: str | None) -> str:
    """Say why the document has no score of an instrument, and that the one shown is computed; nothing of one it has."""
    return "" if score.published is not None else sentences.unpublished(missing, computed=score.computed is not None)
