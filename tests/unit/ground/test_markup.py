"""Untrusted text through Markdown and HTML: the reader sees it as it was typed, and it makes no markup."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from ita_site.ground import markup
from tests.helpers.attacks import Attack, load

TEXTS = [attack for attack in load() if attack.family not in {"yaml", "enc", "file", "redos"} and not attack.file]
HARMLESS = "ข้อความ"

PAGE = """\
# {text}

## {text} {{ #fixed }}

{text}

- {text}
- ก {text} ข

1. {text}

[{text}](../somewhere/) **{text}**

| หัว | {text} |
|---|---|
| {text} | ค |

จบ
"""
BLOCK = """\
# หัวข้อ

ก่อน

<div class="card" title="{text}"><p>{text}</p> <table><tr><td>{text}</td></tr></table> <a href="../x/">{text}</a></div>

หลัง *เน้น*
"""
MARKERS = [
    "<", ">", "&", '"', "'", "<img src=x onerror=alert(1)>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&lt;",
    "&#60;", "[", "]", "](x)", "(javascript:alert(1))", "![", "{", "}", "{: onclick=x }", "{ #x }", "{{", "}}", "{%",
    "{#", "*", "**", "_", "__", "`", "```", "~~~", "#", " #", "=", "-", "---", "+ ", "1. ", "|", "\\", ":", "[TOC]",
    "[^1]", "*[a]: b", "$", "\n", "\n\n", "    ", "\t", "  \n", "http://a.example", "a@b.example", "\x02", "\x03",
    "klzzwxh:0", "\u00a0", "ก", "ำ", "a",
]  # fmt: skip
MARKED = st.lists(st.one_of(st.sampled_from(MARKERS), st.text(max_size=6)), max_size=10).map("".join)


class Page(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and the text it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.titles: list[str] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return " ".join("".join(self._text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("unknown", data))


def rendered(template: str, encoded: str) -> Page:
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "fenced_code"])
    return Page(markdown.convert(template.format(text=encoded)))


def shown(template: str, text: str) -> str:
    """Return the text of the page with the harmless text in it, and then this text in its stead."""
    return " ".join(rendered(template, HARMLESS).text.replace(HARMLESS, text).split())


def check_markdown(text: str) -> None:
    page = rendered(PAGE, markup.markdown(text))
    assert page.tags == rendered(PAGE, HARMLESS).tags
    assert page.text == shown(PAGE, markup.one_line(text))


def check_html(text: str) -> None:
    page = rendered(BLOCK, markup.html(text))
    assert page.tags == rendered(BLOCK, HARMLESS).tags
    assert page.text == shown(BLOCK, markup.one_line(text))
    assert page.titles == [markup.one_line(text)]


@pytest.mark.parametrize("attack", TEXTS, ids=lambda attack: attack.id)
def test_an_attack_through_markdown_is_text(attack: Attack) -> None:
    check_markdown(attack.payload)


@pytest.mark.parametrize("attack", TEXTS, ids=lambda attack: attack.id)
def test_an_attack_in_a_raw_block_is_text(attack: Attack) -> None:
    check_html(attack.payload)


@settings(deadline=None, max_examples=300)
@given(MARKED)
@example("1.")
@example("- a")
@example("    a")
@example("a\n===")
@example("|")
@example("a: b")
def test_any_text_through_markdown_is_text(text: str) -> None:
    assume(markup.one_line(text))
    check_markdown(text)


@settings(deadline=None, max_examples=300)
@given(MARKED)
def test_any_text_in_a_raw_block_is_text(text: str) -> None:
    check_html(text)


@settings(deadline=None)
@given(MARKED)
def test_text_stays_on_one_line_and_reads_back_as_it_was(text: str) -> None:
    for encoded in (markup.markdown(text), markup.html(text)):
        assert encoded.splitlines() in ([], [encoded])
        assert unescape(encoded) == markup.one_line(text)


@settings(deadline=None)
@given(MARKED)
def test_no_mark_of_a_template_or_macro_language_is_left(text: str) -> None:
    """What runs after Markdown — macros, snippets, search — sees none either."""
    assert not re.search(r"[{}<>\[\]`$\\*_]", markup.markdown(text) + markup.html(text))


@pytest.mark.parametrize("text", ["ก\u0000ข", "ก\u001bข", "ก\u0085ข", "ก\u009bข", "ก\u0002ข"], ids=ascii)
def test_a_control_character_is_made_visible(text: str) -> None:
    assert markup.one_line(text) == "ก\ufffdข"


def test_plain_thai_is_written_as_it_is() -> None:
    text = "ผู้บริหารท้องถิ่น ปี ๒๕๖๘ และ IIT"
    assert markup.markdown(text) == markup.html(text) == text


# Links


WEB = {
    "url-http": "http://www.example.go.th/a.pdf",
    "url-idn": "https://www.xn--ic-emc.go.th/",
    "url-space-thai": (
        "https://example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9E%E0%B8%B1%E0%B8%92%E0%B8%99%E0%B8%B2%202569.pdf"
    ),
}
"""The rows of the corpus that a page may link to, with the address it uses; every other is refused."""


@pytest.mark.parametrize("attack", load("url"), ids=lambda attack: attack.id)
def test_only_addresses_that_are_what_they_seem_become_links(attack: Attack) -> None:
    assert markup.link(attack.payload) == WEB.get(attack.id)


@pytest.mark.parametrize("attack", load("xss", "md", "tpl", "path"), ids=lambda attack: attack.id)
def test_an_attack_that_is_no_address_is_no_link(attack: Attack) -> None:
    assert markup.link(attack.payload) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("https://www.nacc.go.th/", "https://www.nacc.go.th/", id="web"),
        pytest.param("  https://a.go.th/x  ", "https://a.go.th/x", id="spaces around"),
        pytest.param("HTTPS://A.go.th/X", "HTTPS://A.go.th/X", id="capitals"),
        pytest.param(
            "https://a.go.th:8443/x?a=1&b=2#c", "https://a.go.th:8443/x?a=1&b=2#c", id="port, query, fragment"
        ),
        pytest.param("https://a.go.th/x(1)/it's~;,+$!*", "https://a.go.th/x(1)/it's~;,+$!*", id="punctuation"),
        pytest.param("https://a.go.th/%E0%B8%81%20x", "https://a.go.th/%E0%B8%81%20x", id="encoded already"),
        pytest.param(
            "https://a.go.th/?q=ก&x=ข#ค", "https://a.go.th/?q=%E0%B8%81&x=%E0%B8%82#%E0%B8%84", id="Thai query"
        ),
        pytest.param("https://ก.th/ก.th", "https://xn--12c.th/%E0%B8%81.th", id="Thai host, and its name in the path"),
        pytest.param("https://เทศบาล.ไทย/", "https://xn--o3cg7ak5c9d.xn--o3cw4h/", id="Thai domain"),
        pytest.param("https://www.ОIC.go.th/", "https://www.xn--ic-emc.go.th/", id="Cyrillic capital in the host"),
        pytest.param("https://[::1]/", "https://[::1]/", id="IPv6"),
        pytest.param("mailto:ita@a.go.th", "mailto:ita@a.go.th", id="mail"),
        pytest.param(
            "mailto:ita@a.go.th?subject=ก ข", "mailto:ita@a.go.th?subject=%E0%B8%81%20%E0%B8%82", id="mail, Thai"
        ),
        pytest.param("tel:+6654342117", "tel:+6654342117", id="telephone"),
        pytest.param("tel:0-5434-2117", "tel:0-5434-2117", id="telephone with dashes"),
    ],
)
def test_an_address_is_written_fit_for_href(address: str, expected: str) -> None:
    assert markup.link(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "", " ", "a.go.th", "www.a.go.th/x", "/x", "//a.go.th/x", "../x", "#x", "https://", "https:///x",
        "https:a.go.th", "mailto:", "tel:", "ftp://a.go.th/x", "file:///etc/passwd", "line://ti/p/@x", "https://[::1", "https://ก..th/",
        "https://" + "ก" * 80 + ".th/", "https://user:pass@a.go.th/", "https://www.oic.go.th＠evil.example/",
        "https://www.oic.go.th／evil.example/", "https://a.go.th\\@evil.example/", "https://a.go.th/a\tb",
        "https://a.go.th/a\nb", "https://a.go.th/<b>", "https://a.go.th/{{ config }}",
        "https://a.go.th/`x`", "https://a.go.th/'\"", "\x01javascript:alert(1)", "java\x00script:alert(1)",
        "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
        "view-source:https://a.go.th/",
    ],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_whole_address_is_no_link(address: str) -> None:
    assert markup.link(address) is None


ADDRESSES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "https://", "http:", "mailto:", "tel:", "javascript:", "data:", "//", "/", "\\", "@", ":", "?", "#",
                "%", "[", "]", ".", "a", "go.th", "ก", "О", " ", "\t", "\n", '"', "'", "<", ">", "&#58;", "＠",
                "\u202e", "\u200b",
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=10,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=500)
@given(ADDRESSES)
@example("https://a.go.th/แผน พัฒนา")
def test_a_link_is_plain_ascii_of_a_known_scheme_and_does_not_change_when_linked_again(address: str) -> None:
    link = markup.link(address)
    if link is not None:
        assert re.fullmatch(r"(?i:https?://|mailto:|tel:)[!#-;=?-\[\]_a-z~]+", link)
        assert urlsplit(link).scheme in {"https", "http", "mailto", "tel"}
        assert unquote(link).strip()
        assert markup.link(link) == link
        assert rendered("[x]({text})", markup.markdown(link)).tags == [("p",), ("a", "href"), ("/a",), ("/p",)]


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("นโยบาย No Gift Policy ของ", 'นโยบาย <span lang="en">No Gift Policy</span> ของ'),
        ("<p>Smart card</p>", '<p><span lang="en">Smart card</span></p>'),
        ('<td data-label="No Gift Policy">OIT</td>', '<td data-label="No Gift Policy">OIT</td>'),
        ("<svg><text>No Gift Policy</text></svg>", "<svg><text>No Gift Policy</text></svg>"),
        ("&lt;Img Src=x&gt; E-Service ระบบ", "&lt;Img Src=x&gt; E-Service ระบบ"),
    ],
)
def test_an_english_phrase_is_marked_as_english(page: str, marked: str) -> None:
    assert markup.with_languages(page) == marked
