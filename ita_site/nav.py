"""Generated pages and hand-written navigation into one plain list that every builder accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.pages import Page

Nav: TypeAlias = "list[dict[str, Any]]"


def extend(written: Nav | None, pages: Iterable[Page]) -> Nav:
    """Return the navigation: the generated sections, then what `mkdocs.yml` lists.

    Only sections stand in it. A navigation of every page would be drawn into every page, and both the time
    of a build and the bytes of a page would grow with their number.
    """
    sections: dict[str, str | Nav] = {}
    for page in pages:
        if len(page.nav) == 1:
            sections[page.nav[0]] = page.path
        elif page.nav:
            section = sections.setdefault(page.nav[0], [])
            if isinstance(section, list):
                section.append({page.nav[1]: page.path})
    generated: Nav = [{title: target} for title, target in sections.items()]
    return [*generated, *(written or [])]
