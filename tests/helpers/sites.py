"""What tests of built sites share: copy a project, build it with MkDocs, read the HTML that comes out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

# Material's advertisement, which it prints whenever it is loaded.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from ita_site.hosts.export import export as write_export
from ita_site.publishing import settings, site
from tests.helpers import ROOT, TESTS

AGENCIES = {
    "kham-muang": TESTS / "agencies" / "kham-muang",
    "ko": TESTS / "agencies" / "ko",
    "sam-ruean": TESTS / "agencies" / "sam-ruean",
    "chum-saeng": TESTS / "agencies" / "chum-saeng",
    "mueang-pan": TESTS / "agencies" / "mueang-pan",
}
"""The data of the five municipalities, each as its documents have it."""
PAGES = {"kham-muang": 60, "ko": 47, "sam-ruean": 70, "chum-saeng": 46, "mueang-pan": 75}
"""How many pages their sites have at least: what looks at every page of one has seen no fewer."""
SETTINGS = TESTS / "helpers" / "mkdocs.yml"
"""The settings of their sites; those at the top of the repository, as `data/`, are an office's own."""
KINDS = {
    "home": "",
    "year": "2568/",
    "year-with-analysis": "2567/",
    "analysis": "2567/analysis/",
    "indicator": "2567/indicators/8/",
    "measures": "2568/measures/",
    "measure": "2568/measures/e-service/",
    "reports": "2568/reports/",
    "report": "2568/reports/annual/",
    "disclosure": "2568/disclosure/",
    "scores": "2568/scores/",
    "proof": "2568/proof/",
    "status": "2568/status/",
    "compare": "compare/2567-2568/",
    "compares": "compare/",
    "indicators": "indicators/",
    "indicator-all-years": "indicators/8/",
    "data": "data/",
    "contact": "contact/",
    "about": "about/ita/",
}
"""A page of each kind of the site of Mueang Pan."""
FOR_EDITORS = ("/disclosure/form/", "/proof/")
"""How the addresses end of pages that repeat others for who works with them: no search finds them."""
YAML: TypeAlias = "str | list[YAML] | dict[str, YAML]"
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that have no end tag."""
_IS_EMBED = b'<body class="ita-embed'
_OF_A_FILE = re.compile(r"<code>[0-9a-f ]+</code>|(?<=\.yml):\d+(?=</td>)")
_LEADS_ON = b'<meta http-equiv="refresh"'
_HEADINGS = ("h1", "h2", "h3", "h4")


def copy_project(target: Path, data: Path = AGENCIES["mueang-pan"]) -> Path:
    """Make the project of a municipality in a folder: its data, and the content, theme and settings of all of them."""
    for name, source in {
        "data": data,
        "content": ROOT / "content",
        "theme_overrides": ROOT / "theme_overrides",
    }.items():
        shutil.copytree(source, target / name)
    shutil.copy(SETTINGS, target)
    return target


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name}: {old!r} stands there {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def build(project: Path, target: Path, **options: Any) -> Path:  # noqa: ANN401 - whatever `mkdocs.yml` may hold
    """Build a project in this process and return the folder of the site."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(target), **options)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return target


def export(project: Path, target: Path) -> Path:
    """Export a project as its settings have it, and return the folder."""
    known = settings.read_settings(project / settings.NAME)
    write_export(site.build(known.data, known), known, target)
    return target


def said(made: site.Site) -> list[tuple[str, str]]:
    """Return the path of each page, in their order, and all that it says, but for checksums and lines of data files."""
    return [(page.path, _OF_A_FILE.sub("", page.content)) for page in made.pages]


def run_mkdocs(
    *arguments: str, project: Path, environment: Mapping[str, str] | None = None, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a user would and return what it printed and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding=encoding,
        timeout=120,
        check=False,
    )


def to_yaml(value: YAML, indent: int = 0) -> str:
    """Write a value as an editor would: blocks, with every scalar in double quotes."""
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    margin = " " * indent
    if isinstance(value, list):
        return "\n" + "".join(f"{margin}-{to_yaml(each, indent + 2)}" for each in value)
    return "\n" + "".join(f"{margin}{key}:{to_yaml(each, indent + 2)}" for key, each in value.items())


