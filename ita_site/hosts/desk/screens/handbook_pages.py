"""The handbook on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from ita_site.hosts.desk import handbook
from ita_site.hosts.desk.rendering import page, written_by_us

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def show_first(request: Request) -> Response:
    """Return the list of pages."""
    return page(request, "handbook.html.jinja", pages=handbook.PAGES, name="", title="คู่มือ", content="")


def to_first(request: Request) -> Response:
    """Lead to the list of pages."""
    del request
    return RedirectResponse("/handbook", 303)


def show(request: Request) -> Response:
    """Return a page."""
    name = request.path_params["name"]
    if name not in handbook.PAGES:
        raise HTTPException(404)
    content = written_by_us(handbook.html(name, _address))
    return page(
        request, "handbook.html.jinja", pages=handbook.PAGES, name=name, title=handbook.PAGES[name], content=content
    )


def show_picture(request: Request) -> Response:
    """Return a picture of a page."""
    path = handbook.pictures().get(request.path_params["name"])
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type="image/png")


def _address(target: str) -> str:
    return f"/handbook/{target.removesuffix('.md')}"


ROUTES = [
    Route("/handbook", show_first),
    Route("/handbook/pictures/{name}", show_picture),
    Route("/handbook/{name}", show),
    Route("/handbook/", to_first),
]
