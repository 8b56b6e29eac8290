"""A page of the site, and the spec it is rendered from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ita_site.data.model import Digits
from ita_site.ground import thai
from ita_site.publishing.pages import rendering
from ita_site.saying.view.lookup import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.publishing.pages.rendering import Rendered


_PARTS = {"measures": "มาตรการ", "reports": "รายงาน", "indicators": "ตัวชี้วัด", "compare": "เทียบปีต่อปี"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page as Markdown: its path below the site's source folder, and the data files it was made from.

    `nav` is the section of the navigation it stands in and its words there; empty for the many pages that
    are reached by links and search only.
    """

    path: str
    title: str
    head: str
    body: Rendered
    sources: tuple[str, ...]
    nav: tuple[str, ...] = ()
    description: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the theme tells other programs, for the front matter too; like it, printed as it is."""

    @property
    def address(self) -> str:
        """The page's address from the root of the site: `2568/measures/`, empty for the home page."""
        return self.path.removesuffix("index.md")

    @property
    def outline(self) -> str:
        """The page's Markdown without its blocks and facts; `body.fill` puts those into what is made from it."""
        return self.head + self.body.markdown

    @property
    def content(self) -> str:
        """The whole page as Markdown, with its blocks as raw HTML and its facts in the front matter."""
        return rendering.with_facts(self.head, self.facts) + self.body.fill(self.body.markdown)

    @property
    def in_nav(self) -> bool:
        """Tell whether the page stands in the navigation."""
        return bool(self.nav)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What a page will say: its address (`2568/measures/`), template and values."""

    address: str
    template: str
    title: str
    description: str
    sources: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    year: int | None = None
    nav: tuple[str, ...] = ()

    def page(self, digits: Digits, *, directory_urls: bool) -> Page:
        """Render the spec; without directory URLs links name `index.html`, for `file://`."""
        up = "../" * self.address.count("/") or "./"
        index = "" if directory_urls else "index.html"

        def url(address: str) -> str:
            path = re.split("[?#]", address, maxsplit=1)[0]
            # What does not end as a folder is a file, such as `data/2568/result.yml`.
            last = index if not path or path.endswith("/") else ""
            return f"{up}{path}{last}{address[len(path) :]}"

        write = thai.digits if digits is Digits.THAI else str
        title, description = write(self.title), write(self.description)
        year = None if self.year is None else write(str(self.year))
        head = rendering.front_matter(title, description, self.sources, year, wide=len(self.nav) < 2)
        body = rendering.render(
            self.template, url, title=self.title, year=self.year, crumbs=above(self.address), **self.values
        )
        if digits is Digits.THAI:
            body = body.with_thai_digits()
        return Page(f"{self.address}index.md", title, head, body, self.sources, self.nav, description)


def above(address: str) -> list[Link]:
    """Return the pages above an address, from the home page down."""
    parts = address.strip("/").split("/")[:-1]
    links = [Link("หน้าแรก", "")]
    for depth, part in enumerate(parts, start=1):
        if part.isdecimal():
            links.append(Link(f"ปี {part}", f"{part}/"))
        elif part in _PARTS and (part != "indicators" or depth == 1):  # a year has no page of its indicators
            links.append(Link(_PARTS[part], "/".join(parts[:depth]) + "/"))
    return links
