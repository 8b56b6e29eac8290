"""The screen that attaches a file to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data.load.attachments.file_content import ENDINGS
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.desk.rendering import page, posted, tell, typed_texts, workspace_of
from ita_site.hosts.desk.uploading import RefusedUploadError, Upload, attach, takes_attachments

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.load.folder import DataFile

_DONE = "แนบไฟล์แล้ว ชื่อไฟล์ในเว็บไซต์คือ {name}"
_FIELDS = ("title", "date", "description")


def show(request: Request) -> Response:
    """Return the form for a file that goes with a document."""
    return _shown(request, _record(request))


def receive(request: Request) -> Response:
    """Keep a file, or say why it is not kept; what was typed stays."""
    record, workspace = _record(request), workspace_of(request)
    form = posted(request)
    texts = dict(typed_texts(request))
    given = {name: texts.get(name, "").strip() for name in _FIELDS}
    sent = form.get("file")
    content, name = (sent.file.read(), sent.filename or "") if isinstance(sent, UploadFile) else (b"", "")
    upload = Upload(content, name, is_seen="seen" in form, **given)
    try:
        kept = attach(upload, record, workspace.data, workspace.checked().dataset)
    except RefusedUploadError as error:
        return _shown(request, record, status=422, refused=error.told, typed=given)
    tell(request, _DONE.format(name=kept))
    return RedirectResponse(f"/files/{request.path_params['name']}", 303)


def _record(request: Request) -> DataFile:
    name, workspace = request.path_params["name"], workspace_of(request)
    path = workspace.path_of(name)
    found = next((each for each in workspace.files() if each.path == path), None)
    if found is None or not takes_attachments(found):
        raise HTTPException(404)
    return found


def _shown(
    request: Request,
    record: DataFile,
    *,
    status: int = 200,
    refused: tuple[str, ...] = (),
    typed: dict[str, str] | None = None,
) -> Response:
    given = typed or dict.fromkeys(_FIELDS, "")
    name, title = request.path_params["name"], name_of_file(workspace_of(request), record)
    values = {"name": name, "title": title, "refused": refused, "typed": given, "endings": ", ".join(ENDINGS)}
    return page(request, "attaching.html.jinja", status=status, **values)


ROUTES = [
    Route("/attach/{name:path}", show, methods=["GET"]),
    Route("/attach/{name:path}", receive, methods=["POST"]),
]
