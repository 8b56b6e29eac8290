"""What became of the files: who changed a value, when, from what to what; a change taken back; a value put right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.data.edit.changes import value_at
from ita_site.data.load.messages import typed_path
from ita_site.ground.git import git_program
from ita_site.ground.git.git_program import NoHistory
from ita_site.hosts.corrections import CannotCorrect, FileToCorrect, RightValue, WouldBeWrong, put_right
from ita_site.hosts.desk.file_list import file_list
from ita_site.hosts.desk.forms.file_page import LOCKED
from ita_site.hosts.desk.rendering import page, posted, saves_of, tell, typed_texts, workspace_of
from ita_site.hosts.reports import failures, history_report
from ita_site.hosts.targets.last_publication import published_versions
from ita_site.hosts.value_changes import measure_titles, place_of, record_of
from ita_site.hosts.value_history import UnknownField, field_named, value_history
from ita_site.judging import privacy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path as FilePath

    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.model import Record
    from ita_site.ground.problems import Problem
    from ita_site.hosts.value_history import ValueHistory, ValueStep

_PLAIN = re.compile(r"[a-z0-9-]{1,60}\.yml")
"""What files are called that a page may ask for though they are not there."""
_TAKEN_BACK = "ย้อนการแก้แล้ว: {who} ดูค่าที่ได้ด้านล่าง ถ้าไม่ใช่ ย้อนได้อีกครั้ง"
_UNKNOWN_STEP = "ไม่พบการแก้นี้แล้ว ไฟล์อาจถูกแก้หลังจากเปิดหน้านี้ ให้ดูรายการใหม่"
_NO_REASON = "ยังไม่ได้พิมพ์เหตุผล ผู้อ่านเว็บไซต์จะเห็นเหตุผลนี้"
_NO_VALUE = "ยังไม่ได้พิมพ์ค่าที่ถูก"
_CORRECTED = "แก้ “{label}” พร้อมคำชี้แจงแล้ว (เผยแพร่ไว้เป็น {published})"
_CHANGED = "แก้ “{label}” แล้ว ค่านี้ยังไม่เคยเผยแพร่เป็นอย่างอื่น จึงไม่มีคำชี้แจง"
_WRONG = "ไม่ได้แก้ เพราะจะมีเรื่องต้องแก้: {told}"


@dataclass(frozen=True, slots=True)
class _DataFile:
    """A data file that is asked about."""

    name: str
    path: FilePath
    record: type[Record]
    titles: Mapping[str, str]


def show_list(request: Request) -> Response:
    """Return the list of files, each with the way to its history."""
    return page(request, "histories.html.jinja", years=file_list(workspace_of(request)))


def show(request: Request) -> Response:
    """Return the history of a file, or of one field of it."""
    return _shown(request, _found(request), request.query_params.get("field", "").strip())


def take_back(request: Request) -> Response:
    """Undo what a commit changed in a file, as a new change; what was changed again since is left alone."""
    file = _found(request)
    commit = posted(request).get("commit", "")
    try:
        history = value_history(file.path, file.name, file.record, None, file.titles)
    except NoHistory:
        raise HTTPException(404) from None
    step = next((each for each in history.steps if each.commit == commit), None)
    if step is None or step.before is None or step.after is None:
        return _shown(request, file, "", refused=_UNKNOWN_STEP)
    try:
        changes = tuple(edit.differences(edit.values(step.after, file.name), edit.values(step.before, file.name)))
        saved = edit.save(file.path, changes, edit.digest(step.after), base=step.after, name=file.name)
    except CannotEditError as error:
        return _shown(request, file, "", refused=str(error))
    except OSError as error:
        return _shown(request, file, "", refused=failures.of_system(error))
    told = _TAKEN_BACK.format(who=history_report.who(step))
    saves_of(request).keep(file.name, told, saved)
    tell(request, told)
    return RedirectResponse(f"/history/{file.name}", 303)


def show_correction(request: Request) -> Response:
    """Return the form that puts a value right."""
    asked = request.query_params
    return _correction_form(request, _found(request), {name: asked.get(name, "") for name in ("field", "new")})


def correct(request: Request) -> Response:
    """Put a value right, and say so to readers; with another mistake in it, the file stays as it was."""
    file = _found(request)
    sent = dict(typed_texts(request))
    given = {name: " ".join(sent.get(name, "").split()) for name in ("field", "new", "reason")}
    wrong = _NO_VALUE if not given["new"] else _NO_REASON if not given["reason"] else ""
    if wrong:
        return _correction_form(request, file, given, refused=wrong)
    workspace = workspace_of(request)
    told_before = workspace.checked().problems
    asked = FileToCorrect(file.path, file.name, file.record, _published(request, file), file.titles, told_before)
    right = RightValue(given["new"], given["reason"], datetime.now().astimezone().date())
    try:
        done = put_right(asked, given["field"], right, lambda: workspace.checked().problems, _messages)
    except (CannotCorrect, CannotEditError, UnknownField) as error:
        return _correction_form(request, file, given, refused=str(error))
    except OSError as error:
        return _correction_form(request, file, given, refused=failures.of_system(error))
    except WouldBeWrong as error:
        return _correction_form(request, file, given, refused=_WRONG.format(told=error))
    made = done.correction
    told = (_CORRECTED if made.published else _CHANGED).format(label=made.label, published=", ".join(made.published))
    saves_of(request).keep(file.name, told, done.saved)
    tell(request, told)
    # Without Git there is no history to lead to.
    of_field = f"/history/{file.name}?{urlencode({'field': typed_path(done.path)})}"
    return RedirectResponse(of_field if git_program.top(workspace.root) else f"/files/{file.name}", 303)


def _found(request: Request) -> _DataFile:
    """Return the file that is asked about, which may be gone from the disk; 404 where it is no data file."""
    name = request.path_params["name"]
    record = record_of(name)
    workspace = workspace_of(request)
    path = workspace.path_of(name)
    gone = workspace.data / name
    if record is None or (path is None and (not _PLAIN.fullmatch(gone.name) or gone.is_symlink() or gone.exists())):
        raise HTTPException(404)
    if request.method == "POST" and any(each.path == path and each.kind in LOCKED for each in workspace.files()):
        raise HTTPException(403)
    dataset = workspace.checked().dataset
    titles = measure_titles({dataset.inside(each): text for each, text in dataset.sources.items()})
    return _DataFile(name, path or gone, record, titles)


def _shown(request: Request, file: _DataFile, field: str, refused: str = "") -> Response:
    known = privacy.public_by_office(workspace_of(request).checked().dataset)
    history: ValueHistory | None = None
    unknown = ""
    try:
        history = value_history(file.path, file.name, file.record, field or None, file.titles)
    except NoHistory as error:
        unknown = history_report.without_git(error)
    except UnknownField as error:
        refused = refused or str(error)
    steps = [_step(each, history, known) for each in history.steps] if history else []
    if history and not steps and not file.path.exists():
        raise HTTPException(404)
    return page(
        request,
        "history.html.jinja",
        status=422 if refused else 200,
        name=file.name,
        field=field,
        label=history.label if history else "",
        now=privacy.mask(history.now, known) if history and history.now else "",
        steps=steps,
        unknown=unknown or (history_report.CUT if history and history.cut else ""),
        refused=refused,
        is_there=file.path.exists(),
    )


def _step(step: ValueStep, history: ValueHistory, known: privacy.Known) -> dict[str, object]:
    """Return what a page shows of a step."""
    lines = list(history_report.told(step, history, known))
    paths = [*([""] if step.renamed else []), *(typed_path(each.path) for each in step.values)]
    return {
        "who": history_report.who(step),
        "commit": step.commit,
        "lines": [{"told": line, "field": path} for line, path in zip(lines, paths, strict=True)],
        "can_be_taken_back": not history.labels and step.before is not None and step.after is not None,
    }


def _correction_form(request: Request, file: _DataFile, given: Mapping[str, str], refused: str = "") -> Response:
    known = privacy.public_by_office(workspace_of(request).checked().dataset)
    label, now = given["field"], ""
    try:
        whole = edit.values(file.path.read_bytes(), file.name)
        path = field_named(given["field"], whole, file.record, file.titles)
        label, value = place_of(whole, path, file.record, file.titles).label, value_at(whole, path)
        now = value if isinstance(value, str) else ""
    except FileNotFoundError:
        raise HTTPException(404) from None
    except (CannotEditError, UnknownField) as error:
        refused = refused or str(error)
    return page(
        request,
        "correction.html.jinja",
        status=422 if refused else 200,
        name=file.name,
        label=label,
        now=privacy.mask(now, known),
        given={"new": "", "reason": "", **given},
        refused=refused,
    )


def _published(request: Request, file: _DataFile) -> tuple[bytes, ...]:
    workspace = workspace_of(request)
    return published_versions(workspace.data, workspace.settings, file.name)


def _messages(problems: Sequence[Problem]) -> str:
    return " ".join(each.message for each in problems)


ROUTES = [
    Route("/history", show_list),
    Route("/history/{name:path}", show),
    Route("/history/{name:path}", take_back, methods=["POST"]),
    Route("/correct/{name:path}", show_correction),
    Route("/correct/{name:path}", correct, methods=["POST"]),
]
