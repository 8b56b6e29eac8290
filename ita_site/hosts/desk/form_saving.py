"""What becomes of a form that is sent to be saved: the file is changed, or the form comes back with what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from ita_site.data import edit
from ita_site.data.edit import CannotEditError, ConflictError
from ita_site.data.edit.changes import path_of
from ita_site.data.load.messages import label_at, typed_path
from ita_site.ground.git.git_program import NoHistory
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.desk.forms.conflicts import settle
from ita_site.hosts.desk.rendering import page, tell, workspace_of
from ita_site.hosts.desk.untold_corrections import reason_asked, silent_in
from ita_site.hosts.reports import failures, history_report
from ita_site.hosts.value_history import UnknownField, value_history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.edit import FileChange
    from ita_site.data.source import Path, Value
    from ita_site.hosts.desk.forms.conflicts import Clash
    from ita_site.hosts.desk.forms.drafts import Draft
    from ita_site.hosts.desk.forms.file_page import FilePage
    from ita_site.hosts.desk.opened_page import OpenedPage

CHOICE = "x:"
"""How the names of the inputs begin by which is chosen between what is in a file and what was typed."""
_SAVED = "บันทึกแล้ว"
_SAVED_WITH_ERRORS = "บันทึกแล้ว แต่ยังเผยแพร่ไม่ได้ เพราะไฟล์นี้มีเรื่องต้องแก้ {count} เรื่อง"
_GONE = "ไม่มีไฟล์นี้แล้ว อาจมีผู้ลบหรือเปลี่ยนชื่อไฟล์หรือปี ให้คัดลอกสิ่งที่พิมพ์ไว้ด้านล่าง แล้วเลือกไฟล์จากเมนูด้านบน"
NOTHING_CHANGED = "ไม่มีอะไรเปลี่ยน จึงไม่ได้บันทึก"
_AND_MORE = "{first} และอีก {more} แห่ง"


@dataclass(frozen=True)
class FormToSave:
    """A form: what it changes, what was typed, what was chosen where another has changed the same, and all inputs."""

    changes: tuple[FileChange, ...]
    draft: Draft | None = None
    mine: Mapping[int, bool] = field(default_factory=dict)
    inputs: tuple[tuple[str, str], ...] = ()


def save_form(opened: OpenedPage, form: FormToSave) -> Response:
    """Put the changes of a form into its file; where that cannot be, return the form with what was typed."""
    found, name = opened.found, opened.found.file.name
    if not form.changes:
        tell(opened.request, NOTHING_CHANGED)
        return RedirectResponse(found.here, 303)
    changes = form.changes
    silent = silent_in(opened.request, name)
    try:
        if opened.seen != opened.data:
            settled = settle(changes, edit.values(opened.seen, name), opened.data, name, form.mine)
            if settled.clashes:
                return _clashing(opened, settled.clashes, form)
            changes = settled.changes
        saved = edit.save(found.file.path, changes, edit.digest(opened.data), base=opened.data, name=name)
    except ConflictError as error:  # changed once more while this was done
        return opened.shown(form.draft, refused=str(error), status=409)
    except CannotEditError as error:
        return opened.shown(form.draft, refused=str(error), status=422)
    except OSError as error:
        return opened.shown(form.draft, refused=failures.of_system(error), status=422)
    if saved.changes:
        opened.saves.keep(found.name, _told(found, saved.changes), saved)
    tell_saved(opened.request, name)
    then = found.place_of_new(edit.values(opened.data, name)) if found.is_new else found
    asked = reason_asked(opened.request, found.file.path, found.file.kind.value, name, silent)
    return RedirectResponse(asked or then.here, 303)


def tell_saved(request: Request, name: str) -> None:
    """Say that a file was saved, and whether it still keeps the site from being published.

    Args:
        request: what is answered.
        name: what problems call the file.

    """
    problems = workspace_of(request).checked().problems
    errors = sum(each.severity is Severity.ERROR and each.position.path == name for each in problems)
    tell(request, _SAVED_WITH_ERRORS.format(count=errors) if errors else _SAVED)


def gone(request: Request, inputs: Sequence[tuple[str, str]], error: HTTPException | OSError) -> Response:
    """Return the page for a form whose file is not there any more, with what was typed.

    Raises:
        HTTPException: the error is another than that.

    """
    if isinstance(error, HTTPException) and error.status_code != 404:
        raise error
    return page(request, "lost.html.jinja", status=404, told=_GONE, typed=inputs_shown(inputs), page=None)


def _told(found: FilePage, changes: Sequence[FileChange]) -> str:
    """Return in words what was changed."""
    first = label_at(found.file.kind.value, path_of(changes[0]))
    return first if len(changes) == 1 else _AND_MORE.format(first=first, more=len(changes) - 1)


def _clashing(opened: OpenedPage, clashes: Sequence[Clash], form: FormToSave) -> Response:
    found = opened.found
    workspace = workspace_of(opened.request)
    chosen = [(f"{CHOICE}{index}", "mine" if mine else "theirs") for index, mine in form.mine.items()]
    shown = [
        {
            "name": f"{CHOICE}{each.index}",
            "label": label_at(found.file.kind.value, each.path),
            "seen": _written(each.seen),
            "now": _written(each.now),
            "typed": _written(each.typed),
            "can_be_kept": each.can_be_kept,
            "who": _who(found, each.path),
        }
        for each in clashes
    ]
    return page(
        opened.request,
        "conflict.html.jinja",
        status=409,
        page=found,
        name=name_of_file(workspace, found.file),
        clashes=shown,
        typed=inputs_shown([*form.inputs, *chosen]),
        seen=opened.saves.see(opened.seen),
    )


def _who(found: FilePage, path: Path) -> str:
    """Return who changed a value last, and when, as far as Git knows."""
    try:
        steps = value_history(found.file.path, found.file.name, found.file.kind.value, typed_path(path)).steps
    except (NoHistory, UnknownField):
        return ""
    return history_report.who(steps[0]) if steps else ""


def inputs_shown(inputs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """Return inputs for a page that gives them back as they were sent."""
    return [{"name": name, "value": value} for name, value in inputs]


def _written(value: Value) -> str:
    """Return a value as a person reads it."""
    if isinstance(value, list):
        return "\n".join(_written(each) for each in value)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_written(each)}" for key, each in value.items())
    return value or ""
