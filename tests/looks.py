"""What tests ask a browser of a page: is it wider than the window, does it break a rule of accessibility."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_RUN = """() => axe.run({include: [['main .md-content']]},
    {resultTypes: ['violations'], runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}})"""


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


def violations(page: Page) -> list[str]:
    """Return the rules of WCAG 2.2 AA that our own part of the page violates, by axe-core, and where."""
    page.add_script_tag(content=_AXE)
    found = page.evaluate(_RUN)
    assert found["testEngine"]["name"] == "axe-core"
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(node['target'])}: {node['failureSummary']}\n{node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
