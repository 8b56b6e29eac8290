"""Every attack of the corpus in every text of every kind of file: refused in Thai, or shown as the text it is.

A project is filled from the models themselves, so that a field added to a model is attacked without a word here.
What a page must be is known from its twin: the same project with a harmless Thai word in every place of the
attack. The attacked page must have the same elements, and the same text with the attack, letter by letter, for the
word. In tests/browser Chromium opens such pages, and nothing may happen.
"""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.helpers import attacks, sites
from tests.helpers.attacks import paragraphs
from tests.helpers.filling import PAGES, WEBSITE, WORDS, refusals, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.ground.problems import Problem
    from tests.helpers.attacks import Attack

    Pages = dict[str, sites.Element]

pytestmark = pytest.mark.no_cover
"""The same lines run a hundred times: counting them would double the time and find nothing more."""
ATTACKS = attacks.load(*attacks.TYPED)
# What one process does: an attack is built once for all tests that look at it.
BY_FAMILY = [pytest.param(each, marks=pytest.mark.xdist_group(f"safety {each.family}"), id=each.id) for each in ATTACKS]


class Attacked:
    """A project with an attack in every text: the site it became, or the problems why it became none."""

    def __init__(self, attack: Attack, folder: Path) -> None:
        self.attack = attack
        self._project = write(folder, attack.payload)

    @cached_property
    def refused(self) -> list[Problem]:
        """Why it is not published."""
        return refusals(self._project)

    @cached_property
    def site(self) -> Path | None:
        """The folder of its site."""
        return None if self.refused else sites.build(self._project, self._project / "site")


@pytest.fixture(scope="module", params=BY_FAMILY)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """Build the project of one attack for the tests that look at it, and clear it away after them."""
    folder = tmp_path_factory.mktemp("attacked")
    yield Attacked(request.param, folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def twin(once: Callable[[str, Callable[[Path], object]], Path]) -> Callable[[int], Pages]:
    """Return what builds the harmless project for attacks of so many paragraphs, once for each number."""

    @cache
    def of(count: int) -> Pages:
        def build(folder: Path) -> None:
            sites.build(write(folder, "\n\n".join(WORDS[:count])), folder / "site")

        built = once(f"harmless-{count}", build) / "site"
        return {address: sites.read(built, address) for address in sites.addresses(built)}

    return of


_IN_TEXT = {
    "xss-script-src": "https://evil.example/x.js",
    "xss-meta-refresh": "https://evil.example/",
    "xss-base": "https://evil.example/",
    "xss-form": "https://evil.example/",
    "url-data-svg": "http://www.w3.org/2000/svg",
    "url-blob": "https://example.go.th/1",
    "url-http": "http://www.example.go.th/a.pdf",
    "url-quote": "https://example.go.th/",
    "md-image": "https://evil.example/beacon.png",
    "md-snippet-url": "https://evil.example/x.md",
    "csv-formula": "https://evil.example",
}
"""The web address inside an attack that is text, which becomes a link to what is read, and to nothing else."""


def unlinked(element: sites.Element, address: str | None) -> list[sites.Element]:
    """Return every element but the links that a text became: their words are the one address they lead to."""
    whole = {"href": address, "rel": "noopener noreferrer"}
    return [
        each
        for each in element.walk()
        if not (address and each.tag == "a" and each.attributes == whole and each.children == [address])
    ]


def outline(elements: list[sites.Element], read: Callable[[str], str] = str) -> list[tuple[str, dict[str, str]]]:
    """Return every element with its attributes; what an id or a link is made of need not be the text itself."""
    return [
        (each.tag, {name: "" if name in {"id", "href"} else read(value) for name, value in each.attributes.items()})
        for each in elements
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
    linked = _IN_TEXT.get(attacked.attack.id)

    def read_together(text: str) -> str:
        """Return a text without the space that parts a link from the words around it: it is one text on the page."""
        return re.sub(rf"\s*{re.escape(linked)}\s*", linked, text) if linked else text

    def expected(text: str) -> str:
        for word, part in zip(WORDS, parts, strict=False):
            text = text.replace(word, part)
        return " ".join(text.split())

    assert sites.addresses(attacked.site) == list(harmless)
    for address, model_page in harmless.items():
        page = sites.read(attacked.site, address)
        ours, models = page.one("article"), model_page.one("article")
        found = outline(unlinked(ours, linked), lambda value: " ".join(value.split()))
        assert found == outline([*models.walk()], expected), address
        assert read_together(ours.text) == read_together(expected(models.text)), address
        assert [each.attributes.keys() for each in page.one("head").walk()] == [
            each.attributes.keys() for each in model_page.one("head").walk()
        ], address
        assert page.one("title").text == expected(model_page.one("title").text), address
        assert described(page, expected(description(model_page))), address
        assert [each.tag for each in unlinked(page, linked)] == [each.tag for each in model_page.walk()], address


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


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the project in which a test changes one file, and puts it back."""
    return write(tmp_path_factory.mktemp("harmless"), WORDS[0])


@contextmanager
def changed(project: Path, file: str, old: str, new: str) -> Iterator[list[Problem]]:
    """Write another text in a file and give why the project is not published then; put the file back at the end."""
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        yield refusals(project)
    finally:
        path.write_text(text, encoding="utf-8")


def assert_refused(problems: list[Problem], file: str) -> None:
    """Assert that a project is not published, for reasons that are told in Thai and lie in one file."""
    assert problems
    assert all(told_in_thai(each) for each in problems)
    assert {each.position.path for each in problems} == {f"data/{file}"}


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.family != "url"], ids=lambda attack: attack.id)
def test_an_attack_is_no_address(attack: Attack, harmless: Path) -> None:
    with changed(harmless, "agency.yml", f'"{WEBSITE}"', sites.to_yaml(attack.payload).strip()) as problems:
        assert_refused(problems, "agency.yml")


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
    edit = "https://git.town.go.th/ita-site/edit/main/data/agency.yml"
    assert [link for link in links if link != edit] == [_LINKED[attack.id]] * 4
    assert all("noopener" in each.attributes["rel"] for each in page.all("a") if each.attributes["href"] in links)


@pytest.mark.parametrize("file", ["reports/annual.yml", "measures/unreported.yml"], ids=["reported", "steps-of"])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_is_no_name_of_a_measure(attack: Attack, file: str, harmless: Path) -> None:
    assert (harmless / "data/2582" / file).read_text(encoding="utf-8").count('"lending"') == 1
    with changed(harmless, f"2582/{file}", '"lending"', sites.to_yaml(attack.payload).strip()) as problems:
        assert_refused(problems, f"2582/{file}")


@pytest.mark.parametrize(
    "escaped",
    [r"\u202efdp.exe", r"\e[31m", r"\x9b31m", r"ok\0", r"\U000E0041", r"\uFFFE", r"\u2066"],
    ids=["rlo", "escape", "c1", "nul", "tag-character", "no-character", "isolate"],
)
def test_a_deceiving_character_is_refused_also_when_it_is_written_as_an_escape(escaped: str, harmless: Path) -> None:
    title = f'title: "{WORDS[0]}"'
    with changed(harmless, "2582/measures/lending.yml", title, f'title: "{escaped}"') as problems:
        assert problems
        assert all(told_in_thai(each) for each in problems)
