"""Pictures for links, as PNG bytes: 1200 × 630, four shades of one blue, Thai shaped by libraqm.

A picture is a stack of four bands: whose it is, what it is, the figure, what ITA is. A band stands in many
pictures, so it is drawn and compressed once and PNG's one stream is put together from the compressed bands.
Within a band a word, and each digit, is drawn once too. A picture takes about a millisecond so.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from ita_site.markup import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 60
"""Pixels left free at both sides."""
FOOT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
_HEIGHTS = (140, 190, 230, 70)
_WHITE, _BLUE = (255, 255, 255), (40, 53, 147)
_BITS = 2
_SHADES = 1 << _BITS
"""From white to blue: enough for smooth edges of large letters, and a quarter of the bytes of grey values."""
_SHADE_OF = [(value * (_SHADES - 1) + 127) // 255 for value in range(256)]
"""The shade nearest to a value of a mask."""
_FILTER = 8 // _BITS
"""Pixels before each row that are packed to one byte of nought, which is how PNG says that a row is not filtered."""
_PIECE = re.compile(r"[0-9]|[^0-9]+")
_NUMBER = re.compile("[+−]?[0-9.]+")
_CLUSTER = re.compile("[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*")
"""A letter with the vowels and tones that stand above and below it."""
_MOST = 150
"""Letters of a line; the smallest would need twice the width for them."""
_ADLER = 65521


class CannotShape(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Pillow has no libraqm here, so the marks of Thai would stand in wrong places."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows of a picture: compressed, with the Adler-32 sum and the number of the bytes they were."""

    data: bytes
    check: int
    length: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a digit as a mask, where that stands from the pen on the baseline, and how far the pen moves on."""

    mask: Image
    right: int
    down: int
    advance: float


class Painter:
    """Draws the pictures of one site, and remembers what several of them share.

    Raises:
        CannotShape: Thai would come out wrong.

    """

    def __init__(self) -> None:
        # Pillow is a tenth of the time of `ita-site check`, which draws nothing.
        from PIL import Image, ImageDraw, ImageFont, features  # noqa: PLC0415

        if not features.check("raqm"):
            raise CannotShape
        self._image, self._draw, self._font = Image, ImageDraw, ImageFont
        self._fonts: dict[tuple[str, int], FreeTypeFont] = {}
        self._pieces: dict[tuple[str, str, int], _Piece] = {}
        self._bands: dict[tuple[str, ...], _Band] = {}

    def picture(self, owner: str, title: Sequence[str], figure: str, lines: Sequence[str]) -> bytes:
        """Return a picture: whose it is, two lines on what it is, a figure or a word, and lines beside that."""
        return _png(
            [
                self._band("owner", owner),
                self._band("title", *title),
                self._band("figure", figure, *lines),
                self._band("foot", FOOT),
            ]
        )

    def font(self, weight: str, size: int) -> FreeTypeFont:
        """Return the font of a weight at a size in pixels."""
        key = (weight, size)
        if key not in self._fonts:
            path = resources.files("ita_site") / "fonts" / f"NotoSansThaiLooped-{weight}.ttf"
            layout = self._font.Layout.RAQM
            with resources.as_file(path) as file:
                self._fonts[key] = self._font.truetype(file, size, layout_engine=layout)
        return self._fonts[key]

    def fitted(self, text: str, weight: str, size: int, width: float) -> tuple[str, int]:
        """Return the text and the greatest size, at most `size`, at which it fits; cut where it would be too small."""
        least = size * 6 // 10
        for smaller in range(size, least, -4):
            if sum(self._piece(each, weight, smaller).advance for each in _PIECE.findall(text)) <= width:
                return text, smaller
        shown, clusters = text, _CLUSTER.findall(text)
        while clusters and self.font(weight, least).getlength(shown) > width:
            clusters.pop()
            shown = f"{''.join(clusters).rstrip()}…"
        return shown, least

    def _band(self, kind: str, *texts: str) -> _Band:
        # Shaping takes one line, and no more of it is measured than could ever fit.
        key = (kind, *(one_line(text)[:_MOST] for text in texts))
        if key not in self._bands:
            self._bands[key] = getattr(self, f"_{kind}")(*key[1:])
        return self._bands[key]

    def _owner(self, name: str) -> _Band:
        band = self._blank(_HEIGHTS[0])
        self._write(band, name, (MARGIN, 92), "Bold", 60)
        return _packed(band, white_on_blue=True)

    def _title(self, over: str, title: str) -> _Band:
        band = self._blank(_HEIGHTS[1])
        self._write(band, over, (MARGIN, 76), "Regular", 42)
        self._write(band, title, (MARGIN, 158), "Bold", 56)
        return _packed(band)

    def _figure(self, figure: str, *lines: str) -> _Band:
        band = self._blank(_HEIGHTS[2])
        if _NUMBER.fullmatch(figure):
            left = self._write(band, figure, (MARGIN, 170), "Bold", 184) + 50
            tops = (142,) if len(lines) == 1 else (92, 164)
        else:
            self._write(band, figure, (MARGIN, 110 if lines else 140), "Bold", 88)
            left, tops = MARGIN, (190,)
        size = min((self.fitted(line, "Bold", 48, WIDTH - MARGIN - left)[1] for line in lines), default=0)
        for line, top in zip(lines, tops, strict=False):
            self._write(band, line, (left, top), "Bold", size)
        return _packed(band)

    def _foot(self, text: str) -> _Band:
        band = self._blank(_HEIGHTS[3])
        self._write(band, text, (MARGIN, 42), "Regular", 28)
        return _packed(band)

    def _blank(self, height: int) -> Image:
        return self._image.new("L", (_FILTER + WIDTH, height), 0)

    def _write(self, band: Image, text: str, place: tuple[int, int], weight: str, size: int) -> int:
        """Write a text with its baseline at a place, made to fit the width left; return where it ends."""
        x, baseline = place
        shown, size = self.fitted(text, weight, size, WIDTH - MARGIN - x)
        end = float(x)
        for text_piece in _PIECE.findall(shown):
            piece = self._piece(text_piece, weight, size)
            band.paste(255, (_FILTER + round(end) + piece.right, baseline + piece.down), piece.mask)
            end += piece.advance
        return round(end)

    def _piece(self, text: str, weight: str, size: int) -> _Piece:
        key = (text, weight, size)
        if key not in self._pieces:
            font = self.font(weight, size)
            advance = font.getlength(text)
            room = self._image.new("L", (round(advance) + size, 3 * size), 0)
            self._draw.Draw(room).text((size // 2, 2 * size), text, font=font, fill=255, anchor="ls", language="th")
            left, top, right, bottom = room.getbbox() or (0, 0, 1, 1)
            mask = room.crop((left, top, right, bottom))
            self._pieces[key] = _Piece(mask, left - size // 2, top - 2 * size, advance)
        return self._pieces[key]


def name(picture: bytes) -> str:
    """Return the address of a picture: another picture has another, so that no reader is shown an old one."""
    return f"assets/share/{sha256(picture).hexdigest()[:16]}.png"


def _packed(band: Image, *, white_on_blue: bool = False) -> _Band:
    """Return the rows of a band, four pixels a byte, compressed."""
    if white_on_blue:
        band.paste(255, (0, 0, _FILTER, band.height))
    shaded = band.point(_SHADE_OF[::-1] if white_on_blue else _SHADE_OF)
    shaded.putpalette(bytes(3 * _SHADES))  # no colour is read of it: it makes numbers of colours of grey values
    rows = shaded.tobytes("raw", f"P;{_BITS}")
    # Letters on a ground are runs; looking for them alone is the fastest, and smaller than level 1.
    squeeze = zlib.compressobj(1, zlib.DEFLATED, -15, 9, zlib.Z_RLE)
    data = squeeze.compress(rows) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return _Band(data, zlib.adler32(rows), len(rows))


def _png(bands: Sequence[_Band]) -> bytes:
    """Return the PNG file of bands: their compressed rows are one stream, since each was flushed in full."""
    low, high = 1, 0
    for band in bands:
        # Adler-32 of a text after another, from the sums of both.
        high = (high + (band.check >> 16) + band.length * (low - 1)) % _ADLER
        low = (low + (band.check & 0xFFFF) - 1) % _ADLER
    stream = b"".join((b"\x78\x01", *(band.data for band in bands), b"\x03\x00", struct.pack(">HH", high, low)))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, _BITS, 3, 0, 0, 0)  # colours by number
    chunks = ((b"IHDR", header), (b"PLTE", _palette()), (b"IDAT", stream), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib.crc32(kind + data))))


def _palette() -> bytes:
    """Return the colours by number, from white to blue."""
    steps = _SHADES - 1
    return bytes(
        (white * (steps - shade) + blue * shade) // steps
        for shade in range(_SHADES)
        for white, blue in zip(_WHITE, _BLUE, strict=True)
    )
