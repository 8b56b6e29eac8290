"""The desk on this machine: a port that nobody else has, the browser opened, an end by Ctrl+C."""

from __future__ import annotations

import socket
import webbrowser
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

import click
import uvicorn

from ita_site.ground.garbage import collected
from ita_site.hosts.desk.application import application
from ita_site.hosts.desk.guard.access import Access
from ita_site.hosts.desk.site_preview import SitePreview

if TYPE_CHECKING:
    from ita_site.hosts.desk.workspace import Workspace

_ADDRESS = "127.0.0.1"
_MOST_HEADERS = 16_384
"""Bytes of the first line and all headers of a request."""


def serve(workspace: Workspace, port: int, *, with_browser: bool) -> None:
    """Serve the desk until it is ended.

    Args:
        workspace: the project.
        port: where; 0 for one that is free.
        with_browser: whether the browser is opened; else the address is printed.

    Raises:
        OSError: the port is another program's.

    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
        bound.bind((_ADDRESS, port))
        bound.listen(128)  # before the address is told: who asks at once waits, and is not refused
        access = Access(bound.getsockname()[1])
        preview = SitePreview(workspace)
        server = uvicorn.Server(configured(workspace, access, preview))
        if with_browser:
            click.echo(f"เปิดเบราว์เซอร์ที่ http://{_ADDRESS}:{access.port}/ ให้เปิดหน้าต่างนี้ไว้ เลิกใช้ด้วย Ctrl+C")
            Thread(target=_open, args=(access.link,), daemon=True).start()
        else:
            click.echo(f"เปิดที่อยู่นี้ในเบราว์เซอร์ (ใช้ได้ครั้งเดียว): {access.link}\nให้เปิดหน้าต่างนี้ไว้ เลิกใช้ด้วย Ctrl+C")
        try:
            with suppress(KeyboardInterrupt), collected():
                server.run(sockets=[bound])
        finally:
            preview.close()
        click.echo("ปิดแล้ว สิ่งที่บันทึกไว้อยู่ในไฟล์ทั้งหมด")


def configured(workspace: Workspace, access: Access, preview: SitePreview | None = None) -> uvicorn.Config:
    """Return how the server is run: plain HTTP with bounds, nothing else, and nothing told of who asks."""
    return uvicorn.Config(
        application(workspace, access, preview),
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        limit_concurrency=64,
        h11_max_incomplete_event_size=_MOST_HEADERS,
        timeout_graceful_shutdown=1,
    )


def _open(link: str) -> None:
    if not webbrowser.open(link):
        click.echo(f"เปิดเบราว์เซอร์เองไม่ได้ ให้เปิดที่อยู่นี้ (ใช้ได้ครั้งเดียว): {link}")
