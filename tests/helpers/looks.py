"""What tests ask a browser of a page: is it wider than the window, is text cut off, does it break a rule."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page, Request

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""axe-core, to be put into every page of a window with `add_init_script`, which no policy of a page prevents."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of WCAG 2.2, levels A and AA, and what axe-core calls good practice."""
ALL = {"type": "tag", "values": list(TAGS)}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_RUN = """async ([only, known]) => {
    const run = (where, only, rules = {}) => axe.run(where, {
        resultTypes: ['violations'], runOnly: only, rules, preload: {assets: ['media']},
    })
    if (known === null) return {...await run(document, only), looks: []}
    const shown = new Map(), looks = new Set(known), fresh = [], texts = []
    const look = each => {
        if (!each) return ''
        if (!shown.has(each)) {
            const {backgroundColor, backgroundImage, opacity, position, filter} = getComputedStyle(each)
            const own = [each.tagName, each.getAttribute('class'), backgroundColor, backgroundImage]
            shown.set(each, `${look(each.parentElement)}>${[...own, opacity, position, filter].join(' ')}`)
        }
        return shown.get(each)
    }
    for (const each of document.body.querySelectorAll('*')) {
        const typed = each.matches('input, select, textarea')
        if (!typed && ![...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue
        if (!each.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue
        const {color, fontSize, fontWeight, textShadow, webkitTextFillColor} = getComputedStyle(each)
        const whole = `${look(each)}: ${[color, fontSize, fontWeight, textShadow, webkitTextFillColor].join(' ')}`
        if (looks.has(whole)) continue
        looks.add(whole)
        fresh.push(whole)
        texts.push(each)
    }
    const contrast = 'color-contrast', others = {...only, values: only.values.filter(each => each !== contrast)}
    const found = await run(document, others, {[contrast]: {enabled: false}})
    const measured = {type: 'rule', values: [contrast]}
    if (texts.length) found.violations.push(...(await run({include: texts}, measured)).violations)
    return {...found, looks: fresh}
}"""
"""Style sheets are not fetched again: the one rule that reads them is experimental, which axe-core leaves out.

The contrast of a text follows from what its look is made of: its colours, size and weight, and all that is behind it.
It takes three quarters of the time, and of the texts of one look it is measured for the first.
"""
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
"""The spacing of WCAG 1.4.12, as a reader's own style sheet has it; the policy of a page does not prevent it."""
_CUT = """() => [...document.body.querySelectorAll('*')].filter(each => {
    if (!each.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false
    const words = [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    return words.some(node => {
        const range = document.createRange()
        range.selectNodeContents(node)
        const {left, right, top, bottom} = range.getBoundingClientRect()
        let lost = false
        for (let box = each; box !== document.body; box = box.parentElement) {
            const {overflowX, overflowY, position} = getComputedStyle(box)
            const edge = box.getBoundingClientRect()
            if (edge.width <= 1 || edge.height <= 1) return false  // for screen readers alone
            if (/hidden|clip/.test(overflowX)) lost ||= right > edge.right + 1 || left < edge.left - 1
            if (/hidden|clip/.test(overflowY)) lost ||= bottom > edge.bottom + 1 || top < edge.top - 1
            if (position === 'fixed') return lost && edge.right > 0 && edge.left < window.innerWidth
            if (/auto|scroll/.test(overflowX)) return lost  // what is further out can be scrolled to
        }
        return lost || right > window.innerWidth + 1 || left < -1
    })
}).map(each => each.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))"""
"""A fixed box that is out of the window, such as a closed menu, is not there yet."""
_STORED = """async () => [
    ...Object.keys(localStorage).filter(key => !key.endsWith('.__palette')), ...Object.keys(sessionStorage),
    ...await caches.keys(), ...(await indexedDB.databases()).map(each => each.name),
    ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope)
]"""


def failures(page: Page) -> list[str]:
    """Return a list that is filled with errors of scripts and with files that do not come, from now on.

    A file that the browser itself no longer waits for, because it goes on to another page, is none.
    """
    failed: list[str] = []

    def note(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            failed.append(f"{request.url}: {request.failure}")

    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on(
        "response", lambda answer: failed.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None
    )
    page.on("requestfailed", note)
    return failed


def stored(page: Page) -> list[str]:
    """Return the keys of everything a site stores in the browser, but of the colours that the reader has chosen."""
    return [str(each) for each in page.evaluate(_STORED)]


def overflow(page: Page) -> int:
    """Return by how many pixels the document is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def widest(page: Page) -> str:
    """Return the element of our own that reaches furthest to the right, for the message of a failure."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll('main *')]
                .map(each => [each.getBoundingClientRect().right, each.outerHTML.slice(0, 120)])
                .sort((one, other) => other[0] - one[0])[0]"""
        )
    )


def cut(page: Page) -> list[str]:
    """Return the elements whose text is cut off by a box that cannot be scrolled, or by the side of the window."""
    return [str(each) for each in page.evaluate(_CUT)]


def violations(
    page: Page, looks: set[str] | None = None, rules: Mapping[str, object] = ALL, *, each_text: bool = False
) -> list[str]:
    """Return the rules that the whole document violates, by axe-core, and where; `AXE` must be in the page.

    With the looks of texts whose contrast is known, that of the others is measured, and they are added. The contrast
    of each text is measured if asked for.
    """
    known = set() if looks is None else looks
    found = page.evaluate(_RUN, [dict(rules), None if each_text else list(known)])
    assert found["testEngine"]["name"] == "axe-core"
    known.update(found["looks"])
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {node['failureSummary']}\n"
        f"{node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
