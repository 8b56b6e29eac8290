"""A browser that sees only this machine, and a web server for it."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.audit import Audit, audit, varied
from tests.helpers.chromium import served, started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Request

_INSIDE = re.compile(r"(?:http://127\.0\.0\.1:|file:///|blob:http://127\.0\.0\.1:|data:)")
_WATCH = "for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => window.attacked(name)"


@dataclass
class Visit:
    """A browser window, and what its pages did that no page of ours may do."""

    context: BrowserContext
    page: Page
    attacks: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Return what serves a folder on this machine while a block runs, and gives its address."""
    return served


@pytest.fixture(scope="session")
def window(chromium: Browser) -> Callable[..., AbstractContextManager[Visit]]:
    """Return what opens a fresh window, with options of `Browser.new_context`, while a block runs."""

    @contextmanager
    def opened(**options: Any) -> Iterator[Visit]:  # noqa: ANN401 - as Playwright has it
        context = chromium.new_context(service_workers="block", **options)
        visit = Visit(context, context.new_page())

        def note(request: Request) -> None:
            if not _INSIDE.match(request.url):
                visit.outside.append(request.url)

        context.expose_binding("attacked", lambda source, name: visit.attacks.append(f"{name} at {source['page'].url}"))
        context.add_init_script(_WATCH)
        # Watched and not routed: a browser with routes has no cache. No other host has an address: see `chromium`.
        context.on("request", note)
        try:
            yield visit
        finally:
            context.close()

    return opened


@pytest.fixture(scope="session")
def audit_of(
    pytestconfig: pytest.Config,
    site_of: Callable[[str], Path],
    once: Callable[[str, Callable[[Path], object]], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Visit]],
) -> Callable[[str], Audit]:
    """Return what opens every page of a municipality's site, once."""
    full = bool(pytestconfig.getoption("--full"))
    pages = json.loads(once("varied", lambda file: file.write_text(json.dumps(varied(site_of)), "utf-8")).read_text())
    return cache(lambda agency: audit(agency, site_of(agency), pages[agency], serve, window, full=full))


@pytest.fixture(scope="session")
def home(site_of: Callable[[str], Path], serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """Serve the site of Mueang Pan and return the address of its home page."""
    with serve(site_of("mueang-pan")) as address:
        yield address
