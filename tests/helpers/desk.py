"""A desk for tests: the application of a project, and a client that was let in."""

from __future__ import annotations

import re
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn
from starlette.testclient import TestClient

from ita_site.hosts.desk.application import application
from ita_site.hosts.desk.guard.access import Access, Allowance
from ita_site.hosts.desk.serving import configured
from ita_site.hosts.desk.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.hosts.desk.site_preview import SitePreview

PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"


class Desk:
    """The desk of a data folder, entered."""

    def __init__(
        self, data: Path, access: Access | None = None, *, preview: SitePreview | None = None, enter: bool = True
    ) -> None:
        self.workspace = Workspace(data)
        self.access = access or Access(PORT, clock=lambda: 0.0)
        if access is None:
            self.access.requests = Allowance(1e9, 0)
        self.app = application(self.workspace, self.access, preview)
        self.client = self.stranger()
        if enter:
            self.enter()

    def enter(self) -> None:
        """Open the address that was given out."""
        assert self.client.get(f"/?k={self.access.link.partition('=')[2]}").status_code == 303

    def stranger(self) -> TestClient:
        """Return another browser, which has no session."""
        return TestClient(self.app, base_url=ORIGIN, follow_redirects=False)

    def get(self, path: str) -> str:
        """Return a page, which must be there."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:500])
        return str(answer.text)

    def post(self, path: str, **fields: str) -> str:
        """Post a form of the desk; return where it leads, or the page that it answers with."""
        sent = {"form_token": self.access.form_token, **fields}
        answer = self.client.post(path, data=sent, headers={"Origin": ORIGIN})
        assert answer.status_code in {200, 303, 409, 422}, (path, answer.status_code, answer.text[:500])
        return str(answer.headers.get("location", answer.text))


def seen(page: str) -> str:
    """Return what a page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))


@contextmanager
def served_desk(data: Path) -> Iterator[Access]:
    """Serve the desk of a data folder as the command does, while the block runs."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        access = Access(bound.getsockname()[1])
        server = uvicorn.Server(configured(Workspace(data), access))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield access
        finally:
            server.should_exit = True
            thread.join()
