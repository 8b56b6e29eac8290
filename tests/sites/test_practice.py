"""The practice set as an assessor reads it: every status, each element with where it is shown, last year's loss."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import Reply
from ita_site.ground.problems import Severity
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.publishing.data_check import check
from ita_site.saying.words.disclosure import item_status
from tests import urls
from tests.helpers import practice, sites

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.judging.oit_answers import ItemAnswer
    from ita_site.publishing.data_check import Checked

LIST = f"{practice.YEAR}/disclosure/"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Check the data of the practice set, once."""
    return check(practice.write_data(tmp_path_factory.mktemp("practice") / "data"))


@pytest.fixture(scope="module")
def answers(checked: Checked) -> dict[str, ItemAnswer]:
    """Return how each item of the list is answered."""
    data, year = checked.dataset, practice.YEAR
    return {each.item.id: each for each in item_answers(data, data.years[year], data.frameworks[year])}


@pytest.fixture
def items(practice_site: Path) -> sites.Element:
    """Return the list of the items."""
    return sites.article(practice_site, LIST)


def element_rows(site: Path, item: str) -> list[tuple[str, str, list[str]]]:
    """Return the elements on the page of an item: the text, the verdict, and where the links below it lead."""
    address = f"{LIST}{item}/"
    return [
        (row.of_class("ita-item__head")[0].text, row.of_class("ita-badge")[0].text, sites.links(row, address))
        for row in sites.section(sites.article(site, address), "elements").of_class("ita-item")
    ]


def test_the_set_answers_every_item_of_its_year_and_has_every_status(answers: dict[str, ItemAnswer]) -> None:
    assert list(answers) == [f"O{number}" for number in range(1, 27)]
    assert all(each.entry for each in answers.values())
    assert {each.status for each in answers.values()} == set(ItemStatus)
    assert {each.entry.reply for each in answers.values() if each.entry} == {*Reply, None}


def test_only_what_is_meant_to_lose_points_is_told(checked: Checked) -> None:
    told = {each.code for each in checked.problems}
    assert told == {"evidence-of-another-year", "evidence-to-renew", "lacking-elements", "link-needs-login"}
    assert Severity.ERROR not in {each.severity for each in checked.problems}


def test_every_page_says_that_the_set_is_invented_and_none_is_an_address_ever_published(practice_site: Path) -> None:
    for address in sites.addresses(practice_site):
        assert "สมมุติขึ้น ไม่ใช่ของหน่วยงานใด" in sites.read(practice_site, address).one("body").text, address
    assert not any("practice" in line for line in urls.listed())


def test_the_list_begins_with_how_far_it_is_in_words_and_figures(
    items: sites.Element, answers: dict[str, ItemAnswer]
) -> None:
    headings = [each.attributes["id"] for each in items.all("h2")]
    assert headings[:2] == ["progress", "all"]
    progress = sites.section(items, "progress")
    assert progress.all("p")[0].text == "7 จาก 25 ข้อ เปิดเผยครบทุกองค์ประกอบ"
    statuses = [each.status for each in answers.values()]
    shown = [each.text for each in progress.all("li")]
    for status in ItemStatus:
        assert any(each.startswith(f"{item_status(status)} {statuses.count(status)} ข้อ") for each in shown), status


def test_a_count_leads_to_the_items_of_its_status(items: sites.Element) -> None:
    (link, *_) = sites.links(sites.section(items, "progress"), LIST)
    assert link.startswith(f"{LIST}?status=%E0")
    assert link.endswith("#all")


def test_an_item_is_one_line_with_what_it_lost_last_year_and_why(items: sites.Element) -> None:
    rows = sites.rows(items, f"ข้อของแบบตรวจ OIT ปี {practice.YEAR}")
    lost = rows["O12 รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุของหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568"]
    finding = "ส่งทะเบียนคุมการจัดซื้อจัดจ้าง ซึ่งไม่ใช่รายงานผลและไม่มีปัญหา อุปสรรค และข้อเสนอแนะ"
    assert lost == ["ขาดองค์ประกอบ", "กองคลัง", f"0.00 ( O13 ) {finding}"]
    assert rows["O4 ข่าวประชาสัมพันธ์"] == ["มีหลักฐาน", "สำนักปลัด", "100.00 (O4)"]
    assert rows["O7 รายงานผลการดำเนินงานประจำปี"] == ["ยังไม่ระบุ", "สำนักปลัด", "ยังเทียบไม่ได้"]
    (row,) = [each for each in items.all("tr") if each.attributes.get("id") == "o12"]
    assert sites.links(row, LIST) == [
        f"{LIST}o12/",
        "2568/disclosure/o13/",
        "2568/analysis/#weak-point-procurement-report",
    ]


