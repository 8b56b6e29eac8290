"""The search index holds every text of the site's pages, once and plain, with the place it stands at."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.website import Website
from ita_site.publishing import content, search, settings
from ita_site.publishing.pages.page import Page
from ita_site.publishing.pages.rendering import Rendered
from ita_site.publishing.search import SearchMemory
from ita_site.publishing.settings import Settings
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


@dataclass(frozen=True)
class Section:
    """An entry of the index."""

    location: str
    title: str
    lines: tuple[str, ...]


def read(index: bytes) -> list[Section]:
    """Return the entries of an index, in its order."""
    made = json.loads(index.decode().removeprefix("self.itaPages="))
    lines, known = made["lines"].split("\n"), itertools.count()
    found = []
    for address, *cells in made["pages"]:
        for anchor, numbers in zip(cells[::2], cells[1::2], strict=True):
            title, *texts = (lines[each - 1 if each else next(known)] for each in numbers)
            found.append(Section(f"{address}#{anchor}" if anchor else address, title, tuple(texts)))
    assert next(known) == len(lines), "every line stands on some page"
    return found


def by_page(sections: Iterable[Section]) -> dict[str, list[str]]:
    """Return the lines of each page, titles too."""
    pages: dict[str, list[str]] = {}
    for section in sections:
        pages.setdefault(section.location.partition("#")[0], []).extend((section.title, *section.lines))
    return pages


def squeezed(text: str) -> str:
    return "".join(thai.normalise(text).split())


def built(site_folder: Path) -> list[Section]:
    return read(sites.index(site_folder).read_bytes())


def is_excluded(element: sites.Element) -> bool:
    """Tell whether nothing in an element is to be found."""
    classes = element.attributes.get("class", "").split()
    return "data-search-exclude" in element.attributes or not {"ita-source", "ita-mark"}.isdisjoint(classes)


def indexed(article: sites.Element) -> Iterator[sites.Element]:
    """Yield the elements of an article that are to be found: not the ways to other pages, not the sources."""
    excluded = {inner for element in article.walk() if is_excluded(element) for inner in element.walk()}
    return (
        each for each in article.walk() if each not in excluded and "headerlink" not in each.attributes.get("class", "")
    )


@each_agency
def test_every_text_of_every_page_is_in_the_index(agency: str, site_of: Callable[[str], Path]) -> None:
    folder = site_of(agency)
    pages = by_page(built(folder))

    assert sorted(pages) == [each for each in sites.addresses(folder) if not each.endswith(sites.FOR_EDITORS)]
    texts = 0
    for address, lines in pages.items():
        known = squeezed("\n".join(lines))
        for element in indexed(sites.article(folder, address)):
            for text in element.children:
                if isinstance(text, str) and text.strip():
                    assert squeezed(text) in known, (address, text)
                    texts += 1
    assert texts > 2_000


@each_agency
def test_what_is_not_one_text_on_the_page_is_not_one_line_in_the_index(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    """A cell, an item or a paragraph is a line of its own, so that no two run together into a word."""
    folder = site_of(agency)
    for address, lines in by_page(built(folder)).items():
        known = {squeezed(line) for line in lines}
        for element in indexed(sites.article(folder, address)):
            inside = {each.tag for each in element.walk()} - {element.tag}
            if any(map(is_excluded, element.walk())):
                continue
            if element.tag in {"td", "th", "li", "dt", "dd", "caption"} and inside <= {"a", "span", "strong", "abbr"}:
                assert not element.text or squeezed(element.text) in known, (address, element.text)


@each_agency
def test_every_entry_is_a_place_on_the_site(agency: str, site_of: Callable[[str], Path]) -> None:
    folder = site_of(agency)
    sections = built(folder)
    assert len({section.location for section in sections}) == len(sections)
    for section in sections:
        address, _, anchor = section.location.partition("#")
        page = sites.read(folder, address)
        if anchor:
            assert squeezed(section.title) in squeezed(page.with_id(anchor).text)


@each_agency
def test_the_index_is_plain_text_in_its_one_spelling(agency: str, site_of: Callable[[str], Path]) -> None:
    source = sites.index(site_of(agency)).read_bytes().decode()
    assert unicodedata.is_normalized("NFC", source)
    assert r"\u" not in source
    lines = [line for section in read(source.encode()) for line in (section.title, *section.lines)]
    assert all(line == " ".join(line.split()) and line for line in lines)
    assert not [line for line in lines if re.search(r"</?[a-z]|&#?\w+;|\{ ?#|<!--|¶", line)]
    stored = json.loads(source.removeprefix("self.itaPages="))["lines"].split("\n")
    assert len(set(stored)) == len(stored)


@each_agency
def test_both_publishers_have_the_same_index(agency: str, site_of: Callable[[str], Path], tmp_path: Path) -> None:
    project = sites.copy_project(tmp_path / "project", sites.AGENCIES[agency])
    sites.export(project, tmp_path / "exported")

    exported = sites.index(tmp_path / "exported" / "content")
    ours = sites.index(site_of(agency))
    assert exported.name == ours.name
    assert exported.read_bytes() == ours.read_bytes()


def test_without_directory_urls_every_address_is_a_file(tmp_path: Path) -> None:
    project = sites.copy_project(tmp_path / "project")
    folder = sites.build(project, tmp_path / "site", use_directory_urls=False)

    addresses = list(by_page(built(folder)))
    assert {"index.html", "2568/index.html", "about/ita/index.html"} <= set(addresses)
    assert all((folder / address).is_file() for address in addresses)


def page(markdown: str, *blocks: str) -> Page:
    return Page(Subject(Kind.YEAR, 2568), "หน้า", {}, Rendered(markdown, blocks), ())


def sections_of(markdown: str, *blocks: str) -> list[Section]:
    return read(search.index([page(markdown, *blocks)], (), Website()))


def test_a_section_begins_at_each_heading() -> None:
    made = sections_of(
        "# หน้า { #title }\n\nต้น\n\n## ก &#35;1 { #a }\n\nหนึ่ง\n\n### ข { #b }\n\n<!--ita-0-->\n", "<p>สอง</p>"
    )
    assert made == [
        Section("2568/", "หน้า", ("ต้น",)),
        Section("2568/#a", "ก #1", ("หนึ่ง",)),
        Section("2568/#b", "ข", ("สอง",)),
    ]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("<tr><th>ก</th><td>ข</td></tr>", ("ก", "ข")),
        ("<ul><li>ก</li><li>ข</li></ul>", ("ก", "ข")),
        ("<p>ก<br>ข</p>", ("ก", "ข")),
        ("<p>ก<strong>ข</strong><span class='x'>ค</span> ง</p>", ("กขค ง",)),
        ("<p>&lt;b&gt; &amp; &quot;ก&quot;</p>", ('<b> & "ก"',)),
        ('<p title="a > b">ก</p>', ("ก",)),
        ("<p>น\u0e4d\u0e32 เเก้\u200bไข</p>", ("นำ แก้ไข",)),
        ("<svg><title>ก</title><text>ข</text><text>ค</text></svg>", ("ก", "ข", "ค")),
        ("<script>let x = 1</script><style>p{}</style><p>ก</p><!-- ข -->", ("ก",)),
        ("<p data-search-exclude>ก</p><p>ข</p>", ("ข",)),
        ('<td>90.5<sup class="ita-mark"><a href="#by-1">*1</a></sup> ก</td><sup>2</sup>', ("90.5 ก", "2")),
        ('<div class="x" data-search-exclude role="region"><div><p>ก</p></div><div>ข</div></div>ค', ("ค",)),
        ("<nav data-search-exclude><ol><li>ก</li></ol></nav><p>ข</p><nav data-search-exclude>ค</nav>", ("ข",)),
        ("<p>ก</p><div data-search-exclude>ไม่จบ", ("ก",)),
    ],
)
def test_blocks_become_lines(block: str, lines: tuple[str, ...]) -> None:
    assert sections_of("# หน้า { #title }\n\n<!--ita-0-->\n", block)[0].lines == lines


def test_a_section_can_be_left_out() -> None:
    made = sections_of("# หน้า { #title }\n\n## ก { #a data-search-exclude }\n\nหนึ่ง\n\n## ข { #b }\n\nสอง\n")
    assert [section.location for section in made] == ["2568/", "2568/#b"]
    assert "หนึ่ง" not in {line for section in made for line in section.lines}


WRITTEN = {
    "about/index.md": (
        "---\ntitle: เกี่ยวกับ\ndescription: ไม่แสดง\n---\n\nนำ\n\n# หัวเรื่อง\n\n## ตอน { #part }\n\n- **ก** [ข](x.md)\n"
    ),
    "README.md": "# หน้าแรก\n\nยินดีต้อนรับ\n\n| ก | ข |\n|---|---|\n| 1 | 2 |\n",
    "a b/ขั้นตอน.md": "ไม่มีหัวเรื่อง\n",
    "c.md": "---\ntitle: ค\n---\n# คอ ควาย\n## ตอน { #part }\n",
    "d.md": "# ง\n## ![](a.png)\nภาพ\n",
    ".drafts/x.md": "# ร่าง\n",
}


def written_by_hand(folder: Path, known: Settings) -> list[Section]:
    """Return the entries of the pages of a folder, made into HTML as settings say."""
    pages = content.read(folder)
    html = content.to_html(pages, known)
    return read(search.index([], [(each, html[each.path]) for each in pages], Website()))


def test_pages_written_by_hand_are_there_too(tmp_path: Path) -> None:
    for name, text in WRITTEN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert written_by_hand(tmp_path, Settings(extensions={"attr_list": {}})) == [
        Section("", "หน้าแรก", ("ยินดีต้อนรับ", "ก", "ข", "1", "2")),
        Section("a%20b/%E0%B8%82%E0%B8%B1%E0%B9%89%E0%B8%99%E0%B8%95%E0%B8%AD%E0%B8%99/", "ขั้นตอน", ("ไม่มีหัวเรื่อง",)),
        Section("about/", "เกี่ยวกับ", ("นำ",)),
        Section("about/#_1", "หัวเรื่อง", ()),
        Section("about/#part", "ตอน", ("ก ข",)),
        Section("c/", "ค", ()),
        Section("c/#_1", "คอ ควาย", ()),
        Section("c/#part", "ตอน", ()),
        Section("d/", "ง", ("ภาพ",)),
    ]


@pytest.mark.parametrize(
    ("toc", "entries"),
    [
        ({}, ["a/", "a/#_2", "a/#b"]),
        ({"permalink": "¶"}, ["a/", "a/#_2", "a/#b"]),
        ({"permalink": True, "permalink_leading": True, "permalink_class": "to"}, ["a/", "a/#_2", "a/#b"]),
        ({"anchorlink": True}, ["a/", "a/#_2", "a/#b"]),
        ({"slugify": lambda text, _: text}, ["a/", "a/#เรื่องแรก", "a/#b"]),
        ({"baselevel": 2}, ["a/", "a/#_2", "a/#b"]),
    ],
    ids=["none", "a mark", "a mark in front", "all of it a link", "letters of Thai", "other levels"],
)
def test_anchors_are_those_of_the_page_that_is_published(
    toc: dict[str, object], entries: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("# หน้า\n\n## เรื่องแรก\n\nหนึ่ง\n\n## [ข](b.md) { #b }\n", encoding="utf-8")
    made = written_by_hand(tmp_path, Settings(extensions={"attr_list": {}, "toc": toc}))
    assert [section.location for section in made] == entries
    assert [section.title for section in made] == ["หน้า", "เรื่องแรก", "ข"]


def test_a_text_that_is_code_stays_a_text() -> None:
    """The index is a script: nothing that is written may end it."""
    hostile = "\"]};alert(1)//\u2028\\ '`${1}` </script>"
    (made,) = sections_of("# หน้า { #title }\n\n<!--ita-0-->\n", f"<p>{hostile.replace('<', '&lt;')}</p>")
    assert made.lines == (" ".join(hostile.split()),)


def test_the_real_content_is_in_the_index() -> None:
    made = written_by_hand(ROOT / "content", settings.read_settings(sites.SETTINGS))
    assert "about/ita/" in {section.location for section in made}


def test_a_page_that_says_something_else_is_read_again(tmp_path: Path) -> None:
    """Of one address and title, also in a further process, which has what is on the disk."""
    for text in ("หนึ่ง", "สอง", "หนึ่ง"):
        memory = SearchMemory(FileCache(tmp_path))
        one = page("# หน้า\n\n<!--ita-0-->\n", f"<p>{text}</p>")
        assert search.index([one], (), Website(), memory=memory) == search.index([one], (), Website())
