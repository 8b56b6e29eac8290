"""The style sheet that pages load beside those it was made of: nothing looks different, whatever a reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import left_out_rules, shell, sites
from tests.helpers.audit import EACH_AGENCY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.helpers.audit import Audit

    Window = Callable[..., AbstractContextManager[Any]]

_LOOKS = """sheet => {
    const link = document.querySelector('link[rel=stylesheet]')
    const whole = new CSSStyleSheet()
    whole.replaceSync(sheet.replaceAll('url("../', `url("${new URL('..', link.href)}`))
    const named = new Set(), walk = rules => {
        for (const {style, cssRules} of rules) {
            for (const each of style ?? []) if (!each.startsWith('--')) named.add(each)
            walk(cssRules ?? [])
        }
    }
    walk(whole.cssRules)
    const names = [...named]
    const paths = new Map(), known = new Map()
    const path = each => {
        if (!each) return ''
        const {tagName, parentElement} = each
        if (!paths.has(each)) paths.set(each, `${path(parentElement)}>${tagName}.${each.getAttribute('class')}`)
        return paths.get(each)
    }
    const all = [document.documentElement, ...document.querySelectorAll('body, body *')].filter(each => {
        known.set(path(each), (known.get(path(each)) ?? 0) + 1)
        return known.get(path(each)) <= 8
    })
    const looks = async () => {
        document.documentElement.getBoundingClientRect()  // which asks for the fonts
        await document.fonts.ready
        const placed = () => [...document.querySelectorAll('[style]')].map(each => each.style.cssText).join('\\n')
        for (let last = null, still = 0; still < 4; still = last === placed() ? still + 1 : 0) {
            last = placed()
            await new Promise(requestAnimationFrame)  // until scripts place nothing any more
        }
        document.getAnimations().forEach(each => each.finish())
        return all.flatMap(each => ['', '::before', '::after'].map(part => {
            const style = getComputedStyle(each, part)
            return part && style.content === 'none' ? '' : names.map(name => style.getPropertyValue(name)).join('\\n')
        }))
    }
    const other = (some, every) => some.flatMap((look, place) => {
        if (look === every[place]) return []
        const [one, two] = [look, every[place]].map(each => each.split('\\n'))
        const at = one.findIndex((value, name) => value !== two[name])
        const each = all[Math.floor(place / 3)]
        return [`${path(each)}${['', '::before', '::after'][place % 3]} ${names[at]}: ${one[at]}, ${two[at]}`]
    })
    const withRules = async sheets => {
        link.disabled = true
        document.documentElement.getBoundingClientRect()  // so that all is placed anew
        link.disabled = sheets !== 'own'
        document.adoptedStyleSheets = sheets === 'all' ? [whole] : []
        return await looks()
    }
    window.looks = async sheets => {
        let found = []
        for (let times = 0; times < 3; times++) {
            found = other(await withRules('own'), await withRules(sheets))
            if (!found.length) break  // what scripts have done meanwhile is not there the next time
        }
        link.disabled = false
        document.adoptedStyleSheets = []
        return found
    }
}"""
"""How every element looks, and what stands before and after it, in all properties that any rule sets.

Of elements that have the same classes below elements that have the same, the first eight are looked at.
"""
_KINDS = ("home", "year", "measures", "measure", "report", "data", "about")


@EACH_AGENCY
def test_no_rule_that_was_left_out_would_find_an_element(
    agency: str,
    site_of: Callable[[str], Path],
    audit_of: Callable[[str], Audit],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
) -> None:
    site = site_of(agency)
    asked = left_out_rules.left_out(site)
    assert len(asked) > 1000
    assert audit_of(agency).lacking_rules == []
    with serve(site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(home)
        shell.open_search(visit.page, "ITA")
        visit.page.locator(".md-search-result__more summary").first.click()
        assert visit.page.evaluate(left_out_rules.FOUND, asked) == []


def opened(page: Page, home: str, scheme: str, width: int) -> Iterator[str]:
    """Open pages one after the other, the last with its menu and its search, and yield the name of each."""
    for kind in _KINDS:
        page.goto(f"{home}{sites.KINDS[kind]}")
        shell.colour(page, scheme)
        yield kind
    if width < 600:
        shell.open_menu(page)
        yield "menu"
        page.keyboard.press("Escape")
    shell.open_search(page, "ITA")
    if width < 600:
        page.locator("body[data-md-scrolllock]").wait_for()  # which comes a moment after the box is open
    yield "search"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360), ("contrast", 360)])
def test_every_element_looks_as_with_all_rules(scheme: str, width: int, home: str, window: Window) -> None:
    options = {"color_scheme": shell.system(scheme), "reduced_motion": "reduce"}
    with window(viewport={"width": width, "height": 800}, **options) as visit:
        page = visit.page
        for name in opened(page, home, scheme, width):
            page.mouse.move(1, 1)  # what is below it may look otherwise
            page.evaluate(_LOOKS, left_out_rules.whole())
            for medium in ("screen", "print") if name in _KINDS else ("screen",):
                page.emulate_media(media=medium)
                assert page.evaluate("looks('all')")[-3:] == [], (name, medium)
            if name == _KINDS[0]:
                assert len(page.evaluate("looks('none')")) > 200, "without rules all looks otherwise"
            page.emulate_media(media="screen")
