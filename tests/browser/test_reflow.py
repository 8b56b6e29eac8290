"""Every page on narrow screens, with wider spacing and with letters twice as large: nothing is lost, nothing scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sites
from looks import cut, overflow, widest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

_SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
"""The spacing of WCAG 1.4.12, as a reader's own style sheet has it; the policy of a page does not prevent it."""
_ENLARGED = """() => {
    const root = document.documentElement
    root.style.setProperty('font-size', `${2 * parseFloat(getComputedStyle(root).fontSize)}px`, 'important')
}"""
"""Text alone at 200 %, as Firefox enlarges it: the window stays as wide as it is."""
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


@each_agency
def test_no_page_scrolls_sideways(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """On a desk, on a phone, and at 320 px, which is 1280 px at 400 % zoom."""
    wide = []
    with serve(site_of(agency)) as home, window(reduced_motion="reduce") as visit:
        for address in [*sites.addresses(site_of(agency)), "404.html"]:
            visit.page.set_viewport_size({"width": 1280, "height": 800})
            visit.page.goto(home + address)
            for width in (1280, 360, 320):
                visit.page.set_viewport_size({"width": width, "height": 800})
                if (by := overflow(visit.page)) > 0:
                    wide.append(f"{address or '/'} at {width} px by {by} px: {widest(visit.page)}")
    assert not wide, "\n".join(wide)


@each_agency
@pytest.mark.parametrize(
    ("width", "change"),
    [(320, "() => {}"), (360, _SPACED), (1280, _SPACED), (1280, _ENLARGED)],
    ids=["zoomed", "spaced-phone", "spaced-desk", "enlarged"],
)
def test_no_text_is_cut_off(  # noqa: PLR0913, PLR0917 - fixtures
    agency: str,
    width: int,
    change: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """The largest page of each kind; a table may scroll in its own box."""
    lost = []
    view = {"width": width, "height": 800}
    with serve(site_of(agency)) as home, window(viewport=view, reduced_motion="reduce") as visit:
        for address in [*sites.kinds(site_of(agency)), "404.html"]:
            visit.page.goto(home + address)
            visit.page.evaluate(change)
            lost += [f"{address or '/'} cuts off {each}" for each in cut(visit.page)]
            if (by := overflow(visit.page)) > 0:
                lost.append(f"{address or '/'} is too wide by {by} px: {widest(visit.page)}")
    assert not lost, "\n".join(lost)
