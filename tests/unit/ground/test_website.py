"""Links from one page to another lead where they should, and are as short as they can be."""

from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

from ita_site.ground.website import Website

_ADDRESSES = (
    "",
    "2568/",
    "2568/measures/",
    "2568/measures/e-service/",
    "2568/measures/e-service-2/",
    "2568/measures/?status=done#rows",
    "2567/indicators/9/#parts",
    "data/2568/result.yml",
    "data/2568/a:b.txt",
    "feed.xml",
)
_PLAIN = "https://ita.town.go.th/site/"


def test_a_link_leads_to_its_address_from_any_page() -> None:
    for folders in (True, False):
        website = Website(_PLAIN, directory_urls=folders)
        for address, page in product(_ADDRESSES, _ADDRESSES):
            here = page.partition("?")[0].partition("#")[0]
            link = website.relative(address, here)
            assert urljoin(f"{_PLAIN}{website.path(here)}", link) == website.absolute(address), (address, here)


def test_a_link_names_no_folder_in_which_its_page_stands() -> None:
    website = Website()
    assert website.relative("2568/measures/", "2568/measures/e-service/") == "../"
    assert website.relative("2568/measures/e-service/", "2568/measures/") == "./e-service/"
    assert website.relative("2568/reports/annual/", "2568/measures/e-service/") == "../../reports/annual/"
    assert website.relative("2568/measures/e-service-2/", "2568/measures/e-service/") == "../e-service-2/"
    assert website.relative("data/2568/a:b.txt", "data/2568/") == "./a:b.txt"
