"""The exported site, built by another builder: Zensical, which runs no plugin of MkDocs and is strict in templates."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.helpers import sites
from tests.helpers.settings import with_palette

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

THEIR_OWN = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/external/", "fragments/")
"""What a builder brings along: the scripts and styles of its theme."""
PACKED = ("assets/css/", "assets/js/")
"""The styles and scripts of our theme, which our plugin puts together for MkDocs; elsewhere they are as they are."""
OF_ONE_ALONE = {"sitemap.xml.gz", "search.json"}
"""MkDocs packs the map of the site; Zensical writes an index for its own search, which no page of ours loads."""
SKIP_LINK = "md-skip"
"""The first link of a page leads to its first heading with MkDocs, and to an anchor of its own with Zensical."""


def built_with_zensical(folder: Path) -> Path:
    """Build an exported site and return where it stands."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def files(built: Path) -> dict[str, bytes]:
    """Return what is published and is neither of the builder's theme nor how it packs ours."""
    found = {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    return {
        name: data
        for name, data in found.items()
        if not name.startswith((*THEIR_OWN, *PACKED)) and name not in OF_ONE_ALONE
    }


def links(page: sites.Element, name: str) -> list[str]:
    """Return where the links of a page lead, from the root of the site, in its order.

    Zensical calls the home page `index.html` on that page itself, which is the same place.
    """
    return [
        urljoin(f"/{name}", each.attributes["href"]).replace("index.html", "")
        for each in page.all("a")
        if "href" in each.attributes and SKIP_LINK not in each.attributes.get("class", "").split()
    ]


def tags(page: sites.Element) -> list[tuple[str, str]]:
    """Return what the head tells other programs, but for the builder's name."""
    told = [
        (each.attributes.get("property") or each.attributes.get("name", ""), each.attributes.get("content", ""))
        for each in page.one("head").all("meta")
    ]
    return sorted(each for each in told if each[0] != "generator")


def map_of_the_site(built: Mapping[str, bytes]) -> dict[str, str]:
    """Return the day of each address in the map for search engines; Zensical writes slashes as entities."""
    entry = re.compile(r"<loc>(.*?)</loc>(?:\s*<lastmod>(.*?)</lastmod>)?")
    return {html.unescape(address): day for address, day in entry.findall(built["sitemap.xml"].decode())}


def as_published(project: Path) -> Path:
    """Return the project as it is."""
    return project


def on_a_stick(project: Path) -> Path:
    """Return the project of who gives the site away in a folder: no address, one scheme, links to files."""
    settings = project / "mkdocs.yml"
    sites.replace(settings, "use_directory_urls: true", "use_directory_urls: false")
    sites.replace(settings, "site_url: https://ita.town.go.th/\n", "")
    with_palette(settings, "  palette: {scheme: default}\n")
    return project


@pytest.mark.parametrize(
    ("agency", "changed"),
    [("mueang-pan", as_published), ("ko", on_a_stick)],
    ids=["as published", "on a stick"],
)
def test_zensical_builds_the_same_pages(agency: str, changed: Callable[[Path], Path], tmp_path: Path) -> None:
    project = changed(sites.copy_project(tmp_path / "project", sites.AGENCIES[agency]))
    folder = sites.export(project, tmp_path / "exported")
    ours, theirs = sites.build(project, tmp_path / "ours"), built_with_zensical(folder)

    mkdocs, zensical = files(ours), files(theirs)
    assert sorted(zensical) == sorted(mkdocs)
    for name, data in mkdocs.items():
        if not name.endswith((".html", "sitemap.xml")):
            assert zensical[name] == data, name
    assert map_of_the_site(zensical) == map_of_the_site(mkdocs)
    pages = [name for name in mkdocs if name.endswith(".html")]
    assert len(pages) >= sites.PAGES[agency]
    for name in pages:
        if b"<article" not in mkdocs[name]:  # written by us, touched by no builder: what leads on, what others embed
            assert zensical[name] == mkdocs[name], name
            continue
        page, other = sites.read(ours, name), sites.read(theirs, name)
        assert other.one("title").text == page.one("title").text, name
        assert other.one("article").text == page.one("article").text, name
        assert [each.text for each in other.all("nav")] == [each.text for each in page.all("nav")], name
        assert links(other, name) == links(page, name), name
        assert tags(other) == tags(page), name
        for loaded in (other.one("head").all("link", "script"), other.all("script")):
            named = [each.attributes.get("src") or each.attributes.get("href", "") for each in loaded]
            ours_of_them = [urljoin(f"/{name}", each)[1:] for each in named if "assets/" in each]
            assert [each for each in ours_of_them if not (theirs / each.partition("?")[0]).is_file()] == [], name
        assert other.one("body").attributes == page.one("body").attributes, name
