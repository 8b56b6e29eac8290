"""The files of the project: the list of them, a form for each, and what becomes of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from ita_site.data import edit
from ita_site.data.edit import CannotEditError, MoveItem, RemoveItem
from ita_site.data.edit.changes import get
from ita_site.hosts.desk.file_list import file_list
from ita_site.hosts.desk.form_saving import CHOICE, FormToSave, gone, inputs_shown, save_form
from ita_site.hosts.desk.forms.actions import ADD, DOWN, REMOVE, UP, act, row_added
from ita_site.hosts.desk.forms.file_page import LOCKED, FilePage
from ita_site.hosts.desk.forms.posted_form import ForgedFormError
from ita_site.hosts.desk.guard.posted_body import FORM_TOKEN
from ita_site.hosts.desk.opened_page import OpenedPage
from ita_site.hosts.desk.rendering import page, posted, saves_of, tell, typed_texts, workspace_of
from ita_site.hosts.reports import failures, problem_report

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.edit import FileChange
    from ita_site.data.source import Value
    from ita_site.hosts.desk.forms.form_parts import FieldMessage

_SEEN, _DO = "seen", "do"
_SAVE, _SETTLE = "save", "settle"
_UNDONE = "ย้อนการบันทึกแล้ว: {told}"
_NO_SAVE = "ไม่มีการบันทึกนี้ให้ย้อนแล้ว"
_UNKNOWN_FORM = "แบบนี้เปิดไว้ก่อนโปรแกรมเริ่มใหม่ และไฟล์ถูกแก้แล้วหลังจากนั้น ให้คัดลอกสิ่งที่พิมพ์ไว้ด้านล่าง แล้วเปิดแบบใหม่"
_FORGED = "สิ่งที่ส่งมาไม่ตรงกับแบบของหน้านี้ ให้เปิดหน้านี้ใหม่"


def show_list(request: Request) -> Response:
    """Return the list of all files, by year."""
    return page(request, "files.html.jinja", years=file_list(workspace_of(request)), saves=saves_of(request).saves())


def show(request: Request) -> Response:
    """Return the form of a file, or of one long item of it."""
    found = _found(request)
    return OpenedPage.of(request, found, found.file.path.read_bytes()).shown()


def take(request: Request) -> Response:
    """Do what a button of a form asks for: save it, or change the form."""
    inputs = typed_texts(request)
    try:
        found = _found(request)
        data = found.file.path.read_bytes()
    except (HTTPException, FileNotFoundError) as error:
        return gone(request, inputs, error)
    if found.file.kind in LOCKED:
        raise HTTPException(403)
    beside = {name: each for name, each in inputs if name in {_SEEN, _DO} or name.startswith(CHOICE)}
    typed = [each for each in inputs if each[0] not in {*beside, FORM_TOKEN}]
    seen = saves_of(request).seen(beside.get(_SEEN, ""), data)
    if seen is None:
        return page(request, "lost.html.jinja", status=409, told=_UNKNOWN_FORM, typed=inputs_shown(typed), page=found)
    try:
        return _taken(OpenedPage.of(request, found, data, seen), typed, beside)
    except (ForgedFormError, KeyError):
        raise HTTPException(400, _FORGED) from None


def _taken(opened: OpenedPage, typed: list[tuple[str, str]], beside: dict[str, str]) -> Response:
    found, do = opened.found, beside.get(_DO, _SAVE)
    whole = edit.values(opened.seen, found.file.name)
    action, _, key = do.partition(":")
    if action in {REMOVE, UP, DOWN} and not typed:
        return save_form(opened, FormToSave((_of_long_item(whole, action, key),)))
    draft = found.draft(whole, typed)
    if action not in {_SAVE, _SETTLE}:
        steps = key.split(".")[len(found.tokens) :] if key else []
        changed = act(found.shape, draft, action, steps)
        new = row_added(changed, steps) if action == ADD else ""
        return opened.shown(changed, focus=f"{key}.{new}" if new else key)
    mine = {int(name.removeprefix(CHOICE)): each == "mine" for name, each in beside.items() if _is_choice(name)}
    return save_form(opened, FormToSave(found.changes(whole, draft), draft, mine, tuple(typed)))


def _is_choice(name: str) -> bool:
    number = name.removeprefix(CHOICE)
    return name.startswith(CHOICE) and number.isascii() and number.isdigit() and len(number) < 5


def _of_long_item(whole: Value, action: str, key: str) -> FileChange:
    """Return the change of a button beside an item that is a page of its own."""
    *steps, last = (int(each) if each.isdecimal() else each for each in key.split("."))
    path, items = tuple(steps), get(whole, tuple(steps))
    if not isinstance(items, list) or not isinstance(last, int) or last >= len(items):
        raise KeyError(key)
    if action == REMOVE:
        return RemoveItem(path, last, items[last])
    to = last - 1 if action == UP else last + 1
    if not 0 <= to < len(items):
        raise KeyError(key)
    return MoveItem(path, last, to, items[last])


def check(request: Request) -> Response:
    """Return, as JSON, what is told of a form as it is typed; nothing is saved."""
    found = _found(request)
    inputs = typed_texts(request)
    seen = saves_of(request).seen(dict(inputs).get(_SEEN, ""))
    if seen is None or found.file.kind in LOCKED:
        return JSONResponse({"fields": {}})
    typed = [each for each in inputs if each[0] not in {_SEEN, _DO, FORM_TOKEN}]
    try:
        draft = found.draft(edit.values(seen, found.file.name), typed)
        form = found.form(draft, found.faults_of_typed(seen, draft), OpenedPage.choices(request, found))
    except CannotEditError as error:
        return JSONResponse({"fields": {}, "told": str(error)})
    except (ForgedFormError, KeyError):
        raise HTTPException(400, _FORGED) from None
    told = {
        each.name: {"reading": each.reading, "told": list(map(_as_json, each.told))}
        for each in form.fields()
        if each.told or each.reading
    }
    return JSONResponse({"fields": told})


def _as_json(told: FieldMessage) -> dict[str, str]:
    return {"severity": told.severity.value, "word": problem_report.WORDS[told.severity], "message": told.message}


def undo(request: Request) -> Response:
    """Take a save of this session back."""
    number = posted(request).get("number", "")
    kept = next((each for each in saves_of(request).saves() if str(each.number) == number), None)
    path = workspace_of(request).path_of(kept.name) if kept else None
    if kept is None or path is None:
        tell(request, _NO_SAVE)
        return RedirectResponse("/files", 303)
    try:
        edit.undo(path, kept.saved, kept.name)
    except CannotEditError as error:
        tell(request, str(error))
    except OSError as error:
        tell(request, failures.of_system(error))
    else:
        saves_of(request).forget(kept.number)
        tell(request, _UNDONE.format(told=kept.told))
    return RedirectResponse(f"/files/{kept.name}", 303)


def _found(request: Request) -> FilePage:
    """Return the page that is asked for; 404 where there is none."""
    whole = request.path_params["name"]
    name, ending, rest = whole.partition(".yml")
    workspace = workspace_of(request)
    path = workspace.path_of(name + ending)
    file = next((each for each in workspace.files() if each.path == path), None) if path else None
    if file is None or (rest and not rest.startswith("/")):
        raise HTTPException(404)
    try:
        return FilePage.at(file, name + ending, rest[1:].split("/") if rest else [])
    except KeyError:
        raise HTTPException(404) from None


ROUTES = [
    Route("/files", show_list),
    Route("/files/{name:path}", show),
    Route("/files/{name:path}", take, methods=["POST"]),
    Route("/check/{name:path}", check, methods=["POST"]),
    Route("/undo", undo, methods=["POST"]),
]
