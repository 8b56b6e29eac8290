"""Which addresses belong to an office's website, and which of them a robot leaves alone."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_PAGES = frozenset({"", ".php", ".html", ".htm", ".asp", ".aspx", ".jsp", ".do", ".xhtml", ".shtml", ".cfm", ".cgi"})
"""The endings of pages; what ends otherwise is a file, of which only is asked whether it is there."""
_ACTS = re.compile(
    r"(?<![a-z])log-?(?:out|off)|sign-?(?:out|off)|ออกจากระบบ|\bdelete\b|\bremove\b|\bunsubscribe\b|add-to-cart|/feed/?$|\brss\b|wp-json|xmlrpc"
    r"|/share(?:r|\.php)?\b|\bmailto\b|\btmpl=component\b|\bprint=|format=(?:feed|pdf|raw)",
    re.IGNORECASE,
)
"""What does something, or shows the same again."""
_CALENDAR = re.compile(
    r"calendar|icagenda|jevents|[?&](?:date|day|month|mm|yyyy|cal|tribe-bar-date|eventdate)=|/(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?/?$",
    re.IGNORECASE,
)
_NOISE = re.compile(r"(?:utm_.*|fbclid|gclid|phpsessid|jsessionid|session_?id)", re.IGNORECASE)
"""Parts of a query that do not change what a page says."""
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST = 500
_REPEATS = 3
_OF_ONE_KIND = 60
"""As many pages as may differ in the figures of their address alone."""
_OF_LIST = re.compile(r"(?:page|paged|start|limitstart|offset)=\d+", re.IGNORECASE)
_PAGES_OF_LIST = 12
"""As many pages of a list are opened, or months of a calendar, which has no end."""


class LeftAlone(StrEnum):
    """Why an address of the site was not opened."""

    ROBOTS = "เว็บไซต์ไม่ให้โปรแกรมเปิด (robots.txt)"
    ACTS = "เป็นลิงก์สั่งงาน เช่น ออกจากระบบ"
    ENDLESS = "เป็นหน้าที่ต่อกันไม่รู้จบ เช่น ปฏิทิน"
    ELSEWHERE = "พาไปเว็บไซต์อื่น"
    LIMIT = "ยังไม่ได้เปิด เพราะครบจำนวนหน้า ความลึก หรือเวลา"


class OfficeSite:
    """The website that an address belongs to: its host with and without `www`, on the same port."""

    def __init__(self, address: str) -> None:
        self._host = _place(address)
        self._kinds: Counter[str] = Counter()

    def holds(self, address: str) -> bool:
        """Tell whether an address is of this site."""
        return _place(address) == self._host

    def refuses(self, address: str) -> LeftAlone | None:
        """Return why an address must not be opened, None where it may; it is counted among those of its kind."""
        plain = unquote(address)
        parts = urlsplit(plain)
        if _ACTS.search(f"{parts.path}?{parts.query}"):
            return LeftAlone.ACTS
        folders = Counter(each for each in parts.path.split("/") if each)
        query = parse_qsl(parts.query, keep_blank_values=True)
        names = sorted(name for name, _ in query)
        if len(plain) > _LONGEST or max(folders.values(), default=0) >= _REPEATS or len(names) != len(set(names)):
            return LeftAlone.ENDLESS
        kind = f"{_DIGITS.sub('#', parts.path)}?{'&'.join(names)}"
        self._kinds[kind] += 1
        is_list = (
            any(_OF_LIST.fullmatch(f"{name}={value}") for name, value in query)
            or "/page/#" in kind
            or _CALENDAR.search(f"{parts.path}?{parts.query}")
        )
        return LeftAlone.ENDLESS if self._kinds[kind] > (_PAGES_OF_LIST if is_list else _OF_ONE_KIND) else None


def key(address: str) -> str:
    """Return what is the same for all addresses of one page: no scheme, `www`, fragment or session in it."""
    try:
        parts = urlsplit(address)
        query = [each for each in parse_qsl(parts.query, keep_blank_values=True) if not _NOISE.fullmatch(each[0])]
        path = re.sub(r"/+(?:index\.(?:php|html?|aspx?))?$", "", unquote(_SESSION.sub("", parts.path)))
        return urlunsplit(("", _place(address), path, urlencode(sorted(query)), ""))
    except ValueError:
        return address


def is_file(address: str) -> bool:
    """Tell whether an address is that of a document or picture, by its ending."""
    suffix = PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
    return suffix not in _PAGES and bool(re.fullmatch(r"\.[a-z0-9]{2,5}", suffix))


def file_name(address: str) -> str:
    """Return the name of the file or page at an address as words."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    return re.sub(r"[-_+.]+", " ", path.stem)


def _place(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return address
    standard = {"http": 80, "https": 443}.get(parts.scheme)
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    return host if port in {None, standard} else f"{host}:{port}"
