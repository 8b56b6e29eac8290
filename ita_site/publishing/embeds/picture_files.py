"""A drawing as the bytes of a picture: SVG with the texts as texts, and PNG for where no SVG may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.embeds.drawing import WIDTH
from ita_site.publishing.pages import standalone

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

    from ita_site.publishing.embeds.drawing import Drawing, InkText
    from ita_site.publishing.sharing.card_drawing import Painter

_TWICE = 2
"""Pixels of a PNG for one of the drawing: sharp on a telephone."""
_LINE = 90
"""The shade of an outline, from white, 0, to the ink, 255."""


def svg(drawing: Drawing, painter: Painter, ink: str) -> bytes:
    """Return a drawing as SVG in a colour; texts are given the width that they have in our font, at most."""
    fitted = [(each, *_fitted(each, painter, 1)) for each in drawing.texts]
    lines = [{"place": each, "text": text, "size": size} for each, text, size in fitted]
    return standalone("embed-picture", drawing=drawing, lines=lines, ink=f"#{ink}", width=WIDTH).encode()


def png(drawing: Drawing, painter: Painter) -> bytes:
    """Return a drawing as PNG, twice as wide as it is."""
    image, draw = painter.blank(WIDTH * _TWICE, drawing.height * _TWICE)
    for box in drawing.boxes:
        left, top = box.x * _TWICE, box.y * _TWICE
        corners = (left, top, left + max(box.width * _TWICE - 1, 1), top + box.height * _TWICE - 1)
        draw.rectangle(corners, fill=255 if box.filled else 0, outline=255, width=_TWICE)
    for each in drawing.texts:
        _write(draw, each, painter)
    return painter.encoded(image)


def _write(draw: ImageDraw, line: InkText, painter: Painter) -> None:
    text, size = _fitted(line, painter, _TWICE)
    font = painter.font("Bold" if line.bold else "Regular", size)
    shade = 0 if line.white else 255
    point = (line.x * _TWICE, line.y * _TWICE)
    draw.text(point, text, font=font, fill=shade, anchor="rs" if line.end else "ls", language="th")


def _fitted(line: InkText, painter: Painter, times: int) -> tuple[str, int]:
    return painter.fitted(line.text, "Bold" if line.bold else "Regular", line.size * times, line.room * times)
