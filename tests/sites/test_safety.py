"""Every attack of the corpus in every text of every kind of file: refused in Thai, or shown as the text it is.

A project is filled from the models themselves, so that a field added to a model is attacked without a word here.
What a page must be is known from its twin: the same project with a harmless Thai word in every place of the
attack. The attacked page must have the same elements, and the same text with the attack, letter by letter, for the
word. What the pages are made of is seen of every attack; the whole of them, as MkDocs and the theme make it, of one
of each family here, and of all, sixteen together, in tests/browser, where Chromium opens them, and nothing may happen.
"""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import yaml

from ita_site.ground.problems import InvalidData, Severity
from ita_site.publishing import settings, site
from ita_site.publishing.settings.record import markdown
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


FIRST_OF_FAMILIES = list({each.family: each for each in reversed(ATTACKS) if not each.deceives}.values())


def made(project: Path) -> Pages:
    """Return the pages of a project, by address: what is printed as it is into their heads, and their articles."""
    known = settings.read_settings(project / settings.NAME)
    reader = markdown(known.extensions)
    pages = {}
    for page in site.build(known.data, known).pages:
        _, front, _ = page.head.split("---\n")
        fields = yaml.load(front, Loader=yaml.CSafeLoader)
        facts = {**page.facts} | {key: value for key, value in fields.items() if isinstance(value, str)}
        schema, title = (facts.pop(key) for key in ("schema", "title"))
        named = "".join(f'<meta name="{key}" content="{value}">' for key, value in sorted(facts.items()))
        head = f"<head><title>{title}</title>{named}<script>{schema}</script></head>"
        html = page.body.fill(reader.reset().convert(page.body.markdown))
        pages[page.address] = sites.parse(f"{head}<article>{html}</article>")
    return pages


class Attacked:
    """A project with an attack in every text: the pages it became, or the problems why it became none."""

    def __init__(self, attack: Attack, folder: Path) -> None:
        self.attack = attack
        self.pages: Pages = {}
        self.refused: list[Problem] = []
        """Why it is not published."""
        try:
            self.pages = made(write(folder, attack.payload))
        except InvalidData as error:
            self.refused = [each for each in error.problems if each.severity is Severity.ERROR]


@pytest.fixture(scope="module", params=BY_FAMILY)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """Make the pages of one attack for the tests that look at it, and clear it away after them."""
    folder = tmp_path_factory.mktemp("attacked")
    yield Attacked(request.param, folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Pages]:
    """Return what makes the pages of the harmless project for attacks of so many paragraphs, once for each number."""
    return cache(lambda count: made(write(tmp_path_factory.mktemp("twin"), "\n\n".join(WORDS[:count]))))


