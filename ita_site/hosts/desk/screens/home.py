"""The first screen: how far a year has come, what is due, where it is filled in, and what can be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.ground import thai
from ita_site.hosts.desk.rendering import page, tell, typed_texts, workspace_of
from ita_site.hosts.desk.year_round import year_round
from ita_site.hosts.new_files.beginnings import (
    GAPS,
    Beginning,
    CannotBeginError,
    UnfitFilesError,
    begin_document,
    begin_gaps,
    begin_list,
    begin_measure,
    begin_report,
    begin_year,
    write_checked,
)
from ita_site.hosts.new_files.forms import ReportRound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.load import Dataset

_WRITTEN = "เริ่มไฟล์ {name} แล้ว ยังไม่มีข้อมูลใดที่โปรแกรมคิดเอง ให้เติมตามเอกสาร"
_ALL_THERE = "มีไฟล์ของปี {year} อยู่แล้วทุกไฟล์ จึงไม่มีอะไรต้องเริ่ม"
_LIST_THERE = "มีรายการ OIT ของปี {year} อยู่แล้ว"
_NO_ROUND = "ให้เลือกรอบของรายงาน: 6 เดือน หรือทั้งปี"
_NEEDED = {
    "measure": {"title": "ยังไม่ได้พิมพ์ชื่อมาตรการ ให้พิมพ์ชื่อตามที่แผนพิมพ์"},
    "analysis": {"title": "ยังไม่ได้พิมพ์ชื่อบทวิเคราะห์ ให้พิมพ์ชื่อตามเอกสาร"},
    "plan": {"title": "ยังไม่ได้พิมพ์ชื่อแผน ให้พิมพ์ชื่อตามเอกสาร"},
    "gaps": {"reason": "ยังไม่ได้พิมพ์เหตุผล"},
}
"""What must have been typed to begin something, and what is said where it was not."""
_DOCUMENTS = {"analysis": "บทวิเคราะห์", "plan": "แผนทั้งฉบับ"}
"""Documents that a year has at most once, and may go without."""
_UNFIT = "ยังไม่ได้เริ่มไฟล์ใด เพราะจะทำให้มีเรื่องต้องแก้:"
_NOTED = 12
"""Sentences of what is to be looked at that are said at once."""
_MORE = "และอีก {count} แห่ง ดูได้ในแบบของแต่ละไฟล์"


def show(request: Request) -> Response:
    """Return the round of the year that is asked for, or of the newest."""
    asked = request.query_params.get("year")
    if asked is not None and not (asked.isascii() and asked.isdigit()):
        raise HTTPException(404)
    return _shown(request, int(asked) if asked else None)


def begin(request: Request) -> Response:
    """Begin what the form asks for; show the form of it, or say why it is not begun."""
    given = {name: " ".join(each.split("\n")).strip() for name, each in typed_texts(request)}
    what, workspace = request.path_params["what"], workspace_of(request)
    try:
        year = thai.year(given.get("year", ""))
        checked = workspace.checked()
        begun = _begun(what, given, checked.dataset, workspace.data, year)
        write_checked(workspace.data, begun.files, checked.problems)
    except (CannotBeginError, thai.BadDate) as error:
        return _refused(request, given, str(error))
    except UnfitFilesError as error:
        return _refused(request, given, _UNFIT, *str(error).split("\n\n"))
    names = [path.relative_to(workspace.data).as_posix() for path in begun.files]
    tell(request, *(_WRITTEN.format(name=name) for name in names), *begun.said[:_NOTED])
    if len(begun.said) > _NOTED:
        tell(request, _MORE.format(count=len(begun.said) - _NOTED))
    return RedirectResponse(f"/?year={year}" if len(names) > 1 else _screen(what, names[0]), 303)


def _refused(request: Request, given: dict[str, str], *told: str) -> Response:
    """Return the screen that the form stood on, with what was typed there, and why nothing was begun."""
    what = request.path_params["what"]
    years = workspace_of(request).checked().dataset.years if what != "year" else ()  # a new year stands on any screen
    shown = next((each for each in years if str(each) == given.get("year")), None)
    return _shown(request, shown, status=422, refused=told, given={what: given})


def _screen(what: str, name: str) -> str:
    """Return the address at which what was begun is filled in."""
    if name.endswith("/result.yml"):
        return f"/figures/{name.partition('/')[0]}"
    return f"/round/{name}" if what == "report" else f"/files/{name}"


def _begun(what: str, given: dict[str, str], dataset: Dataset, data: Path, year: int) -> Beginning:
    if what not in _BEGINNINGS:
        raise HTTPException(404)
    missing = next((told for name, told in _NEEDED.get(what, {}).items() if not given.get(name)), None)
    if missing is not None:
        raise CannotBeginError(missing)
    return _BEGINNINGS[what](given, dataset, data, year)


def _begun_year(given: dict[str, str], dataset: Dataset, data: Path, year: int) -> Beginning:
    begun = begin_year(dataset, data, year, carry="carry" in given)
    if not begun.files:
        raise CannotBeginError(_ALL_THERE.format(year=year))
    return begun


def _begun_report(given: dict[str, str], dataset: Dataset, data: Path, year: int) -> Beginning:
    if given.get("round") not in set(ReportRound):
        raise CannotBeginError(_NO_ROUND)
    return begin_report(dataset, data, year, ReportRound(given["round"]), given.get("title") or None)


def _begun_list(given: dict[str, str], dataset: Dataset, data: Path, year: int) -> Beginning:
    del given
    path, made = begin_list(dataset, data, year)
    if path.exists():
        raise CannotBeginError(_LIST_THERE.format(year=year))
    return Beginning({path: made.text.encode()}, said=list(made.left_out))


_BEGINNINGS: Mapping[str, Callable[[dict[str, str], Dataset, Path, int], Beginning]] = {
    "year": _begun_year,
    "report": _begun_report,
    "list": _begun_list,
    "measure": lambda given, dataset, data, year: begin_measure(
        dataset, data, year, given.get("id", ""), given["title"]
    ),
    "analysis": lambda given, dataset, data, year: begin_document(dataset, data, year, "analysis", given["title"]),
    "plan": lambda given, dataset, data, year: begin_document(dataset, data, year, "plan", given["title"]),
    "gaps": lambda given, dataset, data, year: begin_gaps(dataset, data, year, given.get("part", ""), given["reason"]),
}
"""What makes the files of each thing that can be begun."""


def _shown(
    request: Request,
    year: int | None,
    *,
    status: int = 200,
    refused: tuple[str, ...] = (),
    given: Mapping[str, dict[str, str]] | None = None,
) -> Response:
    try:
        of_year = year_round(workspace_of(request), year)
    except KeyError:
        raise HTTPException(404) from None
    there = {each.name for part in of_year.parts for each in part.forms} if of_year else set()

    def is_to_begin(what: str) -> bool:
        return of_year is not None and f"{of_year.year}/{what}.yml" not in there

    return page(
        request,
        "home.html.jinja",
        status=status,
        round=of_year,
        refused=refused,
        given=given or {},
        # Each of these a year has at most once.
        documents=[{"what": what, "name": name} for what, name in _DOCUMENTS.items() if is_to_begin(what)],
        gaps=[{"name": name, "label": label} for name, label in GAPS.items()] if is_to_begin("gaps") else [],
    )


ROUTES = [Route("/", show), Route("/begin/{what}", begin, methods=["POST"])]
