"""Debian's Chromium, and a web server on this machine for it to look at."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any, BinaryIO

    from playwright.sync_api import Browser

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host is to be reached from a test
)


class _Handler(SimpleHTTPRequestHandler):
    timeout = 2  # a connection that the browser opened ahead of need must not keep the server from ending

    def __init__(self, *arguments: Any, asked: list[str] | None, **options: Any) -> None:  # noqa: ANN401 - as it is
        self.asked = asked  # first: the answer is given while the base class is being made
        super().__init__(*arguments, **options)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Note what is asked for, and answer."""
        if self.asked is not None:
            self.asked.append(self.path.lstrip("/"))
        return super().send_head()

    def log_message(self, *arguments: object) -> None:
        """Say nothing: pytest shows what matters."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing the server waits for them, and they close their sockets

    def handle_error(self, *arguments: object) -> None:
        """Say nothing of a browser that left before the answer came."""


@contextmanager
def served(site: Path, asked: list[str] | None = None) -> Iterator[str]:
    """Serve a folder while the block runs, and give its address; note what is asked for in a list, if there is one."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site), asked=asked)) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser, and end it after the block."""
    # Debian's build without windows: each window of the other costs three times as much, for tabs that nobody sees.
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert executable is not None, "install chromium to run the tests in tests/browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
        yield browser
        browser.close()
