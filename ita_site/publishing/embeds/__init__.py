"""What other websites show of this one: small pages for an `iframe`, without scripts, and the same as pictures.

They stand outside the theme: no search finds them, and nothing but one small style sheet is loaded for them.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Digits
from ita_site.ground import addresses, markup
from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.publishing.branding import PAINTS
from ita_site.publishing.embeds import picture_files
from ita_site.publishing.embeds.drawing import draw
from ita_site.publishing.pages import standalone
from ita_site.publishing.sharing.card_drawing import CannotShape, Painter
from ita_site.saying.view.captions import BarPicture, HistoryPicture, StatusPicture
from ita_site.saying.view.embeds import ScoreCard, embeds
from ita_site.saying.words import embeds as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.model import Colour
    from ita_site.ground.cache.keyed_cache import KeyedCache
    from ita_site.ground.website import Website
    from ita_site.publishing.embeds.drawing import Drawing
    from ita_site.saying.view.embeds import Embed
    from ita_site.saying.view.lookup import Lookup

STYLE = "assets/css/embed.css"
"""The style sheet of the theme that these pages have, and no other page."""
_CHARTS: Mapping[type, str] = {BarPicture: "bars", HistoryPicture: "history", StatusPicture: "status"}
"""Which partial of the pages draws a chart for these pages too."""
EmbedMemory: TypeAlias = "KeyedCache[tuple[tuple[str, bytes], ...]]"
"""The files of each embed that was made before, by its shelf and name."""


def files(lookup: Lookup, website: Website, style: str, memory: EmbedMemory) -> Iterator[tuple[str, bytes]]:
    """Yield the pages and pictures by the path of their files; `style` is where `STYLE` is published.

    There are no pictures where Thai would come out wrong in them; `sharing` tells of that. The memory has those that
    were made before.
    """
    agency = lookup.agency
    try:
        painter = Painter(agency.colour)
    except CannotShape:
        painter = None
    pictures = _Pictures(painter, agency.colour) if painter else None
    office = repr((website, style, agency.name, agency.digits, agency.colour, pictures is None))
    memory.begin(key_of("embeds", program_key(("",), ("jinja2", "MarkupSafe", "pillow")), sys.version, office))

    def made(embed: Embed) -> tuple[tuple[str, bytes], ...]:
        frame = addresses.file(embed.address), _frame(embed, lookup, website, style).encode()
        if pictures is None:
            return (frame,)
        drawing = draw(embed, agency.name, agency.digits)
        drawn = (embed.picture("svg"), pictures.svg(drawing)), (embed.picture("png"), pictures.png(drawing))
        return (frame, *drawn)

    for each in embeds(lookup):
        yield from memory.value(f"{each.shelf}/{each.name}", repr(each), partial(made, each))
    memory.end()


class _Pictures:
    """Draws the pictures of one site, each once: those of the latest year stand on two shelves."""

    def __init__(self, painter: Painter, colour: Colour) -> None:
        self._painter = painter
        self._ink = PAINTS[colour].ink
        self._drawn: dict[str, bytes] = {}

    def svg(self, drawing: Drawing) -> bytes:
        return picture_files.svg(drawing, self._painter, self._ink)

    def png(self, drawing: Drawing) -> bytes:
        key = repr(drawing)
        if key not in self._drawn:
            self._drawn[key] = picture_files.png(drawing, self._painter)
        return self._drawn[key]


def _frame(embed: Embed, lookup: Lookup, website: Website, style: str) -> str:
    """Return the page of what is embedded."""
    here, agency = embed.address, lookup.agency
    html = standalone(
        "embed-frame",
        embed=embed,
        title=sentences.of_owner(embed.title, agency.name),
        owner=agency.name,
        colour=PAINTS[agency.colour].primary.replace(" ", "-"),
        style=website.relative(style, here),
        page=website.relative(embed.page, here),
        source=sentences.SOURCE,
        out_of=sentences.OUT_OF,
        card=embed.shown if isinstance(embed.shown, ScoreCard) else None,
        chart=_CHARTS.get(type(embed.shown), ""),
        segments=embed.shown.segments if isinstance(embed.shown, StatusPicture) else (),
    )
    return markup.with_thai_digits(html) if agency.digits is Digits.THAI else html
