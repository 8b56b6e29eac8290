"""The office's emblem as a picture that PDF/A takes: colours of screens, upright, no larger than print needs."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageOps

_LARGEST: Final = 720
"""Pixels of its longer side: 3 cm, as on a cover, at 600 to the inch."""


def as_png(picture: bytes) -> bytes | None:
    """Return an emblem as PNG; None for a file that is no picture, of which the check of the data tells.

    A JPEG in the colours of a printing press (CMYK) would need their profile in the file, and a camera's that lies on
    its side says so only in its properties.
    """
    try:
        with Image.open(io.BytesIO(picture)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    upright.thumbnail((_LARGEST, _LARGEST), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    upright.save(written, "PNG")
    return written.getvalue()
