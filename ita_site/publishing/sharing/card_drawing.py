"""Pictures for links, as PNG bytes: 1200 × 630, three shades of one colour, Thai shaped by libraqm.

A picture is four bands: whose it is, what it is, the figure, what ITA is.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from ita_site.data.model import Colour
from ita_site.ground.markup import one_line
from ita_site.publishing.branding import PAINTS
from ita_site.saying.words.card import ABOUT_ITA

if TYPE_CHECKING:
    from PIL._imaging import ImagingCore
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

    from ita_site.saying.view.card import Card

WIDTH, HEIGHT = 1200, 630
MARGIN = 60
"""Pixels left free at both sides."""
_BAND = 140
"""The height of the band at the top."""
WHITE, INK = 0, 2
"""The first and the last of the shades; one between them makes edges smooth where nobody sees single dots."""
_NUMBER = re.compile(r"[+−]?[\d.]+")
_CLUSTER = re.compile("[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*")
"""A letter with the vowels and tones that stand above and below it."""
_MAX_LETTERS = 150
"""Letters of a line; the smallest would need twice the width for them."""
_LINES = 250
"""Lines of text that are remembered once they are drawn, of some 20 kB each: half of a site's stand on two pictures."""


class CannotShape(Exception):
    """Pillow has no libraqm here, so the marks of Thai would stand in wrong places."""


class Painter:
    """Draws the pictures of one site, in its colour.

    Raises:
        CannotShape: Thai would come out wrong.

    """

    def __init__(self, colour: Colour = Colour.INDIGO) -> None:
        # Pillow is a tenth of the time of `ita-site check`, which draws nothing.
        from PIL import Image, ImageDraw, ImageFont, features  # noqa: PLC0415

        if not features.check("raqm"):
            raise CannotShape
        self._palette = _palette(bytes.fromhex(PAINTS[colour].ink))
        self._image, self._draw, self._font = Image, ImageDraw, ImageFont
        self.font = cache(self._open)
        """Returns the font of a weight at a size in pixels."""
        self.fitted = cache(self._fit)
        """Returns a text and the size at which it fits, of a weight, a size at most and a width."""
        self._base = cache(self._draw_base)
        self._line = lru_cache(_LINES)(self._draw_line)

    def picture(self, owner: str, card: Card) -> bytes:
        """Return the picture of a card, with the name of whose it is."""
        image = self._base(owner).copy()
        self._write(image, card.heading, (MARGIN, 216), "Regular", 42)
        self._write(image, card.title, (MARGIN, 298), "Bold", 56)
        self._write_figure(image, card)
        return self.encoded(image)

    def blank(self, width: int, height: int) -> tuple[Image, ImageDraw]:
        """Return a white picture of a size in pixels, and what draws on it in shades, from `WHITE` to `INK`."""
        image = self._image.new("L", (width, height), WHITE)
        return image, self._draw.Draw(image)

    def write(  # noqa: PLR0913 - what, where and how
        self,
        image: Image,
        text: str,
        point: tuple[int, int],
        weight: str,
        size: int,
        *,
        shade: int = INK,
        end: bool = False,
    ) -> None:
        """Write a line of text with its baseline from a point, or to where it is to end."""
        line, (left, top) = self._line(text, weight, size, "rs" if end else "ls")
        left, top = point[0] + left, point[1] + top
        image.im.paste(shade, (left, top, left + line.size[0], top + line.size[1]), line)

    def encoded(self, image: Image) -> bytes:
        """Return a picture as PNG in shades of the colour; nothing is drawn on it any more."""
        image.putpalette(self._palette)
        file = BytesIO()
        # The shades are flat: who looks for runs alone finds a sixth more than the fastest search for repeats, as fast.
        image.save(file, "PNG", bits=2, compress_type=zlib.Z_RLE)
        return file.getvalue()

    def _draw_base(self, owner: str) -> Image:
        """Return what is the same in all pictures of an owner: the band at the top and the line at the foot."""
        image, draw = self.blank(WIDTH, HEIGHT)
        draw.rectangle((0, 0, WIDTH, _BAND - 1), fill=INK)
        self._write(image, owner, (MARGIN, 92), "Bold", 60, shade=WHITE)
        self._write(image, ABOUT_ITA, (MARGIN, 602), "Regular", 28)
        return image

    def _draw_line(self, text: str, weight: str, size: int, anchor: str) -> tuple[ImagingCore, tuple[int, int]]:
        """Return a line of text as a mask, and where the corner of that is from the point it stands at."""
        return self.font(weight, size).getmask2(text, "L", language="th", anchor=anchor)

    def _fit(self, text: str, weight: str, size: int, width: float) -> tuple[str, int]:
        """Return the text and the greatest size, at most `size`, at which it fits; cut where it would be too small."""
        # Shaping takes one line, and no more of it is measured than could ever fit.
        shown, least = one_line(text)[:_MAX_LETTERS], size * 6 // 10
        for smaller in range(size, least, -4):
            if self.font(weight, smaller).getlength(shown) <= width:
                return shown, smaller
        clusters = _CLUSTER.findall(shown)
        while clusters and self.font(weight, least).getlength(shown) > width:
            clusters.pop()
            shown = f"{''.join(clusters).rstrip()}…"
        return shown, least

    def _open(self, weight: str, size: int) -> FreeTypeFont:
        """Return the font of a weight at a size in pixels."""
        path = resources.files("ita_site.publishing") / "fonts" / f"NotoSansThaiLooped-{weight}.ttf"
        with resources.as_file(path) as file:
            return self._font.truetype(file, size, layout_engine=self._font.Layout.RAQM)

    def _write_figure(self, image: Image, card: Card) -> None:
        figure, lines = card.figure, card.lines
        if _NUMBER.fullmatch(figure):
            shown, size = self._write(image, figure, (MARGIN, 500), "Bold", 184)
            left = round(MARGIN + self.font("Bold", size).getlength(shown)) + 50
            tops = (472,) if len(lines) == 1 else (422, 494)
        else:
            self._write(image, figure, (MARGIN, 440 if lines else 470), "Bold", 88)
            left, tops = MARGIN, (520,)
        size = min((self.fitted(line, "Bold", 48, WIDTH - MARGIN - left)[1] for line in lines), default=0)
        for line, top in zip(lines, tops, strict=False):
            self._write(image, line, (left, top), "Bold", size)

    def _write(  # noqa: PLR0913, PLR0917 - what, where and how
        self, image: Image, text: str, start: tuple[int, int], weight: str, size: int, shade: int = INK
    ) -> tuple[str, int]:
        """Write a text made to fit the width left from a point on; return what was written, and in which size."""
        shown, size = self.fitted(text, weight, size, WIDTH - MARGIN - start[0])
        self.write(image, shown, start, weight, size, shade=shade)
        return shown, size


def name(picture: bytes) -> str:
    """Return the address of a picture: another picture has another, so that no reader is shown an old one."""
    return f"assets/share/{sha256(picture).hexdigest()[:16]}.png"


def _palette(ink: bytes) -> list[int]:
    """Return the colours by number, from white to the ink: red, green and blue of each."""
    return [(255 * (INK - shade) + part * shade) // INK for shade in range(WHITE, INK + 1) for part in ink]
