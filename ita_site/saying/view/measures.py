"""The measures of a year in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Part
from ita_site.saying.view import captions
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.cycle import CyclePart, cycle
from ita_site.saying.view.measure_items import measure_item_rows
from ita_site.saying.view.rows import measure_rows
from ita_site.saying.words import measures as sentences

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.model import Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.view.captions import StatusPicture
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Link, Lookup
    from ita_site.saying.view.measure_items import MeasureItemRow
    from ita_site.saying.view.rows import MeasureRow


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """What the list of a year's measures says; without any, `absence` says why."""

    rows: tuple[MeasureRow, ...]
    caption: str
    absence: str
    counts: tuple[Count[Status | NoStatus], ...]
    picture: StatusPicture | None
    items: tuple[MeasureItemRow, ...]
    chain: tuple[Link, ...]


def measures(lookup: Lookup, year: Year) -> MeasuresView:
    """Return the measures of a year, and the OIT items that ask for them."""
    rows = measure_rows(lookup, year)
    counts = status_counts((row.status for row in rows), lookup.editor_statuses(year.year))
    return MeasuresView(
        rows=rows,
        caption=sentences.caption(len(rows), year.year),
        absence=year.reasons.measures or sentences.none_yet(year.year),
        counts=counts,
        picture=captions.statuses(counts, year.year),
        items=measure_item_rows(lookup, Part.MEASURES, year.year),
        chain=cycle(lookup, year.year, CyclePart.MEASURES),
    )
