"""Addresses in full, for programs that meet a page elsewhere than on the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    """Where the site stands: `url` with a slash at its end, or empty where that is not known."""

    url: str
    directory_urls: bool = True

    def absolute(self, address: str) -> str:
        """Return the full address of a page (`2568/`) or a file (`data/agency.yml`) of the site."""
        is_page = not address or address.endswith("/")
        return f"{self.url}{address}{'index.html' if is_page and not self.directory_urls else ''}"