def test_items_stand_below_their_sub_indicators(practice_site: Path) -> None:
    page = sites.article(practice_site, "2568/disclosure/")
    groups = {
        body.all("tr")[0].text: [row.attributes["id"] for row in body.all("tr")[1:]] for body in page.all("tbody")
    }
    assert len(groups) > 3
    assert [row for rows in groups.values() for row in rows] == [f"o{number}" for number in range(1, 29)]
    assert next(rows for name, rows in groups.items() if "9.5" in name) == ["o17", "o18", "o19", "o20"]


def test_every_element_of_an_item_says_where_it_is_shown(practice_site: Path) -> None:
    found = element_rows(practice_site, "o1")
    assert [verdict for _, verdict, _ in found] == ["แสดงแล้ว"] * 4
    assert found[0][2] == [
        "https://www.sommut.go.th/structure",
        f"{LIST}o1/#evidence-1",
        "data/2569/files/structure-2569.pdf",
        f"{LIST}o1/#evidence-3",
    ]
    assert [(verdict, where) for _, verdict, where in element_rows(practice_site, "o12")][1] == ("ยังไม่มี", [])


def test_what_this_site_shows_is_found_by_its_anchor_and_a_measure_that_lacks_it_is_named(practice_site: Path) -> None:
    assert [(verdict, where[0]) for _, verdict, where in element_rows(practice_site, "o25")] == [
        ("แสดงแล้ว", "2569/plan/#measures"),
        ("แสดงแล้ว", "2568/analysis/"),
        ("แสดงแล้ว", "2569/plan/#measures"),
        ("แสดงแล้ว", "2569/plan/#measures"),
        ("ยังไม่ครบ", "2569/plan/#measures"),
    ]
    *_, last = sites.section(sites.article(practice_site, f"{LIST}o25/"), "elements").of_class("ita-item")
    assert "ยังไม่พบผู้รับผิดชอบ ในมาตรการ ตรวจปีและสิทธิการเข้าถึงของเอกสารก่อนกรอกแบบ" in last.text
    assert element_rows(practice_site, "o26")[6][2][0] == "data/2569/files/measures-report-2568.pdf"


def test_evidence_has_its_type_size_day_and_the_way_from_the_main_page(practice_site: Path) -> None:
    (evidence,) = sites.section(sites.article(practice_site, f"{LIST}o12/"), "evidence").of_class("ita-item")
    assert "PDF 4 หน้า" in evidence.text
    assert "ไบต์ 20 ตุลาคม 2568" in evidence.text
    assert "หน้าแรก › การบริหารงาน › จัดซื้อจัดจ้าง" in evidence.text


def test_the_page_of_an_item_tells_last_years_loss_before_the_elements(practice_site: Path) -> None:
    page = sites.article(practice_site, f"{LIST}o12/")
    texts = [each.text for each in page.all("p", "h2")]
    lost = next(place for place, text in enumerate(texts) if text.startswith("ปี 2568 ข้อ O13 ได้ 0.00 คะแนน"))
    assert "ส่งทะเบียนคุมการจัดซื้อจัดจ้าง" in texts[lost]
    assert lost < texts.index("องค์ประกอบที่ต้องแสดง ¶")
    assert "2568/disclosure/o13/" in sites.links(sites.section(page, "history"), f"{LIST}o12/")
    kept = sites.article(practice_site, f"{LIST}o4/")
    assert not any(each.text.startswith("ปี 2568 ข้อ") for each in kept.all("p"))


def test_evidence_of_the_year_that_an_item_asks_for_is_not_called_another_years(practice_site: Path) -> None:
    told = {
        item: "ไม่ใช่ปี" in sites.section(sites.article(practice_site, f"{LIST}{item}/"), "evidence").text
        for item in ("o12", "o13", "o14", "o5")
    }
    assert told == {"o12": False, "o13": True, "o14": False, "o5": True}


def test_no_page_of_the_list_is_heavier_than_that_of_a_measure_may_be(practice_site: Path) -> None:
    pages = [each for each in sites.addresses(practice_site) if "/disclosure/" in each]
    weights = {each: len(gzip.compress((practice_site / each / "index.html").read_bytes(), 6)) for each in pages}
    assert len(weights) >= 2 + 26
    assert {each: weight for each, weight in weights.items() if weight > 15_000} == {}


def test_no_page_of_the_list_waits_for_an_outside_host(practice_site: Path) -> None:
    """Addresses elsewhere are links to follow: nothing of a page is loaded from them."""
    for address in (each for each in sites.addresses(practice_site) if "/disclosure/" in each):
        page = sites.read(practice_site, address)
        loaded = [each.attributes.get("src") or "" for each in page.all("img", "script", "iframe", "video", "audio")]
        loaded += [
            each.attributes["href"] for each in page.all("link") if each.attributes.get("rel") in {"stylesheet", "icon"}
        ]
        assert not [each for each in loaded if "//" in each], address
