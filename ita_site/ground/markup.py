"""Untrusted text into Markdown, HTML and links: the only module that escapes.

Python-Markdown knows no escape for half of its punctuation, and HTML escaping followed by Markdown lets
`[x](javascript:…)` through. So text that goes through Markdown has *every* punctuation mark written as a
numeric entity, and text inside raw HTML blocks has those written that Markdown or a macro might still see.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKDOWN = {ord(mark): f"&#{ord(mark)};" for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_HTML = {
    **{ord(mark): f"&#{ord(mark)};" for mark in "{}[]*_`~$\\"},
    **{ord(mark): entity for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))},
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}
_OUT_OF_PLACE = "(?:(?<! )|(?= )|$|(?<=^ ))"
"""Of spaces that which is not the only one between two words."""
_TO_ENCODE_IN_MARKDOWN = re.compile(f"[\\s\x00-\x1f!-/:-@\\[-`{{-\x9f]{_OUT_OF_PLACE}")
_TO_ENCODE_IN_HTML = re.compile(f"[\\s\x00-\x1f\x7f-\x9f&<>\"'{{}}\\[\\]*_`~$\\\\]{_OUT_OF_PLACE}")
"""What a text must hold for encoding to change it. Most Thai texts hold nothing of it, and looking is cheaper."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_IN_A_LINK = re.compile('[\x00-\x20\x7f-\x9f\\\\<>"`{}|^]')
_KEPT = "%/:?#[]@!$&'()*+,;=~-._\\<>\"`{}|^\t\r\n"
"""What is not percent-encoded: what an address may hold, and what makes `link` refuse it."""
_MAX_EXCERPT = 60
_ENGLISH = re.compile(r"[A-Z](?<![\w&;#/=.@-].)[A-Za-z-]*(?: [A-Za-z][A-Za-z-]*)+(?![\w=/;@-])(?=[^<>]*(?:<|$))")
"""An English phrase; what is inside a tag has its `>` ahead. The letter comes first: it is soon found."""
_PIECE = re.compile(
    r"<!--.*?-->|<code>[^<]*</code>|(?P<tag><[^>]*>)|\{ #[^}]*\}|(?P<word>(?:[^\s<>&]|&\#?\w+;)+)", re.ASCII
)
"""What a page is made of: comments, what is to be copied as it is, tags, ids of headings, words."""
_BETWEEN_ENTITIES = re.compile(r"&\#?\w+;|[^&]+", re.ASCII)
_WEB_ADDRESS = re.compile(r"(?<![A-Za-z0-9])https?://[!-~]+\.[!-~]+", re.IGNORECASE)
"""An address inside a text: ASCII, since Thai writes no space between it and the next word."""
_NOT_IN_AN_ADDRESS = re.compile(r"[<>\"'`{}|^\\]")
_ENDS_A_SENTENCE = ".,;:!?…"
_BRACKETS = {")": "(", "]": "["}
_GOES_ON = "./=?&-_#+%~:"
"""After these a letter that is not ASCII may be the next of the address or of the sentence: nobody can tell."""
_MAX_ADDRESS = 2_000
_LABEL = re.compile(r'(\s(?:data-label|aria-label|title|alt)=)("[^"]*")')
"""The attributes that are shown or read out."""
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space, and control characters made visible."""
    return _SPACE.sub(" ", _CONTROL.sub("\ufffd", text)).strip()


def markdown(text: str) -> str:
    """Encode text for a place inside Markdown: a heading, the words of a link."""
    return one_line(text).translate(_MARKDOWN) if _TO_ENCODE_IN_MARKDOWN.search(text) else text


def html(text: str) -> str:
    """Encode text for a raw HTML block, an attribute, front matter or a navigation title."""
    return one_line(text).translate(_HTML) if _TO_ENCODE_IN_HTML.search(text) else text


def with_languages(page: str) -> str:
    """Mark the English phrases on a page, of Markdown or HTML, as English, so that they are read out as such.

    A phrase is two words or more that begin with a capital: “No Gift Policy”. A single word in Latin letters is a
    name or an abbreviation, which WCAG 3.1.2 leaves as it is.
    """
    return page if "<svg" in page else _ENGLISH.sub(r'<span lang="en">\g<0></span>', page)


def with_thai_digits(page: str) -> str:
    """Write the figures that a reader sees on a page, of Markdown or HTML, with Thai digits.

    Addresses, ids and words that have a Latin letter (O27, a web address) stay as they are, and so does what stands in
    `code`: a checksum.
    """
    return _PIECE.sub(_with_thai_digits, page)


def _with_thai_digits(piece: re.Match[str]) -> str:
    if piece["tag"]:
        return _LABEL.sub(lambda label: label[1] + _digits(label[2]), piece[0])
    if not piece["word"] or thai.digits(word := unescape(piece[0])) == word:
        return piece[0]
    return _digits(piece[0])


def _digits(encoded: str) -> str:
    """Write figures with Thai digits, but those of character references such as `&#42;`."""
    return _BETWEEN_ENTITIES.sub(lambda part: part[0] if part[0].startswith("&") else thai.digits(part[0]), encoded)


def excerpt(text: str) -> str:
    """Return what was typed, short enough for a message and on one line."""
    flat = one_line(text)
    return flat if len(flat) <= _MAX_EXCERPT else f"{flat[:_MAX_EXCERPT]}…"


def link(address: str) -> str | None:
    """Return the address fit for `href`, or None when a page must not link to it.

    Web addresses, `mailto:` and `tel:` are fit; Thai letters and spaces are percent-encoded. A user name in
    the address (`https://www.oic.go.th@evil.example/`) is not fit: it makes one site look like another.
    """
    typed = address.strip()
    try:
        parts = urlsplit(typed)
        if parts.hostname and not parts.hostname.isascii():
            port = f":{parts.port}" if parts.port else ""
            typed = typed.replace(parts.netloc, parts.hostname.encode("idna").decode() + port, 1)
        encoded = quote(typed, safe=_KEPT)
        parts = urlsplit(encoded)
    except ValueError:  # UnicodeError, which a bad host name raises, is one
        return None
    if _NOT_IN_A_LINK.search(encoded):
        return None
    if parts.scheme in {"mailto", "tel"}:
        return encoded if parts.path else None
    if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc:
        return encoded
    return None


def with_links(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield a text on one line in pieces, each with the address fit for `href` where the piece is one.

    A web address ends at a space, at a letter that is not ASCII, at a quotation mark, and before the punctuation of the
    sentence around it. One that may go on in Thai letters is left a text: half an address leads astray.
    """
    flat = one_line(text)
    done = 0
    for found in _WEB_ADDRESS.finditer(flat):
        whole = _NOT_IN_AN_ADDRESS.split(found[0], maxsplit=1)[0]
        typed, behind = _trimmed(whole), flat[found.start() + len(whole) :][:1]
        goes_on = whole[-1] in _GOES_ON and behind.isalpha()
        address = None if goes_on or len(typed) > _MAX_ADDRESS else link(typed)
        if address is not None:
            if done < found.start():
                yield flat[done : found.start()], None
            yield typed, address
            done = found.start() + len(typed)
    if done < len(flat):
        yield flat[done:], None


def _trimmed(typed: str) -> str:
    """Return an address without the punctuation behind it, and without a bracket that was opened before it."""
    while typed:
        last = typed[-1]
        unopened = last in _BRACKETS and typed.count(last) > typed.count(_BRACKETS[last])
        if not unopened and last not in _ENDS_A_SENTENCE:
            break
        typed = typed[:-1]
    return typed
