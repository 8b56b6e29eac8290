"""axe-core on every page of a municipality's site, in light and dark, on a phone and on a desk; and what it found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.helpers import sites
from tests.helpers.looks import AXE, checker, failures, stored, violations

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
"""The municipality of which every page is always looked at in every mode; of the others a page in one, in turn."""


@dataclass(frozen=True)
class Audit:
    """What axe-core found on a site, and what the pages did besides that no page of ours may do."""

    pages: int
    states: int
    """A state is a page in a mode; those that only `--full` looks at do not count."""
    violations: list[str]
    axe: str
    rules: int
    misdeeds: list[str]
    """Attacks that worked, requests to other hosts, cookies, what is stored, errors of scripts, files that lack."""


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
    """Look at every page of a site, the 404 page among them: at all of them in every mode, or at each in its turn."""
    addresses = [*sites.addresses(site), "404.html"]
    turns = {address: MODES[place % len(MODES)] for place, address in enumerate(addresses)}
    found: list[str] = []
    misdeeds: list[str] = []
    states = 0
    axe, rules = "", 0
    for scheme in dict.fromkeys(mode.scheme for mode in MODES):
        with serve(site) as home, window(color_scheme=scheme, reduced_motion="reduce") as visit:
            visit.context.add_init_script(AXE)
            failed = failures(visit.page)
            for address in addresses:
                counted = [mode for mode in MODES if agency == IN_EVERY_MODE or turns[address] == mode]
                due = [mode for mode in MODES if mode.scheme == scheme and (full or mode in counted)]
                for mode in due:
                    visit.page.set_viewport_size({"width": mode.width, "height": 900})
                    if mode is due[0]:  # the next is the same page in a window of another width
                        visit.page.goto(home + address)
                    states += mode in counted
                    where = f"{address or '/'} {mode.scheme} {mode.width} px"
                    found += [f"{where}: {each}" for each in violations(visit.page)]
            axe, rules = checker(visit.page)
            misdeeds += [
                *visit.attacks,
                *visit.outside,
                *map(str, visit.context.cookies()),
                *stored(visit.page),
                *failed,
            ]
    return Audit(len(addresses), states, found, axe, rules, misdeeds)
