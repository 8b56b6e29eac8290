"""What the page says that offers what other websites may show: each with the lines to copy and its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.ground import markup
from ita_site.saying.view.captions import BarPicture, HistoryPicture
from ita_site.saying.view.embeds import ALL_YEARS, LATEST, ScoreCard, embeds
from ita_site.saying.words import embeds as sentences

if TYPE_CHECKING:
    from ita_site.ground.website import Website
    from ita_site.saying.view.embeds import Embed, Shown
    from ita_site.saying.view.lookup import Lookup

_PICTURES = ("svg", "png")


@dataclass(frozen=True, slots=True)
class OfferedPicture:
    """A file of a picture: what its kind is called, and its address."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class EmbedOffer:
    """What may be shown, the address of its page, the lines of HTML that show it, and its pictures."""

    title: str
    url: str
    code: str
    pictures: tuple[OfferedPicture, ...]


@dataclass(frozen=True, slots=True)
class EmbedShelf:
    """What may be shown of a fiscal year, or of the latest, or through the years."""

    title: str
    anchor: str
    offers: tuple[EmbedOffer, ...]


@dataclass(frozen=True, slots=True)
class EmbedOffersView:
    """Everything that other websites may show; without the full address of the site the lines to copy lack it."""

    shelves: tuple[EmbedShelf, ...]
    has_address: bool


def embed_offers(lookup: Lookup, website: Website) -> EmbedOffersView | None:
    """Return what the page that offers it says; None where there is nothing to show."""
    shelves = tuple(
        EmbedShelf(_shelf(shelf), shelf, tuple(_offer(each, lookup.agency.name, website) for each in found))
        for shelf, found in groupby(embeds(lookup), key=lambda each: each.shelf)
    )
    return EmbedOffersView(shelves, bool(website.url)) if shelves else None


def _shelf(name: str) -> str:
    return {LATEST: sentences.LATEST, ALL_YEARS: sentences.ALL_YEARS}.get(name, sentences.shelf(name))


def _offer(embed: Embed, owner: str, website: Website) -> EmbedOffer:
    title = sentences.TITLES_OF_LATEST[embed.name] if embed.shelf == LATEST else embed.title
    address, named = website.absolute(embed.address), sentences.of_owner(title, owner)
    attributes = {
        "src": address if website.url else f"{sentences.SITE_ADDRESS}{address}",
        "title": named,
        "width": "100%",
        "height": str(_height(embed.shown)),
        "loading": "lazy",
    }
    said = " ".join(f'{name}="{markup.html(value)}"' for name, value in attributes.items())
    return EmbedOffer(
        title=title,
        url=embed.address,
        code=f"<iframe {said}></iframe>",
        pictures=tuple(OfferedPicture(ending.upper(), embed.picture(ending)) for ending in _PICTURES),
    )


def _height(shown: Shown) -> int:
    """Return a height in pixels in which all is seen at a width of 320: what is taller than that is scrolled."""
    if isinstance(shown, ScoreCard):
        return 360
    above = 200 + 30 * sum(1 + len(clause) // 36 for clause in shown.caption)
    if isinstance(shown, BarPicture):
        return above + sum(30 + 26 * (1 + len(bar.entry.label) // 28) for bar in shown.chart.rows)
    if isinstance(shown, HistoryPicture):
        return above + sum(34 + 26 * -(-len(each.change) // 34) for each in shown.years)
    return above + 36 * len(shown.segments)
