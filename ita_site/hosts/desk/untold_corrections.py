"""A published value that a form has changed: its reason is asked for at once, for readers are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.data.edit.changes import get
from ita_site.data.load.messages import typed_path
from ita_site.hosts.desk.forms.fault_places import FaultPlaces
from ita_site.hosts.desk.rendering import tell, workspace_of
from ita_site.judging.checks import errata

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from ita_site.data.model import Record
    from ita_site.ground.problems import Problem

_ASKED = "ค่านี้เผยแพร่แล้ว ให้บอกผู้อ่านว่าแก้เพราะเหตุใด ถ้าไม่บอก จะเป็นคำเตือนก่อนเผยแพร่"


def silent_in(request: Request, name: str) -> frozenset[Problem]:
    """Return what is told of published values that were changed without a word, of one file as problems name it."""
    problems = workspace_of(request).checked().problems
    return frozenset(each for each in problems if each.code == errata.SILENT and each.position.path == name)


def reason_asked(request: Request, path: Path, kind: type[Record], name: str, known: frozenset[Problem]) -> str:
    """Return the address of the form that asks for the reason of a change that was saved; nothing where none is due.

    Args:
        request: what is answered.
        path: the file.
        kind: what it holds.
        name: what problems call it.
        known: what `silent_in` told before it was saved.

    """
    data = path.read_bytes()
    before = {each.message for each in known}
    try:
        places, whole = FaultPlaces(kind, data, name), edit.values(data, name)
    except CannotEditError:
        return ""
    for problem in sorted(silent_in(request, name)):
        where = places.path_of(problem)
        if problem.message in before or not where:
            continue
        new = get(whole, where)
        if isinstance(new, str):
            tell(request, _ASKED)
            below = path.relative_to(workspace_of(request).data).as_posix()
            return f"/correct/{below}?{urlencode({'field': typed_path(where), 'new': new})}"
    return ""
