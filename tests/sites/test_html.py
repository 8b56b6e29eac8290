"""Every page of the five municipalities, the 404 page and pages that send on among them, is valid HTML."""

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


def test_every_page_is_valid_html(site_of: Callable[[str], Path]) -> None:
    """By html-validate, in one process; tests/html/rules.cjs says which of its rules are not those of HTML."""
    pages = [str(page) for agency in sites.AGENCIES for page in sorted(site_of(agency).rglob("*.html"))]
    assert len(pages) > 300
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
