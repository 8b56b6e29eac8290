"""A dataset and its scores into the Markdown pages of the site.

Addresses are ASCII and made of years and ids that never change. Every page is `…/index.md`, so that the
same relative links hold on a web server and, with `index.html` written out, from a USB stick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.pages import compare, overview, status, working, year
from ita_site.pages.page import Page

if TYPE_CHECKING:
    from ita_site.pages.book import Book

__all__ = ["Page", "write"]


def write(book: Book, *, directory_urls: bool = True) -> tuple[Page, ...]:
    """Return every generated page, in a fixed order."""
    drafts = [*overview.drafts(book), *compare.drafts(book)]
    for each in reversed(list(book.years.values())):
        drafts += year.drafts(book, each)
        drafts += [draft for draft in (working.draft(book, each), status.draft(book, each)) if draft is not None]
    return tuple(draft.page(book.agency.digits, directory_urls=directory_urls) for draft in drafts)
