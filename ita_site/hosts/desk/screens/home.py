"""The first screen: how far a year has come, what is due, and where it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from ita_site.hosts.desk.rendering import page, workspace_of
from ita_site.saying.view.completeness import completeness
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def show(request: Request) -> Response:
    """Return the round of the newest year."""
    checked = workspace_of(request).checked()
    years = checked.dataset.years
    newest = max(years, default=0)
    lookup = Lookup(checked.dataset, checked.scores, checked.history)
    lines = completeness(lookup, years[newest]).cycle if years else ()
    shown = [{"name": each.link.text, "told": each.present} for each in lines]
    return page(request, "home.html.jinja", year=newest, lines=shown)


ROUTES = [Route("/", show)]
