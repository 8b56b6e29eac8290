"""Printed pages, as Chromium makes them: clean A4, black on white, with where they are from."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

A4 = (595, 842)
"""Width and height in points."""


def sheets(page: Any) -> list[str]:  # noqa: ANN401 - a Playwright page
    """Print a page and return the text of each sheet; spaces say nothing in a PDF, and go."""
    document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in document.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    return [re.sub(r"\s", "", sheet.extract_text()) for sheet in document.pages]


@pytest.fixture(scope="module")
def printed(home: str, window: Window) -> Callable[..., list[str]]:
    """Return what prints the page at an address once, on a phone in the dark, and gives its sheets."""

    @cache
    def of(address: str) -> list[str]:
        with window(color_scheme="dark", viewport={"width": 360, "height": 740}) as visit:
            visit.page.goto(home + address)
            return sheets(visit.page)

    return of


@pytest.mark.parametrize("address", ["2568/measures/e-service/", "2568/reports/annual/", "2568/", ""])
def test_a_printed_page_says_where_it_is_from_and_shows_no_navigation(
    printed: Callable[[str], list[str]], address: str
) -> None:
    found = printed(address)
    # Only what the agency says above every page may stand before its name.
    assert re.match(f"หน้า1จาก{len(found)}.{{0,200}}?ความโปร่งใสเทศบาลตําบลเมืองปาน", found[0])
    for number, sheet in enumerate(found, 1):
        assert f"หน้า{number}จาก{len(found)}" in sheet
    whole = "".join(found)
    assert "¶" not in whole
    assert f"https://ita.town.go.th/{address}" in whole
    for furniture in ("ข้อมูลเปิดติดต่อ", "ตัวชี้วัดข้อมูลเปิด", "ติดต่อเกี่ยวกับ", "หน้าแรก", "เรียงตาม", "เรียงลำดับ"):
        # The PDF writes a vowel or tone that another shape is drawn for as a zero.
        pattern = "".join(f"(?:{letter}|\0)" for letter in furniture)
        assert not re.search(pattern, whole), furniture


def test_the_table_of_a_report_has_its_head_on_every_sheet(printed: Callable[[str], list[str]]) -> None:
    found = printed("2568/reports/annual/")
    (after,) = (place for place, sheet in enumerate(found) if "96.3399.37" in sheet)  # the table of changes
    first = next(place for place, sheet in enumerate(found) if "(output)" in sheet)
    assert after - first > 3
    head = "ผู้รับผิดชอบช่วงระยะเวลาในการดําเนินการผลการดําเนินการ(output)ผลลัพธ์ในการดําเนินงาน(Outcome)"
    assert [sheet.count(head) for sheet in found[first:after]] == [1] * (after - first)


def test_only_a_row_with_a_list_is_parted(home: str, window: Window) -> None:
    """Whole, such a row would leave half a sheet empty."""
    with window() as visit:
        visit.page.emulate_media(media="print")
        visit.page.goto(f"{home}2568/reports/annual/")
        rows = visit.page.locator("article tbody tr").evaluate_all(
            "all => all.map(each => [getComputedStyle(each).breakInside, !!each.querySelector('li + li, p + p')])"
        )
        assert sum(long for _, long in rows) >= 10
        assert [how for how, long in rows if not long and how != "avoid"] == []
        assert any(how == "avoid" for how, _ in rows)


def test_the_date_of_the_data_is_on_the_sheet_when_the_page_has_one(home: str, window: Window) -> None:
    with window() as visit:
        visit.page.goto(f"{home}2568/reports/annual/")
        assert "6ตุลาคม2568" in sheets(visit.page)[-1]  # of the memorandum: this copy has no history
        assert not visit.page.locator(".ita-footer__where").is_visible()


def test_what_is_folded_on_the_screen_lies_open_on_paper_without_javascript(
    site_of: Callable[[str], Path], serve: Callable[[Path], AbstractContextManager[str]], window: Window
) -> None:
    with serve(site_of("kham-muang")) as home, window(java_script_enabled=False) as visit:
        visit.page.goto(f"{home}2562/")
        folded = visit.page.locator("article details:not([open]) li").all_text_contents()
        codes = re.findall(r"\bO\d+\b", " ".join(folded))
        assert len(codes) > 20
        whole = "".join(sheets(visit.page))
        assert [code for code in codes if code not in whole] == []


def test_colours_on_paper_are_black_on_white_and_icons_are_printed(home: str, window: Window) -> None:
    with window(color_scheme="dark") as visit:
        visit.page.emulate_media(media="print", color_scheme="dark")
        visit.page.goto(home + "2568/status/")
        body, badge, icon = visit.page.evaluate(
            """() => {
                const body = getComputedStyle(document.body), badge = document.querySelector('.ita-badge--done')
                const icon = getComputedStyle(badge, '::before')
                return [[body.color, body.backgroundColor], getComputedStyle(badge).color,
                    [icon.backgroundColor, icon.printColorAdjust]]
            }"""
        )
        assert body == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        assert badge == "rgb(0, 0, 0)"
        assert icon == ["rgb(0, 0, 0)", "exact"]


def test_an_address_in_a_text_is_printed_once_and_that_of_a_titled_link_beside_it(
    printed: Callable[[str], list[str]],
) -> None:
    whole = "".join(printed("2568/reports/annual/"))
    typed = "ของหน่วยงานhttps://www.muangpan.go.th/"
    assert typed in whole
    assert f"{typed}(" not in whole
    assert "(https://www.muangpan.go.th/" in whole


def test_no_column_of_an_official_table_is_narrower_than_a_word(
    site_of: Callable[[str], Path], serve: Callable[[Path], AbstractContextManager[str]], window: Window
) -> None:
    """A day or an owner would else stand a syllable a line, on a sheet and on a desk."""
    for agency, address in (("kham-muang", "2563/plan/"), ("mueang-pan", "2568/reports/annual/")):
        with serve(site_of(agency)) as home, window(viewport={"width": 1280, "height": 900}) as visit:
            visit.page.goto(home + address)
            for media, viewport in (("screen", 1280), ("print", 680)):
                visit.page.emulate_media(media=media)
                visit.page.set_viewport_size({"width": viewport, "height": 900})
                narrow = visit.page.locator("article .ita-grid--plan th[scope=col]").evaluate_all(
                    "all => all.map(each => each.offsetWidth / parseFloat(getComputedStyle(each).fontSize))"
                )
                assert len(narrow) >= 5
                assert min(narrow) >= 5.9, (address, media)


def test_no_sheet_ends_with_the_label_of_a_list_or_holds_nothing_but_the_foot(
    site_of: Callable[[str], Path], serve: Callable[[Path], AbstractContextManager[str]], window: Window
) -> None:
    labels = re.compile("(?:รายมาตรการ|ตอบข้อนี.?|ตอบเรื.?องนี.?|ไม่ได้ระบุข้อ)$")
    for agency, addresses in {"ko": ("2566/plan/",), "kham-muang": ("2562/analysis/", "")}.items():
        with serve(site_of(agency)) as home, window() as visit:
            for address in addresses:
                visit.page.goto(home + address)
                found = sheets(visit.page)
                assert [sheet[-40:] for sheet in found if labels.search(sheet)] == [], address
                assert not re.match(r"หน้า\d+จาก\d+ป.?งบประมาณพ", found[-1]), address


@pytest.mark.parametrize(
    ("agency", "address"),
    [
        ("mueang-pan", "2568/reports/annual/"),
        ("mueang-pan", "2568/plan/"),
        ("mueang-pan", "2567/analysis/"),
        ("mueang-pan", "2568/status/"),
        ("chum-saeng", "2566/reports/annual/"),
        ("chum-saeng", "2566/plan/"),
        ("chum-saeng", "2565/analysis/"),
        ("kham-muang", "2563/plan/"),
        ("ko", "2566/reports/six-month/"),
        ("sam-ruean", "2569/plan/"),
    ],
)
def test_no_sheet_of_an_official_document_is_left_half_empty(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
    agency: str,
    address: str,
) -> None:
    """A row or a finding that does not fit goes on on the next sheet, and leaves none of this one behind."""
    with serve(site_of(agency)) as home, window(viewport={"width": 1280, "height": 900}) as visit:
        visit.page.goto(home + address)
        document = PdfReader(io.BytesIO(visit.page.pdf(prefer_css_page_size=True)))
    used = [_used(sheet) for sheet in document.pages]
    assert [share for share in used[:-1] if share < 0.75] == [], used


_HEADS = """all => all.filter(each => each.checkVisibility()).map(each => {
    const words = each.cloneNode(true)
    words.querySelectorAll('.headerlink, sup, .ita-badge').forEach(other => other.remove())
    return words.textContent
})"""


def test_no_heading_begins_on_one_sheet_and_ends_on_the_next(home: str, window: Window) -> None:
    with window(viewport={"width": 360, "height": 740}) as visit:
        visit.page.goto(f"{home}2568/reports/annual/")
        heads = visit.page.locator("article :is(h1, h2, h3), .ita-item__head").evaluate_all(_HEADS)
        found = sheets(visit.page)
    assert len(heads) > 10
    for head in heads:
        letters = re.sub(r"\s", "", head).replace("ำ", "ํา")
        # The PDF writes a vowel or tone that another shape is drawn for as a zero.
        pattern = "".join(f"(?:{re.escape(letter)}|\0)" for letter in letters)
        assert any(re.search(pattern, sheet) for sheet in found), head


def _used(sheet: Any) -> float:  # noqa: ANN401 - a page of a PDF
    """Return how far down the text of a sheet reaches, as a share of the room between its margins."""
    feet: list[float] = []

    def note(text: str, matrix: list[float], place: list[float], *_font: object) -> None:
        if text.strip():
            feet.append(place[5] * matrix[3] + matrix[5])

    sheet.extract_text(visitor_text=note)
    top, foot = A4[1] * (1 - 16 / 297), A4[1] * 18 / 297
    return (top - min(each for each in feet if each > foot)) / (top - foot)
