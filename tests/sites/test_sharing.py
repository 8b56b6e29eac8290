"""What other programs read of every page: words and picture for a shared link, schema.org, one address."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.ground.problems import InvalidData
from ita_site.publishing import site
from ita_site.publishing.settings import Settings
from ita_site.publishing.sharing.card_drawing import HEIGHT, WIDTH
from tests.helpers import attacks, sites
from tests.helpers.filling import WORDS, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.publishing.pages import Page

URL = "https://ita.town.go.th/"
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


def properties(page: sites.Element) -> dict[str, str]:
    """Return what the head tells of a page, by name; nothing is told twice."""
    told = [
        (each.attributes.get("property") or each.attributes.get("name", ""), each.attributes.get("content", ""))
        for each in page.one("head").all("meta")
    ]
    names = [name for name, _ in told if name]
    assert len(names) == len(set(names)), names
    return {name: content for name, content in told if name}


def schema(page: sites.Element) -> dict[str, dict[str, Any]]:
    """Return the nodes of a page's linked data by their type."""
    (script,) = [each for each in page.all("script") if each.attributes.get("type") == "application/ld+json"]
    read = json.loads("".join(each for each in script.children if isinstance(each, str)))
    assert read["@context"] == "https://schema.org"
    nodes = {node["@type"]: node for node in read["@graph"]}
    assert len(nodes) == len(read["@graph"])
    return nodes


def values(node: object) -> Iterator[object]:
    """Yield every value below a node of linked data."""
    if isinstance(node, dict):
        for each in node.values():
            yield from values(each)
    elif isinstance(node, list):
        for each in node:
            yield from values(each)
    else:
        yield node


def canonical(page: sites.Element) -> list[str]:
    return [each.attributes["href"] for each in page.all("link") if each.attributes.get("rel") == "canonical"]


@each_agency
def test_every_page_tells_who_shares_it_what_it_is(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    for address in sites.addresses(built):
        page = sites.read(built, address)
        told = properties(page)
        assert told["og:title"] == page.one("title").text
        assert told["og:title"].endswith(f" - {told['og:site_name']}")
        assert told["og:description"] == told["description"], address
        assert told["og:url"] == f"{URL}{address}"
        assert told["og:type"] == ("article" if address else "website")
        assert told["og:locale"] == "th_TH"
        assert told["og:site_name"].startswith("ความโปร่งใส ")
        assert told["twitter:card"] == "summary_large_image"
        assert (told["og:image:width"], told["og:image:height"]) == (str(WIDTH), str(HEIGHT))
        assert told["og:image:alt"]
        assert (built / told["og:image"].removeprefix(URL)).is_file(), address
        assert canonical(page) == [f"{URL}{address}"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "99.37 ระดับ ผ่านดีเยี่ยม เพิ่มขึ้น 3.04 จากปี 2567"),
        ("2567/", "96.33 ระดับ ผ่านดี"),
        ("2568/indicators/8/", "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน 97.96 คะแนนปี 2568 เพิ่มขึ้น 12.18 จากปี 2567"),
        ("2568/indicators/1/", "100.00 คะแนนปี 2568 เท่ากับปี 2567"),
        ("indicators/8/", "97.96 คะแนนปี 2568"),
        ("compare/2567-2568/", "ปี 2567 เทียบกับปี 2568 +3.04 ปี 2567 ได้ 96.33 ปี 2568 ได้ 99.37"),
        ("2568/measures/e-service/", "ปีงบประมาณ พ.ศ. 2568 มีผลในรายงาน ไม่ได้ระบุสถานะ"),
        ("2568/reports/annual/", "15 มาตรการในรายงาน มีผลในรายงาน ไม่ได้ระบุสถานะ 15"),
        ("contact/", "ความโปร่งใสของหน่วยงาน ปี 2567–2569"),
    ],
)
def test_the_picture_shows_the_figure_of_the_page(address: str, words: str, site_of: Callable[[str], Path]) -> None:
    told = properties(sites.read(site_of("mueang-pan"), address))["og:image:alt"]
    assert told.startswith("เทศบาลตำบลเมืองปาน ")
    assert words in told


def test_pages_of_one_year_and_status_share_a_picture(site_of: Callable[[str], Path]) -> None:
    built = site_of("mueang-pan")
    image = {address: properties(sites.read(built, address))["og:image"] for address in sites.addresses(built)}
    assert image["2568/measures/e-service/"] == image["2568/measures/ethics-code/"]
    assert image[""] == image["2568/"] == image["2568/scores/"] != image["2567/"]
    assert {each.removeprefix(URL) for each in image.values()} == {
        path.relative_to(built).as_posix() for path in (built / "assets/share").iterdir()
    }, "no picture without a page"


