"""The frame of a page — header, menu, search, footer — as people meet it: whole documents, every choice of colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import shell, sites
from tests.helpers.looks import AXE, SPACED, overflow, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

PAGES = [
    "",
    "2568/",
    "2568/measures/e-service/",
    "2568/reports/annual/",
    "compare/2567-2568/",
    "about/ita/",
    "404.html",
]
PRIMARIES = ["purple", "deep-purple", "indigo", "brown", "grey", "blue-grey"]
"""The colours that an agency may choose."""
SECTIONS = ["หน้าแรก", "2568", "2567", "มาตรการ", "รายงาน", "ตัวชี้วัด", "ข้อมูลเปิด", "ติดต่อ", "นโยบายข้อมูล"]
_SMALL = """least => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const {parentElement: each} = walker.currentNode
        if (walker.currentNode.data.trim() && each.checkVisibility({visibilityProperty: true})) {
            const size = parseFloat(getComputedStyle(each).fontSize)
            if (size < least) found.push([size, each.outerHTML.slice(0, 100)])
        }
    }
    return found
}"""
_LOW = """least => [...document.body.querySelectorAll('*')].filter(each => {
    const own = [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('')
    if (!each.checkVisibility() || !/[ก-๛]/.test(own)) return false
    const {lineHeight, fontSize} = getComputedStyle(each)
    return lineHeight === 'normal' || parseFloat(lineHeight) < least * parseFloat(fontSize) - 0.5
}).map(each => [getComputedStyle(each).lineHeight, getComputedStyle(each).fontSize, each.outerHTML.slice(0, 100)])"""
_MAIN = "header button, header label[for^=__palette], .ita-menu a, .ita-menu button, .md-tabs a, .md-search button"
_TARGETS = """([selector, least]) => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility({visibilityProperty: true}))
    .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 100)])
    .filter(([box]) => box.width < least || box.height < least)
    .map(([box, html]) => [box.width, box.height, html])"""
_CLIPPED = """() => [...document.querySelectorAll('header *, footer *, .md-tabs *, h1, .ita-badge')].filter(each => {
    const {overflowX, overflowY} = getComputedStyle(each)
    return each.checkVisibility({visibilityProperty: true}) && each.clientWidth > 1
        && (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1
            || overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1)
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=[360, 1280], ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    """Width of the window in pixels."""
    return int(request.param)


@pytest.fixture(scope="module", params=shell.SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    """Return the choice of colours."""
    return str(request.param)


@pytest.fixture(scope="module")
def visit(width: int, scheme: str, home: str, window: Window) -> Iterator[Any]:
    """Open one window for all pages of a width and a choice of colours."""
    size = {"width": width, "height": 800}
    with window(color_scheme=shell.system(scheme), viewport=size, reduced_motion="reduce") as opened:
        opened.page.goto(home)
        shell.colour(opened.page, scheme)  # the site remembers it
        yield opened


@pytest.mark.parametrize("scheme", ["contrast"], indirect=True)
def test_no_colour_violates_a_rule(home: str, visit: Any, scheme: str) -> None:  # noqa: ANN401
    """By the other rules, and in light and dark, pages are looked at by test_accessibility.py."""
    found = []
    for address in PAGES:
        visit.page.goto(home + address)
        shell.colour(visit.page, scheme)
        found += [f"{address}: {each}" for each in shell.violations(visit.page, colours_alone=True)]
    assert not found, "\n\n".join(found)


def test_open_search_and_open_menu_violate_no_rule(home: str, visit: Any, width: int, scheme: str) -> None:  # noqa: ANN401
    again = scheme != shell.SCHEMES[0]
    visit.page.goto(home + "2568/")
    shell.open_search(visit.page)
    found = shell.violations(visit.page, colours_alone=again)
    if width == 360:
        visit.page.goto(home + "2568/")
        shell.open_menu(visit.page)
        found += shell.violations(visit.page, colours_alone=again)
    assert not found, "\n\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_systems_wish_for_contrast_is_heard_without_javascript(home: str, window: Window, scheme: str) -> None:
    with window(color_scheme=scheme, contrast="more", java_script_enabled=False) as visit:
        visit.page.goto(home)
        assert (
            visit.page.locator(".md-header").evaluate("each => getComputedStyle(each).backgroundColor")
            == "rgb(0, 0, 0)"
        )
    with window(color_scheme=scheme, contrast="more") as visit:
        visit.page.goto(home + "2568/measures/e-service/")
        body = visit.page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        ground, text = (
            ("rgb(255, 255, 255)", "rgb(0, 0, 0)") if scheme == "light" else ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
        )
        assert body == [ground, text]
        assert shell.violations(visit.page) == []


def test_each_colour_of_an_agency_can_be_read(home: str, visit: Any) -> None:  # noqa: ANN401
    visit.page.goto(home + "2568/measures/e-service/")
    visit.page.evaluate(AXE)
    looks: set[int] = set()
    for primary in PRIMARIES:
        visit.page.evaluate("name => document.body.setAttribute('data-md-color-primary', name)", primary)
        assert violations(visit.page, looks, colours_alone=True) == [], primary
        ring, ground, header = visit.page.evaluate(
            """() => {
                const link = document.querySelector('article a[href]:not(.headerlink)')
                link.focus({focusVisible: true})
                const colour = each => getComputedStyle(each)
                return [colour(link).outlineColor, colour(document.body).backgroundColor,
                    colour(document.querySelector('.md-header')).backgroundColor]
            }"""
        )
        assert contrast(ring, ground) >= 3, primary
        assert contrast("rgb(255, 255, 255)", header) >= 4.5, f"{primary}: text and focus rings in it are white"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it, from 1 to 21."""

    def light(colour: str) -> float:
        parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_landmarks_have_names_of_their_own(home: str, window: Window) -> None:
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(home + "about/ita/")
        names = visit.page.locator("nav, [role=search]").evaluate_all(
            "all => all.map(each => each.getAttribute('aria-label'))"
        )
        assert names == ["ค้นหาในเว็บไซต์นี้", "หมวดหลัก", "เมนู", "ในหน้านี้", "ทุกหมวด"]
        for role in ("banner", "main", "contentinfo"):
            assert visit.page.get_by_role(role).count() == 1, role
        assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize("size", [320, 360, 1280])
def test_the_agencys_name_stands_in_the_header_uncut(
    tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]], window: Window, size: int
) -> None:
    name = "ความโปร่งใส องค์การบริหารส่วนตำบลสามเรือน"
    project = sites.copy_project(tmp_path / "project", sites.AGENCIES["sam-ruean"])
    with (
        serve(sites.build(project, tmp_path / "site")) as home,
        window(viewport={"width": size, "height": 800}) as visit,
    ):
        visit.page.goto(home)
        link = visit.page.get_by_role("banner").get_by_role("link", name=name)
        assert link.is_visible()
        box, header = link.locator("span").bounding_box(), visit.page.locator(".md-header").bounding_box()
        assert box["y"] >= header["y"]  # below what an agency says above every page
        assert box["y"] + box["height"] <= header["y"] + header["height"]
        assert box["x"] + box["width"] <= size
        assert overflow(visit.page) == 0


@pytest.mark.parametrize("size", [360, 1280])
def test_letters_are_large_and_lines_high_enough(home: str, window: Window, size: int) -> None:
    """Nothing below 14 px, running text 17 px at least; a line holds the highest stack of Thai marks."""
    with window(viewport={"width": size, "height": 800}) as visit:
        for address in PAGES:
            visit.page.goto(home + address)
            assert visit.page.evaluate(_SMALL, 14) == [], address
            assert visit.page.evaluate(_LOW, 1.65) == [], address
            assert visit.page.locator("article").evaluate("each => parseFloat(getComputedStyle(each).fontSize)") >= 17


def test_no_stack_of_vowels_and_tones_is_higher_than_a_line(home: str, window: Window) -> None:
    """In ems, from the top of the highest letters with their marks to the bottom of the lowest."""
    with window() as visit:
        visit.page.goto(home)
        needed = visit.page.evaluate(
            """async () => {
                await document.fonts.ready
                const pen = document.createElement('canvas').getContext('2d')
                return [400, 700].map(weight => {
                    pen.font = `${weight} 1000px 'Noto Sans Thai Looped'`
                    const up = pen.measureText('ฝื้ปี่ฟ้ำ').actualBoundingBoxAscent
                    return (up + pen.measureText('ฏูฎุ').actualBoundingBoxDescent) / 1000
                })
            }"""
        )
        assert all(1.5 < each < 1.65 for each in needed), needed
        assert visit.page.evaluate("document.fonts.check(\"16px 'Noto Sans Thai Looped'\", 'ก')")


def test_what_is_tapped_most_is_large(home: str, visit: Any, width: int) -> None:  # noqa: ANN401
    visit.page.goto(home + "2568/")
    if width == 360:
        shell.open_menu(visit.page)
    assert visit.page.evaluate(_TARGETS, [_MAIN, 43]) == []


@pytest.mark.parametrize("address", PAGES)
def test_wider_spacing_of_text_loses_nothing(home: str, window: Window, address: str) -> None:
    for size in (320, 1280):
        with window(viewport={"width": size, "height": 800}) as visit:
            visit.page.goto(home + address)
            visit.page.evaluate(SPACED)
            assert overflow(visit.page) <= 0, size
            assert visit.page.evaluate(_CLIPPED) == [], size


def test_without_javascript_the_footer_leads_everywhere_and_a_finger_opens_the_menu(home: str, window: Window) -> None:
    with window(java_script_enabled=False, viewport={"width": 360, "height": 800}) as visit:
        visit.page.goto(home + "2568/measures/e-service/")
        footer = visit.page.get_by_role("contentinfo")
        for section in SECTIONS:
            assert footer.get_by_role("link", name=section, exact=True).is_visible(), section
        assert not visit.page.locator(".ita-menu a").first.is_visible()
        visit.page.locator("header label[for=__drawer]").click()
        visit.page.locator(".ita-menu").get_by_role("link", name="ตัวชี้วัด", exact=True).click()
        visit.page.wait_for_url("**/indicators/")
        assert visit.page.locator("header button:visible").count() == 0  # none that does nothing


def test_what_is_on_a_long_page_is_folded_below_its_heading_where_there_is_no_room_beside_it(
    home: str, window: Window
) -> None:
    with window(viewport={"width": 360, "height": 740}, java_script_enabled=False) as visit:
        visit.page.goto(home + "2568/measures/e-service/")
        assert not visit.page.locator(".md-sidebar--secondary").is_visible()
        contents = visit.page.locator("article details.ita-contents")
        top = contents.bounding_box()
        assert top is not None
        assert top["y"] + top["height"] < 740
        contents.locator("summary").click()
        links = contents.get_by_role("link")
        headings = visit.page.locator("article h2[id]")
        ids = [f"#{each.get_attribute('id')}" for each in headings.all()]
        assert [each.get_attribute("href") for each in links.all()] == ids
        links.nth(1).click()
        assert visit.page.url.endswith(ids[1])
    with window(viewport={"width": 1280, "height": 900}) as visit:
        visit.page.goto(home + "2568/measures/e-service/")
        assert not visit.page.locator(".ita-contents").is_visible()
        assert visit.page.locator(".md-sidebar--secondary nav").is_visible()


@pytest.mark.parametrize("address", ["", "compare/"])
def test_a_short_page_and_the_first_page_have_no_list_of_what_is_on_them(
    address: str, home: str, window: Window
) -> None:
    with window(viewport={"width": 360, "height": 740}) as visit:
        visit.page.goto(home + address)
        assert visit.page.locator(".ita-contents").count() == 0


def test_the_missing_page_helps_under_a_sub_path(
    mueang_pan: Path, tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]], window: Window
) -> None:
    site = sites.build(mueang_pan, tmp_path / "served" / "town" / "ita", site_url="https://ita.town.go.th/town/ita/")
    with serve(tmp_path / "served") as root, window(viewport={"width": 360, "height": 800}) as visit:
        # A server shows this page at the address that was asked for, whatever its depth.
        body = (site / "404.html").read_bytes()
        visit.context.route("**/lost/**", lambda route: route.fulfill(status=404, body=body, content_type="text/html"))
        answers: list[tuple[int, str]] = []
        visit.page.on("response", lambda answer: answers.append((answer.status, answer.url)))
        visit.page.goto(f"{root}town/ita/2568/lost/page/")
        assert visit.page.title().startswith("ไม่พบหน้านี้ - ")
        assert [url for status, url in answers if status >= 400] == [f"{root}town/ita/2568/lost/page/"]
        article = visit.page.locator("article")
        article.get_by_role("button", name="ค้นหาในเว็บไซต์นี้").click()
        assert "md-search__input" in shell.focused(visit.page)
        visit.page.keyboard.press("Escape")
        assert "ค้นหาในเว็บไซต์นี้" in shell.focused(visit.page)
        for section in SECTIONS[1:]:
            assert article.get_by_role("link", name=section, exact=True).is_visible(), section
        article.get_by_role("link", name="กลับไปหน้าแรก").click()
        visit.page.wait_for_url(f"{root}town/ita/")
        assert visit.page.locator("h1").inner_text().startswith("เทศบาลตำบลเมืองปาน")


def test_icons_of_badges_are_pictures_and_stay_when_colours_are_forced(home: str, window: Window) -> None:
    with window(forced_colors="active", viewport={"width": 360, "height": 800}) as visit:
        visit.page.goto(home + "2568/status/")
        badge = visit.page.locator(".ita-badge--done").first
        icon, ground, edge = badge.evaluate(
            """each => {
                const icon = getComputedStyle(each, '::before')
                return [icon.maskImage, icon.backgroundColor, getComputedStyle(each).borderTopColor]
            }"""
        )
        assert icon.startswith('url("data:image/svg+xml')
        assert contrast(ground, visit.page.evaluate("getComputedStyle(document.body).backgroundColor")) >= 3
        assert contrast(edge, visit.page.evaluate("getComputedStyle(document.body).backgroundColor")) >= 3


def test_nothing_moves_for_those_who_asked_for_it(home: str, window: Window) -> None:
    with window(reduced_motion="reduce", viewport={"width": 360, "height": 800}) as visit:
        visit.page.goto(home)
        moving = visit.page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(each => {
                const {transitionDuration, animationDuration} = getComputedStyle(each)
                return /[1-9]/.test(transitionDuration + animationDuration)
            }).length"""
        )
        assert moving == 0
