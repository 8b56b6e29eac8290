"""What tests ask a browser of a page: is it wider than the window, is text cut off, does it break a rule."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""axe-core, to be put into every page of a window with `add_init_script`, which no policy of a page prevents."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of WCAG 2.2, levels A and AA, and what axe-core calls good practice."""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules for which colours count; what all others find is the same in every choice of colours."""
_RUN = """async ([tags, colours, known, coloursAlone]) => {
    const run = (where, values, rules = {}) => axe.run(where, {
        resultTypes: ['violations'], rules, preload: {assets: ['media']},
        runOnly: {type: values === tags ? 'tag' : 'rule', values},
    })
    if (known === null) return {...await run(document, coloursAlone ? colours : tags), looks: []}
    const off = Object.fromEntries(colours.map(each => [each, {enabled: false}]))
    const shown = new Map(), outlines = new Map(), looks = new Set(known), fresh = [], links = [], texts = []
    const look = each => {
        if (!each) return ''
        if (!shown.has(each)) {
            const {backgroundColor, backgroundImage, opacity, position, filter} = getComputedStyle(each)
            const own = [each.tagName, each.getAttribute('class'), backgroundColor, backgroundImage]
            shown.set(each, short(`${look(each.parentElement)}>${[...own, opacity, position, filter].join(' ')}`))
        }
        return shown.get(each)
    }
    const outline = block => {
        if (!outlines.has(block)) {
            const kind = node => node.tagName ? outline(node) : node.data?.trim() ? '#' : ''
            const inside = [...block.childNodes].map(kind).join(',')
            outlines.set(block, short(`${block.tagName}.${block.getAttribute('class')}(${inside})`))
        }
        return outlines.get(block)
    }
    const short = text => {
        let [a, b] = [1, 2]
        for (let place = 0; place < text.length; place++) {
            a = Math.imul(a ^ text.charCodeAt(place), 2654435761)
            b = Math.imul(b ^ text.charCodeAt(place), 1597334677)
        }
        return (b >>> 11) * 4294967296 + (a >>> 0)
    }
    const isNew = text => {
        const key = short(text)
        if (looks.has(key)) return false
        looks.add(key)
        fresh.push(key)
        return true
    }
    const ink = each => {
        const {color, fontSize, fontWeight, textShadow, webkitTextFillColor} = getComputedStyle(each)
        return `${look(each)}: ${[color, fontSize, fontWeight, textShadow, webkitTextFillColor].join(' ')}`
    }
    for (const each of document.body.querySelectorAll('*')) {
        const typed = each.matches('input, select, textarea')
        if (!typed && ![...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue
        if (!each.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue
        if (isNew(ink(each))) texts.push(each)
    }
    for (const each of document.body.querySelectorAll('a[href], [role=link]')) {
        if (!each.checkVisibility({visibilityProperty: true})) continue
        let block = each.parentElement
        let around = ''
        for (; getComputedStyle(block).display.startsWith('inline'); block = block.parentElement) around += ink(block)
        const {borderBottom, fontStyle, textDecoration} = getComputedStyle(each)
        const own = [ink(each), borderBottom, fontStyle, textDecoration, [...block.querySelectorAll('a')].indexOf(each)]
        if (isNew(`${own.join(' ')} in ${around}${ink(block)}${outline(block)}`)) links.push(each)
    }
    const found = coloursAlone ? {violations: []} : await run(document, tags, off)
    if (!links.length && !texts.length) return {...found, looks: fresh}
    const {violations} = await run({include: [...texts, ...links]}, colours)
    found.violations.push(...violations)
    return {...found, looks: fresh}
}"""
"""Style sheets are not fetched again: the one rule that reads them is experimental, which axe-core leaves out.

The contrast of a text follows from what its look is made of: its colours, size and weight, and all that is behind it;
whether a link stands out, from that and from what stands around it in its block. Both take most of the time, and of
texts and links of one look they are measured for the first. A look is known by a number made of its description.
"""
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
"""The spacing of WCAG 1.4.12, as a reader's own style sheet has it; the policy of a page does not prevent it."""
CUT = """() => {
    const known = new Map()
    const boxed = box => {
        if (!known.has(box)) {
            const {overflowX, overflowY, position} = getComputedStyle(box), edge = box.getBoundingClientRect()
            known.set(box, {
                edge, isFixed: position === 'fixed', scrolls: /auto|scroll/.test(overflowX),
                clipsX: /hidden|clip/.test(overflowX), clipsY: /hidden|clip/.test(overflowY),
            })
        }
        return known.get(box)
    }
    const isCut = node => {
        const range = document.createRange()
        range.selectNodeContents(node)
        const {left, right, top, bottom} = range.getBoundingClientRect()
        let lost = false
        for (let box = node.parentElement; box !== document.body; box = box.parentElement) {
            const {edge, isFixed, scrolls, clipsX, clipsY} = boxed(box)
            if (edge.width <= 1 || edge.height <= 1) return false  // for screen readers alone
            if (clipsX) lost ||= right > edge.right + 1 || left < edge.left - 1
            if (clipsY) lost ||= bottom > edge.bottom + 1 || top < edge.top - 1
            if (isFixed) return lost && edge.right > 0 && edge.left < window.innerWidth
            if (scrolls) return lost  // what is further out can be scrolled to
        }
        return lost || right > window.innerWidth + 1 || left < -1
    }
    const found = new Set(), texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const node = texts.currentNode, each = node.parentElement
        if (!node.data.trim() || each === document.body || found.has(each)) continue
        if (each.checkVisibility({visibilityProperty: true, opacityProperty: true}) && isCut(node)) found.add(each)
    }
    return [...found].map(each => each.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))
}"""
"""The elements whose text is cut off by a box that cannot be scrolled, or by the side of the window.

A fixed box that is out of the window, such as a closed menu, is not there yet.
"""
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
"""By how many pixels the document is wider than the window."""
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
    return int(page.evaluate(OVERFLOW))


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
    return [str(each) for each in page.evaluate(CUT)]


def violations(
    page: Page, looks: set[int] | None = None, *, colours_alone: bool = False, each_text: bool = False
) -> list[str]:
    """Return the rules that the whole document violates, by axe-core, and where; `AXE` must be in the page.

    With the looks of texts and links that are known, those of the others are measured, and they are added. Each is
    measured if asked for. By the rules about colours alone a document is looked at that is known in other colours.
    """
    known = set() if looks is None else looks
    found = page.evaluate(_RUN, [TAGS, COLOURS, None if each_text else list(known), colours_alone])
    known.update(found["looks"])
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {node['failureSummary']}\n"
        f"{node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
