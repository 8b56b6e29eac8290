"""The screen of imports: a file or pasted cells, what was understood of each cell, and only then what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data.edit import CannotEditError
from ita_site.data.model import is_id
from ita_site.ground import thai
from ita_site.hosts.desk.import_view import shown_import
from ita_site.hosts.desk.rendering import page, posted, tell, workspace_of
from ita_site.hosts.importing.candidates import candidate, write
from ita_site.hosts.importing.import_report import NAMES
from ita_site.hosts.importing.tables import office_tables
from ita_site.hosts.importing.tables.cell_tables import CannotReadTables
from ita_site.hosts.importing.understanding import understand
from ita_site.hosts.importing.understood_cells import ImportKind, Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.hosts.desk.uploaded_tables import UploadedFile, UploadedTables
    from ita_site.hosts.importing.candidates import ImportCandidate
    from ita_site.hosts.importing.tables.cell_tables import OfficeTables
    from ita_site.hosts.importing.understood_cells import Understanding

_PASTED = "ข้อความที่วาง"
_NOTHING = "ยังไม่ได้เลือกไฟล์หรือวางข้อความ ให้เลือกอย่างใดอย่างหนึ่ง"
_FORGOTTEN = "ไม่มีไฟล์นี้ในโต๊ะทำงานแล้ว ให้เลือกไฟล์อีกครั้ง"
_NO_LIBRARY = (
    'ยังไม่ได้ติดตั้งส่วนเสริม import ให้พิมพ์ python3 -m pip install "ita-site[import]" แล้วเปิดโต๊ะทำงานใหม่'
    " หรือบันทึกตารางเป็น CSV UTF-8"
)
_WRITTEN = "เขียน {name} แล้ว ให้เทียบกับเอกสารอีกครั้ง"
_NOT_NOW = "ยังเขียนไม่ได้ ให้แก้ตามที่บอกในหน้านี้ก่อน"
_NAME = 80
"""Letters of a file's name that are shown."""


def ask(request: Request) -> Response:
    """Return the form for a file or pasted cells."""
    return _asked(request)


def take(request: Request) -> Response:
    """Keep what was sent and lead to what was understood of it."""
    form = posted(request)
    file, pasted = _file(form), form.get("pasted")
    try:
        year = thai.year(str(form.get("year", "")))
    except thai.BadDate as error:
        return _asked(request, status=422, refused=str(error))
    if file is not None:
        name, data = file
    elif isinstance(pasted, str) and pasted.strip():
        name, data = _PASTED, pasted.encode()
    else:
        return _asked(request, status=422, refused=_NOTHING)
    try:
        office_tables.read(name, data)
    except CannotReadTables as error:
        return _asked(request, status=422, refused=str(error))
    except ModuleNotFoundError:
        return _asked(request, status=422, refused=_NO_LIBRARY)
    digest = _uploads(request).add(name[-_NAME:], data)
    chosen = {"year": str(year), "kind": str(form.get("kind", "")), "report": str(form.get("report", ""))}
    return RedirectResponse(f"/import/{digest}?{urlencode({key: each for key, each in chosen.items() if each})}", 303)


def show(request: Request) -> Response:
    """Return what was understood of a file."""
    uploaded = _uploads(request).get(request.path_params["digest"])
    if uploaded is None:
        tell(request, _FORGOTTEN)
        return RedirectResponse("/import", 303)
    return _shown(request, uploaded, dict(request.query_params))


def put(request: Request) -> Response:
    """Write what was understood, if nothing stands in its way."""
    uploaded = _uploads(request).get(request.path_params["digest"])
    if uploaded is None:
        tell(request, _FORGOTTEN)
        return RedirectResponse("/import", 303)
    given = {name: each for name, each in posted(request).items() if isinstance(each, str)}
    wishes, kind = _wishes(given)
    read, understanding, made = _imported(request, uploaded, wishes, kind)
    if not shown_import(read, wishes, understanding, made).can_be_written:
        return _shown(request, uploaded, given, status=422, refused=_NOT_NOW)
    try:
        written = write(made.files)
    except (CannotEditError, FileExistsError) as error:
        return _shown(request, uploaded, given, status=409, refused=str(error))
    tell(request, *(_WRITTEN.format(name=each.relative_to(workspace_of(request).data).as_posix()) for each in written))
    return RedirectResponse(f"/?year={wishes.year}", 303)


def _file(form: FormData) -> tuple[str, bytes] | None:
    """Return the name and the bytes of the file that was sent; every file of the form is closed."""
    found = None
    for each in form.values():
        if isinstance(each, UploadFile):
            if each.filename:
                found = each.filename, each.file.read()
            each.file.close()
    return found


def _imported(
    request: Request, uploaded: UploadedFile, wishes: Wishes, kind: ImportKind | None
) -> tuple[OfficeTables, Understanding, ImportCandidate]:
    workspace = workspace_of(request)
    try:
        read = office_tables.read(uploaded.name, uploaded.data)
    except (CannotReadTables, ModuleNotFoundError):  # it was read when it was sent
        raise HTTPException(404) from None
    understanding = understand(read, workspace.checked().dataset, wishes, kind)
    made = candidate(workspace.data, workspace.settings.root, wishes.year, understanding.files)
    return read, understanding, made


def _wishes(given: Mapping[str, str]) -> tuple[Wishes, ImportKind | None]:
    """Return what an address or a form says of a file."""
    try:
        year = thai.year(given.get("year", ""))
        kind = ImportKind(given["kind"]) if given.get("kind") else None
    except (thai.BadDate, ValueError):
        raise HTTPException(404) from None
    name = given.get("report", "")
    if name and not is_id(name):
        raise HTTPException(404)
    groups: dict[str, dict[str, str]] = {"column": {}, "set": {}}
    for key, value in given.items():
        group, _, rest = key.partition(".")
        if group in groups and rest and value.strip():
            groups[group][rest] = value.strip()
    return Wishes(year, groups["column"], groups["set"], name), kind


def _shown(
    request: Request, uploaded: UploadedFile, given: Mapping[str, str], *, status: int = 200, refused: str = ""
) -> Response:
    wishes, kind = _wishes(given)
    read, understanding, made = _imported(request, uploaded, wishes, kind)
    return page(
        request,
        "import_tables.html.jinja",
        status=status,
        name=uploaded.name,
        digest=request.path_params["digest"],
        year=wishes.year,
        report=wishes.name,
        kind=understanding.kind.value,
        kind_name=NAMES[understanding.kind],
        kinds={each.value: name for each, name in NAMES.items()},
        shown=shown_import(read, wishes, understanding, made),
        refused=refused,
    )


def _asked(request: Request, *, status: int = 200, refused: str = "") -> Response:
    years = list(workspace_of(request).checked().dataset.years)
    kinds = {each.value: name for each, name in NAMES.items()}
    return page(request, "import.html.jinja", status=status, years=years[::-1], kinds=kinds, refused=refused)


def _uploads(request: Request) -> UploadedTables:
    uploads: UploadedTables = request.app.state.uploads
    return uploads


ROUTES = [
    Route("/import", ask),
    Route("/import", take, methods=["POST"]),
    Route("/import/{digest:str}", show),
    Route("/import/{digest:str}", put, methods=["POST"]),
]
