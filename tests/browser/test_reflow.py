"""Pages on narrow screens, with wider spacing, with letters twice as large: nothing is lost, nothing scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.audit import EACH_AGENCY, NARROWEST
from tests.helpers.looks import CUT, OVERFLOW, SPACED, widest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from tests.helpers.audit import Audit

_ENLARGED = """() => {
    const root = document.documentElement
    root.style.setProperty('font-size', `${2 * parseFloat(getComputedStyle(root).fontSize)}px`, 'important')
}"""
"""Text alone at 200 %, as Firefox enlarges it: the window stays as wide as it is."""
_NORMAL = """() => {
    document.adoptedStyleSheets = []
    document.documentElement.style.removeProperty('font-size')
}"""
_PHONE = 720
"""The width below which the rows of a table are cards, in px."""
_BESIDE_CARDS = """() => [...document.querySelectorAll('.ita-table')].flatMap(table => {
    if (table.scrollWidth <= table.clientWidth) return []
    const side = table.getBoundingClientRect().right
    const cell = [...table.querySelectorAll('td, th')].find(each => each.scrollWidth > side)
    return [(cell ?? table).textContent.trim().slice(0, 60)]
})"""
"""What of a table whose rows are cards can be read only by scrolling it sideways."""
_EMPTY_LINES = """() => {
    const headings = [...document.querySelectorAll('article :is(h1, h2, h3, h4):has(.headerlink)')]
    const signs = headings.map(each => each.querySelector('.headerlink'))
    const tall = headings.map(each => each.offsetHeight)
    for (const sign of signs) sign.style.display = 'none'
    const lines = headings.map(each => each.offsetHeight)
    for (const sign of signs) sign.style.display = ''
    return headings.filter((_, place) => tall[place] > lines[place] + 8).map(each => each.textContent)
}"""
"""Headings below which stands an empty line, for the sign of the link to them."""
_STATES = {
    1280: {"": _NORMAL, " spaced": SPACED, " enlarged": _ENLARGED},
    360: {"": _NORMAL, " spaced": SPACED},
    NARROWEST: {"": _NORMAL},
}
"""A desk, a phone, and the narrowest screen; and what is changed on each."""
_LOST = f"""isPhone => [
    {OVERFLOW}, ({CUT})(), ...(isPhone ? [({_BESIDE_CARDS})(), ({_EMPTY_LINES})()] : [[], []])
]"""


@dataclass(frozen=True)
class Lost:
    """What a reader loses on the pages of a site."""

    sideways: list[str]
    cut: list[str]
    empty_lines: list[str]


@pytest.fixture(scope="module")
def lost(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> Callable[[str], Lost]:
    """Return what looks at the largest page of each kind of a municipality's site on every screen, once.

    Also for text that is cut off, and spaced and enlarged. All other pages are seen where they are opened: `audit_of`.
    """

    def seen(page: Any, width: int, where: str, found: Lost) -> None:  # noqa: ANN401 - a Playwright page
        by, cut, beside, empty_lines = page.evaluate(_LOST, width < _PHONE)
        if by > 0:
            found.sideways.append(f"{where} by {by} px: {widest(page)}")
        found.cut.extend(f"{where}: {each}" for each in cut)
        found.cut.extend(f"{where}: beside a card: {each}" for each in beside)
        found.empty_lines.extend(f"{where}: {each}" for each in empty_lines)

    @cache
    def looked(agency: str) -> Lost:
        site, found = site_of(agency), Lost([], [], [])
        with serve(site) as home, window(reduced_motion="reduce") as visit:
            for address in (*sites.kinds(site), "404.html"):
                visit.page.set_viewport_size({"width": 1280, "height": 800})
                visit.page.goto(home + address)
                for width, changes in _STATES.items():
                    visit.page.set_viewport_size({"width": width, "height": 800})
                    for name, change in changes.items():
                        visit.page.evaluate(_NORMAL)
                        visit.page.evaluate(change)
                        seen(visit.page, width, f"{address or '/'}{name} at {width} px", found)
        return found

    return looked


@EACH_AGENCY
def test_no_page_scrolls_sideways(agency: str, lost: Callable[[str], Lost], audit_of: Callable[[str], Audit]) -> None:
    """A table may scroll in its own box."""
    found = [*lost(agency).sideways, *audit_of(agency).sideways]
    assert not found, "\n".join(found)


@EACH_AGENCY
def test_no_text_is_cut_off(agency: str, lost: Callable[[str], Lost]) -> None:
    assert not lost(agency).cut, "\n".join(lost(agency).cut)


@EACH_AGENCY
def test_no_heading_has_an_empty_line_on_a_phone(agency: str, lost: Callable[[str], Lost]) -> None:
    assert not lost(agency).empty_lines, "\n".join(lost(agency).empty_lines)


@EACH_AGENCY
def test_the_home_page_and_every_year_are_at_most_eight_screens_of_a_phone(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    site = site_of(agency)
    years = sorted(path.name for path in site.glob("25??"))
    assert len(years) >= 2
    with serve(site) as home, window(viewport={"width": 360, "height": 740}) as visit:
        screens = {}
        for address in ["", *(f"{year}/" for year in years)]:
            visit.page.goto(home + address)
            screens[address] = visit.page.evaluate("document.documentElement.scrollHeight / innerHeight")
        assert {address: tall for address, tall in screens.items() if tall > 8} == {}
