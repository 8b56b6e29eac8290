"""Every page of a municipality's site: axe-core in light or dark, on a phone or a desk; what the pages do besides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.helpers import sites
from tests.helpers.looks import AXE, failures, overflow, stored, violations, widest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any


RULE = re.compile(r"^\S+ (?:light|dark) \d+ px: ([a-z0-9-]+) \(")


class Mode(NamedTuple):
    """How a reader sees a page: in a colour scheme, in a window so many pixels wide."""

    scheme: str
    width: int


MODES = tuple(Mode(scheme, width) for scheme in ("light", "dark") for width in (360, 1280))
IN_EVERY_MODE = "mueang-pan"
"""The municipality whose pages are always looked at in every mode."""
EACH_AGENCY = pytest.mark.parametrize(
    "agency",
    [
        pytest.param(agency, marks=pytest.mark.xdist_group(f"audit {agency}"))
        for agency in sorted(sites.AGENCIES, key=lambda agency: agency != IN_EVERY_MODE)
    ],
)
"""The longest first; what is asked of the pages of a site is asked in the process that opens them."""
NARROWEST = 320
"""1280 px at 400 % zoom, in px."""


@dataclass(frozen=True)
class Audit:
    """What axe-core found on a site, and what the pages did besides that no page of ours may do."""

    pages: int
    violations: list[str]
    misdeeds: list[str]
    """Attacks that worked, requests to other hosts, cookies, what is stored, errors of scripts, files that lack."""
    sideways: list[str]
    """Pages, but the largest of each kind, that scroll sideways on the narrowest screen."""


def states(agency: str, site: Path, *, full: bool = False) -> list[tuple[str, Mode]]:
    """Return pages of a site, the 404 page among them, with each mode in which axe-core looks at them.

    In full that is every page in every mode. Else it is those that together show each element in each place, in one
    mode in turn, but in every mode for one municipality.
    """
    addresses = [*(sites.addresses(site) if full else sites.varied(site)), "404.html"]
    every = full or agency == IN_EVERY_MODE
    return [
        (address, mode)
        for place, address in enumerate(addresses)
        for mode in (MODES if every else MODES[place % len(MODES) :][:1])
    ]


def told(violations: list[str]) -> str:
    """Return how many violations of which rule there are, with the first three of each, for a failure's message."""
    rules: dict[str, list[str]] = {}
    for each in violations:
        rules.setdefault("".join(RULE.findall(each)), []).append(each)
    return "\n\n".join(f"{len(found)} × {rule}\n\n" + "\n\n".join(found[:3]) for rule, found in rules.items())


def audit(
    agency: str,
    site: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
    *,
    full: bool,
) -> Audit:
    """Open every page of a site, and look at those that are due in their modes."""
    due = states(agency, site, full=full)
    looks: set[str] = set()
    found: list[str] = []
    misdeeds: list[str] = []
    for scheme in dict.fromkeys(mode.scheme for mode in MODES):
        with serve(site) as home, window(color_scheme=scheme, reduced_motion="reduce") as visit:
            visit.context.add_init_script(AXE)
            failed = failures(visit.page)
            loaded = None
            for address, mode in due:
                if mode.scheme != scheme:
                    continue
                visit.page.set_viewport_size({"width": mode.width, "height": 900})
                if address != loaded:  # else it is the same page in a window of another width
                    visit.page.goto(home + address)
                    loaded = address
                where = f"{address or '/'} {mode.scheme} {mode.width} px"
                found += [f"{where}: {each}" for each in violations(visit.page, looks, each_text=full)]
            misdeeds += misdeeds_of(visit, failed)
    seen = {address for address, _ in due}
    closer = {*sites.kinds(site)}
    others = [address for address in sites.addresses(site) if address not in seen & closer]
    sideways: list[str] = []
    with serve(site) as home, window(viewport={"width": NARROWEST, "height": 800}, reduced_motion="reduce") as visit:
        failed = failures(visit.page)
        for address in others:
            visit.page.goto(home + address)
            if address not in closer and (by := overflow(visit.page)) > 0:
                sideways.append(f"{address} at {NARROWEST} px by {by} px: {widest(visit.page)}")
        misdeeds += misdeeds_of(visit, failed)
    return Audit(len(seen.union(others)), found, misdeeds, sideways)


def misdeeds_of(visit: Any, failed: list[str]) -> list[str]:  # noqa: ANN401 - a window of the browser tests
    """Return what the pages of a window did that no page of ours may do."""
    return [*visit.attacks, *visit.outside, *map(str, visit.context.cookies()), *stored(visit.page), *failed]
