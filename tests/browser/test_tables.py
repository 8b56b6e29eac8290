"""Lists that filter and tables that sort: what a reader chooses, what is shown, and the address that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

LIST = "2568/measures/"


@pytest.fixture
def page(home: str, window: Callable[..., AbstractContextManager[Any]]) -> Iterator[Any]:
    """Open the list of measures on a desk."""
    with window(viewport={"width": 1280, "height": 900}) as visit:
        visit.page.goto(home + LIST)
        yield visit.page


def shown(page: Any) -> list[str]:  # noqa: ANN401 - a Playwright page
    """Return the titles of the rows on the screen, in their order."""
    titles: list[str] = page.locator("main tbody tr:visible th").all_inner_texts()
    return titles


def query(page: Any) -> dict[str, list[str]]:  # noqa: ANN401
    return parse_qs(urlsplit(page.url).query)


def test_a_list_is_filtered_by_who_is_responsible(page: Any) -> None:  # noqa: ANN401
    assert len(shown(page)) == 15
    page.get_by_label("ผู้รับผิดชอบ").select_option("สำนักปลัด")
    assert [title.split(".")[0] for title in shown(page)] == ["5", "6", "7", "11", "12"]
    assert page.get_by_role("status").inner_text() == "แสดง 5 จาก 15 เรื่อง"
    assert query(page) == {"division": ["สำนักปลัด"]}


def test_choices_count_what_they_would_show(page: Any) -> None:  # noqa: ANN401
    page.get_by_label("ผู้รับผิดชอบ").select_option("สำนักปลัด")
    indicators = page.get_by_label("ตอบตัวชี้วัดปี 2567")
    options = indicators.locator("option").all_inner_texts()
    assert "ทั้งหมด (5)" in options
    assert "ตัวชี้วัดที่ 10 การป้องกันการทุจริต (2)" in options
    assert "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (0)" in options
    indicators.select_option("ตัวชี้วัดที่ 10 การป้องกันการทุจริต")
    assert len(shown(page)) == 2
    page.get_by_role("button", name="ล้างตัวกรอง").click()
    assert len(shown(page)) == 15
    assert query(page) == {}


def test_an_address_keeps_what_was_chosen(home: str, page: Any) -> None:  # noqa: ANN401
    page.get_by_label("สถานะ", exact=True).select_option("มีผลในรายงาน ไม่ได้ระบุสถานะ")
    page.get_by_label("ตอบตัวชี้วัดปี 2567").select_option("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน")
    page.get_by_label("เรียงตาม").select_option("มาตรการ ก–ฮ")
    titles, address = shown(page), page.url
    assert titles == sorted(titles, key=lambda title: title.split(". ")[1])
    page.goto(home)
    page.goto(address)
    assert shown(page) == titles
    assert page.get_by_label("เรียงตาม").evaluate("each => each.selectedOptions[0].text") == "มาตรการ ก–ฮ"


@pytest.mark.parametrize("asked", ["?status=ไม่มี", "?division=<img src=x onerror=alert(1)>&sort=99", "?sort=%E0"])
def test_an_address_that_asks_for_what_is_not_there_shows_all(
    home: str, window: Callable[..., AbstractContextManager[Any]], asked: str
) -> None:
    with window() as visit:
        errors: list[str] = []
        visit.page.on("pageerror", lambda error: errors.append(str(error)))
        visit.page.goto(home + LIST + asked)
        assert len(shown(visit.page)) == 15
        assert errors == visit.attacks == []


def test_the_counts_on_the_home_page_lead_to_the_filtered_list(page: Any, home: str) -> None:  # noqa: ANN401
    page.goto(home)
    page.get_by_role("link", name="15 จาก 15 เรื่อง").first.click()
    page.wait_for_url("**?status=*")
    assert parse_qs(urlsplit(page.url).query) == {"status": ["มีผลในรายงาน ไม่ได้ระบุสถานะ"]}
    assert page.get_by_label("สถานะ", exact=True).input_value() == "มีผลในรายงาน ไม่ได้ระบุสถานะ"


def test_scores_are_sorted_as_numbers_and_missing_ones_come_last(page: Any, home: str) -> None:  # noqa: ANN401
    page.goto(f"{home}2568/")
    table = page.locator("main table:has(caption:text('คะแนนสิบตัวชี้วัด'))")
    page.locator("summary:text-is('ตารางคะแนนสิบตัวชี้วัด')").click()
    page.locator("summary:text-is('เรียงลำดับ')").first.click()
    page.get_by_label("เรียงตาม").first.select_option("เปลี่ยนแปลง มากไปน้อย")
    changes = table.locator("tbody td:last-child").all_inner_texts()
    assert [each.strip() for each in changes] == ["+12.18", "+5.00", "+4.93", "+3.33", *["เท่าเดิม"] * 6]
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_a_figure_that_is_not_known_stands_last_either_way(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    with serve(site_of("kham-muang")) as home, window(viewport={"width": 1280, "height": 900}) as visit:
        visit.page.goto(f"{home}2562/")
        page = visit.page
        page.evaluate("document.querySelector('table[data-sort] tbody td.ita-num').textContent = 'ไม่มีข้อมูล'")
        first = page.locator("main table[data-sort]").first
        if not first.is_visible():
            page.locator("article details.ita-terms:has(table[data-sort]) > summary").first.click()
        page.locator("summary:text-is('เรียงลำดับ')").first.click()
        for words in ("มากไปน้อย", "น้อยไปมาก"):
            choice = page.get_by_label("เรียงตาม").first
            choice.select_option(choice.locator(f"option:has-text('{words}')").first.inner_text())
            assert first.locator("tbody tr:last-child td.ita-num").first.inner_text() == "ไม่มีข้อมูล"


def test_without_javascript_the_whole_list_stands_there_without_controls(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(java_script_enabled=False) as visit:
        visit.page.goto(f"{home}{LIST}?division={quote('สำนักปลัด')}")
        assert len(shown(visit.page)) == 15
        assert visit.page.locator("select").count() == 0


def test_every_table_of_every_page_works_without_an_error(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """Each choice of each list is taken once, on the pages of another municipality, on a phone."""
    site = site_of("sam-ruean")
    with serve(site) as home, window(viewport={"width": 360, "height": 740}) as visit:
        errors: list[str] = []
        visit.page.on("pageerror", lambda error: errors.append(str(error)))
        taken = 0
        for address in (each for each in sites.addresses(site) if sites.read(site, each).all("table")):
            visit.page.goto(home + address)
            taken += visit.page.evaluate(
                """() => {
                    const options = [...document.querySelectorAll('.ita-tools option')]
                    for (const option of options) {
                        option.selected = true
                        option.parentElement.dispatchEvent(new Event('change'))
                        const bodies = [...document.querySelectorAll('tbody')]
                        if (!bodies.every(body => body.rows.length)) throw Error('rows lost')
                    }
                    return options.length
                }"""
            )
        assert errors == []
        assert taken > 40


def test_on_a_phone_each_cell_says_what_its_column_is(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    """The longest tables have their labels in the style sheet, which must say what the headings say."""
    with window(viewport={"width": 360, "height": 740}) as visit:
        visit.page.goto(f"{home}data/")
        said = visit.page.evaluate(
            """() => [...document.querySelectorAll('article .ita-table table')].flatMap(table => {
                const headings = [...table.querySelectorAll('thead th')].map(each => each.textContent)
                return [...table.querySelectorAll('td')].map(cell => [
                    `"${headings[cell.cellIndex]}: "`, getComputedStyle(cell, '::before').content,
                ])
            })"""
        )
    assert len(said) > 1_000
    assert [pair for pair in said if pair[0] != pair[1]] == []


def test_the_sign_behind_a_heading_says_where_it_leads(page: Any) -> None:  # noqa: ANN401
    signs = page.locator("article .headerlink")
    assert {each.get_attribute("title") for each in signs.all()} == {"ลิงก์มาที่หัวข้อนี้"}
