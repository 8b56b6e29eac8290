"""A drawing as the bytes of a picture: SVG with the texts as texts, and PNG for where no SVG may stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.publishing.embeds.drawing import WIDTH
from ita_site.publishing.pages import standalone
from ita_site.publishing.sharing.card_drawing import INK, WHITE

if TYPE_CHECKING:
    from ita_site.publishing.embeds.drawing import Drawing, InkText
    from ita_site.publishing.sharing.card_drawing import Painter

_TWICE = 2
"""Pixels of a PNG for one of the drawing: sharp on a telephone."""


def svg(drawing: Drawing, painter: Painter, ink: str) -> bytes:
    """Return a drawing as SVG in a colour; texts are given the width that they have in our font, at most."""
    fitted = ((each, *_fitted(each, painter, 1)) for each in drawing.texts)
    lines = [replace(each, text=text, size=size) for each, text, size in fitted]
    return standalone("embed-picture", drawing=drawing, lines=lines, ink=f"#{ink}", width=WIDTH).encode()


def png(drawing: Drawing, painter: Painter) -> bytes:
    """Return a drawing as PNG, twice as wide as it is."""
    image, draw = painter.blank(WIDTH * _TWICE, drawing.height * _TWICE)
    for box in drawing.boxes:
        left, top = box.x * _TWICE, box.y * _TWICE
        corners = (left, top, left + max(box.width * _TWICE - 1, 1), top + box.height * _TWICE - 1)
        draw.rectangle(corners, fill=INK if box.filled else WHITE, outline=INK, width=_TWICE)
    for each in drawing.texts:
        text, size = _fitted(each, painter, _TWICE)
        point = round(each.x * _TWICE), round(each.y * _TWICE)
        weight, shade = "Bold" if each.bold else "Regular", WHITE if each.white else INK
        painter.write(image, text, point, weight, size, shade=shade, end=each.end)
    return painter.encoded(image)


def _fitted(line: InkText, painter: Painter, times: int) -> tuple[str, int]:
    return painter.fitted(line.text, "Bold" if line.bold else "Regular", line.size * times, line.room * times)
