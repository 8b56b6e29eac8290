"""A file as the text that it is: the way out where its faults leave nothing that a form could show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.desk.form_saving import NOTHING_CHANGED, gone, tell_saved
from ita_site.hosts.desk.forms.file_page import LOCKED, FilePage
from ita_site.hosts.desk.plain_text import PlainText
from ita_site.hosts.desk.rendering import page, posted, saves_of, tell, workspace_of
from ita_site.hosts.desk.untold_corrections import reason_asked, silent_in
from ita_site.hosts.reports import failures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

_STALE = 409
_TOLD = "ทั้งไฟล์ เป็นข้อความ"
_UNKNOWN_FORM = "ไฟล์นี้ถูกแก้หลังจากเปิดหน้านี้ จึงไม่ได้เขียนทับ"


def show(request: Request) -> Response:
    """Return the text of a file, with what is told of it."""
    return _shown(request, _found(request))


def take(request: Request) -> Response:
    """Save the text that was typed, whatever is told of it then; another's change is not overwritten."""
    given = {key: each for key, each in posted(request).items() if isinstance(each, str)}
    try:
        found = _found(request)
        data = found.file.path.read_bytes()
    except (HTTPException, FileNotFoundError) as error:
        return gone(request, [*given.items()], error)
    path, name = found.file.path, found.file.name
    seen = saves_of(request).seen(given.get("seen", ""), data)
    text = PlainText.of(seen) if seen is not None else None
    if seen is None or text is None:
        return _shown(request, found, refused=_UNKNOWN_FORM, given=given, status=_STALE)
    typed = text.typed(given.get("text", ""))
    if typed == seen:
        tell(request, NOTHING_CHANGED)
        return RedirectResponse(f"/files/{found.name}", 303)
    silent = silent_in(request, name)
    try:
        saved = edit.save_whole(path, typed, edit.digest(seen), name)
    except CannotEditError as error:
        return _shown(request, found, refused=str(error), given=given, status=_STALE)
    except OSError as error:
        return _shown(request, found, refused=failures.of_system(error), given=given, status=422)
    saves_of(request).keep(found.name, _TOLD, saved)
    tell_saved(request, name)
    asked = reason_asked(request, path, found.file.kind.value, name, silent)
    return RedirectResponse(asked or f"/files/{found.name}", 303)


def _shown(
    request: Request, found: FilePage, *, refused: str = "", given: Mapping[str, str] | None = None, status: int = 200
) -> Response:
    workspace = workspace_of(request)
    data = found.file.path.read_bytes()
    return page(
        request,
        "text.html.jinja",
        status=status,
        page=found,
        name=name_of_file(workspace, found.file),
        refused=refused,
        text=PlainText.of(data),
        typed=given.get("text", "").replace("\r\n", "\n") if given else None,
        # What another has changed must be looked at before it can be overwritten: on the page opened anew.
        seen=given.get("seen", "") if given else saves_of(request).see(data),
        is_stale=status == _STALE,
        faults=[each for each in workspace.checked().problems if each.position.path == found.file.name],
    )


def _found(request: Request) -> FilePage:
    """Return the file that is asked for; 404 where there is none that may be changed."""
    workspace, name = workspace_of(request), request.path_params["name"]
    path = workspace.path_of(name)
    file = next((each for each in workspace.files() if each.path == path), None) if path else None
    if file is None:
        raise HTTPException(404)
    if file.kind in LOCKED:
        raise HTTPException(403)
    return FilePage.at(file, name, [])


ROUTES = [Route("/text/{name:path}", show), Route("/text/{name:path}", take, methods=["POST"])]
