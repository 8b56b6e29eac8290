"""axe-core on the whole of every page: no violation of WCAG 2.2 AA, none of good practice; and the statement of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites, statement
from tests.helpers.audit import MODES, Audit, audit, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def audit_of(
    pytestconfig: pytest.Config,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> Callable[[str], Audit]:
    """Return what looks at a municipality's site, once."""
    full = bool(pytestconfig.getoption("--full"))
    return cache(lambda agency: audit(agency, site_of(agency), serve, window, full=full))


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_page_violates_a_rule(agency: str, audit_of: Callable[[str], Audit]) -> None:
    seen = audit_of(agency)
    assert seen.pages > 50
    assert len(seen.violations) == 0, told(seen.violations)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_page_asks_another_host_or_leaves_anything_behind_or_lacks_a_file(
    agency: str, audit_of: Callable[[str], Audit]
) -> None:
    assert audit_of(agency).misdeeds == []


def test_the_statement_has_the_figures_of_this_run(
    pytestconfig: pytest.Config, audit_of: Callable[[str], Audit], chromium: Browser
) -> None:
    """Chromium's version is written down and not compared: Debian's changes without a change of ours."""
    seen = [audit_of(agency) for agency in sites.AGENCIES]
    (axe,) = {each.axe for each in seen}
    (rules,) = {each.rules for each in seen}
    figures = statement.Figures(
        municipalities=len(seen),
        pages=sum(each.pages for each in seen),
        modes=len(MODES),
        states=sum(each.states for each in seen),
        violations=sum(len(each.violations) for each in seen),
        rules=rules,
        axe=axe,
        chromium=int(chromium.version.partition(".")[0]),
    )
    if pytestconfig.getoption("--write-statement"):
        statement.write(figures)
    written = json.loads(statement.FIGURES.read_text(encoding="utf-8"))
    assert {**written, "chromium": figures.chromium} == asdict(figures), statement.COMMAND


def test_the_page_says_that_it_is_in_thai_and_may_be_enlarged(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window() as visit:
        visit.page.goto(home)
        assert visit.page.evaluate("document.documentElement.lang") == "th"
        scale = visit.page.evaluate("document.querySelector('meta[name=viewport]').content")
        assert "user-scalable" not in scale
        assert "maximum-scale" not in scale
