"""The search box of the real sites: what it finds, in which order, and what it asks of the network."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

import pytest

from ita_site.ground import thai
from tests.helpers import TESTS, sites
from tests.helpers.search_box import Answer, box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    Window: TypeAlias = Callable[..., AbstractContextManager[Any]]

CORPUS = TESTS / "corpus"
ABSENT = (
    "ไดโนเสาร์",
    "แมวน้ำ",  # one letter from แล้วนำ
    "กัญชา",  # one letter from บัญชา
    "สนามบิน",
    "รถไฟฟ้า",  # both its parts are there
    "ตัวชี้วัดที่ 99",
    "ตำบลเรามีสระว่ายน้ำไหม",
    "blockchain",
    "O99",
    "31 กุมภาพันธ์ 2568",
)
"""What no page of the five sites says."""
_BLOCKS = "br caption dd div dl dt h1 h2 h3 h4 li ol p section summary table tbody td th thead tr ul".split()  # noqa: SIM905 - names


@dataclass(frozen=True)
class Query:
    """What is typed, and what a page must have to be meant by it; both from a table in `tests/corpus`."""

    typed: str
    note: str

    def is_meant_by(self, page: str) -> bool:
        """Tell whether a page, by its normal text, is one that the reader looks for."""
        intent = self.note.removeprefix("intent=").partition(";")[0]
        if intent.startswith("re:"):
            return re.search(intent.removeprefix("re:"), page) is not None
        # A blank means that both words are on the page, `_` a blank between them.
        words = normal(self.typed if intent == "same" else intent).split(" ")
        return all(word.replace("_", " ") in page for word in words)


def normal(text: str) -> str:
    """Return the text as the truth has it: one spelling, Arabic digits, small letters, single blanks."""
    return " ".join(thai.arabic(thai.normalise(text)).lower().split())


def queries() -> list[Query]:
    found = []
    for name in ("thai_queries.tsv", "site_queries.tsv"):
        with (CORPUS / name).open(encoding="utf-8", newline="") as table:
            found += [Query(row["query"], row["note"]) for row in csv.DictReader(table, delimiter="\t")]
    return found


def read(element: sites.Element) -> Iterator[str]:
    """Yield what is read of an article but the ways to other pages and its sources, a line for each block."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif "headerlink" not in child.attributes.get("class", "") and not {
            "data-search-exclude" in child.attributes,
            child.attributes.get("class") in {"ita-source", "ita-mark"},
        } & {True}:
            yield from ("\n", *read(child), "\n") if child.tag in _BLOCKS else read(child)


@cache
def texts(site: Path) -> dict[str, str]:
    """Return the normal text of each page for readers, a line for each block: what the answers are held against."""
    found = {}
    for address in (each for each in sites.addresses(site) if not each.endswith(sites.FOR_EDITORS)):
        lines = "".join(read(sites.article(site, address))).split("\n")
        found[address] = "\n".join(normal(line) for line in lines if line.strip())
    return found


def count(answered: Answer) -> int:
    """Return how many pages the box says it found."""
    if "ไม่พบหน้าที่มีคำนี้" in answered.line:
        return 0
    number = re.search(r"\d+", answered.line)
    return int(number[0]) if number else 1


@pytest.fixture(scope="module")
def answers(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
) -> dict[str, dict[str, Answer]]:
    """Type every query into the box of every site, once: agency → what was typed → answer."""
    found: dict[str, dict[str, Answer]] = {}
    for agency in sites.AGENCIES:
        with serve(site_of(agency)) as home, box(window, home) as (visit, ask):
            found[agency] = {typed: ask(typed) for typed in [*(query.typed for query in queries()), *ABSENT]}
            assert visit.outside == visit.failed == []
    return found


def meant(site: Path, query: Query) -> set[str]:
    return {address for address, text in texts(site).items() if query.is_meant_by(text)}


