"""Pictures of a Word file: the emblem at its place on the sheet, the square that leads to the page on the web."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml
from docx.shared import Mm
from PIL import Image, ImageOps, UnidentifiedImageError

from ita_site.publishing.documents import form
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.word.elements import element, in_xml
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from docx.oxml.shape import CT_Inline
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MOST = 600
"""Pixels of an emblem's height: 1.5 cm in print at 1,000 dots an inch, so that a large picture makes no large file."""

_WIDEST = 3
"""How many times as wide as it may be high an emblem is at most."""


def emblem(part: StoryPart, picture: bytes | None) -> BaseOxmlElement | None:
    """Return the run that draws the emblem at the left margin, 1.5 cm below the sheet's edge; None without one."""
    inline = _within(part, picture, form.EMBLEM_MEMORANDUM)
    if inline is None:
        return None
    anchor = parse_xml(
        f'<wp:anchor xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{Mm(form.EMBLEM_FROM_EDGE)}</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    for child in list(inline):
        anchor.append(child)
        if child.tag.endswith("}extent"):
            anchor.append(parse_xml(f'<wp:wrapNone xmlns:wp="{_DRAWING}"/>'))
    return element("r", element("drawing", anchor))


def cover_emblem(part: StoryPart, picture: bytes | None) -> BaseOxmlElement | None:
    """Return the run that draws the emblem within its line, 3 cm high as on letters; None without one."""
    inline = _within(part, picture, form.EMBLEM_LETTER)
    return None if inline is None else element("r", element("drawing", inline))


def square(part: StoryPart, url: str | None) -> BaseOxmlElement | None:
    """Return the run that draws the QR code of an address; None without one."""
    if url is None:
        return None
    try:
        import segno  # noqa: PLC0415 - an extra, read by papers with a mark only
    except ImportError as error:
        raise MissingExtra(extra="documents", library="segno") from error
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", scale=8, border=4)
    inline = part.new_pic_inline(out, height=Mm(form.QR_SIZE))
    return element("r", element("drawing", _told(inline, words.square(url))))


def number_drawings(body: BaseOxmlElement) -> None:
    """Give each picture a number of its own, which those made before they are put in do not have."""
    for number, each in enumerate(body.iter(f"{{{_DRAWING}}}docPr"), 1):
        each.set("id", str(number))


def _within(part: StoryPart, picture: bytes | None, height: int) -> CT_Inline | None:
    """Return an emblem of a height in mm; a wide one is lower, so that it does not run into the title."""
    png = _as_png(picture) if picture else None
    if png is None:
        return None
    inline = part.new_pic_inline(io.BytesIO(png), height=Mm(height))
    if inline.extent.cx > _WIDEST * inline.extent.cy:
        inline = part.new_pic_inline(io.BytesIO(png), width=Mm(_WIDEST * height))
    return _told(inline, words.EMBLEM)


def _told(inline: CT_Inline, said: str) -> CT_Inline:
    """Return a picture with what is told of it to who cannot see it."""
    for each in inline.iter(f"{{{_DRAWING}}}docPr"):
        each.set("descr", in_xml(said))
    return inline


def _as_png(picture: bytes) -> bytes | None:
    """Return a picture as PNG, no larger than print shows; None where it cannot be read."""
    try:
        with Image.open(io.BytesIO(picture)) as opened:
            image = ImageOps.exif_transpose(opened)
            image.thumbnail((4 * _MOST, _MOST))
            out = io.BytesIO()
            image.convert("RGBA").save(out, "PNG")
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return None
    return out.getvalue()
