"""The form of a year's OIT list: the page that editors copy from, and what it may not leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.ground.website import Website
from ita_site.saying.view.oit_form import has_full_addresses, oit_form
from tests.helpers import lookups

if TYPE_CHECKING:
    from ita_site.saying.view.oit_form import FormRow

STANDS = Website("https://www.sommut.go.th/ita/")


def row(code: str, website: Website = STANDS) -> FormRow:
    """Return a row of the form of a year of the sample."""
    view = oit_form(lookups.of("mueang-pan").dataset, 2569, website)
    return next(each for each in view.rows if each.code == code)


def test_each_address_has_its_words_under_the_same_number() -> None:
    answered = row("O26")
    assert answered.addresses == ("https://www.sommut.go.th/ita/2569/disclosure/o26/",)
    assert answered.explanation.startswith("1. ")
    assert row("O1").addresses == ()


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000/ita/", "http://localhost:8000/", "https://ita.example/"])
def test_an_address_that_no_assessor_can_open_is_not_offered_as_one(url: str) -> None:
    assert not has_full_addresses(Website(url))
    view = oit_form(lookups.of("mueang-pan").dataset, 2569, Website(url))
    assert "site_url:" in view.without_address
    assert row("O26", Website(url)).addresses == ("…/2569/disclosure/o26/",)


def test_what_must_wait_is_named_and_nothing_else() -> None:
    view = oit_form(lookups.of("mueang-pan").dataset, 2569, STANDS)
    assert view.without_address == ""
    assert [each.code for each in view.rows if not each.is_ready] == [each.code for each in view.waiting]
    assert view.summary == f"ยังกรอกไม่ได้ {len(view.waiting)} ข้อ"
    assert "O26" not in {each.code for each in view.waiting}
