"""What other programs read of a site: pictures and words for shared links, schema.org, a feed.

Pages get facts for their front matter, which the theme prints; the rest are files. What needs full addresses is
left out where it is not known where the site will stand: no address is better than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.data.model import Digits
from ita_site.ground import markup, thai
from ita_site.ground.cache.file_cache import FileCache, key_of, user_folder
from ita_site.ground.cache.program_key import program_key
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.publishing.sharing import card_drawing, feed
from ita_site.publishing.sharing.last_changed import LastChanged
from ita_site.publishing.sharing.schema_org import SchemaOrg
from ita_site.saying.view.card import Card, card
from ita_site.saying.words import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ita_site.ground.addresses import Subject
    from ita_site.ground.git.git_dates import GitDates
    from ita_site.ground.website import Website
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.open_data import OpenData
    from ita_site.publishing.pages import Page
    from ita_site.saying.view.lookup import Lookup

__all__ = ["ROBOTS", "Shared", "share"]

ROBOTS = "robots.txt"
_OURS = frozenset(
    {"updated", "updated_day", "fiscal_year", "feed", "image", "image_alt", "schema", "source", "noindex"}
)
"""What the theme reads of front matter and no page written by hand can know."""
_QUOTED = str.maketrans({'"': "&quot;", "<": "&lt;", ">": "&gt;"})
"""What ends an attribute, in which the theme puts a description as it is."""


_DRAWN_BY = ("publishing/sharing/card_drawing.py", "publishing/branding.py", "publishing/fonts", "saying/words/card.py")
"""What a picture depends on beside its words."""


@dataclass(frozen=True)
class Shared:
    """The pages with their facts, the facts of pages written by hand by path, and the files made for programs."""

    pages: tuple[Page, ...]
    content_front_matter: Mapping[str, Mapping[str, str]]
    generated: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def share(  # noqa: PLR0913 - what is shared, and all that is told of it
    lookup: Lookup,
    pages: Iterable[Page],
    content_pages: Iterable[ContentPage],
    *,
    website: Website,
    history: GitDates,
    opened: OpenData,
) -> Shared:
    """Return the pages with what programs read of them, and the files beside them."""
    last_changed = LastChanged(lookup.dataset, history)
    schema_org, album = SchemaOrg(lookup, website, opened), _Album(lookup, wanted=bool(website.url))
    atom = feed.write(lookup, last_changed, website)
    common = {"feed": feed.ADDRESS} if atom else {}

    def facts(subject: Subject | None, day: date | None, *, stated: bool = False) -> dict[str, str]:
        dated = _dated(day, lookup.agency.digits, stated=stated) if day else {}
        return {**common, **album.facts(subject), **dated}

    shared = []
    for page in pages:
        day = last_changed.of(page.sources)
        schema = schema_org.page(page, day.isoformat() if day else "")
        shared.append(
            replace(
                page,
                facts={
                    **facts(page.subject, day, stated=last_changed.is_stated(page.sources)),
                    **({"noindex": "true"} if page.for_editors else {}),
                    "schema": schema,
                },
            )
        )
    content_front_matter: dict[str, dict[str, str]] = {}
    for each in content_pages:
        day = last_changed.of([each.name])
        content_front_matter[each.path] = {
            **dict.fromkeys(sorted(_OURS & each.keys), ""),
            **({"description": quoted} if (quoted := each.description.translate(_QUOTED)) != each.description else {}),
            **({"packaged": "true"} if each.packaged else {"content_file": each.name}),
        }
        if each.title:
            schema = schema_org.content_page(
                website.of_markdown(each.path), each.title, each.description, day.isoformat() if day else ""
            )
            content_front_matter[each.path] |= {**facts(None, day), "schema": schema}

    generated = dict(album.files)
    if atom:
        generated[feed.ADDRESS] = atom
    if website.url:
        generated[ROBOTS] = f"User-agent: *\nAllow: /\nSitemap: {website.url}sitemap.xml\n".encode()
    return Shared(tuple(shared), content_front_matter, generated, album.problems)


def _dated(day: date, digits: Digits, *, stated: bool) -> dict[str, str]:
    """Return the day a page was last changed, or its document was written: as programs read it, and as readers do."""
    shown = theme.day(thai.write_date(day), stated=stated)
    return {"updated": day.isoformat(), "updated_day": thai.digits(shown) if digits is Digits.THAI else shown}


class _Album:
    """The pictures of a site, each png once; none where their full addresses are not known."""

    def __init__(self, lookup: Lookup, *, wanted: bool) -> None:
        self._lookup = lookup
        self._names: dict[Card, str] = {}
        self.files: dict[str, bytes] = {}
        self.problems: tuple[Problem, ...] = ()
        self._drawn = FileCache(user_folder())
        self._painter: card_drawing.Painter | None = None
        try:
            self._painter = card_drawing.Painter(lookup.agency.colour) if wanted else None
        except card_drawing.CannotShape:
            self.problems = (
                Problem(
                    Position(lookup.dataset.folder),
                    "no-raqm",
                    "ไม่มีภาพสำหรับลิงก์ที่แชร์ เพราะโปรแกรม Pillow ในเครื่องนี้ไม่มี libraqm วรรณยุกต์ไทยจะวางผิดที่"
                    " ให้ติดตั้งด้วย python3 -m pip install --force-reinstall pillow",
                    Severity.WARNING,
                ),
            )

    def facts(self, subject: Subject | None) -> dict[str, str]:
        """Return where the picture of a page is, and its words; a page written by hand has no subject."""
        if self._painter is None:
            return {}
        shown = card(self._lookup, subject)
        if self._lookup.agency.digits is Digits.THAI:
            shown = shown.with_thai_digits()
        if shown not in self._names:
            png = self._picture(self._painter, shown)
            self._names[shown] = card_drawing.name(png)
            self.files[self._names[shown]] = png
        return {"image": self._names[shown], "image_alt": markup.html(f"{self._lookup.agency.name} {shown.text}")}

    def _picture(self, painter: card_drawing.Painter, shown: Card) -> bytes:
        agency = self._lookup.agency
        key = key_of(repr(shown), agency.name, agency.colour, program_key(_DRAWN_BY, ("pillow",)))
        return self._drawn.file(key, lambda: painter.picture(agency.name, shown))
