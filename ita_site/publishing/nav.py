"""Generated pages and hand-written navigation into one plain list that every builder accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ita_site.ground.addresses import OUTSIDE_NAVIGATION, Kind
from ita_site.saying import words
from ita_site.saying.words import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.pages import Page

Nav: TypeAlias = "list[dict[str, Any]]"

OUTSIDE = "".join(f"{pattern}\n" for pattern in OUTSIDE_NAVIGATION)
"""Patterns of generated pages that are reached by links and search only, for `not_in_nav` of `mkdocs.yml`."""
_SECTIONS = (
    *(Kind.HOME, Kind.MUNICIPALITIES, Kind.YEAR, Kind.MEASURES, Kind.REPORTS, Kind.INDICATORS, Kind.TRIED),
    *(Kind.FRAMEWORKS, Kind.DATA, Kind.CONTACT),
)
"""The sections of generated pages, in the order in which the navigation lists them."""


def of_content(pages: Iterable[ContentPage]) -> Nav:
    """Return the navigation of the pages written by hand, where `mkdocs.yml` has none."""
    ordered = sorted(pages, key=lambda page: (page.order, page.path))
    return [{theme.ABOUT: [{page.menu or page.path.removesuffix(".md"): page.path} for page in ordered]}]


def extend(written: Nav | None, pages: Iterable[Page]) -> Nav:
    """Return the navigation: the generated sections, then what `mkdocs.yml` lists.

    Only sections stand in it. A navigation of every page would be drawn into every page, and both the time
    of a build and the bytes of a page would grow with their number.
    """
    sections: dict[str, str | Nav | None] = dict.fromkeys(map(words.section, _SECTIONS))
    for page in pages:
        if len(page.nav) == 1:
            sections[page.nav[0]] = page.path
        elif page.nav:
            section = sections[page.nav[0]]
            sections[page.nav[0]] = [*(section if isinstance(section, list) else []), {page.nav[1]: page.path}]
    generated: Nav = [{title: target} for title, target in sections.items() if target]
    return [*generated, *(written or [])]
