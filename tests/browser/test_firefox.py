"""What scripts do on the site, in Firefox: search, filter, colours, print; also where it denies its storage."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.helpers.firefox import Firefox, firefox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FIELD = "[data-md-component=search-query]"
LINE = "document.querySelector('.md-search-result__meta').textContent.trim()"
FIRST = "document.querySelector('.md-search-result__link')?.href"
SCHEME = "document.body.dataset.mdColorScheme"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Start Firefox once, on a screen set to light colours."""
    with firefox(
        tmp_path_factory.mktemp("firefox"), {"layout.css.prefers-color-scheme.content-override": 1}
    ) as started:
        yield started


def search(browser: Firefox, typed: str) -> str:
    """Type into the box, and return what it says above its results."""
    browser.click(FIELD)
    browser.type(FIELD, typed)
    assert browser.wait_for(FIRST)
    return str(browser.evaluate(LINE))


def test_search_over_a_server_and_from_a_folder(browser: Firefox, home: str, site_of: Callable[[str], Path]) -> None:
    said = []
    for start in (home, (site_of("mueang-pan") / "2568/measures/index.html").as_uri()):
        browser.goto(start)
        said.append(search(browser, "ประมวลจริยธรรม"))
        assert "measures" in browser.evaluate(FIRST)
    assert said[0] == said[1]
    assert re.fullmatch(r"พบ \d+ หน้า", said[0])
    browser.goto(home)
    assert "งบประมาณ" in search(browser, "'[xit,kI")


def test_a_list_filters_and_sorts_and_the_address_keeps_it(browser: Firefox, home: str) -> None:
    browser.goto(f"{home}2568/measures/")
    rows = "[...document.querySelectorAll('table[data-sort] tbody tr')].filter(each => !each.hidden).length"
    all_rows = browser.evaluate(rows)
    choose = """(() => {
        const select = document.querySelectorAll('.ita-tools select')[arguments[0]]
        select.selectedIndex = 1
        select.dispatchEvent(new Event('change', {bubbles: true}))
    })()"""
    browser.evaluate(choose, 1)
    assert 0 < browser.evaluate(rows) < all_rows
    browser.evaluate(choose, 0)
    assert browser.evaluate("document.querySelector('th[aria-sort]') !== null")
    kept = browser.evaluate("location.search")
    shown = browser.evaluate(rows)
    browser.goto(f"{home}2568/measures/{kept}")
    assert browser.evaluate(rows) == shown
    assert browser.evaluate("document.querySelector('.ita-tools__choices').getAttribute('role')") == "group"


def test_colours_are_chosen_and_remembered(browser: Firefox, home: str) -> None:
    browser.goto(home)
    assert browser.evaluate(SCHEME) == "default"
    browser.click("header label[for^=__palette]")
    assert browser.wait_for(f"{SCHEME} === 'slate'")
    browser.goto(f"{home}2568/")
    assert browser.evaluate(SCHEME) == "slate"
    assert browser.evaluate("document.querySelector('[name=__palette]:checked').dataset.mdColorScheme") == "slate"
    browser.evaluate("localStorage.clear()")


def test_a_page_is_printed_whole_and_without_the_frame(browser: Firefox, home: str) -> None:
    browser.goto(f"{home}2568/measures/e-service/")
    title = browser.evaluate("document.querySelector('article h1').firstChild.data.trim()")
    document = PdfReader(io.BytesIO(browser.pdf()))
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in document.pages} <= {
        (595, 842),
        (596, 842),
    }
    assert 1 <= len(document.pages) <= 5
    text = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in document.pages))
    latin = re.search(r"[A-Za-z-]{6,}", title)
    assert latin is not None
    assert latin[0] in text
    assert "¶" not in text


def test_what_is_copied_has_no_mark_of_a_link(browser: Firefox, home: str) -> None:
    browser.goto(f"{home}2568/measures/e-service/")
    copied = browser.evaluate(
        "(getSelection().selectAllChildren(document.querySelector('article')), getSelection().toString())"
    )
    assert len(copied) > 500
    assert "¶" not in copied


def test_without_a_storage_the_site_works(tmp_path: Path, home: str) -> None:
    with firefox(tmp_path, {"dom.storage.enabled": False, "network.cookie.cookieBehavior": 2}) as browser:
        browser.goto(f"{home}2568/measures/")
        before = browser.evaluate(SCHEME)
        browser.click("header label[for^=__palette]")
        assert browser.wait_for(f"{SCHEME} !== '{before}'")
        assert "พบ" in search(browser, "งบประมาณ")