def test_the_search_finds_what_is_meant_and_little_else(
    answers: dict[str, dict[str, Answer]], site_of: Callable[[str], Path]
) -> None:
    """Recall is the share of the pages meant that are found, precision that of the first ten that are meant."""
    recalls, precisions, poor = [], [], []
    for agency in sites.AGENCIES:
        for query in queries():
            pages = answers[agency][query.typed].pages
            if not (wanted := meant(site_of(agency), query)):
                continue
            recalls.append(len(wanted & {*pages}) / len(wanted))
            precisions.append(len(wanted & {*pages[:10]}) / max(len(pages[:10]), 1))
            if recalls[-1] < 1 or precisions[-1] < 1:
                poor.append(f"{agency} {query.typed!r}: recall {recalls[-1]:.2f}, precision {precisions[-1]:.2f}")
    assert len(recalls) > 350
    assert sum(recalls) / len(recalls) >= 0.99, poor
    assert sum(precisions) / len(precisions) >= 0.97, poor


def test_every_query_is_meant_for_some_page(site_of: Callable[[str], Path]) -> None:
    """A query that no page answers would prove nothing."""
    assert len(queries()) > 100
    for query in queries():
        assert any(meant(site_of(agency), query) for agency in sites.AGENCIES), query


def test_where_no_page_is_meant_the_box_shows_nothing_or_says_that_it_is_only_near(
    answers: dict[str, dict[str, Answer]], site_of: Callable[[str], Path]
) -> None:
    pretending = [
        (agency, query.typed, found.pages)
        for agency in sites.AGENCIES
        for query in queries()
        if not meant(site_of(agency), query)
        and (found := answers[agency][query.typed]).pages
        and "คำใกล้เคียง" not in found.line
    ]
    assert pretending == []


@pytest.mark.parametrize("typed", ABSENT)
def test_nothing_is_shown_for_what_is_absent(typed: str, answers: dict[str, dict[str, Answer]]) -> None:
    for agency in sites.AGENCIES:
        assert answers[agency][typed].pages == (), agency
        assert "ไม่พบหน้าที่มีคำนี้" in answers[agency][typed].line


def test_the_box_says_how_many_pages_were_found(answers: dict[str, dict[str, Answer]]) -> None:
    for found in answers.values():
        for typed, answered in found.items():
            assert count(answered) == len(answered.pages), typed


def test_what_was_mistyped_is_found_and_said_to_be_near(answers: dict[str, dict[str, Answer]]) -> None:
    assert "คำใกล้เคียง" in answers["mueang-pan"]["จัดชื้อจัดจ้าง"].line
    assert "คำใกล้เคียง" not in answers["mueang-pan"]["จัดซื้อจัดจ้าง"].line


_INDEX = "**/search/pages.js"
_SOME = ("งบประมาณ", "โปร่งไส", "โอ27", "2025", "๖ ตุลาคม ๒๕๖๘", "ไดโนเสาร์")


@pytest.mark.parametrize("page", ["", "2568/measures/e-service/"], ids=["home", "deep"])
def test_it_answers_the_same_from_a_folder(
    page: str, answers: dict[str, dict[str, Answer]], site_of: Callable[[str], Path], window: Window
) -> None:
    """A page opened from a USB stick may start no worker and read no file."""
    start = site_of("mueang-pan") / page / "index.html"
    typed = _SOME if page else answers["mueang-pan"]
    with box(window, start.as_uri()) as (visit, ask):
        for each in typed:
            assert ask(each) == answers["mueang-pan"][each], each
        assert visit.outside == visit.failed == []


@pytest.mark.parametrize("page", ["", "2568/measures/e-service/"], ids=["home", "deep"])
def test_it_answers_the_same_below_a_path(  # noqa: PLR0913, PLR0917 - fixtures
    page: str,
    answers: dict[str, dict[str, Answer]],
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
    tmp_path: Path,
) -> None:
    (tmp_path / "ita").mkdir()
    (tmp_path / "ita" / "2568").symlink_to(site_of("mueang-pan"))
    with serve(tmp_path) as home, box(window, f"{home}ita/2568/{page}") as (visit, ask):
        for each in _SOME:
            assert ask(each) == answers["mueang-pan"][each], each
        assert visit.failed == []


