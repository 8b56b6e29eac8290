"""The square that telephones read (QR code), drawn as paths."""

from __future__ import annotations

from io import BytesIO

from ita_site.publishing.documents.extras import MissingExtra

_QUIET = 2
"""Modules of white around it; ISO/IEC 18004 asks for four, and the paper around the square is white as well."""
_LEAST_CORRECTION = "l"
"""So that the square has as few modules as may be, each large; segno takes more correction where there is room."""


def as_svg(url: str) -> str:
    """Return an address as an SVG of one path.

    Raises:
        MissingExtra: segno is not installed.

    """
    try:
        import segno  # noqa: PLC0415 - an extra
    except ImportError:
        extra = "documents"
        raise MissingExtra(extra, "segno") from None
    drawn = BytesIO()
    segno.make(url, error=_LEAST_CORRECTION, micro=False).save(
        drawn, kind="svg", border=_QUIET, xmldecl=False, svgclass=None
    )
    return drawn.getvalue().decode()
