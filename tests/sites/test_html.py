"""The pages of the five municipalities are valid HTML, the 404 page and pages that send on or stand in a frame, too."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CHECK = ROOT / "tests" / "html" / "check.cjs"


def _largest_first(page: Path) -> tuple[int, str]:
    return -page.stat().st_size, str(page)


def test_pages_of_every_kind_are_valid_html(site_of: Callable[[str], Path]) -> None:
    """By html-validate, in one process; tests/html/rules.cjs says which of its rules are not those of HTML.

    Of pages with the same elements in the same places it reads the first; that no id is there twice, and nothing blank,
    is seen of every page, in test_links and test_every_site.
    """
    seen: set[tuple[str, ...]] = set()
    found = (page for agency in sites.AGENCIES for page in sorted(site_of(agency).rglob("*.html"), key=_largest_first))
    pages = [str(page) for page in found if sites.shows_more(sites.parse(page.read_text(encoding="utf-8")), seen)]
    assert len(pages) > 40
    done = subprocess.run(
        ["node", str(_CHECK)], input="\n".join(pages), capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["checked"] == len(pages)
    kinds: dict[str, list[str]] = defaultdict(list)
    for each in answer["found"]:
        kinds[f"{each['rule']}: {each['message']}"].append(f"{each['name']}:{each['line']} {each['selector']}")
    told = [f"{kind}: {len(where)} times, first at {where[0]}" for kind, where in kinds.items()]
    assert not told, "\n".join(told)


def test_the_checker_finds_what_is_not_valid(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=th><title>x</title><p><div></div></p><img src=x>", encoding="utf-8")
    done = subprocess.run(
        ["node", str(_CHECK)], input=str(page), capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert {each["rule"] for each in json.loads(done.stdout)["found"]} >= {"close-order", "wcag/h37"}
