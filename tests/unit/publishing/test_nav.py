"""The navigation: a few sections, the newest year first, what is written by hand at the end."""

from __future__ import annotations

import pytest

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing import nav, site
from ita_site.publishing.pages import Page
from ita_site.publishing.pages.rendering import Rendered
from tests.helpers import sites

ABOUT: nav.Nav = [{"เกี่ยวกับ": [{"ITA คืออะไร": "about/ita/index.md"}]}]
SECTIONS = ["หน้าแรก", "ปีงบประมาณ", "มาตรการ", "รายงาน", "ตัวชี้วัด", "ข้อมูลเปิด", "ติดต่อ"]


def page(subject: Subject, *place: str) -> Page:
    return Page(subject=subject, title=subject.address, meta={}, body=Rendered("", ()), sources=(), nav=place)


def titles(entries: nav.Nav) -> list[str]:
    return [title for entry in entries for title in entry]


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return site.build(sites.AGENCIES["mueang-pan"]).pages


def test_the_sections_stand_in_a_fixed_order_and_hand_written_ones_last(pages: tuple[Page, ...]) -> None:
    assert titles(nav.extend(ABOUT, pages)) == [*SECTIONS, "เกี่ยวกับ"]
    assert nav.extend(ABOUT, reversed(pages))[-1] == ABOUT[0]
    assert titles(nav.extend(ABOUT, reversed(pages))) == [*SECTIONS, "เกี่ยวกับ"]


def test_every_year_is_one_entry_newest_first(pages: tuple[Page, ...]) -> None:
    (years,) = [entry["ปีงบประมาณ"] for entry in nav.extend(None, pages) if "ปีงบประมาณ" in entry]
    assert years == [{"2569": "2569/index.md"}, {"2568": "2568/index.md"}, {"2567": "2567/index.md"}]


def test_measures_and_reports_lead_to_the_latest_year(pages: tuple[Page, ...]) -> None:
    entries = {title: target for entry in nav.extend(None, pages) for title, target in entry.items()}
    assert entries["หน้าแรก"] == "index.md"
    assert entries["มาตรการ"] == "2568/measures/index.md"
    assert entries["รายงาน"] == "2568/reports/index.md"


def test_the_navigation_does_not_grow_with_the_pages(pages: tuple[Page, ...]) -> None:
    """Every entry is drawn into every page; a measure or an indicator is reached from its section."""
    targets = [target for entry in nav.extend(None, pages) for target in entry.values()]
    listed = [each for target in targets for each in (target if isinstance(target, list) else [target])]

    years = len({each.path.split("/")[0] for each in pages if each.path[:2] == "25"})
    assert len(pages) > 50
    assert len(listed) == len(SECTIONS) - 1 + years
    assert nav.extend(None, [*pages, page(Subject(Kind.MEASURE, 2568, "new"))]) == nav.extend(None, pages)


def test_every_entry_leads_to_a_page(pages: tuple[Page, ...]) -> None:
    known = {each.path for each in pages}
    for entry in nav.extend(None, pages):
        for target in entry.values():
            paths = {target} if isinstance(target, str) else {path for each in target for path in each.values()}
            assert paths <= known


def test_a_section_without_pages_is_left_out() -> None:
    made = [
        page(Subject(Kind.HOME), "หน้าแรก"),
        page(Subject(Kind.YEAR, 2568), "ปีงบประมาณ", "2568"),
        page(Subject(Kind.CONTACT)),
    ]
    assert nav.extend(None, made) == [{"หน้าแรก": "index.md"}, {"ปีงบประมาณ": [{"2568": "2568/index.md"}]}]


def test_hand_written_navigation_is_not_changed() -> None:
    written: nav.Nav = [{"ก": "a.md"}, {"ข": [{"ค": "b.md"}]}]
    made = nav.extend(written, [page(Subject(Kind.HOME), "หน้าแรก")])
    assert made == [{"หน้าแรก": "index.md"}, {"ก": "a.md"}, {"ข": [{"ค": "b.md"}]}]
    assert written == [{"ก": "a.md"}, {"ข": [{"ค": "b.md"}]}]
