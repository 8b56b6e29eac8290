"""Every page of a municipality's site: axe-core in light or dark, on a phone or a desk; what the pages do besides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import ViewportSize

from tests.helpers import left_out_rules, shell, sites
from tests.helpers.looks import AXE, failures, overflow, stored, violations, widest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Page


RULE = re.compile(r"^\S+ (?:light|dark) \d+ px: ([a-z0-9-]+) \(")


class Mode(NamedTuple):
    """How a reader sees a page: in a colour scheme, in a window so many pixels wide."""

    scheme: str
    width: int


MODES = tuple(Mode(scheme, width) for scheme in ("light", "dark") for width in (360, 1280))
IN_EVERY_MODE = "mueang-pan"
"""The municipality whose pages are always looked at in every mode."""
AGENCIES = sorted(sites.AGENCIES, key=lambda agency: agency != IN_EVERY_MODE)
EACH_AGENCY = pytest.mark.parametrize(
    "agency", [pytest.param(agency, marks=pytest.mark.xdist_group(f"audit {agency}")) for agency in AGENCIES]
)
"""The longest first; what is asked of the pages of a site is asked in the process that opens them."""
NARROWEST = 320
"""1280 px at 400 % zoom, in px."""
_NARROW = ViewportSize(width=NARROWEST, height=800)


@dataclass(frozen=True)
class Audit:
    """What axe-core found on a site, and what the pages did besides that no page of ours may do."""

    pages: int
    violations: list[str]
    misdeeds: list[str]
    """Attacks that worked, requests to other hosts, cookies, what is stored, errors of scripts, files that lack."""
    sideways: list[str]
    """Pages, but the largest of each kind, that scroll sideways on the narrowest screen."""
    lacking_rules: list[str]
    """Rules that the style sheet is without and that would find an element of a page."""


def varied(site_of: Callable[[str], Path]) -> dict[str, list[str]]:
    """Return pages of each municipality that together show each element in each place, the 404 page among them.

    What the first one shows, which is looked at in every mode, the others need not show again.
    """
    seen: set[tuple[str, ...]] = set()
    return {agency: [*sites.varied(site_of(agency), seen), "404.html"] for agency in AGENCIES}


def states(agency: str, pages: list[str], *, full: bool = False) -> dict[str, list[Mode]]:
    """Return the modes in which axe-core looks at each of these pages: one in turn, or all."""
    if full or agency == IN_EVERY_MODE:
        return {address: [*MODES] for address in pages}
    return {address: [MODES[place % len(MODES)]] for place, address in enumerate(pages)}


def told(violations: list[str]) -> str:
    """Return how many violations of which rule there are, with the first three of each, for a failure's message."""
    rules: dict[str, list[str]] = {}
    for each in violations:
        rules.setdefault("".join(RULE.findall(each)), []).append(each)
    return "\n\n".join(f"{len(found)} × {rule}\n\n" + "\n\n".join(found[:3]) for rule, found in rules.items())


def audit(  # noqa: PLR0913 - what is common to all municipalities
    agency: str,
    site: Path,
    pages: list[str],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
    *,
    full: bool,
) -> Audit:
    """Open every page of a site, and look at some of them in their modes; in full, at all of them in all.

    The others have no element that these do not have. They are opened without scripts, which have nothing else to do
    there.
    """
    due = states(agency, [*sites.addresses(site), "404.html"] if full else pages, full=full)
    closer = {*sites.kinds(site)}
    left_out = left_out_rules.left_out(site)
    looks: set[int] = set()
    found: list[str] = []
    misdeeds: list[str] = []
    sideways: list[str] = []
    lacking: list[str] = []
    for scheme in sorted({modes[0].scheme for modes in due.values()}):
        with serve(site) as home, window(color_scheme=scheme, reduced_motion="reduce") as visit:
            visit.context.add_init_script(AXE)
            failed = failures(visit.page)
            for address, modes in due.items():
                if modes[0].scheme != scheme:
                    continue
                found += _violations(visit.page, home, address, modes, looks, each_text=full)
                lacking += _lacking(visit.page, address, left_out)
                if address not in closer:
                    visit.page.set_viewport_size(_NARROW)
                    sideways += _sideways(visit.page, address)
            misdeeds += misdeeds_of(visit, failed)
    others = [address for address in sites.addresses(site) if address not in due]
    with serve(site) as home, window(viewport=_NARROW, java_script_enabled=False) as visit:
        failed = failures(visit.page)
        for address in others:
            visit.page.goto(home + address)
            if address in closer:
                lacking += _lacking(visit.page, address, left_out)
            else:
                sideways += _sideways(visit.page, address)
        misdeeds += [*visit.outside, *map(str, visit.context.cookies()), *failed]
    return Audit(len({*due, *others}), found, misdeeds, sideways, lacking)


def _sideways(page: Page, address: str) -> list[str]:
    """Return what is told of a page that scrolls sideways on the narrowest screen."""
    by = overflow(page)
    return [f"{address} at {NARROWEST} px by {by} px: {widest(page)}"] if by > 0 else []


def _lacking(page: Page, address: str, left_out: list[str]) -> list[str]:
    """Return the rules that would find an element of a page, were they there."""
    return [f"{address or '/'}: {each}" for each in page.evaluate(left_out_rules.FOUND, left_out)]


def _violations(  # noqa: PLR0913 - what is common to all pages
    page: Page, home: str, address: str, modes: list[Mode], looks: set[int], *, each_text: bool
) -> Iterator[str]:
    """Open a page as a reader has it by the first mode, and look at it in each; the other colours are chosen on it."""
    for mode in modes:
        page.set_viewport_size({"width": mode.width, "height": 900})
        if mode is modes[0]:
            page.goto(home + address)
        is_known = mode.scheme != modes[0].scheme
        if is_known:
            shell.choose(page, mode.scheme)
        assert page.locator("body").get_attribute("data-md-color-scheme") == shell.NAMES[mode.scheme]
        for each in violations(page, looks, colours_alone=is_known, each_text=each_text):
            yield f"{address or '/'} {mode.scheme} {mode.width} px: {each}"
    page.evaluate("localStorage.clear()")  # the next page is opened in the colours of the system


def misdeeds_of(visit: Any, failed: list[str]) -> list[str]:  # noqa: ANN401 - a window of the browser tests
    """Return what the pages of a window did that no page of ours may do."""
    return [*visit.attacks, *visit.outside, *map(str, visit.context.cookies()), *stored(visit.page), *failed]
