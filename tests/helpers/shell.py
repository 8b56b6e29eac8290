"""What tests of the frame of a page share: open its parts, change its colours, ask axe-core about all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers import looks

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEMES = ("light", "dark", "contrast")
"""The three choices of colours: the first two follow the system, the third is chosen on the page."""
NAMES = {"light": "default", "dark": "slate", "contrast": "contrast"}
"""What the page calls each of them."""


def violations(page: Page, *, colours_alone: bool = False) -> list[str]:
    """Return the rules that the whole document violates, by axe-core, and where."""
    page.evaluate(looks.AXE)  # not as an element of the page: its policy refuses that
    return looks.violations(page, colours_alone=colours_alone)


def system(scheme: str) -> str:
    """Return the system's choice of colours under which a scheme is looked at."""
    return "dark" if scheme == "dark" else "light"


def colour(page: Page, scheme: str) -> None:
    """Choose the colours on the page, as the button in its header does."""
    if scheme == "contrast":
        choose(page, scheme)
    assert page.locator("body").get_attribute("data-md-color-scheme") == NAMES[scheme]


def choose(page: Page, scheme: str) -> None:
    """Choose a scheme among the colours that the page offers."""
    page.evaluate(f"document.querySelector('input[data-md-color-scheme={NAMES[scheme]}]').click()")


def open_search(page: Page, text: str = "Policy") -> None:
    """Type a text into the search box and wait for what it finds."""
    button = page.locator("header [data-ita-opens=search]")
    if button.is_visible():
        button.click()
    else:
        page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(text)
    page.keyboard.press("Shift")  # the theme's own search listens to keys alone
    page.locator(".md-search-result__link").first.wait_for(state="visible")


def open_menu(page: Page) -> None:
    """Open the menu of a narrow screen."""
    page.locator("[data-ita-opens=drawer]").click()
    page.locator(".ita-menu a").first.wait_for(state="visible")


def focused(page: Page) -> str:
    """Return the beginning of the element that has the focus."""
    return str(page.evaluate("document.activeElement.outerHTML.replace(/\\s+/g, ' ').slice(0, 160)"))
