"""`mkdocs serve` as an editor uses it: save a file, look at the page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAIT = 60
"""Seconds an editor would wait before believing that nothing will happen."""


@dataclass
class Served:
    """A site being served from a project that a test edits."""

    project: Path
    address: str
    log: Path

    def read(self, address: str) -> sites.Element | None:
        """Return a page, None when the server has none or does not answer."""
        try:
            with urlopen(f"{self.address}{address}", timeout=10) as answer:  # noqa: S310 - our own server
                return sites.parse(answer.read().decode())
        except OSError:
            return None

    def page(self, address: str) -> str:
        """Return the text of a page, empty when there is none."""
        found = self.read(address)
        return found.text if found else ""

    def alert(self) -> str | None:
        """Return what the home page says of the last build, empty when it says nothing."""
        home = self.read("")
        if home is None:
            return None
        return " ".join(each.text for each in home.walk() if each.attributes.get("role") == "alert")

    def told(self) -> str:
        """Return what the server has printed so far."""
        return self.log.read_text(encoding="utf-8")


def becomes(condition: Callable[[], bool]) -> bool:
    """Wait for a condition, and tell whether it came."""
    end = time.monotonic() + WAIT
    while not (came := condition()) and time.monotonic() < end:
        time.sleep(0.2)
    return came


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a copy of the real project on a free port of this machine only; each test edits another place of it."""
    project = sites.copy_project(tmp_path_factory.mktemp("project"))
    scratch = tmp_path_factory.mktemp("serve")
    log = scratch / "log"
    with socket.socket() as free, log.open("w", encoding="utf-8") as file:
        # Bound to the end, so that no other program is given the port before the server has it, which may share it.
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(scratch)},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            made = Served(project, f"http://127.0.0.1:{port}/", log)
            assert becomes(lambda: "97.96" in made.page("2568/indicators/8/")), made.told()
            yield made
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(timeout=10)


def test_a_saved_score_appears_on_the_page(served: Served) -> None:
    sites.replace(served.project / "data/2568/result.yml", "97.96", "97.95")
    assert becomes(lambda: "97.95" in served.page("2568/indicators/8/")), served.told()
    assert "97.96" not in served.page("2568/indicators/8/")


def test_a_new_file_appears_on_the_page(served: Served) -> None:
    measure = served.project / "data/2568/measures/open-budget.yml"
    measure.write_text("title: เปิดเผยงบประมาณรายเดือน\n", encoding="utf-8")
    assert becomes(lambda: "เปิดเผยงบประมาณรายเดือน" in served.page("2568/measures/")), served.told()


def test_a_slip_is_told_in_thai_and_the_old_page_stays_until_it_is_mended(served: Served) -> None:
    result = served.project / "data/2568/result.yml"
    sites.replace(result, "score: 97.19", "score: 97.1o")
    assert becomes(lambda: "97.1o" in served.told()), served.told()
    (message,) = set(re.findall(r"data/2568/result\.yml:\d+:\d+: .*97\.1o.*", served.told()))
    assert "ต้องเป็นตัวเลข" in message
    assert "Traceback" not in served.told()
    assert becomes(lambda: "97.1o" in (served.alert() or "")), served.told()
    assert "97.19" in served.page("2568/indicators/7/")
    sites.replace(result, "score: 97.1o", "score: 97.18")
    assert becomes(lambda: "97.18" in served.page("2568/indicators/7/")), served.told()
    assert "97.19" not in served.page("2568/indicators/7/")
    assert served.alert() == ""


def test_settings_that_cannot_be_read_are_told_in_the_browser_until_they_are_mended(served: Served) -> None:
    settings = served.project / "mkdocs.yml"
    right = settings.read_text(encoding="utf-8")
    settings.write_text(f"{right}\nsite_dir: [\n", encoding="utf-8")
    try:
        assert becomes(lambda: "mkdocs.yml:" in (served.alert() or "")), served.told()
        assert "ตัวชี้วัดที่ 7" in served.page("2568/indicators/7/")
    finally:
        settings.write_text(right, encoding="utf-8")
    assert becomes(lambda: served.alert() == ""), served.told()
    assert "Traceback" not in served.told()


def test_what_is_saved_in_the_theme_appears(served: Served) -> None:
    footer = served.project / "theme_overrides/partials/footer.html"
    footer.write_text(f"<p>ข้อความใหม่ของธีม</p>{footer.read_text(encoding='utf-8')}", encoding="utf-8")
    assert becomes(lambda: "ข้อความใหม่ของธีม" in served.page("")), served.told()
