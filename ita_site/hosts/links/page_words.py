"""The HTML of another website → its title, its words, and whether it asks for a password: read, never run."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.hosts.links.fetcher import Answer

_MOST = 300_000
"""Letters of a page that are read; the words of one that is longer are told from those of another by then."""
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "tis-620": "cp874",
    "tis620": "cp874",
    "windows-874": "cp874",
    "cp874": "cp874",
    "iso-8859-11": "cp874",
}
"""What pages in Thai are written in; any other name is taken for UTF-8, and what is no UTF-8 for Windows' Thai."""
_DECLARED = re.compile(rb"<meta[^<>]{0,200}charset=[\"' ]{0,2}([A-Za-z0-9_-]{1,30})", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "title", "textarea"})
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^<>]*)>")
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_PASSWORD = re.compile(r"\btype\s{0,9}=\s{0,9}[\"']?password\b", re.IGNORECASE)
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_BEGINS_AS_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_NOT_LETTERS = re.compile("(?:[^\\w\u0e30-\u0e4e]|[\\d_])+")
"""Thai vowels and marks above and below a letter are letters here, as they are not to a pattern."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page says: `letters` are its words alone, without spaces, figures and punctuation."""

    title: str
    heading: str
    text: str
    asks_for_password: bool

    @property
    def letters(self) -> str:
        """The words, as they are the same whatever a counter or a clock on the page shows."""
        return _NOT_LETTERS.sub("", self.text)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the words."""
        return hashlib.sha256(f"{self.title}\n{self.letters}".encode()).hexdigest()


def is_page(answer: Answer) -> bool:
    """Tell whether what was answered is a page, whatever the server calls it."""
    return answer.content_type in _HTML or bool(_BEGINS_AS_HTML.match(answer.body[:1000]))


def page_words(answer: Answer) -> PageWords:
    """Return what the page of an answer says."""
    source = source_of(answer)
    title = _TITLE.search(source)
    text: list[str] = []
    heading: list[str] = []
    asks = in_heading = False
    for each in pieces(source):
        if isinstance(each, str):
            text.append(each)
            if in_heading:
                heading.append(each)
        elif each.name == "h1":
            in_heading = not each.closes
        elif each.name == "input" and _PASSWORD.search(each.attributes):
            asks = True
    return PageWords(_flat([title[1]] if title else []), _flat(heading), _flat(text), asks)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page: its name in small letters, and its attributes as they are written."""

    name: str
    attributes: str
    closes: bool


def pieces(source: str) -> Iterator[Tag | str]:
    """Yield the tags of a page, and the texts between them that are shown, with references as they are written.

    The parser of the standard library takes minutes over some tags that do not end; here every letter is passed over
    once. A `<` or `>` within an attribute ends it.
    """
    done = 0
    while (found := _TAG.search(source, done)) is not None:
        if found.start() > done:
            yield source[done : found.start()]
        tag = Tag(found["name"].lower(), found["attributes"], closes=bool(found["slash"]))
        yield tag
        done = found.end()
        if tag.name in _HIDDEN and not tag.closes:
            end = re.compile(f"</{tag.name}", re.IGNORECASE).search(source, done)
            if end is None:
                return
            done = end.start()
    yield source[done:]


def source_of(answer: Answer) -> str:
    """Return the HTML of an answer as text, as far as it is read, without comments.

    One that does not end hides the rest.
    """
    source = _decoded(answer)[:_MOST]
    return "".join(_without_comments(source))


def _decoded(answer: Answer) -> str:
    declared = _DECLARED.search(answer.body[:4096])
    name = answer.charset or (declared[1].decode() if declared else "utf-8")
    encoding = _ENCODINGS.get(name.lower(), "utf-8")
    try:
        return answer.body.decode(encoding)
    except UnicodeDecodeError as error:
        # A page that was cut off may end within a letter.
        cut_off = encoding == "utf-8" and len(answer.body) - error.start < 4
        return answer.body.decode(encoding if cut_off else "cp874", "replace")


def _without_comments(source: str) -> Iterator[str]:
    done = 0
    while (start := source.find("<!--", done)) >= 0:
        yield source[done:start]
        end = source.find("-->", start + 2)
        if end < 0:
            return
        done = end + 3
    yield source[done:]


def _flat(texts: list[str]) -> str:
    """Return texts as one, with what their references stand for."""
    joined = " ".join(texts)
    with suppress(ValueError):  # a reference by a number of thousands of digits
        joined = unescape(joined)
    return " ".join(joined.split())
