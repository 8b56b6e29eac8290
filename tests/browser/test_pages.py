"""The real site in a browser: with a word that is too long, without JavaScript, with its search."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from PIL import Image

from tests.helpers import sites
from tests.helpers.looks import overflow, widest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

_SCHEMES = ["light", "dark"]


def test_a_word_of_two_thousand_letters_does_not_make_a_page_scroll_sideways(
    mueang_pan: Path,
    tmp_path_factory: pytest.TempPathFactory,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    word = "ก" * 1000 + "a" * 1000
    for file, before in (
        ("data/agency.yml", "name: เทศบาลตำบลเมืองปาน\nkind: "),
        ("data/2567/analysis.yml", "finding: ได้ 85.78 คะแนน "),
        ("data/2568/result.yml", "document: รายงาน"),
        ("data/2568/gaps.yml", "analysis: รายงาน"),
        ("data/2568/measures/e-service.yml", "title: การพัฒนา"),
        ("data/2568/measures/e-service.yml", "  - พัฒนาปรับปรุงระบบ "),
        ("data/2568/reports/annual.yml", "to: นายก"),
    ):
        sites.replace(mueang_pan / file, before, before + word)
    site = sites.build(mueang_pan, tmp_path_factory.mktemp("long"))
    wide = []
    with serve(site) as home, window(viewport={"width": 320, "height": 800}) as visit:
        for address in sites.KINDS.values():
            visit.page.goto(home + address)
            if (by := overflow(visit.page)) > 0:
                wide.append(f"{address or '/'} by {by} px: {widest(visit.page)}")
    assert not wide


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_the_colours_follow_the_readers_system(
    home: str, window: Callable[..., AbstractContextManager[Any]], scheme: str
) -> None:
    with window(color_scheme=scheme) as visit:
        visit.page.goto(home)
        background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        red = int(background.removeprefix("rgb(").partition(",")[0])
        assert (red < 80) == (scheme == "dark"), background


_INVISIBLE = """all => all.filter(each => {
    const {width, height} = each.getBoundingClientRect()
    return !width || !height || !each.checkVisibility({visibilityProperty: true})
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=[360, 1280])
def without_javascript(
    request: pytest.FixtureRequest, window: Callable[..., AbstractContextManager[Any]]
) -> Iterator[Any]:
    """Open one window for all pages of a width."""
    with window(java_script_enabled=False, viewport={"width": request.param, "height": 800}) as visit:
        yield visit.page


@pytest.mark.parametrize("address", sites.KINDS.values(), ids=sites.KINDS)
def test_without_javascript_text_and_links_are_on_the_screen(
    home: str,
    without_javascript: Any,  # noqa: ANN401 - a Playwright page
    address: str,
) -> None:
    without_javascript.goto(home + address)
    with urlopen(home + address) as answer:  # noqa: S310 - our own server
        article = sites.parse(answer.read().decode()).one("article")
    shown = "".join(without_javascript.locator("article").inner_text().split())
    folded = {id(each) for details in article.all("details") for each in details.walk()}
    for element in article.all("h1", "h2", "p", "li", "dd", "td", "th", "caption"):
        if id(element) not in folded and not element.all("p", "li", "details"):
            assert "".join(element.text.split()) in shown or element.tag == "th", element.text
    links = without_javascript.locator("article a[href]:not(.headerlink, details:not([open]) a)")
    assert links.count() >= 2
    assert links.evaluate_all(_INVISIBLE) == []


def test_without_javascript_the_menu_is_on_the_screen(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(home)
        for section in ("ปีงบประมาณ", "มาตรการ", "รายงาน", "ตัวชี้วัด", "ข้อมูลเปิด", "ติดต่อ"):
            link = visit.page.locator("nav.md-tabs").get_by_role("link", name=section, exact=True)
            assert link.is_visible(), section


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("E-Service", "2568/measures/e-service/"),
        ("Policy", "2568/measures/no-gift-policy/"),
        ("ประมวลจริยธรรม", "2568/measures/ethics-code/"),
    ],
    ids=["latin", "latin-word", "thai"],
)
def test_typing_in_the_search_box_finds_the_measure(
    home: str, window: Callable[..., AbstractContextManager[Any]], query: str, found: str
) -> None:
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(home)
        visit.page.get_by_role("textbox", name="ค้นหา").click()
        visit.page.keyboard.type(query)
        visit.page.keyboard.press("Shift")  # the theme searches when a key is let go, which typed Thai does not do
        result = visit.page.locator(f".md-search-result__link[href*='{found}']").first
        result.wait_for(state="visible")
        result.click()
        visit.page.wait_for_url(f"**/{found}**")
        assert visit.attacks == visit.outside == []


def on_the_screen(page: Any, words: str) -> bool:  # noqa: ANN401 - a Playwright page
    """Tell whether words stand in the window without scrolling."""
    place = page.locator("article").get_by_text(words).first.bounding_box()
    return place is not None and place["y"] >= 0 and place["y"] + place["height"] <= page.viewport_size["height"]


@pytest.mark.parametrize("way", ["lists", "search"])
def test_whether_a_promise_was_kept_and_helped_is_answered_in_three_taps(
    home: str, window: Callable[..., AbstractContextManager[Any]], way: str
) -> None:
    """Did the municipality do what it promised about e-service, and did it help? On a phone, from the home page."""
    with window(viewport={"width": 360, "height": 740}, has_touch=True) as visit:
        page = visit.page
        page.goto(home)
        if way == "lists":
            page.get_by_role("link", name="ดูมาตรการปี 2568 ทั้ง 15 เรื่อง").tap()
            page.get_by_role("link", name="E-Service").first.tap()
        else:
            page.get_by_role("button", name="ค้นหา").first.tap()
            page.get_by_role("textbox", name="ค้นหา").fill("e-service")
            page.locator(".md-search-result__link").first.tap()
        page.get_by_text("สถานะการดำเนินการ").first.wait_for()
        assert page.url == f"{home}2568/measures/e-service/"
        for words in ("สถานะการดำเนินการ", "มีผลในรายงาน ไม่ได้ระบุสถานะ", "การเปลี่ยนแปลงของคะแนน", "97.96", "+12.18"):
            assert on_the_screen(page, words), words


_BEFORE_THE_WORDS = """summary => {
    const words = document.createRange()
    words.selectNodeContents(summary)
    return words.getClientRects()[0].left - summary.getBoundingClientRect().left
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["2568/", "2568/plan/"])
def test_what_can_be_unfolded_has_a_sign_before_its_words(
    home: str, window: Callable[..., AbstractContextManager[Any]], address: str, width: int
) -> None:
    with window(viewport={"width": width, "height": 800}) as visit:
        visit.page.goto(home + address)
        summaries = visit.page.locator("article summary:visible").all()
        assert summaries
        for summary in summaries:
            picture = Image.open(BytesIO(summary.screenshot())).convert("L")
            before = int(summary.evaluate(_BEFORE_THE_WORDS))
            assert before > 0, summary.inner_text()
            greys = picture.crop((0, 0, before, picture.height)).tobytes()
            assert max(greys) - min(greys) > 100, summary.inner_text()
