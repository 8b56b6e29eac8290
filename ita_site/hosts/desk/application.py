"""The desk as one application: the screens behind the guard."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from ita_site.hosts.desk import mishaps, screens
from ita_site.hosts.desk.guard.refusing import RefusedError
from ita_site.hosts.desk.guard.request_guard import Guard
from ita_site.hosts.desk.notices import Notices
from ita_site.hosts.desk.save_memory import SaveMemory
from ita_site.hosts.desk.uploaded_tables import UploadedTables

if TYPE_CHECKING:
    from starlette.routing import Route

    from ita_site.hosts.desk.guard.access import Access
    from ita_site.hosts.desk.site_preview import SitePreview
    from ita_site.hosts.desk.workspace import Workspace


def application(workspace: Workspace, access: Access, preview: SitePreview | None = None) -> Starlette:
    """Return the desk of a project for one session, with or without a preview of the site beside the forms."""
    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, access=access), Middleware(mishaps.Rescue)],
        exception_handlers={HTTPException: mishaps.of_http, RefusedError: mishaps.of_refused},
    )
    app.router.redirect_slashes = False
    app.state.workspace = workspace
    app.state.access = access
    app.state.preview = preview
    app.state.notices = Notices()
    app.state.saves = SaveMemory()
    app.state.uploads = UploadedTables()
    return app


def routes() -> list[Route]:
    """Return the routes of all screens, in the order of the names of their modules."""
    names = sorted(each.name for each in pkgutil.iter_modules(screens.__path__))
    found = (import_module(f"{screens.__name__}.{name}").ROUTES for name in names)
    return [route for each in found for route in cast("list[Route]", each)]
