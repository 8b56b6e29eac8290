"""The view of what is to be disclosed: every OIT item that is known, and the pages that answer some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.judging.oit_answers import ItemStatus
from ita_site.saying.view.disclosure import disclosure
from tests.helpers import lookups

if TYPE_CHECKING:
    from ita_site.saying.view.disclosure import DisclosureView


def of(agency: str, year: int) -> DisclosureView:
    """Return the view of the OIT list of a year of a municipality."""
    lookup = lookups.of(agency)
    framework = lookup.framework(year)
    assert framework is not None
    return disclosure(lookup, lookup.years[year], framework)


def test_an_item_is_answered_by_the_sites_own_pages_once_there_is_something_on_them() -> None:
    states = {row.code: row.status for row in of("mueang-pan", 2568).rows}
    assert (states["O27"], states["O28"], states["O1"]) == (
        ItemStatus.SHOWN,
        ItemStatus.UNANSWERED,
        ItemStatus.UNANSWERED,
    )
    assert {row.code: row.status for row in of("mueang-pan", 2569).rows}["O26"] is ItemStatus.COMPLETE


@pytest.mark.parametrize(
    ("agency", "year", "known", "unnamed"), [("mueang-pan", 2567, 5, 30), ("sam-ruean", 2569, 23, 3)]
)
def test_items_whose_name_is_not_known_are_counted(agency: str, year: int, known: int, unnamed: int) -> None:
    view = of(agency, year)
    assert (len(view.rows), view.unnamed) == (known, unnamed)


def test_a_list_has_points_only_where_a_document_prints_them_of_an_item() -> None:
    assert of("sam-ruean", 2568).scored
    assert not of("mueang-pan", 2568).scored
