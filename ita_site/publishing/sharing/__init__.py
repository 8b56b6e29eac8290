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

__all__ = ["ROBOTS", "Shared", "Sharing"]

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
    """The facts of pages written by hand by path, and the files made for programs."""

    content_front_matter: Mapping[str, Mapping[str, str]]
    generated: Mapping[str, bytes]
    problems: tuple[Problem, ...]


class Sharing:
    """Gives pages what programs read of them, and makes the files beside them."""

    def __init__(self, lookup: Lookup, *, website: Website, history: GitDates, opened: OpenData) -> None:
        """Take what is shared, and all that is told of it."""
        self._digits = lookup.agency.digits
        self._website = website
        self._last_changed = LastChanged(lookup.dataset, history)
        self._schema_org, self._album = SchemaOrg(lookup, website, opened), _Album(lookup, wanted=bool(website.url))
        self._atom = feed.write(lookup, self._last_changed, website)
        self._common = {"feed": feed.ADDRESS} if self._atom else {}

    @property
    def beside(self) -> str:
        """What the facts of a page depend on beside the page and the files it is made from."""
        return repr((self._common, self._album.is_drawn))

    def page(self, page: Page) -> Page:
        """Return a page with its facts."""
        day, card = self._last_changed.of(page.sources), self._album.card(page.subject)
        facts = self._facts(card, day, stated=self._last_changed.is_stated(page.sources))
        if page.for_editors:
            facts["noindex"] = "true"
        facts["schema"] = self._schema_org.page(page, day.isoformat() if day else "")
        return replace(page, facts=facts, card=card)

    def share(self, pages: Iterable[Page], content_pages: Iterable[ContentPage]) -> Shared:
        """Return the facts of pages written by hand, and all files; of pages made from data the pictures."""
        for page in pages:
            self._album.picture(page.card)
        content_front_matter: dict[str, dict[str, str]] = {}
        for each in content_pages:
            day = self._last_changed.of([each.name])
            content_front_matter[each.path] = {
                **dict.fromkeys(sorted(_OURS & each.keys), ""),
                **({"description": said} if (said := each.description.translate(_QUOTED)) != each.description else {}),
                **({"packaged": "true"} if each.packaged else {"content_file": each.name}),
            }
            if each.title:
                address, since = self._website.of_markdown(each.path), day.isoformat() if day else ""
                schema = self._schema_org.content_page(address, each.title, each.description, since)
                content_front_matter[each.path] |= {**self._facts(self._album.card(None), day), "schema": schema}
        generated = dict(self._album.files)
        if self._atom:
            generated[feed.ADDRESS] = self._atom
        if self._website.url:
            generated[ROBOTS] = f"User-agent: *\nAllow: /\nSitemap: {self._website.url}sitemap.xml\n".encode()
        return Shared(content_front_matter, generated, self._album.problems)

    def _facts(self, card: Card | None, day: date | None, *, stated: bool = False) -> dict[str, str]:
        dated = _dated(day, self._digits, stated=stated) if day else {}
        return {**self._common, **self._album.facts(card), **dated}


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

    @property
    def is_drawn(self) -> bool:
        """Tell whether there are pictures."""
        return self._painter is not None

    def card(self, subject: Subject | None) -> Card | None:
        """Return what the picture of a page shows; a page written by hand has no subject."""
        if self._painter is None:
            return None
        shown = card(self._lookup, subject)
        return shown.with_thai_digits() if self._lookup.agency.digits is Digits.THAI else shown

    def facts(self, shown: Card | None) -> dict[str, str]:
        """Return where the picture of a card is, and its words."""
        if shown is None:
            return {}
        words = markup.html(f"{self._lookup.agency.name} {shown.text}")
        return {"image": self.picture(shown), "image_alt": words}

    def picture(self, shown: Card | None) -> str:
        """Return where the picture of a card is, which is among the files from now on."""
        if shown is None or self._painter is None:
            return ""
        if shown not in self._names:
            png = self._picture(self._painter, shown)
            self._names[shown] = card_drawing.name(png)
            self.files[self._names[shown]] = png
        return self._names[shown]

    def _picture(self, painter: card_drawing.Painter, shown: Card) -> bytes:
        agency = self._lookup.agency
        key = key_of(repr(shown), agency.name, agency.colour, program_key(_DRAWN_BY, ("pillow",)))
        return self._drawn.file(key, lambda: painter.picture(agency.name, shown))
