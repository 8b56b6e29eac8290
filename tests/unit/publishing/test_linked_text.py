"""Web addresses inside texts become links, in both kinds of template; nothing else of a text becomes anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown import Markdown

from ita_site.ground import markup
from ita_site.publishing.pages import rendering
from tests.helpers.attacks import Attack, load

ATTACKS = [attack for attack in load() if attack.family not in {"yaml", "enc", "file", "redos"} and not attack.file]
LINKED = [
    "จาก https://a.example/x?y=1&z=[2] ",
    " https://b.example/{i}'\"",
    "(http://c.example/*_`)",
    "\\https://d.example\\",
]


def test_a_name_that_a_view_has_not_stops_the_page() -> None:
    with pytest.raises(UndefinedError, match="number"):
        rendering.standalone("shared/mark")


class Shown(HTMLParser):
    """What a browser makes of a fragment: its links with all their attributes, its other tags, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.others: list[str] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return " ".join("".join(self._text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs))
        else:
            self.others.append(tag)

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def shown(text: str) -> tuple[Shown, Shown]:
    """Return a text as a page of Markdown shows it, and a block of HTML."""
    source = "ก{{ text | linked }}ข"
    in_markdown = rendering._MARKDOWN.from_string(source).render(text=text)  # noqa: SLF001 - no page is so short
    in_html = rendering._HTML.from_string(source).render(text=text)  # noqa: SLF001
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "fenced_code", "md_in_html"])
    return Shown(markdown.convert(in_markdown)), Shown(in_html)


def check(text: str) -> None:
    for page, wrapping in zip(shown(text), ([["p"], []]), strict=True):
        assert page.others == wrapping
        assert page.text == " ".join(f"ก{markup.one_line(text)}ข".split())
        for link in page.links:
            assert set(link) == {"href", "rel"}
            assert link["rel"] == "noopener noreferrer"
            href = link["href"] or ""
            assert re.match("https?://", href, re.IGNORECASE)
            assert markup.link(href) == href


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_beside_a_link_is_text(attack: Attack) -> None:
    for before, behind in (("", ""), (LINKED[0], ""), ("", LINKED[1]), ("https://a.example/", ""), ("", "://")):
        check(f"{before}{attack.payload}{behind}")


@pytest.mark.parametrize(
    "text", ["https://www.оic.go.th/", "https://www.ไทย.go.th/", "https://www.", "https://localhost"]
)
def test_a_part_of_an_address_is_no_link(text: str) -> None:
    assert [*markup.with_links(text)] == [(text, None)]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.one_of(st.sampled_from([*LINKED, "https://", "<", "&", '"', "](", " ", "ก", "@"]), st.text(max_size=4)))
)
def test_any_text_with_addresses_shows_as_it_was_typed(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(piece for piece, _ in markup.with_links(text)) == markup.one_line(text)
    check(text)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("ดู https://www.example.go.th/a?b=1&c=2 ต่อ", ["https://www.example.go.th/a?b=1&c=2"]),
        ("ดูที่https://www.example.go.thและโทร", ["https://www.example.go.th"]),
        ("(https://example.go.th/a)", ["https://example.go.th/a"]),
        ("https://example.go.th/a_(b)", ["https://example.go.th/a_(b)"]),
        ("ที่ https://example.go.th/a. แล้ว", ["https://example.go.th/a"]),
        ("“https://example.go.th/” แล้ว", ["https://example.go.th/"]),
        (
            "\"https://example.go.th/a\", 'http://example.go.th/b'",
            ["https://example.go.th/a", "http://example.go.th/b"],
        ),
        ("HTTPS://EXAMPLE.go.th", ["HTTPS://EXAMPLE.go.th"]),
        ("https://a.example https://b.example/", ["https://a.example", "https://b.example/"]),
        ("https://example.go.th/ข่าว/1", []),  # half of it would lead astray
        ("https://example.go.th/a?ชื่อ=1", []),
        ("https://www.oic.go.th@evil.example/", []),
        ("javascript://example.go.th/%0Aalert(1)", []),
        ("xhttps://example.go.th", []),
        ("https://", []),
        (f"https://example.go.th/{'a' * 2000}", []),
        ("www.example.go.th", []),
    ],
)
def test_an_address_ends_where_a_reader_sees_it_end(text: str, addresses: list[str]) -> None:
    for page in shown(text):
        assert [link["href"] for link in page.links] == addresses


def test_a_space_before_and_behind_a_link_stays() -> None:
    for page in shown("ดู https://a.example https://b.example ต่อ"):
        assert page.text == "กดู https://a.example https://b.example ต่อข"
