"""Take the pictures of the handbook from a desk of the real data: `uv run python -m tests.take_handbook_pictures`."""

from __future__ import annotations

import io
import socket
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn
from PIL import Image

from ita_site.hosts.desk.guard.access import Access
from ita_site.hosts.desk.serving import configured
from ita_site.hosts.desk.workspace import Workspace
from tests.helpers import ROOT, sites
from tests.helpers.chromium import started
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = ROOT / "ita_site" / "hosts" / "desk" / "handbook" / "pictures"
PAGES = {
    "year-round": "/?year=2568",
    "form": "/files/2568/result.yml",
    "history": "/history/2568/result.yml",
    "correction": "/correct/2568/result.yml?field=indicators.7.score",
}
_COLOURS = 32
"""Enough for letters and boxes; a picture stays below 60 kB."""


@contextmanager
def served_desk(data: Path) -> Iterator[str]:
    """Serve the desk of a data folder; yield the address that opens it, once."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        access = Access(bound.getsockname()[1])
        server = uvicorn.Server(configured(Workspace(data), access))
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield access.link
        finally:
            server.should_exit = True
            thread.join()


def committed(folder: Path) -> Path:
    """Return the data of the real project in a repository with two commits."""
    project = sites.copy_project(folder / "project")
    git(project, "init", "-q")
    result = project / "data" / "2568" / "result.yml"
    replace(result, "score: 97.19", "score: 97.91")
    for said, author, day in (
        ("พิมพ์ผลตามประกาศ", "สมหญิง ตัวอย่าง", "2025-10-06"),
        ("อ่านตารางใหม่", "สมชาย ตัวอย่าง", "2025-10-08"),
    ):
        git(project, "add", "data")
        git(project, "commit", "-q", "-m", said, f"--author={author} <a@example.go.th>", f"--date={day}T09:00:00+07:00")
        if "97.91" in result.read_text(encoding="utf-8"):
            replace(result, "score: 97.91", "score: 97.19")
    return project / "data"


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, started() as browser, served_desk(committed(Path(folder))) as link:
        view = browser.new_page(viewport={"width": 900, "height": 640})
        view.goto(link)
        home = link.partition("/?")[0]
        for name, path in PAGES.items():
            view.goto(home + path)
            picture = (
                Image.open(io.BytesIO(view.screenshot())).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            )
            picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
