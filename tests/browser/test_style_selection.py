"""The style sheet that pages load beside those it was made of: nothing looks different, whatever a reader does."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest

from ita_site.publishing import style_selection
from tests.helpers import ROOT, shell, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Window = Callable[..., AbstractContextManager[Any]]

_STATE = re.compile(
    r":not\(:(?:hover|focus|focus-visible|checked|disabled)\)"
    r"|::?(?:hover|focus|focus-visible|focus-within|active|checked|target|visited|disabled|indeterminate|placeholder-shown"
    r"|before|after|marker|placeholder|backdrop|-(?:webkit|moz|ms)-[\w-]+)(?![\w-])"
)
"""What of a selector depends on what the reader does, and parts that every element may have."""
_COLOURS_OF_CODE = ":root>*"
"""A rule that has only properties for others to ask for, of which none is left."""
_MATCHED = """selectors => selectors.filter(each => {
    try { return document.querySelector(each) } catch (error) { return error.name }
})"""
_LOOKS = """() => [document.documentElement, ...document.querySelectorAll('body, body *')].flatMap(
    each => ['', '::before', '::after'].map(part => {
        const style = getComputedStyle(each, part)
        const shown = part && style.content === 'none' ? '' : style.cssText
        let look = 0
        for (let place = 0; place < shown.length; place++) look = Math.imul(look ^ shown.charCodeAt(place), 2654435761)
        return `${each.tagName}.${each.getAttribute('class')}${part} ${look}`
    })
)"""
"""How every element looks, and what stands before and after it, each look as a number made of its properties."""
_KINDS = ("home", "year", "measures", "measure", "report", "data", "about")


@pytest.fixture(scope="module")
def whole() -> str:
    """Return the sheets that the pages' own was made of."""
    base = resources.files("material") / "templates/assets/stylesheets"
    texts = [each.read_text(encoding="utf-8") for each in base.iterdir() if each.name.endswith(".css")]
    texts.sort(key=len, reverse=True)  # main, then palette
    ours = [ROOT / f"theme_overrides/assets/css/{name}.css" for name in ("shell", "ita", "charts", "print")]
    return "\n".join([*texts, *(each.read_text(encoding="utf-8") for each in ours)])


def published(site: Path) -> str:
    """Return the sheet that pages load."""
    (path,) = (site / "assets/css").glob("theme.*.css")
    return path.read_text(encoding="utf-8")


def left_out(site: Path, whole: str) -> list[str]:
    """Return the selectors of the rules that were left out, as they would be in any state of a page."""
    others = style_selection.selectors(whole) - style_selection.selectors(published(site)) - {_COLOURS_OF_CODE}
    return sorted({_STATE.sub(":is(*)", each) for each in others if not each.startswith("@")})


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_rule_that_was_left_out_would_find_an_element(
    agency: str,
    site_of: Callable[[str], Path],
    whole: str,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
) -> None:
    site = site_of(agency)
    asked = left_out(site, whole)
    assert len(asked) > 1000
    with serve(site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        for address in [*sites.kinds(site), "404.html"]:
            visit.page.goto(f"{home}{address}")
            assert visit.page.evaluate(_MATCHED, asked) == [], address
        shell.open_search(visit.page, "ITA")
        visit.page.locator(".md-search-result__more summary").first.click()
        assert visit.page.evaluate(_MATCHED, asked) == []


def opened(page: Page, home: str, scheme: str, width: int) -> Iterator[tuple[str, list[str]]]:
    """Yield how every element of pages looks: as they come, on paper, with the menu and the search open."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    for kind in _KINDS:
        page.goto(f"{home}{sites.KINDS[kind]}")
        page.evaluate("document.fonts.ready.then(() => null)")
        shell.colour(page, scheme)
        yield kind, page.evaluate(_LOOKS)
        page.emulate_media(media="print")
        yield f"{kind} on paper", page.evaluate(_LOOKS)
        page.emulate_media(media="screen")
    if width < 600:
        shell.open_menu(page)
        yield "menu", page.evaluate(_LOOKS)
        page.keyboard.press("Escape")
    shell.open_search(page, "ITA")
    yield "search", page.evaluate(_LOOKS)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360), ("contrast", 360)])
def test_every_element_looks_as_with_all_rules(
    scheme: str, width: int, whole: str, home: str, chromium: Browser
) -> None:
    looks = []
    for sheet in (None, whole):
        context = chromium.new_context(viewport={"width": width, "height": 800}, service_workers="block")
        if sheet is not None:
            context.route("**/assets/css/theme.*.css", lambda route: route.fulfill(body=whole, content_type="text/css"))
        looks.append([*opened(context.new_page(), home, scheme, width)])
        context.close()
    selected, all_rules = looks
    assert len(selected) >= 2 * len(_KINDS)
    for (name, some), (_, every) in zip(selected, all_rules, strict=True):
        assert len(some) > 300, name
        assert [(a, b) for a, b in zip(some, every, strict=True) if a != b][:1] == [], name
