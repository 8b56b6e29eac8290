"""What the theme puts around generated pages: the same bytes whether it is rendered for each page or once for many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_OF_THE_THEME = re.compile(
    r'<(?:link rel="stylesheet"|meta name="generator")[^>]*>'
    r'|<script src="[^"]*/(?:bundle|page|search-box)\.[^"]*"></script>'
)


def published(site: Path, address: str) -> str:
    """Return a page without blanks between its elements, and without what it has of the theme as it stands.

    Where a template is not the package's, pages load all rules of the theme, its scripts apart, and it says who it is.
    """
    path = site / (address if address.endswith(".html") else f"{address}index.html")
    return re.sub(r">\s+<", "><", _OF_THE_THEME.sub("", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("agency", "folders"), [("mueang-pan", True), ("ko", False)])
def test_a_page_is_the_same_as_one_rendered_by_itself(
    site_of: Callable[..., Path], tmp_path: Path, agency: str, *, folders: bool
) -> None:
    project = sites.copy_project(tmp_path / "project", sites.AGENCIES[agency])
    # A template that the package does not have: the theme may ask anything of a page.
    (project / "theme_overrides/partials/own.html").touch()
    alone = sites.build(project, tmp_path / "site", use_directory_urls=folders)
    filled = site_of(agency, folders=folders)
    for address in sites.addresses(alone):
        assert published(alone, address) == published(filled, address), address


def test_a_template_of_the_office_is_asked_for_every_page(tmp_path: Path) -> None:
    project = sites.copy_project(tmp_path / "project")
    footer = project / "theme_overrides/partials/footer.html"
    footer.write_text("<footer>{{ page.title | length }}</footer>", encoding="utf-8")
    site = sites.build(project, tmp_path / "site")
    pages = {each: sites.read(site, each) for each in sites.addresses(site) if each.startswith("2568/measures/")}
    lengths = {page.all("footer")[-1].text.strip() for page in pages.values()}
    assert len(lengths) > 5


def test_what_the_theme_has_for_its_own_search_and_makers_is_in_no_site(site_of: Callable[..., Path]) -> None:
    site = site_of("mueang-pan")
    assert not [*site.rglob("*.map"), *site.rglob("lunr")]
    assert sum(each.stat().st_size for each in (site / "assets").rglob("*") if each.is_file()) < 1_500_000