@each_agency
def test_the_linked_data_of_every_page_can_be_read(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    for address in sites.addresses(built):
        nodes = schema(sites.read(built, address))
        assert nodes["WebPage"]["url"] == f"{URL}{address}"
        assert ("BreadcrumbList" in nodes) == bool(address), address
        assert ("GovernmentOrganization" in nodes) == (address in {"", "contact/"}), address
        assert ("Dataset" in nodes) == (address == "data/" or re.fullmatch(r"\d{4}/", address) is not None), address
        assert all(value not in (None, "", []) for value in values(nodes)), address


@each_agency
def test_breadcrumbs_lead_from_home_to_the_page_over_pages_that_are_there(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    built = site_of(agency)
    for address in filter(None, sites.addresses(built)):
        trail = schema(sites.read(built, address))["BreadcrumbList"]["itemListElement"]
        assert [each["position"] for each in trail] == list(range(1, len(trail) + 1))
        assert trail[0]["item"] == URL
        assert trail[-1]["item"] == f"{URL}{address}"
        for each in trail:
            assert (built / each["item"].removeprefix(URL) / "index.html").is_file(), address


@each_agency
def test_the_organization_is_the_one_of_the_data(agency: str, site_of: Callable[[str], Path]) -> None:
    data = yaml.safe_load((sites.AGENCIES[agency] / "agency.yml").read_text(encoding="utf-8"))
    node = schema(sites.read(site_of(agency), "contact/"))["GovernmentOrganization"]
    assert node["name"] == data["name"]
    assert node["address"]["addressLocality"] == data["district"]
    assert node["address"]["addressRegion"] == data["province"]
    assert node.get("url") == data.get("website")
    reachable = [each["name"] for each in data.get("channels", ()) if "address" in each]
    assert [each["name"] for each in node.get("contactPoint", ())] == reachable


@each_agency
def test_the_data_of_a_year_can_be_found_and_fetched(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    years = [address for address in sites.addresses(built) if re.fullmatch(r"\d{4}/", address)]
    assert years
    for address in (*years, "data/"):
        node = schema(sites.read(built, address))["Dataset"]
        files = [each["contentUrl"].removeprefix(URL) for each in node["distribution"]]
        assert files
        assert all((built / each).is_file() for each in files)
        assert len(node["description"]) >= 50 or address == "data/"
        assert "license" not in node, "the documents name none"
        if address != "data/":
            year = int(address[:4]) - 543
            assert node["temporalCoverage"] == f"{year - 1}-10-01/{year}-09-30"
            assert all(each.startswith(f"data/{address}") for each in files)


def test_without_an_address_of_the_site_nothing_names_one(mueang_pan: Path) -> None:
    sites.replace(mueang_pan / "mkdocs.yml", "site_url: https://ita.town.go.th/\n", "")
    built = sites.build(mueang_pan, mueang_pan / "site")
    assert not (built / "assets/share").exists()
    assert not (built / "robots.txt").exists()
    for address in sites.addresses(built):
        page = sites.read(built, address)
        told = properties(page)
        assert told["og:title"]
        assert not {"og:url", "og:image", "og:image:alt"} & set(told)
        assert canonical(page) == []
        schema(page)
        assert "ita.town.go.th" not in (built / address / "index.html").read_text(encoding="utf-8")


@each_agency
def test_the_title_of_a_page_of_a_year_says_the_year(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    found = [address for address in sites.addresses(built) if address.startswith("25") and address[:4].isdecimal()]
    assert len(found) > 10
    for address in found:
        assert address[:4] in sites.read(built, address).one("title").text, address


def test_under_a_sub_path_and_without_folders_for_addresses_all_of_them_are_right(mueang_pan: Path) -> None:
    url = "https://www.example.go.th/ita/"
    sites.replace(mueang_pan / "mkdocs.yml", URL, url)
    sites.replace(mueang_pan / "mkdocs.yml", "use_directory_urls: true", "use_directory_urls: false")
    built = sites.build(mueang_pan, mueang_pan / "site")
    page = sites.read(built, "2568/measures/e-service/")
    assert properties(page)["og:url"] == f"{url}2568/measures/e-service/index.html"
    assert schema(page)["WebPage"]["url"] == canonical(page)[0] == properties(page)["og:url"]
    assert f"Sitemap: {url}sitemap.xml\n" in (built / "robots.txt").read_text(encoding="utf-8")


def test_the_page_of_an_error_has_no_address_of_its_own(site_of: Callable[[str], Path]) -> None:
    page = sites.read(site_of("mueang-pan"), "404.html")
    assert canonical(page) == []
    assert not [name for name in properties(page) if name.startswith("og:")]


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Build the pages of the project that is attacked with a harmless word in every text, by their paths."""
    made = site.build(write(tmp_path_factory.mktemp("twin"), WORDS[0]) / "data", Settings(url=URL))
    return {page.path: page for page in made.pages}


@pytest.mark.no_cover  # the same lines for each attack
@pytest.mark.parametrize("attack", attacks.load("xss", "json", "tpl"), ids=lambda attack: attack.id)
def test_an_attack_is_text_in_the_linked_data_and_cannot_end_it(
    attack: attacks.Attack, harmless: dict[str, Page], tmp_path: Path
) -> None:
    try:
        made = site.build(write(tmp_path, attack.payload) / "data", Settings(url=URL))
    except InvalidData:
        return  # refused, which test_safety.py sees to
    assert {page.path for page in made.pages} == set(harmless)
    for page in made.pages:
        text = page.facts["schema"]
        assert not re.search("[<>&\u2028\u2029]", text)
        twin = json.loads(harmless[page.path].facts["schema"])
        assert [each["@type"] for each in json.loads(text)["@graph"]] == [each["@type"] for each in twin["@graph"]]
        assert not re.search("[<>\"']", page.facts["image_alt"])


def test_robots_are_let_in_and_shown_the_map(site_of: Callable[[str], Path], mueang_pan: Path) -> None:
    text = (site_of("mueang-pan") / "robots.txt").read_text(encoding="utf-8")
    assert text == "User-agent: *\nAllow: /\nSitemap: https://ita.town.go.th/sitemap.xml\n"
    (mueang_pan / "content/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    own = sites.build(mueang_pan, mueang_pan / "site", strict=True)
    assert "Disallow: /" in (own / "robots.txt").read_text(encoding="utf-8")
    nowhere = site.build(mueang_pan / "data", Settings(content=mueang_pan / "content"))
    assert "robots.txt" not in nowhere.generated, "where the site will stand is not known"
