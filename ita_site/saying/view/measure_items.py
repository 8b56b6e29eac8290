"""The items of OIT lists that ask for the measures of a year or for the report on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.data.model import MeasureItem, Part
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class MeasureItemRow:
    """An item of the OIT list of a year, in words."""

    year: int
    label: str
    item: MeasureItem


def measure_item_rows(lookup: Lookup, part: Part, year: int) -> tuple[MeasureItemRow, ...]:
    """Return the items, of whichever round, that ask for this part of this year."""
    return tuple(
        MeasureItemRow(framework.year, lookup.label(framework.year, item.item), item)
        for framework in lookup.dataset.frameworks.values()
        for item in framework.measure_items
        if item.answered_by is part and (item.of_year or framework.year) == year
    )