class Element:
    """An element of a page: its tag, attributes, children and, beneath them, all else."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        self.attributes = dict(attributes)
        self.children: list[Element | str] = []

    @property
    def is_language(self) -> bool:
        """Tell whether the element only says in which language its words are; to a reader it is not there."""
        return self.tag == "span" and self.attributes.keys() == {"lang"}

    def walk(self) -> Iterator[Element]:
        """Yield the element and every element below it, in the order of the page."""
        ahead: list[Element] = [self]
        while ahead:
            each = ahead.pop()
            if not each.is_language:
                yield each
            ahead += [child for child in reversed(each.children) if isinstance(child, Element)]

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of these tags below this one."""
        return [each for each in self.walk() if each.tag in tags and each is not self]

    def one(self, tag: str) -> Element:
        """Return the only element of a tag."""
        found = self.all(tag)
        assert len(found) == 1, f"{len(found)} elements <{tag}>"
        return found[0]

    def with_id(self, name: str) -> Element:
        """Return the element with an id."""
        (found,) = [each for each in self.walk() if each.attributes.get("id") == name]
        return found

    def of_class(self, name: str) -> list[Element]:
        """Return the elements that have a class."""
        return [each for each in self.walk() if name in each.attributes.get("class", "").split()]

    @property
    def text(self) -> str:
        """What a reader reads, with every run of white space as one space; scripts and styles are not read."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> Iterator[str]:
        """Yield the pieces of text below this element, in the order of the page."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.is_language:
                yield from child.texts()
            elif child.tag not in {"script", "style", "template"}:
                # Elements part words, as they do on the screen: cells, items, lines.
                yield " "
                yield from child.texts()
                yield " "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Element:
    """Return the root of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def read(site: Path, address: str) -> Element:
    """Return the root of the page at an address such as `2568/measures/`."""
    path = site / address
    path = path / "index.html" if path.is_dir() else path
    about = path.stat()
    return _read(path, (about.st_ino, about.st_mtime_ns, about.st_size))


@lru_cache(maxsize=240)  # the pages of two sites, which one test after the other reads
def _read(path: Path, _version: tuple[int, ...]) -> Element:
    return parse(path.read_text(encoding="utf-8"))


def article(site: Path, address: str) -> Element:
    """Return what is our own of a page: the part between the theme's header and footer."""
    return read(site, address).one("article")


def addresses(site: Path, *, redirects: bool = False) -> list[str]:
    """Return the address of every page of a site in the theme but that of the 404 page, sorted.

    Old ones that lead on, and those that other websites show, if asked.
    """
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    shown = (page for page, path in pages.items() if redirects or not (is_embed(path) or leads_on(path)))
    return sorted(page.removesuffix("index.html") for page in shown if page != "404.html")


def is_embed(path: Path) -> bool:
    """Tell whether a page is one that other websites show in a frame."""
    return _IS_EMBED in path.read_bytes()


def leads_on(path: Path) -> bool:
    """Tell whether a page only leads to the address that its own has now."""
    return _LEADS_ON in path.read_bytes()


def index(site: Path) -> Path:
    """Return the search index of a site."""
    return site / "search/pages.js"


def asset(site: Path, name: str) -> Path:
    """Return a style sheet or a script of a site by its name in the theme, such as `css/shell.css`."""
    folder, _, file = name.rpartition("/")
    stem, _, ending = file.rpartition(".")
    (found,) = (site / "assets" / folder).glob(f"{stem}.????????.{ending}")
    return found


def kinds(site: Path) -> list[str]:
    """Return the address of the largest page of each kind: a measure of any year is one kind, an indicator another."""
    return sorted(_largest(site).values())


def further_kinds(site: Path, others: Iterable[Path]) -> list[str]:
    """Return the address of the largest page of each kind that none of the other sites has."""
    known = {kind for other in others for kind in _largest(other)}
    return sorted(address for kind, address in _largest(site).items() if kind not in known)


