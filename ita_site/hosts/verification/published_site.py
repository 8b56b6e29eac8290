"""A published site to be read: a folder on this machine, or a website that is asked for one page after another."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit

from ita_site.ground import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.data.model import LinkState
    from ita_site.ground.website import Website
    from ita_site.hosts.links.fetcher import Fetcher

_LOCATION = re.compile(r"<loc>\s*([^<]+?)\s*</loc>")
_SITEMAP = "sitemap.xml"
_NOT_FOUND = "404.html"


class OutOfReach(Exception):
    """A site does not answer; the text says at which address, and why, as the data call the state of a link."""

    def __init__(self, address: str, state: LinkState) -> None:
        super().__init__(f"{address}: {state}")


class PublishedSite(Protocol):
    """What a published site has."""

    def read(self, file: str) -> bytes | None:
        """Return a file by its path from the root of the site, None where it is not there."""

    def pages(self) -> Iterator[str]:
        """Yield the paths of the files of its pages, as far as the site tells."""


class PublishedFolder:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, file: str) -> bytes | None:
        """Return a file.

        Raises:
            OSError: the disk does not answer.

        """
        path = self._folder / file
        return path.read_bytes() if path.is_file() else None

    def pages(self) -> Iterator[str]:
        """Yield every HTML file but the page of an address that is not there."""
        for path in sorted(self._folder.rglob("*.html")):
            name = path.relative_to(self._folder).as_posix()
            if name != _NOT_FOUND:
                yield name


class PublishedWebsite:
    """A site on the web, asked within the bounds and by the rules of `links`.

    Args:
        fetcher: what asks for an address.
        start: the address of the home page.
        website: how this site writes its links.
        pause: seconds between two questions.
        wait: what waits for some seconds.

    """

    def __init__(
        self,
        fetcher: Fetcher,
        start: str,
        website: Website,
        pause: float,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._start = start if start.endswith("/") else f"{start}/"
        self._website = website
        self._pause = pause
        self._wait = wait or threading.Event().wait
        self._has_answered = False

    def read(self, file: str) -> bytes | None:
        """Return a file, None where the server says that it is not there.

        Raises:
            OutOfReach: the server gives no answer that tells whether it is.

        """
        folder = file.removesuffix(addresses.file(""))
        is_page = file.endswith(addresses.file(""))
        if self._has_answered:
            self._wait(self._pause)
        answer = self._fetcher.fetch(f"{self._start}{self._website.path(folder) if is_page else file}")
        if answer.state.opens:
            self._has_answered = True
            return answer.body
        if answer.status in {404, 410}:
            return None
        raise OutOfReach(answer.final, answer.state)

    def pages(self) -> Iterator[str]:
        """Yield the pages that the sitemap lists, by the path behind the address that all have in common."""
        sitemap = self.read(_SITEMAP)
        found = _LOCATION.findall(sitemap.decode("utf-8", "replace")) if sitemap else []
        below = self._website.url or self._start
        for each in found:
            path = each.removeprefix(below) if each.startswith(below) else urlsplit(each).path.lstrip("/")
            yield unquote(f"{path}{addresses.file('')}" if not path or path.endswith("/") else path)
