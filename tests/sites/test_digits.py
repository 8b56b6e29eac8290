"""Figures in the digits that `agency.yml` asks for: all that a reader sees, and nothing that a program reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.ground import markup, thai
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SHOWN = {"data-label", "aria-label", "title", "alt", "content"}
LATIN = re.compile("[A-Za-z]")


@pytest.fixture(scope="module")
def in_thai_digits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site with Thai digits."""
    folder = tmp_path_factory.mktemp("thai")
    project = sites.copy_project(folder / "project")
    with (project / "data/agency.yml").open("a", encoding="utf-8") as agency:
        agency.write("digits: ไทย\n")
    return sites.build(project, folder / "site")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text that have an Arabic digit and no Latin letter."""
    return (word for word in text.split() if re.search("[0-9]", word) and not LATIN.search(word))


def test_every_figure_on_every_generated_page_is_in_thai_digits(in_thai_digits: Path) -> None:
    for address in sites.addresses(in_thai_digits):
        if address.startswith("about/"):
            continue  # written by hand, as its author typed it
        page = sites.article(in_thai_digits, address)
        checksums = {word for code in page.all("code") for word in code.text.split()}  # compared letter by letter
        assert [word for word in words(page.text) if word not in checksums] == [], address
        labels = [value for each in page.walk() for name, value in each.attributes.items() if name in SHOWN]
        assert [word for label in labels for word in words(label)] == [], address


CHECKSUM = re.compile(r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}")
"""A SHA-256 as the proof of a year writes it: that of `agency.yml` is another, since it asks for other digits."""


def test_only_the_digits_differ(in_thai_digits: Path, site_of: Callable[[str], Path]) -> None:
    arabic = site_of("mueang-pan")
    assert sites.addresses(in_thai_digits) == sites.addresses(arabic)
    for address in sites.KINDS.values():
        thai_page, page = sites.article(in_thai_digits, address), sites.article(arabic, address)
        texts = [CHECKSUM.sub("", thai.arabic(each.text)) for each in (thai_page, page)]
        assert texts[0] == texts[1], address
        for one, other in zip(thai_page.walk(), page.walk(), strict=True):
            for name, value in other.attributes.items():
                assert one.attributes[name] == value or (name in SHOWN and thai.arabic(one.attributes[name]) == value)


def test_codes_and_addresses_stay_as_they_are(in_thai_digits: Path) -> None:
    page = sites.article(in_thai_digits, "2568/disclosure/")
    assert "O27" in page.text
    assert "๒๕๖๘" in sites.read(in_thai_digits, "2568/measures/").one("title").text
    assert "https://www.muangpan.go.th/" in sites.links(sites.article(in_thai_digits, "contact/"), "contact/")


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("96.33 คะแนน", "๙๖.๓๓ คะแนน"),
        ("96&#46;33", "๙๖&#46;๓๓"),
        ("O27 www&#46;a.go.th/2568 (2568)", "O27 www&#46;a.go.th/2568 (๒๕๖๘)"),
        ('<td class="n1" data-label="ปี 2568" id="a1">1</td>', '<td class="n1" data-label="ปี ๒๕๖๘" id="a1">๑</td>'),
        ('<a aria-label="&#42; ปี 2568">1</a>', '<a aria-label="&#42; ปี ๒๕๖๘">๑</a>'),
        ("<p>ปี 2568 <code>2209 be07 1234</code> 1</p>", "<p>ปี ๒๕๖๘ <code>2209 be07 1234</code> ๑</p>"),
        ("## ปี 2568 { #year-2568 }\n\n<!--ita-0-->", "## ปี ๒๕๖๘ { #year-2568 }\n\n<!--ita-0-->"),
    ],
)
def test_digits_are_written_only_where_they_are_read(page: str, written: str) -> None:
    assert markup.with_thai_digits(page) == written