def test_a_result_leads_to_a_page_in_the_folder(site_of: Callable[..., Path], window: Window) -> None:
    site = site_of("mueang-pan", folders=False)
    with box(window, (site / "2568/measures/index.html").as_uri()) as (visit, ask):
        ask("ประมวลจริยธรรม")
        visit.page.locator(".md-search-result__link").first.click()
        visit.page.wait_for_url("**/index.html*")
        assert "ประมวลจริยธรรม" in visit.page.locator("article").inner_text()


def test_the_index_is_fetched_when_the_box_is_first_used_and_only_then(home: str, window: Window) -> None:
    with window(viewport={"width": 1280, "height": 800}) as visit:
        asked: list[str] = []
        visit.context.on("request", lambda request: asked.append(request.url.removeprefix(home)))
        visit.page.goto(home, wait_until="networkidle")
        assert not [url for url in asked if re.search(r"search(?!-box)|worker|lunr", url)]

        visit.page.locator("[data-md-component=search-query]").focus()
        visit.page.locator(".md-search-result__meta").get_by_text("พิมพ์คำที่ต้องการค้น").wait_for(state="attached")
        files = {re.sub(r"\.[0-9a-f]{8}\.", ".", each) for each in asked}
        assert {f"assets/js/{name}.js" for name in ("search-worker", "search", "search-lines", "search-text")} <= files
        assert "search/pages.js" in files

        before = list(asked)
        visit.page.keyboard.type("E-Service")
        visit.page.locator(".md-search-result__link").first.wait_for()
        assert asked == before, "one fetch will do"


