"""The HTML of a page of another website → its links with the words that lead to them, and what it says it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ita_site.ground import thai
from ita_site.hosts.links.item_names import years
from ita_site.hosts.links.menu_levels import MenuLevels
from ita_site.hosts.links.page_words import Tag, pieces, source_of

if TYPE_CHECKING:
    from ita_site.hosts.links.fetcher import Answer

_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]{1,40})\s{0,9}=\s{0,9}(\"[^\"]*\"|'[^']*'|[^\s\"']+)")
_SCRIPT = re.compile(r"\s*javascript:(?!\s*(?:void\b|;|$))", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = frozenset({"tr", "p", "li", "dt", *_HEADINGS})
"""Where what stands before a link is about something else."""
_NOT_IN_LINKS = frozenset({"li", "ul", "ol", "tr", "td", "table", "nav"})
"""Where a link ends that was not closed."""
_FRAMES = frozenset({"iframe", "frame"})
_OF_TITLE = re.compile(r"\s+[|–—»:-]\s+|\s*[|»]\s*")
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MONTH = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_SAYS_NOTHING = re.compile(
    rf"{_WEB.pattern}|{_MONTH}|เดือน|ไตรมาส(?:ที่)?|ครั้งที่|ฉบับเต็ม|แนบ|[mk]b\b"
    r"|ดาวน์โหลด|รายละเอียด|เพิ่มเติม|เอกสารแนบ|เอกสาร|ไฟล์แนบ|ไฟล์|ทั้งหมด|ปีงบประมาณ|ประจำปี|คลิกที่นี่|คลิก|ที่นี่|กดที่นี่|ลิงก์|ลิงค์|อ่านต่อ"
    r"|เปิด|อ่าน|กด|ดู|ต่อ|ปี|พ\.ศ\.|download|details?|click|view|read|more|here|link|files?|pdf|docx?|xlsx?|url|[0-9๐-๙]"
    r"|[\s.,()…>»:/+_–-]",
    re.IGNORECASE,
)
"""The words of a link that do not say where it leads: what stands beside it does."""
_REFRESH = re.compile(r"\burl\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Characters that a terminal or an eye would obey."""
_LONGEST = 200
_MOST_LINKS = 3_000


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link: where it leads, and the words one presses, those of the menus around it first.

    `about` is what it is about: its own words or, where these say nothing, those before it. Without a press the place
    is shown within the page.
    """

    address: str
    words: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class PageMap:
    """What a page says it is about, and where it leads: `titles` of all of it, `headings` of a part.

    `scripted` are the words of links and buttons that only a script can follow.
    """

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    links: tuple[PageLink, ...]
    scripted: tuple[tuple[str, ...], ...]


def page_map(answer: Answer) -> PageMap:
    """Return what the page of an answer says of itself, and its links in order."""
    reader = _MapReader(answer.final)
    for each in pieces(source_of(answer)):
        reader.read(each)
    reader.end_link()
    source = re.search(r"<title[^<>]*>([^<]*)", source_of(answer), re.IGNORECASE)
    own = _OF_TITLE.split(flat(source[1]))[0] if source else ""
    titles = dict.fromkeys([own, *reader.titles, reader.crumb])
    return PageMap(
        tuple(filter(None, titles)),
        tuple(dict.fromkeys(filter(None, reader.headings))),
        tuple(reader.links),
        tuple(dict.fromkeys(reader.scripted)),
    )


def attributes(tag: Tag) -> dict[str, str]:
    """Return the attributes of a tag, by their names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(tag.attributes):
        value = each[2][1:-1] if each[2][0] in "\"'" else each[2]
        found.setdefault(each[1].lower(), _unescaped(value))
    return found


def flat(text: str) -> str:
    """Return a text in one line, with what its references stand for and nothing unseen, and not too long."""
    return " ".join(_CONTROL.sub("", " ".join(thai.normalise(_unescaped(text)).split())).split())[:_LONGEST].strip()


