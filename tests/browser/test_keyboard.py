"""A page by keyboard alone: everything is reached, in the order it is read, seen when reached, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

_REACHABLE = """async () => {
    await document.fonts.ready
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    const seen = all.filter(each => each.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
        && !each.closest('[hidden], .md-skip') && each.tabIndex >= 0)
    const stops = seen.filter(each => each.type !== 'radio' || each.checked)
    return stops.map((each, place) => (each.dataset.stop = place))
}"""
"""Number what a keyboard must reach, in the order of the page; of radio buttons only the chosen one is a stop.

Once the page stands still: a table that fits is no stop any more as soon as it was measured, after the first frame.
"""
_STOP = """() => {
    const each = document.activeElement
    if (each === document.body) return null
    const shown = each.type === 'radio' ? each.nextElementSibling : each
    const [box] = shown.getClientRects()
    const {outlineStyle, outlineWidth} = getComputedStyle(shown)
    const inside = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const x = Math.min(Math.max((box?.left + box?.right) / 2, 1), innerWidth - 1)
    const top = Math.max(box?.top, 0), bottom = Math.min(box?.bottom, innerHeight)
    const on = inside && [0.25, 0.5, 0.75].map(part => document.elementFromPoint(x, top + (bottom - top) * part))
    return {
        number: each.dataset.stop ?? each.className,
        html: each.outerHTML.slice(0, 120),
        ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        seen: Boolean(on) && on.some(found => shown.contains(found)),
    }
}"""


def stops(page: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a Playwright page
    """Press Tab through the whole page and yield where the focus stops."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(_STOP)) is None:
            return
        yield stop
    pytest.fail("the focus never leaves the page")


@pytest.mark.parametrize("address", ["", "2568/measures/e-service/", "2568/reports/annual/", "404.html"])
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_tab_reaches_everything_in_order_and_it_is_seen(
    home: str, window: Callable[..., AbstractContextManager[Any]], address: str, width: int
) -> None:
    with window(viewport={"width": width, "height": 700}, reduced_motion="reduce") as visit:
        visit.page.goto(home + address)
        expected = visit.page.evaluate(_REACHABLE)
        assert len(expected) > 15
        found = list(stops(visit.page))
        assert found[0]["number"].startswith("md-skip") or address == "404.html"
        assert [each["number"] for each in found if not each["number"].startswith("md-skip")] == [
            str(each) for each in expected
        ]
        assert [each["html"] for each in found if not each["ring"]] == []
        assert [each["html"] for each in found if not each["seen"]] == []


def test_the_skip_link_leads_to_the_heading(home: str, window: Callable[..., AbstractContextManager[Any]]) -> None:
    with window(viewport={"width": 360, "height": 700}) as visit:
        for address in ("", "2568/", "2568/measures/e-service/", "compare/2567-2568/", "about/ita/"):
            visit.page.goto(home + address)
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("document.activeElement.textContent.trim()") == "ข้ามไปที่เนื้อหา"
            visit.page.keyboard.press("Enter")
            target = visit.page.evaluate("document.querySelector(':target')?.tagName")
            assert target == "H1", address
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("Boolean(document.activeElement.closest('article'))"), address


def test_the_menu_takes_the_focus_and_gives_it_back(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(viewport={"width": 360, "height": 700}) as visit:
        page = visit.page
        page.goto(home + "2568/")
        button = page.get_by_role("button", name="เมนู", exact=True)
        assert button.get_attribute("aria-expanded") == "false"
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert "หน้าแรก" in shell.focused(page)
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.itaOpens") == "drawer"
        assert button.get_attribute("aria-expanded") == "false"
        page.keyboard.press("Space")
        page.get_by_role("button", name="ปิดเมนู").press("Enter")
        assert page.evaluate("document.activeElement.dataset.itaOpens") == "drawer"
        page.keyboard.press("Enter")
        links = page.locator(".ita-menu a").count()
        for _ in range(links):
            page.keyboard.press("Tab")
        assert not page.evaluate("Boolean(document.activeElement.closest('.ita-menu'))")
        assert button.get_attribute("aria-expanded") == "false"  # left, so closed
        button.click()
        page.locator("label.md-overlay").click(position={"x": 340, "y": 400})
        assert page.evaluate("document.activeElement.dataset.itaOpens") == "drawer"


@pytest.mark.parametrize("width", [360, 1280])
def test_search_by_keyboard_from_the_box_to_the_results_and_back(
    home: str, window: Callable[..., AbstractContextManager[Any]], width: int
) -> None:
    with window(viewport={"width": width, "height": 700}) as visit:
        page = visit.page
        page.goto(home + "2568/")
        shell.open_search(page)
        assert "md-search__input" in shell.focused(page)
        page.keyboard.press("Tab")
        assert 'type="reset"' in shell.focused(page)
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.href")
        assert first == page.locator(".md-search-result__link").first.get_attribute("href")
        page.keyboard.press("ArrowDown")
        second = page.evaluate("document.activeElement.href || document.activeElement.tagName")
        assert second != first
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.href") == first
        page.keyboard.press("Escape")
        page.locator(".md-search-result__link").first.wait_for(state="hidden")
        assert ("md-search__input" if width == 1280 else 'data-ita-opens="search"') in shell.focused(page)
        if width == 1280:
            page.keyboard.press("Backspace")
            page.locator(".md-search-result__link").first.wait_for(state="visible")
            page.keyboard.press("Escape")
            page.keyboard.press("Enter")  # sends nothing: the page stays
            assert page.url == home + "2568/"
        shell.open_search(page)
        page.locator("article a[href]:not(.headerlink)").first.focus()
        page.locator(".md-search-result__link").first.wait_for(state="hidden")


def test_no_single_key_does_anything(home: str, window: Callable[..., AbstractContextManager[Any]]) -> None:
    with window(viewport={"width": 1280, "height": 700}) as visit:
        page = visit.page
        page.goto(home + "about/site/")  # a page with a page before and a page after it
        assert page.locator("link[rel=prev], link[rel=next]").count() == 2
        before = page.evaluate("document.documentElement.outerHTML")
        for place in (
            "document.body",
            "document.querySelector('article a')",
            "document.querySelector('.md-option:checked')",
        ):
            page.evaluate(f"{place}.focus()")
            for key in "sf/np,.?x123":
                page.keyboard.press(key)
                assert page.url == home + "about/site/", key
                assert "md-search__input" not in shell.focused(page), key
        page.evaluate("document.activeElement.blur()")
        assert page.evaluate("document.documentElement.outerHTML").count("checked") == before.count("checked")


def test_the_colours_are_chosen_by_arrow_keys(home: str, window: Callable[..., AbstractContextManager[Any]]) -> None:
    with window(viewport={"width": 360, "height": 700}) as visit:
        page = visit.page
        page.goto(home)
        group = page.get_by_role("radiogroup", name="สีของหน้าจอ")
        group.get_by_role("radio", name="สว่าง").focus()
        for name, scheme in (("มืด", "slate"), ("ตัดกันสูง", "contrast"), ("สว่าง", "default")):
            page.keyboard.press("ArrowRight")
            assert group.get_by_role("radio", name=name).is_checked()
            assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
        page.keyboard.press("ArrowLeft")
        page.reload()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "contrast"  # remembered