def test_what_is_published_later_is_found_though_the_browser_keeps_what_it_had(
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
    tmp_path: Path,
) -> None:
    site = shutil.copytree(site_of("mueang-pan"), tmp_path / "site")
    index, old = sites.index(site), 1_000_000_000
    os.utime(index, (old, old))  # a browser keeps for years what has not changed for decades
    with serve(site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        for page, typed in ("", "E-Service"), ("contact/", "ไดโนเสาร์"):
            visit.page.goto(f"{home}{page}")
            visit.page.locator("[data-md-component=search-query]").fill(typed)
            found = visit.page.locator(".md-search-result__link").first
            found.wait_for()
            assert typed in found.inner_text()
            index.write_text(index.read_text("utf-8").replace("E-Service", "ไดโนเสาร์"), encoding="utf-8")
            os.utime(index, (old + 60, old + 60))


def test_an_index_that_does_not_come_is_said_and_tried_again(home: str, window: Window) -> None:
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.context.route(_INDEX, lambda route: route.abort())
        visit.page.goto(home)
        field = visit.page.locator("[data-md-component=search-query]")
        field.click()
        line = visit.page.locator(".md-search-result__meta")
        line.get_by_text("โหลดข้อมูลสำหรับค้นหาไม่ได้").wait_for()

        visit.context.unroute(_INDEX)
        field.blur()
        field.click()
        field.fill("E-Service")
        visit.page.locator(".md-search-result__link").first.wait_for()


def test_pasting_and_clearing_are_noticed(home: str, window: Window) -> None:
    """The theme itself looks only when a key is let go."""
    with box(window, home) as (visit, _):
        field = visit.page.locator("[data-md-component=search-query]")
        field.click()
        visit.page.evaluate("document.execCommand('insertText', false, 'ประมวลจริยธรรม')")
        visit.page.locator(".md-search-result__item").first.wait_for()
        visit.page.evaluate("document.querySelector('[data-md-component=search-query]').form.reset()")
        visit.page.locator(".md-search-result__meta").get_by_text("พิมพ์คำที่ต้องการค้น").wait_for()
        assert visit.page.locator(".md-search-result__item").count() == 0


def test_an_address_with_a_question_is_answered(home: str, window: Window) -> None:
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(f"{home}?q={quote('ประมวลจริยธรรม')}")
        visit.page.locator(".md-search-result__item").first.wait_for()


def index_of(pages: int) -> str:
    """Return an index of so many pages that all say one word, and every third another one."""
    lines = ["รายงาน", "โครงการ", *(f"หน้า {page}" for page in range(pages))]
    rows = [[f"about/ita/?{page}", "", [page + 3, 1, *([] if page % 3 else [2])]] for page in range(pages)]
    return "self.itaPages=" + json.dumps({"words": [], "lines": "\n".join(lines), "pages": rows})


@pytest.mark.parametrize("opened", ["served", "from a folder"])
def test_more_pages_than_a_hundred_come_when_asked_for(
    opened: str, home: str, site_of: Callable[[str], Path], window: Window
) -> None:
    """With the keyboard alone: the button is behind the last page, and the focus goes on to the first of the next."""
    with window(viewport={"width": 1280, "height": 800}) as visit:
        page = visit.page
        visit.context.route(re.compile("^file:"), lambda route: route.continue_())
        visit.context.route(_INDEX, lambda route: route.fulfill(body=index_of(250), content_type="text/javascript"))
        page.goto(home if opened == "served" else (site_of("mueang-pan") / "index.html").as_uri())
        line, items = page.locator(".md-search-result__meta[role=status]"), page.locator(".md-search-result__item")
        page.locator("[data-md-component=search-query]").click()
        line.get_by_text("พิมพ์คำที่ต้องการค้น").wait_for()
        page.keyboard.type("รายงาน")
        line.get_by_text("พบ 250 หน้า", exact=True).wait_for()
        page.evaluate(_HEAR)

        for said, offered in (
            ("หน้าที่ 101 ถึง 200 จาก 250 หน้าที่พบ", "แสดงอีก 100 หน้า จากที่เหลือ 150 หน้า"),
            ("หน้าที่ 201 ถึง 250 จาก 250 หน้าที่พบ", "แสดงอีก 50 หน้า จากที่เหลือ 50 หน้า"),
        ):
            before = said.split(" ")[1]
            walk(page, "ArrowDown", "button")
            assert page.evaluate("document.activeElement.textContent") == offered
            page.keyboard.press("Enter")
            line.get_by_text(said, exact=True).wait_for()
            assert page.evaluate("document.activeElement.href").endswith(f"?{int(before) - 1}")
        walk(page, "ArrowDown", "input")
        links = page.locator(".md-search-result__link").evaluate_all("all => all.map(each => each.search)")
        assert links == [*dict.fromkeys(links)]
        assert len(links) == items.count() == 250
        assert page.locator(".ita-search__more").count() == 0

        page.locator("[data-md-component=search-query]").fill("โครงการ")
        line.get_by_text("พบ 84 หน้า", exact=True).wait_for()
        walk(page, "ArrowDown", "input")
        assert items.count() == 84
        assert page.evaluate("window.said") == [
            "หน้าที่ 101 ถึง 200 จาก 250 หน้าที่พบ",
            "หน้าที่ 201 ถึง 250 จาก 250 หน้าที่พบ",
            "พบ 84 หน้า",
        ]


_HEAR = """() => {
    window.said = []
    const line = document.querySelector('.md-search-result__meta')
    new MutationObserver(() => said.push(line.textContent)).observe(line, {childList: true, characterData: true})
}"""
"""Keep what a screen reader is told, which is not told again while the list only grows."""


def walk(page: Page, key: str, to: str) -> None:
    """Press a key until the focus is on an element of a kind, other than where it began."""
    for _ in range(300):
        page.keyboard.press(key)
        if page.evaluate("new Promise(requestAnimationFrame).then(() => document.activeElement.localName)") == to:
            return
    pytest.fail(f"{key} never came to {to}")
