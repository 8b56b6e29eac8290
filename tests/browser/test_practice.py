"""The pages of the OIT list as an assessor's screen and paper show them: each element in one screen, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.test_print import sheets
from tests.helpers import practice
from tests.helpers.looks import AXE, SPACED, cut, failures, overflow, violations, widest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

LIST = f"{practice.YEAR}/disclosure/"
ITEMS = ("o1", "o12", "o25", "o26")
"""A whole item with several links and files, one that lacks an element, and the two that this site answers itself."""
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def practice_home(practice_site: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """Serve the site of the practice set and return the address of its home page."""
    with serve(practice_site) as address:
        yield address


def rows(page: Any) -> list[str]:  # noqa: ANN401 - a Playwright page
    """Return what heads each row of the list on the screen: the code of an item, or the name of a group."""
    return [each.split(" ")[0] for each in page.locator("main tbody tr:visible th").all_inner_texts()]


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESK)])
def test_the_pages_keep_the_rules_and_ask_nobody_else(
    scheme: str, size: dict[str, int], practice_home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(color_scheme=scheme, viewport=size, reduced_motion="reduce") as visit:
        visit.context.add_init_script(AXE)
        failed, looks = failures(visit.page), set[int]()
        for address in (LIST, "2568/disclosure/", *(f"{LIST}{item}/" for item in (*ITEMS, "o13", "o19"))):
            visit.page.goto(practice_home + address)
            assert violations(visit.page, looks) == [], address
            assert overflow(visit.page) <= 0, (address, widest(visit.page))
            visit.page.evaluate(SPACED)
            assert (overflow(visit.page) <= 0, cut(visit.page)) == (True, []), address
        assert [*failed, *visit.outside, *visit.attacks] == []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_every_element_of_an_item_is_decided_on_one_screen(
    size: dict[str, int], practice_home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(viewport=size) as visit:
        for item in ITEMS:
            visit.page.goto(f"{practice_home}{LIST}{item}/")
            top = visit.page.evaluate("document.getElementById('elements').getBoundingClientRect().top")
            assert top < size["height"], "the heading is on the first screen"
            room = size["height"] - visit.page.locator(".md-header").evaluate("each => each.offsetHeight")
            assert visit.page.locator(".ita-elements").evaluate("each => each.offsetHeight") <= room, item


def test_the_list_is_chosen_from_by_status_and_division_and_groups_without_items_go(
    practice_home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(viewport=DESK) as visit:
        page = visit.page
        page.goto(practice_home + LIST)
        page.get_by_role("link", name="3 ข้อ").click()
        page.wait_for_function(
            "() => [...document.querySelectorAll('main tbody tr')].some(row => !row.checkVisibility())"
        )
        assert rows(page) == ["ยังไม่ทราบตัวชี้วัดย่อย", "O6", "O12", "O25"]
        page.get_by_label("เจ้าของข้อมูล").select_option("กองคลัง")
        assert rows(page) == ["ยังไม่ทราบตัวชี้วัดย่อย", "O6", "O12"]
        page.goto(f"{practice_home}2568/disclosure/")
        whole = rows(page)
        page.get_by_label("เจ้าของข้อมูล").select_option("หน่วยตรวจสอบภายใน")
        assert rows(page)[1:] == ["O23"]
        page.get_by_role("button", name="ล้างตัวกรอง").click()
        page.get_by_label("เรียงตาม").select_option("คะแนนปี 2568 น้อยไปมาก")
        assert rows(page)[:5] == ["O7", "O13", "O21", "O12", "O23"]
        page.get_by_label("เรียงตาม").select_option("ลำดับเดิม")
        assert rows(page) == whole


def test_a_printed_item_is_a_check_list(practice_home: str, window: Callable[..., AbstractContextManager[Any]]) -> None:
    with window(viewport=PHONE, color_scheme="dark") as visit:
        visit.page.goto(f"{practice_home}{LIST}o1/")
        assert "https://www.sommut.go.th/structure" in "".join(sheets(visit.page)), "the address of evidence"
        visit.page.goto(f"{practice_home}{LIST}o25/")
        sheet, *_ = sheets(visit.page)
        assert sheet.count("แสดงแล้ว") == 4
        visit.page.emulate_media(media="print")
        box = "each => getComputedStyle(each, '::after').borderTopStyle"
        boxes = [each.evaluate(box) for each in visit.page.locator(".ita-elements .ita-item__head").all()]
        assert boxes == ["solid"] * 5
