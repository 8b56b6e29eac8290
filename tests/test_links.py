"""Every link of the built sites, also in the HTML that MkDocs' own check does not read, leads somewhere."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
import sites
import yaml
from sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REFERRING = ("href", "src", "action", "poster", "data")


BUILDS = {
    **{agency: (data, True) for agency, data in sites.AGENCIES.items()},
    "mueang-pan-files": (sites.AGENCIES["mueang-pan"], False),
}
"""The five municipalities with links to folders, for a web server; one also with links to files, for a USB stick."""


@pytest.fixture(scope="module", params=BUILDS.values(), ids=list(BUILDS))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bool]:
    """Build a site, and tell whether its links lead to folders."""
    data, directory_urls = request.param
    project = sites.copy_project(tmp_path_factory.mktemp("project"), data)
    return sites.build(project, tmp_path_factory.mktemp("site"), use_directory_urls=directory_urls), directory_urls


@pytest.fixture(scope="module")
def site(built: tuple[Path, bool]) -> Path:
    """Return the folder of the site."""
    return built[0]


@pytest.fixture(scope="module")
def directory_urls(built: tuple[Path, bool]) -> bool:
    """Tell whether links lead to folders."""
    return built[1]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, sites.Element]:
    """Read every page of the site, the 404 page among them."""
    return {path: sites.parse(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def internal(page: sites.Element) -> Iterator[str]:
    """Yield every reference of a page to its own site; the canonical address is for machines alone."""
    for element in page.walk():
        if element.attributes.get("rel") != "canonical":
            for name in _REFERRING:
                reference = element.attributes.get(name)
                if reference is not None and not urlsplit(reference).scheme and not reference.startswith("//"):
                    yield reference


def target(site: Path, page: Path, reference: str, *, folders: bool) -> Path:
    """Return the file a reference leads to, as a server of folders or a file system finds it; case counts."""
    path = unicodedata.normalize("NFC", unquote(urlsplit(reference).path))
    if not path:
        return page
    found = site / path.removeprefix("/") if path.startswith("/") else page.parent / path
    return found / "index.html" if folders and (path.endswith("/") or found.is_dir()) else found


def test_every_reference_of_every_page_leads_to_a_file_and_every_anchor_to_a_place_in_it(
    site: Path,
    pages: dict[Path, sites.Element],
    directory_urls: bool,  # noqa: FBT001 - a fixture's value
) -> None:
    places = {path.resolve(): {each.attributes.get("id") for each in page.walk()} for path, page in pages.items()}
    broken, checked = [], 0
    for path, page in pages.items():
        # A server shows the 404 page at any address, with its links from the root; a USB stick never does.
        folders = directory_urls or path.name == "404.html"
        for reference in internal(page):
            checked += 1
            found = target(site, path, reference, folders=folders).resolve()
            anchor = unquote(urlsplit(reference).fragment)
            if not found.is_file() or not found.is_relative_to(site.resolve()):
                broken.append(f"{path.relative_to(site)}: {reference}: no file")
            elif anchor and anchor not in places.get(found, set()):
                broken.append(f"{path.relative_to(site)}: {reference}: no such place")
    assert checked > 1500
    assert not broken


def test_links_are_relative_so_that_the_site_may_move(site: Path, pages: dict[Path, sites.Element]) -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    absolute = [
        f"{path.relative_to(site)}: {element.attributes[name]}"
        for path, page in pages.items()
        if path.name != "404.html"
        for element in page.walk()
        if element.attributes.get("rel") != "canonical"
        for name in _REFERRING
        if element.attributes.get(name, "").startswith(("/", settings["site_url"]))
    ]
    assert not absolute


def test_the_canonical_address_of_every_page_is_its_own(site: Path, pages: dict[Path, sites.Element]) -> None:
    site_url = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]
    for path, page in pages.items():
        canonical = [each.attributes["href"] for each in page.all("link") if each.attributes.get("rel") == "canonical"]
        address = path.relative_to(site).as_posix()
        own = {site_url + address, site_url + address.removesuffix("index.html")}
        assert path.name == "404.html" or (len(canonical) == 1 and canonical[0] in own), address


def test_ids_are_unique_on_every_page(site: Path, pages: dict[Path, sites.Element]) -> None:
    twice = [
        f"{path.relative_to(site)}: #{name}"
        for path, page in pages.items()
        for name, count in Counter(each.attributes["id"] for each in page.walk() if "id" in each.attributes).items()
        if count > 1
    ]
    assert not twice


def test_every_page_can_be_reached_from_the_home_page(
    site: Path,
    pages: dict[Path, sites.Element],
    directory_urls: bool,  # noqa: FBT001 - a fixture's value
) -> None:
    seen, ahead = set(), [site / "index.html"]
    while ahead:
        page = ahead.pop().resolve()
        if page not in seen and page in pages:
            seen.add(page)
            ahead += [target(site, page, each, folders=directory_urls) for each in internal(pages[page])]
    lost = {path for path in pages if path.name != "404.html"} - seen
    assert not lost