_OF_THE_TEXT = {"ita-grid__wide", "ita-numbered"}
_FIRST_ROWS = "data/"
"""The page that shows the first rows of the open data, and of a long text in them the beginning."""
_CHECKSUM = re.compile("[0-9a-f]{4,8}(?: [0-9a-f]{4,8})+|[0-9a-f]{64}")
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
    """Return every element with its attributes; what an id or a link is made of need not be the text itself.

    A column of long texts is wider than one of short texts, and a list whose items bring their numbers has no others,
    which is all that an attack may change.
    """
    return [
        (
            each.tag,
            {
                name: "" if name in {"id", "href"} else read(value)
                for name, value in each.attributes.items()
                if name != "class" or value not in _OF_THE_TEXT
            },
        )
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
    if attacked.refused:
        assert all(told_in_thai(each) for each in attacked.refused)
        return
    assert_shown(attacked.attack, attacked.pages, twin(len(paragraphs(attacked.attack.payload))))


@pytest.mark.parametrize("attack", FIRST_OF_FAMILIES, ids=lambda attack: attack.id)
def test_an_attack_is_shown_as_it_was_typed_on_the_whole_page_of_the_theme(
    attack: Attack, tmp_path: Path, once: Callable[[str, Callable[[Path], object]], Path]
) -> None:
    count = len(paragraphs(attack.payload))
    harmless = once(
        f"harmless-{count}", lambda folder: sites.build(write(folder, "\n\n".join(WORDS[:count])), folder / "site")
    )
    models, ours = (
        {address: sites.read(built, address) for address in sites.addresses(built)}
        for built in (harmless / "site", sites.build(write(tmp_path, attack.payload), tmp_path / "site"))
    )
    assert_shown(attack, ours, models)


def assert_shown(attack: Attack, found_pages: Pages, harmless: Pages) -> None:
    """Assert that pages are those of their twin, but for the text of the attack."""
    parts = paragraphs(attack.payload)
    linked = _IN_TEXT.get(attack.id)

    def read_together(text: str) -> str:
        """Return a text without the space that parts a link from the words around it: it is one text on the page."""
        return re.sub(rf"\s*{re.escape(linked)}\s*", linked, text) if linked else text

    def expected(text: str) -> str:
        for word, part in zip(WORDS, parts, strict=False):
            text = text.replace(word, part)
        return " ".join(text.split())

    assert list(found_pages) == list(harmless)
    for address, model_page in harmless.items():
        page = found_pages[address]
        ours, models = page.one("article"), model_page.one("article")
        found = outline(unlinked(ours, linked), lambda value: " ".join(value.split()))
        assert found == outline([*models.walk()], expected), address
        codes = zip(ours.all("code"), models.all("code"), strict=True)
        assert [each.text for each, model in codes if not is_code(each.text, model.text, expected)] == [], address
        told, whole = read_together(uncoded(ours)), read_together(expected(uncoded(models)))
        assert told == whole or (address == _FIRST_ROWS and is_shortened(told, whole)), address
        assert [each.attributes.keys() for each in page.one("head").walk()] == [
            each.attributes.keys() for each in model_page.one("head").walk()
        ], address
        assert page.one("title").text == expected(model_page.one("title").text), address
        assert described(page, expected(description(model_page))), address
        assert [each.tag for each in unlinked(page, linked)] == [each.tag for each in model_page.walk()], address


def uncoded(element: sites.Element) -> str:
    """Return the text of an element without what stands in it to be copied."""

    def texts(inside: sites.Element) -> Iterator[str]:
        for child in inside.children:
            if isinstance(child, str):
                yield child
            elif child.is_language:
                yield from texts(child)
            elif child.tag not in {"script", "style", "template", "code"}:
                yield from (" ", *texts(child), " ")

    return " ".join("".join(texts(element)).split())


def is_shortened(told: str, whole: str) -> bool:
    """Tell whether a text is another of which there is less where it has the mark of a cut."""
    beginning, *others = told.split("…")
    place = len(beginning)
    for each in others:
        found = whole.find(each, place)
        if found < 0:
            return False
        place = found + len(each)
    return whole.startswith(beginning) and whole.endswith(others[-1] if others else beginning)


def is_code(ours: str, models: str, expected: Callable[[str], str]) -> bool:
    """Tell whether what stands to be copied is that of the twin; HTML for a frame is one element, of any height.

    A checksum of other data is another.
    """
    if _CHECKSUM.fullmatch(models):
        return _CHECKSUM.fullmatch(ours) is not None
    if not models.startswith("<iframe "):
        return ours == expected(models)
    return framed(ours, str) == framed(models, expected)


def framed(code: str, read: Callable[[str], str]) -> list[tuple[str, dict[str, str]]]:
    return [
        (each.tag, {name: " ".join(read(value).split()) for name, value in each.attributes.items() if name != "height"})
        for each in sites.parse(code).walk()
    ]


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
    assert bool(attacked.refused) == attacked.attack.deceives


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the project in which a test changes one file, and puts it back: an office, its measures and a report."""
    project = write(tmp_path_factory.mktemp("harmless"), WORDS[0])
    (project / "data").rename(project / "all")
    (project / "data/2582").mkdir(parents=True)
    for name in ("agency.yml", "2582/measures", "2582/reports"):
        (project / "all" / name).rename(project / "data" / name)
    assert refusals(project) == []
    return project


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
