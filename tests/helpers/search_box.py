"""The search box of a page: type into it, and hear what it answers."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page

_LISTEN = """
    const tell = EventTarget.prototype.dispatchEvent
    EventTarget.prototype.dispatchEvent = function (event) {
        const told = tell.call(this, event)
        if (event instanceof MessageEvent && event.data?.type === 3) window.heard?.(event.data.data)
        return told
    }
"""
"""Hear what the search tells the box: the list on the screen grows only while it is scrolled."""
_ASK = """async typed => {
    const field = document.querySelector('[data-md-component=search-query]')
    const answered = value => new Promise(heard => {
        window.heard = heard
        field.value = value
        field.dispatchEvent(new Event('input'))
    })
    if (field.value) await answered('')
    const {items, waiting, near} = await answered(typed)
    await null // what was told is then in the list
    const entries = [...document.querySelectorAll('.md-search-result__item')]
    return {
        found: [...items, ...waiting].map(([first]) => new URL(first.location, __md_scope).href),
        shown: entries.map(entry => entry.querySelector('.md-search-result__link').href),
        line: document.querySelector('.md-search-result__meta').textContent.trim(),
        near,
        home: __md_scope.href,
    }
}"""


@dataclass(frozen=True)
class Answer:
    """What the box shows: the pages it found, best first, and the line above them."""

    pages: tuple[str, ...]
    line: str
    near: bool


@contextmanager
def box(
    window: Callable[..., AbstractContextManager[Any]], address: str
) -> Iterator[tuple[Any, Callable[[str], Answer]]]:
    """Open a page, and give the visit and what types into its search box and returns the answer."""
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.failed = []
        visit.page.on("pageerror", lambda error: visit.failed.append(str(error)))
        visit.page.on("console", lambda said: visit.failed.append(said.text) if said.type == "error" else None)
        visit.context.route(re.compile("^file:"), lambda route: route.continue_())
        visit.page.add_init_script(_LISTEN)
        visit.page.goto(address)
        visit.page.locator("[data-md-component=search-query]").click()
        waiting = visit.page.evaluate("JSON.parse(__config.textContent).translations['search.result.placeholder']")
        visit.page.locator(".md-search-result__meta").get_by_text(waiting, exact=True).wait_for()
        yield visit, lambda typed: answer(visit.page, typed)


def answer(page: Page, typed: str) -> Answer:
    told = page.evaluate(_ASK, typed)
    found, shown = (
        [link.removeprefix(told["home"]).partition("#")[0] for link in told[key]] for key in ("found", "shown")
    )
    assert shown == found[: len(shown)], "the list begins with what was found"
    assert len(shown) >= min(len(found), 10)
    return Answer(tuple(found), told["line"], told["near"])
