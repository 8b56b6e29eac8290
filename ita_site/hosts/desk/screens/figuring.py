"""The screen for a result that was just announced: its figures on one page, and what they prove of the total."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data import edit
from ita_site.data.edit import CannotEditError, ConflictError
from ita_site.data.model import Result
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.figures_round import figure_changes, figure_rows
from ita_site.hosts.desk.form_saving import NOTHING_CHANGED, gone, tell_saved
from ita_site.hosts.desk.forms.spoken_keys import with_fields_named
from ita_site.hosts.desk.rendering import page, saves_of, tell, typed_texts, workspace_of
from ita_site.hosts.desk.site_preview import page_of
from ita_site.hosts.desk.untold_corrections import reason_asked, silent_in
from ita_site.hosts.reports import failures

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response


_FIGURES = "ตัวเลขของผลการประเมิน"
_UNKNOWN_FORM = "แบบนี้เปิดไว้ก่อนโปรแกรมเริ่มใหม่ และไฟล์ถูกแก้แล้วหลังจากนั้น ให้ดูตัวเลขที่พิมพ์ไว้ แล้วบันทึกอีกครั้ง"


def show(request: Request) -> Response:
    """Return the figures of a year's result."""
    return _shown(request, _path(request))


def take(request: Request) -> Response:
    """Save the figures that were typed."""
    name = _name(request)
    given = dict(typed_texts(request))
    try:
        path = _path(request)
        data = path.read_bytes()
    except (HTTPException, FileNotFoundError) as error:
        return gone(request, [*given.items()], error)
    seen = saves_of(request).seen(given.get("seen", ""), data)
    if seen is None:
        return _shown(request, path, refused=_UNKNOWN_FORM, typed=given, status=409)
    try:
        changes = figure_changes(seen, name, given)
        if not changes:
            tell(request, NOTHING_CHANGED)
            return RedirectResponse(request.url.path, 303)
        silent = silent_in(request, name)
        saved = edit.save(path, changes, edit.digest(seen), base=seen, name=name)
    except CannotEditError as error:
        status = 409 if isinstance(error, ConflictError) else 422
        return _shown(request, path, refused=str(error), typed=given, status=status)
    except OSError as error:
        return _shown(request, path, refused=failures.of_system(error), typed=given, status=422)
    saves_of(request).keep(f"{request.path_params['year']}/result.yml", _FIGURES, saved)
    tell_saved(request, name)
    return RedirectResponse(reason_asked(request, path, Result, name, silent) or request.url.path, 303)


def _shown(
    request: Request, path: Path, *, refused: str = "", typed: dict[str, str] | None = None, status: int = 200
) -> Response:
    workspace, year, name = workspace_of(request), request.path_params["year"], _name(request)
    data = path.read_bytes()
    checked = workspace.checked()
    try:
        rows = figure_rows(data, name, year, checked)
    except CannotEditError as error:
        rows, refused = (), str(error)
    at_rows = {id(each) for row in rows for each in row.told}
    others = [each for each in checked.problems if each.position.path == name and id(each) not in at_rows]
    return page(
        request,
        "figures.html.jinja",
        status=status,
        preview=page_of(f"{year}/result.yml"),
        year=year,
        rows=rows,
        typed=typed or {},
        refused=refused,
        others=[each for each in others if each.severity is not Severity.NOTICE],
        seen=saves_of(request).see(data),
        has_before=any(row.before for row in rows),
        with_fields_named=partial(with_fields_named, kind=Result),
    )


def _path(request: Request) -> Path:
    path = workspace_of(request).path_of(f"{request.path_params['year']}/result.yml")
    if path is None:
        raise HTTPException(404)
    return path


def _name(request: Request) -> str:
    """Return what problems call the file."""
    return f"{workspace_of(request).checked().dataset.folder}/{request.path_params['year']}/result.yml"


ROUTES = [
    Route("/figures/{year:int}", show),
    Route("/figures/{year:int}", take, methods=["POST"]),
]
