"""Pictures without what cameras and programs write beside the points: place, time, device, thumbnails, comments.

The compressed points themselves are not touched, so nothing is lost and the same file always gives the same bytes.
What stays is what is needed to show the picture: its colours (ICC), its transparency, its tables.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

_MARKER_IN_SCAN = re.compile(rb"\xff+(?=[^\x00\xff\xd0-\xd7])")
"""In compressed points 0xFF is followed by 0 or by a restart marker; anything else ends them (ITU T.81, B.1.1)."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs".split())
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_WEBP_FLAGS = 0b0011_0000
"""The bits of a VP8X header that say that colours and transparency follow."""


class NotWhole(Exception):
    """The file ends too early, or is not built as its kind is."""


class Animated(Exception):
    """The picture moves."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A picture parted: what is published, the EXIF block, and all else beside the points or behind them, by segments.

    A segment is what a JPEG has after its marker and length, and what a PNG or WebP has with the name of its kind.
    """

    picture: bytes
    exif: bytes
    segments: tuple[bytes, ...]

    @property
    def beside(self) -> bytes:
        """All that is not published, in one."""
        return b"".join(self.segments)


def of_jpeg(data: bytes) -> Parts:
    """Part a JPEG.

    Raises:
        NotWhole: it has no end, or what stands in it is no JPEG.

    """
    kept, beside, exif = [b"\xff\xd8"], list[bytes](), b""
    at = 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise NotWhole
        marker = data[at + 1 : at + 2]
        if marker == b"\xd9":
            return Parts(b"".join([*kept, b"\xff\xd9"]), exif, (*beside, data[at + 2 :]))
        end = at + 2 + _number(">H", data, at + 2)
        body = data[at + 4 : end]
        if marker == b"\xda":
            found = _MARKER_IN_SCAN.search(data, end)
            if found is None:
                raise NotWhole
            end = found.end() - 1
        if (shown := _shown(marker, body)) is None:
            kept.append(data[at:end])
        else:
            kept.append(shown)
            beside.append(body)
            if marker == b"\xe1" and body.startswith(b"Exif\0\0"):
                exif = exif or body[6:]
        at = end


def _shown(marker: bytes, body: bytes) -> bytes | None:
    """Return what is published in place of a segment that may tell of the camera; None for any other segment."""
    if marker == b"\xe0" and body.startswith(b"JFIF\0"):
        return b"\xff\xe0\x00\x10" + body[:12].ljust(12, b"\0") + b"\0\0"  # without its thumbnail
    colours = marker == b"\xee" or (marker == b"\xe2" and body.startswith(b"ICC_PROFILE\0"))
    return b"" if marker == b"\xfe" or (b"\xe0" <= marker <= b"\xef" and not colours) else None


def of_png(data: bytes) -> Parts:
    """Part a PNG.

    Raises:
        NotWhole: it has no end.
        Animated: it has more than one picture.

    """
    kept, beside, exif = [_PNG], list[bytes](), b""
    at = len(_PNG)
    kind = b""
    while kind != b"IEND":
        end = at + 12 + _number(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if end > len(data):
            raise NotWhole
        if kind == b"acTL":
            raise Animated
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        else:
            exif = body if kind == b"eXIf" else exif
            beside.append(kind + body)
        at = end
    return Parts(b"".join(kept), exif, (*beside, data[at:]))


def of_webp(data: bytes) -> Parts:
    """Part a WebP.

    Raises:
        NotWhole: it is shorter than it says.
        Animated: it has more than one picture.

    """
    size = 8 + _number("<I", data, 4)
    if size > len(data):
        raise NotWhole
    kept: list[bytes] = []
    beside, exif = list[bytes](), b""
    at = 12
    while at < size:
        length = _number("<I", data, at + 4)
        end = at + 8 + length + length % 2
        if end > size:
            raise NotWhole
        kind, body = data[at : at + 4], data[at + 8 : at + 8 + length]
        if kind == b"ANIM":
            raise Animated
        if kind == b"VP8X":
            kept.append(kind + struct.pack("<I", length) + bytes([body[0] & _WEBP_FLAGS]) + data[at + 9 : end])
        elif kind in _WEBP_KEPT:
            kept.append(data[at:end])
        else:
            exif = body.removeprefix(b"Exif\0\0") if kind == b"EXIF" else exif
            beside.append(kind + body)
        at = end
    chunks = b"".join(kept)
    return Parts(b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks, exif, (*beside, data[size:]))


def _number(form: str, data: bytes, at: int) -> int:
    try:
        number: int = struct.unpack_from(form, data, at)[0]
    except struct.error:
        raise NotWhole from None
    return number
