"""How many bytes a reader pays for: pages and what they load, as a server packs them, and the folder of a site."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

from tests.bench import synthetic
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ITEM = re.compile(r"\d{4}/(?:indicators|measures|disclosure)/[\w-]+/|indicators/\d+/")
"""The pages of one thing: an indicator of a year or of all, a measure, an item of the OIT list."""
_ARTICLE = re.compile(rb"<article.*</article>", re.DOTALL)
_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="([^"]*)"')
_LONG = (80, 91)
"""How many measures a long year has."""


def packed(content: bytes) -> int:
    """Return the bytes on the way."""
    return len(gzip.compress(content, 9, mtime=0))


def page(site: Path, address: str) -> bytes:
    """Return a page as it is published."""
    return (site / address / "index.html").read_bytes()


def items(site: Path) -> list[str]:
    """Return the addresses of the pages of one thing."""
    found = [each for each in sites.addresses(site) if _ITEM.fullmatch(each) and not each.endswith("/form/")]
    assert len(found) > 30
    return found


@pytest.fixture(scope="session")
def long_year(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Build the site of one invented year whose many measures two reports report on."""

    def build(folder: Path) -> None:
        synthetic.write(folder / "data", 1)
        project = sites.copy_project(folder / "project", folder / "data")
        sites.build(project, folder / "site")

    return once("long year", build) / "site"


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_a_page_of_one_thing_is_small_and_what_stands_around_it_smaller(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    """Of the texts of five municipalities a few are longer than that by themselves."""
    site = site_of(agency)
    sizes = {each: packed(page(site, each)) for each in items(site)}
    frames = {each: packed(_ARTICLE.sub(b"", page(site, each))) for each in sizes}
    assert {each: size for each, size in frames.items() if size > 2_600} == {}
    assert max(sizes.values()) <= 5_600
    assert sum(size <= 5_000 for size in sizes.values()) >= 0.94 * len(sizes)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_a_first_visit_takes_less_than_seventy_kilobytes_without_fonts(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    site = site_of(agency)
    home = page(site, "")
    names = _LOADED.findall(home.decode())
    loaded = {each: (site / each).read_bytes() for each in names}
    assert {each.rpartition(".")[2] for each in loaded} == {"css", "js", "png"}
    assert packed(home) + sum(map(packed, loaded.values())) <= 70_000


def test_a_long_year_and_its_reports_are_not_heavy(long_year: Path) -> None:
    measures = [each for each in sites.addresses(long_year) if re.fullmatch(r"2568/measures/[\w-]+/", each)]
    assert len(measures) in range(*_LONG)
    reports = [each for each in sites.addresses(long_year) if re.fullmatch(r"2568/reports/[\w-]+/", each)]
    assert len(reports) == 2
    assert packed(page(long_year, "2568/")) <= 9_350
    for address in reports:
        assert packed(page(long_year, address)) <= 12_400, address


def test_a_site_has_nothing_of_the_theme_that_no_page_loads(site_of: Callable[[str], Path]) -> None:
    """All of two years is less than four megabytes, most of it pages and data in their formats."""
    site = site_of("chum-saeng")
    theme = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    kinds = {re.sub(r"\.[0-9a-f]{8}\.(?:min\.)?", ".", each) for each in theme if "/share/" not in each}
    of_search = ("search", "search-lines", "search-text", "search-words", "search-worker")
    scripts = ("announce", "base", "moved", "page", *of_search)
    assert {each for each in kinds if each.endswith((".css", ".js"))} == {
        *(f"assets/css/{each}.css" for each in ("theme", "embed")),
        *(f"assets/js/{each}.js" for each in scripts),
    }
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) <= 3_800_000
