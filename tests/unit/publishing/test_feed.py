"""The feed: what was published, newest first, each with the figures in its title and a day that is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from ita_site.data.load import load
from ita_site.ground.git.git_dates import GitDates
from ita_site.ground.website import Website
from ita_site.judging import scores
from ita_site.publishing import site
from ita_site.publishing.settings import Settings
from ita_site.publishing.sharing import feed
from ita_site.publishing.sharing.last_changed import LastChanged
from ita_site.saying.view.lookup import Lookup
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://ita.town.go.th/sub/"


def made(data: Path, days: Mapping[str, date], *, url: str = URL) -> bytes | None:
    dataset = load(data)
    return feed.write(
        Lookup(dataset, scores.compute_all(dataset)),
        LastChanged(dataset, GitDates(days, frozenset(), {})),
        Website(url),
    )


def all_on(data: Path, day: date) -> dict[str, date]:
    return dict.fromkeys(load(data).sources, day)


def read(data: Path, days: Mapping[str, date]) -> ET.Element:
    written = made(data, days)
    assert written is not None
    return ET.fromstring(written)  # noqa: S314 - our own


def said(element: ET.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None
    assert found.text
    return found.text


def test_a_result_is_told_with_its_figures() -> None:
    data = sites.AGENCIES["mueang-pan"]
    titles = [said(each, "title") for each in read(data, all_on(data, date(2026, 1, 2))).iter(f"{ATOM}entry")]
    assert "ผลการประเมิน ITA ปี 2568: คะแนนรวม 99.37 เพิ่มขึ้น 3.04" in titles
    assert "ผลการประเมิน ITA ปี 2567: คะแนนรวม 96.33" in titles
    assert "มาตรการปี 2568: 15 เรื่อง" in titles
    assert any(title.startswith("บทวิเคราะห์ผล ITA ปี 2567") for title in titles)
    assert any(title.startswith("รายงานปี 2568: ") for title in titles)
    assert len(titles) == 5


def test_the_newest_stands_first_and_what_has_no_day_not_at_all(mueang_pan: Path) -> None:
    data = mueang_pan / "data"
    days = {"data/2567/result.yml": date(2026, 5, 6), "data/2568/result.yml": date(2026, 1, 2)}
    root = read(data, days)
    updated = [said(each, "updated") for each in root.iter(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)
    # The report states its own day; the measures and the analysis have none.
    ids = [said(each, "id") for each in root.iter(f"{ATOM}entry")]
    assert ids == [f"{URL}2567/", f"{URL}2568/", f"{URL}2568/reports/annual/"]
    assert said(root, "updated") == updated[0] == "2026-05-06T00:00:00+07:00"


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_a_feed_is_valid(agency: str) -> None:
    data = sites.AGENCIES[agency]
    root = read(data, all_on(data, date(2026, 1, 2)))
    assert root.tag == f"{ATOM}feed"
    assert said(root, "id") == URL
    assert said(root, "title")
    author = root.find(f"{ATOM}author")
    assert author is not None
    assert said(author, "name")
    entries = list(root.iter(f"{ATOM}entry"))
    ids = [said(each, "id") for each in entries]
    assert len(set(ids)) == len(ids) > 2
    for entry in entries:
        assert said(entry, "title")
        assert said(entry, "summary")
        assert datetime.fromisoformat(said(entry, "updated")).utcoffset()
        (link,) = entry.findall(f"{ATOM}link")
        assert link.attrib["href"].startswith(URL)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_entry_leads_to_a_place_that_is_there(agency: str, site_of: Callable[[str], Path]) -> None:
    data, built = sites.AGENCIES[agency], site_of(agency)
    for entry in read(data, all_on(data, date(2026, 1, 2))).iter(f"{ATOM}entry"):
        address, _, anchor = said(entry, "id").removeprefix(URL).partition("#")
        page = sites.read(built, address)
        assert not anchor or page.with_id(anchor)


def test_without_an_address_or_a_day_there_is_no_feed() -> None:
    data = sites.AGENCIES["mueang-pan"]
    assert made(data, all_on(data, date(2026, 1, 2)), url="") is None
    assert made(sites.AGENCIES["chum-saeng"], {}) is None


def test_the_pages_name_the_feed_when_there_is_one(mueang_pan: Path, site_of: Callable[[str], Path]) -> None:
    built = site_of("mueang-pan")
    assert (built / "feed.xml").is_file()
    (link,) = [e for e in sites.read(built, "2568/").all("link") if e.attributes.get("type") == "application/atom+xml"]
    assert link.attributes["href"] == "../feed.xml"
    settings = mueang_pan / "mkdocs.yml"
    sites.replace(settings, "site_url: https://ita.town.go.th/\n", "")
    without = sites.build(mueang_pan, mueang_pan / "site")
    assert not (without / "feed.xml").exists()
    assert "application/atom+xml" not in (without / "index.html").read_text(encoding="utf-8")


def test_the_same_data_give_the_same_bytes() -> None:
    data = sites.AGENCIES["kham-muang"]
    known = Settings(url=URL)
    assert site.build(data, known).generated == site.build(data, known).generated


def test_figures_put_right_are_told_on_the_day_they_were_put_right(mueang_pan: Path) -> None:
    with (mueang_pan / "data/2568/result.yml").open("a", encoding="utf-8") as result:
        result.write(
            "errata:\n"
            "  - {published: '99.73', correct: '99.37', since: 5 ก.พ. 2569, why: พิมพ์เลขสลับกัน}\n"
            "  - {id: IIT, published: '90.00', correct: '99.00', since: 3 ก.พ. 2569, why: พิมพ์ผิด}\n"
        )
    entries = read(mueang_pan / "data", all_on(mueang_pan / "data", date(2026, 1, 2))).iter(f"{ATOM}entry")
    newest = next(entries)
    assert said(newest, "title") == "แก้ตัวเลขที่เผยแพร่แล้วของผลการประเมิน ITA ปี 2568"
    assert said(newest, "updated").startswith("2026-02-05")
    assert said(newest, "id") == f"{URL}2568/#errata"
    for words in ("99.73", "99.37", "90.00", "99.00", "พิมพ์เลขสลับกัน", "5 กุมภาพันธ์ 2569", "พิมพ์ผิด"):
        assert words in said(newest, "summary")
