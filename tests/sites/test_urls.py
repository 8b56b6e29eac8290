"""No address that was published disappears: a page stands there, or one that leads to it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import urls
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOW = "new pages are added with: python tests/urls.py --add"
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


@each_agency
def test_every_address_that_was_published_is_there(agency: str, site_of: Callable[[str], Path]) -> None:
    ours = {line for line in urls.listed() if line.startswith(f"{agency} ")}
    assert len(ours) > 30
    gone = ours - urls.published(agency, site_of(agency))
    assert gone == set(), "an id was changed? name the old one under `was:`"


@each_agency
def test_every_page_is_listed(agency: str, site_of: Callable[[str], Path]) -> None:
    assert urls.published(agency, site_of(agency)) - set(urls.listed()) == set(), HOW


def test_the_list_is_sorted_and_has_nothing_twice() -> None:
    lines = urls.listed()
    assert lines == sorted(set(lines)), HOW


def test_no_line_was_ever_taken_off_the_list() -> None:
    """As far as the history of this checkout goes back: a copy without one shows nothing taken off."""
    name = urls.LIST.relative_to(ROOT).as_posix()
    log = git("log", "--format=", "--patch", "--unified=0", "--no-renames", "--no-color", "--", name)
    removed = {line[1:] for line in log.splitlines() if line.startswith("-") and not line.startswith("---")}
    assert removed - set(urls.listed()) == set()
