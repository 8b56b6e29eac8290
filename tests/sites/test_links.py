"""Every reference of the built sites leads somewhere: links, anchors, pictures, styles, scripts, feed, search index."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.helpers import references, sites
from tests.helpers.references import Built

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SITE_URL = yaml.safe_load(sites.SETTINGS.read_text(encoding="utf-8"))["site_url"]


@pytest.fixture(scope="module", params=sites.AGENCIES)
def agency(request: pytest.FixtureRequest) -> str:
    """Return the name of one of the five municipalities."""
    return str(request.param)


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def built(agency: str, request: pytest.FixtureRequest, site_of: Callable[..., Path]) -> Built:
    """Read a site with links to folders, for a web server, or with links to files, for a USB stick."""
    return Built.read(site_of(agency, folders=request.param), SITE_URL, folders=request.param)


def faults(built: Built, name: str, found: list[str]) -> list[str]:
    """Return what is wrong with the references of a file."""
    return [fault for each in found if (fault := built.fault(name, each)) is not None]


def test_every_reference_of_every_page_leads_to_a_file_and_every_anchor_to_a_place_in_it(built: Built) -> None:
    broken, checked = [], 0
    for name, page in built.pages.items():
        found = list(references.in_page(page))
        checked += len(found)
        broken += faults(built, name, found)
    assert checked > 1500
    assert not broken, "\n".join(broken)


def test_every_address_for_machines_is_one_of_the_site(built: Built) -> None:
    """Of those that are on this site: schema.org's own address is not."""
    broken = [
        fault for name, page in built.pages.items() for fault in faults(built, name, [*references.for_machines(page)])
    ]
    assert not broken, "\n".join(broken)


def test_every_file_that_a_style_sheet_loads_is_there(built: Built) -> None:
    sheets = sorted(name for name in built.names if name.endswith(".css"))
    assert len(sheets) >= 2
    broken = [
        fault
        for name in sheets
        for fault in faults(built, name, [*references.in_css((built.root / name).read_text(encoding="utf-8"))])
    ]
    assert not broken, "\n".join(broken)


def test_sitemap_and_feeds_list_pages_that_are_there(built: Built) -> None:
    for name in sorted(each for each in built.names if each.endswith(".xml")):
        found = [*references.in_xml((built.root / name).read_text(encoding="utf-8"))]
        assert found, name
        assert not faults(built, name, found), name
        if name == "sitemap.xml":
            # Of every page there is one entry, but of the 404 page, of what only sends on, and of forms and frames.
            listed = Counter(built.full(each) for each in found)
            assert set(listed.values()) == {1}
            unsearched = {
                each
                for each in built.pages
                if each.removesuffix("index.html").endswith(sites.FOR_EDITORS) or sites.is_embed(built.root / each)
            }
            assert set(listed) == set(built.pages) - {"404.html"} - set(built.redirects()) - unsearched


def test_the_index_of_the_search_lists_pages_and_places_that_are_there(built: Built) -> None:
    found = [*references.in_index(sites.index(built.root).read_text(encoding="utf-8"))]
    assert len(found) > 50
    # The script of the search puts the root of the site before an address.
    assert not faults(built, "index.html", found)


def test_no_two_files_differ_in_case_alone_and_no_name_is_spelt_in_parts(built: Built) -> None:
    """Windows and Apple's file systems hold such files to be one."""
    assert max(Counter(name.casefold() for name in built.names).values()) == 1
    assert [name for name in built.names if not name.isascii() and unicodedata.normalize("NFC", name) != name] == []


def test_links_are_relative_so_that_the_site_may_move(built: Built) -> None:
    absolute = [
        f"{name}: {each}"
        for name, page in built.pages.items()
        if name != "404.html"
        for each in references.in_page(page)
        if each.startswith(("/", SITE_URL))
    ]
    assert not absolute


def test_below_a_path_the_404_page_refers_to_what_is_below_it(tmp_path: Path) -> None:
    """It is shown at addresses of any depth, so its references start at the root of the server, with the path."""
    url = "https://host.example/ita/site/"
    site = sites.build(sites.copy_project(tmp_path / "project"), tmp_path / "site", site_url=url)
    built = Built.read(site, url, folders=True)
    found = [*references.in_page(built.pages["404.html"])]
    assert len(found) > 20
    assert not faults(built, "404.html", found)
    assert [each for each in found if not each.startswith(("/ita/site/", "#", "data:", "mailto:", "https://"))] == []


def test_the_canonical_address_of_every_page_is_its_own(built: Built) -> None:
    redirects = {*built.redirects()}
    for name, page in built.pages.items():
        canonical = [each.attributes["href"] for each in page.all("link") if each.attributes.get("rel") == "canonical"]
        own = {SITE_URL + name, SITE_URL + name.removesuffix("index.html")}
        sent_on = name in redirects
        embed = sites.is_embed(built.root / name)
        assert name == "404.html" or sent_on or embed or (len(canonical) == 1 and canonical[0] in own), name


def test_ids_are_unique_on_every_page(built: Built) -> None:
    twice = [
        f"{name}: #{each}"
        for name, page in built.pages.items()
        for each, count in Counter(part.attributes["id"] for part in page.walk() if "id" in part.attributes).items()
        if count > 1
    ]
    assert not twice


def test_every_page_can_be_reached_from_the_home_page(built: Built) -> None:
    seen: set[str] = set()
    ahead = ["index.html"]
    while ahead:
        name = ahead.pop()
        if name not in seen and name in built.pages:
            seen.add(name)
            ahead += [built.target(name, each) for each in references.in_page(built.pages[name])]
    assert set(built.pages) - {"404.html"} - set(built.redirects()) - seen == set()
