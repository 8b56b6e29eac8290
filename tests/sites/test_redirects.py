"""What was renamed: its old address leads to the new one, with both publishers, from a folder too."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"2568/measures/online/": "2568/measures/e-service/", "2568/reports/yearly/": "2568/reports/annual/"}


@pytest.fixture
def renamed(mueang_pan: Path) -> Path:
    """Return the real project, in which a measure and a report once had another name."""
    for name, old in (("measures/e-service", "[online, e-service-old]"), ("reports/annual", "[yearly]")):
        path = mueang_pan / f"data/2568/{name}.yml"
        path.write_text(f"{path.read_text(encoding='utf-8')}was: {old}\n", encoding="utf-8")
    return mueang_pan


def refresh(page: sites.Element) -> str:
    (found,) = [each for each in page.all("meta") if each.attributes.get("http-equiv") == "refresh"]
    return found.attributes["content"].removeprefix("0; url=")


@pytest.mark.parametrize("old", OLD)
def test_an_old_address_leads_to_the_page(old: str, renamed: Path) -> None:
    built = sites.build(renamed, renamed / "site", strict=True)
    page = sites.read(built, old)
    target = urljoin(f"/{old}", refresh(page)).removeprefix("/")
    assert target == f"{OLD[old]}index.html"
    assert (built / target).is_file()
    (link,) = page.all("a")
    assert link.attributes["href"] == refresh(page)
    assert link.text == sites.article(built, OLD[old]).all("h1")[0].text.removesuffix(" ¶")
    assert "ย้าย" in page.one("h1").text
    (canonical,) = [each.attributes["href"] for each in page.all("link")]
    assert canonical == f"https://ita.town.go.th/{OLD[old]}"
    names = {each.attributes.get("name"): each.attributes.get("content") for each in page.all("meta")}
    assert names["robots"] == "noindex"


def test_the_exported_site_has_the_same_old_addresses(renamed: Path) -> None:
    sites.export(renamed, renamed / "exported")
    ours = sites.build(renamed, renamed / "ours")
    theirs = sites.build(renamed / "exported", renamed / "theirs")
    for old in (*OLD, "2568/measures/e-service-old/"):
        assert (theirs / old / "index.html").read_bytes() == (ours / old / "index.html").read_bytes()


def test_an_old_address_is_not_in_the_sitemap_nor_in_the_search(renamed: Path) -> None:
    built = sites.build(renamed, renamed / "site")
    for path in (built / "sitemap.xml", sites.index(built)):
        assert "online/" not in path.read_text(encoding="utf-8")


def test_what_a_title_holds_stays_text(renamed: Path) -> None:
    sites.replace(renamed / "data/2568/reports/annual.yml", "\nwas: [yearly]", "\nwas: [yearly]\n")
    path = renamed / "data/2568/measures/e-service.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = ["title: '\"><script>alert(1)</script>'" if line.startswith("title:") else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    page = sites.read(sites.build(renamed, renamed / "site"), "2568/measures/online/")
    assert [each.text for each in page.all("script")] == [""]
    assert page.one("a").text == '"><script>alert(1)</script>'
