"""Templates of the desk into answers: every value is escaped, and each page has the same head, menu and foot."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse
from starlette.routing import Route

from ita_site.hosts.desk.guard.posted_body import FORM_TOKEN
from ita_site.hosts.desk.pasted_text import as_typed
from ita_site.hosts.reports import problem_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.hosts.desk.guard.access import Access
    from ita_site.hosts.desk.save_memory import SaveMemory
    from ita_site.hosts.desk.site_preview import SitePreview
    from ita_site.hosts.desk.workspace import Workspace

_MENU = {
    "/": "รอบปี",
    "/files": "ไฟล์",
    "/import": "นำเข้า",
    "/history": "ประวัติ",
    "/preview": "หน้าเว็บ",
    "/publish": "เผยแพร่",
    "/handbook": "คู่มือ",
}
"""The screens that stand in the menu, if they are there."""
_NAMELESS = "หน่วยงาน"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("ita_site.hosts.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["severity_words"] = problem_report.WORDS
    return environment


def page(request: Request, template: str, *, status: int = 200, preview: str | None = None, **values: Any) -> Response:  # noqa: ANN401 - what a page shows
    """Return a page of the desk.

    Args:
        request: what is answered.
        template: the name of its template, which extends `layout.html.jinja`.
        status: the code of HTTP.
        preview: the address of the page of the site that stands beside it; without one, there is none.
        values: what the template shows; beside it all know `office`, `menu`, `here`, `form_token` and `severity_words`.

    """
    site = preview_of(request)
    is_shown = site is not None and preview is not None
    known = {
        "form_token_name": FORM_TOKEN,
        "form_token": access_of(request).form_token,
        "here": request.scope["path"],
        "menu": menu(request.app.routes),
        "notices": request.app.state.notices.taken(),
        "preview": preview,
        "preview_address": f"/site/{access_of(request).preview_key}/{preview}" if is_shown else "",
        "preview_status": site.refreshed() if site is not None and is_shown else None,
        "office": office(workspace_of(request)),
    }
    return HTMLResponse(_templates().get_template(template).render({**known, **values}), status)


def written_by_us(html: str) -> Markup:
    """Return HTML that is the package's own, and holds nothing of the data, as what a page may show as it is."""
    return Markup(html)  # noqa: S704 - see above


def tell(request: Request, *sentences: str) -> None:
    """Say something at the top of the page that is shown next."""
    request.app.state.notices.add(sentences)


def menu(routes: Iterable[object]) -> dict[str, str]:
    """Return the names of those screens of the menu that are there, by their paths."""
    there = {each.path.partition("/{")[0] for each in routes if isinstance(each, Route)}
    return {path: name for path, name in _MENU.items() if path in there}


def office(workspace: Workspace) -> str:
    """Return whose data they are."""
    agency = workspace.checked().dataset.agency
    return (agency.record.name if agency else "") or _NAMELESS


def workspace_of(request: Request) -> Workspace:
    """Return the project that the desk works on."""
    return cast("Workspace", request.app.state.workspace)


def access_of(request: Request) -> Access:
    """Return the session."""
    return cast("Access", request.app.state.access)


def saves_of(request: Request) -> SaveMemory:
    """Return what the session remembers of its files."""
    return cast("SaveMemory", request.app.state.saves)


def preview_of(request: Request) -> SitePreview | None:
    """Return the preview of the site; None where the desk has none."""
    return cast("SitePreview | None", request.app.state.preview)


def typed_texts(request: Request) -> list[tuple[str, str]]:
    """Return the texts of the form that was posted, as a keyboard types them: with nothing of what pasting brings."""
    return [(name, as_typed(each)) for name, each in posted(request).multi_items() if isinstance(each, str)]


def posted(request: Request) -> FormData:
    """Return the fields of the form that was posted; the guard has read them, and seen their token."""
    return cast("FormData", request.state.posted)
