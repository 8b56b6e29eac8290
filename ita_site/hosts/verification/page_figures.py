"""The figures and statuses that a page shows, in the order in which they stand, each with the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from ita_site.data.model import Status
from ita_site.ground import thai
from ita_site.judging.chain import NoStatus
from ita_site.judging.oit_answers import ItemStatus
from ita_site.judging.scores import Verdict
from ita_site.saying import words
from ita_site.saying.words import disclosure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBER = r"[+−-]?\d+(?:,\d{3})*(?:\.\d+)?"
_WORDS = (
    *(words.status(each) for each in (*Status, *NoStatus)),
    *(words.verdict(each) for each in (*Verdict, None)),
    *(disclosure.item_status(each) for each in ItemStatus),
    *thai.MONTHS,
    *thai.SHORT_MONTHS,
)
_OF_THE_THEME = frozenset({"ita-source", "ita-contents", "ita-origin", "ita-papers", "headerlink", "md-source-file"})
"""Classes of what stands around a page or is told of its files, of which Git may know more or less than it did."""
_UNREAD = frozenset({"script", "style", "template"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that have no end."""
_WORDS_BEFORE = 40
_TOLD = frozenset({"og:title", "og:description", "og:image:alt"})
"""What other programs show of a page, beside its description, which is read with the page."""
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[T\d:+Z-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure or a status in Arabic digits, and the words that stand before it on the page."""

    text: str
    before: str


def pattern(levels: Iterable[str]) -> re.Pattern[str]:
    """Return what finds figures, days, statuses and the names of levels in a text."""
    names = sorted({*_WORDS, *levels}, key=len, reverse=True)
    return re.compile(f"{_NUMBER}|{'|'.join(map(re.escape, names))}")


def shown_figures(html: str, found_by: re.Pattern[str]) -> tuple[ShownFigure, ...]:
    """Return what a page shows: of a whole page what is inside its article or its `main`, of a part all of it.

    What describes it to programs that search comes first.
    """
    reader = _FigureReader()
    reader.feed(html)
    reader.close()
    text = thai.arabic(" ".join(" ".join([reader.description, "".join(reader.texts)]).split()))
    return tuple(_figures(text, found_by))


def head_figures(html: str, found_by: re.Pattern[str]) -> tuple[ShownFigure, ...]:
    """Return what a page tells other programs in its head: its title, what is shared of it, schema.org; but no days.

    The days there are those of Git, which may know more or less than it did.
    """
    reader = _FigureReader()
    reader.feed(html)
    reader.close()
    text = thai.arabic(" ".join(_ISO_DAY.sub("", " ".join(reader.heads)).split()))
    return tuple(_figures(text, found_by))


def agency_named(html: str, agency: str) -> bool:
    """Tell whether a page names an agency, in its title or anywhere."""
    return agency in " ".join(html.split())


def _figures(text: str, found_by: re.Pattern[str]) -> Iterator[ShownFigure]:
    for found in found_by.finditer(text):
        yield ShownFigure(found[0], text[max(0, found.start() - _WORDS_BEFORE) : found.start()].strip())


class _FigureReader(HTMLParser):
    """Gathers the texts of a page, those read out with a picture, and the lengths of bars."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.description = ""
        self.heads: list[str] = []
        self._is_head = False
        self._open: list[tuple[str, bool]] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article" or (tag == "main" and not any(name == "class" for name, _ in attrs)):
            self.texts.clear()
        attributes = dict(attrs)
        if tag == "meta" and attributes.get("name") == "description":
            self.description = attributes.get("content") or ""
        if tag == "meta" and not _TOLD.isdisjoint((attributes.get("name"), attributes.get("property"))):
            self.heads.append(attributes.get("content") or "")
        self._is_head = tag == "title" or (tag == "script" and attributes.get("type") == "application/ld+json")
        self.texts.append(" ")
        if not self._skipping:
            self.texts.append(f" {attributes.get('aria-label') or ''} ")
            length = attributes.get("width") or ""
            if tag == "rect" and length.endswith("%"):
                self.texts.append(f" {length} ")
        if tag in _VOID:
            return
        skipped = tag in _UNREAD or not _OF_THE_THEME.isdisjoint((attributes.get("class") or "").split())
        self._open.append((tag, skipped))
        self._skipping += skipped

    def handle_endtag(self, tag: str) -> None:
        self.texts.append(" ")
        self._is_head = False
        while self._open and any(name == tag for name, _ in self._open):
            name, skipped = self._open.pop()
            self._skipping -= skipped
            if name == tag:
                break
        if tag in {"article", "main"}:
            self._skipping += 1  # nothing behind it is the page's

    def handle_data(self, data: str) -> None:
        if self._is_head:
            self.heads.append(data)
        if not self._skipping:
            self.texts.append(data)
