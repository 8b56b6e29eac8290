"""What pages of the desk look like and are set in: its style, its script, the letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_OWN = Path(__file__).resolve().parent.parent / "assets"
_FONTS = Path(__file__).resolve().parents[3] / "publishing" / "fonts" / "sarabun"
_FILES = {
    "desk.css": (_OWN, "text/css; charset=utf-8"),
    "desk.js": (_OWN, "text/javascript; charset=utf-8"),
    "desk.svg": (_OWN, "image/svg+xml"),
    "Sarabun-Regular.ttf": (_FONTS, "font/ttf"),
    "Sarabun-Bold.ttf": (_FONTS, "font/ttf"),
}


def show(request: Request) -> Response:
    """Return one of the files."""
    known = _FILES.get(request.path_params["name"])
    if known is None:
        raise HTTPException(404)
    folder, kind = known
    return FileResponse(folder / request.path_params["name"], media_type=kind)


ROUTES = [Route("/assets/{name}", show)]
