"""What other websites show of this one: whose it is, the figures of the page it leads to, nothing loaded."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.ground.website import Website
from ita_site.publishing import embeds
from tests.helpers import lookups, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WITH_RESULTS = [agency for agency in sites.AGENCIES if any(sites.AGENCIES[agency].glob("*/result.yml"))]
each_agency = pytest.mark.parametrize("agency", WITH_RESULTS)
SVG = "{http://www.w3.org/2000/svg}"
FIGURE = re.compile(r"(?<![\d.])\d+\.\d\d(?![\d.])")


def frames(site: Path) -> dict[str, sites.Element]:
    """Return the pages that a frame shows, by their address."""
    found = (path for path in sorted(site.glob("embed/*/*/index.html")) if sites.is_embed(path))
    return {
        f"{path.parent.relative_to(site).as_posix()}/": sites.parse(path.read_text(encoding="utf-8")) for path in found
    }


@each_agency
def test_a_frame_loads_one_style_sheet_and_no_search_finds_it(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    assert frames(site)
    for address, page in frames(site).items():
        first, *_ = [each for each in page.one("head").children if isinstance(each, sites.Element)]
        assert first.attributes == {"charset": "utf-8"}
        (policy,) = [each.attributes["content"] for each in page.all("meta") if "http-equiv" in each.attributes]
        assert policy == "default-src 'none'; style-src 'self'"
        assert {"robots": "noindex"}.items() <= {
            each.attributes["name"]: each.attributes["content"]
            for each in page.all("meta")
            if "name" in each.attributes
        }.items()
        assert page.all("script", "style", "img", "iframe", "form") == [], address
        assert not [
            each for each in page.walk() if any(name == "style" or name.startswith("on") for name in each.attributes)
        ], address
        (sheet,) = page.all("link")
        assert (site / urljoin(address, sheet.attributes["href"])).read_bytes() == sites.asset(
            site, "css/embed.css"
        ).read_bytes()
    assert "embed/2" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "embed/latest" not in sites.index(site).read_text(encoding="utf-8")


@each_agency
def test_the_figures_of_a_frame_and_of_its_pictures_are_those_of_the_page_it_leads_to(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    site = site_of(agency)
    seen = 0
    for address, page in frames(site).items():
        (link,) = page.all("a")
        assert link.attributes["target"] == "_top"
        told = sites.article(site, urljoin(address, link.attributes["href"])).text
        figures = set(FIGURE.findall(page.text))
        assert figures <= set(FIGURE.findall(told)), address
        drawn = ET.fromstring((site / f"{address.rstrip('/')}.svg").read_bytes())  # noqa: S314 - our own
        texts = " ".join(each.text or "" for each in drawn.iter(f"{SVG}text"))
        assert set(FIGURE.findall(texts)) == figures, address
        assert page.of_class("ita-embed__owner")[0].text in texts
        assert page.one("h1").text
        seen += len(figures)
    assert seen > 3


@each_agency
def test_a_picture_is_as_wide_as_it_is_drawn_and_nothing_is_drawn_outside(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    site = site_of(agency)
    for address in frames(site):
        picture = Image.open(BytesIO((site / f"{address.rstrip('/')}.png").read_bytes()))
        drawn = ET.fromstring((site / f"{address.rstrip('/')}.svg").read_bytes())  # noqa: S314 - our own
        width, height = int(drawn.attrib["width"]), int(drawn.attrib["height"])
        assert picture.size == (2 * width, 2 * height)
        for each in (*drawn.iter(f"{SVG}rect"), *drawn.iter(f"{SVG}text")):
            left, top = float(each.get("x", "0")), float(each.get("y", "0"))
            assert 0 <= left <= left + float(each.get("width", "0")) <= width, address
            assert 0 <= top <= top + float(each.get("height", "0")) <= height, address


def test_the_latest_is_that_of_the_latest_year(site_of: Callable[[str], Path]) -> None:
    shown = frames(site_of("mueang-pan"))
    assert shown["embed/latest/score/"].text == shown["embed/2568/score/"].text
    assert "99.37 จาก 100" in shown["embed/latest/score/"].text
    assert "ระดับ ผ่านดีเยี่ยม" in shown["embed/latest/score/"].text
    assert "96.33 จาก 100" in shown["embed/2567/score/"].text


@each_agency
def test_the_page_of_embeds_offers_each_with_its_lines_and_pictures(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    site = site_of(agency)
    page = sites.article(site, "embed/")
    linked = set(sites.links(page, "embed/"))
    for address in frames(site):
        assert {address, f"{address.rstrip('/')}.svg", f"{address.rstrip('/')}.png"} <= linked
    codes = [sites.parse(each.text).one("iframe").attributes for each in page.all("code")]
    assert [each["src"] for each in codes] == [f"https://ita.town.go.th/{address}" for address in ordered(page)]
    assert all(each["title"] for each in codes)


def ordered(page: sites.Element) -> list[str]:
    """Return the addresses of the frames in the order of the page that offers them."""
    return [
        each
        for each in sites.links(page, "embed/")
        if each.startswith("embed/") and each.endswith("/")
        if each.count("/") > 2
    ]


@pytest.mark.parametrize("name", ["</text><script>x</script>", "]]>&\"'<!--", "{{ 7 * 7 }} {% x %}", "ก" * 300])
def test_a_name_of_any_letters_is_a_text_in_frames_and_pictures(name: str, tmp_path: Path) -> None:
    data = shutil.copytree(sites.AGENCIES["sam-ruean"], tmp_path / "data")
    lookup = lookups.of_data(data)
    lookup.agency = lookup.agency.model_copy(update={"name": name})
    made = dict(embeds.files(lookup, Website(), embeds.STYLE, KeyedCache(FileCache(None))))
    shown = " ".join(name.split())
    for address, content in made.items():
        if address.endswith(".svg"):
            drawn = ET.fromstring(content)  # noqa: S314 - our own
            assert {each.tag.removeprefix(SVG) for each in drawn.iter()} == {"svg", "title", "desc", "rect", "text"}
            assert shown in (drawn.findtext(f"{SVG}desc") or "")
        elif address.endswith(".html"):
            page = sites.parse(content.decode())
            assert page.all("script") == []
            assert page.of_class("ita-embed__owner")[0].text == shown


def test_an_office_without_a_result_offers_nothing(site_of: Callable[[str], Path]) -> None:
    (agency,) = set(sites.AGENCIES) - set(WITH_RESULTS)
    assert not (site_of(agency) / "embed").exists()
    assert "embed/" not in sites.links(sites.article(site_of(agency), "data/"), "data/")
