"""Every attack of the corpus in every text of every kind of file: refused in Thai, or shown as the text it is.

A project is filled from the models themselves, so that a field added to a model is attacked without a word here.
What a page must be is known from its twin: the same project with a harmless Thai word in every place of the
attack. The attacked page must have the same elements, and the same text with the attack, letter by letter, for the
word. Chromium then opens it and nothing may happen.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from ita_site.ground.problems import Problem, Severity
from ita_site.publishing import site
from tests.helpers import attacks, sites
from tests.helpers.filling import PAGES, WORDS, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.helpers.attacks import Attack

    Pages = dict[str, sites.Element]

ATTACKS = attacks.load("xss", "md", "tpl", "url", "uni", "path", "xml", "json", "ics", "csv", "log", "gha", "id")


def paragraphs(text: str) -> list[str]:
    """Part a text where a blank line parts it on a page, each part as a reader must see it.

    White space counts as one space, and a text has one spelling: composed (NFC), ำ in one piece, and
    without the characters that nobody sees.
    """
    spelt = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    spelt = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", spelt.replace("\u00a0", " "))
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", spelt.strip()) if part.strip()]


class Attacked:
    """A project with an attack in every text: the site it became, or the problems why it became none."""

    def __init__(self, attack: Attack, folder: Path) -> None:
        self.attack = attack
        project = write(folder, attack.payload)
        self.problems = site.check(project / "data").problems
        self.refused = [each for each in self.problems if each.severity is Severity.ERROR]
        self.site = None if self.refused else sites.build(project, folder / "site")


@pytest.fixture(scope="module", params=ATTACKS, ids=lambda attack: attack.id)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """Build the project of one attack for the tests that look at it, and clear it away after them."""
    folder = tmp_path_factory.mktemp("attacked")
    yield Attacked(request.param, folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Pages]:
    """Return what builds the harmless project for attacks of so many paragraphs, once for each number."""

    @cache
    def of(count: int) -> Pages:
        project = write(tmp_path_factory.mktemp("twin"), "\n\n".join(WORDS[:count]))
        built = sites.build(project, project / "site")
        return {address: sites.read(built, address) for address in sites.addresses(built)}

    return of


def outline(element: sites.Element, read: Callable[[str], str] = str) -> list[tuple[str, dict[str, str]]]:
    """Return every element with its attributes; what an id or a link is made of need not be the text itself."""
    return [
        (each.tag, {name: "" if name in {"id", "href"} else read(value) for name, value in each.attributes.items()})
        for each in element.walk()
    ]


def told_in_thai(problem: Problem) -> bool:
    """Tell whether a problem says in Thai what is wrong, and where."""
    return bool(re.search("[ก-๛]", problem.message)) and problem.position.line > 0 and problem.position.column > 0


def test_the_harmless_word_is_on_every_kind_of_page(twin: Callable[[int], Pages]) -> None:
    for name, address in PAGES.items():
        assert WORDS[0] in twin(1)[address].one("article").text, name


def test_an_attack_is_refused_in_thai_or_shown_as_it_was_typed(
    attacked: Attacked, twin: Callable[[int], Pages]
) -> None:
    if attacked.site is None:
        assert all(told_in_thai(each) for each in attacked.refused)
        return
    parts = paragraphs(attacked.attack.payload)
    harmless = twin(len(parts))

    def expected(text: str) -> str:
        for word, part in zip(WORDS, parts, strict=False):
            text = text.replace(word, part)
        return " ".join(text.split())

    assert sites.addresses(attacked.site) == list(harmless)
    for address, model_page in harmless.items():
        page = sites.read(attacked.site, address)
        ours, models = page.one("article"), model_page.one("article")
        assert outline(ours, lambda value: " ".join(value.split())) == outline(models, expected), address
        assert ours.text == expected(models.text), address
        assert [each.attributes.keys() for each in page.one("head").walk()] == [
            each.attributes.keys() for each in model_page.one("head").walk()
        ], address
        assert page.one("title").text == expected(model_page.one("title").text), address
        assert described(page, expected(description(model_page))), address
        assert [each.tag for each in page.walk()] == [each.tag for each in model_page.walk()], address


def description(page: sites.Element) -> str:
    """Return what a search engine shows of a page."""
    (found,) = [each for each in page.all("meta") if each.attributes.get("name") == "description"]
    return found.attributes["content"]


def described(page: sites.Element, expected: str) -> bool:
    """Tell whether the description is the expected one, or the beginning of it with the mark of a cut."""
    found = description(page)
    return found == expected or (found.endswith("…") and expected.startswith(found.removesuffix("…")))


def test_an_attack_that_is_only_text_is_let_through(attacked: Attacked) -> None:
    """A clerk may write of `<script>`; only characters that deceive are refused."""
    deceiving = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\U000e0000-\U000e007f]", attacked.attack.payload)
    assert bool(attacked.refused) == (deceiving is not None or attacked.attack.id == "uni-zalgo")


def test_an_attack_does_nothing_in_a_browser(
    attacked: Attacked,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    if attacked.site is None:
        return
    with serve(attacked.site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        visit.context.route(re.compile(r"\.(?:png|svg|woff2?|css)$"), lambda route: route.abort())
        for address in PAGES.values():
            visit.page.goto(home + address, wait_until="load")
            assert visit.page.evaluate(_PROVOKE) == [], address
            assert visit.page.url.partition("#")[0] == home + address
        search(visit.page, attacked.attack.payload)
        search(visit.page, "ตัวชี้วัดที่")
        visit.page.locator(".md-search-result__link").first.wait_for(state="visible", timeout=10_000)
        assert visit.page.evaluate(_PROVOKE) == []
        visit.page.goto(f"{home}?q={'%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'}&h=%3Cscript%3E", wait_until="load")
        assert visit.page.evaluate(_PROVOKE) == []
        assert visit.page.url.startswith(home)
        assert visit.attacks == []
        assert visit.outside == []


_PROVOKE = """() => {
    const found = []
    for (const element of document.querySelectorAll('*')) {
        for (const {name, value} of element.attributes) {
            if (name.startsWith('on')) {
                found.push(`${name}=${value}`)
                element.dispatchEvent(new Event(name.slice(2)))
            }
            if (/href|src|action|^data$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)) {
                found.push(`${name}=${value}`)
                element.click?.()
            }
        }
    }
    return found
}"""
"""Fire every handler and follow every link that a page of ours may not have, and return what they were."""


def search(page: Any, text: str) -> None:  # noqa: ANN401 - a Playwright page
    """Type a text into the search box of the page."""
    box = page.get_by_role("textbox", name="ค้นหา")
    box.click()
    box.fill(" ".join(text.split()))
    page.keyboard.press("Shift")  # the theme searches when a key is let go


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.family != "url"], ids=lambda attack: attack.id)
def test_an_attack_is_no_address(attack: Attack, tmp_path: Path) -> None:
    problems = refusals(write(tmp_path, WORDS[0], address=attack.payload))
    assert problems
    assert all(told_in_thai(each) for each in problems)
    assert {each.position.path for each in problems} == {"data/agency.yml"}


_LINKED = {
    "url-http": "http://www.example.go.th/a.pdf",
    "url-idn": "https://www.xn--ic-emc.go.th/",
    "url-space-thai": "https://example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9E%E0%B8%B1%E0%B8%92%E0%B8%99%E0%B8%B2%202569.pdf",
}
"""The addresses of the corpus that may be linked to, and what the link must be."""


@pytest.mark.parametrize("attack", attacks.load("url"), ids=lambda attack: attack.id)
def test_an_address_is_refused_in_thai_or_linked_safely(attack: Attack, tmp_path: Path) -> None:
    project = write(tmp_path, WORDS[0], address=attack.payload)
    problems = refusals(project)
    if attack.id not in _LINKED:
        assert problems
        assert all(told_in_thai(each) for each in problems)
        return
    assert problems == []
    page = sites.article(sites.build(project, tmp_path / "site"), "contact/")
    links = [each.attributes["href"] for each in page.all("a") if urlsplit(each.attributes["href"]).scheme]
    edit = "https://git.example/ita-site/edit/main/data/agency.yml"
    assert [link for link in links if link != edit] == [_LINKED[attack.id]] * 4
    assert all("noopener" in each.attributes["rel"] for each in page.all("a") if each.attributes["href"] in links)


@pytest.mark.parametrize("file", ["reports/annual.yml", "measures/unreported.yml"], ids=["reported", "steps-of"])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_is_no_name_of_a_measure(attack: Attack, file: str, tmp_path: Path) -> None:
    project = write(tmp_path, WORDS[0])
    named = project / "data/2582" / file
    text = named.read_text(encoding="utf-8")
    assert text.count('"lending"') == 1
    named.write_text(text.replace('"lending"', sites.to_yaml(attack.payload).strip()), encoding="utf-8")
    problems = refusals(project)
    assert problems
    assert all(told_in_thai(each) for each in problems)
    assert {each.position.path for each in problems} == {f"data/2582/{file}"}


@pytest.mark.parametrize(
    "escaped",
    [r"\u202efdp.exe", r"\e[31m", r"\x9b31m", r"ok\0", r"\U000E0041", r"\uFFFE", r"\u2066"],
    ids=["rlo", "escape", "c1", "nul", "tag-character", "no-character", "isolate"],
)
def test_a_deceiving_character_is_refused_also_when_it_is_written_as_an_escape(escaped: str, tmp_path: Path) -> None:
    project = write(tmp_path, WORDS[0])
    measure = project / "data/2582/measures/lending.yml"
    text = measure.read_text(encoding="utf-8")
    measure.write_text(text.replace(f'title: "{WORDS[0]}"', f'title: "{escaped}"'), encoding="utf-8")
    problems = refusals(project)
    assert problems
    assert all(told_in_thai(each) for each in problems)


def refusals(project: Path) -> list[Problem]:
    """Return why a project is not published."""
    return [each for each in site.check(project / "data").problems if each.severity is Severity.ERROR]
