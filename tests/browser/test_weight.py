"""How heavy a page is for a phone that pays by the megabyte: what the server is asked for, each file compressed."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
"""What a server compresses; fonts and pictures are compressed already."""


def weight(site: Path, name: str) -> int:
    """Return how many bytes of a file's content a server sends."""
    path = site / name.partition("?")[0]
    path = path / "index.html" if path.is_dir() else path
    content = path.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if path.suffix in _COMPRESSED else len(content)


@pytest.fixture(scope="module")
def heaviest(site_of: Callable[[str], Path]) -> tuple[Path, list[str]]:
    """Return a site, and its measures from the heaviest: the site with the heaviest page of all."""
    measures = {
        agency: sorted(
            (each for each in sites.addresses(site_of(agency)) if "/measures/" in each[:-1]),
            key=lambda address: -weight(site, address),
        )
        for agency in sites.AGENCIES
        if (site := site_of(agency))
    }
    agency = max(measures, key=lambda each: weight(site_of(each), measures[each][0]))
    return site_of(agency), measures[agency]


@pytest.fixture(scope="module")
def visits(
    heaviest: tuple[Path, list[str]],
    serve: Callable[..., AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> tuple[dict[str, int], dict[str, int]]:
    """Return what the heaviest page loads at a first visit, and what the next one loads besides, in bytes."""
    site, (first, second, *_) = heaviest
    asked: list[str] = []
    with serve(site, asked) as home, window(viewport={"width": 360, "height": 740}) as visit:
        visit.page.goto(home + first, wait_until="networkidle")
        at_first = set(asked)
        visit.page.goto(home + second, wait_until="networkidle")
        besides = set(asked) - at_first
    return {name: weight(site, name) for name in sorted(at_first)}, {name: weight(site, name) for name in besides}


def test_a_first_visit_of_a_measure_takes_at_most_250_kilobytes(
    heaviest: tuple[Path, list[str]], visits: tuple[dict[str, int], dict[str, int]]
) -> None:
    at_first, _ = visits
    assert heaviest[1][0] in at_first
    assert any(name.endswith(".css") for name in at_first)
    assert any(name.endswith(".js") for name in at_first)
    assert sum(at_first.values()) <= 250_000, at_first


def test_the_page_of_a_measure_itself_takes_at_most_15_kilobytes(heaviest: tuple[Path, list[str]]) -> None:
    site, (first, *_) = heaviest
    assert weight(site, first) <= 15_000, first


def test_a_further_measure_takes_at_most_20_kilobytes(visits: tuple[dict[str, int], dict[str, int]]) -> None:
    _, besides = visits
    assert 0 < sum(besides.values()) <= 20_000, besides