def _largest(site: Path) -> dict[str, str]:
    largest: dict[str, str] = {}
    for address in addresses(site):
        kind = re.sub(r"\d+", "0", re.sub(r"/(measures|reports)/[^/]+/?", r"/\1/any", f"/{address}"))
        if kind not in largest or _size(site, address) > _size(site, largest[kind]):
            largest[kind] = address
    return largest


def varied(site: Path, seen: set[tuple[str, ...]]) -> list[str]:
    """Return pages that together show each element in each place it has on any page: the largest of each kind first.

    An element is known by its tag, classes and attributes, its place by its parent; a heading also by the one before.
    What was seen, on another site, need not be shown; what these pages show is added.
    """
    first = kinds(site)
    others = sorted(set(addresses(site)) - set(first), key=lambda address: (-_size(site, address), address))
    return [address for address in [*first, *others] if shows_more(read(site, address), seen)]


def shows_more(page: Element, seen: set[tuple[str, ...]]) -> bool:
    """Tell whether a page shows an element in a place where it was not seen, and add what it shows."""
    shown = _elements(page)
    if shown <= seen:
        return False
    seen |= shown
    return True


def _elements(page: Element) -> set[tuple[str, ...]]:
    """Return each element of a page with its parent, and each level of heading with the one before it."""

    def named(element: Element) -> str:
        classes = sorted(element.attributes.get("class", "").split())
        return " ".join([element.tag, *classes, *sorted(element.attributes.keys() - {"class"})])

    inside = {
        (named(parent), named(child))
        for parent in page.walk()
        for child in parent.children
        if isinstance(child, Element)
    }
    return inside | set(pairwise(each.tag for each in page.walk() if each.tag in _HEADINGS))


def _size(site: Path, address: str) -> int:
    path = site / address
    return (path / "index.html" if path.is_dir() else path).stat().st_size


def section(page: Element, heading: str) -> Element:
    """Return what stands below the heading with an id, to the next heading that is as high."""
    inside = [each.children for each in page.walk() if any(_is_heading(child, heading) for child in each.children)]
    (children,) = inside
    start = next(place for place, child in enumerate(children) if _is_heading(child, heading))
    level = next(tag for tag in _HEADINGS if _is_heading(children[start], heading, tag))
    found = Element("section", {})
    for child in children[start + 1 :]:
        if isinstance(child, Element) and child.tag in _HEADINGS and child.tag <= level:
            break
        found.children.append(child)
    return found


def _is_heading(child: Element | str, name: str, *tags: str) -> bool:
    return isinstance(child, Element) and child.tag in (tags or _HEADINGS) and child.attributes.get("id") == name


def fact(page: Element, label: str) -> str:
    """Return what stands beside a label in a list of facts."""
    (row,) = [each for each in page.all("div") if [name.text for name in each.all("dt")] == [label]]
    return row.one("dd").text


def answer(page: Element, question: str) -> list[str]:
    """Return what the page of a measure answers to a question, before all else."""
    (part,) = [
        each for each in page.of_class("ita-answer__part") if each.of_class("ita-answer__asked")[0].text == question
    ]
    return [each.text for each in part.of_class("ita-answer__said")]


def rows(page: Element, caption: str) -> dict[str, list[str]]:
    """Return the cells of each row of the table with a caption, by the row's heading."""
    (table,) = [each for each in page.all("table") if each.one("caption").text == caption]
    body = table.one("tbody").all("tr")
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in body}


def links(element: Element, address: str) -> list[str]:
    """Return where the links of an element on the page at `address` lead, from the root of the site."""
    return [urljoin(f"/{address}", each.attributes["href"]).removeprefix("/") for each in element.all("a")]


def items(element: Element) -> list[str]:
    """Return what stands in the items of the lists of an element."""
    return [each.text for each in element.all("li")]


def step(page: Element, anchor: str) -> tuple[str, str, str]:
    """Return the published figure without its marks, the computed one and the verdict of a row of a page of scores."""
    (row,) = [each for each in page.all("tr") if each.attributes.get("id") == anchor]
    published, computed, verdict = row.all("td")
    figure = next(each for each in computed.children if isinstance(each, Element) or each.strip())
    return (
        published.text.partition(" *")[0],
        figure.text if isinstance(figure, Element) else figure.strip(),
        verdict.text,
    )
