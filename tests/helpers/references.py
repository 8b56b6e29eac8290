"""What the files of a built site refer to, wherever HTML, CSS, XML and JSON can refer, and where that leads."""

from __future__ import annotations

import json
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "data", "cite", "background", "xlink:href")
_LISTS = ("srcset", "imagesrcset")
_FOR_MACHINES = ("canonical", "alternate feed")
_IN_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]+?))\s*\)|@import\s+["']([^"']+)["']""")
_LINKED = frozenset({"url", "item", "contentUrl", "@id", "image", "logo", "sameAs"})
"""The properties of schema.org that hold addresses."""


def in_css(text: str) -> Iterator[str]:
    """Yield what a style sheet, or a `style` attribute, loads; `#lines` is a pattern of the page's own drawing."""
    for match in _IN_CSS.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        loaded = next(filter(None, match.groups()))
        if not loaded.startswith("#"):
            yield loaded


def in_page(page: sites.Element) -> Iterator[str]:
    """Yield everything a page links to or loads; what only machines read is in `for_machines`."""
    for element in page.walk():
        for name in _ATTRIBUTES:
            if name in element.attributes and element.attributes.get("rel") not in _FOR_MACHINES:
                yield element.attributes[name]
        for name in _LISTS:
            for candidate in element.attributes.get(name, "").split(","):
                yield from candidate.split()[:1]
        yield from in_css(element.attributes.get("style", ""))
        if element.attributes.get("http-equiv", "").lower() == "refresh":
            yield element.attributes["content"].partition("url=")[2]


def for_machines(page: sites.Element) -> Iterator[str]:
    """Yield the addresses on a page that only machines read: canonical, feed, Open Graph, schema.org."""
    for element in page.walk():
        if element.tag == "link" and element.attributes.get("rel") in _FOR_MACHINES:
            yield element.attributes["href"]
        elif element.tag == "meta" and (element.attributes.get("property") or element.attributes.get("name")) in {
            "og:url",
            "og:image",
            "twitter:image",
        }:
            yield element.attributes["content"]
        elif element.tag == "script" and element.attributes.get("type") == "application/ld+json":
            for node in _records(json.loads("".join(each for each in element.children if isinstance(each, str)))):
                yield from (value for key, value in node.items() if key in _LINKED and isinstance(value, str))


def in_xml(text: str) -> Iterator[str]:
    """Yield the addresses in a sitemap or a feed."""
    root = sites.parse(text)
    for element in root.all("loc", "id", "uri", "logo", "icon"):
        yield element.text
    for element in root.all("link", "content"):
        yield from (element.attributes[name] for name in ("href", "src") if name in element.attributes)


def in_index(text: str) -> Iterator[str]:
    """Yield the addresses in the index of the search, from the root of the site."""
    for address, *sections in json.loads(text.partition("=")[2])["pages"]:
        yield from (f"{address}#{anchor}" if anchor else address for anchor in sections[::2])


def _records(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        yield value
    if isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _records(each)


@dataclass(frozen=True)
class Built:
    """A built site: its files by name, the elements and the places of its pages, and where it is to be published."""

    root: Path
    url: str
    folders: bool
    """Whether links lead to folders, as a web server shows them, or to files, as a USB stick does."""
    pages: dict[str, sites.Element]
    places: dict[str, set[str]]
    names: frozenset[str]

    @classmethod
    def read(cls, root: Path, url: str, *, folders: bool) -> Built:
        """Read a site's folder."""
        names = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        pages = {
            name: sites.parse((root / name).read_text(encoding="utf-8"))
            for name in sorted(names)
            if name.endswith(".html")
        }
        places = {name: {each.attributes.get("id", "") for each in page.walk()} for name, page in pages.items()}
        return cls(root, url, folders, pages, places, names)

    def fault(self, name: str, reference: str) -> str | None:
        """Return why a reference in a file leads nowhere on this site; where one to another site leads is not asked."""
        in_full = reference.startswith(self.url)
        if not in_full and (urlsplit(reference).scheme or reference.startswith("//")):
            return None
        # A server shows a folder's page, and the 404 page with links from the root; a USB stick does neither.
        found = self._target(name, reference, folders=self.folders or in_full or name == "404.html")
        anchor = unquote(urlsplit(reference).fragment)
        if found not in self.names:
            return f"{name}: {reference}: no file {found}"
        if anchor and anchor not in self.places.get(found, set()):
            return f"{name}: {reference}: no such place"
        return None

    def target(self, name: str, reference: str) -> str:
        """Return the name of the file that a relative reference leads to; case counts, and so does spelling."""
        return self._target(name, reference, folders=self.folders)

    def full(self, address: str) -> str:
        """Return the name of the file at an address in full."""
        return self._target("", address, folders=True)

    def redirects(self) -> list[str]:
        """Return the pages that only send the reader on to another."""
        return [
            name
            for name, page in self.pages.items()
            if any(each.attributes.get("http-equiv", "").lower() == "refresh" for each in page.all("meta"))
        ]

    def _target(self, name: str, reference: str, *, folders: bool) -> str:
        path = unicodedata.normalize("NFC", unquote(urlsplit(reference).path))
        if not path:
            return name
        root = urlsplit(self.url).path
        below = path.removeprefix(root) if path.startswith(root) else posixpath.join(posixpath.dirname(name), path)
        found = posixpath.normpath(below or ".")
        if folders and (path.endswith("/") or f"{found}/index.html" in self.names or found == "."):
            return posixpath.normpath(f"{found}/index.html")
        return found
