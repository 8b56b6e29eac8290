"""The search index: every text of the site with the place it stands at, for the search in the reader's browser.

A generated page is read before it is HTML: its Markdown is ours, and so are its anchors. A page written by hand is read
as the HTML that is published, since how its anchors come about is a setting. Matching, ranking and forgiving slips is
left to `assets/js/search.js`, which needs plain text and nothing else.
"""

from __future__ import annotations

import html
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from ita_site.ground import thai
from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.ground.cache.program_key import program_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.ground.website import Website
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.pages import Page

NAME = "search/pages.js"
"""Where the index is published. A script and not JSON: a page opened from a folder may load one, but read no file.

Its name stands on each page, and stays when a text changes: who changes one text publishes few other pages anew.
"""
_HEAD = "self.itaPages="
_EXCLUDED = "data-search-exclude"
"""An element with this attribute repeats what stands elsewhere: ways to other pages, rows of other pages."""

_MARKDOWN_HEADING = re.compile(r"(#{1,6}) (.*?)(?: \{ #([\w-]+) ?(.*?)\})?")
_HTML_HEADING = re.compile(r"<h[1-6]([^>]*)>(.*?)</h[1-6]>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'<a\b[^>]*\bhref="(?P<to>[^"]*)"[^>]*>[^<]*</a>')
_ATTRIBUTES = r"(?:\"[^\"]*\"|'[^']*'|[^'\">]++)*+"
_UNREAD = re.compile(rf"<!--.*?-->|<(script|style|template)\b{_ATTRIBUTES}>.*?</\1>", re.DOTALL)
_IN_A_LINE = re.compile(
    rf"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b{_ATTRIBUTES}>"
)
_ANY_TAG = re.compile(rf"<{_ATTRIBUTES}>")
_MARK = '<sup class="ita-mark">'
"""What a mark begins with; it stands in so many rows that it has no attribute for this."""
_WHOLE_MARK = re.compile(rf"{_MARK}.*?</sup>", re.DOTALL)
_TO_EXCLUDE = re.compile(rf"<(\w+)\b[^<>]*\b{_EXCLUDED}\b[^<>]*>")


@dataclass(slots=True)
class _Section:
    """A heading and the text below it, to the next heading; the first of a page has no anchor."""

    anchor: str
    title: str
    texts: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The title, and then the lines of the text, none of which is empty."""
        texts = (line for text in self.texts for line in thai.normalise(text).split("\n") if line)
        return [" ".join(thai.normalise(self.title).split()), *texts]


Texts: TypeAlias = "tuple[tuple[str, tuple[str, ...]], ...]"
"""The sections of a page: the anchor of each, and its lines."""


class SearchMemory:
    """What was found on generated pages before: a page is read again only when it says something else."""

    def __init__(self, cache: FileCache) -> None:
        """Keep it in a folder of files, too."""
        self._kept: KeyedCache[Texts] = KeyedCache(cache)

    def begin(self) -> None:
        """Begin an index."""
        self._kept.begin(program_key(("publishing/search.py", "ground"), ()))

    def texts(self, page: Page) -> Texts:
        """Return the sections of a page."""
        return self._kept.value(page.address, page.digest, lambda: _texts(_generated(page)))

    def end(self) -> None:
        """Keep what was found, and nothing else."""
        self._kept.end()


def index(
    pages: Iterable[Page],
    content_pages: Iterable[tuple[ContentPage, str]],
    website: Website,
    words: Iterable[Iterable[str]] = (),
    memory: SearchMemory | None = None,
) -> bytes:
    """Return the index as a script that hands over the lines of all texts in one text, each once, and the pages.

    A page is its address and then, for each section, its anchor and the numbers of its title and of its lines. A line
    is a cell, an item or a paragraph; most stand on several pages, and are searched once. The number of a line counts
    from one; a line that no page had before is a nought, which compresses to nothing. Texts are in their one spelling
    (`thai.normalise`), so that what was typed need not be compared with every other one.

    Args:
        pages: the generated pages.
        content_pages: the pages written by hand, each with its HTML.
        website: how it writes links.
        words: groups of words of one meaning.
        memory: what was found on pages before.

    """
    memory = memory or SearchMemory(FileCache(None))
    memory.begin()
    found = [(page.path, memory.texts(page)) for page in pages if not page.for_editors]
    memory.end()
    by_hand = [(page.path, _texts(_content(page, published))) for page, published in content_pages]
    lines: dict[str, int] = {}
    rows: list[list[object]] = []
    for path, sections in [*found, *by_hand]:
        row: list[object] = [website.of_markdown(path)]
        for anchor, texts in sections:
            row += [anchor, [_number(line, lines) for line in texts]]
        rows.append(row)
    joined = _json("\n".join(lines))
    return f'{_HEAD}{{"words":{_list(map(list, words))},"lines":{joined},"pages":{_list(rows)}}}\n'.encode()


def with_further(made: bytes, names: Iterable[str]) -> bytes:
    """Return an index that tells of files in which more pages lie, by their names from the root of the site."""
    return made.replace(_HEAD.encode() + b"{", f'{_HEAD}{{"more":{_json([*names])},'.encode(), 1)


def _number(line: str, lines: dict[str, int]) -> int:
    """Return the number of a line that is known; one that is not becomes known, and is a nought."""
    if known := lines.get(line):
        return known
    lines[line] = len(lines) + 1
    return 0


def _list(values: Iterable[object]) -> str:
    """Return a list as JSON, a value a line."""
    each = ",\n".join(map(_json, values))
    return f"[\n{each}\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _texts(sections: Iterable[_Section]) -> Texts:
    # Most lines stand on several pages; in what is kept, each of them is written once.
    return tuple((each.anchor, tuple(map(sys.intern, each.lines))) for each in sections)


def _generated(page: Page) -> list[_Section]:
    """Return the sections of a page of ours: its Markdown is headings, paragraphs and places of blocks only."""
    sections = [_Section("", page.title)]
    skipped = False
    for line in page.body.markdown.splitlines():
        if (heading := _MARKDOWN_HEADING.fullmatch(line) if line.startswith("#") else None) is None:
            if line and not skipped:
                sections[-1].texts.append(_text(page.body.fill(line)))
            continue
        skipped = _EXCLUDED in (heading[4] or "")
        if heading[1] != "#" and not skipped:
            sections.append(_Section(heading[3] or "", _text(heading[2])))
    return sections


def _content(page: ContentPage, published: str) -> list[_Section]:
    """Return the sections of a page written by hand, from its HTML."""
    # Text, then the attributes, the words and the text of a heading, again and again.
    first, *others = _HTML_HEADING.split(published)
    whole = _Section("", page.title, [_text(first)])
    sections = [whole]
    for number, (attributes, words, text) in enumerate(zip(*[iter(others)] * 3, strict=True)):
        anchor = html.unescape(found[1]) if (found := _ID.search(attributes)) else ""
        heading = _text(_without_permalink(words, anchor))
        if number == 0 and not whole.texts[0] and whole.title in {"", heading}:  # the heading of the page itself
            whole.title, whole.texts = heading, [_text(text)]
        elif not heading:  # a picture, say: what follows stands below the heading before it
            sections[-1].texts.append(_text(text))
        else:
            sections.append(_Section(anchor, heading, [_text(text)]))
    whole.title = whole.title or PurePosixPath(page.path).stem
    return sections


def _without_permalink(words: str, anchor: str) -> str:
    """Return the words of a heading without the mark that leads to it, however that is configured."""
    for link in reversed(list(_LINK.finditer(words))):
        rest = words[: link.start()] + words[link.end() :]
        # With `anchorlink` the words themselves are a link to where they stand.
        if html.unescape(link["to"]) == f"#{anchor}" and _text(rest):
            words = rest
    return words


def _text(source: str) -> str:
    """Return what is read of a piece of HTML, a line for each cell, item and paragraph."""
    if "<" in source:
        if _MARK in source:
            source = _WHOLE_MARK.sub("", source)
        if _EXCLUDED in source:
            source = _without_excluded(source)
        source = _ANY_TAG.sub("\n", _IN_A_LINE.sub("", _UNREAD.sub("", source)))
    if "&" in source:
        source = html.unescape(source)
    lines = [" ".join(line.split()) for line in source.split("\n")]
    return "\n".join(filter(None, lines))


def _without_excluded(source: str) -> str:
    """Take elements with the attribute out, with all that is in them."""
    kept, end = [], 0
    mark = source.find(_EXCLUDED)
    while mark != -1:
        start = source.rfind("<", end, mark)
        opened = _TO_EXCLUDE.match(source, start) if start != -1 else None
        if opened is None:  # the word itself, in a text
            mark = source.find(_EXCLUDED, mark + 1)
            continue
        kept.append(source[end : opened.start()])
        end = _end_of_element(source, opened)
        mark = source.find(_EXCLUDED, end)
    return "".join([*kept, source[end:]])


def _end_of_element(source: str, opened: re.Match[str]) -> int:
    """Return where the element ends whose first tag was matched, with its name; or all of it where nothing does."""
    depth = 1
    for tag in re.compile(rf"<(/?){opened[1]}\b").finditer(source, opened.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return source.index(">", tag.end()) + 1
    return len(source)
