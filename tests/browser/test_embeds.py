"""A webmaster's hour: the lines to copy, put into a page of an old website that allows no scripts, on a telephone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import sites
from tests.helpers.looks import AXE, failures, violations

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

SITE = "https://ita.town.go.th/"


@pytest.fixture(scope="module", params=["mueang-pan", "sam-ruean"])
def site(request: pytest.FixtureRequest, site_of: Callable[[str], Path]) -> Path:
    """Return the site of a municipality with results of several years."""
    return site_of(request.param)


def old_website(site: Path, folder: Path, home: str) -> list[str]:
    """Write a page of another website with all the lines that the site offers; return them."""
    lines = [each.text for each in sites.article(site, "embed/").all("code")]
    (folder / "index.html").write_text(
        "<!doctype html><html lang=th><head><meta charset=utf-8><title>เว็บไซต์เดิม</title>"
        f'<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head><body><main><h1>เว็บไซต์เดิม</h1>'
        f"{''.join(lines).replace(SITE, home)}</main></body></html>",
        encoding="utf-8",
    )
    return lines


def brightness(colour: str) -> int:
    """Return how bright a colour is, as `rgb(27, 27, 33)`."""
    return sum(map(int, re.findall(r"\d+", colour)))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_foreign_page_without_scripts_all_of_it_is_seen_at_320_pixels(
    scheme: str,
    site: Path,
    tmp_path: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
) -> None:
    with (
        serve(site) as home,
        serve(tmp_path) as old,
        window(viewport={"width": 320, "height": 800}, color_scheme=scheme) as visit,
    ):
        lines = old_website(site, tmp_path, home)
        assert len(lines) > 5
        failed = failures(visit.page)
        visit.page.goto(old)
        for frame in visit.page.locator("iframe").all():
            frame.scroll_into_view_if_needed()  # it is loaded when it is seen
        visit.page.wait_for_load_state("networkidle")
        shown = visit.page.frames[1:]
        assert len(shown) == len(lines)
        for frame in shown:
            size = "e => [e.scrollWidth <= e.clientWidth, e.scrollHeight <= e.clientHeight]"
            assert frame.locator("html").evaluate(size) == [True, True], frame.url
            ink, paper = frame.locator("body").evaluate(
                "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
            )
            assert (brightness(ink) < brightness(paper)) == (scheme == "light"), frame.url
        shown[0].locator("a").click()
        visit.page.wait_for_url(f"{home}*/")
        assert visit.page.locator("article h1").is_visible()
        assert (visit.outside, visit.attacks, failed) == ([], [], [])


def test_no_frame_violates_a_rule(
    site: Path, serve: Callable[[Path], AbstractContextManager[str]], window: Window
) -> None:
    """In light and in dark, which a frame takes from the reader's system while it stands there."""
    looks: set[int] = set()
    with serve(site) as home, window(viewport={"width": 320, "height": 800}) as visit:
        visit.context.add_init_script(AXE)
        found = []
        for path in sorted(site.glob("embed/*/*/index.html")):
            address = path.parent.relative_to(site).as_posix()
            visit.page.emulate_media(color_scheme="light")
            visit.page.goto(f"{home}{address}/")
            found += [f"{address}: {each}" for each in violations(visit.page, looks)]
            visit.page.emulate_media(color_scheme="dark")
            found += [f"{address} in dark: {each}" for each in violations(visit.page, looks, colours_alone=True)]
        assert found == []


def test_a_frame_works_from_a_folder_and_on_paper(site: Path, chromium: Any) -> None:  # noqa: ANN401
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto((site / "embed/latest/score/index.html").as_uri())
    strong = page.locator(".ita-embed__score strong")
    assert float(strong.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) > 40
    page.emulate_media(media="print", color_scheme="dark")
    assert strong.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
