"""The screen that leads through a report, one measure after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from ita_site.data.load.folder import FileKind
from ita_site.hosts.desk.rendering import page, workspace_of
from ita_site.hosts.desk.report_round import round_rows
from ita_site.hosts.desk.site_preview import page_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def show(request: Request) -> Response:
    """Return the measures of a report with how far each has come, and the next that nothing is said of."""
    name, workspace = request.path_params["name"], workspace_of(request)
    path = workspace.path_of(name)
    record = next((each for each in workspace.files() if each.path == path), None)
    if record is None or record.kind is not FileKind.REPORT:
        raise HTTPException(404)
    rows = round_rows(record, name, workspace.checked().dataset)
    following = next((each for each in rows if each.is_open), None)
    done = sum(not each.is_open for each in rows)
    shown = {"name": name, "rows": rows, "following": following, "done": done}
    return page(request, "reporting.html.jinja", preview=page_of(name), **shown)


ROUTES = [Route("/round/{name:path}", show)]
