"""Where a site stands, and how its links are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from ita_site.ground import addresses

_INDEX_NAMES = frozenset({"index", "README"})
_BEHIND_THE_PATH = re.compile("[?#]")


@dataclass(frozen=True, slots=True)
class Website:
    """Where the site stands: the address of its home page with a slash at its end, or nothing where that is not known.

    Without `directory_urls` links name `index.html`.
    """

    url: str = ""
    directory_urls: bool = True

    def absolute(self, address: str) -> str:
        """Return the full address of a page or a file of the site."""
        return f"{self.url}{self.path(address)}"

    def path(self, address: str) -> str:
        """Return an address as links write it."""
        if self.directory_urls:
            return address
        path, rest = _parted(address)
        # What does not end as a folder is a file, such as `data/2568/result.yml`.
        return f"{path}index.html{rest}" if not path or path.endswith("/") else address

    def relative(self, address: str, page: str) -> str:
        """Return the shortest link to an address from the page at another."""
        path, up = self.path(address), ""
        folder = page[: page.rfind("/") + 1]
        while not path.startswith(folder):
            folder = folder[: folder.rfind("/", 0, -1) + 1]
            up += "../"
        return f"{up or './'}{path[len(folder) :]}"

    def of_markdown(self, path: str) -> str:
        """Return the address of a page written by hand, as links write it, for the path of its Markdown.

        This is the rule of MkDocs: `news.md` is `news/` or, without directory URLs, `news.html`; `index.md` and
        `README.md` are their folder; what is not ASCII is percent-encoded.
        """
        folder, _, name = path.removesuffix(".md").rpartition("/")
        inside = f"{folder}/" if folder else ""
        if name in _INDEX_NAMES:
            return quote(self.path(inside))
        return quote(f"{inside}{name}/" if self.directory_urls else f"{inside}{name}.html")

    def file_of_markdown(self, path: str) -> str:
        """Return the path of the HTML of a page written by hand, for the path of its Markdown."""
        address = unquote(self.of_markdown(path))
        return addresses.file(address) if not address or address.endswith("/") else address


def _parted(address: str) -> tuple[str, str]:
    path = _BEHIND_THE_PATH.split(address, maxsplit=1)[0]
    return path, address[len(path) :]