def _unescaped(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a reference by a number of thousands of digits
        return text


class _MapReader:
    """Reads a page piece by piece."""

    def __init__(self, address: str) -> None:
        self.titles: list[str] = []
        self.headings: list[str] = []
        self.links: list[PageLink] = []
        self.scripted: list[tuple[str, ...]] = []
        self.crumb = ""
        self._base = address
        self._levels = MenuLevels()
        self._pressed: dict[str, str] | None = None
        self._text = ""
        self._heading: list[str] | None = None
        self._before = ""
        self._lead_in = ""
        self._row: str | None = None
        self._crumbs = ""

    def read(self, piece: Tag | str) -> None:
        if isinstance(piece, str):
            self._say(piece)
            return
        if piece.name in _NOT_IN_LINKS:
            self.end_link()
        self._levels.pass_tag(piece.name, attributes(piece).get("class", ""), closes=piece.closes)
        if piece.name in {"a", "button", "area"}:
            self.end_link()
            if not piece.closes:
                self._pressed, self._text = attributes(piece), ""
            if piece.name == "area":
                self.end_link()
        elif piece.closes:
            self._close(piece.name)
        else:
            self._open(piece)

    def end_link(self) -> None:
        """Take up the link that is open, if any."""
        if self._pressed is None:
            return
        given, self._pressed = self._pressed, None
        text = flat(self._text) or next(
            (flat(given[each]) for each in ("title", "aria-label", "alt") if each in given), ""
        )
        above = self._levels.above()
        about, pressed = text, text
        if not _SAYS_NOTHING.sub("", text):
            before = flat(self._row if self._row is not None else self._before)
            around = before or next(reversed(above), "") or self._lead_in or next(reversed(self.headings), "")
            about = " ".join([around, *map(str, sorted(years(text)))])
            is_news = not any(around.startswith(each) for each in above)
            pressed = f"{around} {_WEB.sub('', text)}".strip() if is_news else text
        words = (*above, pressed)
        self._levels.name(text)
        self._before = ""
        href = given.get("href", "").strip()
        if _SCRIPT.match(href) or ("onclick" in given and (not href or href.startswith(("#", "javascript:")))):
            if any(words):
                self.scripted.append(tuple(filter(None, words)))
        else:
            self._lead(href, tuple(filter(None, words)), about)

    def _lead(self, href: str, words: tuple[str, ...], about: str) -> None:
        if not href or href.startswith("#") or len(self.links) >= _MOST_LINKS:
            return
        try:
            address = urljoin(self._base, href)
            is_web = urlsplit(address).scheme in {"http", "https"} and bool(urlsplit(address).hostname)
        except ValueError:
            return
        if is_web:
            self.links.append(PageLink(_CONTROL.sub("", address.replace(" ", "%20")), words, about))

    def _open(self, tag: Tag) -> None:
        given = attributes(tag)
        if tag.name in {"ul", "ol"} and (said := flat(self._before)):
            self._lead_in = said
        elif tag.name in _HEADINGS or tag.name == "p":
            self._lead_in = ""
        if tag.name in _PARTS:
            self._before = ""
        if tag.name == "tr":
            self._row = ""
        if tag.name in _HEADINGS:
            self._heading = []
        if tag.name == "img":
            self._say(f" {given.get('alt', '')} ")
        elif tag.name == "base" and given.get("href"):
            self._lead_from(given["href"])
        elif tag.name in _FRAMES:
            self._lead(given.get("src", "").strip(), (), "")
        elif tag.name == "meta" and given.get("http-equiv", "").lower() == "refresh":
            onward = _REFRESH.search(given.get("content", ""))
            self._lead(onward[1].strip() if onward else "", (), "")

    def _lead_from(self, href: str) -> None:
        try:
            self._base = urljoin(self._base, href)
        except ValueError:
            return

    def _close(self, name: str) -> None:
        if name == "tr":
            self._row = None
        if name in _HEADINGS and self._heading is not None:
            said = flat(" ".join(self._heading))
            (self.titles if name == "h1" else self.headings).append(said)
            self._heading = None

    def _say(self, text: str) -> None:
        if self._pressed is not None:
            self._text = (self._text + text)[: 2 * _LONGEST]
        else:
            self._before = (self._before + text)[-_LONGEST:]
            if self._row is not None:
                self._row = (self._row + " " + text)[:_LONGEST]
            self._levels.say(text)
        if self._heading is not None and len(self._heading) < _LONGEST:
            self._heading.append(text)
        if self._levels.in_crumbs and (said := flat(text).strip(" >/»›")):
            self.crumb = said
