"""The site as it will be: its pages, set apart from the desk, and the screen that shows them."""

from __future__ import annotations

import mimetypes
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ita_site.hosts.desk.guard.request_guard import PREVIEW
from ita_site.hosts.desk.rendering import access_of, page, preview_of
from ita_site.hosts.reports import problem_report

if TYPE_CHECKING:
    from starlette.requests import Request

_BANNER = (
    '<link rel="stylesheet" href="{base}{style}"><div role="alert" class="ita-desk-banner"><strong>{title}</strong>'
    "<pre>{report}</pre></div>"
)
_STYLE = "ita-desk-banner.css"
_ADDRESS = re.compile(r"(?:[a-z0-9_-][a-z0-9_.-]*/?)*")
_BODY = re.compile(rb"<body\b[^>]*>")
_WAIT = (
    '<!doctype html><html lang="th"><meta charset="utf-8"><title>{told}</title>{again}'
    '<link rel="stylesheet" href="{base}{style}"><body><p>{told}</p></body></html>'
)
_AGAIN = '<meta http-equiv="refresh" content="2">'
_BUILDING = "กำลังสร้างหน้าเว็บ รอสักครู่"
_NO_PAGE = "ยังไม่มีหน้านี้บนเว็บไซต์ เพราะยังไม่มีข้อมูลของหน้านี้"
_TYPES = {
    ".yml": "text/yaml; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
_POLICY = (
    "sandbox allow-scripts; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
    " connect-src {base}; font-src {base}; img-src {base} data:; media-src {base}; script-src {base};"
    " style-src {base} 'unsafe-inline'; worker-src {base}"
)


def show(request: Request) -> Response:
    """Return the screen with the preview, over all its width."""
    asked = request.query_params.get("page", "")
    return page(request, "preview.html.jinja", preview=asked if _ADDRESS.fullmatch(asked) else "")


def state(request: Request) -> Response:
    """Return how far the preview has come, for the script."""
    preview = preview_of(request)
    if preview is None:
        raise HTTPException(404)
    now = preview.refreshed()
    return JSONResponse({"number": now.number, "building": now.is_building, "report": now.report})


def show_page(request: Request) -> Response:
    """Return a page or a file of the site; what is wrong with the data stands above the last good page."""
    preview = preview_of(request)
    if preview is None:
        raise HTTPException(404)
    base = f"{PREVIEW}{access_of(request).preview_key}/"
    path = request.path_params["path"]
    if path == _STYLE:
        return _apart(request, FileResponse(Path(__file__).resolve().parent.parent / "assets" / _STYLE), base)
    now = preview.refreshed()
    found = _file(preview.folder, path)
    if found is None and (preview.folder / path).is_dir() and path:
        return _apart(request, RedirectResponse(f"{base}{path}/", 303), base)
    if found is None:
        may_come = now.is_building and (not path or path.endswith("/"))
        told = _WAIT.format(
            base=base, style=_STYLE, told=_BUILDING if may_come else _NO_PAGE, again=_AGAIN if may_come else ""
        ).encode()
        response: Response = HTMLResponse(_with_report(told, now.report, base), 200 if may_come else 404)
    elif found.suffix == ".html":
        response = HTMLResponse(_with_report(found.read_bytes(), now.report, base))
    else:
        kind = _TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        response = FileResponse(found, media_type=kind)
    return _apart(request, response, base)


def _file(site: Path, path: str) -> Path | None:
    """Return a file of the site; none outside it, whatever links are in it."""
    found = site / path / "index.html" if path.endswith("/") or not path else site / path
    real = found.resolve()
    return real if real.is_file() and real.is_relative_to(site.resolve()) else None


def _with_report(html: bytes, report: str, base: str) -> bytes:
    if not report:
        return html
    banner = _BANNER.format(base=base, style=_STYLE, title=escape(problem_report.PREVIEW), report=escape(report))
    found = _BODY.search(html)
    start = found.end() if found else 0
    return html[:start] + banner.encode() + html[start:]


def _apart(request: Request, response: Response, base: str) -> Response:
    """Return what is shown as of another origin: its scripts can neither ask the desk anything nor read it."""
    origin = f"http://{request.headers['host']}"
    response.headers["Content-Security-Policy"] = _POLICY.format(base=origin + base)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "null"
    return response


ROUTES = [
    Route("/preview", show),
    Route("/preview/state", state),
    Route("/site/{key}/{path:path}", show_page),
]
