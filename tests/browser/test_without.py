"""Every site without JavaScript, without a web server, without any other host: readable, and nothing is left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.looks import failures, stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)
_LINKS = """() => {
    for (const each of document.querySelectorAll('details')) each.open = true
    return [...document.querySelectorAll('a[href]')].filter(each => {
        const {width, height, right, bottom} = each.getBoundingClientRect()
        return each.checkVisibility({visibilityProperty: true}) && width > 1 && height > 1 && right > 0 && bottom > 0
    }).map(each => each.href.split(/[?#]/)[0])
}"""
"""What can be seen and pressed, when what can be unfolded is unfolded."""
_UNSTYLED = """() => [...document.querySelectorAll('link[rel=stylesheet]')]
    .filter(each => !each.sheet && (!each.media || matchMedia(each.media).matches)).map(each => each.href)"""


@each_agency
def test_without_javascript_every_page_is_reached_from_home_by_links_on_the_screen(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """Of the pages that were reached, the one is opened next whose HTML has links to the most that were not."""
    site = site_of(agency)
    view = {"width": 360, "height": 800}
    with serve(site) as home, window(java_script_enabled=False, viewport=view) as visit:
        addresses = sites.addresses(site)
        leads = {home + each: {home + link for link in linked(site, each)} for each in addresses}
        missing = leads.keys() - {home}
        ahead = {home}
        while missing and (best := max(sorted(ahead), key=lambda each: len(leads[each] & missing), default="")):
            ahead.discard(best)
            if leads[best] & missing:
                visit.page.goto(best)
                found = missing.intersection(visit.page.evaluate(_LINKS))
                missing -= found
                ahead |= found
        assert missing == set()
        assert visit.outside == visit.context.cookies() == []


def linked(site: Path, address: str) -> set[str]:
    """Return the pages to which the HTML of a page has links, whether they are on the screen or not."""
    return {re.split("[?#]", link)[0] for link in sites.links(sites.read(site, address), address)}


@each_agency
def test_searching_and_choosing_colours_asks_no_other_host_and_stores_the_colours_alone(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """What loading a page does is looked at on every page, with axe-core."""
    with serve(site_of(agency)) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        failed = failures(visit.page)
        visit.page.goto(home)
        visit.page.get_by_role("textbox", name="ค้นหา").click()
        visit.page.keyboard.type("ITA")
        visit.page.keyboard.press("Shift")  # the theme searches when a key is let go
        visit.page.locator("[data-md-component=search-result] a").first.wait_for(state="visible")
        visit.page.keyboard.press("Escape")
        visit.page.locator("label[for^=__palette]:visible").click()
        visit.page.wait_for_function("Object.keys(localStorage).some(key => key.endsWith('.__palette'))")
        assert stored(visit.page) == []
        assert visit.outside == visit.context.cookies() == failed == []


@each_agency
def test_a_site_on_a_usb_stick_opens_with_its_looks_and_its_links(
    agency: str, site_of: Callable[..., Path], window: Callable[..., AbstractContextManager[Any]]
) -> None:
    """Of each kind of page the largest, of the first municipality that has one."""
    site = site_of(agency, folders=False)
    before = [*sites.AGENCIES][: [*sites.AGENCIES].index(agency)]
    opened = sites.further_kinds(site, [site_of(each, folders=False) for each in before])
    assert opened or agency != next(iter(sites.AGENCIES))
    with window(viewport={"width": 1280, "height": 800}) as visit:
        failed = failures(visit.page)
        for address in opened:
            page = site / address
            visit.page.goto((page / "index.html" if page.is_dir() else page).as_uri())
            assert visit.page.evaluate(_UNSTYLED) == [], address
            assert visit.page.locator("article h1").is_visible(), address
        visit.page.goto((site / "index.html").as_uri())
        for place in ("article", "nav.md-tabs"):
            link = visit.page.locator(f"{place} a[href*='/']:visible").first
            leads_to = link.evaluate("each => each.href")
            link.click()
            visit.page.wait_for_url(leads_to)
            assert visit.page.evaluate(_UNSTYLED) == []
            assert visit.page.locator("article h1").is_visible()
        assert visit.outside == visit.context.cookies() == failed == []


def test_a_request_to_another_host_does_not_go_unseen(
    tmp_path: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """Neither one of the page nor one of a worker, such as the search has; both are refused."""
    (tmp_path / "worker.js").write_text(
        "fetch('http://other.example/worker').catch(() => postMessage('refused'))", encoding="utf-8"
    )
    (tmp_path / "index.html").write_text(
        "<img src=//other.example/page onerror=\"new Worker('worker.js').onmessage = () => document.title='refused'\">",
        encoding="utf-8",
    )
    with serve(tmp_path) as home, window() as visit:
        visit.page.goto(home)
        visit.page.wait_for_function("document.title === 'refused'")
        assert visit.outside == ["http://other.example/page", "http://other.example/worker"]
