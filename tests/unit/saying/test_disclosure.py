"""The view of what is to be disclosed: every OIT item that is known, and the pages that answer some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.saying.view.disclosure import disclosure
from tests.helpers import lookups

if TYPE_CHECKING:
    from ita_site.saying.view.disclosure import DisclosureView


def of(agency: str, year: int) -> DisclosureView:
    """Return the view of the OIT list of a year of a municipality."""
    lookup = lookups.of(agency)
    framework = lookup.framework(year)
    assert framework is not None
    return disclosure(lookup, framework)


def test_an_item_has_a_link_once_there_is_something_that_answers_it() -> None:
    there, missing = of("mueang-pan", 2568), of("kham-muang", 2562)
    assert [(each.item.item, each.link.url) for each in there.answers] == [("O27", "2568/plan/"), ("O28", None)]
    assert [(each.item.item, each.link.url) for each in missing.answers] == [("O42", None)]
    reports = [each.link.url for each in of("ko", 2566).answers]
    assert reports == ["2566/plan/", "2566/reports/"]


@pytest.mark.parametrize(
    ("agency", "year", "known", "unnamed"), [("mueang-pan", 2567, 4, 31), ("sam-ruean", 2569, 22, 4)]
)
def test_items_whose_name_is_not_known_are_counted(agency: str, year: int, known: int, unnamed: int) -> None:
    view = of(agency, year)
    assert (len(view.rows), view.unnamed) == (known, unnamed)


def test_a_list_has_points_only_where_a_document_prints_them_of_an_item() -> None:
    assert of("sam-ruean", 2568).scored
    assert not of("mueang-pan", 2568).scored
