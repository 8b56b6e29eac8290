"""The words in a picture's metadata (EXIF, IPTC, XMP, comments), and whether it tells where it was taken."""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from PIL import ExifTags, Image

from ita_site.data.load.attachments import metadata, xml_elements
from ita_site.data.load.attachments.file_content import AttachmentKind
from ita_site.data.load.inner_text.gathering import TraceKind, decoded
from ita_site.data.load.inner_text.xmp_text import add_xmp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load.inner_text.gathering import Gathering

_PARTED = {
    AttachmentKind.JPEG: metadata.of_jpeg,
    AttachmentKind.PNG: metadata.of_png,
    AttachmentKind.WEBP: metadata.of_webp,
}
_XMP = (b"http://ns.adobe.com/xap/1.0/\0", b"XMP ", b"iTXtXML:com.adobe.xmp\0\0\0\0\0")
"""What stands before an XMP packet in the segment of a JPEG, of a WebP, of a PNG."""
_IPTC = b"Photoshop 3.0\0"
_IPTC_TEXT = b"\x1c\x02"
"""A dataset of the second record of IPTC-IIM: what editors write about a picture."""
_OF_THE_CAMERA = frozenset({"Make", "Model", "Software", "LensMake", "LensModel", "Orientation"})
_DATES = "DateTime"
_WIDE = "XP"
"""How the names of tags begin that Windows writes, in UTF-16."""
_LETTERS_OF_A_CODE = 8
"""A user's comment begins with so many bytes that say how it is encoded."""
_MOST_UNPACKED = 1_000_000
_MOST_PICTURES = 2_000
_EXIF_SEGMENT = re.compile(rb"\xff\xe1(..)Exif\0\0", re.DOTALL)
"""How the segment of a JPEG begins that holds its EXIF; the two bytes are its length."""
_TEXT_CHUNKS = (b"tEXt", b"zTXt", b"iTXt")


def read(data: bytes, kind: AttachmentKind, gathering: Gathering, *, within: str = "", published: bool = False) -> None:
    """Read what a picture says; `within` is where in another file it stands, which publishes it as it is.

    Raises:
        Exception: the file is damaged.

    """
    parts = _PARTED[kind](data)
    if parts.exif:
        with contextlib.suppress(Exception):  # browsers pass over an EXIF block that cannot be read
            _exif(parts.exif, gathering, within, published=published)
    for segment in parts.segments:
        packet = next((segment.removeprefix(each) for each in _XMP if segment.startswith(each)), None)
        if packet is not None:
            with contextlib.suppress(expat.ExpatError, xml_elements.Forbidden):
                add_xmp(packet, f"{within}XMP ของรูป", gathering, published=published)
            continue
        for text in _texts(segment, kind):
            gathering.add(f"{within}คำบรรยายในรูป", text, seen=False, published=published)


def read_within(data: bytes, gathering: Gathering, within: str) -> None:
    """Read the EXIF of the JPEGs that stand in a file as they are, as those of a PDF do; it publishes them so."""
    for number, found in enumerate(_EXIF_SEGMENT.finditer(data), start=1):
        if number > _MOST_PICTURES:
            gathering.stop()
            return
        block = data[found.end() : found.start(1) + struct.unpack(">H", found[1])[0]]
        with contextlib.suppress(Exception):  # see `read`
            _exif(block, gathering, within, published=True)


def _exif(block: bytes, gathering: Gathering, within: str, *, published: bool) -> None:
    exif = Image.Exif()
    exif.load(b"Exif\0\0" + block)
    named = {**ExifTags.TAGS}
    for tags in (dict(exif), dict(exif.get_ifd(ExifTags.IFD.Exif))):
        for tag, value in tags.items():
            name = named.get(tag, str(tag))
            if name not in _OF_THE_CAMERA and not name.startswith(_DATES):
                gathering.add(f"{within}EXIF ({name})", _value(name, value), seen=False, published=published)
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        gathering.trace(f"{within}EXIF", TraceKind.POSITION, published=published)
    if ExifTags.Base.JpegIFOffset in exif.get_ifd(ExifTags.IFD.IFD1):
        gathering.trace(f"{within}EXIF", TraceKind.THUMBNAIL, published=published)


def _value(name: str, value: object) -> str:
    """Return the text of a tag; nothing of one that holds numbers."""
    if isinstance(value, str):
        return decoded(value.encode("latin-1")) if _is_latin(value) else value
    raw = bytes(value) if isinstance(value, (bytes, tuple)) and _are_bytes(value) else b""
    if name.startswith(_WIDE):
        return raw.decode("utf-16-le", errors="replace")
    if name == "UserComment":
        code, comment = raw[:_LETTERS_OF_A_CODE], raw[_LETTERS_OF_A_CODE:]
        if code.startswith(b"UNICODE"):
            return max((comment.decode(each, errors="replace") for each in ("utf-16-le", "utf-16-be")), key=_readable)
        return decoded(comment)
    return ""


def _is_latin(value: str) -> bool:
    return not value.isascii() and all(ord(each) < 256 for each in value)


def _are_bytes(value: bytes | tuple[object, ...]) -> bool:
    return all(isinstance(each, int) and 0 <= each < 256 for each in value)


def _readable(text: str) -> int:
    return sum(each.isascii() or "\u0e00" <= each <= "\u0e7f" for each in text)


def _texts(segment: bytes, kind: AttachmentKind) -> Iterator[str]:
    """Yield the texts of a segment that is neither EXIF nor XMP."""
    if kind is AttachmentKind.PNG:
        if segment.startswith(_TEXT_CHUNKS):
            yield _of_chunk(segment[:4], segment[4:])
    elif kind is AttachmentKind.JPEG:
        if segment.startswith(_IPTC):
            yield "\n".join(_of_iptc(segment))
        elif not segment.startswith((b"Exif\0\0", b"JFIF\0", b"JFXX\0", b"MPF\0", b"\xff\xd8", b"http:")):
            text = decoded(segment)
            yield text if text.isprintable() or "\n" in text else ""


def _of_chunk(kind: bytes, body: bytes) -> str:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _unpacked(rest[1:])
    elif kind == b"iTXt":
        packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = _unpacked(text) if packed else text
    return f"{decoded(keyword)}: {decoded(rest)}"


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
    except zlib.error:
        return b""


def _of_iptc(segment: bytes) -> Iterator[str]:
    at = segment.find(_IPTC_TEXT)
    while 0 <= at <= len(segment) - 5 and segment[at : at + 2] == _IPTC_TEXT:
        length: int = struct.unpack_from(">H", segment, at + 3)[0]
        yield decoded(segment[at + 5 : at + 5 + length])
        at += 5 + length
